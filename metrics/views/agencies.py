"""Agences : où elles sont, ce qu'elles font, à moyens ou à population comparables."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PEOPLE_MET_PER_HOUR,
    PRESENCE_RATE,
    QPV_INTERVENTIONS_SHARE,
)
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.catalogue.financing import REVENUE, REVENUE_PER_FIELD_HOUR
from metrics.catalogue.normalised import (
    INTERVENTIONS_PER_FTE,
    INTERVENTIONS_PER_QPV_INHABITANT,
    MEAN_FIELD_FTE,
    MEETINGS_PER_FTE,
    PEOPLE_MET_PER_FTE,
    PEOPLE_MET_PER_QPV_INHABITANT,
    REVENUE_PER_FTE,
)
from metrics.catalogue.workforce import FTE_ON_ROLL, HEADCOUNT
from metrics.model import Metric
from metrics.present.blocks import Beside, Block, Choice
from metrics.present.charts.territory import territory
from metrics.result import Result
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot
from metrics.views.parts import multiples, standing
from metrics.views.parts.pictures import picture

SIZES = (INTERVENTIONS_COUNT, PEOPLE_MET, MEETINGS_ATTENDED, REVENUE)
FIGURES = {
    "absolu": (*SIZES, PRESENCE_RATE, QPV_INTERVENTIONS_SHARE),
    "etp": (INTERVENTIONS_PER_FTE, PEOPLE_MET_PER_FTE, MEETINGS_PER_FTE, REVENUE_PER_FTE),
    "heure": (INTERVENTIONS_PER_HOUR, PEOPLE_MET_PER_HOUR, REVENUE_PER_FIELD_HOUR),
    "qpv": (INTERVENTIONS_PER_QPV_INHABITANT, PEOPLE_MET_PER_QPV_INHABITANT),
}
BASES = {
    "absolu": "En valeur",
    "etp": "Par ETP terrain",
    "heure": "Par heure de terrain",
    "qpv": "Pour 1 000 habitants de QPV",
}
MEANS = (FIELD_DISPOSITIFS, FIELD_HOURS_DONE, MEAN_FIELD_FTE, HEADCOUNT, FTE_ON_ROLL)


def contents(ask: Ask) -> Iterator[Block]:
    """The figures of agencies on the base that the reader chooses."""
    options = {name: (said, partial(_on_base, ask, *FIGURES[name])) for name, said in BASES.items()}
    yield Choice(label="Rapporter les chiffres", name="base", options=options)


def _on_base(ask: Ask, *figures: Metric) -> Iterator[Block]:
    agencies = ask(*figures, by=(AGENCY,))
    told = chain(standing.table(ask, *figures), standing.means(ask, *MEANS))
    yield Beside((1, 2), (_map(ask, agencies), told))
    yield from multiples.by_agency(ask, *figures, *MEANS)
    yield foot(agencies)


def _map(ask: Ask, agencies: Result) -> Iterator[Block]:
    figures = agencies.query.metrics
    chart = territory(agencies, figures[0], tuple(ask.visit.known.names[AGENCY.id]))
    yield from picture(ask, "carte", chart, agencies, *figures)


PAGE = Page(
    view=views.AGENCIES,
    figures=(*(each for figures in FIGURES.values() for each in figures), *MEANS),
    contents=contents,
    counted=INTERVENTIONS_COUNT,
)
