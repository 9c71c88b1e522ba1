"""What is done with partners: meetings, prevention, and the orders of the commanditaires."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from metrics.catalogue.dimensions import DISPOSITIF, MEETING_KIND, PREVENTION_KIND, SET_BY_MARKET
from metrics.model import Metric
from metrics.present.blocks import Beside, Block, Framed, Heading, nothing
from metrics.present.charts.bars import bars
from metrics.present.leads import Dispositif
from metrics.present.once import once
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import comparison, work
from metrics.views.parts.pictures import picture


def meetings(ask: Ask, attended: Metric) -> Iterator[Block]:
    """The meetings by instance and by month, then those that the market sets apart from the others."""
    total = ask(attended)
    yield from _titled(ask, "Les instances partenariales", "Aucune participation à une instance", total)
    if _has_some(total):
        instances, apart = ask(attended, by=(MEETING_KIND,)), ask(attended, by=(SET_BY_MARKET,))
        by_kind = picture(ask, "instances", bars(instances, attended), instances, attended)
        by_month = work.narrow(ask, "mois-instances", attended)
        set_apart = comparison.table("Instances que le marché définit, et les autres", apart, total)
        yield Beside((1, 1), (by_kind, chain(by_month, set_apart)), "instances")


def prevention(ask: Ask, children: Metric, modules: Metric) -> Iterator[Block]:
    """Who was met and how, the modules month by month, then both by dispositif."""
    total = ask(children, modules)
    yield from _titled(ask, "La prévention", "Aucune action de prévention", total)
    if _has_some(total):
        actions = ask(children, by=(PREVENTION_KIND,))
        by_kind = picture(ask, "prevention", bars(actions, children), actions, children)
        yield Beside((1, 1), (by_kind, work.narrow(ask, "mois-prevention", modules)), "prevention")
        yield _by_dispositif(ask, "La prévention par dispositif", total)


def orders(ask: Ask, received: Metric, delay: Metric, *others: Metric) -> Iterator[Block]:
    """The orders month by month and how long each dispositif takes, then all that is known of them."""
    total = ask(received, delay, *others)
    yield from _titled(ask, "Les commandes", "Aucune commande reçue", total)
    if _has_some(total):
        delays = ask(delay, by=(DISPOSITIF,))
        how_long = picture(ask, "delais", bars(delays, delay, clickable=True), delays, delay)
        yield Beside((1, 1), (work.narrow(ask, "mois-commandes", received), how_long), "commandes")
        yield _by_dispositif(ask, "Les commandes par dispositif", total)


def _titled(ask: Ask, title: str, none: str, total: Result) -> Iterator[Block]:
    """The title of a part of the view, and that there was nothing when there was nothing."""
    yield Heading(title)
    if not _has_some(total):
        outside = total.outside(total.query.metrics[0])
        where = f"{total.perimeter}, {outside}" if outside else total.perimeter
        yield nothing(f"{none} : {where}, {ask.period.label}.")


def _has_some(total: Result) -> bool:
    """Whether something was counted, or could not be."""
    return any(total.cell(metric).figure.value != 0 for metric in total.query.metrics if metric.adds_up)


def _by_dispositif(ask: Ask, caption: str, total: Result) -> Block:
    """Each dispositif that has something to tell, and the whole, folded: charts told the main of it."""
    metrics = total.query.metrics
    answer = _telling(ask(*metrics, by=(DISPOSITIF,)))
    return Framed(f"serre-{metrics[0].id}", comparison.table(caption, answer, total, Dispositif, folded=True))


@once
def _telling(answer: Result) -> Result:
    """The lines of an answer that have something to tell."""
    return replace(
        answer, rows=tuple(row for row in answer.rows if any(cell.figure.value for cell in row.cells))
    )
