"""Which signs the font of documents can draw: a page for screen readers refuses any other."""

import struct
import unicodedata
from functools import cache

from metrics.present.image import FONTS

_FONT = FONTS / "SourceSans3-Regular.ttf"  # the others draw the same signs
_UNKNOWN = "\N{WHITE SQUARE}"
_OF_LEGENDS = frozenset("●■▲◆✚╌✎∅")  # Typst's own fonts have the signs of the suite
_UNSEEN = frozenset("\n\u00ad\u200b\u200c\u200d\u2060")  # what has no drawing and is read all the same
_SPACES = ("Zs", "Zl", "Zp", "Cc")


def drawable(text: str) -> str:
    """The same text, a square in place of each sign that the font does not have.

    Of what cannot be seen, a page for screen readers refuses some too: spaces stand for it, or nothing.
    """
    return text.translate({ord(sign): _drawn(sign) for sign in set(text)})


@cache
def _drawn(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in _OF_LEGENDS or sign in _UNSEEN or (category[0] != "C" and ord(sign) in _known()):
        return sign
    if category == "Cf":
        return ""
    return " " if category in _SPACES else _UNKNOWN


@cache
def _known() -> frozenset[int]:
    """The signs of the font, from its table of them."""
    font = _FONT.read_bytes()
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (ways,) = struct.unpack_from(">H", font, start + 2)
    offsets = (struct.unpack_from(">HHI", font, start + 4 + 8 * n)[2] for n in range(ways))
    found: set[int] = set()
    for offset in dict.fromkeys(offsets):
        found |= _of_groups(font, start + offset)
    return frozenset(found)


def _of_groups(font: bytes, at: int) -> set[int]:
    """The signs of a table by groups, the kind that holds every plane; none of the other kinds."""
    if struct.unpack_from(">H", font, at)[0] != 12:
        return set()
    (groups,) = struct.unpack_from(">I", font, at + 12)
    bounds = (struct.unpack_from(">III", font, at + 16 + 12 * n) for n in range(groups))
    return {sign for first, last, _ in bounds for sign in range(first, last + 1)}
