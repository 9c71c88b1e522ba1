"""The files of a view: which kinds there are, and each made from what the view shows."""

from collections.abc import Callable
from dataclasses import dataclass

from data_access.errors import QueryError
from metrics.present.blocks import Picture
from metrics.present.export import Export, tables
from metrics.present.grid import grid, of_tiles
from metrics.result import State

_NO_PICTURE = "Ce graphique n'est pas sur cette vue avec ces filtres."


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, what a browser calls it, what makes it."""

    ending: str
    mime: str
    label: str
    write: Callable[[Export], bytes]


FORMATS: dict[str, Format] = {}  # by ending
