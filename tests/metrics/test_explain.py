"""Why a figure moved: every part is told once, secrets stay with the others, and all adds up."""

import pytest

from data_access.access import Role, scope_for
from data_access.errors import QueryError
from metrics import period
from metrics.catalogue import METRICS, dimension
from metrics.explain import MOVED, Explanation, explain, splits
from metrics.query import Against, Comparison, Query
from metrics.result import State
from metrics.run import ask
from tests.metrics.asking import EVERYTHING

LAST_YEAR = Comparison(Against.PREVIOUS_YEAR)
SPLIT = [name for name, metric in METRICS.items() if splits(metric)]


def question(name: str, by: str, span: str = "2024", versus: Comparison = LAST_YEAR) -> Query:
    return Query(metrics=(METRICS[name],), period=period.parse(span), by=(dimension(by),), versus=versus)


def contributions(found: Explanation) -> dict[object, int]:
    return {part.key: int(part.contribution) for part in found.parts}


def test_each_agency_tells_what_it_adds_to_the_change_of_a_sum(sample: str) -> None:
    found = explain(sample, question("revenue", "agency"), EVERYTHING)
    assert contributions(found) == {
        "IDF": 862_140 - 629_300,
        "RENNES": (746_210 + 85_120) - (632_400 + 71_530),
        "NANTES": 2_249_870 - 2_343_600,
        "SIEGE": (280_960 + 27_630) - (250_400 + 28_532),
        "ANGERS": 495_940 - 481_500,
    }
    assert (found.change, found.others) == (4_747_870 - 4_437_262, 0)
    assert next(iter(contributions(found))) == "IDF"  # the greatest move comes first, whatever its sign


def test_the_constant_perimeter_sets_new_markets_apart(sample: str) -> None:
    """Clichy, Vélival and the T13 open in 2024; the van starts in February 2023; seasons come back."""
    found = explain(sample, question("revenue", "agency"), EVERYTHING, steady=True)
    new = 205_000 + 27_500 + 36_800
    van = 212_000 - 205_000
    assert contributions(found)[MOVED] == new + van
    assert contributions(found)["IDF"] == 862_140 - 629_300 - 205_000 - 36_800
    assert contributions(found)["NANTES"] == 2_249_870 - 2_343_600 - van
    assert found.others == 0


def test_what_is_secret_is_told_with_the_others_and_never_alone(sample: str) -> None:
    found = explain(sample, question("permanent_share", "agency"), EVERYTHING)
    told = {part.key for part in found.parts}
    assert 0 < len(told) <= 5 - 2
    assert sum(part.contribution for part in found.parts) + found.others == found.change


def test_a_rate_over_too_few_is_told_with_the_others_for_its_sums_are_not_known(sample: str) -> None:
    asked = question("satisfaction_rate", "programme")
    rows = ask(sample, asked, EVERYTHING).rows
    few = {
        row.keys[0]
        for row in rows
        if State.NOT_COMPUTABLE in (row.cells[0].figure.state, row.cells[0].reference.state)
    }
    found = explain(sample, asked, EVERYTHING)
    assert len(few) >= 2
    assert {part.key for part in found.parts} == {row.keys[0] for row in rows} - few
    assert sum(part.contribution for part in found.parts) + found.others == found.change


@pytest.mark.parametrize("by", ["agency", "dispositif"])
@pytest.mark.parametrize("name", SPLIT)
def test_contributions_always_add_up_to_the_change(sample: str, name: str, by: str) -> None:
    if not METRICS[name].allows(dimension(by)):
        return
    for asked in (question(name, by), question(name, by, "2024-11")):
        if ask(sample, asked.total(), EVERYTHING).rows[0].cells[0].change.value is None:
            with pytest.raises(QueryError, match="n'a pas d'évolution"):
                explain(sample, asked, EVERYTHING)
            continue
        found = explain(sample, asked, EVERYTHING)
        assert sum(part.contribution for part in found.parts) + found.others == found.change
        for part in found.parts:
            if part.rate is not None and part.mix is not None:
                assert part.rate + part.mix == part.contribution


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (question("field_dispositifs", "agency"), "ne se décompose pas"),  # a distinct count
        (question("qpv_share", "agency"), "ne se décompose pas"),  # a rule
        (question("revenue", "month"), "une ventilation à la fois"),
        (question("revenue", "agency", versus=Comparison(Against.TARGET)), "entre deux périodes"),
        (question("revenue", "agency", span="2023"), "n'a pas d'évolution"),
    ],
    ids=["distinct", "rule", "step of time", "target", "nothing before"],
)
def test_what_does_not_split_is_refused_with_a_sentence(sample: str, asked: Query, sentence: str) -> None:
    with pytest.raises(QueryError, match=sentence):
        explain(sample, asked, EVERYTHING)


def test_staff_are_never_told_by_dispositif_to_set_markets_apart(sample: str) -> None:
    with pytest.raises(QueryError, match="périmètre constant"):
        explain(sample, question("headcount", "agency"), EVERYTHING, steady=True)


def test_a_manager_is_told_of_their_own_agency_only(sample: str) -> None:
    manager = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
    found = explain(sample, question("revenue", "dispositif"), manager)
    assert found.change == (746_210 + 85_120) - (632_400 + 71_530)
    assert found.others == 0
    assert {part.key for part in found.parts} <= {
        "RENNES-JOUR", "RENNES-BINOMES", "RENNES-ECOLE", "RENNES-PISCINE", "ENCOMBRANTS",
    }  # fmt: skip
