"""A small view written by hand: key figures, a month by month, a breakdown with marks, hostile texts."""

from fractions import Fraction

from metrics.catalogue.activity import INTERVENTIONS_COUNT, PRESENCE_RATE
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Metric
from metrics.present.blocks import Picture, Tiles
from metrics.present.charts.bars import bars
from metrics.present.charts.over_time import over_time
from metrics.present.table import Column, Entry, Ref, Table, table
from metrics.query import Against
from metrics.result import HIDDEN, NOT_COMPUTABLE, Cell, Figure, Result
from tests.pages.answers import answer, figure, months, moved, single

ROUNDS = INTERVENTIONS_COUNT
SHARE = PRESENCE_RATE
HOSTILE = (
    "=1+1",
    "+33 2 99",
    "-2+3",
    "@SUM(A1)",
    "\tonglet",
    "\rretour",
    '=HYPERLINK("x";"y")',
    'a;b\r\nc"d',
)


def cells(answered: Result, each: Metric, names: str = "Agence", *, total: bool = False) -> Table:
    """A line per row of an answer."""
    lines = [
        [row.labels[0] if row.labels else "Ensemble", Entry("lu", Ref(answered, each, cell, row))]
        for row, cell in answered.column(each)
    ]
    columns = (Column(names), Column(each.label, is_number=True, metric=each))
    return table(f"Les rondes par {names.lower()}, décembre 2024", columns, lines, total=total)


def by_agency(**values: Cell) -> Result:
    """An answer by agency, set against the year before."""
    return answer(ROUNDS, values, by=AGENCY, versus="année 2023", against=Against.PREVIOUS_YEAR)


RISEN = by_agency(RENNES=moved(1112, 11, 112), NANTES=moved(90, -10, -10))
MASKED = by_agency(
    RENNES=moved(1112, 11, 112),
    NANTES=Cell(HIDDEN, HIDDEN, HIDDEN),
    ANGERS=Cell(figure(None), figure(None), figure(None)),
    IDF=Cell(figure(12), figure(0), NOT_COMPUTABLE),
)


def share(value: Fraction) -> Result:
    """A percentage, as the catalogue keeps it: out of a hundred."""
    return single(SHARE, Cell(Figure(value)))


def tiles() -> Tiles:
    """A figure that rose, reached its target and was printed."""
    headline = single(ROUNDS, moved(1112, 11, 112), versus="année 2023", against=Against.PREVIOUS_YEAR)
    goals = single(ROUNDS, Cell(figure(1112), figure(1000), figure(11)), against=Against.TARGET)
    printed = {("interventions", "2024-12"): "RA 2024 p. 6"}
    return Tiles(headline=headline, goals=goals, history=headline, badges=printed)


def by_month(*values: int | None) -> Picture:
    """A figure month by month."""
    answered = months(ROUNDS, list(values))
    named = [
        [f"mois {n}", Entry("lu", Ref(answered, ROUNDS, cell, row))]
        for n, (row, cell) in enumerate(answered.column(ROUNDS), 1)
    ]
    columns = (Column("Mois"), Column(ROUNDS.label, is_number=True, metric=ROUNDS))
    return Picture(
        key="mois",
        chart=over_time(answered, ROUNDS),
        table=table("Interventions, 2024", columns, named),
        of=ROUNDS,
    )


def by_place(answered: Result) -> Picture:
    """A figure by agency."""
    return Picture(key="agences", chart=bars(answered, ROUNDS), table=cells(answered, ROUNDS), of=ROUNDS)


def hostile() -> Table:
    """A table of texts that a spreadsheet might carry out."""
    return table(
        "=Titre",
        (Column("-Nom"), Column("+Valeur", is_number=True)),
        [[each, Entry(each)] for each in HOSTILE],
    )
