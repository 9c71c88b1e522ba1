"""Effectifs et diversité : qui travaille ici, sous quels contrats, et ce qui change."""

from collections.abc import Iterator
from functools import partial

from metrics.badges import Badges
from metrics.catalogue.dispositifs import POSTS_AUTHORISED
from metrics.catalogue.staff_profile import WOMEN_SHARE
from metrics.catalogue.workforce import APPRENTICES, FTE_ON_ROLL, HEADCOUNT, PERMANENT_SHARE
from metrics.present.blocks import Block
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, printed, sections, tiles
from metrics.views.parts import courses, equality, health, moves, profile, staff, work

KEY_FIGURES = (HEADCOUNT, FTE_ON_ROLL, POSTS_AUTHORISED, PERMANENT_SHARE, APPRENTICES, WOMEN_SHARE)


def contents(ask: Ask) -> Iterator[Block]:
    """The key figures, then the staff in six sections."""
    headline, badges = ask(*KEY_FIGURES), printed(ask)
    yield tiles(ask, headline)
    yield sections(
        {
            "effectif": ("Effectif", partial(_on_roll, ask, badges)),
            "mouvements": ("Entrées et sorties", partial(_moves, ask, badges)),
            "profil": ("Âges et diversité", partial(_profile, ask, badges)),
            "formation": ("Formations et titres", partial(_courses, ask, badges)),
            "sante": ("Absences et accidents", partial(_health, ask, badges)),
            "index": ("Index égalité", partial(equality.index, ask, badges)),
        }
    )
    yield foot(headline)


def _on_roll(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from staff.bridges(ask)
    yield from staff.contracts(ask, badges)
    yield from staff.jobs(ask, badges)
    yield from staff.agencies(ask, badges)


def _moves(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from work.months(ask, HEADCOUNT)
    yield from moves.turnover(ask, badges)


def _profile(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from profile.pictures(ask)
    yield from profile.figures(ask, badges)


def _courses(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from courses.held(ask, badges)
    yield from courses.followed(ask, badges)


def _health(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from health.absences(ask, badges)
    yield from health.accidents(ask, badges)


PAGE = Page(view=views.WORKFORCE, figures=KEY_FIGURES, contents=contents, counted=HEADCOUNT)
