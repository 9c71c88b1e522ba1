"""The members of a dimension: what may be asked for, in which order they show, how they read."""

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.errors import QueryError, nearest
from data_access.words import plain
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS
from metrics.model import Dimension
from metrics.query import Value

Names = dict[Value, str]
_BOOLEANS = {"oui": True, "non": False}


def names_of(connection: Connection, dimension: Dimension) -> Names:
    """Value -> French name, in display order: databases disagree on accents, so Python sorts."""
    if dimension.names:
        return dict(dimension.names)
    table = dimension.key.table
    if table is s.agency:
        ordered = connection.execute(select(table.c.id, table.c.name).order_by(table.c.position)).all()
    else:
        ordered = sorted(
            connection.execute(select(table.c.id, table.c.name)), key=lambda row: plain(row.name)
        )
    return {row.id: row.name for row in ordered}


def all_names(connection: Connection) -> dict[str, Names]:
    """The names of every dimension that is no step of time, by dimension id."""
    return {d.id: names_of(connection, d) for d in DIMENSIONS.values() if d.grain is None}


def territories(connection: Connection) -> tuple[str, ...]:
    """The agencies that are compared with one another: the head office is not one."""
    kept = select(s.agency.c.id).where(s.agency.c.kind == "territory").order_by(s.agency.c.position)
    return tuple(connection.scalars(kept))


def home_agencies(connection: Connection) -> dict[str, str]:
    """The agency of each dispositif."""
    return {row.id: row.agency_id for row in connection.execute(select(s.dispositif))}


def first_months(connection: Connection) -> dict[str, int]:
    """The first month of the contract year of each dispositif."""
    return {row.id: row.contract_year_month for row in connection.execute(select(s.dispositif))}


def value_of(dimension: Dimension, text: str, names: Names) -> Value:
    """The value a person wrote, by code, else by a name nothing else bears, or a sentence that helps."""
    if plain(text) in _BOOLEANS and True in names:
        return _BOOLEANS[plain(text)]
    wanted = plain(text)
    coded = [value for value in names if plain(str(value)) == wanted]
    found = coded or [value for value, name in names.items() if plain(name) == wanted]
    if len(found) > 1:
        codes = ", ".join(map(str, found))
        raise QueryError(f"{dimension.label} : plusieurs s'appellent « {text} ». Écrivez un code : {codes}.")
    if found:
        return found[0]
    known = [str(value) for value in names] + list(names.values())
    subject = "Agence inconnue" if dimension is AGENCY else f"{dimension.label} : valeur inconnue"
    raise QueryError(f"{subject} : « {text} ».{nearest(text, known)}")
