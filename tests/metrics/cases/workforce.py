"""Workforce on roll, by hand: people, contracts, full-time equivalents, birth."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_STAFF = """
    staff  day         agency  contract    fte_hundredths  birth_area    times
           2024-11-30  RENNES  permanent   100             france        40
           2024-12-31  RENNES  permanent   100             france        14
           2024-12-31  RENNES  permanent   80              africa        12
           2024-12-31  NANTES  fixed_term  72              undeclared    6
           2024-12-31  NANTES  apprentice  60              europe        8
           2025-01-31  NANTES  apprentice  60              europe        99
"""
_HEADS = 14 + 12 + 6 + 8

_STAYED, _LATER = ("c", "d", "e"), ("f", "g", "h")


def _apprentices(day: str, *people: str, contract: str = "apprentice") -> str:
    return "\n".join(f"{day} {contract} {person}" for person in people)


_APPRENTICES = f"""
    staff  day  contract  person
    {_apprentices("2023-12-31", "w", "x", "y", "z", *_STAYED)}
    {_apprentices("2024-01-31", "a", "b", *_STAYED)}
    {_apprentices("2024-02-29", "b", *_STAYED, *_LATER)}
    {_apprentices("2024-02-29", "a", "p", "q", "r", "s", contract="permanent")}
    {_apprentices("2024-12-31", *_STAYED, *_LATER)}
"""

CASES = (
    Case(
        metric="headcount",
        trap="the last month-end of the year, alone",
        rows=_STAFF,
        expected=_HEADS,
    ),
    Case(
        metric="headcount",
        trap="fewer than five people are hidden",
        rows="staff day times\n 2024-12-31 4",
        expected="s",
    ),
    Case(
        metric="fte",
        trap="the contracts of the last month-end, and neither people nor posts",
        rows=_STAFF,
        expected=Fraction(14 * 100 + 12 * 80 + 6 * 72 + 8 * 60, 100),
    ),
    Case(
        metric="fte",
        trap="five people at a fifth of the time are five people, and not one",
        rows="staff day fte_hundredths times\n 2024-12-31 20 5",
        expected=1,
    ),
    Case(
        metric="fte",
        trap="four full-time people are too few",
        rows="staff day fte_hundredths times\n 2024-12-31 100 4",
        expected="s",
    ),
    Case(
        metric="apprentices",
        trap="the three others would be told by the headcount",
        rows="staff day contract times\n 2024-12-31 apprentice 8\n 2024-12-31 permanent 3",
        expected="s",
    ),
    Case(
        metric="born_abroad",
        trap="ten people born in France would be told by the headcount",
        rows="staff day birth_area times\n 2024-12-31 africa 20\n 2024-12-31 france 10",
        expected="s",
    ),
    Case(
        metric="permanent_share",
        trap="apprentices weigh in the base",
        rows=_STAFF,
        expected=Fraction(14 + 12, _HEADS) * 100,
    ),
    Case(
        metric="permanent_share_without_apprentices",
        trap="apprentices leave the base, and only they",
        rows=_STAFF,
        expected=Fraction(14 + 12, 14 + 12 + 6) * 100,
    ),
    Case(
        metric="permanent_share_without_apprentices",
        trap="nobody but apprentices leaves nothing to divide by",
        rows="staff day contract times\n 2024-12-31 apprentice 8",
        expected="n.c.",
    ),
    Case(
        metric="apprentices",
        trap="those on roll on the last day, and not those of the year",
        rows=_STAFF,
        expected=8,
    ),
    Case(
        metric="apprentices_in_year",
        trap="people, and neither months nor contracts: who left counts, who stayed counts once",
        rows=_APPRENTICES,
        expected=len({"a", "b", *_STAYED, *_LATER}),
    ),
    Case(
        metric="apprentices_in_year",
        trap="six people over the year are four of its last month: as hidden as they are",
        rows="""
            staff  day         contract    person
                   2024-01-31  apprentice  a
                   2024-01-31  apprentice  b
                   2024-12-31  apprentice  c
                   2024-12-31  apprentice  d
                   2024-12-31  apprentice  e
                   2024-12-31  apprentice  f
        """,
        expected="s",
    ),
    Case(
        metric="born_abroad",
        trap="an undeclared country is not a foreign one",
        rows=_STAFF,
        expected=12 + 8,
    ),
    Case(
        metric="born_abroad",
        trap="ten people born abroad are too few to be told",
        rows="staff day birth_area times\n 2024-12-31 africa 10",
        expected="s",
    ),
    Case(
        metric="born_abroad_share",
        trap="over everyone, the undeclared included",
        rows=_STAFF,
        expected=Fraction(12 + 8, _HEADS) * 100,
    ),
    Case(
        metric="birth_countries",
        trap="the row of the association: those of the agencies never add up to it",
        rows="""
            staff_countries  day         agency  countries
                             2024-12-31  -       6
                             2024-12-31  RENNES  4
                             2024-12-31  NANTES  5
                             2024-11-30  -       7
        """,
        expected=6,
    ),
)
