"""Who is trained, in what, where, and what they thought of it."""

from metrics.badges import Badges
from metrics.catalogue.dimensions import PROGRAMME, PROGRAMME_FAMILY, SITE, TRAINEE
from metrics.model import Metric
from metrics.present.charts.rates import rates
from metrics.views.ask import Ask
from pages.ui import answering, breakdown, charts, html, listed, side, work
from pages.ui.html import el

_FAMILIES = "Par famille de formation"
_APPRENTICES = (
    "Les apprentis, qui se comptent par leurs parcours au CFA, sont dans les heures et hors des stagiaires."
)


def hours(ask: Ask, followed: Metric) -> None:
    """Draws the hours followed by family, each a click away from its courses, and month by month."""
    left, right = side.by_side(1, 1)
    with left:
        work.nested(ask, followed, PROGRAMME_FAMILY, PROGRAMME)
    with right:
        work.months(ask, followed)


def families(ask: Ask, badges: Badges, *metrics: Metric) -> None:
    """Draws the families, then folded the courses."""
    breakdown.table(ask, _FAMILIES, PROGRAMME_FAMILY, badges, *metrics)
    breakdown.table(ask, "Par formation", PROGRAMME, badges, *metrics, folded=True)


def trainees(ask: Ask, badges: Badges, private: Metric, *metrics: Metric) -> None:
    """Draws the types of trainees, and those that the reports count apart."""
    breakdown.table(ask, "Par type de stagiaire, comme au cadre F-1", TRAINEE, badges, *metrics)
    html.show(el("p", _APPRENTICES, class_="phrase"))
    listed.table(ask, "Parmi eux", badges, private)


def satisfaction(ask: Ask, badges: Badges, rate: Metric, answers: Metric) -> None:
    """Draws the rate of each family with its interval, then on how many answers it rests."""
    found = answering.by(ask, (PROGRAMME_FAMILY,), rate)
    if not isinstance(found, str):
        charts.draw(ask, "satisfaction", rates(found, rate), found, rate)
    breakdown.table(ask, _FAMILIES, PROGRAMME_FAMILY, badges, rate, answers)
    breakdown.table(ask, "Par formation", PROGRAMME, badges, rate, answers, folded=True)


def places(ask: Ask, badges: Badges, taught: Metric, *counts: Metric) -> None:
    """Draws how many places each family is taught in, then the hours taught in each."""
    breakdown.table(ask, _FAMILIES, PROGRAMME_FAMILY, badges, *counts, taught)
    breakdown.table(ask, "Lieu par lieu", SITE, badges, taught)
