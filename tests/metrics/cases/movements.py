"""Entries, exits, turnover, means and legal headcount, by hand."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_MOVES = """
    staff_move  day         agency  contract    move          reason          times
                2023-12-31  RENNES  permanent   exit          resignation     20
                2024-01-01  RENNES  permanent   entry         hire            6
                2024-03-01  RENNES  apprentice  entry         hire            5
                2024-12-31  RENNES  fixed_term  exit          end_fixed_term  8
                2024-06-30  RENNES  permanent   exit          resignation     3
                2024-06-30  RENNES  permanent   exit          retirement      1
                2024-06-30  NANTES  permanent   exit          dismissal       1
                2024-06-30  NANTES  permanent   exit          trial           9
                2024-05-31  RENNES  permanent   transfer_out  transfer        7
                2024-06-01  NANTES  permanent   transfer_in   transfer        7
                2025-01-01  RENNES  permanent   entry         hire            20

    staff       day         agency  contract    times
                2024-01-31  RENNES  permanent   40
                2024-01-31  NANTES  apprentice  30
                2024-02-29  RENNES  permanent   20
                2024-02-29  RENNES  fixed_term  10
"""
_MONTH_ENDS = 2
_PERMANENT = Fraction(40 + 20, _MONTH_ENDS)
_EVERYONE = Fraction(40 + 30 + 20 + 10, _MONTH_ENDS)
_ENTRIES, _EXITS = 6 + 5, 8 + 3 + 1 + 1 + 9


def _year(line: str) -> str:
    """The same people on the twelve month-ends of 2024."""
    days = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return "\n".join(f"2024-{month:02}-{day} {line}" for month, day in enumerate(days, 1))


_LEGAL = f"""
    staff  day  contract  fte_hundredths  replacement  times
    {_year("permanent 100 no 20")}
    {_year("permanent 80 yes 5")}
    {_year("fixed_term 60 no 10")}
    {_year("fixed_term 100 yes 7")}
    {_year("apprentice 60 no 9")}
    2024-06-30 fixed_term 100 no 6
    2024-11-30 permanent 100 no 50
    2024-12-31 permanent 100 no 2
"""

CASES = (
    Case(
        metric="entries",
        trap="from the first day to the last, apprentices included, transfers not",
        rows=_MOVES,
        expected=_ENTRIES,
    ),
    Case(
        metric="entries",
        trap="a transfer is no entry, even for the agency it leads to",
        rows=_MOVES,
        where="agency=NANTES",
        expected=0,
    ),
    Case(
        metric="entries",
        trap="four people are hidden",
        rows="staff_move day times\n 2024-06-15 4",
        expected="s",
    ),
    Case(
        metric="exits",
        trap="who left on the last day of the year left this year; ends of contract count",
        rows=_MOVES,
        expected=_EXITS,
    ),
    Case(
        metric="transfers_in",
        trap="told of the agency people went to",
        rows=_MOVES,
        where="agency=NANTES",
        expected=7,
    ),
    Case(metric="transfers_in", trap="one person moves once for the association", rows=_MOVES, expected=7),
    Case(
        metric="transfers_out",
        trap="told of the agency people left",
        rows=_MOVES,
        where="agency=RENNES",
        expected=7,
    ),
    Case(
        metric="permanent_turnover",
        trap="neither ends of trial, nor fixed terms, nor transfers; over the mean of the month-ends loaded",
        rows=_MOVES,
        expected=Fraction(3 + 1 + 1) / _PERMANENT * 100,
    ),
    Case(
        metric="permanent_turnover",
        trap="nobody on a CDI leaves nothing to divide by",
        rows="staff day contract times\n 2024-01-31 apprentice 9",
        expected="n.c.",
    ),
    Case(
        metric="permanent_turnover",
        trap="four leavers would be recognised",
        rows="""
            staff_move  day         move  reason       times
                        2024-06-15  exit  resignation  4

            staff       day         times
                        2024-06-30  50
        """,
        expected="s",
    ),
    Case(
        metric="staff_turnover",
        trap="half of the entries and exits, all contracts, and no transfer",
        rows=_MOVES,
        expected=Fraction(_ENTRIES + _EXITS, 2) / _EVERYONE * 100,
    ),
    Case(
        metric="mean_headcount",
        trap="months without data are not months with nobody",
        rows=_MOVES,
        expected=_EVERYONE,
    ),
    Case(
        metric="mean_headcount",
        trap="an agency has no month-end before its first people",
        rows="""
            staff  day         agency  times
                   2024-01-31  NANTES  30
                   2024-02-29  NANTES  30
                   2024-02-29  RENNES  8
        """,
        where="agency=RENNES",
        expected=8,
    ),
    Case(
        metric="mean_fte",
        trap="people there half of the month-ends count for half",
        rows="""
            staff  day         fte_hundredths  times
                   2024-01-31  80              10
                   2024-02-29  80              10
                   2024-02-29  100             6
        """,
        expected=Fraction(10 * 80 + 10 * 80 + 6 * 100, 2 * 100),
    ),
    Case(
        metric="mean_fte",
        trap="five people at half time are five people, and not two and a half",
        rows="staff day fte_hundredths times\n 2024-01-31 50 5",
        expected=Fraction(5 * 50, 100),
    ),
    Case(
        metric="legal_headcount",
        trap="CDI of the last month-end, twelfths of CDD; neither apprentices nor those who replace",
        rows=_LEGAL,
        expected=(20 + 5 * Fraction(80, 100) + 2) + (12 * 10 * Fraction(60, 100) + 6) / 12,
    ),
    Case(
        metric="legal_headcount",
        trap="eleven month-ends are no year",
        rows=_LEGAL,
        span="2024-02..2024-12",
        expected="n.c.",
    ),
    Case(
        metric="legal_headcount",
        trap="twelve month-ends spread over two years are no year",
        rows=_LEGAL.replace("2024-06-", "2023-06-"),
        span="2023-01..2024-12",
        expected="n.c.",
    ),
)
