"""The equality index and its indicators, by hand, on few groups."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_PAY = """
    pay_group  day         pay_group           women  men  women_mean_cents  men_mean_cents
               2023-12-31  employees/30_39     20     20   1000000           2000000
               2024-12-31  employees/30_39     6      14   1800000           2000000
               2024-12-31  employees/40_49     10     10   2400000           2500000
               2024-12-31  managers/50_over    2      9    -                 -
"""
_COUNTS = """
    equality_count  day         item            women  men
                    2023-12-31  raised          0      0
                    2024-12-31  raised          9      11
                    2024-12-31  returns         2      0
                    2024-12-31  returns_raised  2      0
                    2024-12-31  top_ten         3      7
"""
_ALL = f"{_PAY}\n{_COUNTS}"
# 10 % and 4 %: 5 % are taken off the first, nothing is left of the second; 20 people weigh as much as 20
_PAY_GAP = Fraction((10 - 5) * 20 + 0 * 20, 20 + 20)  # 2.5 %: 37 points
# 9 women of 18, 11 men of 33: 50 % and 33.3 %; 0.1667 of 18 women are 3.0 people: 25 points, in favour of
# women while pay is in favour of men: catching up gives all 35
_RAISE_GAP = Fraction(167, 10)
_NO_RAISE = _ALL.replace("raised          9      11", "raised          0      0")
_NOT_CAUGHT_UP = _ALL.replace("raised          9      11", "raised          3      11")
_NO_RETURN = _ALL.replace("returns         2", "returns         0").replace("raised  2 ", "raised  0 ")
_ONE_FORGOTTEN = _ALL.replace("returns_raised  2", "returns_raised  1")

CASES = (
    Case(
        metric="equality_index",
        trap="points over points that could be had, the groups and counts of the year alone",
        rows=_ALL,
        expected=37 + 35 + 15 + 5,
    ),
    Case(
        metric="equality_index",
        trap="an indicator that is not computable leaves the base too",
        rows=_NO_RETURN,
        expected=Fraction(37 + 35 + 5, 40 + 35 + 10) * 100,
    ),
    Case(
        metric="equality_index",
        trap="65 points that could be had make no index",
        rows=_NO_RAISE,
        expected="n.c.",
    ),
    Case(metric="equality_index", trap="pay without counts says nothing", rows=_PAY, expected="n.d."),
    Case(metric="equality_index", trap="counts without pay say nothing", rows=_COUNTS, expected="n.d."),
    Case(
        metric="equality_index",
        trap="more women raised on return than came back is no index, and stops no other figure",
        rows=_ALL.replace("returns_raised  2", "returns_raised  3"),
        expected="n.d.",
    ),
    Case(
        metric="equality_index",
        trap="more women raised than there are is no index",
        rows=_ALL.replace("raised          9 ", "raised          90"),
        expected="n.d.",
    ),
    Case(
        metric="pay_gap_points",
        trap="2.5 % is beyond 2 %",
        rows=_ALL,
        expected=37,
    ),
    Case(
        metric="pay_gap",
        trap="5 % off each gap, and a group of two women left out",
        rows=_ALL,
        expected=_PAY_GAP,
    ),
    Case(
        metric="pay_gap",
        trap="groups retained that are too few people are not computable",
        rows=_ALL.replace("employees/30_39     6      14", "employees/30_39     2      50"),
        expected="n.c.",
    ),
    Case(
        metric="raise_gap_points",
        trap="a gap that catches up the gap of pay loses nothing",
        rows=_ALL,
        expected=35,
    ),
    Case(
        metric="raise_gap_points",
        trap="the better of 16.7 % and 3.0 people",
        rows=_NOT_CAUGHT_UP,
        expected=25,
    ),
    Case(metric="raise_gap", trap="rates of each sex, rounded once", rows=_ALL, expected=_RAISE_GAP),
    Case(metric="raise_gap", trap="nobody raised is no equality", rows=_NO_RAISE, expected="n.c."),
    Case(metric="return_points", trap="one woman forgotten loses them all", rows=_ONE_FORGOTTEN, expected=0),
    Case(metric="return_points", trap="no return is not computable", rows=_NO_RETURN, expected="n.c."),
    Case(metric="return_share", trap="one woman of two", rows=_ONE_FORGOTTEN, expected=50),
    Case(metric="top_ten_points", trap="three of ten", rows=_ALL, expected=5),
    Case(metric="top_ten_fewer", trap="the sex with fewer, whichever it is", rows=_ALL, expected=3),
    Case(
        metric="index_women",
        trap="those of groups left out of the gap count among people",
        rows=_ALL,
        expected=6 + 10 + 2,
    ),
    Case(metric="index_men", trap="of the last reference period alone", rows=_ALL, expected=14 + 10 + 9),
    Case(
        metric="index_men",
        trap="a month without reference period says nothing",
        rows=_ALL,
        span="2024-11",
        expected="n.d.",
    ),
)
