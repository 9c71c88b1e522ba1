"""The name of one figure that stands for good: figure, period, definition, import, and who it is about.

« interventions_count/2024-12/v1/57/agency=RENNES » is written in every file and typed back from paper: it
asks the same question of the same import again.
"""

import re
from dataclasses import dataclass

from data_access.errors import QueryError
from metrics import badges, catalogue, notation
from metrics import period as periods
from metrics.context import Context
from metrics.model import Metric
from metrics.period import Period
from metrics.query import Filter
from metrics.result import Result, Row

_BETWEEN = re.compile(r"\s*/\s*")
_UNREADABLE = (
    "Référence non reconnue : « {} ». Une référence s'écrit comme interventions_count/2024-12/v1/57, "
    "suivie au besoin de /agency=RENNES."
)
_SHOWN = 80  # characters: enough to recognise what was typed


@dataclass(frozen=True, slots=True)
class FigureId:
    """What a reference names; ``version`` is that of the definition, ``number`` the import."""

    metric: Metric
    period: Period
    version: int
    number: int
    where: tuple[Filter, ...] = ()


def written(answer: Result, metric: Metric, row: Row | None = None) -> str:
    """The reference of a figure of an answer."""
    span = badges.period_of(answer, row) or str(answer.query.period)
    number = answer.import_number if answer.as_of is None else answer.as_of
    return "/".join((metric.id, span, f"v{metric.version}", str(number), *badges.conditions(answer, row)))


def read(text: str, known: Context) -> FigureId:
    """What a reference names; raises QueryError with a sentence when it names nothing."""
    name, *others = _BETWEEN.split(text.strip())
    try:
        span, version, number, *conditions = others
        return FigureId(
            catalogue.metric(name),
            periods.parse(span),
            int(version.removeprefix("v")),
            int(number),
            tuple(notation.condition(each, known.names) for each in conditions),
        )
    except ValueError:
        raise QueryError(_UNREADABLE.format(text.strip()[:_SHOWN])) from None
