"""Whatever the rows and the question, the engine agrees with a plain computation without SQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table, insert

from data_access import schema as s
from data_access.access import Domain
from data_access.aggregates import refresh
from metrics import period
from metrics.catalogue.facts import POSTS
from metrics.catalogue.units import COUNT
from metrics.kinds import When
from metrics.measures import count, distinct
from metrics.model import Measure, Metric
from tests.metrics import naive
from tests.metrics.asking import ask, references, values
from tests.metrics.store import put
from tests.metrics.unguarded import OPEN_STAFF
from tests.metrics.world import DEFAULTS

OUT_OF_ITS_YEAR = "–"  # a month that is not in the contract year of the member
examples = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
Where = dict[str, tuple[Any, ...]]

DAYS = st.dates(date(2023, 8, 20), date(2025, 1, 10))
DISPOSITIFS = st.sampled_from(sorted(naive.HOMES))
CALENDAR_SPANS = ("2024", "2024-03", "2024-T1", "2023-10..2024-09", "2024-02-10..2024-03-20", "2023..2024")
OTHER_SPANS = ("ytd:2024-05", "12m:2024-02", "scolaire:2023", "marche:2024")
SPANS = st.sampled_from(CALENDAR_SPANS + OTHER_SPANS)
VERSIONS = st.sampled_from([(1, None), (1, 3), (2, None), (3, None), (2, 5), (5, None)])


def facts(**columns: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """A few rows, each with its dispositif, its version and some columns."""
    row = st.fixed_dictionaries({"dispositif_id": DISPOSITIFS, "version": VERSIONS, **columns})
    return st.lists(row, max_size=12)


INTERVENTIONS = facts(
    day=DAYS,
    hour=st.sampled_from([9, 18]),
    sector_id=st.sampled_from([None, "R-NORD", "R-SUD", "N-EST"]),
    intervention_kind_id=st.sampled_from(["BRUIT", "CONFLIT"]),
    people_met=st.integers(0, 9),
)
HOURS = facts(day=DAYS, planned_minutes=st.integers(0, 60), done_minutes=st.integers(0, 60))
MONTH_ENDS = [date(2024, m, 1) - timedelta(1) for m in range(1, 13)]
STAFF_ROWS = facts(
    day=st.sampled_from(MONTH_ENDS),
    person=st.sampled_from(["ana", "bob", "cyd", "dan"]),
    contract=st.sampled_from(["permanent", "apprentice"]),
)
POST_ROWS = facts(valid_from=DAYS, lasts=st.one_of(st.none(), st.integers(1, 400)))

FILTERS: dict[str, st.SearchStrategy[tuple[Any, ...]]] = {
    "agency": st.sampled_from([("RENNES",), ("RENNES", "NANTES")]),
    "sector": st.sampled_from([("R-NORD",), (None,), ("N-EST", None)]),
    "intervention_kind": st.sampled_from([("BRUIT",), ("BRUIT", "CONFLIT")]),
}
WHERES = st.fixed_dictionaries({}, optional=FILTERS)
BREAKDOWNS = st.lists(
    st.sampled_from(
        ["agency", "dispositif", "sector", "city", "funder", "intervention_kind", "month", "weekday", "hour"]
    ),
    max_size=3,
    unique=True,
).map(tuple)


def _local(id_: str, measure: Measure) -> Metric:
    """A metric of the test's own, without secrecy, so that small numbers can be compared."""
    return Metric(id=id_, label=id_, domain=Domain.ACTIVITY, unit=COUNT, definition=id_, measure=measure)


ON_ROLL = _local("on_roll", count(OPEN_STAFF, label="présents"))
PEOPLE = _local("people", distinct(OPEN_STAFF, s.staff.c.person, when=When.EVERY, label="personnes"))
OPEN = _local("open", count(POSTS, label="ouverts"))
OPEN_AT_END = _local("open_at_end", count(POSTS, when=When.AT_END, label="ouverts à la fin"))


