"""What teams do: month by month, kind by kind, hour by hour."""

from collections.abc import Iterator

from metrics.catalogue.dimensions import HOUR, INTERVENTION_FAMILY, INTERVENTION_KIND, WEEKDAY
from metrics.model import Dimension, Metric
from metrics.present.blocks import Block, Widen
from metrics.present.charts.bars import bars
from metrics.present.charts.heat import heat
from metrics.present.charts.over_time import over_time
from metrics.query import Value
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts.pictures import picture


def months(ask: Ask, metric: Metric, answer: Result | None = None) -> Iterator[Block]:
    """The months of the period, or those of an answer by month; a click keeps one."""
    told = answer or ask.months(metric)
    chart = over_time(told, metric, ask.events(told), dimension="month")
    yield from picture(ask, "mois", chart, told, metric)


def narrow(ask: Ask, key: str, metric: Metric) -> Iterator[Block]:
    """The same, half as wide as the page: too narrow for what happened meanwhile."""
    told = ask.months(metric)
    yield from picture(ask, key, over_time(told, metric, dimension="month"), told, metric)


def kinds(ask: Ask, metric: Metric) -> Iterator[Block]:
    """The families of interventions, each a click away from its kinds."""
    yield from nested(ask, metric, INTERVENTION_FAMILY, INTERVENTION_KIND)


def nested(ask: Ask, metric: Metric, whole: Dimension, part: Dimension) -> Iterator[Block]:
    """The families, each a click away from its members; once one is kept, these and the way back."""
    family = _kept(ask, whole)
    if family is None:
        answer = ask(metric, by=(whole,))
        yield from picture(ask, "natures", bars(answer, metric, clickable=True), answer, metric)
        return
    name = ask.visit.known.names[whole.id][family]
    answer = ask(metric, by=(part,))
    yield from picture(ask, "types", bars(answer, metric, of=f"famille {name}"), answer, metric)
    yield Widen(whole, f"Revenir à toutes les {whole.label.lower().replace('famille', 'familles')}")


def hours(ask: Ask, metric: Metric) -> Iterator[Block]:
    """The days of the week and the hours, the busiest darkest."""
    answer = ask(metric, by=(WEEKDAY, HOUR))
    yield from picture(ask, "heures", heat(answer, metric, across=HOUR, down=WEEKDAY), answer, metric)


def _kept(ask: Ask, family: Dimension) -> Value:
    """The only family that the bar keeps, or None."""
    values = next((f.values for f in ask.where if f.dimension is family), ())
    return values[0] if len(values) == 1 else None
