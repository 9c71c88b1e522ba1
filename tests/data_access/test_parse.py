"""What a cell is understood as, and what is refused rather than guessed."""

from datetime import date

import pytest

from data_access.codes import CONTRACT
from data_access.ingest.cells import ColumnReader
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.extent import Extent, period
from data_access.ingest.parse import Wrong, parse
from data_access.ingest.references import References
from data_access.schema import post, staff

NOTHING_KNOWN = References({}, {}, {})


def read(kind: Type, text: str, minimum: int | None = None, maximum: int | None = None) -> object:
    field = Field(header="Colonne", column="c", type=kind, minimum=minimum, maximum=maximum)
    return parse(field, text)


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        (Type.INTEGER, "1234", 1234),
        (Type.INTEGER, "1 234", 1234),
        (Type.INTEGER, "1\u00a0234", 1234),
        (Type.INTEGER, "1\u202f234\u202f567", 1234567),
        (Type.INTEGER, "1\u2009234", 1234),
        (Type.INTEGER, "12,0", 12),  # as a spreadsheet exports a whole number
        (Type.INTEGER, "\u22123", -3),
        (Type.MONEY, "1 234,50", 123450),
        (Type.MONEY, "1234.5", 123450),
        (Type.MONEY, "1\u202f234,50\u00a0€", 123450),
        (Type.MONEY, "-0,01", -1),
        (Type.HUNDREDTHS, "0,8", 80),
        (Type.THOUSANDTHS, "1,234", 1234),
        (Type.HOURS, "7,5", 450),
        (Type.HOURS, "7:30", 450),
        (Type.HOURS, "7h30", 450),
        (Type.HOURS, "7 h 30", 450),
        (Type.HOURS, "7h", 420),
        (Type.HOURS, "0.25", 15),
        (Type.DATE, "04/03/2026", date(2026, 3, 4)),
        (Type.DATE, "4/3/2026", date(2026, 3, 4)),
        (Type.DATE, "2026-03-04", date(2026, 3, 4)),
        (Type.DATE, "29/02/2024", date(2024, 2, 29)),
        (Type.LAST_DAY, "31/12/2024", date(2025, 1, 1)),  # spans are half-open
        (Type.MONTH, "2024-01", date(2024, 1, 1)),
        (Type.MONTH, "01/2024", date(2024, 1, 1)),
        (Type.MONTH, "01/01/2024", date(2024, 1, 1)),
        (Type.MONTH_END, "29/02/2024", date(2024, 2, 29)),
        (Type.BOOLEAN, "Oui", True),
        (Type.BOOLEAN, "VRAI", True),
        (Type.BOOLEAN, "x", True),
        (Type.BOOLEAN, "0", False),
        (Type.BOOLEAN, "faux", False),
        (Type.DECIMAL, "2,56", "2.56"),
        (Type.DECIMAL, "11 000", "11000"),
        (Type.TEXT, "Cité « Malakoff »", "Cité « Malakoff »"),
    ],
)
def test_what_people_write_is_stored_exactly(kind: Type, text: str, stored: object) -> None:
    assert read(kind, text) == stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Type.INTEGER, "1,234.50"),  # two signs: thousands or decimals?
        (Type.INTEGER, "1.234,50"),
        (Type.INTEGER, "12 34"),  # a space that is no thousands
        (Type.INTEGER, "1e3"),
        (Type.INTEGER, "7,5"),
        (Type.INTEGER, "١٢"),  # digits that int() would read
        (Type.INTEGER, "9" * 21),
        (Type.MONEY, "12,345"),  # would be rounded
        (Type.MONEY, "12 %"),
        (Type.MONEY, "12 k€"),
        (Type.HOURS, "7,33"),  # 439,8 minutes
        (Type.HOURS, "7h60"),
        (Type.HOURS, "0,016666666666666666666666667"),  # computing would make it one minute
        (Type.DATE, "04/03/26"),
        (Type.DATE, "31/02/2026"),
        (Type.DATE, "03/13/2026"),
        (Type.DATE, "46085"),  # a date cell formatted as a number
        (Type.DATE, "2026-03-04 18:30"),
        (Type.DATE, "01/01/0024"),
        (Type.MONTH, "15/01/2024"),
        (Type.MONTH_END, "30/01/2024"),
        (Type.MONTH_END, "28/02/2024"),
        (Type.BOOLEAN, "peut-être"),
        (Type.TEXT, "2024-02-01"),  # « 1-2 » turned into a date by the spreadsheet
    ],
)
def test_what_could_mean_two_things_is_refused(kind: Type, text: str) -> None:
    with pytest.raises(Wrong):
        read(kind, text)


