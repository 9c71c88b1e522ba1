"""« Tableau RSE » : the indicators of the CSR report with their past, their target and their evidence."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.access import Role
from metrics.catalogue.rse import RSE_INDICATORS_DECLARED
from metrics.present.blocks import Block
from metrics.present.export import ANNEX, Export
from metrics.views.ask import Ask
from metrics.views.export import export
from metrics.views.page import Page, foot, printed
from metrics.views.parts import audit
from metrics.views.views import View


def told(ask: Ask) -> Iterator[Block]:
    """Where each axis stands, how much is declared, then every indicator of the year on its own pages."""
    axes, *others = audit.table(ask, printed(ask), RSE_INDICATORS_DECLARED)
    yield axes
    yield from others[1:]
    yield from others[:1]


def _contents(ask: Ask) -> Iterator[Block]:
    yield from told(ask)
    yield foot(ask(RSE_INDICATORS_DECLARED))


def make(ask: Ask, person: str) -> Export:
    """The audit table of a year, as a person reads it."""
    return replace(export(ask, PAGE, person), annex=ANNEX)


PAGE = Page(
    view=View(
        url="tableau-rse",
        title="Tableau des indicateurs RSE",
        question="Où en sont nos engagements, preuves à l'appui ?",
        roles=frozenset({Role.DIRECTION, Role.BOARD}),
    ),
    figures=(RSE_INDICATORS_DECLARED,),
    contents=_contents,
    by=(),
)
