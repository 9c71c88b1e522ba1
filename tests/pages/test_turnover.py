"""Why turnover moved: those who came, those who left, and how many they are; nothing is left over."""

from fractions import Fraction

from metrics.result import Cell
from tests.pages.screen import Screen, Show
from tests.pages.sections import answered
from tests.pages.test_workforce import opened, value


def test_turnover_is_explained_by_those_who_came_who_left_and_how_many_they_are(
    sample_store: str, show: Show
) -> None:
    """Both halves over the mean headcount: three terms add up to the change, with nothing left over."""
    screen = opened(show, sample_store, "mouvements", agence="rennes")  # a rate of the whole association
    screen = Screen(screen.app.button(key="pourquoi-staff_turnover").click().run())
    assert screen.errors == []
    (drawn,) = [each for each in screen.tables if each.caption.startswith("Contributions")]
    assert {row[0] for row in drawn.rows} == {"Entrées", "Sorties", "Effectif mensuel moyen", "Évolution"}
    answer = answered(sample_store, "entries", "exits", "mean_headcount", "staff_turnover")
    before, after = ([_side(cell)[at] for cell in answer.rows[0].cells] for at in (0, 1))
    per_head = (1 / before[2] + 1 / after[2]) / 2
    added = {
        "Entrées": (after[0] - before[0]) / 2 * per_head,
        "Sorties": (after[1] - before[1]) / 2 * per_head,
    }
    added["Évolution"] = (after[3] - before[3]) / 100
    found = {row[0]: value(row[1]) for row in drawn.rows}
    for name, expected in added.items():
        assert abs(found[name] - expected * 100) <= Fraction(1, 20), name  # half-up
    assert sum(found.values()) == 2 * found["Évolution"]  # as it is read too


def _side(cell: Cell) -> tuple[Fraction, Fraction]:
    """A figure the year before, then now."""
    assert cell.reference.value is not None
    assert cell.figure.value is not None
    return cell.reference.value, cell.figure.value
