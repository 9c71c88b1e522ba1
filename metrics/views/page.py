"""What every view is made of: what its bar asks for, then pieces, the key figures first."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from metrics.badges import Badges, badges
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.present.blocks import Block, Choice, Notes, Tiles
from metrics.present.notes import notes
from metrics.query import NO_COMPARISON, Comparison
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.views import View

Parts = Callable[[], Iterable[Block]]


@dataclass(frozen=True, eq=False, kw_only=True)
class Page:
    """One view: ``figures`` say which months it has, ``by`` what it is filtered by, ``contents`` the rest.

    ``counted`` is the figure that says how many records the filters keep. A page ``about`` the member of a
    dimension shows one of them.
    """

    view: View
    figures: tuple[Metric, ...]
    contents: Callable[[Ask], Iterable[Block]]
    by: tuple[Dimension, ...] = (AGENCY,)
    counted: Metric | None = None
    about: Dimension | None = None


def printed(ask: Ask) -> Badges:
    """Where the figures of the reports were published."""
    return badges(ask.visit.url, ask.visit.known)


def tiles(ask: Ask, headline: Result, *, versus: Comparison = NO_COMPARISON) -> Tiles:
    """The key figures of an answer, with their targets and their thirteen months."""
    metrics = headline.query.metrics
    history = ask.history(*metrics, versus=versus)
    return Tiles(headline=headline, goals=ask.targets(*metrics), history=history, badges=printed(ask))


def sections(options: Mapping[str, tuple[str, Parts]], name: str = "vue") -> Choice:
    """The sections of a view, by the name that the address gives each, with their title."""
    return Choice(label="Voir", name=name, options=options, is_sections=True)


def foot(*answers: Result) -> Notes:
    """What the figures of a view cover and how to read them, at its foot."""
    return Notes(notes(*answers))
