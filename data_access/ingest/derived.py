"""What is stored and not written in files: agencies of dispositifs, areas of birth, counts of countries."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Table

from data_access import schema
from data_access.countries import UNDECLARED, areas
from data_access.ingest.check import Accepted, Values
from data_access.ingest.contract import Contract, Type
from data_access.ingest.references import References


def derived_tables(contract: Contract) -> list[Table]:
    """The tables that a kind of file feeds beside its own; each dates its rows by a column « day »."""
    return [schema.staff_countries] if contract.table is schema.staff else []


def stored_values(accepted: Accepted, references: References) -> Mapping[Table, Values]:
    """The values to store, table by table."""
    contract, values = accepted.contract, dict(accepted.values)
    fed = {field.column for field in contract.fields}
    if "agency_id" in contract.table.c and "agency_id" not in fed:
        values["agency_id"] = [references.agency_of[str(code)] for code in values["dispositif_id"]]
    if contract.table is schema.staff:
        return {schema.staff: _by_area(contract, values), schema.staff_countries: _countries(values)}
    return {contract.table: values}


def _by_area(contract: Contract, values: Values) -> Values:
    """Countries are forgotten here: only the broad area of each person goes on."""
    column = next(field.column for field in contract.fields if field.type is Type.COUNTRY)
    return {**values, column: [areas()[str(country)] for country in values[column]]}


def _countries(values: Values) -> Values:
    """Distinct countries declared, by month-end: in each agency, and in the whole association."""
    found: dict[tuple[date, str | None], set[object]] = defaultdict(set)
    for day, agency, country in zip(values["day"], values["agency_id"], values["birth_area"], strict=True):
        declared = {country} - {UNDECLARED}
        found[day, agency] |= declared  # type: ignore[index]
        found[day, None] |= declared  # type: ignore[index]
    days, agencies = zip(*found, strict=True) if found else ((), ())
    return {"day": [*days], "agency_id": [*agencies], "countries": [len(names) for names in found.values()]}
