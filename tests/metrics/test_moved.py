"""« Ce qui a bougé » : the furthest changes, in one unit a sentence, or nothing that would be false."""

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
from tests.pages.answers import figure
from tests.pages.answers import metric as own

FIGURES = tuple(
    map(metric, ("revenue", "interventions", "people_met", "field_hours", "headcount", "field_dispositifs"))
)
YEAR, BEFORE = Comparison(Against.PREVIOUS_YEAR), Comparison(Against.PREVIOUS_PERIOD)


def moves(store: str, span: str, versus: Comparison = YEAR, *agencies: str) -> Moves:
    where = (Filter(AGENCY, agencies),) if agencies else ()
    query, scope = Query(metrics=FIGURES, period=period.parse(span), versus=versus), scope_for(Role.DIRECTION)
    return moved(store, [ask_each(store, query, where, scope)], scope, where)


def told(unit: Unit, value: int, percent: int, part: int | None = None) -> str:
    """A change of so many percent, in the unit."""
    before = Fraction(value) / (1 + Fraction(percent, 100))
    change = Figure(Fraction(percent), numerator=value - before)
    made = None if part is None else Part("PARIS", "Paris", Fraction(part))
    return sentence("Rondes", own(unit), Cell(figure(value), figure(before), change), made)


def test_value_change_and_part_are_in_the_same_unit() -> None:
    assert told(EUROS, 4_747_870, 7, 232_840) == (
        "Rondes : 4\u202f748\u00a0k€, +311\u00a0k€ (+7,0\u00a0%), dont Paris +233\u00a0k€."
    )
    assert told(COUNT, 110, 10, 3) == "Rondes : 110, +10 (+10,0\u00a0%), dont Paris +3."


def test_a_part_larger_than_the_change_is_no_part_of_it() -> None:
    assert told(COUNT, 110, 10, 13) == "Rondes : 110, +10 (+10,0\u00a0%) : Paris +13, les autres −3."
    assert told(EUROS, 4_747_870, 7, 310_900).endswith(", dont Paris +311\u00a0k€.")  # to the k€, all of it


def test_from_a_gain_to_a_loss_the_amount_stands_alone() -> None:
    change = Figure(Fraction(-225), numerator=Fraction(-1800))
    assert sentence("Rondes", own(EUROS), Cell(figure(-1000), figure(800), change), None) == (
        "Rondes : −1\u00a0k€, −2\u00a0k€."
    )


def test_a_unit_with_a_stop_ends_the_sentence() -> None:
    assert (
        told(PEOPLE, 110, 10, 3)
        == "Rondes : 110\u00a0pers., +10\u00a0pers. (+10,0\u00a0%), dont Paris +3\u00a0pers."
    )


def test_a_part_that_rounds_to_nothing_is_left_out() -> None:
    assert told(EUROS, 4_747_870, 7, 499).endswith("(+7,0\u00a0%).")
    assert told(COUNT, 110, 10).endswith("(+10,0\u00a0%).")


def test_a_rate_moves_in_points_its_part_too() -> None:
    cell = Cell(figure("62.5"), figure("60.4"), Figure(Fraction("2.1")))
    said = sentence("Rondes", own(PERCENT), cell, Part("PARIS", "Paris", Fraction("1.234")))
    assert said == "Rondes : 62,5\u00a0%, +2,1\u00a0pt, dont Paris +1,2\u00a0pt."


def test_the_furthest_come_first_and_five_at_most(sample: str) -> None:
    found = moves(sample, "2024")
    assert [each.split(" :")[0] for each in found.sentences] == [
        "Dispositifs de médiation sociale en cours",  # +27,3 %
        "Personnes rencontrées",  # +9,9 %
        "Interventions",  # +7,5 %
        "Produits",  # +7,0 %
        "Salariés",  # +6,6 %; hours, +3,8 %, come sixth
    ]
    assert (len(found.sentences), found.known) == (MOST, 6)
    assert found.sentences[3] == (
        "Produits : 4\u202f748\u00a0k€, +311\u00a0k€ (+7,0\u00a0%), dont Paris Île-de-France +233\u00a0k€."
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
    assert all(
        each.endswith(").") or any(said in each for said in (", dont ", ", les autres "))
        for each in found.sentences
    )
    if len(agencies) == 1:
        assert not any(", dont " in each for each in found.sentences)


@pytest.mark.parametrize("versus", [Against.NONE, Against.TARGET, Against.MEDIAN])
def test_what_is_no_other_period_moves_nothing(sample_store: str, versus: Against) -> None:
    assert moves(sample_store, "2024", Comparison(versus)) == Moves()


def test_a_figure_of_the_whole_says_so_on_a_page_kept_to_an_agency(sample_store: str) -> None:
    severity, where = metric("accident_severity"), (Filter(AGENCY, ("RENNES",)),)
    query = Query(metrics=(severity,), period=period.year(2024), versus=YEAR)
    totals = [ask_each(sample_store, query, where, EVERYTHING)]
    (said,) = moved(sample_store, totals, EVERYTHING, where).sentences
    assert said.startswith("Taux de gravité des accidents du travail (hors filtre agence) : 2,56")


def test_a_year_that_was_not_loaded_is_no_year_at_nought(sample_store: str) -> None:
    found = moves(sample_store, "2023-06")
    assert found.known < len(FIGURES)
    assert not any("Interventions" in each for each in found.sentences)
