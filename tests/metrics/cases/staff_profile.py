"""Who the staff are, by hand: women, ages, seniority, foundation course, titles."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_SEXES = """
    staff  day         sex  times
           2024-11-30  F    30
           2024-12-31  F    7
           2024-12-31  M    9
"""
_SENIORITY = """
    staff  day         age  seniority_months  times
           2024-11-30  60   300               9
           2024-12-31  20   3                 2
           2024-12-31  30   30                3
           2024-12-31  50   240               1
"""
_MARKS = """
    staff  day         job   foundation         title      times
           2024-11-30  MED   within_six_months  own_cfa    40
           2024-12-31  MED   within_six_months  own_cfa    10
           2024-12-31  MED   later              elsewhere  6
           2024-12-31  MED   never              none       5
           2024-12-31  REF   within_six_months  own_cfa    7
           2024-12-31  RESP  never              elsewhere  8
"""
_MEDIATORS = 10 + 6 + 5

CASES = (
    Case(metric="women", trap="on the last month-end alone", rows=_SEXES, expected=7),
    Case(metric="women_share", trap="over women and men", rows=_SEXES, expected=Fraction(7, 7 + 9) * 100),
    Case(
        metric="women_share",
        trap="two men among many women would be told apart",
        rows="staff day sex times\n 2024-12-31 F 20\n 2024-12-31 M 2",
        expected="s",
    ),
    Case(
        metric="mean_age",
        trap="people weigh the same, and ages are those of the last month-end",
        rows=_SENIORITY,
        expected=Fraction(2 * 20 + 3 * 30 + 50, 2 + 3 + 1),
    ),
    Case(
        metric="mean_age",
        trap="the mean age of four people would nearly be one's own",
        rows="staff day age times\n 2024-12-31 40 4",
        expected="s",
    ),
    Case(
        metric="mean_age",
        trap="years add up to many even for four people, and do not count as people",
        rows="staff day age times\n 2024-12-31 1 6",
        expected=1,
    ),
    Case(
        metric="mean_seniority",
        trap="months are added up before they become years",
        rows=_SENIORITY,
        expected=Fraction(2 * 3 + 3 * 30 + 240, 12 * (2 + 3 + 1)),
    ),
    Case(
        metric="mean_seniority",
        trap="six newcomers have less than five years together and are still six people",
        rows="staff day seniority_months times\n 2024-12-31 1 6",
        expected=Fraction(1, 12),
    ),
    Case(
        metric="median_seniority",
        trap="one long career does not move it",
        rows=_SENIORITY,
        expected=Fraction(30, 12),
    ),
    Case(
        metric="median_seniority",
        trap="between the two in the middle of an even number",
        rows="""
            staff  day         seniority_months  times
                   2024-12-31  24                3
                   2024-12-31  42                3
        """,
        expected=Fraction(24 + 42, 2 * 12),
    ),
    Case(
        metric="women",
        trap="the headcount is shown: the seven women of eleven people would tell of the four men",
        rows="staff day sex times\n 2024-12-31 F 7\n 2024-12-31 M 4",
        expected="s",
    ),
    Case(
        metric="women",
        trap="nobody else is nobody to tell",
        rows="staff day sex times\n 2024-12-31 F 7",
        expected=7,
    ),
    Case(
        metric="titled_mediators",
        trap="the rest is that of mediators: two of them have no title, among many others",
        rows="""
            staff  day         job  title    times
                   2024-12-31  MED  own_cfa  9
                   2024-12-31  MED  none     2
                   2024-12-31  REF  none     30
        """,
        expected="s",
    ),
    Case(
        metric="median_seniority",
        trap="six newcomers have a month each and are still six people",
        rows="staff day seniority_months times\n 2024-12-31 1 6",
        expected=Fraction(1, 12),
    ),
    Case(
        metric="median_seniority",
        trap="nobody on roll has no seniority",
        rows="staff day times\n 2023-12-31 6\n\n staff day times\n 2025-01-31 6",
        expected="n.c.",
    ),
    Case(
        metric="median_seniority",
        trap="four people are too few",
        rows="staff day seniority_months times\n 2024-12-31 60 4",
        expected="s",
    ),
    Case(
        metric="foundation_trained",
        trap="soon or late, but mediators only",
        rows=_MARKS,
        expected=10 + 6,
    ),
    Case(
        metric="foundation_share",
        trap="over mediators, trained or not",
        rows=_MARKS,
        expected=Fraction(10 + 6, _MEDIATORS) * 100,
    ),
    Case(
        metric="foundation_in_time_share",
        trap="who was trained later does not count above the line, and does below",
        rows=_MARKS,
        expected=Fraction(10, _MEDIATORS) * 100,
    ),
    Case(
        metric="titled_mediators",
        trap="whoever granted the title; referents and managers do not count",
        rows=_MARKS,
        expected=10 + 6,
    ),
    Case(metric="own_cfa_titled", trap="a title obtained elsewhere is left out", rows=_MARKS, expected=10),
)
