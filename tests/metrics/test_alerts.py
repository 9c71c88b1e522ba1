"""Alerts by hand: each kind where it must be, and nothing where there is nothing to look at."""

from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import Connection

from metrics import period
from metrics.alert import Alert, Subject
from metrics.alerts import alerts, of_figures, of_year
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.period import add_months
from metrics.query import Filter, Query
from metrics.result import MISSING, Cell, Figure, Result, Row
from metrics.run import answer
from metrics.unusual import is_unusual
from tests.metrics.asking import EVERYTHING, known
from tests.metrics.store import cover, put

HOURS, REVENUE = metric("field_hours"), metric("revenue")


def figures(db: Connection, *names: str, span: str = "2024-12") -> list[Alert]:
    """What the figures of a period raise."""

    def asker(query: Query) -> Result:
        return answer(db, query, EVERYTHING, known(db))

    return list(of_figures(asker, tuple(map(metric, names)), period.parse(span)))


def target(name: str, value: int) -> str:
    """A target of the whole association for December 2024."""
    return f"""
        target  metric  valid_from  valid_to    value_thousandths
                {name}  2024-12-01  2025-01-01  {value * 1000}
    """


HOURS_DONE = """
        field_hours  day         done_minutes  planned_minutes
                     2024-12-05  {minutes}     0
"""


