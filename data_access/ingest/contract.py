"""What each kind of file must hold: its columns, what it replaces, the table it feeds.

Declarations only: reading is in ``read``, judging in ``check``, writing in ``load``.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Table

from data_access.codes import Codes


class Type(StrEnum):
    """How a cell is read and stored."""

    TEXT = "texte"
    DATE = "date"
    LAST_DAY = "dernier jour"  # stored as the next day: spans are half-open
    MONTH = "mois"  # stored as its first day
    MONTH_END = "fin de mois"  # a date that must be the last day of its month
    INTEGER = "nombre entier"
    MONEY = "montant en euros"  # stored in cents
    HUNDREDTHS = "nombre à deux décimales"  # stored times 100
    THOUSANDTHS = "nombre à trois décimales"  # stored times 1000
    HOURS = "heures"  # stored in minutes
    BOOLEAN = "oui ou non"
    CODE = "valeur d'une liste"  # of a closed list: its French label or its code
    REFERENCE = "code d'un référentiel"  # id of a dimension row
    COUNTRY = "pays"  # turned into an area of birth; never stored
    DECIMAL = "nombre"  # stored as text, decimal point
    PERIOD = "période"  # in the notation of the commands
    COMPARISON = "comparaison"  # what a figure is set against: a word of the commands, or a period


class Replaces(StrEnum):
    """What a file stands for, so what loading it replaces."""

    EVERYTHING = "tout"  # the whole table
    MONTHS = "mois"  # the stated months
    DISPOSITIF_MONTHS = "mois et dispositif"  # the stated months, of one dispositif or of all


@dataclass(frozen=True, eq=False, kw_only=True)
class Field:
    """One column of a file: its French header and the column it feeds."""

    header: str
    column: str
    type: Type
    required: bool = True
    codes: Codes | None = None
    refers: Table | None = None
    minimum: int | None = None  # in the unit of the file
    maximum: int | None = None

    def __post_init__(self) -> None:
        if (self.type is Type.CODE) != (self.codes is not None):
            raise ValueError(f"{self.header}: a closed list goes with the type CODE")
        if (self.type is Type.REFERENCE) != (self.refers is not None):
            raise ValueError(f"{self.header}: a dimension goes with the type REFERENCE")


@dataclass(frozen=True, eq=False, kw_only=True)
class Contract:
    """One kind of file."""

    kind: str  # what the first line of the file says, in French
    label: str
    table: Table
    fields: tuple[Field, ...]
    replaces: Replaces
    day: str = ""  # the column that dates a row, for the kinds that replace months
    key: tuple[str, ...] = ()  # columns that may not repeat within the file

    def field(self, column: str) -> Field:
        """The field that feeds ``column``."""
        return next(field for field in self.fields if field.column == column)

    @property
    def is_dimension(self) -> bool:
        """Dimension rows are updated in place; fact rows are versioned."""
        return "loaded_by" not in self.table.c
