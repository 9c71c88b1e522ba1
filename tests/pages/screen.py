"""A page as its reader sees it: run without a browser, its HTML read back."""

from collections.abc import Callable
from dataclasses import dataclass

from streamlit.testing.v1 import AppTest

import manage
from tests.pages.markup import Node, read

ROUTER = manage.ROOT / "pages" / "_router.py"
Show = Callable[..., "Screen"]


@dataclass(frozen=True)
class Tile:
    """The words of a tile, from top to bottom; empty where the tile says nothing."""

    title: str
    value: str
    unit: str
    exact: str
    change: str
    goal: str
    date: str
    badge: str
    definition: str
    left_out: str


@dataclass(frozen=True)
class Table:
    """The words of a table."""

    caption: str
    headers: list[str]
    rows: list[list[str]]


class Screen:
    """What one run of the application shows."""

    def __init__(self, app: AppTest) -> None:
        self.app = app

    @property
    def html(self) -> Node:
        """All the HTML of the page, style sheet left out."""
        return read("".join(each.proto.body for each in self.app.main if each.type == "html"))

    @property
    def title(self) -> str:
        return self.html.words("h1")

    @property
    def tiles(self) -> list[Tile]:
        return [_tile(node) for node in self.html.all(".tuile")]

    @property
    def tables(self) -> list[Table]:
        return [_table(node) for node in self.html.all("table")]

    @property
    def notes(self) -> str:
        return self.html.words(".notes")

    @property
    def warnings(self) -> list[str]:
        return [node.text for node in self.html.all(".avis")]

    @property
    def errors(self) -> list[str]:
        """What is never to be seen: exceptions, boxes of errors and warnings, refusals."""
        boxes = [each.value for each in (*self.app.exception, *self.app.error, *self.app.warning)]
        return boxes + [node.text for node in self.html.all(".refus")]


def _tile(node: Node) -> Tile:
    figure = next(child for child in node.children if isinstance(child, Node) and child.all(".valeur"))
    return Tile(
        title=node.words("h2"),
        value=node.words(".valeur"),
        unit=node.words(".unite"),
        exact=figure.attributes["title"],
        change=node.words(".evolution"),
        goal=node.words(".objectif"),
        date=node.words(".date"),
        badge=node.words(".badge"),
        definition=node.words("details"),
        left_out=node.words(".hors-filtre"),
    )


def _table(node: Node) -> Table:
    headers = [each.text for each in node.all("th") if each.attributes.get("scope") == "col"]
    rows = [[cell.text for cell in row.all("th", "td")] for row in node.all("tr")[1:]]
    return Table(node.words("caption"), headers, rows)
