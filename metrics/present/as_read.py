"""Numbers and days that a table holds only as they are read, taken back so that a spreadsheet has them."""

import re
from datetime import date
from fractions import Fraction

from data_access.words import MONTHS
from metrics.present.words import MINUS, NARROW, NO_BREAK
from metrics.unit import Unit

_NUMBER = re.compile(rf"([+{MINUS}]?)(\d{{1,3}}(?:{NARROW}\d{{3}})*)(?:,(\d+))?(?:{NO_BREAK}([^\d\s]+))?")
_DAY = re.compile(rf"(\d{{1,2}}|1er) ({'|'.join(MONTHS)}) (\d{{4}})")


def number_read(text: str) -> tuple[Fraction, Unit] | None:
    """« 12 345,00 » and « +3,1 % » as numbers, in the unit and with the decimals they are written with."""
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    sign, whole, decimals, symbol = found.groups(default="")
    value = Fraction(f"{whole.replace(NARROW, '')}.{decimals or 0}")
    return (-value if sign == MINUS else value), Unit(symbol=symbol, decimals=len(decimals))


def day_read(text: str) -> date | None:
    """« 1er mars 2024 » as a day."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    day, month, year = found.groups()
    return date(int(year), MONTHS.index(month) + 1, int(day.removesuffix("er")))
