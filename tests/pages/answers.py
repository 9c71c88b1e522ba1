"""Answers written by hand, for pieces of pages that only draw them."""

from datetime import date
from fractions import Fraction

from data_access.access import Domain
from metrics import period
from metrics.catalogue.dimensions import AGENCY, MONTH
from metrics.catalogue.facts import INTERVENTIONS
from metrics.catalogue.units import COUNT
from metrics.kinds import Polarity
from metrics.measures import count
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period, add_months
from metrics.query import Against, Comparison, Query
from metrics.result import MISSING, Cell, Figure, Result, Row
from metrics.unit import Unit

DAY = date(2024, 12, 31)


def metric(unit: Unit = COUNT, polarity: Polarity = Polarity.NONE, label: str = "Rondes") -> Metric:
    """A figure of the test's own."""
    counted = count(INTERVENTIONS, label="rondes")
    definition = "Rondes faites."
    return Metric(
        id="rounds",
        label=label,
        domain=Domain.ACTIVITY,
        unit=unit,
        definition=definition,
        measure=counted,
        polarity=polarity,
    )


def figure(value: int | str | Fraction | None) -> Figure:
    """A figure worth this; nothing loaded when it is None."""
    return MISSING if value is None else Figure(Fraction(value), numerator=Fraction(value))


def moved(value: int, percent: int, difference: int) -> Cell:
    """A figure that moved."""
    change = Figure(Fraction(percent), numerator=Fraction(difference))
    return Cell(figure(value), figure(value - difference), change)


def answer(
    each: Metric,
    cells: dict[str, Cell],
    *,
    span: str = "2024-12",
    by: Dimension | None = None,
    versus: str = "",
    against: Against = Against.NONE,
    day: date | None = DAY,
    partial: bool = False,
) -> Result:
    """An answer with a row per cell, named by its member."""
    return Result(
        query=Query(
            metrics=(each,),
            period=period.parse(span),
            by=(by,) if by else (),
            versus=Comparison(against),
        ),
        rows=tuple(
            Row((name,) if by else (), (name,) if by else (), (cell,)) for name, cell in cells.items()
        ),
        perimeter="Ensemble de l'association",
        versus_label=versus,
        data_dates=(day,),
        partial=(partial,),
        as_of=None,
        import_number=1,
    )


def single(each: Metric, cell: Cell, **more: object) -> Result:
    """An answer with its only figure."""
    return answer(each, {"": cell}, **more)  # type: ignore[arg-type]


def by_agency(each: Metric, cells: dict[str, Cell], **more: object) -> Result:
    """An answer by agency."""
    return answer(each, cells, by=AGENCY, **more)  # type: ignore[arg-type]


def months(each: Metric, values: list[int | None], last: date = date(2024, 12, 1)) -> Result:
    """An answer with a row per month, up to the last."""
    days = [add_months(last, n + 1 - len(values)) for n in range(len(values))]
    rows = tuple(
        Row((day,), (f"{day:%Y-%m}",), (Cell(figure(value)),))
        for day, value in zip(days, values, strict=True)
    )
    span = Period(Kind.FREE, days[0], add_months(last, 1))
    return Result(
        query=Query(metrics=(each,), period=span, by=(MONTH,)),
        rows=rows,
        perimeter="Ensemble de l'association",
        versus_label="",
        data_dates=(DAY,),
        partial=(False,),
        as_of=None,
        import_number=1,
    )
