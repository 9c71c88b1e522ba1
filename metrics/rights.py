"""What a person may ask: the single place where a scope meets a question.

A refusal is a sentence, raised before any SQL is built. The own agencies of a person are a filter like
another, so that everything downstream (rows, secrecy, perimeter, records) knows of no special case.
"""

from collections.abc import Iterable, Mapping

from data_access.access import Domain, Right, Scope
from data_access.errors import AccessDenied
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.model import Dimension, Metric
from metrics.query import Filter, Query

ENOUGH = 2  # other agencies: with one alone, what is told of the others is told of it


def require(query: Query, scope: Scope) -> None:
    """Refuses, in words, what the scope does not allow."""
    asked = set(query.kept(AGENCY) or ())
    for metric in query.metrics:
        right = scope.right(metric.domain)
        _require_places(metric, right, query.dimensions)
        if right.agencies and (unread := asked - right.agencies):
            names = ", ".join(sorted(str(each or AGENCY.missing) for each in unread))
            raise AccessDenied(f"Votre rôle ne permet pas de lire ces agences : {names}.")


def _require_places(metric: Metric, right: Right, dimensions: Iterable[Dimension]) -> None:
    """Refuses the places that a right does not tell apart, and what no agency can be told of."""
    if right.is_whole_only and any(dimension.territorial for dimension in dimensions):
        raise AccessDenied(f"« {metric.label} » ne se lit qu'à l'échelle de l'association avec votre rôle.")
    if not right.agencies:
        return
    if metric.by is not None and AGENCY not in metric.by:
        raise AccessDenied(f"« {metric.label} » ne se lit que pour toute l'association.")
    for fact in metric.facts:
        if not AGENCY.reached_from(fact):
            raise AccessDenied(f"« {fact.label} » n'est pas ventilé par agence : réservé au siège.")


def may_ask(metric: Metric, scope: Scope, by: Iterable[Dimension] = ()) -> bool:
    """Whether someone may ask for a figure, broken down or filtered by some dimensions."""
    try:
        _require_places(metric, scope.right(metric.domain), by)
    except AccessDenied:
        return False
    return True


def follows(metric: Metric, dimension: Dimension, scope: Scope) -> bool:
    """Whether a figure can follow a filter: those of places leave one alone that is read whole only."""
    is_whole = scope.reads(metric.domain) and scope.right(metric.domain).is_whole_only
    return metric.allows(dimension) and not (dimension.territorial and is_whole)


def reads_whole(domain: Domain, scope: Scope) -> bool:
    """Whether someone reads a domain for the whole association, in detail or not."""
    return scope.reads(domain) and not scope.right(domain).agencies


def is_about_staff(metric: Metric) -> bool:
    """Whether a figure is about those who work for the association, so that reading it leaves a trace."""
    return metric.domain is Domain.WORKFORCE


def own_agencies(domain: Domain, scope: Scope, where: Iterable[Filter] = ()) -> tuple[Filter, ...]:
    """The filter on the agencies a person reads, for a question that filters none."""
    own = scope.right(domain).agencies
    if not own or any(each.dimension is AGENCY for each in where):
        return ()
    return (Filter(AGENCY, tuple(sorted(own))),)


def is_about_own(query: Query, scope: Scope, homes: Mapping[str, str]) -> bool:
    """Whether the dispositifs that a question names are of agencies that the person reads."""
    named = query.kept(DISPOSITIF) or ()
    rights = [scope.right(metric.domain).agencies for metric in query.metrics]
    return all(not own or homes.get(str(each)) in own for own in rights for each in named)


def rows_allowed(scope: Scope, domains: Iterable[Domain]) -> tuple[Filter, ...]:
    """The restriction of the rows that figures of some domains read together: the narrowest."""
    restricted = [agencies for agencies in (scope.right(domain).agencies for domain in domains) if agencies]
    return (Filter(AGENCY, tuple(sorted(frozenset.intersection(*restricted)))),) if restricted else ()
