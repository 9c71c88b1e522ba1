"""What the files of the HR tools become: bands instead of ages, no mean pay of few, no impossible index."""

import pytest

from data_access import schema as s
from data_access.codes import EQUALITY, MOVE_REASON
from tests.data_access.builders import STAFF, csv_file, employee, loaded, rows_of, sentences

PAY = (
    "Fin de période",
    "Groupe",
    "Femmes",
    "Hommes",
    "Rémunération moyenne des femmes",
    "Rémunération moyenne des hommes",
)
MOVES = ("Date", "Agence", "Dispositif", "Métier", "Contrat", "Mouvement", "Motif")
ABSENCES = ("Mois", "Agence", "Dispositif", "Motif", "Longue durée", "Jours calendaires", "Heures")
COUNTS = ("Fin de période", "Compte", "Femmes", "Hommes")
_END = "31/12/2024"
_GROUP = "Employés, 30 à 39 ans"


def staff(*people: list[str]) -> str:
    return csv_file("personnel", STAFF, people, period="2024-03")


def pay(women: int, men: int, *means: str) -> str:
    return csv_file("groupes de rémunération", PAY, [(_END, _GROUP, women, men, *means)], period="2024-12")


def counts(**changed: tuple[int, int] | None) -> str:
    """The four counts of 2024, women then men; those given change, or go when None."""
    right = {"raised": (9, 9), "returns": (3, 1), "returns_raised": (2, 1), "top_ten": (4, 6)}
    given = {item: pair for item, pair in {**right, **changed}.items() if pair}
    rows = [(_END, EQUALITY.labels[item], *pair) for item, pair in given.items()]
    return csv_file("comptes de l'index égalité", COUNTS, rows, period="2024-12")


def moves(contract: str, move: str, reason: str) -> str:
    row = ("04/03/2024", "NANTES", "", "MED", contract, move, reason)
    return csv_file("mouvements du personnel", MOVES, [row], period="2024-03")


def absences(days: str, hours: str, kind: str = "Maladie") -> str:
    row = ("03/2024", "NANTES", "", kind, "non", days, hours)
    return csv_file("absences", ABSENCES, [row], period="2024-03")


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
    assert sentences(small_world, counts(top_ten=(4, 6), raised=(4, 5))) == []
    (told,) = sentences(small_world, counts(top_ten=(4, 5)))
    assert told == (
        "Ligne 8, colonne « Hommes » : « 5 » — attendu : 6, pour 10 personnes avec les 4 femmes."
        " L'index compte les dix plus hautes rémunérations."
    )


@pytest.mark.parametrize(
    ("pair", "header", "value", "most"), [((4, 1), "Femmes", 4, 3), ((3, 2), "Hommes", 2, 1)]
)
def test_no_more_are_raised_at_their_return_than_come_back_of_each_sex(
    small_world: str, pair: tuple[int, int], header: str, value: int, most: int
) -> None:
    assert sentences(small_world, counts(returns=(3, 1), returns_raised=(3, 1))) == []
    (told,) = sentences(small_world, counts(returns=(3, 1), returns_raised=pair))
    assert told == (
        f"Ligne 7, colonne « {header} » : « {value} » — attendu : {most} au plus, le nombre de retours"
        " au 31/12/2024. Corrigez ce nombre, ou celui des retours de congé."
    )


def test_raised_at_their_return_are_set_against_the_returns_of_the_same_day(small_world: str) -> None:
    """Two come back in December and none in November: one raised in November is one too many."""
    rows = [
        (day, EQUALITY.labels[item], women, 10 - women)
        for day, returns in (("30/11/2024", 0), (_END, 2))
        for item, women in (("raised", 10), ("returns", returns), ("returns_raised", 1), ("top_ten", 4))
    ]
    text = csv_file("comptes de l'index égalité", COUNTS, rows, period="2024-11 à 2024-12")
    told = [sentence for sentence in sentences(small_world, text) if "« Femmes »" in sentence]
    assert len(told) == 1
    assert told[0].startswith("Ligne 7, colonne « Femmes » : « 1 » — attendu : 0 au plus")


@pytest.mark.parametrize("item", [*EQUALITY])
def test_a_day_without_one_of_the_counts_of_the_index_is_refused(small_world: str, item: str) -> None:
    (told,) = sentences(small_world, counts(**{item: None}))
    assert told.startswith("Ligne 5, colonne « Compte »")
    assert told.endswith(
        f"attendu : chaque compte au 31/12/2024 : il manque « {EQUALITY.labels[item]} »."
        " Ajoutez une ligne par compte, même à zéro."
    )


