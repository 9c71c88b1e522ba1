"""The filter bar: one place for what figures cover, kept in the address, read as a visitor's input."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics import period as periods
from metrics.catalogue.dimensions import MONTH
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period, add_months
from metrics.present.words import short_month
from metrics.query import Against, Comparison, Query
from metrics.result import Result
from metrics.run import ask
from pages.ui.session import Session

_STEPS: dict[str, tuple[str, Callable[[Period], Period]]] = {
    "mois": ("Mois", lambda month: month),
    "trimestre": ("Trimestre", lambda month: periods.quarter(month.start.year, (month.start.month + 2) // 3)),
    "cumul": ("Cumul annuel", periods.year_to_date),
    "annee": ("Année", lambda month: periods.year(month.start.year)),
    "12mois": ("12 mois", periods.rolling_year),
    "scolaire": (
        "Année scolaire",
        lambda month: periods.school_year(month.start.year - (month.start.month < 9)),
    ),
    "marche": ("Exercice de marché", lambda month: periods.contract_year(month.start.year)),
}
_COMPARISONS = {
    "an-dernier": ("Même période, année précédente", Comparison(Against.PREVIOUS_YEAR)),
    "avant": ("Période précédente", Comparison(Against.PREVIOUS_PERIOD)),
    "objectif": ("Objectif", Comparison(Against.TARGET)),
    "aucune": ("Aucune comparaison", Comparison()),
}
HISTORY_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks with the period, the comparison and the rights of the bar: figures of a page cannot disagree."""

    session: Session
    period: Period
    versus: Comparison

    def __call__(
        self, *metrics: Metric, by: Dimension | None = None, versus: Comparison | None = None
    ) -> Result:
        """The answer for the period of the bar."""
        return self._ask(metrics, self.period, by, self.versus if versus is None else versus)

    def targets(self, *metrics: Metric) -> Result:
        """The same figures against their targets."""
        return self._ask(metrics, self.period, None, Comparison(Against.TARGET))

    def history(self, *metrics: Metric) -> Result:
        """The thirteen months that end with the period: the last one and the same of a year ago."""
        stop = self.period.stop
        span = Period(Kind.FREE, add_months(stop, -HISTORY_MONTHS), stop)
        return self._ask(metrics, span, MONTH, Comparison())

    def _ask(
        self, metrics: tuple[Metric, ...], period: Period, by: Dimension | None, versus: Comparison
    ) -> Result:
        query = Query(metrics=metrics, period=period, by=(by,) if by else (), versus=versus)
        return ask(self.session.url, query, self.session.scope, self.session.known.as_of)


def bar(session: Session, *metrics: Metric) -> Ask:
    """Draws the bar; the default is the last month loaded for all of these metrics."""
    months = _months(session, metrics)
    _say_what_is_not_honoured(months)
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        step = st.segmented_control(
            "Période",
            list(_STEPS),
            default="mois",
            required=True,
            format_func=lambda name: _STEPS[name][0],
            key="periode",
            bind="query-params",
            persist_state="session",
            wrap=True,
        )
        month = st.selectbox(
            "Jusqu'à",
            list(months),
            format_func=lambda name: short_month(months[name].start),
            key="mois",
            bind="query-params",
            persist_state="session",
            width=160,
        )
        against = st.selectbox(
            "Comparer à",
            list(_COMPARISONS),
            format_func=lambda name: _COMPARISONS[name][0],
            key="comparaison",
            bind="query-params",
            persist_state="session",
            width=280,
        )
    return Ask(session, _STEPS[step][1](months[month]), _COMPARISONS[against][1])


def _months(session: Session, metrics: tuple[Metric, ...]) -> dict[str, Period]:
    """The months that can be asked for, the last complete one first."""
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    last = session.known.coverage.last_complete_month(kinds)
    first = session.known.coverage.first_month(kinds)
    found: dict[str, Period] = {}
    while last is not None and first is not None and last >= first:
        month = periods.month(last.year, last.month)
        found[str(month)] = month
        last = add_months(last, -1)
    return found


def _say_what_is_not_honoured(months: dict[str, Period]) -> None:
    """Names the values of the address that mean nothing; Streamlit drops them without a word."""
    known = {
        "periode": (_STEPS, "Période"),
        "mois": (months, "Mois"),
        "comparaison": (_COMPARISONS, "Comparaison"),
    }
    for key, (values, label) in known.items():
        asked = st.query_params.get(key)
        if asked is not None and asked not in values:
            st.warning(f"{label} : la valeur « {asked} » de l'adresse n'existe pas ; elle a été ignorée.")


def latest(day: date) -> str:
    """The month of a day, as the addresses write it."""
    return f"{day:%Y-%m}"
