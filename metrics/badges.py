"""Where a figure was printed, found by the very question it answers: figure, period, members, comparison."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from metrics.catalogue.dimensions import AGENCY
from metrics.context import Context, context
from metrics.kinds import Grain
from metrics.model import Metric
from metrics.query import Against, Value
from metrics.reconcile import Published, published
from metrics.result import Result, Row

Key = tuple[str, ...]
Badges = Mapping[Key, str]


def key(metric: str, period: str, conditions: Iterable[str] = (), versus: str = "") -> Key:
    """What a printed figure is about; ``versus`` only when its change was printed."""
    return (metric, period, *sorted(map(_ordered, conditions)), *filter(None, (versus,)))


def _ordered(condition: str) -> str:
    """``job_family=manager|mediator``, whatever the order its values were written in."""
    name, _, values = condition.partition("=")
    return f"{name}={'|'.join(sorted(values.split('|')))}"


def badges(url: str, known: Context | None = None) -> Badges:
    """Where figures were published, by what they are about."""
    return _badges(url, (known or context(url)).import_number)


@lru_cache(maxsize=8)
def _badges(url: str, _number: int) -> Badges:
    known: dict[Key, list[Published]] = {}
    for each in published(url):
        if each.metric is not None:
            versus = "" if each.part == "value" else each.versus
            about = key(each.metric, str(each.period), filter(None, each.conditions.split(",")), versus)
            known.setdefault(about, []).append(each)
    return MappingProxyType({about: _places(printed) for about, printed in known.items()})


def _places(printed: Sequence[Published]) -> str:
    """« RA 2024 p. 6, p. 25 ; RSE 2024 p. 3 », then why no count gives it when none does."""
    pages: dict[str, dict[str, None]] = {}
    for each in printed:
        pages.setdefault(each.report, {})[each.page] = None
    told = "\u00a0; ".join(f"{report} {', '.join(own)}" for report, own in pages.items())
    because = next((each.because for each in printed if each.because), "")
    return f"{told}\u00a0: {because}" if because else told


def said(printed: Badges, answer: Result, metric: Metric, row: Row | None = None) -> str:
    """« publié RA 2024 p. 6 » of a figure, « évolution publiée RA 2024 p. 3 » of its change, or nothing.

    Figures of an answer that follow other filters than the page say none in common with the reports.
    """
    if any(answer.left_out) or _is_limited(answer):
        return ""
    about = (metric.id, _period(answer, row), _conditions(answer, row))
    value, change = printed.get(key(*about)), None
    if answer.query.versus.against is not Against.NONE:
        change = printed.get(key(*about, str(answer.query.versus)))
    told = (f"publié {value}" if value else "", f"évolution publiée {change}" if change else "")
    return " · ".join(filter(None, told))


def _period(answer: Result, row: Row | None) -> str:
    """The period of a figure: its own year or month in an answer cut by time."""
    grain = answer.query.step.grain if answer.query.step else None
    step = next((k for k in row.keys if isinstance(k, date)), None) if row is not None else None
    if step is None or grain is None:
        return str(answer.query.period)
    return {Grain.YEAR: f"{step:%Y}", Grain.MONTH: f"{step:%Y-%m}"}.get(grain, "")


def _is_limited(answer: Result) -> bool:
    """Whether it is limited to the agencies that the person reads, which no filter of the question says."""
    told_apart = answer.query.kept(AGENCY) is not None or AGENCY in answer.query.by
    return not told_apart and f"{AGENCY.label} : " in answer.perimeter


def _conditions(answer: Result, row: Row | None) -> list[str]:
    """The members that a line keeps: those of the filters, and its own; its step of time is none."""
    kept = {f.dimension.id: f.values for f in answer.query.where}
    if row is not None:
        kept |= {
            dimension.id: (member,)
            for dimension, member in zip(answer.query.by, row.keys, strict=True)
            if not isinstance(member, date)
        }
    return [f"{name}={'|'.join(map(_written, values))}" for name, values in kept.items() if values]


def _written(value: Value) -> str:
    return "" if value is None else str(value)
