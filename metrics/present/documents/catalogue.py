"""Every document that can be made, by its name: what it is about, over which periods, for whom."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from data_access.access import Scope
from data_access.errors import AccessDenied, QueryError, unknown
from metrics import address
from metrics import period as periods
from metrics.catalogue.dimensions import DISPOSITIF
from metrics.model import Dimension
from metrics.period import Kind, Period
from metrics.present.documents import board, key_figures, monthly, quarter, rse_table, territory
from metrics.present.export import Export
from metrics.query import Comparison, Filter, Value
from metrics.views import views
from metrics.views.ask import Ask
from metrics.views.asked import asked as view_asked
from metrics.views.page import Page
from metrics.views.views import View
from metrics.views.visit import Visit

_CALLED = {
    Kind.MONTH: "un mois, comme 2024-12",
    Kind.QUARTER: "un trimestre, comme 2024-T4",
    Kind.YEAR: "une année, comme 2024",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; ``over`` is the only kind of period it is made over, None when any calendar one does.

    ``on`` is the view whose readers are offered it.

    Its page says its name, its title, its readers, and which member of a dimension it is about, if any.
    """

    page: Page
    make: Callable[[Ask, str], Export]
    on: View
    over: Kind | None = None
    formats: tuple[str, ...] = ("pdf", "xlsx")

    @property
    def name(self) -> str:
        """What commands and addresses call it."""
        return self.page.view.url

    @property
    def title(self) -> str:
        """What people call it."""
        return self.page.view.title

    @property
    def about(self) -> Dimension | None:
        """What it is about one member of."""
        return self.page.about

    def opens(self, scope: Scope) -> bool:
        """Whether a person may have it made."""
        return views.opens(self.page.view, scope)

    def fitting(self, period: Period) -> Period:
        """The period it is made over of those who look at another one: the one that ends with it."""
        last = period.last_day
        if self.over is Kind.MONTH:
            return periods.month(last.year, last.month)
        if self.over is Kind.QUARTER:
            return periods.quarter(last.year, (last.month + 2) // 3)
        is_like = period.kind is not Kind.CONTRACT_YEAR and self.over in (None, period.kind)
        return period if is_like else periods.year(last.year)


DOCUMENTS: Mapping[str, Document] = {
    each.name: each
    for each in (
        Document(page=board.PAGE, make=board.make, on=views.HOME),
        Document(page=monthly.PAGE, make=monthly.make, on=views.HOME, over=Kind.MONTH),
        Document(page=key_figures.PAGE, make=key_figures.make, on=views.HOME, over=Kind.YEAR),
        Document(page=territory.PAGE, make=territory.make, on=views.AGENCIES),
        Document(page=quarter.PAGE, make=quarter.make, on=views.DISPOSITIF, over=Kind.QUARTER),
        Document(page=rse_table.PAGE, make=rse_table.make, on=views.RSE, over=Kind.YEAR),
    )
}


def named(name: str) -> Document:
    """The document of this name, or an error naming the nearest one."""
    if name not in DOCUMENTS:
        raise unknown("Document", name, DOCUMENTS)
    return DOCUMENTS[name]


def offered(view: View, ask: Ask) -> tuple[Document, ...]:
    """The documents that a page offers to who reads it, as its filters stand."""
    mine = (each for each in DOCUMENTS.values() if each.on is view and each.opens(ask.visit.scope))
    return tuple(each for each in mine if each.about is None or len(_about(each, ask.where)) == 1)


def by_address(visit: Visit, document: Document, parameters: Mapping[str, str]) -> Ask:
    """A document as an address asks it; raises QueryError with the first thing that is not as it says."""
    read = address.read(parameters, visit.known.names)
    if read.problems:
        raise QueryError(read.problems[0])
    if read.period is None:
        raise QueryError(f"« {document.title} » : dites sur quelle période.")
    return asked(visit, document, read.period, read.where, read.versus)


def asked(
    visit: Visit,
    document: Document,
    period: Period,
    where: Sequence[Filter] = (),
    versus: Comparison | None = None,
) -> Ask:
    """A document as a person asks it, or the sentence that says why they do not get it."""
    if not document.opens(visit.scope):
        raise AccessDenied(f"Le document « {document.title} » ne fait pas partie de ceux de votre rôle.")
    if document.fitting(period) != period:
        said = _CALLED[document.over or Kind.YEAR]
        raise QueryError(f"« {document.title} » ne se fait pas sur cette période : demandez {said}.")
    _require_one(document, where)
    return view_asked(visit, document.page, where, period, versus)


def _require_one(document: Document, where: Sequence[Filter]) -> None:
    """Refuses what a document is not about, and asks which one it is when nobody said."""
    strange = next((each.dimension for each in where if each.dimension is not document.about), None)
    if strange is not None:
        raise QueryError(f"« {document.title} » ne se filtre pas par « {strange.label} ».")
    if document.about is None:
        return
    if len(_about(document, where)) != 1:
        of_which = "quel dispositif" if document.about is DISPOSITIF else "quelle agence"
        raise QueryError(f"« {document.title} » : dites de {of_which}, une seule fois.")


def _about(document: Document, where: Sequence[Filter]) -> list[Value]:
    """The members that filters keep of what a document is about."""
    return [value for each in where if each.dimension is document.about for value in each.values if value]
