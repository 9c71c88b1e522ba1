"""The people of the sample years as someone who attacks them sees them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product

from sqlalchemy import Connection, text

from metrics.context import Context
from metrics.query import Query
from metrics.reconcile import published, question
from tests.metrics.adversary import Attacker, Book, Meaning
from tests.metrics.asking import EVERYTHING

AGENCIES = ("RENNES", "NANTES", "ANGERS", "IDF", "SIEGE")


def printed(url: str, book: dict[str, Meaning], known: Context, *periods: str) -> tuple[Query, ...]:
    """The questions of the register about some figures and periods."""
    lines = [each for each in published(url) if each.metric in book and str(each.period) in periods]
    return tuple(question(each, known.names) for each in lines if each.part == "value")


def found_out(
    store: tuple[Connection, Context], book: Book, finest: Sequence[Mapping[str, str]], sql: str
) -> list[str]:
    """What is found out of the people that a SELECT counts, by the members of the finest cells."""
    connection, known = store
    people = Counter({tuple(map(str, row[:-1])): int(row[-1]) for row in connection.execute(text(sql))})
    assert set(people) <= {tuple(cell.values()) for cell in finest}
    attacker = Attacker(book, finest)
    attacker.ask_all(connection, known, EVERYTHING)
    return attacker.holes(people)


def finest(members: dict[str, tuple[str, ...]], *dates: str) -> list[dict[str, str]]:
    """Every combination of the members, at each date."""
    cells = product(dates, *members.values())
    return [dict(zip(("date", *members), cell, strict=True)) for cell in cells]
