"""What a case checked by hand is: a few rows, a question, and the arithmetic of its answer."""

from dataclasses import dataclass
from fractions import Fraction


def printed(metric: str, span: str) -> str:
    """A line of the register: what a report prints is told, whatever it counts."""
    return f"""
        published_figure  metric    period
                          {metric}  {span}
    """


@dataclass(frozen=True, kw_only=True)
class Case:
    """Some rows of a small store and the value one metric must have, whatever the engine."""

    metric: str
    trap: str  # the mistake it guards against
    rows: str
    expected: Fraction | float | str
    span: str = "2024"
    where: str = ""

    def __str__(self) -> str:
        return f"{self.metric}: {self.trap}"
