"""The commands: the same answers as the screen, French sentences on mistakes, never a traceback."""

import json
from typing import Any

import pytest

from data_access.access import Role
from data_access.engine import writing
from data_access.people import add_person
from metrics import __main__ as commands
from metrics.__main__ import GLOSSARY, main
from metrics.catalogue import METRICS
from tests.metrics.asking import ask as asked_directly
from tests.metrics.running import MISTAKE, Run
from tests.metrics.store import book, cover_everything, put
from tests.metrics.world import WORLD

ROWS = """
    intervention  day         dispositif  people_met  loaded_by
                  2024-05-01  JOUR        3           1
                  2024-05-02  QUARTIER    5           1
                  2023-05-01  JOUR        2           1
                  2024-05-02  NUIT        7           1
                  2024-05-02  NUIT        100         2

    field_hours   day         planned_minutes  done_minutes
                  2024-05-01  120              90

    staff         day         agency  times
                  2024-12-31  RENNES  3
                  2024-12-31  NANTES  20
"""


@pytest.fixture
def filled(store: str) -> str:
    """A small store that two imports filled."""
    with writing(store) as connection:
        put(connection, WORLD)
        cover_everything(connection)
        book(connection, 1)
        book(connection, 2)
        put(connection, ROWS)
        add_person(connection, "rennes@exemple.fr", Role.AGENCY_MANAGER, frozenset({"RENNES"}), by="test")
        add_person(connection, "conseil@exemple.fr", Role.BOARD, by="test")
    return store


def as_json(answer: tuple[int, str, str]) -> Any:
    """What a command answered to a program."""
    code, out, err = answer
    assert (code, err) == (0, "")
    return json.loads(out)


def test_list_names_every_metric(run: Run) -> None:
    code, out, _ = run("list")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == list(METRICS)
    assert "Salariés" in out
    assert "Effectifs" in out


def test_list_as_json_gives_identifier_label_and_domain(run: Run) -> None:
    listed = as_json(run("list", "--json"))
    assert listed[0] == {"id": "interventions", "label": "Interventions", "domain": "activity"}
    assert [each["id"] for each in listed] == list(METRICS)


def test_ask_as_json_carries_the_figure_and_everything_around_it(run: Run, filled: str) -> None:
    question = ("ask", "presence_rate", "--period", "2024-05", "--where", "agency=Rennes", "--json")
    answer = as_json(run(*question, "--versus", "previous-year", store=filled))
    assert {name: answer[name] for name in answer if name != "rows"} == {
        "period": "2024-05",
        "period_label": "mai 2024",
        "comparison": "previous-year",
        "comparison_label": "mai 2023",
        "perimeter": "Agence : Rennes",
        "data_date": "2024-05-31",
        "partial": {"presence_rate": False},
        "as_of": None,
        "import": 2,
    }
    (row,) = answer["rows"]
    figure = row["figures"]["presence_rate"]
    assert row["by"] == {}
    assert (figure["value"], figure["state"]) == (75, "present")
    assert (figure["numerator"], figure["denominator"]) == (1.5, 2)
    assert (figure["unit"], figure["definition_version"]) == ("%", 1)
    assert figure["reference"] == {"value": None, "state": "not_computable", "numerator": 0, "denominator": 0}
    assert (figure["change"]["state"], figure["change"]["unit"]) == ("not_computable", "pt")


def test_ask_as_json_names_each_member_and_hides_what_the_screen_hides(run: Run, filled: str) -> None:
    answer = as_json(run("ask", "headcount", "--period", "2024", "--by", "agency", "--json", store=filled))
    shown = {row["by"]["agency"]: row["figures"]["headcount"] for row in answer["rows"]}
    assert shown["Rennes"] == shown["Nantes"]
    assert (shown["Rennes"]["value"], shown["Rennes"]["state"]) == (None, "hidden")
    assert (shown["Rennes"]["numerator"], shown["Rennes"]["denominator"]) == (None, None)
    assert (shown["Angers"]["value"], shown["Angers"]["state"]) == (0, "present")


