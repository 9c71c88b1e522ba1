"""From a period whose change is refused to the nearest one whose change is known, of the same kind."""

import pytest
from sqlalchemy import Connection

from metrics.comparable import nearest
from tests.metrics.asking import known, question
from tests.metrics.store import cover

LAST_YEAR = "previous-year"


@pytest.mark.parametrize(
    ("span", "versus", "found"),
    [
        ("2025-T1", LAST_YEAR, "2024-T4"),
        ("2025", LAST_YEAR, "2024"),
        ("2022", LAST_YEAR, "2024"),  # before the data, the first that can be compared
        ("2025-03", LAST_YEAR, "2024-12"),
        ("2025-03", "previous-period", "2024-12"),
        ("12m:2025-02", LAST_YEAR, "12m:2024-12"),
        ("ytd:2025-02", LAST_YEAR, "ytd:2024-02"),
        ("2024-12-20..2025-01-10", LAST_YEAR, "2024-11-20..2024-12-10"),
        ("scolaire:2024", LAST_YEAR, "None"),  # that of 2023 has no whole year before it
        ("2025", "none", "None"),
        ("2025", "target", "None"),
        ("2025", "2023", "None"),
    ],
)
def test_the_nearest_period_loaded_whole_with_its_reference(
    bare: Connection, span: str, versus: str, found: str
) -> None:
    cover(bare, "interventions", "2023-01", "2024-12")
    store = known(bare)
    asked = question(store.names, "interventions", span=span, versus=versus)
    assert str(nearest(asked, store)) == found
