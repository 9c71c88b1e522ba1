"""The Qualiopi sheet (indicator 2): each result with its n, period and method, or why there is none."""

from metrics import period
from metrics.catalogue import metric
from metrics.present.qualiopi import RESULTS, sheet
from metrics.query import Against, Comparison, Query
from metrics.run import ask
from tests.metrics.asking import EVERYTHING

NO_BREAK = "\u00a0"


def told(store: str, span: str) -> dict[str, tuple[str, str, str]]:
    """Each result of a year: the value, that of the year before, what it rests on."""
    versus = Comparison(Against.PREVIOUS_YEAR)
    query = Query(metrics=RESULTS, period=period.parse(span), versus=versus)
    lines = sheet(ask(store, query, EVERYTHING))
    return {each.metric.id: (each.result, each.before, each.rests_on) for each in lines}


def test_a_rate_says_how_many_it_rests_on_and_how_sure_it_is(sample_store: str) -> None:
    found = told(sample_store, "2024")
    n = f"n{NO_BREAK}=\u00a023{NO_BREAK}; 58 à 90{NO_BREAK}%"
    assert found["pass_rate"] == (f"78,3{NO_BREAK}%", f"70,0{NO_BREAK}%", n)  # 18 of 23, then 14 of 20
    assert found["learners"][0] == f"929{NO_BREAK}pers."


def test_what_may_not_be_told_says_why(sample_store: str) -> None:
    result, _, why = told(sample_store, "2024")["interruption_rate"]
    assert (result, why) == ("s", "masqué : trop peu de personnes")


def test_every_result_says_how_it_is_worked_out(sample_store: str) -> None:
    query = Query(metrics=RESULTS, period=period.parse("2024"))
    lines = sheet(ask(sample_store, query, EVERYTHING))
    assert [each.metric for each in lines] == list(RESULTS)
    assert metric("interruption_rate") in RESULTS
    assert all(each.method and each.source for each in lines)
    (rate,) = [each for each in lines if each.metric.id == "pass_rate"]
    assert "rapportés aux candidats présentés" in rate.method
    assert not [each for each in lines if "que dit la définition" in each.method]  # it is read alone