@contextmanager
def stored(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> Iterator[None]:
    """Writes the rows, and takes them back."""
    with connection.begin_nested() as savepoint:
        if rows:
            connection.execute(insert(table), [_whole(table, row) for row in rows])
            refresh(connection, table, date(2023, 1, 1), date(2026, 1, 1), None)
        yield
        savepoint.rollback()


def _whole(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    required = {column.name for column in table.c if not column.nullable}
    whole = {name: value for name, value in DEFAULTS.items() if name in required}
    whole |= {"agency_id": naive.HOMES[row["dispositif_id"]], "valid_to": _end(row), **row}
    whole["loaded_by"], whole["retired_by"] = row["version"]
    return {name: value for name, value in whole.items() if name in table.c}


def _end(row: dict[str, Any]) -> date | None:
    return row["valid_from"] + timedelta(row["lasts"]) if row.get("lasts") else None


def alive(rows: list[dict[str, Any]], as_of: int | None = None) -> list[dict[str, Any]]:
    """The rows known at an import, or today."""
    number = 9 if as_of is None else as_of
    return [
        row
        for row in rows
        if row["version"][0] <= number and (row["version"][1] is None or row["version"][1] > number)
    ]


def written(where: Where) -> str:
    """A filter in the notation of the commands."""
    return ",".join(
        f"{name}={'|'.join(each or 'vide' for each in each_of)}" for name, each_of in where.items()
    )


def same(engine: dict[Any, Any], plain: dict[tuple[Any, ...], Any], absent: Any, span: str) -> None:
    """Every line agrees; a line without row shows what nothing is worth."""
    lines = {key if isinstance(key, tuple) else (key,): figure for key, figure in engine.items()}
    if span == "marche:2024":
        lines = {key: figure for key, figure in lines.items() if key in plain or figure != OUT_OF_ITS_YEAR}
    assert set(plain) <= set(lines)
    assert lines == {key: plain.get(key, absent) for key in lines}


@examples
@given(rows=INTERVENTIONS, span=SPANS, by=BREAKDOWNS, where=WHERES, as_of=st.sampled_from([None, 1, 2, 3, 5]))
def test_counts_and_sums_agree_with_a_plain_computation(db: Connection, rows, span, by, where, as_of) -> None:
    found = naive.grouped(naive.kept(alive(rows, as_of), period.parse(span), where), by)
    with stored(db, s.intervention, rows):
        asked = {"span": span, "by": ",".join(by), "where": written(where), "as_of": as_of}
        same(
            values(ask(db, "interventions", **asked)),
            {key: len(each) for key, each in found.items()},
            0,
            span,
        )
        people = {key: naive.total(each, "people_met") for key, each in found.items()}
        same(values(ask(db, "people_met", **asked)), people, 0, span)


@examples
@given(rows=HOURS, span=SPANS, by=st.sampled_from([(), ("agency",), ("month",), ("month", "dispositif")]))
def test_ratios_agree_with_a_plain_computation(db: Connection, rows, span, by) -> None:
    found = naive.grouped(naive.kept(alive(rows), period.parse(span), {}), by)
    rates = {key: naive.ratio(each, "done_minutes", "planned_minutes") for key, each in found.items()}
    with stored(db, s.field_hours, rows):
        same(values(ask(db, "presence_rate", span=span, by=",".join(by))), rates, "n.c.", span)


@examples
@given(
    rows=INTERVENTIONS, span=SPANS, by=st.sampled_from(["agency", "dispositif", "sector", "weekday", "month"])
)
def test_the_parts_of_a_flow_add_up_to_its_total(db: Connection, rows, span, by) -> None:
    with stored(db, s.intervention, rows):
        for metric in ("interventions", "people_met"):
            parts = values(ask(db, metric, span=span, by=by))
            told = [part for part in parts.values() if part != OUT_OF_ITS_YEAR]  # of no contract year
            assert sum(told) == values(ask(db, metric, span=span))[()]


@examples
@given(
    rows=STAFF_ROWS,
    span=st.sampled_from(["2024", "2024-03", "2024-T1", "2023-12..2024-06"]),
    by_contract=st.booleans(),
)
def test_stocks_and_distinct_people_agree_with_a_plain_computation(
    db: Connection, rows, span, by_contract
) -> None:
    by = ("contract",) if by_contract else ()
    asked, known = period.parse(span), alive(rows)
    every = naive.grouped(naive.kept(known, asked, {}), by)
    last = naive.last_day(known, asked)
    with stored(db, s.staff, rows):
        on_roll = {key: len([row for row in each if row["day"] == last]) for key, each in every.items()}
        same(
            values(ask(db, ON_ROLL, span=span, by=",".join(by))),
            {k: n for k, n in on_roll.items() if n},
            0,
            span,
        )
        people = {key: len({row["person"] for row in each}) for key, each in every.items()}
        same(values(ask(db, PEOPLE, span=span, by=",".join(by))), people, 0, span)


@examples
@given(rows=POST_ROWS, span=SPANS)
def test_spans_agree_with_a_plain_computation_day_by_day(db: Connection, rows, span) -> None:
    asked = period.parse(span)
    known = [row | {"valid_to": _end(row)} for row in alive(rows)]
    opened = {row["dispositif_id"]: naive.days(asked, row["dispositif_id"]) for row in known}
    at_any_time = [
        row for row in known if any(naive.is_open(row, day) for day in opened[row["dispositif_id"]])
    ]
    at_end = [row for row in known if naive.is_open(row, max(opened[row["dispositif_id"]]))]
    with stored(db, s.post, rows):
        assert values(ask(db, OPEN, OPEN_AT_END, span=span)) == {(): (len(at_any_time), len(at_end))}


@examples
@given(
    rows=INTERVENTIONS, span=SPANS, versus=st.sampled_from(["previous-year", "previous-period", "2023-12"])
)
def test_a_reference_is_what_its_own_period_answers(db: Connection, rows, span, versus) -> None:
    asked = period.parse(span)
    other = {"previous-year": asked.previous_year(), "previous-period": asked.previous()}.get(versus, versus)
    with stored(db, s.intervention, rows):
        compared = references(ask(db, "people_met", span=span, by="agency", versus=versus))
        alone = ask(db, "people_met", span=str(other), by="agency")
        whole = values(alone)
        assert compared == (dict.fromkeys(whole, "n.d.") if alone.partial[0] else whole)


@examples
@given(rows=INTERVENTIONS, span=SPANS, by=BREAKDOWNS)
def test_a_dimension_row_nothing_points_at_changes_nothing(db: Connection, rows, span, by) -> None:
    with stored(db, s.intervention, rows):
        before = values(ask(db, "people_met", span=span, by=",".join(by)))
        put(
            db,
            """
            city        id     name
                        ROZE   Rezé

            sector      id     name      city
                        ROZE1  Château   ROZE

            funder      id     name      kind
                        OTHER  Autre     state

            dispositif  id     agency    funder  contract_year_month
                        SLEEP  NANTES    OTHER   1
            """,
        )
        assert values(ask(db, "people_met", span=span, by=",".join(by))) == before
