"""The rules of a verdict, whatever the store: a printed figure, a computed one, and what to think of them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from data_access.access import Domain
from metrics.period import year
from metrics.reconcile import Published, Reconciled, judge, question
from metrics.result import HIDDEN, MISSING, Cell, Figure, Result, Row, State
from metrics.verdict import Verdict


def _published(
    value: str, precision: str, *, unit: str = "count", part: str = "value", derivation: str = "computed"
) -> Published:
    return Published(
        id="X-1",
        document="RA2024",
        section="Chiffres clés p.6",
        label="X",
        value=Decimal(value),
        unit=unit,
        precision=precision,
        derivation=derivation,
        note="",
        domain=Domain.ACTIVITY,
        metric="interventions",
        conditions="",
        period=year(2024),
        versus="none",
        part=part,
    )


def _judged(each: Published, figure: Figure, change: Figure = MISSING) -> Reconciled:
    """The verdict on a figure, whatever the store."""
    query = question(each, {})
    row = Row((), (), (Cell(figure, MISSING, change),))
    known = {"perimeter": "", "versus_label": "", "data_dates": (None,), "partial": (False,)}
    return judge(each, Result(query=query, rows=(row,), as_of=None, import_number=1, **known))  # type: ignore[arg-type]


SAME, ROUNDED, COMPATIBLE, GAP = Verdict.SAME, Verdict.SAME_ROUNDED, Verdict.COMPATIBLE, Verdict.GAP


@pytest.mark.parametrize(
    ("value", "precision", "computed", "verdict"),
    [
        ("55", "exact", "55", SAME),
        ("55", "exact", "56", GAP),
        ("6.8", "exact", "6.8", SAME),
        ("6.8", "exact", "6.85", GAP),  # half-up: 6.9
        ("72.92", "exact", "72.9202", SAME),
        ("72.92", "exact", "72.925", GAP),
        ("7", "rounded", "6.5", ROUNDED),
        ("7", "rounded", "7.4999", ROUNDED),
        ("7", "rounded", "7.5", GAP),
        ("-4", "rounded", "-3.5", ROUNDED),  # away from zero
        ("-4", "rounded", "-3.4999", GAP),
        ("-4", "rounded", "-4.5", GAP),
        ("1000", "more_than", "1000", GAP),  # « plus de » is not « autant »
        ("1000", "more_than", "1000.01", COMPATIBLE),
        ("1000", "more_than", "1050", COMPATIBLE),
        ("1000", "more_than", "1050.01", GAP),  # a tolerance that is not free
        ("17", "about", "17.4999", COMPATIBLE),
        ("17", "about", "17.5", GAP),
    ],
)
def test_a_verdict_is_equality_after_rounding_at_the_printed_precision(
    value: str, precision: str, computed: str, verdict: Verdict
) -> None:
    assert _judged(_published(value, precision), Figure(Fraction(computed))).verdict is verdict


@pytest.mark.parametrize("figure", [MISSING, HIDDEN])
@pytest.mark.parametrize("precision", ["exact", "rounded", "more_than", "about", "unreachable"])
@pytest.mark.parametrize("derivation", ["computed", "declared"])
def test_a_figure_without_value_never_comes_out(figure: Figure, precision: str, derivation: str) -> None:
    assert _judged(_published("55", precision, derivation=derivation), figure).verdict is GAP


@pytest.mark.parametrize(
    ("count", "base", "verdict"),
    [
        (40, 63, Verdict.UNREACHABLE),  # 63.49 %
        (41, 63, Verdict.UNREACHABLE),  # 65.08 %
        (63, 63, Verdict.UNREACHABLE),
        (41, 64, ROUNDED),  # 64.06 %: one graduate more, and it can be reached
        (40, 64, GAP),
        (16, 25, ROUNDED),
    ],
)
def test_a_share_is_out_of_reach_only_while_no_count_of_its_base_fits(
    count: int, base: int, verdict: Verdict
) -> None:
    figure = Figure(Fraction(100 * count, base), State.PRESENT, Fraction(count), Fraction(base))
    assert _judged(_published("64", "unreachable"), figure).verdict is verdict


@pytest.mark.parametrize(("computed", "verdict"), [("3", Verdict.DECLARED), ("4", GAP)])
def test_what_is_declared_is_judged_against_what_was_printed(computed: str, verdict: Verdict) -> None:
    declared = _published("3", "exact", derivation="declared")
    assert _judged(declared, Figure(Fraction(computed))).verdict is verdict


def test_the_computed_figure_is_told_in_the_published_unit() -> None:
    assert _judged(_published("4748", "rounded", unit="k€"), Figure(Fraction(4747870))).computed == Fraction(
        "4747.87"
    )
    assert _judged(_published("4.7", "rounded", unit="M€"), Figure(Fraction(4747870))).verdict is ROUNDED
    fallen = _published("19", "rounded", part="minus change")
    assert _judged(fallen, Figure(Fraction(1)), Figure(Fraction(-19))).computed == 19
