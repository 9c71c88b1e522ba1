"""What moved, for a sheet: the sentences of the screen, and what began from nothing."""

from dataclasses import replace

from metrics.moved import MOST
from metrics.present import sentences
from metrics.present.lists import Listing, Lists
from metrics.result import Result, State
from metrics.views.ask import Ask
from metrics.views.parts import news

_NOTHING = "Rien à comparer : aucun chiffre n'a d'objet sur la période."


def told(ask: Ask, headline: Result) -> Lists:
    """The changes that stand out; of something new, from what to what its figures went."""
    found = news.moves(ask, headline)
    listing = news.changes(ask, found)
    if not found.known and (began := _from_nothing(headline)):
        listing = Listing(listing.title, (("", tuple((each,) for each in began)),), listing.none)
    elif not _has_object(headline):
        listing = replace(listing, none=_NOTHING)
    return Lists((listing,), "nouvelles")


def _has_object(headline: Result) -> bool:
    """Whether one of its figures means something over the period."""
    states = (headline.cell(metric).figure.state for metric in headline.query.metrics)
    return any(state is not State.NOT_APPLICABLE for state in states)


def _from_nothing(headline: Result) -> list[str]:
    """The figures that were nothing, which no percentage tells."""
    cells = {metric: headline.cell(metric) for metric in headline.query.metrics}
    new = [metric for metric, cell in cells.items() if cell.figure.value and cell.is_compared]
    return [sentences.told(headline, metric) for metric in new][:MOST]
