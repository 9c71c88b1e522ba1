"""Asking with what a view is asked for: its figures cannot disagree about what they cover."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date

from metrics import period as periods
from metrics import rights
from metrics.catalogue.dimensions import AGENCY, MONTH, YEAR
from metrics.events import Event, events
from metrics.follow import ask_each, ask_sets, is_one_agency
from metrics.model import Dimension, Metric
from metrics.period import Kind, Period, add_months
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from metrics.result import Result, State
from metrics.views.visit import Visit


def thirteen_months(period: Period) -> Period:
    """Those that end with a period: its last month, and those since the same of a year ago."""
    return Period(Kind.FREE, add_months(period.stop, -13), period.stop)


def _as_is(answer: Result) -> Result:
    return answer


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks with the period, the comparison, the filters and the rights that a view is asked for.

    ``noted`` is told each answer, before it is shown.
    """

    visit: Visit
    period: Period
    versus: Comparison
    where: tuple[Filter, ...]
    dimensions: tuple[Dimension, ...] = ()  # what the bar of this page filters by
    about: Dimension | None = None  # what the page shows one member of
    _: KW_ONLY
    chosen: Mapping[str, str] = field(default_factory=dict, compare=False)  # its own choices, by their names
    noted: Callable[[Result], Result] = field(default=_as_is, compare=False)
    offered: set[str] = field(default_factory=set, compare=False)  # the way out of an empty page
    told: set[State] = field(default_factory=set, compare=False)  # why there is nothing, once a page

    def __call__(
        self, *metrics: Metric, by: tuple[Dimension, ...] = (), versus: Comparison | None = None
    ) -> Result:
        """The answer for the period of the bar, each figure under the filters that it can follow."""
        return self._ask(metrics, self.period, by, self.versus if versus is None else versus)

    def readable(self, *metrics: Metric, by: tuple[Dimension, ...] = ()) -> tuple[Metric, ...]:
        """Those of some figures that the person may read, broken down so."""
        return tuple(metric for metric in metrics if rights.may_ask(metric, self.visit.scope, by))

    def sets(self, *sets: tuple[Metric, ...]) -> tuple[Result, ...]:
        """The same, an answer for each set of metrics, all asked at once."""
        metrics = tuple(dict.fromkeys(metric for each in sets for metric in each))
        query = Query(metrics=metrics, period=self.period, versus=self.versus)
        visit = self.visit
        answers = ask_sets(visit.url, query, sets, self.where, visit.scope, visit.known)
        return tuple(map(self.noted, answers))

    @property
    def year(self) -> Period:
        """The calendar year that the period ends in."""
        return periods.year(self.period.last_day.year)

    @property
    def alone(self) -> str:
        """Why figures for the whole page are set against nothing, or nothing to say."""
        if self.versus.against is not Against.MEDIAN or is_one_agency(self.where):
            return ""
        which = " : choisissez-en une" if AGENCY in self.dimensions else ", que cette page ne choisit pas"
        return f"La médiane des autres agences se compare à une agence{which}."

    def months(self, *metrics: Metric) -> Result:
        """The months of the period; the twelve that end with it when it has only one."""
        stop, months = self.period.stop, (self.period.stop - self.period.start).days
        span = self.period if months > 31 else Period(Kind.FREE, add_months(stop, -12), stop)
        versus = self.versus if self.versus.keeps_step(span, MONTH) else NO_COMPARISON
        return self._ask(metrics, span, (MONTH,), versus)

    def events(self, answer: Result) -> tuple[Event, ...]:
        """The dated events of what the first figure of an answer is about, within the bar and the rights."""
        visit, asked = self.visit, answer.query
        domain = asked.metrics[0].domain
        return events(visit.url, domain, asked.period, visit.scope, self.where, visit.known)

    def years(self, *metrics: Metric) -> Result:
        """The calendar years loaded for some figures, up to the one that the period ends in."""
        last = self.period.last_day.year
        kinds = {fact.kind for metric in metrics for fact in metric.facts}
        loaded = self.visit.known.coverage.months(kinds)
        first = min((month.year for month in loaded), default=last)
        span = Period(Kind.FREE, date(min(first, last), 1, 1), date(last + 1, 1, 1))
        return self._ask(metrics, span, (YEAR,), NO_COMPARISON)

    def targets(self, *metrics: Metric) -> Result:
        """The same figures against their targets."""
        return self._ask(metrics, self.period, (), Comparison(Against.TARGET))

    def history(self, *metrics: Metric, versus: Comparison = NO_COMPARISON) -> Result:
        """The thirteen months that end with the period: the last one and the same of a year ago."""
        return self._ask(metrics, thirteen_months(self.period), (MONTH,), versus)

    def _ask(
        self, metrics: tuple[Metric, ...], period: Period, by: tuple[Dimension, ...], versus: Comparison
    ) -> Result:
        query = Query(metrics=metrics, period=period, by=by, versus=versus)
        visit = self.visit
        return self.noted(ask_each(visit.url, query, self.where, visit.scope, visit.known))
