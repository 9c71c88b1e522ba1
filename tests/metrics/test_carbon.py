"""Emissions: one edition of the factors, and no kilometre counted as clean for want of one."""

from datetime import date
from fractions import Fraction

import pytest

from metrics import carbon
from metrics.catalogue.carbon import EMISSIONS_PER_KILOMETRE, FACTORS, KILOMETRES, TRAVEL_EMISSIONS
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.model import Members
from metrics.parameters.emissions import factor
from sample_data.rse_reference import VEHICLE_KINDS

DIESEL, SCOOTER = Fraction(1, 10), Fraction(1, 500)
emitted = carbon.emitted({"diesel": DIESEL, "scooter": SCOOTER})
per_kilometre = carbon.emitted_per_kilometre({"diesel": DIESEL, "scooter": SCOOTER})


def driven(**kilometres: int | None) -> Members:
    return {kind: (None if km is None else Fraction(km),) for kind, km in kilometres.items()}


def test_each_kind_has_its_own_factor() -> None:
    assert emitted(driven(diesel=1000, scooter=500)) == (100 + 1, None)
    assert per_kilometre(driven(diesel=1000, scooter=500)) == (100 + 1, 1500)


@pytest.mark.parametrize("rule", [emitted, per_kilometre])
def test_a_kind_without_a_factor_makes_it_not_computable_and_never_zero(rule) -> None:
    assert rule(driven(diesel=1000, camel=1)) == (0, 0)
    assert rule(driven(camel=1)) == (0, 0)


@pytest.mark.parametrize("parked", [0, None])
def test_a_kind_without_a_factor_that_did_not_move_takes_nothing_away(parked: int | None) -> None:
    assert emitted(driven(diesel=1000, camel=parked)) == (100, None)


def test_nothing_driven_emits_nothing_and_has_no_rate() -> None:
    assert emitted({}) == (0, None)
    assert per_kilometre({}) == (0, 0)


def test_the_kinds_of_the_sample_all_have_their_factor() -> None:
    assert {kind for kind, *_ in VEHICLE_KINDS} <= set(FACTORS)


def test_factors_are_those_of_one_day_and_the_definitions_name_their_edition() -> None:
    day = date(2026, 5, 4)
    assert {kind: factor(kind, day).value for kind in FACTORS} == FACTORS
    for metric in (TRAVEL_EMISSIONS, EMISSIONS_PER_KILOMETRE):
        assert "édition de mai 2026" in metric.definition
        assert "la même édition sert à toutes les années" in metric.definition


def test_a_passenger_s_kilometre_is_not_a_vehicle_s() -> None:
    assert not set(FACTORS) & {"bus", "tram", "metro", "ter", "tgv"}


def test_months_dated_by_their_first_day_have_no_weekday() -> None:
    for metric in (KILOMETRES, TRAVEL_EMISSIONS, EMISSIONS_PER_KILOMETRE):
        assert not metric.allows(DIMENSIONS["weekday"])
