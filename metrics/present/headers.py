"""What stands over figures: of a column, what its label does not tell; of a table, what all of it covers."""

import re

from metrics.model import Metric
from metrics.present import words
from metrics.result import Result

_BASE = re.compile(r"\b(?:par|pour) .*")  # « par ETP » in « € par ETP »: the label of a ratio says it


def headed(metric: Metric, *, tile: bool = False) -> str:
    """« Produits par ETP terrain (€) »; with ``tile``, in the larger unit of tiles when there is one."""
    symbol = metric.unit.tile[0] if tile and metric.unit.tile else metric.unit.symbol
    counted = _BASE.sub("", symbol).strip()
    return f"{metric.label} ({counted})" if counted else metric.label


def covering(answer: Result) -> str:
    """« année 2024 (évolution par rapport à : année 2023) » : the period, and what it is set against."""
    period, label = answer.query.period.label, answer.versus_label
    return f"{period} ({words.set_against(answer.query.versus, label)})" if label else period


def captioned(said: str, answer: Result) -> str:
    """« Les agences, année 2024 (évolution par rapport à : année 2023) » : what a table is called."""
    return f"{said}, {covering(answer)}"
