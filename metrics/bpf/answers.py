"""The sums of the form, asked of the catalogue for a year: the same figures as everywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from data_access.access import Domain, Scope
from data_access.errors import AccessDenied, QueryError
from metrics import period, rights
from metrics.bpf.form import ZERO, Followed, Sums
from metrics.catalogue.budget import EXPENSES
from metrics.catalogue.dimensions import (
    ACCOUNT,
    BRANCH,
    FUNDER_KIND,
    FUNDING_LINE,
    LEVEL,
    OBJECTIVE,
    SPECIALITY,
    TRAINEE,
)
from metrics.catalogue.financing import REVENUE, SALES
from metrics.catalogue.training import (
    DELIVERED_HOURS,
    LEARNERS,
    LEARNERS_OUTSIDE_CFA,
    TRAINEE_HOURS_FOLLOWED,
)
from metrics.context import Context, context
from metrics.model import Dimension, Metric
from metrics.period import Kind
from metrics.query import Filter, Query, Value
from metrics.run import ask

_TRAINING = (Filter(BRANCH, ("training",)),)
_EXPENSES = replace(EXPENSES, apart=())  # the form tells two sums of the whole branch, and no account
_TITLES = (Filter(OBJECTIVE, ("rncp",)),)
_APPRENTICE = "apprentice"
_SALARIES, _PURCHASES = ("641",), ("604", "6226")  # accounts, as the chart of accounts numbers them
Key = Value | date
Members = dict[tuple[Key, ...], Fraction]


def sums(url: str, year: int, scope: Scope, known: Context | None = None) -> Sums:
    """The sums of a civil year, read with the rights of a person; ``known`` is as for ``ask``."""
    _require_everything(scope)
    read = _Reader(url, year, scope, known or context(url))
    expenses = read.by(_EXPENSES, ACCOUNT, where=_TRAINING)
    return Sums(
        income={
            (str(source), None if funder is None else str(funder)): euros
            for (source, funder), euros in read.by(
                REVENUE, FUNDING_LINE, FUNDER_KIND, where=_TRAINING
            ).items()
        },
        ledger=read.one(REVENUE, where=_TRAINING),
        sales=read.one(SALES),
        expenses=sum(expenses.values(), ZERO),
        salaries=_of_accounts(expenses, _SALARIES),
        purchases=_of_accounts(expenses, _PURCHASES) if read.has_accounts(_PURCHASES) else None,
        delivered=read.one(DELIVERED_HOURS),
        by_trainee=_by_trainee(read),
        by_objective={str(key): each for key, each in read.followed(OBJECTIVE).items()},
        by_level={_level(key): each for key, each in read.followed(LEVEL, where=_TITLES).items()},
        by_speciality={_code(key): each for key, each in read.followed(SPECIALITY).items()},
        specialities={_code(key): name for key, name in SPECIALITY.names.items()},
    )


def exercise(text: str) -> int:
    """The year of an exercise as a person writes it: the association closes its accounts in December."""
    asked = period.parse(text)
    if asked.kind is not Kind.YEAR:
        raise QueryError(f"Le bilan pédagogique et financier porte sur une année, comme 2024 : « {text} ».")
    return asked.start.year


def _require_everything(scope: Scope) -> None:
    """The form is that of the whole association: an agency's would be another one."""
    if not all(rights.reads_whole(domain, scope) for domain in (Domain.TRAINING, Domain.FINANCING)):
        raise AccessDenied("Le bilan pédagogique et financier porte sur toute l'association.")


@dataclass(frozen=True)
class _Reader:
    """One year of one store, read with the rights of a person."""

    url: str
    year: int
    scope: Scope
    known: Context

    def by(self, metric: Metric, *by: Dimension, where: tuple[Filter, ...] = ()) -> Members:
        """The figure of each member, or a sentence that names the figure that is not known."""
        query = Query(metrics=(metric,), period=period.year(self.year), by=by, where=where)
        result = ask(self.url, query, self.scope, known=self.known)
        figures = {row.keys: row.cells[0].figure.value for row in result.rows}
        known = {keys: value for keys, value in figures.items() if value is not None}
        if result.partial[0] or len(known) < len(figures):
            raise QueryError(
                f"Bilan pédagogique et financier {self.year} : il manque des mois de « {metric.label} ». "
                "Chargez les fichiers de toute l'année."
            )
        return known

    def one(self, metric: Metric, where: tuple[Filter, ...] = ()) -> Fraction:
        """The figure of the whole association, or of a part of it."""
        return self.by(metric, where=where)[()]

    def has_accounts(self, numbers: tuple[str, ...]) -> bool:
        """Whether the chart of accounts tells them: without any, their sum is not known, and not 0."""
        return any(str(each).startswith(numbers) for each in self.known.names[ACCOUNT.id])

    def followed(self, by: Dimension, where: tuple[Filter, ...] = ()) -> dict[Key, Followed]:
        """Trainees and hours of each member."""
        return _together(self.by(LEARNERS, by, where=where), self.by(TRAINEE_HOURS_FOLLOWED, by, where=where))


def _of_accounts(expenses: Members, numbers: tuple[str, ...]) -> Fraction:
    """The expenses of the accounts whose number begins so."""
    return sum((euros for (account,), euros in expenses.items() if str(account).startswith(numbers)), ZERO)


def _by_trainee(read: _Reader) -> dict[str, Followed]:
    """Hours by type of trainee; apprentices are counted by their enrolments, the others as they begin."""
    apprentices = read.one(LEARNERS) - read.one(LEARNERS_OUTSIDE_CFA)  # the form tells them, however few
    people = read.by(LEARNERS_OUTSIDE_CFA, TRAINEE) | {(_APPRENTICE,): apprentices}
    together = _together(people, read.by(TRAINEE_HOURS_FOLLOWED, TRAINEE))
    return {str(key): each for key, each in together.items()}


def _together(people: Mapping[tuple[Key, ...], Fraction], hours: Members) -> dict[Key, Followed]:
    members = dict.fromkeys((*people, *hours))
    return {key[0]: Followed(people.get(key, ZERO), hours.get(key, ZERO)) for key in members}


def _level(key: Key) -> int | None:
    return int(str(key)) if key is not None else None


def _code(key: Key) -> str | None:
    return None if key is None else str(key)
