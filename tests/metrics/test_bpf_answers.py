"""The bilan of the sample years comes out of the catalogue, for who may read the whole association."""

import json
from fractions import Fraction

import pytest

from data_access.access import Role, scope_for
from data_access.errors import AccessDenied, QueryError
from metrics.bpf.answers import exercise, sums
from metrics.bpf.checks import checks
from metrics.bpf.form import Followed, form
from tests.metrics.asking import EVERYTHING
from tests.metrics.running import MISTAKE, Run


def followed(people: int, hours: int) -> Followed:
    """Some trainees and their hours."""
    return Followed(Fraction(people), Fraction(hours))


def test_the_trainees_of_2024_are_those_that_were_published(sample: str) -> None:
    filled = form(sums(sample, 2024, EVERYTHING))
    assert filled.followed("F-1a") == followed(49 + 100 + 21 + 40, 3_850)
    assert filled.followed("F-1b") == followed(45, 9_388)
    assert filled.followed("F-1e") == followed(18 + 285 + 371, 1_968)
    assert filled.followed("F-1") == followed(929, 15_206)
    assert filled.followed("F-3a") == followed(45 + 49, 9_388 + 2_058)
    assert filled.followed("F-3d") == followed(139 + 325 + 371, 1_883 + 1_135 + 742)


def test_the_money_of_2024_is_that_of_the_branch(sample: str) -> None:
    filled = form(sums(sample, 2024, EVERYTHING))
    assert filled.euros("C2a") == 81_542
    assert filled.euros("C6") == 38_000
    assert filled.euros("C1") + filled.euros("C5") == 161_418
    assert filled.euros("C") == 280_960
    (purchases,) = [line for line in filled.lines if line.code == "D 604"]
    assert purchases.to_fill  # no account of the books is of training bought: nobody knows that it is 0


@pytest.mark.parametrize("year", [2023, 2024])
def test_every_check_holds_on_both_years(sample: str, year: int) -> None:
    read = sums(sample, year, EVERYTHING)
    judged = checks(form(read), read)
    assert len(judged) == 11
    assert [each for each in judged if not each.holds] == []


def test_a_year_that_was_not_loaded_is_refused_and_not_filled_with_zeros(sample: str) -> None:
    with pytest.raises(QueryError, match="2022 : il manque des mois"):
        sums(sample, 2022, EVERYTHING)


def test_an_agency_has_no_bilan_of_its_own(sample: str) -> None:
    with pytest.raises(AccessDenied, match="toute l'association"):
        sums(sample, 2024, scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"})))


def test_the_exercise_is_a_year() -> None:
    assert exercise("2024") == 2024
    with pytest.raises(QueryError, match="porte sur une année"):
        exercise("2024-05")


def test_the_command_gives_the_lines_and_the_checks(run: Run, told_store: str) -> None:
    code, out, err = run("bpf", "--year", "2024", store=told_store)
    assert (code, err) == (0, "")
    assert "15\u202f206\u00a0h" in out
    assert "NON" not in out
    assert "au plus tard le 30 avril 2025" in out
    assert "complétez ces lignes" in out


def test_the_command_answers_programs(run: Run, told_store: str) -> None:
    code, out, _ = run("bpf", "--year", "2024", "--json", store=told_store)
    told = json.loads(out)
    lines = {line["line"]: line for line in told["lines"]}
    assert code == 0
    assert (lines["F-1"]["people"], lines["F-1"]["hours"]) == (929, 15_206)
    assert (lines["C2a"]["euros"], lines["C %"]["percent"]) == (81_542, 8)
    assert lines["E"]["people"] is None  # the store does not say who teaches
    assert all(check["holds"] for check in told["checks"])
    assert told["due"] == "2025-04-30"


def test_the_command_refuses_in_a_sentence(run: Run, told_store: str) -> None:
    code, out, err = run("bpf", "--year", "2022", store=told_store)
    assert (code, out) == (MISTAKE, "")
    assert "il manque des mois" in err
