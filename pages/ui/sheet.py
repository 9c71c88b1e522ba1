"""One definition whole: what a figure means, how it is read and checked, whose it is, where it was seen."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from urllib.parse import urlencode

from data_access.access import Scope
from data_access.errors import AccessDenied
from metrics import glossary
from metrics.model import Metric
from metrics.present import words
from metrics.reconcile import Published, may_tell
from metrics.sql import statements
from metrics.views.views import DEFINITIONS, RECONCILIATION, opens
from pages.ui import links
from pages.ui.html import Element, el
from pages.ui.uses import uses

_SQL_YEAR = 2024
_FIRST = "première définition"
_CHANGED = "ce qui a changé est dit au journal des changements"
Said = Element | str


def sheet(
    metric: Metric,
    printed: Sequence[Published],
    scope: Scope,
    *,
    audited: frozenset[str] = frozenset(),
    unfolded: bool = False,
) -> Element:
    """The sheet of a figure, folded under its name; unfolded, it stands alone and shows its query.

    ``audited`` are the figures of the audit table.
    """
    unit, opened = (f" ({metric.unit.symbol})" if metric.unit.symbol else ""), ("" if unfolded else None)
    facts = [
        part
        for label, said in _facts(metric, printed, scope, audited)
        for part in (el("dt", label), el("dd", words.french(said) if isinstance(said, str) else said))
    ]
    return el(
        "details",
        el("summary", f"{metric.label}{unit}"),
        el("dl", *facts),
        *(_sql(metric, scope) if unfolded else [_to_query(metric)]),
        class_="definition",
        open=opened,
    )


def address(metric: Metric) -> str:
    """Where its sheet stands alone."""
    return f"/{DEFINITIONS.url}?{urlencode({links.INDICATOR: metric.id})}"


def is_about_people(metric: Metric) -> bool:
    """Whether small counts of it are kept secret, but for what is printed."""
    return any(fact.published for fact in metric.facts)


def _facts(
    metric: Metric, printed: Sequence[Published], scope: Scope, audited: frozenset[str]
) -> Iterator[tuple[str, Said]]:
    origins = glossary.origins(metric)
    yield "Définition", metric.definition
    yield from glossary.readings(metric)
    yield from glossary.limits(metric)
    yield _several("Source", origins), _lines([each.tool for each in origins])
    owners = list(dict.fromkeys(each.owner for each in origins))
    yield _several("Propriétaire", owners), _lines(owners)
    yield "Mise à jour", _lines(list(dict.fromkeys(each.refreshed for each in origins)))
    yield "Version", f"{metric.version}, depuis le {words.day(metric.since)} : {_history(metric)}"
    yield "Utilisé dans", _used(metric, scope, audited)
    yield (
        "Publié dans",
        _lines([printed_line(each, scope) for each in printed]) if printed else "aucun des deux rapports",
    )
    if printed and is_about_people(metric):
        yield (
            "Exception au secret",
            "ce qui est publié se lit tel qu'imprimé, même quand le secret le masquerait",
        )
    yield "Domaine", glossary.DOMAINS[metric.domain]
    yield "Identifiant", el("a", metric.id, href=address(metric), target="_self", title=_link_title(metric))


def _link_title(metric: Metric) -> str:
    return f"{metric.id} : adresse de cette définition"


def _several(label: str, of: Sequence[object]) -> str:
    return f"{label}s" if len(of) > 1 else label


def _history(metric: Metric) -> str:
    return _FIRST if metric.version == 1 else _CHANGED


def _used(metric: Metric, scope: Scope, audited: frozenset[str]) -> Said:
    """The views that show it to this person, as links; otherwise the command that asks for it."""
    shown = uses(audited)[metric.id]
    if not shown:
        return el("span", f"la ligne de commande : python -m metrics ask {metric.id}")
    own = [view for view in shown if opens(view, scope)]
    if not own:
        return "aucune des vues de votre rôle"
    return _lines([el("a", view.title, href=links.to_view(view), target="_self") for view in own])


def printed_line(each: Published, scope: Scope) -> Element:
    """« RA 2024 p. 6 : 52 900 (R-012) », which leads to the register; what one may not read has no value."""
    if not may_tell(each, scope):
        return el("span", words.french(f"{each.where_printed} : {each.label}, {each.period.label}"))
    decimals = max(0, -int(each.value.as_tuple().exponent))
    value = words.as_printed(Fraction(each.value), decimals, each.unit, each.precision)
    href = f"/{RECONCILIATION.url}?{urlencode({'recherche': each.id})}"
    link = el("a", each.id, href=href, target="_self", title=f"{each.id} : voir le rapprochement")
    said = f"{each.where_printed} : {value} ({each.label}, {each.period.label}), "
    return el("span", words.french(said), link)


def _lines(said: Sequence[Said]) -> Said:
    """One line as it is, several as a list."""
    return said[0] if len(said) == 1 else el("ul", *(el("li", each) for each in said))


def _to_query(metric: Metric) -> Element:
    """The way to the query: those of all figures weigh more than all the rest of their sheets."""
    said = "Voir la requête SQL"
    return el("p", el("a", said, href=address(metric), target="_self", title=f"{said} : {metric.label}"))


def _sql(metric: Metric, scope: Scope) -> Iterator[Element]:
    try:
        written = statements(metric, scope, _SQL_YEAR)
    except AccessDenied:
        yield el("p", "Requête SQL : votre rôle ne lit pas ce domaine.")
        return
    queries = (el("pre", each, tabindex="0") for each in written)
    summary = el("summary", f"Requête SQL, pour l'année {_SQL_YEAR}")
    yield el("details", summary, *queries, class_="requete", open="")
