"""Who pays and how much rests on a few; then the papers: invoices, and the grants asked for."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGENCY, FUNDER, GRANT_STATUS
from metrics.catalogue.funders import FIRST_FUNDER_SHARE, FUNDERS, FUNDING_CONCENTRATION
from metrics.model import Metric
from metrics.present.blocks import Beside, Block, note
from metrics.present.charts.bars import bars
from metrics.present.concentration import reading
from metrics.present.leads import MemberOf
from metrics.views.ask import Ask
from metrics.views.parts import comparison, listed, work
from metrics.views.parts.pictures import picture

_DEPENDENCE = (FUNDERS, FIRST_FUNDER_SHARE, FUNDING_CONCENTRATION)


def dependence(ask: Ask, income: Metric, badges: Badges) -> Iterator[Block]:
    """How much income rests on its first funders, how that is read, then agency by agency."""
    answer = ask(income, by=(FUNDER,))
    yield from picture(ask, "financeurs", bars(answer, income, clickable=True), answer, income)
    yield from listed.table(ask, "La dépendance aux financeurs", badges, *_DEPENDENCE)
    total = ask(*_DEPENDENCE)
    yield from map(note, reading(total, FUNDING_CONCENTRATION))
    agencies = ask(*_DEPENDENCE, by=(AGENCY,))
    yield from comparison.table("La dépendance, agence par agence", agencies, total, MemberOf(AGENCY))


def invoices(ask: Ask, badges: Badges, sent: Metric, received: Metric) -> Iterator[Block]:
    """The documents sent and received, then both month by month."""
    yield from listed.table(ask, "Factures et avoirs", badges, sent, received)
    yield Beside((1, 1), tuple(work.narrow(ask, f"mois-{each.id}", each) for each in (sent, received)))


def grants(ask: Ask, badges: Badges, *metrics: Metric) -> Iterator[Block]:
    """The grants asked for and granted, then what became of the files, and funder by funder."""
    yield from listed.table(ask, "Subventions demandées et accordées", badges, *metrics)
    total = ask(*metrics)
    yield from comparison.table("L'issue des dossiers", ask(*metrics, by=(GRANT_STATUS,)), total)
    by_funder = ask(*metrics, by=(FUNDER,))
    yield from comparison.table("Les dossiers par financeur", by_funder, total, MemberOf(FUNDER))
