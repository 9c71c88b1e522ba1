"""Financement : les sources, les financeurs, les marchés et ce qui reste à renouveler."""

from metrics.badges import badges
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
from metrics.views import views
from pages.ui import budget, choice, filters, funders, income, layout, markets, records, tiles, work

KEY_FIGURES = (REVENUE, SALES, GRANTS, APPRENTICESHIP_FUNDING, BUDGET_GAP_SHARE, FIRST_FUNDER_SHARE)
SECTIONS = {
    "sources": "Sources",
    "repartition": "Répartition",
    "budget": "Budget",
    "marches": "Marchés",
    "financeurs": "Financeurs",
    "factures": "Factures et dossiers",
}

visit = layout.open_page(views.FINANCING)
by = (AGENCY, FUNDING_LINE, BRANCH, DISPOSITIF, FUNDER)
ask = filters.bar(visit, *KEY_FIGURES, by=by, counted=INCOME_ENTRIES)
printed = badges(visit.url, visit.known)

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)

# What we show
tiles.grid(ask, headline, goals, history, printed)
match choice.choose("Voir", "vue", SECTIONS):
    case "sources":
        income.sources(ask, REVENUE, printed)
        work.months(ask, REVENUE)
        records.under(ask, REVENUE)
    case "repartition":
        income.shared_out(ask, REVENUE, printed)
    case "budget":
        budget.months(ask, REVENUE)
        budget.lines(ask, printed)
    case "marches":
        markets.timeline(ask)
        markets.at_risk(ask)
        markets.renewal(ask, printed)
        records.under(ask, MARKETS_PAID)
    case "financeurs":
        funders.dependence(ask, REVENUE, printed)
    case "factures":
        funders.invoices(ask, printed, CLIENT_DOCUMENTS, SUPPLIER_DOCUMENTS)
        funders.grants(ask, printed, GRANT_FILES_COUNT, GRANTS_ASKED, GRANTS_AWARDED)
        records.under(ask, GRANT_FILES_COUNT)
        records.under(ask, CLIENT_DOCUMENTS)

# What can be taken away
layout.notes(headline)
