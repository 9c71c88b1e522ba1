"""What is read of an explanation: parts that add up as they are written, and the constant perimeter."""

from decimal import Decimal
from fractions import Fraction

from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.explain import MOVED, Explanation, Part
from metrics.present import words
from metrics.present.charts.contributions import MOST, amount, contributions
from metrics.result import Cell, Figure
from metrics.views.views import ACTIVITY
from tests.pages.screen import Screen, Show
from tests.pages.test_why import asked, explained


def test_the_eight_greatest_are_drawn_the_others_in_one_bar_and_all_in_the_table(sample_store: str) -> None:
    found = asked(sample_store, metric("interventions"), "2024", (), DISPOSITIF)
    bars = contributions(found).rows["bars"]
    assert len(found.parts) > MOST
    assert [bar["label"] for bar in bars] == [
        *(part.label for part in found.parts[:MOST]), f"Autres ({len(found.parts) - MOST})",
    ]  # fmt: skip
    assert sum(bar["value"] for bar in bars) == float(found.change)


def test_parts_of_a_rate_read_as_adding_up(sample_store: str) -> None:
    """« taux +0,04, poids +0,01 » for +0,04 would not."""
    for name in ("interventions_per_hour", "presence_rate"):
        found = asked(sample_store, metric(name), "2024", (), AGENCY)
        for part in found.parts:
            assert part.rate is not None
            assert part.mix is not None
            written = [read_back(amount(found, each)) for each in (part.contribution, part.rate, part.mix)]
            last = Decimal(1).scaleb(written[0].as_tuple().exponent)  # type: ignore[arg-type]
            assert abs(written[0] - written[1] - written[2]) <= last


def read_back(text: str) -> Decimal:
    number = text.split("\u00a0")[0].replace("\u202f", "").replace(",", ".").replace("\u2212", "-")
    return Decimal(number)


def test_the_last_line_of_a_rate_totals_its_three_columns(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    screen = Screen(screen.app.button(key="pourquoi-interventions_per_hour").click().run())
    found = asked(sample_store, metric("interventions_per_hour"), "2024", (), AGENCY)
    assert found.effects is not None
    totals = (found.change, *found.effects)
    assert explained(screen).rows[-1] == ["Évolution", *(amount(found, each) for each in totals)]


def test_the_constant_perimeter_has_its_own_change_and_what_is_apart_comes_last(sample_store: str) -> None:
    for name in ("interventions", "interventions_per_hour"):
        found = asked(sample_store, metric(name), "2024", (), AGENCY, steady=True)
        assert found.parts[-1].key == MOVED
        assert found.steady is not None
        chart = contributions(found)
        assert f"À périmètre constant : {words.change(found.steady, found.metric)}" in chart.title
        apart = amount(found, found.parts[-1].contribution)
        assert f" ; {MOVED.lower()} {apart}. " in chart.sentence
        assert chart.rows["bars"][-1]["label"] == MOVED
    added = asked(sample_store, metric("interventions"), "2024", (), AGENCY, steady=True)
    assert added.steady is not None
    after, before = added.steady.figure.value, added.steady.reference.value
    assert after is not None
    assert before is not None
    assert after - before == added.change - added.parts[-1].contribution


def test_what_adds_nothing_is_neither_told_nor_drawn_and_stays_in_the_table() -> None:
    parts = (Part("IDF", "Paris", Fraction(2)), Part("SIEGE", "Siège", Fraction(0)))
    cell = Cell(Figure(Fraction(5)), Figure(Fraction(3)), Figure(Fraction(200, 3)))
    found = Explanation(
        metric=metric("dispositifs"),
        cell=cell,
        versus_label="année 2023",
        change=Fraction(2),
        parts=parts,
        others=Fraction(0),
    )
    chart = contributions(found)
    assert [bar["label"] for bar in chart.rows["bars"]] == ["Paris"]
    assert chart.sentence.endswith("Principales contributions : Paris +2.")
    axes = [layer["encoding"]["x"].get("axis", {}) for layer in chart.spec()["layer"]]
    assert [axis["tickMinStep"] for axis in axes if axis.get("tickCount")] == [1]  # no tenth of a dispositif
