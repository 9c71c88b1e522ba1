"""Funders, by hand: how many, and how much the income rests on the first ones."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_LEDGER = """
    ledger  day         account  funder   amount_cents
            2024-01-31  706      VILLE-R  40000
            2024-02-29  740      VILLE-R  20000
            2024-03-31  706      VILLE-R  -10000
            2024-03-31  740      VILLE-N  30000
            2024-03-31  755      OPCO     10000
            2024-03-31  706      -        10000
            2024-03-31  641      VILLE-N  -99900
            2023-12-31  706      VILLE-N  99900
"""
_WHOLE = 50000 + 30000 + 10000 + 10000
_TOO_MANY_CREDIT_NOTES = (
    _LEDGER
    + """
    ledger  day         account  funder   amount_cents
            2024-04-30  706      VILLE-N  -30001
"""
)

CASES = (
    Case(
        metric="funders",
        trap="one who buys and grants counts once; nobody is no funder; neither is who was paid",
        rows=_LEDGER
        + """
            funder  id      name    kind
                    PAID    Paid    company

            ledger  day         account  funder  amount_cents
                    2024-05-31  641      PAID    -100
        """,
        expected=len({"VILLE-R", "VILLE-N", "OPCO"}),
    ),
    Case(
        metric="first_funder_share",
        trap="all sources of a funder together, credit notes taken off, over income without a funder too",
        rows=_LEDGER,
        expected=Fraction(40000 + 20000 - 10000, _WHOLE) * 100,
    ),
    Case(
        metric="first_funder_share",
        trap="a funder given back more than it paid leaves shares without a meaning",
        rows=_TOO_MANY_CREDIT_NOTES,
        expected="n.c.",
    ),
    Case(
        metric="first_funder_share",
        trap="income without any funder filled in has no first one",
        rows="ledger account funder amount_cents\n 706 - 100",
        expected="n.c.",
    ),
    Case(
        metric="funding_concentration",
        trap="squares of shares, where nobody weighs in the whole and has no share",
        rows=_LEDGER,
        expected=Fraction(50000**2 + 30000**2 + 10000**2, _WHOLE**2),
    ),
    Case(
        metric="funding_concentration",
        trap="one funder alone is 1, and not 100",
        rows="ledger account funder amount_cents\n 706 OPCO 300\n 740 OPCO 100",
        expected=1,
    ),
    Case(
        metric="funding_concentration",
        trap="a funder given back more than it paid leaves shares without a meaning",
        rows=_TOO_MANY_CREDIT_NOTES,
        expected="n.c.",
    ),
)
