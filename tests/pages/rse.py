"""The view of RSE as its tests open it."""

from metrics.views.views import RSE
from tests.pages.screen import Screen, Show, Table
from tests.pages.sections import table


def opened(show: Show, store: str, vue: str = "", **asked: str) -> Screen:
    address = {"periode": "2024"} | asked | ({"vue": vue} if vue else {})
    return show(store, RSE, **address)


def plan(screen: Screen) -> Table:
    """The plan of actions."""
    return table(screen, "Plan d'actions par trimestre")
