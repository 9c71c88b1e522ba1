"""Who is trained, in what, where, and what they thought of it."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.dimensions import PROGRAMME, PROGRAMME_FAMILY, SITE, TRAINEE
from metrics.model import Metric
from metrics.present.blocks import Beside, Block, note
from metrics.present.charts.rates import rates
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import answering, breakdown, listed, work
from metrics.views.parts.pictures import picture

_FAMILIES = "Par famille de formation"
_APPRENTICES = (
    "Les apprentis, qui se comptent par leurs parcours au CFA, sont dans les heures et hors des stagiaires."
)


def hours(ask: Ask, followed: Metric) -> Iterator[Block]:
    """The hours followed by family, each a click away from its courses, and month by month."""
    by_family = work.nested(ask, followed, PROGRAMME_FAMILY, PROGRAMME)
    yield Beside((1, 1), (by_family, work.months(ask, followed)))


def families(ask: Ask, badges: Badges, *metrics: Metric) -> Iterator[Block]:
    """The families, then folded the courses."""
    yield from breakdown.table(ask, _FAMILIES, PROGRAMME_FAMILY, badges, *metrics)
    yield from breakdown.table(ask, "Par formation", PROGRAMME, badges, *metrics, folded=True)


def trainees(ask: Ask, badges: Badges, private: Metric, *metrics: Metric) -> Iterator[Block]:
    """The types of trainees, and those that the reports count apart."""
    caption = "Par type de stagiaire, comme au cadre F-1"
    yield from breakdown.table(ask, caption, TRAINEE, badges, *metrics)
    yield note(_APPRENTICES)
    yield from listed.table(ask, "Parmi eux", badges, private)


def satisfaction(ask: Ask, badges: Badges, rate: Metric, answers: Metric) -> Iterator[Block]:
    """The rate of each family with its interval, then on how many answers it rests."""
    found = answering.by(ask, (PROGRAMME_FAMILY,), rate)
    if isinstance(found, Result):
        yield from picture(ask, "satisfaction", rates(found, rate), found, rate)
    yield from families(ask, badges, rate, answers)


def places(ask: Ask, badges: Badges, taught: Metric, *counts: Metric) -> Iterator[Block]:
    """How many places each family is taught in, then the hours taught in each."""
    yield from breakdown.table(ask, _FAMILIES, PROGRAMME_FAMILY, badges, *counts, taught)
    yield from breakdown.table(ask, "Lieu par lieu", SITE, badges, taught)
