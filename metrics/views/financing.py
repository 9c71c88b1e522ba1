"""Financement : les sources, les financeurs, les marchés et ce qui reste à renouveler."""

from collections.abc import Iterator
from functools import partial

from metrics.badges import Badges
from metrics.catalogue.budget import BUDGET_GAP_SHARE
from metrics.catalogue.dimensions import AGENCY, BRANCH, DISPOSITIF, FUNDER, FUNDING_LINE
from metrics.catalogue.financing import (
    APPRENTICESHIP_FUNDING,
    CLIENT_DOCUMENTS,
    GRANT_FILES_COUNT,
    GRANTS,
    GRANTS_ASKED,
    GRANTS_AWARDED,
    REVENUE,
    SALES,
    SUPPLIER_DOCUMENTS,
)
from metrics.catalogue.funders import FIRST_FUNDER_SHARE
from metrics.catalogue.listings import INCOME_ENTRIES, MARKETS_PAID
from metrics.present.blocks import Block, Records
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page, foot, printed, sections, tiles
from metrics.views.parts import budget, funders, income, markets, work

KEY_FIGURES = (REVENUE, SALES, GRANTS, APPRENTICESHIP_FUNDING, BUDGET_GAP_SHARE, FIRST_FUNDER_SHARE)
FILES = (GRANT_FILES_COUNT, GRANTS_ASKED, GRANTS_AWARDED)


def contents(ask: Ask) -> Iterator[Block]:
    """The key figures, then where they come from and what becomes of them, in six sections."""
    headline, badges = ask(*KEY_FIGURES), printed(ask)
    yield tiles(ask, headline)
    yield sections(
        {
            "sources": ("Sources", partial(_sources, ask, badges)),
            "repartition": ("Répartition", partial(income.shared_out, ask, REVENUE, badges)),
            "budget": ("Budget", partial(_budget, ask, badges)),
            markets.SECTION: ("Marchés", partial(_markets, ask, badges)),
            "financeurs": ("Financeurs", partial(funders.dependence, ask, REVENUE, badges)),
            "factures": ("Factures et dossiers", partial(_papers, ask, badges)),
        }
    )
    yield foot(headline)


def _sources(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from income.sources(ask, REVENUE, badges)
    yield from work.months(ask, REVENUE)
    yield Records(REVENUE)


def _budget(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from budget.months(ask, REVENUE)
    yield from budget.lines(ask, badges)


def _markets(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from markets.timeline(ask)
    yield from markets.at_risk(ask)
    yield from markets.renewal(ask, badges)
    yield Records(MARKETS_PAID)


def _papers(ask: Ask, badges: Badges) -> Iterator[Block]:
    yield from funders.invoices(ask, badges, CLIENT_DOCUMENTS, SUPPLIER_DOCUMENTS)
    yield from funders.grants(ask, badges, *FILES)
    yield Records(GRANT_FILES_COUNT)
    yield Records(CLIENT_DOCUMENTS)


PAGE = Page(
    view=views.FINANCING,
    figures=KEY_FIGURES,
    contents=contents,
    by=(AGENCY, FUNDING_LINE, BRANCH, DISPOSITIF, FUNDER),
    counted=INCOME_ENTRIES,
)
