"""What a view is asked by an address or a command, with the rights of who asks: nothing of it is guessed."""

from collections.abc import Mapping, Sequence

from data_access.errors import AccessDenied, QueryError
from metrics import address, today
from metrics import period as periods
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.query import Against, Comparison, Filter, Value
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.page import Page
from metrics.views.visit import Visit

_NO_MONTH = "Aucun mois n'est chargé pour tous les chiffres de cette page."


def agencies_read(visit: Visit) -> tuple[str, ...]:
    """The agencies of a person who does not read them all; none for who does."""
    restricted = [right.agencies for _, right in visit.scope.rights if right.agencies]
    mine = frozenset.intersection(*restricted) if restricted else frozenset()
    return tuple(str(each) for each in visit.known.names[AGENCY.id] if each in mine)


def offered(visit: Visit, dimension: Dimension) -> list[Value]:
    """The members of a dimension that a person may ask for: of agencies and dispositifs, those they read."""
    names, own = visit.known.names[dimension.id], agencies_read(visit)
    if not own or dimension not in (AGENCY, DISPOSITIF):
        return list(names)
    homes = visit.known.home_agencies
    return [each for each in names if (each if dimension is AGENCY else homes.get(str(each))) in own]


def out_of_reach(visit: Visit, asked: Filter) -> list[Value]:
    """The agencies and dispositifs asked that the person does not read, « non affecté » included."""
    if asked.dimension not in (AGENCY, DISPOSITIF) or not agencies_read(visit):
        return []
    mine = offered(visit, asked.dimension)
    return [value for value in asked.values if value not in mine]


def refused(dimension: Dimension, name: str) -> str:
    """« Agence : « Nantes » ne fait pas partie de celles que votre rôle permet de lire. »"""
    these = "celles" if dimension is AGENCY else "ceux"
    return f"{dimension.label} : « {name} » ne fait pas partie de {these} que votre rôle permet de lire."


def followed(visit: Visit, page: Page, where: Sequence[Filter]) -> tuple[Filter, ...]:
    """The filters that a page follows; the own agencies of a person are one, said or not."""
    kept = [f for f in where if f.dimension in page.by]
    own = () if any(f.dimension is AGENCY for f in kept) else agencies_read(visit)
    if own and AGENCY in page.by:
        kept.append(Filter(AGENCY, own))
    return tuple(sorted(kept, key=lambda f: page.by.index(f.dimension)))  # so that all say it alike


def last_month(visit: Visit, metrics: Sequence[Metric]) -> Period:
    """The last month loaded for all of some figures."""
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    last = visit.known.coverage.last_complete_month(kinds)
    if last is None:
        raise QueryError(_NO_MONTH)
    return periods.month(last.year, last.month)


def _unsaid(visit: Visit, page: Page) -> Period:
    """The period of a view that is asked for none: that of today where it shows no figure of a period."""
    if page.figures:
        return last_month(visit, page.figures)
    day = today.day(visit.url, visit.known)
    return periods.month(day.year, day.month)


def asked(
    visit: Visit,
    page: Page,
    where: Sequence[Filter] = (),
    period: Period | None = None,
    versus: Comparison | None = None,
) -> Ask:
    """A view as a person asks it; the last month loaded and the year before are what is asked when unsaid.

    Raises AccessDenied when the view or a place is not theirs to read, QueryError when nothing is loaded.
    """
    if not views.opens(page.view, visit.scope):
        raise AccessDenied(f"La vue « {page.view.title} » ne fait pas partie de celles de votre rôle.")
    for each in where:
        names = visit.known.names[each.dimension.id]
        for value in out_of_reach(visit, each):
            raise AccessDenied(refused(each.dimension, names.get(value, each.dimension.missing)))
    return Ask(
        visit,
        period or _unsaid(visit, page),
        versus or Comparison(Against.PREVIOUS_YEAR),
        followed(visit, page, where),
        page.by,
        page.about,
    )


def by_address(visit: Visit, page: Page, parameters: Mapping[str, str]) -> Ask:
    """A view as an address asks it; raises QueryError with the first thing that it says and that is not."""
    read = address.read(parameters, visit.known.names)
    if read.problems:
        raise QueryError(read.problems[0])
    return asked(visit, page, read.where, read.period, read.versus)
