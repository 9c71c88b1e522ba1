"""Rapprochement : chaque chiffre des deux rapports 2024, à côté de celui que donnent les enregistrements."""

from collections.abc import Iterator, Sequence

from metrics.present.blocks import Block, Notes
from metrics.reconcile import Reconciled, reconcile
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page
from metrics.views.parts import register
from metrics.views.visit import Visit

HOW = (
    "Un chiffre publié sort quand le chiffre calculé lui est égal une fois arrondi comme il a été imprimé. "
    "Un chiffre déclaré est comparé à la valeur chargée avec sa preuve."
)


def contents(ask: Ask) -> Iterator[Block]:
    """The register, of which its own filters keep some lines: each figure has its own period."""
    every = found(ask.visit)
    yield from told(every, register.kept(every, ask.chosen))
    yield from register.said(ask.chosen)


def found(visit: Visit) -> list[Reconciled]:
    """The published figures that a person reads, each with the computed one."""
    return reconcile(visit.url, visit.scope, visit.known.as_of)


def told(every: Sequence[Reconciled], kept: Sequence[Reconciled]) -> Iterator[Block]:
    """How all of them stand, then the lines that filters keep."""
    yield register.summary(every)
    yield register.table(kept)
    yield Notes((HOW,))


PAGE = Page(view=views.RECONCILIATION, figures=(), contents=contents, by=())
