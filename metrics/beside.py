"""What was printed of an indicator of the audit table and does not come out, with the reason, if known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from metrics.present import words
from metrics.reconcile import Published, judge
from metrics.result import Cell, Result, Row
from metrics.rse_table import Line
from metrics.verdict import Verdict


def unlike(line: Line, printed: Sequence[Published]) -> Mapping[str, str]:
    """By period, « publié 8 » and why, for what was printed of a line and its figures do not give."""
    if line.answer is None:
        return {}
    period = line.answer.query.period
    cells = {str(period.previous_year()): Cell(line.before), str(period): line.cell}
    told = ((each, cells.get(str(each.period))) for each in printed if not each.conditions)
    found = ((each, _judged(each, line.answer, cell)) for each, cell in told if cell is not None)
    return {str(each.period): said for each, said in found if said}


def _judged(each: Published, answer: Result, cell: Cell) -> str:
    """The sentence about a printed figure, or nothing when it comes out or is declared."""
    found = judge(each, replace(answer, rows=(Row((), (), (cell,)),)))
    if found.comes_out or found.verdict is Verdict.DECLARED:
        return ""
    decimals = max(0, -int(each.value.as_tuple().exponent))
    value = words.as_printed(Fraction(each.value), decimals, each.unit, each.precision)
    because = f"\u00a0: {found.explanation}" if found.explanation else ""
    return f"{found.verdict.value}, publié {value}{because}"
