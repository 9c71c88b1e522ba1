"""Of the sample years, nobody finds out what is hidden, but what the annual reports print and so tell.

The juries of six years, the apprentices of two, the moves of a year beside the year-ends: each a population
that someone asks everything about. The staff has a file of its own.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, text

from data_access.engine import reading_engine
from metrics import masks
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import AGENCY, YEAR
from metrics.context import Context, context
from metrics.period import parse
from metrics.query import Query
from metrics.run import ask
from tests.metrics.adversary import Attacker, Book, Meaning
from tests.metrics.asking import EVERYTHING, known
from tests.metrics.sample_people import AGENCIES, finest, found_out


@pytest.fixture(scope="module")
def store(sample_store: str) -> Iterator[tuple[Connection, Context]]:
    """The sample years on one engine: masks are the same on the other."""
    with reading_engine(sample_store).connect() as connection:
        yield connection, context(sample_store)


# --- juries ----------------------------------------------------------------------------------------------

YEARS = ("2019", "2020", "2021", "2022", "2023", "2024")
PASSED, OWN = {"exam_result": ["passed"]}, {"employer": ["own"]}
EXAMS = {
    "candidates": Meaning({}),
    "graduates": Meaning(PASSED),
    "partial_titles": Meaning({"exam_result": ["partial"]}),
    "employee_graduates": Meaning({**PASSED, **OWN}),
    "pass_rate": Meaning(PASSED, {}),
    "msads_graduates_share": Meaning({**PASSED, "programme": ["MSADS"]}, PASSED),
    "amis_graduates_share": Meaning({**PASSED, "programme": ["AMIS"]}, PASSED),
}
EXAM_MEMBERS = {
    "agency": ("RENNES", "NANTES", "ANGERS"),
    "employer": ("own", "private", "public"),
    "programme": ("AMIS", "MSADS"),
    "exam_result": ("passed", "partial", "failed"),
}
EXAM_SQL = """
    SELECT substr(day, 1, 4), agency_id, employer, programme_id, result, count(*)
    FROM exam WHERE retired_by IS NULL GROUP BY 1, 2, 3, 4, 5
"""
# printed by the reports: « 4 salariés d'Optima diplômés » in 2024
PRINTED_OF_EXAMS = ["2024 employer=own, exam_result=passed: 4 to 4"]


def test_of_juries_nothing_is_found_but_what_is_printed(
    store: tuple[Connection, Context], sample_store: str
) -> None:
    spans = {"2019..2024": YEARS, "2019..2023": YEARS[:-1], "2022..2024": YEARS[3:]}
    book = Book(
        meanings=EXAMS,
        members=EXAM_MEMBERS,
        dates={year: (year,) for year in YEARS} | spans,
        tables=tuple(((by, "exam_result"), 5) for by in ("agency", "employer", "programme")),
        says={"candidates": (), "graduates": (), "partial_titles": ()},
        several=("exam_result", "agency"),
        sums=spans,
    )
    assert found_out(store, book, finest(EXAM_MEMBERS, *YEARS), EXAM_SQL) == PRINTED_OF_EXAMS


# --- apprentices in training -----------------------------------------------------------------------------

INTERRUPTED, PRESENTED = {"outcome": ["interrupted"]}, {"outcome": ["passed"]}
BOTH = {"outcome": ["interrupted", "passed"]}
ENROLMENTS = {
    "apprentices_in_training": Meaning({}),
    "interruptions": Meaning(INTERRUPTED),
    "interruption_rate": Meaning(INTERRUPTED, {}),
    "presentation_rate": Meaning(PRESENTED, BOTH),
}
ENROLMENT_MEMBERS = {
    "agency": AGENCIES,
    "employer": ("own", "private", "public"),
    "programme": ("AMIS", "MSADS"),
    "outcome": ("interrupted", "passed", "running"),  # presented to a jury, whatever it gave, is one
}
ENROLMENT_SQL = """
    SELECT year, agency_id, employer, programme_id,
        CASE WHEN substr(ended_on, 1, 4) = year AND outcome = 'interrupted' THEN 'interrupted'
             WHEN substr(ended_on, 1, 4) = year THEN 'passed' ELSE 'running' END,
        count(*)
    FROM enrolment, (SELECT '2023' AS year UNION SELECT '2024')
    WHERE retired_by IS NULL AND substr(valid_from, 1, 4) <= year
        AND (valid_to IS NULL OR valid_to > year || '-01-01')
    GROUP BY 1, 2, 3, 4, 5