def test_ask_answers_what_the_engine_answers(run: Run, filled: str) -> None:
    with writing(filled) as connection:
        direct = asked_directly(connection, "people_met", by="dispositif", versus="previous-year")
    words = ("--period", "2024", "--by", "dispositif", "--versus", "previous-year", "--json")
    answer = as_json(run("ask", "people_met", *words, store=filled))
    told = [row["figures"]["people_met"] for row in answer["rows"]]
    cells = [row.cells[0] for row in direct.rows]
    assert [each["value"] for each in told] == [cell.figure.value for cell in cells]
    assert [each["reference"]["value"] for each in told] == [cell.reference.value for cell in cells]
    assert [each["change"]["value"] for each in told] == [cell.change.value for cell in cells]


def test_ask_reads_the_past_by_number_and_by_day(run: Run, filled: str) -> None:
    question = ("ask", "people_met", "--period", "2024", "--json")
    value = {
        as_of: as_json(run(*question, *as_of, store=filled))["rows"][0]["figures"]["people_met"]["value"]
        for as_of in ((), ("--as-of", "1"), ("--as-of", "2"))
    }
    assert list(value.values()) == [3 + 5 + 7 + 100, 3 + 5 + 7, 3 + 5 + 7 + 100]
    assert as_json(run(*question, "--as-of", "1", store=filled))["as_of"] == 1
    assert (
        as_json(run(*question, "--as-of", "2040-01-01", store=filled))["as_of"] == 2
    )  # the last one by that day


def test_ask_reads_with_the_rights_of_the_person(run: Run, filled: str) -> None:
    question = ("ask", "people_met", "--period", "2024", "--json", "--person", "rennes@exemple.fr")
    answer = as_json(run(*question, store=filled))
    assert answer["rows"][0]["figures"]["people_met"]["value"] == 3
    assert answer["perimeter"] == "Agence : Rennes"


def test_ask_in_words_reads_as_a_small_table(run: Run, filled: str) -> None:
    words = (
        "ask",
        "people_met",
        "presence_rate",
        "--period",
        "2024",
        "--by",
        "agency",
        "--versus",
        "previous-year",
    )
    code, out, _ = run(*words, store=filled)
    assert code == 0
    head, titles, rennes, *_ = out.splitlines()
    assert head == "Ensemble de l'association — année 2024, comparé à : année 2023"
    assert titles.split("  ")[0] == "Agence"
    assert "Personnes rencontrées" in titles
    assert "+1\u00a0pers." in rennes  # from 2, a percentage would say too much
    assert "75,0\u00a0%" in rennes
    assert out.rstrip().endswith("Données au 31 décembre 2024.")


@pytest.mark.parametrize(
    ("by", "first"),
    [("month", "janv. 2024"), ("quarter", "T1 2024"), ("year", "2024"), ("dispositif", "JOUR")],
)
def test_ask_in_words_names_steps_of_time_and_members(run: Run, filled: str, by: str, first: str) -> None:
    _, out, _ = run("ask", "people_met", "--period", "2024", "--by", by, store=filled)
    assert out.splitlines()[2].split("  ")[0] == first


def test_ask_refuses_what_the_role_does_not_allow(run: Run, filled: str) -> None:
    question = ("ask", "headcount", "--period", "2024", "--by", "agency", "--person", "conseil@exemple.fr")
    code, out, err = run(*question, store=filled)
    assert (code, out) == (MISTAKE, "")
    assert "« Salariés » ne se lit qu'à l'échelle de l'association" in err


@pytest.mark.parametrize(
    "command", [(), ("list",), ("ask",), ("reconcile",), ("rse",), ("bpf",), ("glossary",)]
)
def test_every_command_has_its_help_in_french(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        main((*command, "--help"))
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert "Utilisation" in shown
    assert not {"usage:", "options:", "positional", "show this"} & set(shown.lower().split())


def test_the_glossary_is_checked_without_being_written(run: Run, monkeypatch, tmp_path) -> None:
    assert run("glossary", "--check") == (0, "", "")
    old = tmp_path / "glossaire.md"
    old.write_text("# Glossaire\n", encoding="utf-8")
    monkeypatch.setattr(commands, "GLOSSARY", old)
    code, _, err = run("glossary", "--check")
    assert code == 1
    assert "python -m metrics glossary" in err
    assert old.read_text(encoding="utf-8") == "# Glossaire\n"
    assert run("glossary")[0] == 0
    assert old.read_text(encoding="utf-8") == GLOSSARY.read_text(encoding="utf-8")
