"""Legal constants and factors: every one dated, referenced and checked, found by the day."""

from datetime import date
from fractions import Fraction

import pytest

from data_access.errors import QueryError
from metrics.egapro import scales
from metrics.parameters import PARAMETERS, parameter
from metrics.parameters.deadlines import DEADLINES, RSE_LEVELS, deadline, rse_level
from metrics.parameters.emissions import EDITIONS, VEHICLES, Perimeter, factor
from metrics.parameters.legal import FULL_TIME_WEEK, LEGAL
from metrics.parameters.model import Parameter, in_force

ALL = [each for values in PARAMETERS.values() for each in values]


def constant(value: int, since: date | None) -> Parameter:
    return Parameter(
        id="x",
        label="Seuil",
        value=Fraction(value),
        unit="h",
        reference="Code",
        checked_on=date(2026, 1, 2),
        since=since,
    )


@pytest.mark.parametrize("each", ALL, ids=lambda each: f"{each.id}-{each.since}")
def test_every_parameter_says_what_it_is_by_which_text_and_when_it_was_checked(each: Parameter) -> None:
    assert each.value > 0
    assert each.label[0].isupper()
    assert not each.label.endswith(".")
    assert len(each.reference) > 10
    assert each.since is None or each.since <= each.checked_on
    assert f"Référence : {each.reference}, vérifiée le " in each.sentence


def test_no_id_is_used_for_two_things() -> None:
    assert len({each.id for each in LEGAL}) == len(LEGAL)
    assert all(len({each.unit for each in values}) == 1 for values in PARAMETERS.values())
    assert all(len({each.since for each in values}) == len(values) for values in PARAMETERS.values())


def test_the_sentence_that_is_printed() -> None:
    assert FULL_TIME_WEEK.sentence == (
        "Temps plein : 35 heures par semaine, depuis le 8 août 2016. Référence : Code du travail, article "
        "L3121-27 (loi n° 2016-1088), vérifiée le 22 novembre 2026."
    )


def test_the_latest_value_set_by_the_day_is_the_one_that_holds() -> None:
    old, new = constant(1, date(2020, 1, 1)), constant(2, date(2024, 1, 1))
    for values in ([old, new], [new, old]):
        assert in_force(values, date(2023, 12, 31), "Seuil") is old
        assert in_force(values, date(2024, 1, 1), "Seuil") is new
    always = constant(3, None)
    assert in_force([new, always], date(1999, 1, 1), "Seuil") is always


def test_a_day_before_the_first_value_is_refused_with_that_first_day() -> None:
    with pytest.raises(
        QueryError, match=r"aucune valeur connue le 31 décembre 2019. Le premier date du 1er janvier"
    ):
        in_force([constant(1, date(2020, 1, 1))], date(2019, 12, 31), "Seuil")


def test_constants_by_name() -> None:
    day = date(2024, 12, 31)
    values = {name: parameter(name, day).value for name in PARAMETERS if not name.startswith("emission_")}
    assert values["full_time_week"] == 35
    assert values["full_time_year"] == 1607
    assert values["accident_frequency"] == 1_000_000
    assert values["accident_severity"] == 1_000
    assert values["vsme_accidents"] * 5 == values["accident_frequency"]  # both per hours: TF is 5 VSME rates
    assert (values["small_cell"], values["sensitive_cell"], values["minimum_cohort"]) == (5, 11, 20)


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(QueryError, match="Vouliez-vous dire « full_time_week »"):
        parameter("full_time_weak", date(2024, 1, 1))
    with pytest.raises(QueryError, match="Vouliez-vous dire « car_electric »"):
        factor("car_eletric", date(2024, 1, 1))
    with pytest.raises(QueryError, match="Vouliez-vous dire « bpf »"):
        deadline("bpff")


def test_the_index_reads_its_thresholds_here() -> None:
    assert scales.enough_retained(40, 100)
    assert not scales.enough_retained(39, 100)
    assert parameter("index_base", date(2024, 12, 31)).value == 75


# --- emission factors --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vehicle", "usage", "construction"),
    [
        ("car_diesel", "0.11056", "0.03170"), ("car_petrol", "0.13801", "0.03170"),
        ("car_city_petrol", "0.11698", "0.02773"), ("car_hybrid", "0.11342", "0.03316"),
        ("car_electric", "0.01209", "0.05528"), ("ebike", "0.00223", "0.00872"),
        ("escooter", "0.002", "0.0229"), ("moped", "0.0604", "0.0159"), ("bus", "0.1135", "0.00892"),
        ("tram", "0.0038", "0.00048"), ("metro", "0.0042", "0.00024"), ("ter", "0.0229", "0.00479"),
        ("tgv", "0.0023", "0.00063"),
    ],
)  # fmt: skip
def test_today_s_factors_in_two_perimeters(vehicle: str, usage: str, construction: str) -> None:
    today = date(2026, 11, 22)
    assert factor(vehicle, today).value == Fraction(usage)
    assert factor(vehicle, today, Perimeter.CONSTRUCTION).value == Fraction(construction)


