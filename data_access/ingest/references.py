"""The dimensions as the checks need them: known codes, agencies of dispositifs, families of programmes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sqlalchemy import Connection, String, select

from data_access import schema
from data_access.ingest.contract import Contract
from data_access.words import plain

# A code and a name: what else has a name is numbered, as the views that people save.
DIMENSIONS = tuple(
    table
    for table in schema.metadata.sorted_tables
    if {"id", "name"} <= set(table.c.keys()) and isinstance(table.c.id.type, String)
)


@dataclass(frozen=True, slots=True)
class References:
    """Codes with their names, dimension by dimension, and what the rules look up from a code."""

    names: Mapping[str, Mapping[str, str]]
    agency_of: Mapping[str, str]  # dispositif -> agency
    family_of: Mapping[str, str]  # programme -> family

    def near(self, table: str, text: str) -> str:
        """The sentence that proposes the code meant, found by its name too."""
        known = self.names[table]
        codes = {plain(word): code for code, name in known.items() for word in (name, code)}
        near = get_close_matches(plain(text), codes, n=1)
        return f"Vouliez-vous dire « {codes[near[0]]} » ({known[codes[near[0]]]}) ?" if near else ""

    def with_file(self, contract: Contract, columns: Mapping[str, list[object]]) -> "References":
        """What will be known once a file of a dimension is loaded, to check the files that follow."""
        if contract.table not in DIMENSIONS:
            return self
        table = contract.table.name
        names = {**self.names, table: {**self.names[table], **_by_code(columns, "name")}}
        known = replace(self, names=names)
        if contract.table is schema.dispositif:
            return replace(known, agency_of={**self.agency_of, **_by_code(columns, "agency_id")})
        if contract.table is schema.programme:
            return replace(known, family_of={**self.family_of, **_by_code(columns, "family")})
        return known


def _by_code(columns: Mapping[str, list[object]], column: str) -> dict[str, str]:
    return dict(zip(map(str, columns["id"]), map(str, columns[column]), strict=True))


def known_references(connection: Connection) -> References:
    """The dimensions of the store."""
    names = {
        table.name: dict(connection.execute(select(table.c.id, table.c.name)).all()) for table in DIMENSIONS
    }
    dispositif, programme = schema.dispositif.c, schema.programme.c
    agencies = connection.execute(select(dispositif.id, dispositif.agency_id))
    families = connection.execute(select(programme.id, programme.family))
    return References(names, dict(agencies.all()), dict(families.all()))
