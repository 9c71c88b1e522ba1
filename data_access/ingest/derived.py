"""What is stored and not written in files: agencies, areas of birth, ages, last days, delays."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Table

from data_access import ages, schema
from data_access.countries import UNDECLARED, areas
from data_access.ingest.check import Accepted, Values
from data_access.ingest.contract import Contract, Type
from data_access.ingest.references import References

_FEWEST_PAID = 3


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
        kept = _with_ages(_by_area(contract, values))
        return {schema.staff: kept, schema.staff_countries: _countries(values)}
    if "ended_on" in contract.table.c:
        values["ended_on"] = [stop and stop - timedelta(days=1) for stop in values["valid_to"]]
    if contract.table is schema.funder_order:
        values["delay_days"] = [*map(_days_between, values["day"], values["answered_on"])]
    if contract.table is schema.pay_group:
        return {contract.table: _without_pay_of_few(values)}
    return {contract.table: values}


def _days_between(start: date, stop: date | None) -> int | None:
    return None if stop is None else (stop - start).days


def _without_pay_of_few(values: Values) -> Values:
    """A mean of one or two people is their pay: both means go when either sex counts fewer than 3."""
    few = [min(pair) < _FEWEST_PAID for pair in zip(values["women"], values["men"], strict=True)]
    means = ("women_mean_cents", "men_mean_cents")
    hidden = {
        name: [None if none else mean for none, mean in zip(few, values[name], strict=True)] for name in means
    }
    return {**values, **hidden}


def _with_ages(values: Values) -> Values:
    """Bands are worked out on the day of the file; the day of the foundation course is forgotten."""
    rows = [*zip(values["day"], values["birth_year"], values["hired_on"], values["foundation"], strict=True)]
    years = [ages.age(born, day) for day, born, _, _ in rows]
    months = [ages.whole_months(hired, day) for day, _, hired, _ in rows]
    return {
        **values,
        "age": years,
        "age_band": [*map(ages.age_band, years)],
        "seniority_months": months,
        "seniority_band": [*map(ages.seniority_band, months)],
        "foundation": [ages.foundation(hired, trained, day) for day, _, hired, trained in rows],
    }


def _by_area(contract: Contract, values: Values) -> Values:
    """Countries are forgotten here: only the broad area of each person goes on."""
    column = next(field.column for field in contract.fields if field.type is Type.COUNTRY)
    return {**values, column: [areas()[str(country)] for country in values[column]]}


def _countries(values: Values) -> Values:
    """Distinct countries declared, by month-end: in each agency, and in the whole association."""
    found: dict[tuple[date, str | None], set[object]] = defaultdict(set)
    for day, agency, country in zip(values["day"], values["agency_id"], values["birth_area"], strict=True):
        declared = {country} - {UNDECLARED}
        found[day, agency] |= declared
        found[day, None] |= declared
    days, agencies = zip(*found, strict=True) if found else ((), ())
    return {"day": [*days], "agency_id": [*agencies], "countries": [len(names) for names in found.values()]}
