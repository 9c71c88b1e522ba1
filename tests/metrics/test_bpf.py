"""The bilan pédagogique et financier: what goes on which line, and checks that fail when they should.

The lines and the cross-checks are those of the form Cerfa 10443*17 and of its notice 50199*17.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from metrics.bpf.checks import checks
from metrics.bpf.form import Followed, Form, Sums, form, share
from metrics.bpf.lines import INCOME_LINES
from metrics.present.bpf import as_cells, frames

TOGETHER = "C10 et G vont ensemble : de l'argent d'un autre organisme, et ses stagiaires"
TITLES, WORKSHOPS = Followed(Fraction(3), Fraction(600)), Followed(Fraction(10), Fraction(20))
EVERYONE = Followed(Fraction(3 + 10), Fraction(600 + 20))
SUMS = Sums(
    income={
        ("apprenticeship", "opco"): Fraction(1_000),
        ("apprenticeship", None): Fraction(200),
        ("sales", "company"): Fraction(301, 2),
        ("sales", "landlord"): Fraction(50),
        ("sales", "state"): Fraction(70),
        ("sales", "city"): Fraction(30),
        ("sales", "opco"): Fraction(15),
        ("grants", "region"): Fraction(500),
        ("grants", "europe"): Fraction(40),
        ("grants", "city"): Fraction(25),
        ("grants", "company"): Fraction(5),
        ("sales", None): Fraction(4),
    },
    ledger=Fraction(1_000 + 200 + 50 + 70 + 30 + 15 + 500 + 40 + 25 + 5 + 4) + Fraction(301, 2),
    sales=Fraction(20_000),
    expenses=Fraction(1_500),
    salaries=Fraction(1_000),
    purchases=Fraction(300),
    delivered=Fraction(250),
    by_trainee={"apprentice": TITLES, "other": WORKSHOPS},
    by_objective={"rncp": TITLES, "other": WORKSHOPS},
    by_level={4: Followed(Fraction(1), Fraction(200)), 3: Followed(Fraction(2), Fraction(400))},
    by_speciality={"332": TITLES, None: WORKSHOPS},
    specialities={"332": "332 Travail social"},
)


def euros(filled: Form) -> dict[str, int]:
    """The lines of income that are not empty."""
    return {line.code: line.euros for line in filled.lines if line.code in INCOME_LINES and line.euros}


def failing(filled: Form) -> list[str]:
    """The sentences of the checks that do not hold."""
    return [each.sentence for each in checks(filled, SUMS) if not each.holds]


def altered(code: str, **values: object) -> Form:
    """The form with one line written otherwise, as a person could."""
    lines = form(SUMS).lines
    return Form(tuple(replace(line, **values) if line.code == code else line for line in lines))


def test_income_goes_where_its_source_and_its_payer_say() -> None:
    assert euros(form(SUMS)) == {
        "C1": 150 + 1 + 50,  # 150.50 + 50 € are 200.50 €, rounded up
        "C2a": 1_000 + 200,  # whoever pays for apprentices
        "C2h": 15,
        "C3": 30,
        "C4": 40,
        "C5": 70,
        "C6": 500,
        "C8": 25,
        "C11": 5 + 4,  # not listed, or nobody named
    }


def test_totals_are_those_of_what_is_written() -> None:
    filled = form(SUMS)
    assert filled.euros("C2") == 1_200 + 15
    assert filled.euros("C") == sum(euros(filled).values()) == 201 + 1_215 + 30 + 40 + 70 + 500 + 25 + 9


def test_the_three_cuts_of_trainees_come_to_the_same() -> None:
    filled = form(SUMS)
    assert [filled.followed(code) for code in ("F-1", "F-3", "F-4")] == [EVERYONE] * 3
    assert (filled.followed("F-1b"), filled.followed("F-1e")) == (TITLES, WORKSHOPS)
    assert (filled.followed("F-3a"), filled.followed("F-3d")) == (TITLES, WORKSHOPS)
    assert filled.followed("F-3a 4") == Followed(Fraction(1), Fraction(200))
    assert failing(filled) == []


def test_a_level_is_never_counted_twice_in_the_total() -> None:
    filled = form(SUMS)
    assert filled.followed("F-3") == EVERYONE  # and not the titles once more, by level


def test_five_specialities_are_named_and_the_others_are_put_together() -> None:
    codes = ["331", "332", "344", "413", "415", "326", None]
    people = {code: Followed(Fraction(place), Fraction(place)) for place, code in enumerate(codes, 1)}
    filled = form(replace(SUMS, by_speciality=people))
    named = [(line.label, line.people) for line in filled.lines if line.code.startswith("F-4 ")]
    assert [label for label, _ in named] == [
        "326",
        "415",
        "413",
        "344",
        "332 Travail social",
        "Autres spécialités",
    ]
    assert named[-1][1] == 1 + 7
    assert filled.followed("F-4").people == 1 + 2 + 3 + 4 + 5 + 6 + 7


@pytest.mark.parametrize(
    ("training", "sales", "percent"),
    [(1, 20_000, 1), (2_089, 20_000, 10), (2_100, 20_000, 11), (5, 0, None), (0, 100, 1)],
)
def test_the_share_is_a_whole_number_and_never_under_one(
    training: int, sales: int, percent: int | None
) -> None:
    assert share(training, Fraction(sales)) == percent


@pytest.mark.parametrize(
    ("filled", "sentence"),
    [
        (altered("C2", euros=1_216), "C2 est la somme de C2 a à C2 h"),
        (altered("C %", percent=0), "La part dans le chiffre d'affaires est entière, et d'au moins 1 %"),
        (altered("D 641", euros=1_201), "Salaires et achats ne dépassent pas le total des charges"),
        (altered("F-2", people=Fraction(14)), "F-2 ne dépasse pas F-1"),
        (altered("G", people=Fraction(1)), TOGETHER),
        (altered("F-1", people=Fraction(14)), "F-1, F-3 et F-4 comptent autant de stagiaires"),
        (altered("F-4", people=Fraction(12)), "F-1, F-3 et F-4 comptent autant de stagiaires"),
        (altered("F-3", hours=Fraction(619)), "F-1, F-3 et F-4 comptent autant d'heures"),
        (altered("F-3a 3", people=Fraction(1)), "Les niveaux de F-3 a font son nombre de stagiaires"),
        (altered("F-3a 3", hours=Fraction(1)), "Les niveaux de F-3 a font ses heures"),
    ],
)
def test_a_line_that_disagrees_fails_its_check(filled: Form, sentence: str) -> None:
    assert sentence in failing(filled)
    others = 1 if sentence.startswith("C2") else 0  # C2 is itself a line of the total
    assert len(failing(filled)) == 1 + others


def test_every_total_of_the_form_is_checked_against_its_lines() -> None:
    found = {each.sentence: each.found for each in checks(form(SUMS), SUMS)}
    assert len(found) == 5 + 2 + 2 + 2  # income and expenses, three cuts, levels, other bodies
    assert found["C2 est la somme de C2 a à C2 h"] == "1\u202f215 ; 1\u202f215\u00a0€"
    total = 201 + 1_215 + 30 + 40 + 70 + 500 + 25 + 9
    assert total == 2_090
    assert found["Le total C est la somme des lignes 1 à 11"] == "2\u202f090 ; 2\u202f090\u00a0€"
    assert found["F-1, F-3 et F-4 comptent autant d'heures"] == "620 ; 620 ; 620\u00a0h"


def test_the_total_may_be_half_a_euro_a_line_away_from_the_accounts_and_no_more() -> None:
    sentence = "Le total C est celui des comptes de la branche formation, aux arrondis près"
    lines = 9  # that are not empty, of which C1 was rounded by half a euro
    near, far = SUMS.ledger + Fraction(lines, 2) + Fraction(1, 2), SUMS.ledger + Fraction(lines, 2) + 1
    held = {ledger: _holds(sentence, replace(SUMS, ledger=ledger)) for ledger in (SUMS.ledger, near, far)}
    assert held == {SUMS.ledger: True, near: True, far: False}


def _holds(sentence: str, read: Sums) -> bool:
    return next(each.holds for each in checks(form(SUMS), read) if each.sentence == sentence)


def test_what_comes_from_another_body_needs_both_its_money_and_its_trainees() -> None:
    received = replace(SUMS, received=Followed(Fraction(2), Fraction(14)))
    assert _holds(TOGETHER, SUMS)
    assert TOGETHER in [each.sentence for each in checks(form(received), received) if not each.holds]
    lines = form(received).lines
    paid = Form(tuple(replace(each, euros=90) if each.code == "C10" else each for each in lines))
    assert TOGETHER not in [each.sentence for each in checks(paid, received) if not each.holds]


def test_lines_that_no_record_tells_are_left_to_fill() -> None:
    assert [line.code for line in form(SUMS).lines if line.to_fill] == ["E 1", "E 2", "F-2", "G"]
    known = replace(SUMS, entrusted=Followed(Fraction(1), Fraction(7)))
    assert [line.code for line in form(known).lines if line.to_fill] == ["E 1", "E 2", "G"]


def test_purchases_that_the_chart_of_accounts_does_not_tell_are_left_to_fill_and_are_not_nought() -> None:
    filled = form(replace(SUMS, purchases=None))
    (line,) = [line for line in filled.lines if line.code == "D 604"]
    assert (line.euros, line.to_fill) == (None, True)
    assert "D 604\tdont achats de prestations et honoraires (comptes 604 et 6226)\tà compléter\t\t" in (
        as_cells(filled).split("\n")
    )


def test_the_lines_are_ready_to_paste_into_a_spreadsheet() -> None:
    lines = as_cells(form(SUMS)).split("\n")
    assert lines[0] == "Ligne\tLibellé\tMontant (€)\tPersonnes\tHeures"
    assert "C\tTotal des produits de la formation\t2090\t\t" in lines
    assert "F-1\tTotal par type de stagiaires\t\t13\t620" in lines
    assert "G\tStagiaires confiés par un autre organisme\t\tà compléter\tà compléter" in lines
    assert {line.count("\t") for line in lines} == {4}


def test_every_line_is_in_one_frame_of_the_form() -> None:
    filled = form(SUMS)
    assert [line for frame in frames(filled) for line in frame.lines] == list(filled.lines)


def test_a_failing_check_says_what_was_found() -> None:
    found = {each.sentence: each.found for each in checks(altered("F-4", people=Fraction(12)), SUMS)}
    assert found["F-1, F-3 et F-4 comptent autant de stagiaires"] == "13 ; 13 ; 12"
