"""Printed figures beside the audit table: what does not come out is told with its reason, nothing else."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from metrics.beside import unlike
from metrics.context import context
from metrics.period import year
from metrics.reconcile import Published, printed_by_metric
from metrics.result import Cell, Figure
from metrics.rse_table import Line, rse_table
from tests.metrics.asking import EVERYTHING


@pytest.fixture(scope="module")
def lines(sample_store: str) -> dict[str, Line]:
    return {line.metric.id: line for line in rse_table(sample_store, year(2024), EVERYTHING) if line.metric}


@pytest.fixture(scope="module")
def printed(sample_store: str) -> dict[str, tuple[Published, ...]]:
    found = printed_by_metric(sample_store, context(sample_store))
    return {name: tuple(each) for name, each in found.items()}


def worth(line: Line, now: int, before: int) -> Line:
    """The same line with other figures, and the change between them."""
    change = Figure(Fraction(100 * (now - before), before))
    return replace(line, cell=Cell(Figure(Fraction(now)), Figure(Fraction(before)), change))


def test_what_comes_out_has_nothing_to_explain(
    lines: dict[str, Line], printed: dict[str, tuple[Published, ...]]
) -> None:
    assert {name: unlike(line, printed.get(name, ())) for name, line in lines.items()} == {
        name: {} for name in lines
    }


def test_each_year_is_set_against_its_own_print_with_the_note_of_the_register(
    lines: dict[str, Line], printed: dict[str, tuple[Published, ...]]
) -> None:
    line = worth(lines["alternative_fleet"], 9, 6)
    told = unlike(line, printed["alternative_fleet"])
    assert list(told) == ["2024"]
    assert told["2024"].startswith("écart, publié 7\u00a0: 2 voitures électriques")
    assert list(unlike(worth(line, 7, 5), printed["alternative_fleet"])) == ["2023"]


@pytest.mark.parametrize(("now", "comes_out"), [(814, True), (806, True), (804, False), (816, False)])
def test_a_printed_change_is_that_of_the_two_years(
    lines: dict[str, Line], printed: dict[str, tuple[Published, ...]], now: int, comes_out: bool
) -> None:
    """19 % less: from 18,5 to 19,5 % of 1 000, half-up."""
    line = worth(lines["kilometres"], now, 1000)
    assert (unlike(line, printed["kilometres"]) == {}) is comes_out


def test_what_was_printed_of_a_part_is_not_about_the_whole(
    lines: dict[str, Line], printed: dict[str, tuple[Published, ...]]
) -> None:
    (first, *_) = printed["alternative_fleet"]
    of_one = replace(first, conditions="agency=NANTES", value=Decimal(99))
    assert unlike(lines["alternative_fleet"], (of_one,)) == {}


def test_a_line_without_figure_says_nothing(lines: dict[str, Line]) -> None:
    alone = replace(lines["kilometres"], answer=None, metric=None)
    assert unlike(alone, ()) == {}
