"""French words: the names of months, how many of a thing, and how two texts are compared."""

import unicodedata
from functools import lru_cache

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
INVISIBLE = " \t\r\n\u00a0\u202f\u2009\u200b\u2060\ufeff"  # what may surround a cell without being seen
_LOOKALIKES = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "æ": "ae", "‐": "-", "‑": "-", "–": "-"})


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The same text for « Côte d’Ivoire », « COTE  D'IVOIRE » and « cote d'ivoire »."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LOOKALIKES))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


def uncapitalised(text: str) -> str:
    """« axe RSE » for « Axe RSE »: the first letter only, unless an acronym comes first."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def counted(number: int, noun: str) -> str:
    """« 0 ligne », « 1 mois », « 12 345 lignes », with the narrow space of French numbers."""
    plural = "s" if number > 1 and not noun.endswith("s") else ""
    return f"{number:,} {noun}{plural}".replace(",", "\u202f")
