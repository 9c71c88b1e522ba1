"""How the register of published figures writes a period and a comparison: as the commands do.

The figures understand them; here they are only recognised, so that a file with another word is refused.
"""

import re

PERIODS = "2024, 2024-12, 2024-T3, 2023-10..2024-09, ytd:2024-09, 12m:2024-12, scolaire:2023 ou marche:2024"
COMPARISONS = ("none", "previous-year", "previous-period", "target", "median")
_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = f"{_YEAR}-(?:0[1-9]|1[0-2])"
_ANY = f"{_YEAR}-T[1-4]|{_MONTH}|{_YEAR}"
_PERIOD = re.compile(rf"({_ANY})(?:\.\.({_ANY}))?|ytd:{_MONTH}|12m:{_MONTH}|scolaire:{_YEAR}|marche:{_YEAR}")


def is_period(text: str) -> bool:
    """Tells whether a text is written like a period that does not end before it starts."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return False
    first, last = found.groups()
    return last is None or _months(first)[0] <= _months(last)[1]


def is_comparison(text: str) -> bool:
    """Tells whether a text is one of the comparisons, or a period to compare with."""
    return text in COMPARISONS or is_period(text)


def _months(text: str) -> tuple[int, int]:
    """The first and last months of a year, a quarter or a month, counted from year 0."""
    year, _, rest = text.partition("-")
    january = int(year) * 12
    if not rest:
        return january, january + 11
    if rest.startswith("T"):
        last = january + int(rest[1]) * 3 - 1
        return last - 2, last
    month = january + int(rest) - 1
    return month, month
