"""The dimensions as the checks need them: known codes, and the agency of each dispositif."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from sqlalchemy import Connection, select

from data_access import schema
from data_access.ingest.contract import Contract
from data_access.words import plain

DIMENSIONS = tuple(table for table in schema.metadata.sorted_tables if {"id", "name"} <= set(table.c.keys()))


@dataclass(frozen=True, slots=True)
class References:
    """Codes with their names, dimension by dimension, and the agency of each dispositif."""

    names: Mapping[str, Mapping[str, str]]
    agency_of: Mapping[str, str]

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
        added = dict(zip(map(str, columns["id"]), map(str, columns["name"]), strict=True))
        names = {**self.names, table: {**self.names[table], **added}}
        if table != schema.dispositif.name:
            return replace(self, names=names)
        agencies = dict(zip(map(str, columns["id"]), map(str, columns["agency_id"]), strict=True))
        return References(names, {**self.agency_of, **agencies})


def known_references(connection: Connection) -> References:
    """The dimensions of the store."""
    names = {
        table.name: dict(connection.execute(select(table.c.id, table.c.name)).all()) for table in DIMENSIONS
    }
    dispositif = schema.dispositif.c
    agencies = connection.execute(select(dispositif.id, dispositif.agency_id))
    return References(names, dict(agencies.all()))
