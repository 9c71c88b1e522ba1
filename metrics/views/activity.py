"""Dispositifs : ce qu'ils font, où, quand et avec quels moyens."""

from collections.abc import Iterator
from functools import partial

from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INCIVILITIES,
    INCIVILITIES_PER_HOUR,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
    PREVENTION_CHILDREN,
    PREVENTION_MODULES,
)
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY, INTERVENTION_FAMILY, SECTOR
from metrics.catalogue.dispositifs import POSTS_AUTHORISED
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.listings import MARKETS_HELD
from metrics.catalogue.normalised import INTERVENTIONS_PER_FTE, MEAN_FIELD_FTE
from metrics.catalogue.orders import (
    MEDIAN_ORDER_DELAY,
    ORDERS_ANSWERED_PROMPTLY,
    ORDERS_ANSWERED_SHARE,
    ORDERS_RECEIVED,
    ORDERS_WAITING,
)
from metrics.present.blocks import Block, Records
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, sections, tiles
from metrics.views.parts import partnership, portfolio, sector_map, work

COUNT = INTERVENTIONS_COUNT
KEY_FIGURES = (COUNT, PEOPLE_MET, FIELD_HOURS_DONE, INTERVENTIONS_PER_HOUR, PRESENCE_RATE, MEETINGS_ATTENDED)
MEANS = (POSTS_AUTHORISED, MEAN_FIELD_FTE, FIELD_HOURS_DONE)
RESULTS = (COUNT, PEOPLE_MET, INTERVENTIONS_PER_HOUR, INTERVENTIONS_PER_FTE, REVENUE)
ORDERS = (ORDERS_RECEIVED, MEDIAN_ORDER_DELAY, ORDERS_ANSWERED_SHARE, ORDERS_ANSWERED_PROMPTLY)


def contents(ask: Ask) -> Iterator[Block]:
    """The key figures, then what they are made of, in four sections."""
    headline = ask(*KEY_FIGURES)
    yield tiles(ask, headline)
    yield sections(
        {
            "activite": ("Activité", partial(_activity, ask)),
            "incivilites": ("Incivilités", partial(_incivilities, ask)),
            "portefeuille": ("Portefeuille", partial(_portfolio, ask)),
            "partenariat": ("Partenariat", partial(_partnership, ask)),
        }
    )
    yield foot(headline)


def _activity(ask: Ask) -> Iterator[Block]:
    yield from work.months(ask, COUNT)
    yield from work.kinds(ask, COUNT)
    yield from work.hours(ask, COUNT)
    yield Records(COUNT)


def _incivilities(ask: Ask) -> Iterator[Block]:
    yield from sector_map.maps(ask, "Incivilités", INCIVILITIES, INCIVILITIES_PER_HOUR)
    yield Records(INCIVILITIES)


def _portfolio(ask: Ask) -> Iterator[Block]:
    yield from portfolio.table(ask, *MEANS, *RESULTS)
    yield Records(MARKETS_HELD)
    yield Records(REVENUE)


def _partnership(ask: Ask) -> Iterator[Block]:
    yield from partnership.meetings(ask, MEETINGS_ATTENDED)
    yield from partnership.prevention(ask, PREVENTION_CHILDREN, PREVENTION_MODULES)
    yield from partnership.orders(ask, *ORDERS, ORDERS_WAITING)
    yield Records(MEETINGS_ATTENDED)


PAGE = Page(
    view=views.ACTIVITY,
    figures=KEY_FIGURES,
    contents=contents,
    by=(AGENCY, FAMILY, DISPOSITIF, SECTOR, INTERVENTION_FAMILY),
    counted=COUNT,
)
