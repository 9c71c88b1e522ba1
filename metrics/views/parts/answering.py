"""Figures asked one by one when they cannot be asked together: each has its answer, or what refuses it."""

import re
from collections.abc import Iterable, Sequence

from data_access.errors import UserError
from metrics.model import Dimension, Metric
from metrics.present.covered import covered
from metrics.present.phrases import opened
from metrics.query import NO_COMPARISON, Comparison
from metrics.result import Result
from metrics.views.ask import Ask

_NAMED = re.compile(r"^« [^»]* » ")  # a refusal names its figure first
Answers = tuple[Result | str, ...]  # for each figure, the answer that tells it, or why it is refused


def each(ask: Ask, *figures: Metric) -> Answers:
    """The figures asked together; one by one when one of them cannot be asked."""
    together = _asked(ask, figures, ask.versus)
    if isinstance(together, Result):
        return (together,) * len(figures)
    return tuple(by(ask, (), metric) for metric in figures)


def by(ask: Ask, dimensions: tuple[Dimension, ...], *figures: Metric) -> Result | str:
    """Some figures broken down, without a comparison when that is what cannot be asked, or the refusal."""
    compared = _asked(ask, figures, ask.versus, dimensions)
    if isinstance(compared, Result):
        return compared
    return _asked(ask, figures, NO_COMPARISON, dimensions)


def told_by(
    ask: Ask, dimensions: tuple[Dimension, ...], *figures: Metric
) -> tuple[Result | None, dict[Metric, str]]:
    """The answer of those figures that are told by a breakdown, and what refuses each of the others."""
    together = by(ask, dimensions, *figures)
    if isinstance(together, Result):
        return together, {}
    alone = {metric: by(ask, dimensions, metric) for metric in figures}
    refused = {metric: each for metric, each in alone.items() if isinstance(each, str)}
    left = tuple(metric for metric in figures if metric not in refused)
    answer = by(ask, dimensions, *left) if left else None
    return (answer if isinstance(answer, Result) else None), refused


def told(answers: Answers) -> Iterable[Result]:
    """The answers there are, those with a comparison first."""
    found = [each for each in dict.fromkeys(answers) if isinstance(each, Result)]
    return sorted(found, key=lambda each: not each.versus_label)


def because(refusal: str) -> str:
    """« ne se lit que pour toute l'association. » : a refusal without the figure that it names."""
    return _NAMED.sub("", refusal)


def beneath(refusal: str) -> str:
    """« Ne se lit que pour toute l'association. » : the same under the name of its figure."""
    return opened(because(refusal))


def covering(figures: Sequence[Metric], answers: Answers) -> str:
    """What the figures that have an answer cover and how fresh they are, each perimeter once."""
    pairs = list(zip(figures, answers, strict=True))
    said = (covered(each, *(m for m, own in pairs if own is each)) for each in told(answers))
    return "\u00a0; ".join(dict.fromkeys(said))


def _asked(
    ask: Ask, figures: tuple[Metric, ...], versus: Comparison, dimensions: tuple[Dimension, ...] = ()
) -> Result | str:
    try:
        return ask(*figures, by=dimensions, versus=versus)
    except UserError as refusal:
        return str(refusal)
