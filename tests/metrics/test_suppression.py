"""What a table hides so that its totals give no small cell back, by hand and against drawn tables."""

import os
import subprocess
import sys
from random import Random

import pytest

import manage
from metrics.intervals import ALL, Key, Table, crossed, intervals, is_told
from metrics.suppression import mask

LEAST = 5


def table(*rows: tuple[int, ...]) -> Table:
    """Rows by columns, numbered from 0."""
    counts = {(r, c): n for r, row in enumerate(rows) for c, n in enumerate(row)}
    return crossed(counts, (range(len(rows)), range(len(rows[0]))))


def told(found: Table, hidden: frozenset[Key]) -> dict[Key, tuple[float, float]]:
    """What can be known of each small cell, when that is too much."""
    small = [key for key in hidden if 0 < found.counts[key] < LEAST]
    return {key: bounds for key, bounds in intervals(found, hidden, small) if is_told(bounds, LEAST)}


def test_totals_are_those_of_every_line_and_of_the_whole() -> None:
    counts = table((14, 8), (30, 20)).counts
    assert counts[(0, ALL)] == 14 + 8
    assert counts[(ALL, 1)] == 8 + 20
    assert counts[(ALL, ALL)] == 14 + 8 + 30 + 20


def test_a_combination_nobody_is_in_counts_zero() -> None:
    assert crossed({("a", "x"): 3}, (("a", "b"), ("x",))).counts[("b", "x")] == 0


def test_a_table_without_small_cells_hides_nothing() -> None:
    assert mask([table((14, 8), (30, 20))], LEAST) == frozenset()


def test_a_small_cell_takes_with_it_what_its_two_totals_would_give_back() -> None:
    """4 is alone in its row and in its column: either total would give it back."""
    found = table((14, 8), (30, 20), (21, 4), (25, 7))
    hidden = mask([found], LEAST)
    assert (2, 1) in hidden
    for row in {key[0] for key in hidden}:
        assert sum(key[0] == row for key in hidden) >= 2
    assert told(found, hidden) == {}
    assert all(ALL not in key for key in hidden), "the totals are still told"


def test_two_hidden_cells_whose_sum_is_small_are_still_told() -> None:
    """1 and 2 on one line: each lies between 0 and 3, fewer than five units."""
    found = table((1, 2, 30), (40, 50, 60))
    assert told(found, frozenset({(0, 0), (0, 1), (1, 0), (1, 1)}))
    assert told(found, mask([found], LEAST)) == {}


def test_tables_of_several_months_hide_the_same_cells() -> None:
    """Small in March only: hidden in April too, or the difference of the two months would say who came."""
    march, april = table((14, 4), (30, 20)), table((14, 9), (30, 20))
    hidden = mask([march, april], LEAST)
    assert (0, 1) in hidden
    assert told(march, hidden) == {}


def test_what_is_published_is_not_hidden_and_is_known_to_whoever_looks() -> None:
    found = table((14, 4), (30, 20))
    assert mask([found], LEAST, public={(0, 1)}) == frozenset()
    beside = table((14, 4), (3, 20), (30, 40))
    hidden = mask([beside], LEAST, public={(0, 1)})
    assert (0, 1) not in hidden
    assert (1, 0) in hidden
    assert told(beside, hidden) == {}


def test_everything_is_hidden_when_nothing_less_is_safe() -> None:
    assert mask([table((1,))], LEAST) == {(0, 0), (0, ALL), (ALL, 0), (ALL, ALL)}


@pytest.mark.parametrize("number", range(40))
def test_no_drawn_table_tells_a_small_cell(number: int) -> None:
    random = Random(f"suppression/{number}")
    rows, columns = random.randint(2, 6), random.randint(2, 5)
    drawn = [
        [random.choice((0, 0, 1, 2, 3, 4, 5, 7, 9, 12, 20, 30)) for _ in range(columns)] for _ in range(rows)
    ]
    found = table(*map(tuple, drawn))
    assert told(found, mask([found], LEAST)) == {}


SCRIPT = """
from metrics.cells import People, lines
from metrics.catalogue.partitions import STAFF
from metrics.intervals import Table, name
from metrics.suppression import mask
crossing = STAFF[1]
people = People(crossing.dimensions, {(a, s): 7 for a in "ABCDEF" for s in "FM"} | {("A", "F"): 3})
classes = dict(zip(crossing.dimensions, ("ABCDEF", "FM")))
table = Table(people.counts(crossing, classes), tuple(lines(crossing, classes)))
print(sorted(map(name, mask([table], 5))))
"""


def test_every_process_hides_the_same_cells_or_two_of_them_would_tell_more_than_one() -> None:
    """Seven people everywhere but in one cell: any other would protect it as well."""
    told = set()
    for seed in "123":
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=manage.ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        told.add(done.stdout)
    assert len(told) == 1
