"""What is known of people besides the tables: what reports print, what entries and exits come to. Pure."""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from metrics.catalogue.dimensions import AGENCY, MOVE
from metrics.cells import Cell, Classes, People, cells_of, conditions, crossing_of
from metrics.kinds import Aggregate, Time, When
from metrics.model import Fact, Measure
from metrics.printed import Printed
from metrics.star import Crossing
from metrics.tables import Mask, Told

Dated = Mapping[date, People]
Cells = tuple[Crossing, list[Cell]]
_COMES = {"entry": 1, "transfer_in": 1, "exit": -1, "transfer_out": -1}


def told_by(one: Printed, fact: Fact, classes: Classes, people: Dated) -> Iterator[tuple[date, Told]]:
    """What a printed figure says of the people of some dates: a count, a ratio of two, or no more than."""
    measures = one.metric.measures
    days = _days(one, fact, people)
    if one.metric.rule is not None or not days or not all(_counts(each, fact) for each in measures):
        return
    found = [_cells(measure, one, classes) for measure in measures]
    if any(each is None for each in found):
        return
    top, *under = [each for each in found if each is not None]
    if measures[0].aggregate is Aggregate.DISTINCT:  # so many in the year, and on no day more
        for day in days:
            yield day, Told(_each(top[1]), int(one.value), at_most=True)
        return
    count, *whole = (people[days[-1]].sum(*each, classes) for each in (top, *under))
    weights = _each(top[1])
    if not under:
        yield days[-1], Told(weights, count)
    elif whole[0]:
        share = Fraction(count, whole[0])
        below = _each(under[0][1])
        zero = Fraction(0)
        both = {c: weights.get(c, zero) - share * below.get(c, zero) for c in {*weights, *below}}
        yield days[-1], Told({cell: weight for cell, weight in both.items() if weight}, 0)


def _each(cells: list[Cell]) -> dict[Cell, Fraction]:
    """Cells that are added up."""
    return dict.fromkeys(cells, Fraction(1))


def _days(one: Printed, fact: Fact, people: Dated) -> list[date]:
    """The dates of a year that a printed figure is about, when it is about this year and no other."""
    days = [day for day in people if one.start <= day < one.stop]
    whole = bool(days) and (one.start, one.stop) == (date(days[0].year, 1, 1), date(days[0].year + 1, 1, 1))
    last = bool(days) and fact.time is Time.STOCK and one.stop.year in (days[-1].year, days[-1].year + 1)
    return days if whole or last else []


def _counts(measure: Measure, fact: Fact) -> bool:
    """Whether a measure is a number of the people that the tables of a fact count."""
    published = fact.published
    if measure.fact is not fact or published is None or published.like is not None:
        return False
    if measure.aggregate is Aggregate.SUM:
        return measure.value is published.people
    return measure.aggregate is Aggregate.DISTINCT or measure.when is not When.EVERY


def _cells(measure: Measure, one: Printed, classes: Classes) -> Cells | None:
    asked, published = conditions(one.kept, measure), measure.fact.published
    crossing = crossing_of(published, asked) if published is not None else None
    cells = cells_of(crossing, asked, classes) if crossing is not None else None
    return None if crossing is None or cells is None else (crossing, cells)


def balance(people: Dated, before: Mask, after: Mask) -> tuple[list[tuple[date, Told]], set[Cell]]:
    """What the two year-ends tell of those who came and left, by agency, and the agencies not to be told.

    An agency whose people are hidden at one end hides its moves, which would give them back from the other.
    """
    lines: list[tuple[date, Told]] = []
    secret: set[Cell] = set()
    for day, moves in people.items():
        for agency in sorted({row[moves.dimensions.index(AGENCY)] for row in moves.rows}, key=repr):
            here: Cell = frozenset({(AGENCY.id, agency)})
            cells = {here | {(MOVE.id, move)}: Fraction(sign) for move, sign in _COMES.items()}
            if not (before.shows([here]) and after.shows([here])):
                secret |= set(cells)
            elif before.people and after.people:
                moved = _at_end(after, agency) - _at_end(before, agency)
                if sum(sign * _moved(moves, agency, move) for move, sign in _COMES.items()) == moved:
                    lines.append((day, Told(cells, moved)))
    return lines, secret


def _at_end(mask: Mask, agency: object) -> int:
    """The people of an agency at the last date."""
    people = mask.people[max(mask.people)]
    place = people.dimensions.index(AGENCY)
    return sum(count for row, count in people.rows.items() if row[place] == agency)


def _moved(moves: People, agency: object, move: str) -> int:
    where, what = moves.dimensions.index(AGENCY), moves.dimensions.index(MOVE)
    return sum(count for row, count in moves.rows.items() if (row[where], row[what]) == (agency, move))
