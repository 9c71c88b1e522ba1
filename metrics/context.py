"""What the store holds besides facts, read once per import: names, coverage, contract years."""

from dataclasses import dataclass
from functools import lru_cache

from data_access.engine import reading_engine
from data_access.versions import last_import
from metrics import coverage, members
from metrics.coverage import Coverage
from metrics.members import Names


@dataclass(frozen=True, eq=False)
class Context:
    """Everything a question needs to know before it is compiled."""

    names: dict[str, Names]
    territories: tuple[str, ...]
    home_agencies: dict[str, str]
    first_months: dict[str, int]
    coverage: Coverage
    import_number: int
    as_of: int | None


def context(url: str, as_of: int | None = None) -> Context:
    """The context as known today, or at a past import; read again only when an import was made."""
    with reading_engine(url).connect() as connection:
        number = last_import(connection)
    return _context(url, as_of, number)


@lru_cache(maxsize=64)
def _context(url: str, as_of: int | None, number: int) -> Context:
    with reading_engine(url).connect() as connection:
        return Context(
            names=members.all_names(connection),
            territories=members.territories(connection),
            home_agencies=members.home_agencies(connection),
            first_months=members.first_months(connection),
            coverage=coverage.read(connection, as_of),
            import_number=number,
            as_of=as_of,
        )