@pytest.mark.parametrize(("text", "fits"), [("0", True), ("24", True), ("24,25", False), ("-1", False)])
def test_bounds_are_in_the_unit_of_the_file(text: str, fits: bool) -> None:
    if fits:
        read(Type.HOURS, text, minimum=0, maximum=24)
    else:
        with pytest.raises(Wrong):
            read(Type.HOURS, text, minimum=0, maximum=24)


def cell(field: Field, text: str) -> tuple[dict[str, object], dict[str, str]]:
    table = staff if field.column in staff.c else post
    contract = Contract(
        kind="k",
        label="K",
        table=table,
        fields=(field,),
        replaces=Replaces.EVERYTHING,
    )
    return ColumnReader(contract, field, NOTHING_KNOWN).read_all([text])


@pytest.mark.parametrize("text", ["CDI", "cdi", "permanent", " Cdi\u00a0"])
def test_a_listed_value_is_read_by_label_or_code_whatever_its_case(text: str) -> None:
    field = Field(header="Contrat", column="contract", type=Type.CODE, codes=CONTRACT)
    assert cell(field, text) == ({text: "permanent"}, {})


def test_an_unknown_listed_value_gets_the_nearest_one() -> None:
    field = Field(header="Contrat", column="contract", type=Type.CODE, codes=CONTRACT)
    assert cell(field, "aprentissage") == ({}, {"aprentissage": "Vouliez-vous dire « Apprentissage » ?"})


def test_what_the_store_could_not_hold_is_refused_before_it_is_asked() -> None:
    """SQLite would keep 21 letters in 20 and a million in a small integer."""
    person = Field(header="Matricule", column="person", type=Type.TEXT)
    full_time = Field(header="ETP", column="fte_hundredths", type=Type.HUNDREDTHS)
    assert cell(person, "A" * 20)[1] == {}
    assert cell(person, "A" * 21)[1] == {"A" * 21: "Pas plus de 20 caractères."}
    assert cell(full_time, "327,67")[1] == {}
    assert cell(full_time, "327,68")[1] == {"327,68": "Ce nombre est trop grand."}


@pytest.mark.parametrize("text", ["#DIV/0!", "#N/A", "=SOMME(A1:A3)"])
def test_the_error_of_a_formula_is_never_a_text(text: str) -> None:
    assert text in cell(Field(header="Matricule", column="person", type=Type.TEXT), text)[1]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-01", (2024, 1), (2024, 1)),
        ("2024", (2024, 1), (2024, 12)),
        ("2023-01..2024-12", (2023, 1), (2024, 12)),
        ("2023..2024", (2023, 1), (2024, 12)),
    ],
)
def test_a_period_is_months(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert period(text) == (date(*first, 1), date(*last, 1))


@pytest.mark.parametrize("text", ["", "2024-13", "2024-12..2024-01", "janvier", "1999-01", "2041", "24"])
def test_a_period_is_not_guessed(text: str) -> None:
    with pytest.raises(Wrong):
        period(text)


def test_two_extents_overlap_when_a_row_can_be_in_both() -> None:
    january, february = date(2024, 1, 1), date(2024, 2, 1)
    tram, jour = Extent(january, january, "TRAM"), Extent(january, january, "JOUR")
    assert not tram.overlaps(jour)
    assert tram.overlaps(Extent(january, february))
    assert not tram.overlaps(Extent(february, february, "TRAM"))
    assert Extent().overlaps(Extent())
