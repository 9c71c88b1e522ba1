"""Kilometres and what they emit: by month, kind of vehicle and agency, with the factors and their source."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.carbon import FACTORS
from metrics.catalogue.dimensions import AGENCY, VEHICLE_KIND
from metrics.model import Metric
from metrics.parameters.emissions import CURRENT, factor
from metrics.present import words
from metrics.present.blocks import Beside, Block, note
from metrics.present.leads import MemberOf
from metrics.present.once import once
from metrics.present.table import Column, Entry, Line, Table, table
from metrics.unit import Unit
from metrics.views.ask import Ask
from metrics.views.parts import comparison, listed, work

_SAME = (
    "La même édition des facteurs sert à toutes les années : une évolution des émissions vient des "
    "kilomètres et des véhicules, jamais d'un changement de facteur. L'usage seul est compté, sans la "
    "construction."
)
_DECIMALS = 5  # as the source writes them
_FACTOR = Unit(symbol="", decimals=_DECIMALS)
_NONE = "aucun facteur : émissions non calculables"


def told(
    ask: Ask, badges: Badges, distance: Metric, emitted: Metric, rate: Metric, *fleet: Metric
) -> Iterator[Block]:
    """The figures with their change, the months of both sums, their parts, then the factors."""
    figures = (distance, emitted, rate)
    yield from listed.table(ask, "Distances, émissions et véhicules", badges, *figures, *fleet)
    yield Beside((1, 1), (work.narrow(ask, "km", distance), work.narrow(ask, "emissions", emitted)))
    total = ask(*figures)
    yield from comparison.table("Par type de véhicule", ask(*figures, by=(VEHICLE_KIND,)), total)
    readable = ask.readable(*figures, by=(AGENCY,))
    if readable:
        agencies = ask(*readable, by=(AGENCY,))
        yield from comparison.table("Par agence", agencies, total, MemberOf(AGENCY))
    names = ask.visit.known.names[VEHICLE_KIND.id]
    yield _factors(tuple((str(kind), name) for kind, name in names.items()))
    yield note(_SAME)


@once
def _factors(vehicles: tuple[tuple[str, str], ...]) -> Table:
    """The factor of each kind of vehicle of the association, its edition and its source."""
    columns = [
        Column("Type de véhicule"),
        Column("Facteur d'usage (kg CO₂e par km)", is_number=True),
        *map(Column, ("Année de l'édition", "Source")),
    ]
    return table("Facteurs d'émission employés", columns, [_line(*each) for each in vehicles])


def _line(kind: str, name: str) -> Line:
    if kind not in FACTORS:
        return name, "–", "–", _NONE
    known = factor(kind, CURRENT.since)
    since = str(known.since.year) if known.since else "–"
    used = Entry(words.number(known.value, _DECIMALS), value=known.value, unit=_FACTOR)
    return name, used, since, known.reference
