"""Which questions about people are answered: those that one of the published tables tells.

The others are refused before anything is read, in words that name the tables there are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from data_access.errors import QueryError
from data_access.words import uncapitalised
from metrics.cells import conditions
from metrics.model import Dimension, Measure, Metric
from metrics.printed import kept
from metrics.query import Filter, Query, Value
from metrics.star import Crossing, Published

Asked = dict[Dimension, set[Value]]


def require_published(metric: Metric, query: Query) -> None:
    """Refuses a question about people that no published table answers, and says which there are.

    Sums of a figure are never asked for: what they sum up is.
    """
    if metric.summed is not None:
        raise ValueError(f"{metric.id}: what it sums up is asked for, and it is not")
    about = kept(replace(query, by=()), ())
    for measure in metric.read:
        published = measure.fact.published
        asked = conditions(about, measure)
        if published is not None and not _is_answered(published, asked, query.groups):
            raise QueryError(_refusal(metric, measure))


def is_told_with(metric: Metric, where: Iterable[Filter]) -> bool:
    """Whether a published table tells a figure under all of these filters together."""
    about = {each.dimension: frozenset(each.values) for each in where}
    return all(
        measure.fact.published is None or _is_answered(measure.fact.published, conditions(about, measure), ())
        for measure in metric.read
    )


def _is_answered(published: Published, asked: Asked, groups: Sequence[Dimension]) -> bool:
    return any(_answers(each, asked, groups) for each in published.crossings)


def _answers(crossing: Crossing, asked: Asked, groups: Sequence[Dimension]) -> bool:
    among = {part.dimension: set(part.members) for part in crossing.among}
    free = [dimension for dimension in groups if dimension in among]
    wanted = asked | {dimension: among[dimension] for dimension in free}
    return crossing.crosses((*wanted, *groups)) and crossing.is_among(wanted)


def _refusal(metric: Metric, measure: Measure) -> str:
    """Why a question is not answered, and what is told instead of the people it is about."""
    tables = " ; ".join(tables_of(measure))
    instead = f"Tableaux publiés : {tables}." if tables else "Seul le chiffre de toute l'association l'est."
    return (
        f"« {metric.label} » ne se lit pas avec ces critères réunis : des personnes, seuls des tableaux "
        f"fixes sont publiés, car en croiser d'autres rendrait les cases masquées. {instead}"
    )


def tables_of(measure: Measure) -> list[str]:
    """What the tables that tell a measure are told by, in French; what it keeps by itself is left out."""
    published, own = measure.fact.published, [part.dimension for part in measure.parts]
    crossings = published.crossings if published is not None else ()
    needed = (*own, *filter(None, [weight(measure)]))
    fitting = [each for each in crossings if each.axes and not each.printed_only and each.crosses(needed)]
    named = (_named(each, own) for each in fitting if not any(a.dimension.numeric for a in each.axes))
    return list(dict.fromkeys(filter(None, named)))


def _named(crossing: Crossing, own: Sequence[Dimension]) -> str:
    """« agence × formation socle (médiateurs et médiatrices) »."""
    told = " × ".join(uncapitalised(a.dimension.label) for a in crossing.axes if a.dimension not in own)
    among = [part for part in crossing.among if part.dimension not in own]
    names = ", ".join(
        uncapitalised(part.dimension.names[member]) for part in among for member in part.members
    )
    return f"{told} ({names})" if told and names else told


def weight(measure: Measure) -> Dimension | None:
    """What fixes the number that a measure adds up, when it is not the row itself: the length of a title."""
    table, published = measure.value.table, measure.fact.published
    axes = published.axes if published is not None and table is not measure.fact.table else ()
    return next((dimension for dimension in axes if dimension.key.table is table), None)
