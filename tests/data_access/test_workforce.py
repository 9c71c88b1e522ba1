"""What the files of the HR tools become: bands instead of ages, no mean pay of few, no impossible index."""

import pytest

from data_access import schema as s
from tests.data_access.builders import STAFF, csv_file, employee, loaded, rows_of, sentences

PAY = (
    "Fin de période",
    "Groupe",
    "Femmes",
    "Hommes",
    "Rémunération moyenne des femmes",
    "Rémunération moyenne des hommes",
)
COUNTS = ("Fin de période", "Compte", "Femmes", "Hommes")
_END = "31/12/2024"
_GROUP = "Employés, 30 à 39 ans"
_TOP = "Parmi les dix plus hautes rémunérations"


def staff(*people: list[str]) -> str:
    return csv_file("personnel", STAFF, people, period="2024-03")


def pay(women: int, men: int, *means: str) -> str:
    return csv_file("groupes de rémunération", PAY, [(_END, _GROUP, women, men, *means)], period="2024-12")


def counts(women: int, men: int, item: str = _TOP) -> str:
    return csv_file("comptes de l'index égalité", COUNTS, [(_END, item, women, men)], period="2024-12")


def test_ages_and_seniority_are_those_of_the_day_of_the_file(world: str) -> None:
    loaded(world, staff(employee("P1", hired="01/04/2021"), employee("P2", hired="31/03/2024")))
    first, second = rows_of(world, s.staff)
    assert (first["age"], first["age_band"]) == (2024 - 1990, "25_34")
    assert (first["seniority_months"], first["seniority_band"]) == (35, "1_2")  # a day short of three years
    assert (second["seniority_months"], second["seniority_band"]) == (0, "under_1")


def test_the_day_of_the_foundation_course_is_compared_and_forgotten(world: str) -> None:
    people = [
        employee("P1", hired="01/01/2020", trained="01/07/2020"),
        employee("P2", hired="01/01/2020", trained="02/07/2020"),
        employee("P3"),
    ]
    loaded(world, staff(*people))
    rows = rows_of(world, s.staff)
    assert [row["foundation"] for row in rows] == ["within_six_months", "later", "never"]
    assert not any("2020-07" in str(row) for row in rows)


def test_nobody_is_on_roll_before_they_are_hired(small_world: str) -> None:
    (told,) = sentences(small_world, staff(employee("P1", hired="01/04/2024")))
    assert told == (
        "Ligne 5, colonne « Entrée » : « 01/04/2024 » — attendu : une date jusqu'au 31/03/2024."
        " L'entrée vient après la fin de mois."
    )


@pytest.mark.parametrize(("women", "men"), [(2, 9), (9, 2), (0, 5)])
def test_both_means_are_forgotten_when_either_sex_counts_fewer_than_three(
    world: str, women: int, men: int
) -> None:
    loaded(world, pay(women, men, "21000", "22000"))
    (row,) = rows_of(world, s.pay_group)
    assert (row["women"], row["men"]) == (women, men)
    assert (row["women_mean_cents"], row["men_mean_cents"]) == (None, None)


def test_three_of_each_keep_their_means(world: str) -> None:
    loaded(world, pay(3, 3, "21000", "22000,50"))
    (row,) = rows_of(world, s.pay_group)
    assert (row["women_mean_cents"], row["men_mean_cents"]) == (2_100_000, 2_200_050)


@pytest.mark.parametrize(("means", "header"), [(("", "22000"), "femmes"), (("21000", "0"), "hommes")])
def test_a_group_that_is_compared_has_both_means(
    small_world: str, means: tuple[str, str], header: str
) -> None:
    (told,) = sentences(small_world, pay(3, 4, *means))
    assert told.startswith(f"Ligne 5, colonne « Rémunération moyenne des {header} »")
    assert told.endswith("L'index compare tout groupe de 3 femmes et 3 hommes ou plus.")


def test_a_group_that_is_too_small_needs_no_mean(small_world: str) -> None:
    assert sentences(small_world, pay(2, 40, "", "")) == []


def test_ten_people_have_the_ten_highest_pays(small_world: str) -> None:
    assert sentences(small_world, counts(4, 6)) == []
    assert sentences(small_world, counts(4, 5, item="Salariés augmentés individuellement")) == []
    (told,) = sentences(small_world, counts(4, 5))
    assert told == (
        "Ligne 5, colonne « Hommes » : « 5 » — attendu : 6, pour 10 personnes avec les 4 femmes."
        " L'index compte les dix plus hautes rémunérations."
    )
