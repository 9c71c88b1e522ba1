"""What a rate over means of month-ends tells of what is open for a part of a period only."""

from metrics.kinds import When
from metrics.model import Metric
from metrics.period import Kind, Period

_YEAR = 12


def rhythm(period: Period, *metrics: Metric) -> str:
    """At which pace such rates read, to be told beside them; nothing of other figures, nor of one month."""
    divided = any(m.when is When.MONTH_ENDS for metric in metrics for m in metric.measures[1:])
    if not divided or period.months <= 1:
        return ""
    is_year = period.kind is Kind.CONTRACT_YEAR or period.months == _YEAR
    pace = "en rythme annuel" if is_year else "au rythme de toute la période"
    return (
        "Les chiffres par ETP ou par habitant sont divisés par la moyenne des fins de mois : ce qui n'est "
        f"ouvert qu'une partie de la période s'y lit {pace}."
    )