@pytest.mark.parametrize(
    ("vehicle", "day", "usage"),
    [
        ("car_diesel", date(2022, 9, 19), "0.193"),
        ("car_diesel", date(2022, 9, 20), "0.192"),
        ("car_diesel", date(2026, 5, 3), "0.192"),
        ("car_diesel", date(2026, 5, 4), "0.11056"),
        ("car_electric", date(2024, 12, 31), "0.0198"),
        ("ebike", date(2024, 3, 19), "0.002"),
        ("ebike", date(2024, 3, 20), "0.00223"),
        ("escooter", date(2024, 7, 8), "0.00223"),
        ("escooter", date(2024, 7, 9), "0.002"),
        ("moped", date(2026, 11, 22), "0.0604"),
    ],
)
def test_a_past_kilometre_keeps_the_factor_of_its_day(vehicle: str, day: date, usage: str) -> None:
    assert factor(vehicle, day).value == Fraction(usage)


def test_every_vehicle_has_both_factors_on_every_day_of_2023_and_later() -> None:
    for vehicle in VEHICLES:
        for perimeter in Perimeter:
            assert factor(vehicle, date(2023, 1, 1), perimeter).since is not None


def test_a_kilometre_older_than_the_factors_is_refused_in_words() -> None:
    with pytest.raises(
        QueryError, match=r"Scooter thermique, construction .* Le premier date du 20 septembre 2022"
    ):
        factor("moped", date(2021, 6, 1), Perimeter.CONSTRUCTION)


def test_editions_follow_each_other_and_name_known_vehicles() -> None:
    days = [edition.since for edition in EDITIONS]
    assert days == sorted(set(days))
    assert {code for edition in EDITIONS for code in edition.factors} == set(VEHICLES)
    assert all(set(edition.notes) <= set(edition.factors) for edition in EDITIONS)


def test_a_factor_says_its_perimeter_its_edition_and_what_it_does_not_tell_apart() -> None:
    found = factor("car_hybrid", date(2024, 12, 31))
    assert found.sentence == (
        "Voiture hybride non rechargeable (compacte) : 0,192 kgCO2e par véhicule-km (usage, énergie comprise "
        "depuis sa production), depuis le 20 septembre 2022. Référence : Ademe, Impact CO2 (Base Carbone), "
        "déplacements, édition de septembre 2022, vérifiée le 22 novembre 2026. L'édition n'a qu'un facteur "
        "de voiture thermique, employé pour l'essence, le diesel et l'hybride."
    )
    assert factor("tram", date(2024, 12, 31)).unit == "kgCO2e par voyageur-km"


# --- deadlines and levels ----------------------------------------------------------------------------------


def test_deadlines_of_a_year_and_the_one_that_moved() -> None:
    assert deadline("bpf").in_year(2025) == date(2025, 4, 30)
    assert deadline("bpf").in_year(2026) == date(2026, 5, 31)
    assert deadline("equality_index").in_year(2026) == date(2026, 3, 1)
    assert deadline("seven_indicators").in_year(2027) == date(2027, 6, 1)
    with pytest.raises(QueryError, match="rien n'était dû en 2026, la première année est 2027"):
        deadline("seven_indicators").in_year(2026)


def test_a_deadline_is_told_with_its_text() -> None:
    assert (
        deadline("equality_index")
        .sentence(2026)
        .startswith(
            "Index de l'égalité professionnelle : au plus tard le 1er mars 2026. Référence : Code du travail"
        )
    )
    assert all("vérifiée le" in each.sentence(2027) for each in DEADLINES.values())


@pytest.mark.parametrize(
    ("score", "label"),
    [
        (1, "Initial"), (300, "Initial"), (301, "Progression"), (500, "Progression"), (501, "Confirmé"),
        (700, "Confirmé"), (701, "Exemplaire"), (1000, "Exemplaire"),
    ],
)  # fmt: skip
def test_the_level_of_the_label_includes_both_its_bounds(score: int, label: str) -> None:
    assert rse_level(score).label == label


def test_levels_leave_no_score_out() -> None:
    assert [level.lowest for level in RSE_LEVELS[1:]] == [level.highest + 1 for level in RSE_LEVELS[:-1]]
    with pytest.raises(QueryError, match="1001 n'est pas entre 1 et 1 000"):
        rse_level(1001)
