"""The equality index against facts-only vectors: every kind, every field that a vector states.

``EGAPRO_VECTORS`` names another file of the same format. A kind or a field nobody wrote a rule for fails.
"""

import json
import os
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from metrics.egapro import scales
from metrics.egapro.scales import InvalidDeclaration, Regime
from metrics.parameters.legal import CATEGORY_THRESHOLD, INDEX_BASE, LEVEL_THRESHOLD, RETAINED_SHARE
from tests.metrics.egapro_kinds import KINDS, SAME

COPY = Path(__file__).with_name("egapro_vectors.json")
FILE = json.loads(
    Path(os.environ.get("EGAPRO_VECTORS") or COPY).read_text(encoding="utf-8"), parse_float=Fraction
)
VECTORS = [each for section in FILE.values() if isinstance(section, list) for each in section]

Vector = Mapping[str, Any]


def answer(vector: Vector) -> Mapping[str, Any]:
    """What the rules say of a vector; invalid numbers give no figure at all."""
    assert vector["kind"] in KINDS, f"{vector['id']}: unknown kind « {vector['kind']} »"
    try:
        return KINDS[vector["kind"]](vector["input"], vector.get("regime", ""))
    except InvalidDeclaration:
        return dict.fromkeys(vector["expected"])


def differences(expected: Mapping[str, Any], found: Mapping[str, Any], at: str = "") -> list[str]:
    """Each field that the rules do not answer, or answer otherwise."""
    wrong = []
    for name, value in expected.items():
        if name not in found:
            wrong.append(f"{at}{name}: no rule answers it")
        elif isinstance(value, Mapping):
            wrong += differences(value, found[name] or {}, f"{at}{name}.")
        elif SAME.get(value, value) != found[name] or (value is None) != (found[name] is None):
            wrong.append(f"{at}{name}: {value} expected, {found[name]} found")
    return wrong


def check(vector: Vector) -> None:
    assert vector["expected"], f"{vector['id']} expects nothing"
    assert differences(vector["expected"], answer(vector)) == [], vector["id"]


@pytest.mark.parametrize("vector", [pytest.param(each, id=str(each.get("id"))) for each in VECTORS])
def test_vector(vector: Vector) -> None:
    check(vector)


def test_every_vector_of_the_file_is_read() -> None:
    assert VECTORS
    counted = FILE.get("counts", {})
    assert {name: len(FILE[name]) for name in counted} == counted


def test_every_kind_has_a_vector_in_the_copy() -> None:
    copy = json.loads(COPY.read_text(encoding="utf-8"))
    stated = {each["kind"] for name in copy["counts"] for each in copy[name]}
    assert stated == set(KINDS)


def test_an_unknown_kind_fails_and_is_never_skipped() -> None:
    with pytest.raises(AssertionError, match="unknown kind « v3_gap »"):
        check({"id": "X-1", "kind": "v3_gap", "regime": "both", "input": {}, "expected": {"points": 1}})


@pytest.mark.parametrize(
    ("expected", "complaint"),
    [
        ({"points": 38}, "38 expected, 37 found"),
        ({"points": None}, "None expected, 37 found"),
        ({"points": 37, "bonus": 1}, "bonus: no rule answers it"),
        ({}, "expects nothing"),
    ],
)
def test_a_wrong_an_unknown_or_an_absent_field_fails(expected: dict[str, Any], complaint: str) -> None:
    given = {"gap_pct": Fraction("2.05")}
    with pytest.raises(AssertionError, match=complaint):
        check({"id": "X-2", "kind": "ind1_points", "regime": "both", "input": given, "expected": expected})


# --- the scales that the file prints ------------------------------------------------------------------------


def _printed(scale: scales.Scale, bound: str, beyond: str) -> list[dict[str, int]]:
    """A scale as the file prints it: inclusive bounds, then what lies beyond the last."""
    rows = [{bound: upto, "points": points} for upto, points in scale.steps]
    return [*rows, {beyond: scale.steps[-1][0], "points": 0}]


TOP_TEN = [
    {"under_represented": f"{few}-{few + 1}", "points": scales.TOP_TEN_POINTS[few]} for few in (0, 2, 4)
]
SCALES: dict[str, Any] = {
    "ind1_points": _printed(scales.PAY_SCALE, "upto_pct_inclusive", "above_pct"),
    "ind2_3_points_50_250": _printed(scales.RAISES_AND_PROMOTIONS_SCALE, "upto_inclusive", "above"),
    "ind2_points_over_250": _printed(scales.RAISES_SCALE, "upto_inclusive", "above"),
    "ind3_points_over_250": _printed(scales.PROMOTIONS_SCALE, "upto_inclusive", "above"),
    "ind4_points": [{"percent": 100, "points": scales.LEAVE_POINTS}, {"below_percent": 100, "points": 0}],
    "ind5_points": TOP_TEN,
    "maxima": {regime.value: dict(scales.MAXIMA[regime]) for regime in Regime},
    "relevance_threshold_pct": {"csp": CATEGORY_THRESHOLD.value, "levels": LEVEL_THRESHOLD.value},
    "retained_share_minimum": RETAINED_SHARE.value / 100,
}
SENTENCES = ("rounding", "index", "group_minimum")  # words: the vectors hold what they say


def test_the_scales_that_the_file_prints_are_ours() -> None:
    printed = {name: rows for name, rows in FILE.get("scales", {}).items() if name not in SENTENCES}
    assert printed == {name: SCALES.get(name) for name in printed}


def test_the_index_needs_75_points_that_could_be_had() -> None:
    assert INDEX_BASE.value == 75
