"""Which views show a figure, read from what their files import."""

import ast
import sys
from functools import cache
from pathlib import Path

from metrics import catalogue
from metrics.catalogue import METRICS
from metrics.model import Metric
from pages.ui.views import VIEWS, View

_PAGES = Path(__file__).resolve().parent.parent


@cache
def uses() -> dict[str, tuple[View, ...]]:
    """The views of each metric, by its id."""
    shown = {view: _imported(_PAGES / view.file) for view in VIEWS}
    return {name: tuple(view for view, names in shown.items() if name in names) for name in METRICS}


def _imported(file: Path) -> frozenset[str]:
    """The ids of the metrics a page imports from the catalogue."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = [
        vars(sys.modules[node.module])[alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(catalogue.__name__)
        for alias in node.names
    ]
    return frozenset(each.id for each in imported if isinstance(each, Metric))
