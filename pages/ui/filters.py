"""The filter bar: one place for what figures cover, kept in the address, read as a visitor's input."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data_access.errors import QueryError
from metrics import period as periods
from metrics.catalogue.dimensions import MONTH
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period, add_months
from metrics.present.words import short_month
from metrics.query import Against, Comparison, Query
from metrics.result import Result
from metrics.run import ask
from pages.ui import choice
from pages.ui.session import Session

# The labels are what addresses carry: a bound widget writes the option as it reads.
_STEPS: dict[str, Callable[[Period], Period]] = {
    "Mois": lambda month: month,
    "Trimestre": lambda month: periods.quarter(month.start.year, (month.start.month + 2) // 3),
    "Cumul annuel": periods.year_to_date,
    "Année": lambda month: periods.year(month.start.year),
    "12 mois": periods.rolling_year,
    "Année scolaire": lambda month: periods.school_year(month.start.year - (month.start.month < 9)),
    "Exercice de marché": lambda month: periods.contract_year(month.start.year),
}
_COMPARISONS = {
    "Même période, année précédente": Comparison(Against.PREVIOUS_YEAR),
    "Période précédente": Comparison(Against.PREVIOUS_PERIOD),
    "Objectif": Comparison(Against.TARGET),
    "Rien": Comparison(),
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
    with st.container(key="filtres", horizontal=True, vertical_alignment="bottom"):
        step = choice.segmented("Période", "periode", _STEPS)
        month = choice.select("Mois de référence", "mois", months, width=160)
        against = choice.select("Comparer à", "comparaison", _COMPARISONS, width=280)
    return Ask(session, step(month), against)


def _months(session: Session, metrics: tuple[Metric, ...]) -> dict[str, Period]:
    """The months that can be asked for, the last complete one first, by the name they go under."""
    kinds = {fact.kind for metric in metrics for fact in metric.facts}
    last = session.known.coverage.last_complete_month(kinds)
    first = session.known.coverage.first_month(kinds)
    if last is None or first is None:
        raise QueryError("Aucun mois n'est chargé pour tous les chiffres de cette page.")
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    days = [add_months(last, -back) for back in range(max(1, count))]
    return {short_month(day): periods.month(day.year, day.month) for day in days}
