"""Which views show a figure, read from what their files import, and the pieces of views these import."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from metrics import catalogue
from metrics.catalogue import METRICS
from metrics.model import Metric
from metrics.views.views import RSE, VIEWS, View

_PAGES = Path(__file__).resolve().parent.parent
_ROOT = _PAGES.parent
_PIECES = ("pages.ui", "metrics.views", "metrics.views.parts")  # where pieces are, whatever they show
_EVERY = "metrics.views.pages"  # every view at once, which no view shows


@cache
def uses(audited: frozenset[str] = frozenset()) -> dict[str, tuple[View, ...]]:
    """The views of each metric, by its id; those ``audited`` are in the table of RSE, as the store says."""
    shown = {view: frozenset().union(*map(_imported, _files(view))) for view in VIEWS}
    shown[RSE] |= audited
    return {name: tuple(view for view, names in shown.items() if name in names) for name in METRICS}


def _files(view: View) -> set[Path]:
    """The file of a view and those of the pieces it is made of, however deep."""
    found, left = set[Path](), [_PAGES / view.file]
    while left:
        file = left.pop()
        if file not in found:
            found.add(file)
            left.extend(_pieces(file))
    return found


def _pieces(file: Path) -> Iterator[Path]:
    for module, name in _froms(file):
        if module in _PIECES:
            yield _file(f"{module}.{name}")
        elif module != _EVERY and module.rpartition(".")[0] in _PIECES:
            yield _file(module)


def _file(module: str) -> Path:
    return _ROOT.joinpath(*module.split(".")).with_suffix(".py")


def _imported(file: Path) -> frozenset[str]:
    """The ids of the metrics a file imports from the catalogue, one by one or several under one name."""
    found = (
        getattr(sys.modules.get(module), name, None)
        for module, name in _froms(file)
        if module.startswith(catalogue.__name__)
    )
    several = (each if isinstance(each, tuple) else (each,) for each in found)
    return frozenset(each.id for some in several for each in some if isinstance(each, Metric))


@cache
def _froms(file: Path) -> tuple[tuple[str, str], ...]:
    """Each name a file imports from a module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return tuple((str(node.module), alias.name) for node in imports for alias in node.names)
