"""After any sequence of loads and undos, the sums kept say what the rows say, whatever is asked."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from data_access import schema as s
from data_access.aggregates import AGGREGATES, Aggregate
from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.ingest.load import load
from data_access.ingest.undo import undo
from data_access.versions import known_at, last_import
from tests.metrics import naive
from tests.metrics.asking import ask, values
from tests.metrics.store import put
from tests.metrics.world import WORLD

HEADERS = "Date;Heure;Dispositif;Secteur;Type;Personnes rencontrées"
MONTHS = [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)]
DISPOSITIFS = sorted(naive.HOMES)
QUESTIONS = st.fixed_dictionaries(
    {
        "span": st.sampled_from(["2024", "2024-02", "2024-T1", "marche:2024", "2024-01-10..2024-02-20"]),
        "by": st.lists(
            st.sampled_from(
                [
                    "month",
                    "agency",
                    "dispositif",
                    "sector",
                    "city",
                    "intervention_kind",
                    "intervention_family",
                    "weekday",
                    "hour",
                ]
            ),
            max_size=3,
            unique=True,
        ).map(",".join),
        "where": st.sampled_from(
            ["", "agency=RENNES", "sector=R-NORD|vide", "hour=9|18", "intervention_kind=BRUIT"]
        ),
        "versus": st.sampled_from(["none", "previous-year"]),
    }
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of interventions: one or two months, of one dispositif or of all, with a few rows."""
    first = draw(st.sampled_from(MONTHS[:2]))
    last = draw(st.sampled_from([month for month in MONTHS if month >= first][:2]))
    own = draw(st.sampled_from([None, *DISPOSITIFS]))
    within = st.dates(first, last + timedelta(27))
    row = st.tuples(
        within.map(lambda day: f"{day:%d/%m/%Y}"),
        st.sampled_from([9, 18, 23]),
        st.just(own) if own else st.sampled_from(DISPOSITIFS),
        st.sampled_from(["", "R-NORD", "R-SUD", "N-EST"]),
        st.sampled_from(["BRUIT", "CONFLIT"]),
        st.integers(0, 9),
    )
    block = ["Fichier;interventions", f"Période;{first:%Y-%m}..{last:%Y-%m}"]
    block += [f"Dispositif;{own}"] if own else []
    lines = [";".join(map(str, each)) for each in draw(st.lists(row, max_size=6))]
    return "\n".join([*block, HEADERS, *lines]).encode()


STEPS = st.lists(st.one_of(files(), st.integers(1, 6)), min_size=1, max_size=6)  # a number is undone


@pytest.fixture
def town(store: str) -> str:
    """Both engines in turn: a store of its own with the small world."""
    with writing(store) as connection:
        put(connection, WORLD)
    return store


def replay(url: str, steps: list[bytes | int]) -> None:
    """From an empty store, loads each file and undoes each number that can be."""
    loaded = [each.table for each in AGGREGATES] + [s.intervention, s.coverage, s.imports]
    with writing(url) as connection:
        for table in loaded:
            connection.execute(delete(table))
    for step in steps:
        if isinstance(step, bytes):
            load(url, "x.csv", step, "essai")
            continue
        try:
            undo(url, step, "essai")
        except StoreError:  # no such import, or another one stands over it
            continue


def kept_sums(url: str, kept: Aggregate) -> dict[tuple[Any, ...], list[int]]:
    """What an aggregate says, by month and key; a key stands once."""
    columns = [kept.table.c[name] for name in ("day", *kept.by, "rows", *kept.sums)]
    with reading_engine(url).connect() as connection:
        lines = [tuple(line) for line in connection.execute(select(*columns))]
    width = 1 + len(kept.by)
    found = {line[:width]: [*line[width:]] for line in lines}
    assert len(found) == len(lines)
    return found


def plain_sums(url: str, kept: Aggregate) -> dict[tuple[Any, ...], list[int]]:
    """The same from the rows of today, added up in Python."""
    with reading_engine(url).connect() as connection:
        rows = connection.execute(select(kept.fact).where(known_at(kept.fact, None))).mappings().all()
    found: dict[tuple[Any, ...], Counter[str]] = {}
    for row in rows:
        told = {**row, "weekday": row["day"].isoweekday()}
        sums = found.setdefault((row["day"].replace(day=1), *(told[n] for n in kept.by)), Counter())
        sums.update({"rows": 1, **{name: row[name] for name in kept.sums}})
    return {key: [sums[name] for name in ("rows", *kept.sums)] for key, sums in found.items()}


def lines_of(url: str, as_of: int | None, asked: dict[str, str]) -> Iterator[dict[Any, Any]]:
    with reading_engine(url).connect() as connection:
        number = as_of and last_import(connection)
        for metrics in (("interventions", "people_met"), ("people_met",)):
            yield values(ask(connection, *metrics, **asked, as_of=number))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, questions=st.lists(QUESTIONS, min_size=3, max_size=3))
def test_sums_kept_by_loads_and_undos_answer_what_the_rows_answer(town: str, steps, questions) -> None:
    replay(town, steps)
    for kept in AGGREGATES:
        assert kept_sums(town, kept) == plain_sums(town, kept)
    for asked in questions:
        today, from_rows = lines_of(town, None, asked), lines_of(town, 1, asked)
        assert list(today) == list(from_rows)  # as-of is read from the rows
