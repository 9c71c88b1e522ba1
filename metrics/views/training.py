"""Formation : qui est formé, à quoi, avec quels résultats."""

from collections.abc import Iterator
from functools import partial

from metrics.badges import Badges
from metrics.catalogue.cfa import (
    AMIS_SHARE,
    APPRENTICES_IN_TRAINING,
    CANDIDATES,
    CFA_ENTRIES,
    GRADUATES,
    INTERRUPTIONS,
    MSADS_SHARE,
    PARTIAL_TITLES,
    PASS_RATE,
    TITLE_HOURS,
)
from metrics.catalogue.dimensions import AGENCY, PROGRAMME, PROGRAMME_FAMILY
from metrics.catalogue.training import (
    DELIVERED_HOURS,
    LEARNERS,
    LEARNERS_OUTSIDE_CFA,
    PRISONS,
    PRIVATE_EMPLOYEES,
    SATISFACTION_ANSWERS,
    SATISFACTION_RATE,
    TRAINEE_HOURS_FOLLOWED,
    TRAINING_SITES,
)
from metrics.present.blocks import Block
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, printed, sections, tiles
from metrics.views.parts import bpf, breakdown, cohorts, learners, qualiopi, years

VOLUMES = (LEARNERS, TRAINEE_HOURS_FOLLOWED, DELIVERED_HOURS)
KEY_FIGURES = (*VOLUMES, APPRENTICES_IN_TRAINING, PASS_RATE, SATISFACTION_RATE)
COHORTS = (APPRENTICES_IN_TRAINING, CANDIDATES, GRADUATES)
BY_YEAR = (CFA_ENTRIES, *COHORTS, PARTIAL_TITLES, INTERRUPTIONS, PASS_RATE)
OUTCOMES = (APPRENTICES_IN_TRAINING, GRADUATES, MSADS_SHARE, AMIS_SHARE)
RATED = (SATISFACTION_RATE, SATISFACTION_ANSWERS)
TAUGHT = (DELIVERED_HOURS, TRAINING_SITES, PRISONS)


def contents(ask: Ask) -> Iterator[Block]:
    """The view over the period of the bar; a training organisation has no contract year."""
    yield from years.civil(ask, "L'organisme de formation", _told)


def _told(ask: Ask) -> Iterator[Block]:
    """The key figures, then those who are trained in four sections and two official forms."""
    headline, badges = ask(*ask.readable(*KEY_FIGURES)), printed(ask)
    yield tiles(ask, headline)
    yield from breakdown.refusals(ask, *KEY_FIGURES)
    yield from years.whole(ask, "Stagiaires, parcours et réussite au CFA")
    yield sections(
        {
            "publics": ("Publics", partial(_learners, ask, badges)),
            "cfa": ("CFA", partial(_cfa, ask, badges)),
            "satisfaction": ("Satisfaction", partial(learners.satisfaction, ask, badges, *RATED)),
            "lieux": ("Lieux", partial(learners.places, ask, badges, *TAUGHT)),
            "bpf": ("Bilan pédagogique et financier", partial(bpf.filled_in, ask)),
            "qualiopi": ("Fiche Qualiopi", partial(qualiopi.results, ask, badges)),
        }
    )
    yield foot(headline)


def _learners(ask: Ask, badges: Badges) -> Iterator[Block]:
    counted = (PRIVATE_EMPLOYEES, LEARNERS_OUTSIDE_CFA, TRAINEE_HOURS_FOLLOWED)
    yield from learners.hours(ask, TRAINEE_HOURS_FOLLOWED)
    yield from learners.families(ask, badges, *VOLUMES)
    yield from learners.trainees(ask, badges, *counted)


def _cfa(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from cohorts.by_year(ask, badges, *BY_YEAR)
    yield from cohorts.outcomes(ask, badges, *OUTCOMES)
    yield from cohorts.titles(ask, badges, *COHORTS, length=TITLE_HOURS)


PAGE = Page(
    view=views.TRAINING,
    figures=KEY_FIGURES,
    contents=contents,
    by=(PROGRAMME_FAMILY, PROGRAMME, AGENCY),
    counted=TRAINEE_HOURS_FOLLOWED,
)
