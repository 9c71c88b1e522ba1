"""The register as a command: one line per published figure, for people and for programs."""

import json

import pytest
from sqlalchemy import update

from data_access import schema as s
from data_access.engine import writing
from metrics.__main__ import main


@pytest.fixture
def register(told_store: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """What the command answers to a program, by figure, and its exit code."""

    def carry_out(store: str = told_store):
        monkeypatch.setenv("DATABASE_URL", store)
        code = main(("reconcile", "--json"))
        return code, {line["id"]: line for line in json.loads(capsys.readouterr().out)}

    return carry_out


def test_each_line_has_the_five_parts_of_the_contract(register) -> None:
    code, lines = register()
    assert code == 0
    assert len(lines) == 166
    assert {tuple(line) for line in lines.values()} == {
        ("id", "published", "computed", "verdict", "explanation")
    }


@pytest.mark.parametrize(
    ("name", "published", "computed", "verdict"),
    [
        ("RA-001", 4748, 4747.87, "identique à l'arrondi"),
        ("RA-020", 129, 129, "identique"),
        ("RA-061", -4, pytest.approx(100 * (2249870 - 2343600) / 2343600), "identique à l'arrondi"),
        ("RA-093", 11000, 11430, "compatible"),
        ("RSE-010", 106.92, 106.92, "identique"),
        ("RA-121", 15206, 15206, "identique"),
        ("RA-125", 64, pytest.approx(100 * 40 / 63), "non atteignable"),
        ("RSE-037", 100, 100, "déclaré"),
        ("RSE-038", 8000, 8000, "déclaré"),
        ("RSE-056", 19, pytest.approx(100 * (92400 - 74844) / 92400), "identique à l'arrondi"),
    ],
)
def test_the_register_tells_published_and_computed_in_the_same_unit(
    register, name: str, published: float, computed: object, verdict: str
) -> None:
    line = register()[1][name]
    assert (line["published"], line["computed"], line["verdict"]) == (published, computed, verdict)


def test_what_is_declared_or_out_of_reach_explains_itself(register) -> None:
    lines = register()[1]
    assert lines["RSE-055"]["explanation"].startswith("Pesée du 19/09/2024 à Rennes")
    assert lines["RA-126"]["explanation"].startswith("Aucun nombre entier sur 63 ne donne 36")


def test_a_gap_makes_the_command_fail_and_says_which(register, sample_copy: str) -> None:
    with writing(sample_copy) as connection:
        connection.execute(update(s.market).values(renewed=False))
    code, lines = register(sample_copy)
    assert code == 1
    assert {name for name, line in lines.items() if line["verdict"] == "écart"} == {"RA-012", "RSE-064"}


def test_the_register_in_words_ends_with_how_many_came_out(
    told_store: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", told_store)
    assert main(("reconcile",)) == 0
    out = capsys.readouterr().out
    assert "RA-001" in out
    assert "4\u202f748" in out
    counted = dict(part.split(" : ") for part in out.rstrip().splitlines()[-1].split(", "))
    assert sum(map(int, counted.values())) == 166
    assert (counted["non atteignable"], counted["déclaré"]) == ("2", "20")
    assert "écart" not in counted
