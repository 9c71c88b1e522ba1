"""RSE : les engagements, leur avancement, leurs preuves."""

from collections.abc import Iterator
from functools import partial

from metrics.catalogue.carbon import EMISSIONS_PER_KILOMETRE, KILOMETRES, TRAVEL_EMISSIONS
from metrics.catalogue.rse import (
    ALTERNATIVE_FLEET,
    CERTIFICATIONS_ENDING,
    CERTIFICATIONS_IN_FORCE,
    RSE_ATTENDANCE,
    RSE_COMMITTEES,
    RSE_INDICATORS_DECLARED,
    RSE_WORKSHOP_SHARE,
    RSE_WORKSHOPS,
    STAKEHOLDER_MEETINGS,
    VEHICLES_HELD,
)
from metrics.catalogue.rse_actions import (
    RSE_ACTION_COMPLETION,
    RSE_ACTIONS_DONE,
    RSE_ACTIONS_LATE,
    RSE_ACTIONS_RUNNING,
)
from metrics.present.blocks import Block
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, printed, sections, tiles
from metrics.views.parts import audit, breakdown, commitments, travel, years

KEY_FIGURES = (
    RSE_ACTION_COMPLETION,
    RSE_ACTIONS_LATE,
    CERTIFICATIONS_IN_FORCE,
    ALTERNATIVE_FLEET,
    KILOMETRES,
    EMISSIONS_PER_KILOMETRE,
)
PLAN = (RSE_ACTION_COMPLETION, RSE_ACTIONS_DONE, RSE_ACTIONS_RUNNING, RSE_ACTIONS_LATE)
TRAVEL = (KILOMETRES, TRAVEL_EMISSIONS, EMISSIONS_PER_KILOMETRE)
FLEET = (VEHICLES_HELD, ALTERNATIVE_FLEET)
EVENTS = (STAKEHOLDER_MEETINGS, RSE_WORKSHOPS, RSE_WORKSHOP_SHARE, RSE_ATTENDANCE, RSE_COMMITTEES)


def contents(ask: Ask) -> Iterator[Block]:
    """The view over the period of the bar; the approach has no contract year."""
    yield from years.civil(ask, "La démarche RSE", _told)


def _told(ask: Ask) -> Iterator[Block]:
    """The key figures that the person reads, then the commitments, in five sections."""
    headline, badges = ask(*ask.readable(*KEY_FIGURES)), printed(ask)
    yield tiles(ask, headline)
    yield from breakdown.refusals(ask, *KEY_FIGURES)
    parts: audit.Sections = {
        audit.TABLE: ("Tableau d'audit", partial(audit.table, ask, badges, RSE_INDICATORS_DECLARED)),
        commitments.PLAN: ("Plan d'actions", partial(commitments.plan, ask, *PLAN)),
        commitments.LABELS: (
            "Labels et certifications",
            partial(commitments.labels, ask, badges, CERTIFICATIONS_IN_FORCE, CERTIFICATIONS_ENDING),
        ),
        "deplacements": ("Déplacements et carbone", partial(travel.told, ask, badges, *TRAVEL, *FLEET)),
        "rencontres": ("Rencontres", partial(commitments.meetings, ask, badges, *EVENTS)),
    }
    yield sections(audit.readable_first(parts, ask.visit.scope))
    yield foot(headline)


PAGE = Page(view=views.RSE, figures=KEY_FIGURES, contents=contents)
