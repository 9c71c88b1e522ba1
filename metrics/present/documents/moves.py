"""What moved, for a sheet: the sentences of the screen, and what began from nothing."""

from metrics.moved import MOST, moved
from metrics.present import sentences
from metrics.present.lists import Listing, Lists
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import news


def told(ask: Ask, headline: Result) -> Lists:
    """The changes that stand out; of something new, from what to what its figures went."""
    visit = ask.visit
    found = moved(visit.url, (headline,), visit.scope, ask.where, visit.known)
    listing = news.changes(ask, found)
    if not found.known and (began := _from_nothing(headline)):
        listing = Listing(listing.title, (("", tuple((each,) for each in began)),), listing.none)
    return Lists((listing,), "nouvelles")


def _from_nothing(headline: Result) -> list[str]:
    """The figures that were nothing, which no percentage tells."""
    cells = {metric: headline.cell(metric) for metric in headline.query.metrics}
    new = [metric for metric, cell in cells.items() if cell.figure.value and cell.is_compared]
    return [sentences.told(headline, metric) for metric in new][:MOST]
