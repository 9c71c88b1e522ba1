"""From people to full-time equivalents or posts: each step is what one part adds, and all of them add up."""

from dataclasses import replace
from fractions import Fraction

import pytest

from metrics import period
from metrics.bridge import Bridge, bridge, further
from metrics.catalogue.dimensions import JOB_FAMILY
from metrics.catalogue.dispositifs import POSTS_AUTHORISED, POSTS_OPEN
from metrics.catalogue.workforce import FTE_ON_ROLL, HEADCOUNT
from metrics.model import Metric
from metrics.present.charts import bridge as drawing
from metrics.query import Query
from metrics.result import HIDDEN, MISSING, Cell, Figure, Result, Row

Pair = tuple[str | int | None, str | int | None]


def figure(value: str | int | None) -> Figure:
    return HIDDEN if value is None else Figure(Fraction(value), numerator=Fraction(value))


def answer(rows: dict[str, Pair], start: Metric, end: Metric) -> Result:
    """An answer to both figures, a line per part, or the only one."""
    by = () if list(rows) == [""] else (JOB_FAMILY,)
    lines = [
        Row((key,) if by else (), (key,) if by else (), tuple(Cell(figure(each)) for each in pair))
        for key, pair in rows.items()
    ]
    return Result(
        query=Query(metrics=(start, end), period=period.parse("2024"), by=by),
        rows=tuple(lines),
        perimeter="Ensemble de l'association",
        versus_label="",
        data_dates=(None, None),
        partial=(False, False),
        as_of=None,
        import_number=1,
    )


def found(whole: Pair, end: Metric = FTE_ON_ROLL, **parts: Pair) -> Bridge | None:
    return bridge(answer(parts, HEADCOUNT, end), answer({"": whole}, HEADCOUNT, end), HEADCOUNT, end)


def told(of: Bridge | None) -> dict[str, Fraction]:
    assert of is not None
    assert of.first + sum(step.amount for step in of.steps) == of.last
    return {step.label: step.amount for step in of.steps}


def test_129_people_are_106_92_full_time_equivalents() -> None:
    """The report's own figures (RSE 2024 p. 3): 94 permanent, 9 fixed-term, 26 apprentices."""
    steps = told(found((129, "106.92"), CDI=(94, "84.32"), CDD=(9, 7), Apprentissage=(26, "15.60")))
    assert steps == {
        "CDI": Fraction("84.32") - 94,
        "CDD": 7 - 9,
        "Apprentissage": Fraction("15.60") - 26,
    }


def test_a_part_that_changes_nothing_is_no_step() -> None:
    assert told(found((12, 11), Plein=(10, 10), Partiel=(2, 1))) == {"Partiel": -1}


def test_parts_that_may_not_be_told_are_one_step() -> None:
    steps = told(found((20, 15), CDI=(10, 8), CDD=(None, None), Apprentissage=(None, None)))
    assert steps == {"CDI": 8 - 10, "CDD, Apprentissage": (15 - 20) - (8 - 10)}


def test_a_part_is_told_only_when_both_its_counts_are() -> None:
    steps = told(found((20, 15), CDI=(10, 8), CDD=(4, None), Apprentissage=(None, 3)))
    assert set(steps) == {"CDI", "CDD, Apprentissage"}


def test_one_part_hidden_alone_is_told_with_the_smallest_for_it_would_be_found_again() -> None:
    steps = told(found((30, 24), CDI=(16, 14), CDD=(5, 4), Apprentissage=(None, None)))
    assert steps == {"CDI": 14 - 16, "CDD, Apprentissage": (24 - 30) - (14 - 16)}


def test_a_part_of_nobody_hides_nobody_with_it() -> None:
    steps = told(found((30, 24), CDI=(16, 14), CDD=(5, 4), Stage=(0, 0), Apprentissage=(None, None)))
    assert steps == {"CDI": 14 - 16, "CDD, Apprentissage": (24 - 30) - (14 - 16)}


@pytest.mark.parametrize("whole", [(None, 15), (20, None)])
def test_there_is_no_bridge_to_an_end_that_is_hidden(whole: Pair) -> None:
    assert found(whole, CDI=(20, 15)) is None


def test_nothing_loaded_makes_no_bridge() -> None:
    whole = answer({"": (1, 1)}, HEADCOUNT, FTE_ON_ROLL)
    (row,) = whole.rows
    missing = replace(whole, rows=(replace(row, cells=(Cell(MISSING), Cell(MISSING))),))
    assert bridge(answer({}, HEADCOUNT, FTE_ON_ROLL), missing, HEADCOUNT, FTE_ON_ROLL) is None


def test_the_posts_of_a_season_are_one_more_step() -> None:
    """A post counts when open at any time in the period: those closed on the last day come on top."""
    to_last_day = found((129, 110), POSTS_OPEN, Terrain=(109, 109), Support=(20, 1))
    assert to_last_day is not None
    whole = further(to_last_day, POSTS_AUTHORISED, Fraction(119), "Saison")
    assert told(whole) == {"Support": 1 - 20, "Saison": 119 - 110}
    assert further(to_last_day, POSTS_AUTHORISED, Fraction(110), "Saison").steps == to_last_day.steps
    assert further(to_last_day, POSTS_AUTHORISED, None, "Saison") is to_last_day  # not known: it stops there


def test_the_picture_begins_each_step_where_the_one_before_ends() -> None:
    chart = drawing.bridge(_of(found((10, 8), CDI=(6, 3), CDD=(4, 5))), "")
    assert [(line["label"], line["low"], line["high"]) for line in chart.rows["rows"]] == [
        ("Salariés", 0, 10),
        ("CDI", 10 - 3, 10),  # −3
        ("CDD", 7, 7 + 1),  # +1
        ("Équivalents temps plein", 0, 8),
    ]
    assert chart.title == "10\u00a0salariés, 8,00\u00a0équivalents temps plein"
    assert chart.sentence == (
        "Salariés 10\u00a0pers. ; CDI −3,00 ; CDD +1,00 ; Équivalents temps plein 8,00\u00a0ETP."
    )


def _of(one: Bridge | None) -> Bridge:
    assert one is not None
    return one
