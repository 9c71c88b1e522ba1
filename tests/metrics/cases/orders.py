"""Orders of the commanditaires, by hand: answered, waiting, and how long it took."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_ORDERS = """
    funder_order  day         dispositif  answered_on  delay_days
                  2023-12-31  JOUR        2024-01-01   1
                  2024-01-01  JOUR        2024-01-01   0
                  2024-02-01  JOUR        -            -
                  2024-03-01  JOUR        2024-03-06   5
                  2024-03-04  QUARTIER    2024-03-10   6
                  2024-12-30  NUIT        2025-01-19   20
                  2024-12-31  NUIT        -            -
                  2025-01-01  NUIT        2025-01-01   0
"""
_DELAYS = (0, 5, 6, 20)  # of the orders of 2024 that were answered
_WAITING = 2

CASES = (
    Case(
        metric="orders",
        trap="answered or not, at the date the order came and not at that of the answer",
        rows=_ORDERS,
        expected=len(_DELAYS) + _WAITING,
    ),
    Case(
        metric="orders_answered_share",
        trap="an answer given after the period is one of its orders' all the same",
        rows=_ORDERS,
        expected=Fraction(len(_DELAYS), len(_DELAYS) + _WAITING) * 100,
    ),
    Case(
        metric="orders_answered_share",
        trap="without any order there is nothing to divide by",
        rows=_ORDERS,
        span="2022",
        expected="n.c.",
    ),
    Case(
        metric="median_order_delay",
        trap="an even number of answers has its median between two days, and no mean",
        rows=_ORDERS,
        expected=Fraction(5 + 6, 2),  # and not 31 / 4
    ),
    Case(
        metric="median_order_delay",
        trap="an order that waits has no delay, and does not count as 0",
        rows=_ORDERS,
        where="agency=RENNES",
        expected=Fraction(0 + 5, 2),
    ),
    Case(
        metric="median_order_delay",
        trap="several orders answered in as many days weigh as many",
        rows="""
            funder_order  day         answered_on  delay_days  times
                          2024-05-02  2024-05-04   2           3
                          2024-05-02  2024-05-12   10          1
                          2024-05-02  2024-05-22   20          1
        """,
        expected=2,
    ),
    Case(
        metric="median_order_delay",
        trap="when none was answered there is no delay to tell",
        rows="funder_order day answered_on\n 2024-05-02 -",
        expected="n.c.",
    ),
    Case(
        metric="orders_answered_promptly",
        trap="the fifth day is in time, the sixth is not, and what waits never is",
        rows=_ORDERS,
        expected=Fraction(len((0, 5)), len(_DELAYS) + _WAITING) * 100,
    ),
    Case(
        metric="orders_waiting",
        trap="late answers are answers",
        rows=_ORDERS,
        expected=_WAITING,
    ),
)
