"""Who came, who left, and how fast the staff renews itself: told of whole calendar years."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.headcounts import LEGAL_HEADCOUNT, MEAN_FTE, MEAN_HEADCOUNT
from metrics.catalogue.movements import (
    ENTRIES,
    EXITS,
    PERMANENT_TURNOVER,
    STAFF_TURNOVER,
    TRANSFERS_IN,
    TRANSFERS_OUT,
)
from metrics.present.blocks import Block, Why, note
from metrics.views.ask import Ask
from metrics.views.parts import breakdown, listed, years

_BOTH = (
    "Deux lectures du renouvellement : les départs de CDI rapportés à l'effectif en CDI, et la moyenne des "
    "entrées et des sorties de tous les contrats, que les saisons et les apprentis élèvent."
)


def turnover(ask: Ask, badges: Badges) -> Iterator[Block]:
    """Entries, exits and both rates, then the agencies, transfers between them included."""
    yield from years.whole(ask, "Entrées, sorties et rotation", _of_years(ask, badges))
    means = (MEAN_HEADCOUNT, MEAN_FTE, LEGAL_HEADCOUNT)
    yield from listed.table(
        ask, "Les autres effectifs, qui ne sont pas celui du dernier jour", badges, *means
    )


def _of_years(ask: Ask, badges: Badges) -> Iterator[Block]:
    rates = (PERMANENT_TURNOVER, STAFF_TURNOVER)
    yield from listed.table(ask, "Entrées, sorties et rotation", badges, ENTRIES, EXITS, *rates)
    yield note(_BOTH)
    yield Why(STAFF_TURNOVER)
    moves = (ENTRIES, TRANSFERS_IN, EXITS, TRANSFERS_OUT)
    yield from breakdown.table(ask, "Entrées et sorties par agence", AGENCY, badges, *moves)
