"""Where income comes from: by source, then shared out between branches, agencies, dispositifs and funders."""

from collections.abc import Iterator
from functools import partial

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
from metrics.model import Dimension, Metric
from metrics.present.blocks import Beside, Block, Choice
from metrics.present.charts.bars import bars
from metrics.present.leads import MemberOf
from metrics.views.ask import Ask
from metrics.views.parts import listed, made_of
from metrics.views.parts.pictures import picture

_SOURCES = {  # the same figures, alone: what reports print of a source, and of a branch
    "sales": (SALES, SALES_SHARE),
    "grants": (GRANTS, GRANTS_SHARE),
    "apprenticeship": (APPRENTICESHIP_FUNDING, APPRENTICESHIP_SHARE),
}
_BRANCHES = {"mediation": MEDIATION_SHARE, "training": TRAINING_SHARE, "bulky_waste": BULKY_WASTE_SHARE}
_BY = {"agence": AGENCY, "branche": BRANCH, "dispositif": DISPOSITIF, "financeur": FUNDER}


def sources(ask: Ask, income: Metric, badges: Badges) -> Iterator[Block]:
    """The sources, then each with its amount to the euro; a click on one keeps it."""
    answer, total = ask(income, by=(FUNDING_LINE,)), ask(income)
    alone = ask(*(metric for pair in _SOURCES.values() for metric in pair))
    places = {
        source: (said(badges, alone, amount), said(badges, alone, share))
        for source, (amount, share) in _SOURCES.items()
    }
    drawn = picture(ask, "sources", bars(answer, income, clickable=True), answer, income)
    link = MemberOf(FUNDING_LINE)
    told = made_of.table("Les sources de financement", answer, total, badges, link, places)
    yield Beside((1, 1), (drawn, told))


def shared_out(ask: Ask, income: Metric, badges: Badges) -> Iterator[Block]:
    """Income by what the reader chooses, then what belongs to no agency and no named branch."""
    options = {name: (by.label, partial(_shared, ask, income, badges, by)) for name, by in _BY.items()}
    yield Choice(label="Répartir par", name="par", options=options)
    yield from listed.table(ask, "Ce qui reste non affecté", badges, UNASSIGNED_REVENUE, UNASSIGNED_SHARE)


def _shared(ask: Ask, income: Metric, badges: Badges, by: Dimension) -> Iterator[Block]:
    """Income by one breakdown, in bars then line by line."""
    answer, total = ask(income, by=(by,)), ask(income)
    yield from picture(ask, f"parts-{by.id}", bars(answer, income, clickable=True), answer, income)
    rows = answer if by in (AGENCY, BRANCH) else made_of.ranked(answer)
    caption, places = f"Les produits par {by.label.lower()}", _branches(ask, badges) if by is BRANCH else {}
    yield from made_of.table(caption, rows, total, badges, MemberOf(by), places)
    if by is AGENCY:
        crossed = ask(income, by=(AGENCY, BRANCH))
        yield from made_of.table("Les produits par agence et branche", crossed, total, badges)


def _branches(ask: Ask, badges: Badges) -> made_of.Places:
    """Where the part of each branch was published: its amount is found by itself."""
    alone = ask(*_BRANCHES.values())
    return {branch: ("", said(badges, alone, share)) for branch, share in _BRANCHES.items()}
