"""« Dossier du conseil d'administration » : the association, and what changed since the last one."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from data_access.access import Role
from metrics import glossary
from metrics.badges import Badges
from metrics.catalogue.financing import REVENUE
from metrics.present.blocks import Block
from metrics.present.documents import key_figures, rse_table, since, subjects
from metrics.present.documents.subjects import SUBJECTS
from metrics.present.export import ANNEX, Cover, Export
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.page import Page, foot, printed, sections
from metrics.views.parts import income, markets
from metrics.views.views import View

NAME = "dossier-ca"
_SUBJECT = "Ensemble de l'association"


def _contents(ask: Ask) -> Iterator[Block]:
    """The key figures, a part per domain, then money, markets, commitments and what changed."""
    badges = printed(ask)
    yield sections(
        {
            "chiffres": ("Chiffres clés", partial(key_figures.told, ask)),
            **{
                each.domain.value: (
                    glossary.DOMAINS[each.domain],
                    partial(subjects.told, ask, each, badges),
                )
                for each in SUBJECTS
            },
            "sources": ("Sources de financement", partial(income.sources, ask, REVENUE, badges)),
            "marches": ("Marchés et renouvellements", partial(_markets, ask, badges)),
            "tableau": ("Tableau des indicateurs RSE", partial(rse_table.told, ask)),
            "depuis": ("Ce qui a changé depuis le dossier précédent", partial(since.told, ask, NAME)),
        }
    )
    yield foot(ask(REVENUE))


def _markets(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from markets.timeline(ask)
    yield from markets.at_risk(ask)
    yield from markets.renewal(ask, badges)


def make(ask: Ask, person: str) -> Export:
    """The file of a meeting of the board, as a person reads it."""
    return replace(
        export(ask, PAGE, person), cover=Cover(_SUBJECT, ask.period.label.capitalize()), annex=ANNEX
    )


PAGE = Page(
    view=View(
        url=NAME,
        title="Dossier du conseil d'administration",
        question="Où en est l'association, et qu'est-ce qui a changé ?",
        roles=frozenset({Role.DIRECTION, Role.BOARD}),
    ),
    figures=(REVENUE,),
    contents=_contents,
    by=(),
)
