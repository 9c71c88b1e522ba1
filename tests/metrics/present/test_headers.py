"""A header tells the unit once: what the label of a ratio says already is not said again."""

import pytest

from metrics.catalogue import metric
from metrics.present.headers import headed


@pytest.mark.parametrize(
    ("name", "tile", "said"),
    [
        ("interventions", False, "Interventions"),
        ("field_hours", False, "Heures de terrain (h)"),
        ("interventions_per_hour", False, "Interventions par heure de terrain"),
        ("revenue_per_fte", False, "Produits par ETP terrain (€)"),
        ("interventions_per_qpv_inhabitant", False, "Interventions pour 1 000 habitants de QPV"),
        ("presence_rate", True, "Taux de présence sur le terrain (%)"),
        ("revenue", False, "Produits (€)"),
        ("revenue", True, "Produits (k€)"),
    ],
)
def test_a_header_has_the_label_and_the_unit_it_does_not_tell(name: str, tile: bool, said: str) -> None:
    assert headed(metric(name), tile=tile) == said
