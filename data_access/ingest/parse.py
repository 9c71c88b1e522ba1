"""How a cell is understood: a French or ISO text on one side, the exact stored value on the other.

Nothing is guessed: a text that could mean two things is refused, and so is one that would be rounded.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from data_access.ingest.contract import Field, Type
from data_access.ingest.notation import is_comparison, is_period
from data_access.words import plain

_SPACES = "\u0020\u00a0\u202f\u2009"
_NUMBER = re.compile(rf"[+-]?([0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+|[0-9]+)(?:[.,]([0-9]+))?")
_FRENCH_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: 00:00(?::00)?)?")
_FRENCH_MONTH = re.compile(r"([0-9]{1,2})/([0-9]{4})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_CLOCK = re.compile(r"([0-9]{1,4})(?:\s*h\s*([0-5][0-9])?|:([0-5][0-9])(?::00)?)", re.IGNORECASE)
_MOST_DIGITS = 20  # beyond, computing would round
_YEARS = range(1900, 2101)
_YES, _NO = {"oui", "vrai", "1", "x"}, {"non", "faux", "0"}
_FULL_DATE = "Écrivez le jour, le mois et l'année sur quatre chiffres."


class Wrong(Exception):
    """The text does not say what was expected; the message is the advice to give, or empty."""


def number(text: str) -> Decimal:
    """Reads « 1 234,50 », « 1234.5 » or « −3 », and refuses two signs of decimals or of thousands."""
    bare = text.replace("\u2212", "-")
    if not _NUMBER.fullmatch(bare):
        raise Wrong("N'écrivez ni point ni virgule entre les milliers." if {",", "."} <= set(bare) else "")
    if len(bare) > _MOST_DIGITS:
        raise Wrong("Ce nombre a trop de chiffres.")
    return Decimal(bare.translate(dict.fromkeys(map(ord, _SPACES))).replace(",", "."))


def day(text: str) -> date:
    """Reads « 31/12/2024 » or « 2024-12-31 »."""
    if found := _FRENCH_DAY.fullmatch(text):
        return _date(found[3], found[2], found[1])
    if found := _ISO_DAY.fullmatch(text):
        return _date(found[1], found[2], found[3])
    raise Wrong(_why_no_day(text))


def month(text: str) -> date:
    """Reads « 01/2024 », « 2024-01 » or the first day of the month, and gives its first day."""
    if found := _FRENCH_MONTH.fullmatch(text):
        return _date(found[2], found[1], "1")
    if found := _ISO_MONTH.fullmatch(text):
        return _date(found[1], found[2], "1")
    first = day(text)
    if first.day != 1:
        raise Wrong("Donnez le mois, ou son premier jour.")
    return first


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(31)).replace(day=1)


def _date(year: str, month: str, day: str) -> date:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise Wrong("Cette date n'existe pas.") from None
    if found.year not in _YEARS:
        raise Wrong("Vérifiez l'année.")
    return found


def _why_no_day(text: str) -> str:
    if text.replace(",", ".").replace(".", "", 1).isdecimal():
        return "Mettez la colonne au format date dans votre tableur."
    if re.fullmatch(r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}", text):
        return _FULL_DATE
    return "Donnez le jour seul, sans l'heure." if re.search(r"[0-9]:[0-9]{2}", text) else ""


def _text(text: str) -> str:
    if _ISO_DAY.fullmatch(text):
        raise Wrong("Votre tableur en a fait une date : mettez la colonne au format texte et retapez-le.")
    return text


def _last_day(text: str) -> date:
    return day(text) + timedelta(1)


def _month_end(text: str) -> date:
    last = day(text)
    if last.day != monthrange(last.year, last.month)[1]:
        raise Wrong("Ce n'est pas le dernier jour du mois.")
    return last


def _scaled(field: Field, text: str) -> int:
    """Reads a number stored as an integer, without rounding anything."""
    value = number(text.removesuffix("€").rstrip() if field.type is Type.MONEY else text)
    _bound(field, value)
    stored = value.scaleb(_PLACES[field.type])
    if stored != stored.to_integral_value():
        raise Wrong("Arrondissez-le.")
    return int(stored)


def _hours(field: Field, text: str) -> int:
    if clock := _CLOCK.fullmatch(text):
        minutes = Decimal(int(clock[1]) * 60 + int(clock[2] or clock[3] or 0))
    else:
        minutes = number(text) * 60
    _bound(field, minutes / 60)
    if minutes != minutes.to_integral_value():
        raise Wrong("Cela ne fait pas un nombre entier de minutes.")
    return int(minutes)


def _bound(field: Field, value: Decimal) -> None:
    too_small = field.minimum is not None and value < field.minimum
    if too_small or (field.maximum is not None and value > field.maximum):
        raise Wrong


def _boolean(text: str) -> bool:
    word = plain(text)
    if word not in _YES | _NO:
        raise Wrong
    return word in _YES


def _decimal(text: str) -> str:
    return format(number(text), "f")


def _written(is_right: Callable[[str], bool], text: str) -> str:
    """Keeps a notation of the commands as it is written."""
    if not is_right(_text(text)):
        raise Wrong
    return text


_PLACES = {Type.INTEGER: 0, Type.MONEY: 2, Type.HUNDREDTHS: 2, Type.THOUSANDTHS: 3}
_UNBOUNDED: dict[Type, Callable[[str], object]] = {
    Type.TEXT: _text,
    Type.DATE: day,
    Type.LAST_DAY: _last_day,
    Type.MONTH: month,
    Type.MONTH_END: _month_end,
    Type.BOOLEAN: _boolean,
    Type.DECIMAL: _decimal,
    Type.PERIOD: partial(_written, is_period),
    Type.COMPARISON: partial(_written, is_comparison),
}


def parse(field: Field, text: str) -> object:
    """The stored value of a text, for the types that need no list to be read against."""
    if field.type in _PLACES:
        return _scaled(field, text)
    return _hours(field, text) if field.type is Type.HOURS else _UNBOUNDED[field.type](text)
