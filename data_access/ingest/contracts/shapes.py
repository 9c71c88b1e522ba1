"""What contracts are made of: the columns that many files share, and the two shapes of a file."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.ingest.contract import Contract, Field, Replaces, Type

CODE = Field(header="Code", column="id", type=Type.TEXT)
NAME = Field(header="Libellé", column="name", type=Type.TEXT)
FIRST_DAY = Field(header="Début", column="valid_from", type=Type.DATE)
LAST_DAY = Field(header="Fin", column="valid_to", type=Type.LAST_DAY, required=False)
DAY = Field(header="Date", column="day", type=Type.DATE)
_MOST = 100_000  # hours a line may hold when nothing tells better


def reference(header: str, table: Table, *, required: bool = True) -> Field:
    """A column that names a row of a dimension."""
    return Field(
        header=header, column=f"{table.name}_id", type=Type.REFERENCE, refers=table, required=required
    )


AGENCY = reference("Agence", s.agency)
AGENCY_OR_NONE = reference("Agence", s.agency, required=False)
DISPOSITIF = reference("Dispositif", s.dispositif)
DISPOSITIF_OR_NONE = reference("Dispositif", s.dispositif, required=False)


def text(header: str, column: str, *, required: bool = True) -> Field:
    """A column of free words."""
    return Field(header=header, column=column, type=Type.TEXT, required=required)


def number(header: str, column: str, maximum: int) -> Field:
    """A column that counts, from 0 to a number no honest file passes."""
    return Field(header=header, column=column, type=Type.INTEGER, minimum=0, maximum=maximum)


def hours(header: str, column: str, maximum: int = _MOST) -> Field:
    """A column of hours, stored in minutes."""
    return Field(header=header, column=column, type=Type.HOURS, minimum=0, maximum=maximum)


def whole(kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...] = ()) -> Contract:
    """A file that stands for its whole table."""
    return Contract(kind=kind, label=label, table=table, fields=fields, key=key, replaces=Replaces.EVERYTHING)


def dimension(kind: str, label: str, table: Table, *fields: Field) -> Contract:
    """A file that stands for a dimension: a code, a name, and what tells its rows apart."""
    return whole(kind, label, table, CODE, NAME, *fields, key=("id",))


def monthly(
    kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...] = (), day: str = "day"
) -> Contract:
    """A file that stands for the months it states, of one dispositif when its rows all name one."""
    own = Replaces.DISPOSITIF_MONTHS if DISPOSITIF in fields else Replaces.MONTHS
    return Contract(kind=kind, label=label, table=table, fields=fields, replaces=own, day=day, key=key)
