"""Who reads a view, in which store, with which rights, as known at one import."""

from dataclasses import dataclass

from data_access.access import Scope
from metrics.context import Context


@dataclass(frozen=True, slots=True)
class Visit:
    """The store, the rights and the context of one reading of a view.

    Its context is read once: all the figures of the view are of one import, whatever is loaded meanwhile.
    """

    url: str
    scope: Scope
    known: Context
    page: str = ""
    person: str = ""
    origin: str = ""
