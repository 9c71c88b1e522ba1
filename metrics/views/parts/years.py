"""What is told of whole calendar years only: a month of it would point at somebody."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from metrics.period import Kind
from metrics.present.blocks import Block, Offer, Over
from metrics.views.ask import Ask


def whole(ask: Ask, what: str, pieces: Iterable[Block] = ()) -> Iterator[Block]:
    """Pieces about calendar years; over another period, what says so and offers the year it ends in."""
    if ask.period.is_years:
        yield from pieces
        return
    said = (
        f"{what} : lecture par année civile seulement ; sur une période plus courte, ou à cheval sur deux "
        "années, un chiffre désignerait quelqu'un."
    )
    yield Offer(said, needs_data=True)


def civil(ask: Ask, what: str, contents: Callable[[Ask], Iterable[Block]]) -> Iterator[Block]:
    """The pieces of a view, of the calendar year where a contract year would mean nothing, once said so."""
    if ask.period.kind is not Kind.CONTRACT_YEAR:
        yield from contents(ask)
        return
    yield Offer(f"{what} n'a pas d'exercice de marché : chiffres de l'{ask.year.label}.")
    yield Over(ask.year, contents(replace(ask, period=ask.year)))
