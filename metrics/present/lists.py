"""Pieces of a view that are lists: legends, facts under their names, sentences, counts."""

from dataclasses import dataclass

from metrics.present.table import Entry, Run, Words


@dataclass(frozen=True, slots=True)
class Sign:
    """How the lines of one member are drawn: a sign, and a colour as a style sheet writes it."""

    sign: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Legend:
    """Whose lines are which, once for several pictures."""

    signs: tuple[Sign, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts:
    """What is told of something, each fact under its name; ``look``: « fiche », « domaine »."""

    facts: tuple[tuple[str | Run, Entry | str], ...]
    look: str
    title: str | Run = ""
    said: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences under a title, in groups when these have names; ``none`` is said where there is none.

    A page shows the first ``at_a_glance`` of them and folds the others, or shows all when it is 0.
    """

    title: str
    groups: tuple[tuple[str, tuple[Words, ...]], ...]
    none: str
    at_a_glance: int = 0


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists side by side where there is room; ``look``: « nouvelles », « lieux », « controles »."""

    lists: tuple[Listing, ...]
    look: str


@dataclass(frozen=True, slots=True)
class Counts:
    """A sentence, then the numbers that it sums up."""

    said: Words
    counts: tuple[Words, ...]
