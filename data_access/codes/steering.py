"""Closed lists of events and of published figures."""

from data_access.access import Domain
from data_access.codes.base import Codes

EVENT_KIND = Codes(
    "nature d'événement",
    {
        "market": "Marché",
        "team": "Équipe",
        "training": "Formation",
        "rse": "RSE",
        "life": "Vie de l'association",
    },
)


def _as_written(name: str, *codes: str) -> Codes:
    """A list whose codes are what people write in their files."""
    return Codes(name, {code: code for code in codes})


PRECISION = _as_written("précision", "exact", "rounded", "more_than", "about", "unreachable")
DERIVATION = _as_written("origine du chiffre", "computed", "declared")
DOMAIN = _as_written("domaine", *Domain)
PUBLISHED_PART = _as_written("part publiée", "value", "change", "minus change")
