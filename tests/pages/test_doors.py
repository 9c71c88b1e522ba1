"""What pages read of the store, they read with someone's rights: each door takes a scope, or says why not."""

import ast
import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import manage

NO_FIGURE = {  # doors without a scope: what they tell is known to everyone
    "metrics.context.context": "names of the books, months loaded",
    "metrics.masks.find_all": "which cells are hidden, found before anyone asks; it gives nothing back",
    "metrics.portrait.tiles": "the map of the sectors",
    "metrics.portrait.read_tiles": "the same",
    "metrics.today.day": "what day it is",
    "metrics.today.today_of": "the same",
    "metrics.views.header.is_sample": "whether the data are examples",
    "metrics.badges.badges": "in which report a figure is printed",
    "metrics.present.documents.previous.previous": "at which import a document was made",
    "metrics.views.export.stem": "the name of a file, by the address of a view",
    "metrics.reconcile.printed_by_metric": "what reports print: the sheet repeats to each what they may read",
}
PAGES = sorted(file for room in ("pages", "metrics/views") for file in (manage.ROOT / room).rglob("*.py"))


def imported() -> Iterator[object]:
    """Whatever a page imports from the figures."""
    for file in PAGES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == "metrics":
                yield from (_named(str(node.module), alias.name) for alias in node.names)


def _named(module: str, name: str) -> object:
    found = getattr(import_module(module), name, None)
    return import_module(f"{module}.{name}") if found is None else found


def doors() -> dict[str, Callable[..., Any]]:
    """Every function of the figures that a page can reach and that is told which store to read."""
    found: dict[str, Callable[..., Any]] = {}
    for value in imported():
        of = _own(value) if isinstance(value, ModuleType) else [value]
        found |= {f"{each.__module__}.{each.__name__}": each for each in of if _is_door(each)}
    return found


def _own(module: ModuleType) -> list[object]:
    """What a module defines, without what it imports."""
    return [each for each in vars(module).values() if getattr(each, "__module__", "") == module.__name__]


def _is_door(value: Any) -> bool:
    if not inspect.isfunction(value) or value.__name__.startswith("_"):
        return False
    return bool({"url", "connection"} & set(_parameters(value)))


def _parameters(function: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_every_door_to_the_store_takes_the_rights_of_a_person() -> None:
    found = doors()
    assert {"metrics.run.ask", "metrics.explain.explain", "metrics.alerts.alerts"} & set(found)
    without = {name for name, door in found.items() if "scope" not in _parameters(door)}
    assert without == set(NO_FIGURE)


def test_no_door_has_rights_by_default() -> None:
    for name, door in doors().items():
        scope = inspect.signature(door).parameters.get("scope")
        assert scope is None or scope.default is inspect.Parameter.empty, name
