"""How a column or a small chart is headed: the label, and the unit that the label does not tell."""

import re

from metrics.model import Metric

_BASE = re.compile(r"\b(?:par|pour) .*")  # « par ETP » in « € par ETP »: the label of a ratio says it


def headed(metric: Metric, *, tile: bool = False) -> str:
    """« Produits par ETP terrain (€) »; with ``tile``, in the larger unit of tiles when there is one."""
    symbol = metric.unit.tile[0] if tile and metric.unit.tile else metric.unit.symbol
    counted = _BASE.sub("", symbol).strip()
    return f"{metric.label} ({counted})" if counted else metric.label
