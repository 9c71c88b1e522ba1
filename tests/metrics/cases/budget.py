"""The budget, by hand: what was voted, what was booked, and the gap between them."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_VOTED = """
    budget  day         line     branch       amount_cents
            2024-01-01  sales    mediation    40000
            2024-02-01  grants   mediation    30000
            2024-02-01  expense  mediation    -45000
            2024-03-01  sales    bulky_waste  -10000
            2025-01-01  sales    mediation    10000
            2025-01-01  expense  mediation    -10000
"""
_BOOKED = """
    ledger  day         account  branch       amount_cents
            2024-01-31  706      mediation    60050
            2024-02-29  740      mediation    20000
            2024-03-31  706      mediation    -1000
            2024-03-31  706      bulky_waste  -5000
            2024-03-31  641      mediation    -50000
            2024-04-30  641      mediation    2000
            2023-12-31  706      mediation    90000
            2023-12-31  641      mediation    -90000
"""
_INCOME = 60050 + 20000 - 1000 - 5000
_VOTED_INCOME = 40000 + 30000 - 10000
_SPENT = 50000 - 2000

CASES = (
    Case(
        metric="budgeted_revenue",
        trap="expenses of the budget are no income",
        rows=_VOTED,
        expected=Fraction(_VOTED_INCOME, 100),
    ),
    Case(
        metric="budget_gap",
        trap="what is booked less what is voted, credit notes included and expenses left out",
        rows=_VOTED + _BOOKED,
        expected=Fraction(_INCOME - _VOTED_INCOME, 100),
    ),
    Case(
        metric="budget_gap",
        trap="a month that was voted and brought nothing is all gap",
        rows=_VOTED,
        span="2024-02",
        expected=-300,
    ),
    Case(
        metric="budget_gap_share",
        trap="over the budget, and not over what was booked",
        rows=_VOTED + _BOOKED,
        expected=Fraction(_INCOME - _VOTED_INCOME, _VOTED_INCOME) * 100,
    ),
    Case(
        metric="budget_gap_share",
        trap="less taken back than the negative budget said is a gap above 0",
        rows=_VOTED + _BOOKED,
        where="branch=bulky_waste",
        expected=Fraction(-5000 - -10000, 10000) * 100,
    ),
    Case(
        metric="budget_gap_share",
        trap="without a budget there is nothing to divide by",
        rows=_BOOKED,
        expected="n.c.",
    ),
    Case(
        metric="expenses",
        trap="debits are shown above 0, and what a supplier gives back is taken off",
        rows=_BOOKED,
        expected=Fraction(_SPENT, 100),
    ),
    Case(
        metric="budgeted_expenses",
        trap="the budget writes expenses below 0",
        rows=_VOTED,
        expected=450,
    ),
    Case(
        metric="expenses_gap",
        trap="above 0 when more was spent than voted",
        rows=_VOTED + _BOOKED,
        expected=Fraction(_SPENT - 45000, 100),
    ),
    Case(
        metric="net_result",
        trap="income less expenses: negative amounts are not taken off twice",
        rows=_BOOKED,
        expected=Fraction(_INCOME - _SPENT, 100),
    ),
)