def test_a_count_that_cannot_be_read_is_not_told_missing_too(small_world: str) -> None:
    spoilt = counts().replace(EQUALITY.labels["returns"], "Congés")
    (told,) = sentences(small_world, spoilt)
    assert told.startswith("Ligne 6, colonne « Compte » : « Congés »")


_EXITS = (
    "resignation",
    "economic",
    "dismissal",
    "agreed",
    "end_fixed_term",
    "trial",
    "retirement",
    "death",
    "end_training",
)
_RIGHT_REASONS = {
    "Entrée": {"hire"},
    "Sortie": {*_EXITS},
    "Mutation entrante": {"transfer"},
    "Mutation sortante": {"transfer"},
}
_ONLY_CONTRACT = {"end_fixed_term": "CDD", "end_training": "Apprentissage"}


@pytest.mark.parametrize("move", _RIGHT_REASONS)
@pytest.mark.parametrize("reason", [*MOVE_REASON])
def test_each_move_has_its_own_reasons(small_world: str, move: str, reason: str) -> None:
    told = sentences(small_world, moves(_ONLY_CONTRACT.get(reason, "CDI"), move, MOVE_REASON.labels[reason]))
    assert len(told) == (0 if reason in _RIGHT_REASONS[move] else 1)
    assert all(f"colonne « Motif » : « {MOVE_REASON.labels[reason]} »" in sentence for sentence in told)


def test_a_wrong_reason_is_told_with_the_right_ones(small_world: str) -> None:
    assert sentences(small_world, moves("CDI", "Mutation sortante", "Démission")) == [
        (
            "Ligne 5, colonne « Motif » : « Démission » — attendu : « Mutation entre agences »,"
            " pour le mouvement « Mutation sortante ». Corrigez le motif, ou le mouvement."
        )
    ]
    (told,) = sentences(small_world, moves("CDI", "Sortie", "Embauche"))
    assert "« Démission », « Licenciement économique », " in told
    assert "« Décès » ou « Fin d'apprentissage », pour le mouvement « Sortie »" in told


@pytest.mark.parametrize("contract", ["CDI", "CDD", "Apprentissage"])
@pytest.mark.parametrize(
    ("reason", "only"), [("Fin de CDD", "CDD"), ("Fin d'apprentissage", "Apprentissage"), ("Décès", "")]
)
def test_the_end_of_a_contract_is_that_of_the_contract_held(
    small_world: str, contract: str, reason: str, only: str
) -> None:
    told = sentences(small_world, moves(contract, "Sortie", reason))
    wrong = (
        f"Ligne 5, colonne « Contrat » : « {contract} » — attendu : « {only} », pour le motif « {reason} »."
        " Corrigez le contrat, ou le motif."
    )
    assert told == ([wrong] if only and contract != only else [])


@pytest.mark.parametrize(("days", "hours"), [("31", str(31 * 24)), ("2", "0"), ("0", "0"), ("1", "0,5")])
def test_days_of_absence_without_hours_may_be_a_weekend(small_world: str, days: str, hours: str) -> None:
    assert sentences(small_world, absences(days, hours)) == []


def test_the_afternoon_of_an_accident_is_hours_without_a_day(small_world: str) -> None:
    """The day of the accident is not counted, and writing one would weigh on the severity rate."""
    assert sentences(small_world, absences("0", "3", "Accident du travail")) == []
    assert sentences(small_world, absences("0", "3")) != []


def test_hours_of_absence_fall_on_a_day(small_world: str) -> None:
    assert sentences(small_world, absences("0", "7")) == [
        (
            "Ligne 5, colonne « Jours calendaires » : « 0 » — attendu : 1 jour au moins, quand"
            " il y a des heures d'absence. Corrigez les jours, ou les heures."
        )
    ]


def test_a_month_has_no_more_than_31_times_24_hours_of_one_absence(small_world: str) -> None:
    (told,) = sentences(small_world, absences("31", str(31 * 24 + 1)))
    assert told == (
        "Ligne 5, colonne « Heures » : « 745 » — attendu : une durée en heures, comme 7,5 ou 7h30"
        " entre 0 et 744."
    )
