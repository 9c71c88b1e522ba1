"""Where income comes from: by source, then shared out between branches, agencies, dispositifs and funders."""

from metrics.badges import Badges, said
from metrics.catalogue.dimensions import AGENCY, BRANCH, DISPOSITIF, FUNDER, FUNDING_LINE
from metrics.catalogue.financing import (
    APPRENTICESHIP_FUNDING,
    APPRENTICESHIP_SHARE,
    BULKY_WASTE_SHARE,
    GRANTS,
    GRANTS_SHARE,
    MEDIATION_SHARE,
    SALES,
    SALES_SHARE,
    TRAINING_SHARE,
    UNASSIGNED_REVENUE,
    UNASSIGNED_SHARE,
)
from metrics.model import Metric
from metrics.present.charts.bars import bars
from metrics.views.ask import Ask
from pages.ui import charts, choice, links, listed, parts, side

_SOURCES = {  # the same figures, alone: what reports print of a source, and of a branch
    "sales": (SALES, SALES_SHARE),
    "grants": (GRANTS, GRANTS_SHARE),
    "apprenticeship": (APPRENTICESHIP_FUNDING, APPRENTICESHIP_SHARE),
}
_BRANCHES = {"mediation": MEDIATION_SHARE, "training": TRAINING_SHARE, "bulky_waste": BULKY_WASTE_SHARE}
_BY = {"agence": AGENCY, "branche": BRANCH, "dispositif": DISPOSITIF, "financeur": FUNDER}
_CHOICES = {name: each.label for name, each in _BY.items()}


def sources(ask: Ask, income: Metric, badges: Badges) -> None:
    """Draws the sources, then each with its amount to the euro; a click on one keeps it."""
    answer, total = ask(income, by=(FUNDING_LINE,)), ask(income)
    alone = ask(*(metric for pair in _SOURCES.values() for metric in pair))
    places = {
        source: (said(badges, alone, amount), said(badges, alone, share))
        for source, (amount, share) in _SOURCES.items()
    }
    left, right = side.by_side(1, 1)
    with left:
        charts.draw(ask, "sources", bars(answer, income, clickable=True), answer, income)
    with right:
        link = links.ToMember(ask, FUNDING_LINE)
        parts.table("Les sources de financement", answer, total, badges, link, places)


def shared_out(ask: Ask, income: Metric, badges: Badges) -> None:
    """Draws income by what the reader chooses, then what belongs to no agency and no named branch."""
    by = _BY[choice.choose("Répartir par", "par", _CHOICES)]
    answer, total = ask(income, by=(by,)), ask(income)
    charts.draw(ask, f"parts-{by.id}", bars(answer, income, clickable=True), answer, income)
    rows = answer if by in (AGENCY, BRANCH) else parts.ranked(answer)
    link, places = links.ToMember(ask, by), _branches(ask, badges) if by is BRANCH else {}
    parts.table(f"Les produits par {by.label.lower()}", rows, total, badges, link, places)
    if by is AGENCY:
        parts.table("Les produits par agence et branche", ask(income, by=(AGENCY, BRANCH)), total, badges)
    listed.table(ask, "Ce qui reste non affecté", badges, UNASSIGNED_REVENUE, UNASSIGNED_SHARE)


def _branches(ask: Ask, badges: Badges) -> parts.Places:
    """Where the part of each branch was published: its amount is found by itself."""
    alone = ask(*_BRANCHES.values())
    return {branch: ("", said(badges, alone, share)) for branch, share in _BRANCHES.items()}
