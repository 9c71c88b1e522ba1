"""Rates with their Wilson interval: drawn from 0 to 100 %, in their order, what is not told as a mark.

The interval of 18 of 23 is that of Wilson (1927), Journal of the American Statistical Association 22, 209.
"""

from fractions import Fraction

from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import PROGRAMME
from metrics.present.charts.chart import Chart
from metrics.present.charts.rates import rates
from metrics.query import Query
from metrics.result import HIDDEN, NOT_COMPUTABLE, Cell, Figure, Result, Row

RATE = metric("pass_rate")


def of(passed: int, sat: int) -> Figure:
    """A rate with the two counts it comes from."""
    return Figure(Fraction(100 * passed, sat), numerator=Fraction(passed), denominator=Fraction(sat))


def drawn(**figures: Figure) -> Chart:
    """The chart of some titles."""
    answer = Result(
        query=Query(metrics=(RATE,), period=period.parse("2024"), by=(PROGRAMME,)),
        rows=tuple(Row((name,), (name,), (Cell(each),)) for name, each in figures.items()),
        perimeter="Ensemble de l'association",
        versus_label="",
        data_dates=(None,),
        partial=(False,),
        as_of=None,
        import_number=1,
    )
    return rates(answer, RATE)


def test_a_rate_lies_within_its_interval_and_says_its_n() -> None:
    (line,) = drawn(AMIS=of(18, 23)).rows["rows"]
    assert round(line["value"], 1) == 78.3
    assert (round(line["low"], 1), round(line["high"], 1)) == (58.1, 90.3)
    assert line["told"] == "78,3\u00a0% (n\u00a0=\u00a023\u00a0; 58 à 90\u00a0%)"
    assert line["text"] == "78,3\u00a0%"
    assert line["at"] == line["low"]  # written before the interval


def test_what_is_not_told_is_a_mark_at_the_foot_of_the_axis_and_no_point() -> None:
    hidden, few = drawn(AMIS=HIDDEN, MSADS=NOT_COMPUTABLE).rows["rows"]
    assert (hidden["text"], few["text"]) == ("s", "n.c.")
    assert {line[field] for line in (hidden, few) for field in ("value", "low", "high")} == {None}
    assert (hidden["at"], few["at"]) == (0.0, 0.0)


def test_members_keep_their_order_whatever_their_rates() -> None:
    chart = drawn(B=of(10, 20), A=HIDDEN, C=of(20, 20))
    assert [line["label"] for line in chart.rows["rows"]] == ["B", "A", "C"]
    first = chart.spec()["layer"][0]["encoding"]
    assert first["y"]["sort"] is None
    assert "text" in first  # a text first: only texts miss no member


def test_the_axis_goes_from_nothing_to_all() -> None:
    (point,) = [each for each in drawn(A=of(1, 20)).spec()["layer"] if each["mark"]["type"] == "point"]
    assert point["encoding"]["x"]["scale"]["domain"] == [0, 100]


def test_the_sentence_tells_every_rate_with_what_it_rests_on() -> None:
    said = drawn(AMIS=of(18, 23), MSADS=HIDDEN).sentence
    assert said.startswith("Taux de réussite (présentés), année 2024 : AMIS 78,3\u00a0% (n\u00a0=\u00a023")
    assert said.endswith("; MSADS s.")
