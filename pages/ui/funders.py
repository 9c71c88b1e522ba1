"""Who pays and how much rests on a few; then the papers: invoices, and the grants asked for."""

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGENCY, FUNDER, GRANT_STATUS
from metrics.catalogue.funders import FIRST_FUNDER_SHARE, FUNDERS, FUNDING_CONCENTRATION
from metrics.model import Metric
from metrics.present.charts.bars import bars
from metrics.present.charts.over_time import over_time
from metrics.present.concentration import reading
from metrics.views.ask import Ask
from pages.ui import charts, comparison, html, links, listed, side
from pages.ui.html import el

_DEPENDENCE = (FUNDERS, FIRST_FUNDER_SHARE, FUNDING_CONCENTRATION)


def dependence(ask: Ask, income: Metric, badges: Badges) -> None:
    """Draws how much income rests on its first funders, how that is read, then agency by agency."""
    answer = ask(income, by=(FUNDER,))
    charts.draw(ask, "financeurs", bars(answer, income, clickable=True), answer, income)
    listed.table(ask, "La dépendance aux financeurs", badges, *_DEPENDENCE)
    total = ask(*_DEPENDENCE)
    html.show(*(el("p", said, class_="phrase") for said in reading(total, FUNDING_CONCENTRATION)))
    agencies = ask(*_DEPENDENCE, by=(AGENCY,))
    comparison.table("La dépendance, agence par agence", agencies, total, links.ToMember(ask, AGENCY))


def invoices(ask: Ask, badges: Badges, *metrics: Metric) -> None:
    """Draws the documents sent and received, then those sent month by month."""
    listed.table(ask, "Factures et avoirs", badges, *metrics)
    left, right = side.by_side(1, 1)
    for place, metric in zip((left, right), metrics, strict=True):
        with place:
            months = ask.months(metric)
            charts.draw(ask, f"mois-{metric.id}", over_time(months, metric), months, metric)


def grants(ask: Ask, badges: Badges, *metrics: Metric) -> None:
    """Draws the grants asked for and granted, then what became of the files, and funder by funder."""
    listed.table(ask, "Subventions demandées et accordées", badges, *metrics)
    total = ask(*metrics)
    comparison.table("L'issue des dossiers", ask(*metrics, by=(GRANT_STATUS,)), total)
    by_funder = ask(*metrics, by=(FUNDER,))
    comparison.table("Les dossiers par financeur", by_funder, total, links.ToMember(ask, FUNDER))
