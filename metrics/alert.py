"""What an alert says: one thing that deserves a look, whatever raised it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from data_access.access import Domain
from metrics.model import Metric

SOON = timedelta(days=183)


class Subject(StrEnum):
    """What an alert is about, as its label reads: what asks for a decision first, what only informs last."""

    ENDING = "Échéance proche"
    OVERDUE = "Action en retard"
    TARGET = "Objectif manqué"
    WATCHED = "Chiffre à surveiller"
    UNUSUAL = "Évolution inhabituelle"
    LATE = "Mois non chargé"


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to look at: whom or what it is about, and what is said of it.

    ``metric``, ``dispositif``, ``month`` and ``of`` say where there is more to see of it.
    """

    subject: Subject
    about: str
    said: str
    metric: Metric | None = None
    dispositif: str = ""
    month: date | None = None
    of: Domain | None = None  # its subject, when no metric says it

    @property
    def sentence(self) -> str:
        """The whole alert."""
        return f"{self.about} : {self.said}"

    @property
    def domain(self) -> Domain | None:
        """The subject it belongs to, or None when it belongs to none."""
        return self.metric.domain if self.metric else self.of
