"""Where words lead, said without any address: a page makes links of it, a file leaves it out."""

from collections.abc import Callable
from dataclasses import dataclass

from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.query import Value


@dataclass(frozen=True, slots=True)
class Definition:
    """What a figure means and where it comes from."""

    metric: Metric


@dataclass(frozen=True, slots=True)
class Member:
    """This same view, kept to one member of a dimension."""

    dimension: Dimension
    value: Value


@dataclass(frozen=True, slots=True)
class MemberOf:
    """Leads each line of a breakdown to this same view, kept to the member that it is about."""

    dimension: Dimension

    def __call__(self, value: Value) -> Member:
        """Where one of the lines leads."""
        return Member(self.dimension, value)


@dataclass(frozen=True, slots=True)
class Dispositif:
    """The page of one dispositif."""

    value: Value


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another view, over the same period or one of its own, at one of its sections."""

    url: str
    period: Period | None = None
    section: str = ""


To = Definition | Member | Dispositif | Elsewhere
Link = Callable[[Value], To]