@pytest.fixture(autouse=True)
def last_day_of_2024(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2024-12-31")


def test_a_target_missed_is_told_with_what_was_reached_and_aimed_at(db: Connection) -> None:
    put(db, HOURS_DONE.format(minutes=9 * 60) + target("field_hours", 10))
    (alert,) = figures(db, "field_hours")
    assert (alert.subject, alert.metric, alert.month) == (Subject.TARGET, HOURS, None)
    assert alert.sentence == "Heures de terrain : 9\u00a0h pour un objectif de 10\u00a0h."


def test_the_stop_of_a_unit_ends_the_alert(db: Connection) -> None:
    put(db, "intervention day people_met\n 2024-12-05 9\n\n" + target("people_met", 10))
    (alert,) = figures(db, "people_met")
    assert alert.said == "9\u00a0pers. pour un objectif de 10\u00a0pers."


@pytest.mark.parametrize("hours", [10, 11])
def test_a_target_reached_is_no_alert(db: Connection, hours: int) -> None:
    put(db, HOURS_DONE.format(minutes=hours * 60) + target("field_hours", 10))
    assert figures(db, "field_hours") == []


def test_less_is_better_turns_a_target_round(db: Connection) -> None:
    put(db, "rse_action status due_on\n running 2024-12-05\n running 2024-12-06")
    put(db, target("rse_actions_late", 1))
    assert [each.subject for each in figures(db, "rse_actions_late")] == [Subject.TARGET]


def test_a_figure_that_is_neither_good_nor_bad_has_a_target_to_reach(db: Connection) -> None:
    put(db, "intervention day\n 2024-12-05" + "\n\n" + target("interventions", 10))
    assert [each.subject for each in figures(db, "interventions")] == [Subject.TARGET]


@pytest.mark.parametrize(("hours", "missed"), [(98, False), (97, True)])  # 2 % of 100 h is its neutral band
def test_a_target_is_missed_beyond_the_neutral_band_only(db: Connection, hours: int, missed: bool) -> None:
    put(db, HOURS_DONE.format(minutes=hours * 60) + target("field_hours", 100))
    assert bool(figures(db, "field_hours")) is missed


def test_a_target_is_not_missed_while_months_are_to_come(bare: Connection) -> None:
    cover(bare, "heures de terrain", "2024-01", "2024-11")
    put(bare, "field_hours day done_minutes planned_minutes\n 2024-11-05 60 0")
    put(
        bare,
        """
        target  metric       valid_from  valid_to    value_thousandths
                field_hours  2024-01-01  2025-01-01  5000
        """,
    )
    assert figures(bare, "field_hours", span="2024") == []
    cover(bare, "heures de terrain", "2024-12")
    assert [each.subject for each in figures(bare, "field_hours", span="2024")] == [Subject.TARGET]


def test_a_month_out_of_the_trend_is_told_with_its_month(db: Connection) -> None:
    changes = [0, 10] * 6 + [100]  # in percent of the 100 of each month a year before
    months = [add_months(date(2023, 12, 1), place) for place in range(13)]
    cents = {add_months(month, -12): 10_000 for month in months}
    cents |= {month: 10_000 + 100 * change for month, change in zip(months, changes, strict=True)}
    put(db, "ledger day amount_cents\n" + "\n".join(f"{day} {amount}" for day, amount in cents.items()))
    alerts = figures(db, "revenue")
    assert [(each.subject, each.metric, each.month) for each in alerts] == [
        (Subject.UNUSUAL, REVENUE, date(2024, 12, 1))
    ]
    assert "en déc. 2024 sur un an" in alerts[0].sentence


@pytest.mark.parametrize(
    ("before", "last", "unusual"),
    [
        ([1, 2, 3, 1, 2, 3], 6, True),  # median 2, spread 1: beyond 2 + 3.5 x 1
        ([1, 2, 3, 1, 2, 3], Fraction(11, 2), False),  # on the limit
        ([1, 2, 3, 1, 2, 3], -2, True),
        ([2, 2, 2, 2, 2, 2], 50, False),  # no spread to measure with
        ([1, 2, 3, 1, 2], 50, False),  # five months are too few
    ],
)
def test_unusual_is_three_and_a_half_spreads_from_the_median(
    before: list[int], last: int | Fraction, unusual: bool
) -> None:
    assert is_unusual([Fraction(each) for each in before], Fraction(last)) is unusual


def told(name: str, value: str | None, before: str | None = None) -> list[Alert]:
    """What the last calendar year says of one figure, worth so much after so much."""
    each = metric(name)
    worth = [MISSING if number is None else Figure(Fraction(number)) for number in (value, before)]
    known = value is not None and before is not None
    moved = Figure((Fraction(value or 0) / Fraction(before or 1) - 1) * 100) if known else MISSING

    def asker(query: Query) -> Result:
        empty = Cell(MISSING, MISSING, MISSING)
        cells = tuple(Cell(*worth, moved) if one is each else empty for one in query.metrics)
        asked.append(query.period)
        return Result(
            query=query, rows=(Row((), (), cells),), perimeter="", versus_label="", data_dates=(None,) * 3,
            partial=(False,) * 3, as_of=None, import_number=1,
        )  # fmt: skip

    asked: list[period.Period] = []
    found = list(of_year(asker, period.parse("2024-11")))
    assert asked == [period.year(2023)]  # the last year that is over in November
    return found


@pytest.mark.parametrize(
    ("points", "asks"), [("85", ""), ("84", "85 points"), ("75", "85 points"), ("74", "75 points")]
)
def test_the_index_is_watched_below_what_the_law_asks_to_publish_then_to_correct(
    points: str, asks: str
) -> None:
    found = [each.said for each in told("equality_index", points)]
    assert [asks in said for said in found] == ([True] if asks else [])
    assert all(f"{points}\u00a0/100 en 2023." in said for said in found)
    assert all(said.endswith("(Code du travail, articles L1142-7 et suivants).") for said in found)


@pytest.mark.parametrize(
    ("after", "before", "watched"),
    [("2.94", "2.56", True), ("2.56", "2.94", False), ("102", "100", False), ("103", "100", True),
     ("3", None, False), (None, "3", False)],
)  # fmt: skip
def test_accidents_are_watched_when_they_grow_beyond_their_neutral_band(
    after: str | None, before: str | None, watched: bool
) -> None:
    found = told("accident_severity", after, before)
    assert [each.subject for each in found] == ([Subject.WATCHED] if watched else [])


def test_a_figure_of_the_whole_says_so_on_a_page_kept_to_an_agency(sample_store: str) -> None:
    where = (Filter(AGENCY, ("RENNES",)),)
    found = alerts(sample_store, (metric("equality_index"),), period.year(2023), EVERYTHING, where)
    assert [each.about for each in found if each.subject is Subject.WATCHED] == [
        "Index égalité femmes-hommes (hors filtre agence)"
    ]


def test_a_figure_that_is_refused_leaves_the_others_told(db: Connection) -> None:
    put(db, HOURS_DONE.format(minutes=9 * 60) + target("field_hours", 10))
    metrics = tuple(map(metric, ("apprentices_in_year", "field_hours")))

    def asker(query: Query) -> Result:
        return answer(db, query, EVERYTHING, known(db))

    found = list(of_figures(asker, metrics, period.parse("2024-12")))
    assert [each.about for each in found] == ["Heures de terrain"]


def test_no_month_after_the_data_is_out_of_the_ordinary(bare: Connection) -> None:
    """Eleven markets at each month-end of two years; one left a year later, which nothing loaded tells of."""
    cover(bare, "interventions", "2023-01", "2024-12")
    put(
        bare,
        """
        coverage  kind     month  dispositif
                  marchés  -      -

        market  dispositif  valid_from  valid_to
                JOUR        2022-01-01  -
                QUARTIER    2022-01-01  2025-06-01
        """,
    )
    assert figures(bare, "field_dispositifs", span="2024-09..2025-08") == []
