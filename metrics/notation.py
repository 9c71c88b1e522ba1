"""How questions are written as text, in commands, in addresses and in the published register."""

from collections.abc import Iterable, Mapping

from data_access.errors import QueryError
from metrics import period
from metrics.catalogue import dimension, metric
from metrics.members import Names, value_of
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query

COMPARISONS = ", ".join(against.value for against in Against if against is not Against.PERIOD)
_NOTHING = ("", "-", "vide")


def query(
    metrics: Iterable[str],
    names: Mapping[str, Names],
    *,
    period_text: str,
    by: Iterable[str] = (),
    where: Iterable[str] = (),
    versus: str = "none",
) -> Query:
    """The question these words mean, or a sentence naming the word that means nothing."""
    return Query(
        metrics=tuple(metric(name) for name in metrics),
        period=period.parse(period_text),
        by=tuple(dimension(name) for name in by),
        where=tuple(condition(text, names) for text in where),
        versus=comparison(versus),
    )


def condition(text: str, names: Mapping[str, Names]) -> Filter:
    """``agency=RENNES|NANTES`` as a filter; an empty value keeps what is not filled in."""
    name, equals, values = text.partition("=")
    if not equals:
        raise QueryError(f"Condition non reconnue : « {text} ». Écrivez par exemple agency=RENNES|NANTES.")
    by = dimension(name.strip())
    known = names[by.id] if by.grain is None else {}
    if not known:
        raise QueryError(f"« {by.label} » ne sert pas de filtre : choisissez une période.")
    kept = (None if value in _NOTHING else value_of(by, value, known) for value in values.split("|"))
    return Filter(by, tuple(kept))


def comparison(text: str) -> Comparison:
    """``previous-year``, ``target``, ``median``, ``none``… or a period."""
    for against in Against:
        if text == against.value and against is not Against.PERIOD:
            return Comparison(against) if against is not Against.NONE else NO_COMPARISON
    try:
        return Comparison(Against.PERIOD, period.parse(text))
    except QueryError:
        known = f"Écrivez {COMPARISONS}, ou une période."
        raise QueryError(f"Comparaison non reconnue : « {text} ». {known}") from None