"""


def test_of_apprentices_in_training_nothing_is_found(store: tuple[Connection, Context]) -> None:
    asked = {name: members for name, members in ENROLMENT_MEMBERS.items() if name != "outcome"}
    book = Book(
        meanings=ENROLMENTS,
        members=ENROLMENT_MEMBERS,
        dates={"2023": ("2023",), "2024": ("2024",)},
        tables=tuple(((by, "outcome"), 5) for by in asked),
        says={"apprentices_in_training": ("outcome",), "interruptions": ()},
        several=("agency", "employer"),
    )
    assert found_out(store, book, finest(ENROLMENT_MEMBERS, "2023", "2024"), ENROLMENT_SQL) == []


# --- who came and left -----------------------------------------------------------------------------------

MOVES = {
    name: Meaning({"move": [move]})
    for name, move in (
        ("entries", "entry"),
        ("exits", "exit"),
        ("transfers_in", "transfer_in"),
        ("transfers_out", "transfer_out"),
    )
}
MOVE_MEMBERS = {"move": ("entry", "exit", "transfer_in", "transfer_out"), "agency": AGENCIES}
MOVE_SQL = """
    SELECT substr(day, 1, 4), move, agency_id, count(*) FROM staff_move
    WHERE retired_by IS NULL GROUP BY 1, 2, 3
"""


def found_of_moves(connection: Connection, context: Context, sample_store: str) -> list[str]:
    """What is found of the moves of an agency by whoever also looks at its year-ends."""
    book = Book(
        meanings=MOVES,
        members={"agency": AGENCIES, "move": MOVE_MEMBERS["move"]},
        dates={"2023": ("2023",), "2024": ("2024",)},
        tables=((("move", "agency"), 5),),
        says=dict.fromkeys(MOVES, ()),
        several=("agency",),
    )
    attacker = Attacker(book, finest(MOVE_MEMBERS, "2023", "2024"))
    attacker.ask_all(connection, context, EVERYTHING)
    ends = Query(metrics=(METRICS["headcount"],), period=parse("2023..2024"), by=(YEAR, AGENCY))
    heads = {row.keys: row.cells[0].figure.value for row in ask(sample_store, ends, EVERYTHING).rows}
    for agency in AGENCIES:
        before, after = heads[date(2023, 1, 1), agency], heads[date(2024, 1, 1), agency]
        if before is not None and after is not None:
            here = {"date": ["2024"], "agency": [agency]}
            came = attacker.holding({**here, "move": ["entry", "transfer_in"]})
            left = attacker.holding({**here, "move": ["exit", "transfer_out"]})
            attacker.learn(came - left, float(after - before))
    moves = Counter({tuple(map(str, row[:-1])): row[-1] for row in connection.execute(text(MOVE_SQL))})
    return [hole for hole in attacker.holes(moves) if "agency" in hole]


def test_of_who_came_and_left_nothing_is_found_from_the_year_ends(
    store: tuple[Connection, Context], sample_store: str
) -> None:
    assert found_of_moves(*store, sample_store) == []


def test_who_left_is_found_when_masks_do_not_look_at_the_year_ends(
    store: tuple[Connection, Context], sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection, _ = store
    monkeypatch.setattr(masks, "balance", lambda *_: ([], set()))
    assert found_of_moves(connection, known(connection), sample_store) != []
