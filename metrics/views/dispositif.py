"""Un dispositif : son marché, son équipe, ses lieux, son année, ses enregistrements."""

from collections.abc import Iterator
from functools import partial

from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
)
from metrics.catalogue.dimensions import DISPOSITIF, INTERVENTION_FAMILY, JOB, SECTOR, SITE
from metrics.catalogue.dispositifs import FIELD_FTE, POSTS_AUTHORISED, SECTORS_SERVED, WORK_SITES
from metrics.catalogue.financing import REVENUE
from metrics.portfolio import Entry, told
from metrics.portrait import Portrait
from metrics.present.blocks import Block, Records, Tiles, nothing
from metrics.result import Result
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, printed, sections
from metrics.views.parts import comparison, portrait, work

COUNT = INTERVENTIONS_COUNT
KEY_FIGURES = (COUNT, PEOPLE_MET, FIELD_HOURS_DONE, INTERVENTIONS_PER_HOUR, PRESENCE_RATE, MEETINGS_ATTENDED)
TEAM = (POSTS_AUTHORISED, FIELD_FTE)
NONE_CHOSEN = "Choisissez un dispositif : cette page en montre un seul."


def contents(ask: Ask) -> Iterator[Block]:
    """The file of the dispositif that the filters keep, its key figures, then its year or its means."""
    who = portrait.asked(ask)
    if who is None:
        yield nothing(NONE_CHOSEN)
        return
    own = portrait.entry(ask, who)
    headline = told(ask(*KEY_FIGURES), own)
    yield from portrait.identity(who, own)
    yield key_figures(ask, headline, own)
    yield sections(
        {
            "annee": ("Son année", partial(_year, ask, who, own, headline)),
            "moyens": ("Ses marchés, son équipe, ses lieux", partial(_means, ask, who)),
        },
        "volet",
    )
    yield foot(headline)


def key_figures(ask: Ask, headline: Result, own: Entry) -> Tiles:
    """The key figures, without object where it has none."""
    metrics = headline.query.metrics
    goals, history = ask.targets(*metrics), told(ask.history(*metrics), own)
    return Tiles(headline=headline, goals=goals, history=history, badges=printed(ask))


def _year(ask: Ask, who: Portrait, own: Entry, headline: Result) -> Iterator[Block]:
    yield from portrait.years(ask, who, own)
    if portrait.has_object(COUNT, headline):
        yield from work.months(ask, COUNT, portrait.months(ask, who, COUNT))
        yield from work.kinds(ask, COUNT)
        yield Records(COUNT)
    yield Records(MEETINGS_ATTENDED)


def _means(ask: Ask, who: Portrait) -> Iterator[Block]:
    yield from portrait.markets(ask, who)
    yield from comparison.table("L'équipe : postes par métier", ask(*TEAM, by=(JOB,)), ask(*TEAM))
    yield portrait.places(ask(SECTORS_SERVED, by=(SECTOR,)), ask(WORK_SITES, by=(SITE,)))
    yield Records(REVENUE)


PAGE = Page(
    view=views.DISPOSITIF,
    figures=KEY_FIGURES,
    contents=contents,
    by=(DISPOSITIF, INTERVENTION_FAMILY),
    counted=COUNT,
    about=DISPOSITIF,
)
