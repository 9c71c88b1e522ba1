"""Lists of figures and breakdowns of the staff: refusals said once, coarser tables where they say more."""

from fractions import Fraction

import pytest

from data_access.access import Role, scope_for
from metrics import period
from metrics.catalogue import metric
from metrics.context import context
from metrics.query import Against, Comparison
from metrics.result import HIDDEN, Cell, Figure, Result
from metrics.views.ask import Ask
from metrics.views.parts import answering, coarse
from metrics.views.visit import Visit
from tests.pages.answers import by_agency
from tests.pages.answers import metric as own

ROUNDS = own()
WHOLE = metric("staff_turnover")  # of the whole association and whole years only
ANY = metric("headcount")


def asking(store: str, span: str, *agencies: str, versus: str = "previous-year") -> Ask:
    """What a page asks with, for the direction or for the manager of some agencies."""
    role = Role.AGENCY_MANAGER if agencies else Role.DIRECTION
    session = Visit(store, scope_for(role, frozenset(agencies)), context(store))
    return Ask(session, period.parse(span), Comparison(Against(versus)), ())


def test_figures_that_can_be_asked_together_are_one_answer(sample_store: str) -> None:
    first, second = answering.each(asking(sample_store, "2024"), ANY, WHOLE)
    assert isinstance(first, Result)
    assert first is second


def test_a_figure_refused_leaves_the_others_told(sample_store: str) -> None:
    first, second = answering.each(asking(sample_store, "2024-12"), ANY, WHOLE)
    assert isinstance(first, Result)
    assert isinstance(second, str)
    assert answering.because(second).startswith("ne se lit que par année civile")


def test_a_comparison_that_cannot_be_made_is_left_out_before_the_figure_is(sample_store: str) -> None:
    """A year of turnover set against the quarter before: the quarter is refused, the year is not."""
    ask = asking(sample_store, "2024", versus="previous-period")
    (told,) = answering.each(ask, WHOLE)
    assert isinstance(told, Result)


def test_what_is_told_by_a_breakdown_is_asked_at_once_and_the_rest_says_why(sample_store: str) -> None:
    ask = asking(sample_store, "2024", "RENNES")
    answer, refused = answering.told_by(ask, (), ANY, WHOLE)
    assert answer is not None
    assert answer.query.metrics == (ANY,)
    assert list(refused) == [WHOLE]


def hidden(*values: int | None) -> Result:
    cells = {
        f"A{n}": Cell(HIDDEN if value is None else Figure(Fraction(value))) for n, value in enumerate(values)
    }
    return by_agency(ROUNDS, cells)


@pytest.mark.parametrize(
    ("answer", "is_said"),
    [
        (hidden(None, None, 3, 4, 5), True),  # two of five
        (hidden(None, 2, 3), False),  # a third is not more than a third
        (hidden(None), False),  # one line has no total under it
        (hidden(1, 2, 3), False),
    ],
)
def test_a_table_of_which_more_than_a_third_is_hidden_leads_to_its_total(
    answer: Result, is_said: bool
) -> None:
    assert (coarse.in_total(answer) is not None) is is_said
