"""Each command that tells figures leaves one row in the trail, written before anything is told."""

from urllib.parse import parse_qs

import pytest

from data_access.access import Role
from data_access.audit import Action, broken, traces
from data_access.engine import reading_engine, writing
from data_access.people import add_person
from metrics import __main__ as commands
from metrics import taken
from tests.metrics.running import MISTAKE, Run

TELL = {  # a question for each command that tells figures
    "ask": ("headcount", "--period", "2024", "--by", "sex"),
    "reconcile": (),
    "rse": ("--period", "2024"),
    "bpf": ("--year", "2024"),
}
TELL_NOTHING = {"list", "glossary"}  # declarations, known to everyone
WRITE = {"export", "document"}  # a file: see test_exporting.py and test_documenting.py


def test_every_command_tells_figures_here_or_is_known_to_tell_none() -> None:
    """A new command is met below, or is said to read nothing."""
    assert set(commands._parser().commands) == set(TELL) | WRITE | TELL_NOTHING


@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["words", "json"])
@pytest.mark.parametrize("command", TELL)
def test_a_command_leaves_one_row(run: Run, told_store: str, command: str, as_json: tuple[str, ...]) -> None:
    def rows() -> list[tuple[str, str]]:
        with reading_engine(told_store).connect() as connection:
            return [(row.action, row.view) for row in traces(connection, 1_000)]

    before = rows()
    _, out, _ = run(command, *TELL[command], *as_json, store=told_store)
    assert out
    assert rows() == [(Action.EXPORT, f"commande {command}"), *before]


def test_the_row_says_who_asked_what_and_how_many_cells_were_hidden(run: Run, told_store: str) -> None:
    with writing(told_store) as connection:
        add_person(connection, "conseil@exemple.fr", Role.BOARD, by="test")
    asked = ("headcount", "--period", "2024", "--by", "sex", "--person", "conseil@exemple.fr")
    code, _, _ = run("ask", *asked, store=told_store)
    assert code == 0
    with reading_engine(told_store).connect() as connection:
        row = next(traces(connection, 1))
        assert broken(connection) is None
    assert row.person.startswith("opérateur")
    assert row.detail == "avec les droits de conseil@exemple.fr"
    said = {"metrics": ["headcount"], "period": ["2024"], "by": ["sex"], "versus": ["none"]}
    assert parse_qs(row.filters) == said
    assert (row.rows, row.hidden) == (2, 0)  # women, men


def test_nothing_is_told_when_no_row_can_be_written(
    run: Run, told_store: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_given: object) -> None:
        raise OSError("full")

    monkeypatch.setattr(taken, "record", full)
    for command, words in TELL.items():
        with pytest.raises(OSError, match="full"):
            run(command, *words, store=told_store)
        assert capsys.readouterr().out == ""


def test_a_question_that_is_refused_leaves_no_row(run: Run, told_store: str) -> None:
    with reading_engine(told_store).connect() as connection:
        before = len(list(traces(connection, 1_000)))
    assert run("ask", "headcount", "--period", "2024", "--by", "job", store=told_store)[0] == MISTAKE
    with reading_engine(told_store).connect() as connection:
        assert len(list(traces(connection, 1_000))) == before
