"""A breakdown as a table, with the figures that can be told so; the others are named under it."""

from collections.abc import Iterator, Mapping

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Dimension, Metric
from metrics.present.blocks import Block, Note, note
from metrics.present.leads import MemberOf
from metrics.views.ask import Ask
from metrics.views.parts import answering, comparison


def table(
    ask: Ask, caption: str, by: Dimension, badges: Badges, *metrics: Metric, folded: bool = False
) -> Iterator[Block]:
    """The members of a breakdown and their total; what refuses a figure is told once, under it."""
    answer, refusals = answering.told_by(ask, (by,), *metrics)
    if answer is not None:
        told = answer.query.metrics
        total = ask(*told, versus=answer.query.versus)
        link = MemberOf(AGENCY) if by is AGENCY else None
        yield from comparison.table(caption, answer, total, link, folded=folded, badges=badges)
    yield from _refused(refusals, instead_of=caption if answer is None else "")


def _refused(answers: Mapping[Metric, str], *, instead_of: str) -> Iterator[Note]:
    """A sentence per reason, with the figures that it refuses; the only one stands for the whole table."""
    reasons = dict.fromkeys(map(answering.because, answers.values()))
    if instead_of and len(reasons) == 1:
        each = "ce chiffre" if len(answers) == 1 else "chacun de ces chiffres"
        yield note(f"{instead_of} : {each} {next(iter(reasons))}")
        return
    for reason in reasons:
        named = [metric.label for metric, each in answers.items() if answering.because(each) == reason]
        who = f"« {named[0]} »" if len(named) == 1 else f"{' ; '.join(named)} : chacun de ces chiffres"
        yield note(f"{who} {reason}")


def refusals(ask: Ask, *metrics: Metric) -> Iterator[Note]:
    """Names the figures of a view that the person does not read, and why, in one sentence."""
    unread = [metric.label for metric in metrics if metric not in ask.readable(*metrics)]
    if unread:
        yield note(f"Se lisent pour toute l'association, et pas avec votre rôle : {', '.join(unread)}.")
