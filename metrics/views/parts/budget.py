"""The budget and what becomes of it: month by month, since the first of them, then line by line."""

from collections.abc import Iterator
from dataclasses import replace

from metrics.against_budget import CUMULATED, CUMULATED_BUDGET, against, cumulated
from metrics.badges import Badges
from metrics.catalogue.budget import (
    BUDGET_GAP,
    BUDGET_GAP_SHARE,
    BUDGETED_EXPENSES,
    BUDGETED_REVENUE,
    EXPENSES,
    EXPENSES_GAP,
    NET_RESULT,
)
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.financing import REVENUE
from metrics.model import Metric
from metrics.period import year_to_date
from metrics.present.blocks import Beside, Block
from metrics.present.charts.budget import month_by_month, since_the_first
from metrics.present.leads import MemberOf
from metrics.query import NO_COMPARISON
from metrics.views.ask import Ask
from metrics.views.parts import comparison, listed
from metrics.views.parts.pictures import picture

_LINES = (REVENUE, BUDGETED_REVENUE, BUDGET_GAP, EXPENSES, BUDGETED_EXPENSES, EXPENSES_GAP, NET_RESULT)
_BY_AGENCY = (REVENUE, BUDGETED_REVENUE, BUDGET_GAP, BUDGET_GAP_SHARE)


def months(ask: Ask, income: Metric) -> Iterator[Block]:
    """The months of the period beside what was voted, then their sums; of a month, its year so far."""
    span = ask.period
    if (span.stop - span.start).days <= 31 and span.start.day == 1:
        span = year_to_date(span)
    answer = replace(ask, period=span, versus=NO_COMPARISON).months(income, BUDGETED_REVENUE)
    by_month = month_by_month(against(answer, BUDGETED_REVENUE), income)
    drawn = picture(ask, "mois-budget", by_month, answer, income, BUDGETED_REVENUE)
    so_far = cumulated(answer, CUMULATED, CUMULATED_BUDGET)
    since = since_the_first(against(so_far, CUMULATED_BUDGET), CUMULATED)
    sums = picture(ask, "cumul-budget", since, so_far, CUMULATED, CUMULATED_BUDGET)
    yield Beside((1, 1), (drawn, sums))


def lines(ask: Ask, badges: Badges) -> Iterator[Block]:
    """What was booked, what was voted and the gap, of the whole, then agency by agency."""
    yield from listed.table(ask, "Budget et réalisé", badges, *_LINES)
    answer = ask(*_BY_AGENCY, by=(AGENCY,), versus=NO_COMPARISON)
    total = ask(*_BY_AGENCY, versus=NO_COMPARISON)
    yield from comparison.table("Le budget par agence", answer, total, MemberOf(AGENCY))
