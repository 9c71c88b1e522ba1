"""« Ce qui a bougé » : the furthest changes, in one unit a sentence, or nothing that would be false."""

import re
from fractions import Fraction

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.units import COUNT, EUROS, PEOPLE, PERCENT
from metrics.explain import Part
from metrics.follow import ask_each
from metrics.moved import MOST, Moves, moved, sentence
from metrics.query import Against, Comparison, Filter, Query
from metrics.result import Cell, Figure
from metrics.unit import Unit
from tests.metrics.asking import EVERYTHING
from tests.pages.answers import figure, single
from tests.pages.answers import metric as own

FIGURES = tuple(
    map(metric, ("revenue", "interventions", "people_met", "field_hours", "headcount", "field_dispositifs"))
)
_OPENS = re.compile("(Les? .+?|L'.+?) (?:est|sont|passe|passent) (?:en (?:hausse|baisse) de|de) ")
YEAR, BEFORE = Comparison(Against.PREVIOUS_YEAR), Comparison(Against.PREVIOUS_PERIOD)


def moves(store: str, span: str, versus: Comparison = YEAR, *agencies: str) -> Moves:
    where = (Filter(AGENCY, agencies),) if agencies else ()
    query, scope = Query(metrics=FIGURES, period=period.parse(span), versus=versus), scope_for(Role.DIRECTION)
    return moved(store, [ask_each(store, query, where, scope)], scope, where)


def said(unit: Unit, cell: Cell, part: int | str | None = None) -> str:
    """The sentence of a change since 2023, and of the part that Paris is of it."""
    rounds = own(unit)
    told = single(rounds, cell, span="2024", versus="année 2023", against=Against.PREVIOUS_YEAR)
    made = None if part is None else Part("PARIS", "Paris", Fraction(part))
    return sentence(told, rounds, made).replace("\u00a0", " ").replace("\u202f", " ")


def told(unit: Unit, value: int, percent: int, part: int | None = None) -> str:
    """A change of so many percent, in the unit."""
    before = Fraction(value) / (1 + Fraction(percent, 100))
    change = Figure(Fraction(percent), numerator=value - before)
    return said(unit, Cell(figure(value), figure(before), change), part)


def test_value_change_and_part_are_in_the_same_unit() -> None:
    assert told(EUROS, 4_747_870, 7, 232_840) == (
        "Les rondes sont en hausse de 311 k€ (+7,0 %), dont +233 k€ à Paris : 4 748 k€, "
        "contre 4 437 k€ en 2023."
    )
    assert told(COUNT, 110, 10, 3) == (
        "Le nombre de rondes est en hausse de 10 (+10,0 %), dont +3 à Paris : 110, contre 100 en 2023."
    )


def test_a_part_larger_than_the_change_is_no_part_of_it() -> None:
    assert ", soit +13 à Paris et −3 ailleurs : 110" in told(COUNT, 110, 10, 13)
    assert ", dont +311 k€ à Paris : " in told(EUROS, 4_747_870, 7, 310_900)  # to the k€, all of it


def test_from_a_gain_to_a_loss_the_amounts_stand_alone() -> None:
    change = Figure(Fraction(-225), numerator=Fraction(-1800))
    assert said(EUROS, Cell(figure(-1000), figure(800), change)) == (
        "Les rondes passent de 1 k€ en 2023 à −1 k€."
    )


def test_a_unit_with_a_stop_ends_no_sentence_twice() -> None:
    assert told(PEOPLE, 110, 10, 3) == (
        "Le nombre de rondes est en hausse de 10 pers. (+10,0 %), dont +3 pers. à Paris : 110 pers., "
        "contre 100 pers. en 2023."
    )


def test_a_part_that_rounds_to_nothing_is_left_out() -> None:
    assert "(+7,0 %) : " in told(EUROS, 4_747_870, 7, 499)
    assert "(+10,0 %) : " in told(COUNT, 110, 10)


def test_a_rate_moves_in_points_its_part_too() -> None:
    cell = Cell(figure("62.5"), figure("60.4"), Figure(Fraction("2.1")))
    assert said(PERCENT, cell, "1.234") == (
        "Les rondes sont en hausse de 2,1 points, dont +1,2 pt à Paris : 62,5 %, contre 60,4 % en 2023."
    )


def test_the_furthest_come_first_and_five_at_most(sample: str) -> None:
    found = moves(sample, "2024")
    assert [_OPENS.match(each)[1] for each in found.sentences] == [
        "Le nombre de dispositifs de médiation sociale en cours",  # +27,3 %
        "Le nombre de personnes rencontrées",  # +9,9 %
        "Le nombre d'interventions",  # +7,5 %
        "Les produits",  # +7,0 %
        "Le nombre de salariés",  # +6,6 %; hours, +3,8 %, come sixth
    ]
    assert (len(found.sentences), found.known) == (MOST, 6)
    assert found.sentences[3] == (
        "Les produits sont en hausse de 311\u00a0k€ (+7,0\u00a0%), dont +233\u00a0k€ en Île-de-France\u00a0: "
        "4\u202f748\u00a0k€, contre 4\u202f437\u00a0k€ en 2023."
    )


@pytest.mark.parametrize("span", ["2024-12", "2024-T3", "ytd:2024-09", "12m:2024-12", "scolaire:2023"])
@pytest.mark.parametrize("versus", [YEAR, BEFORE], ids=["year", "period"])
@pytest.mark.parametrize("agencies", [(), ("RENNES",), ("NANTES", "IDF")], ids=len)
def test_every_period_has_its_sentences(
    sample_store: str, span: str, versus: Comparison, agencies: tuple[str, ...]
) -> None:
    found = moves(sample_store, span, versus, *agencies)
    assert len(found.sentences) <= min(MOST, found.known)
    assert found.sentences or not found.known
    assert all(_OPENS.match(each) and each.endswith(".") for each in found.sentences)
    if len(agencies) == 1:
        assert not any(", dont " in each or " ailleurs" in each for each in found.sentences)


@pytest.mark.parametrize("versus", [Against.NONE, Against.TARGET, Against.MEDIAN])
def test_what_is_no_other_period_moves_nothing(sample_store: str, versus: Against) -> None:
    assert moves(sample_store, "2024", Comparison(versus)) == Moves()


def test_a_figure_of_the_whole_says_so_on_a_page_kept_to_an_agency(sample_store: str) -> None:
    severity, where = metric("accident_severity"), (Filter(AGENCY, ("RENNES",)),)
    query = Query(metrics=(severity,), period=period.year(2024), versus=YEAR)
    totals = [ask_each(sample_store, query, where, EVERYTHING)]
    (said,) = moved(sample_store, totals, EVERYTHING, where).sentences
    assert said.startswith(
        "Le taux de gravité des accidents du travail (hors filtre agence) est en baisse de 0,38"
    )


def test_a_year_that_was_not_loaded_is_no_year_at_nought(sample_store: str) -> None:
    found = moves(sample_store, "2023-06")
    assert found.known < len(FIGURES)
    assert not any("interventions" in each for each in found.sentences)
