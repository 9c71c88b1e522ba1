"""The pages of a document about one domain each: what moved, two charts, then its figures in a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data_access.access import Domain
from metrics.badges import Badges
from metrics.catalogue.accidents import ACCIDENT_SEVERITY
from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
)
from metrics.catalogue.budget import BUDGET_GAP_SHARE, BUDGETED_REVENUE, EXPENSES, NET_RESULT
from metrics.catalogue.carbon import KILOMETRES, TRAVEL_EMISSIONS
from metrics.catalogue.cfa import APPRENTICES_IN_TRAINING, PASS_RATE
from metrics.catalogue.dimensions import BRANCH, CONTRACT, INTERVENTION_FAMILY, PROGRAMME_FAMILY, RSE_AXIS
from metrics.catalogue.dispositifs import FIELD_DISPOSITIFS
from metrics.catalogue.equality import EQUALITY_INDEX
from metrics.catalogue.financing import REVENUE
from metrics.catalogue.funders import FIRST_FUNDER_SHARE
from metrics.catalogue.rse import ALTERNATIVE_FLEET, CERTIFICATIONS_IN_FORCE
from metrics.catalogue.rse_actions import RSE_ACTION_COMPLETION, RSE_ACTIONS_LATE
from metrics.catalogue.staff_profile import WOMEN_SHARE
from metrics.catalogue.training import LEARNERS, SATISFACTION_RATE, TRAINEE_HOURS_FOLLOWED
from metrics.catalogue.workforce import APPRENTICES, FTE_ON_ROLL, HEADCOUNT, PERMANENT_SHARE
from metrics.catalogue.working_time import ABSENCE_RATE
from metrics.model import Dimension, Metric
from metrics.present.blocks import Block
from metrics.present.charts.bars import bars
from metrics.present.charts.chart import Chart
from metrics.present.charts.over_time import over_time
from metrics.present.charts.rates import rates
from metrics.present.lists import Lists
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import answering, listed, news
from metrics.views.parts.pictures import picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One domain: its figures, the one told month by month, and the one that is cut in parts."""

    figures: tuple[Metric, ...]
    monthly: Metric
    cut: Metric
    by: Dimension
    drawn: Callable[[Result, Metric], Chart] = bars

    @property
    def domain(self) -> Domain:
        """The domain of its figures."""
        return self.figures[0].domain


SUBJECTS = (
    Subject(
        figures=(
            INTERVENTIONS_COUNT,
            PEOPLE_MET,
            FIELD_HOURS_DONE,
            INTERVENTIONS_PER_HOUR,
            PRESENCE_RATE,
            MEETINGS_ATTENDED,
            FIELD_DISPOSITIFS,
        ),
        monthly=INTERVENTIONS_COUNT,
        cut=INTERVENTIONS_COUNT,
        by=INTERVENTION_FAMILY,
    ),
    Subject(
        figures=(
            HEADCOUNT,
            FTE_ON_ROLL,
            PERMANENT_SHARE,
            APPRENTICES,
            WOMEN_SHARE,
            ABSENCE_RATE,
            ACCIDENT_SEVERITY,
            EQUALITY_INDEX,
        ),
        monthly=HEADCOUNT,
        cut=HEADCOUNT,
        by=CONTRACT,
    ),
    Subject(
        figures=(
            LEARNERS,
            TRAINEE_HOURS_FOLLOWED,
            APPRENTICES_IN_TRAINING,
            PASS_RATE,
            SATISFACTION_RATE,
        ),
        monthly=TRAINEE_HOURS_FOLLOWED,
        cut=TRAINEE_HOURS_FOLLOWED,
        by=PROGRAMME_FAMILY,
    ),
    Subject(
        figures=(
            RSE_ACTION_COMPLETION,
            RSE_ACTIONS_LATE,
            CERTIFICATIONS_IN_FORCE,
            ALTERNATIVE_FLEET,
            KILOMETRES,
            TRAVEL_EMISSIONS,
        ),
        monthly=KILOMETRES,
        cut=RSE_ACTION_COMPLETION,
        by=RSE_AXIS,
        drawn=rates,
    ),
    Subject(
        figures=(REVENUE, EXPENSES, NET_RESULT, BUDGETED_REVENUE, BUDGET_GAP_SHARE, FIRST_FUNDER_SHARE),
        monthly=REVENUE,
        cut=REVENUE,
        by=BRANCH,
    ),
)


def told(ask: Ask, subject: Subject, badges: Badges) -> Iterator[Block]:
    """The page of one domain, as far as the person reads it."""
    answers = tuple(answering.told(answering.each(ask, *subject.figures)))
    if answers:
        yield Lists((news.changes(ask, news.moves(ask, *answers)),), "nouvelles")
    yield from _months(ask, subject)
    yield from _parts(ask, subject)
    yield from listed.table(ask, "Les chiffres", badges, *subject.figures)


def _months(ask: Ask, subject: Subject) -> Iterator[Block]:
    months = ask.months(subject.monthly)
    chart = over_time(months, subject.monthly, ask.events(months))
    yield from picture(ask, f"mois-{subject.monthly.id}", chart, months, subject.monthly)


def _parts(ask: Ask, subject: Subject) -> Iterator[Block]:
    """The parts of a figure, where they may be told."""
    parts = answering.by(ask, (subject.by,), subject.cut)
    if isinstance(parts, Result):
        chart = subject.drawn(parts, subject.cut)
        yield from picture(ask, f"{subject.by.id}-{subject.cut.id}", chart, parts, subject.cut)
