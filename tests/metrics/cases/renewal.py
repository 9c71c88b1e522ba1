"""Renewal, by hand: markets that are due, those that go on, and the amounts that hang on it."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_MARKETS = """
    market  code      kind        term_on     renewed  valid_from  valid_to    annual_cents
            RELAYED   multi_year  2024-06-30  yes      2020-07-01  2024-07-01  10000000
            NEXT      multi_year  2028-06-30  -        2024-07-01  2028-07-01  12000000
            LAST-DAY  multi_year  2024-12-31  -        2021-01-01  2025-01-01  5000000
            LOST      agreement   2024-09-30  no       2022-10-01  2024-10-01  3000050
            SUMMER    seasonal    2024-08-31  -        2024-06-01  2024-09-01  900000
            OPEN      agreement   -           -        2022-01-01  -           1800000
            ADVANCE   multi_year  2025-03-31  yes      2021-04-01  2025-04-01  7000000
            UNKNOWN   agreement   2024-12-31  -        2024-01-01  2025-01-01  -
            OVER      multi_year  2023-12-31  no       2020-01-01  2024-01-01  4000000
"""
_TO_RENEW = 5000000 + 3000050  # LAST-DAY and LOST
_RUNNING = 12000000 + 5000000 + 1800000 + 7000000  # NEXT, LAST-DAY, OPEN, ADVANCE

CASES = (
    Case(
        metric="markets_due",
        trap="neither seasons nor agreements, renewed or not, and no term of another year",
        rows=_MARKETS,
        expected=len({"RELAYED", "LAST-DAY"}),
    ),
    Case(
        metric="renewed_markets",
        trap="the term falls in the year; a month's market taken up each year is no renewal",
        rows="""
            market  term_on     renewed  kind
                    2024-06-30  yes      multi_year
                    2024-12-31  no       multi_year
                    2023-12-31  yes      multi_year
                    2024-11-30  yes      seasonal
                    -           -        agreement
        """,
        expected=1,
    ),
    Case(
        metric="renewal_rate",
        trap="over the markets whose term falls in the year, and not over all markets",
        rows=_MARKETS,
        expected=Fraction(1, 2) * 100,
    ),
    Case(
        metric="renewal_rate",
        trap="without any term in the year there is nothing to divide by",
        rows=_MARKETS,
        span="2022",
        expected="n.c.",
    ),
    Case(
        metric="markets_to_renew",
        trap="what is not known yet is not renewed, and an agreement is lost as a market is",
        rows=_MARKETS,
        expected=len({"LAST-DAY", "LOST", "UNKNOWN"}),
    ),
    Case(
        metric="markets_to_renew",
        trap="a market renewed in advance is no risk, though its term is still to come",
        rows=_MARKETS,
        span="2025",
        expected=0,
    ),
    Case(
        metric="amount_to_renew",
        trap="a year's amount of each, without seasons; an unknown amount adds nothing",
        rows=_MARKETS,
        expected=Fraction(_TO_RENEW, 100),
    ),
    Case(
        metric="amount_to_renew_share",
        trap="a market due on the last day runs that day too, and counts once",
        rows=_MARKETS,
        expected=Fraction(_TO_RENEW, _RUNNING + 3000050) * 100,  # LOST runs no more
    ),
    Case(
        metric="amount_to_renew_share",
        trap="without any market there is nothing to divide by",
        rows=_MARKETS,
        where="agency=NANTES",
        expected="n.c.",
    ),
    Case(
        metric="markets_falling_due",
        trap="what is written for years to come counts, and what is renewed in advance does not",
        rows=_MARKETS,
        span="2024..2028",
        expected=len({"LAST-DAY", "LOST", "UNKNOWN", "NEXT"}),
    ),
    Case(
        metric="amount_falling_due",
        trap="each market once, in the year its term falls in, a year's amount of it",
        rows=_MARKETS,
        span="2028",
        expected=Fraction(12000000, 100),  # NEXT
    ),
    Case(
        metric="amount_falling_due",
        trap="a season that ends, and an agreement without term, put nothing at risk",
        rows=_MARKETS,
        expected=Fraction(_TO_RENEW, 100),
    ),
    Case(
        metric="market_amounts",
        trap="those that run on the last day, that day included, without seasons",
        rows=_MARKETS,
        expected=Fraction(_RUNNING, 100),
    ),
)
