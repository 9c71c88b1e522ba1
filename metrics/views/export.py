"""A view as files hold it: all its sections, under a header that says what was asked, by whom and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from metrics import address, today
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.present import missing, words
from metrics.present.blocks import (
    Alike,
    Beside,
    Block,
    Choice,
    Empty,
    Framed,
    Heading,
    Note,
    Notes,
    Offer,
    Over,
    note,
    nothing,
)
from metrics.present.export import Export, Part, Piece
from metrics.present.lists import Counts, Facts, Legend, Listing, Lists
from metrics.present.table import Column, Entry, Run, Table, grouped
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.header import data_date, facts, is_sample
from metrics.views.page import Page

_DOT = " · "
_SHEETS = {"domaine": ("Par domaine", "Chiffre"), "fiche": ("Fiche", "Fait")}  # caption, what is named


@dataclass(slots=True)
class _Reading:
    """What is found while the pieces of a view are read, in their order."""

    chosen: Mapping[str, str]
    parts: list[tuple[str, list[Piece]]] = field(default_factory=lambda: [("", [])])
    notes: list[str] = field(default_factory=list)
    choices: dict[str, str] = field(default_factory=dict)


def export(ask: Ask, page: Page, person: str, chosen: Mapping[str, str] | None = None) -> Export:
    """All that a view shows to a person; ``chosen`` says which of the page's own choices were made.

    Every section is there; of another choice, the option chosen, else the first.
    """
    found, answers = _Reading(chosen or {}), list[Result]()

    def noted(answer: Result) -> Result:
        answers.append(answer)
        return ask.noted(answer)

    _read(found, page.contents(replace(ask, noted=noted, chosen=found.chosen)))
    url, day, known_to = ask.visit.url, today.day(ask.visit.url, ask.visit.known), data_date(ask, answers)
    return Export(
        title=page.view.title,
        question=page.view.question,
        stem=stem(ask, page.view.url),
        facts=tuple(facts(ask, page, person, day, known_to, found.choices.items())),
        parts=tuple(Part(title, tuple(pieces)) for title, pieces in found.parts if pieces),
        day=day,
        data_date=known_to,
        is_sample=is_sample(url),
        notes=tuple(found.notes),
    )


def _read(found: _Reading, blocks: Iterable[Block]) -> None:
    """Keeps the pieces that files hold, whatever a page puts side by side or shows one at a time."""
    for block in _gathered(blocks):
        if isinstance(block, Choice):
            _choose(found, block)
        elif isinstance(block, Notes):
            found.notes.extend(block.lines)
        elif isinstance(block, Piece):
            found.parts[-1][1].append(block)
        else:
            _read(found, _inside(block))


def _gathered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same, facts that follow one another in one table."""
    for is_facts, run in groupby(blocks, key=lambda block: isinstance(block, Facts)):
        if is_facts:
            yield _sheet([each for each in run if isinstance(each, Facts)])
        else:
            yield from run


def _sheet(some: list[Facts]) -> Table:
    """Facts as a table: a line each, in a part for each of those they are told of."""
    caption, named = _SHEETS[some[0].look]
    groups = [(_title(each), [(_name(name), value) for name, value in each.facts]) for each in some]
    columns = (Column(named), Column("Valeur", is_number=some[0].look == "domaine"))
    sources = dict.fromkeys(said for each in some for said in each.source.split(_DOT) if said)
    table = grouped(caption, columns, groups, source=_DOT.join(sources))
    return replace(table, look=some[0].look)


def _title(of: Facts) -> str:
    title = of.title.text if isinstance(of.title, Run) else of.title
    return f"{title}, {of.said}" if of.said else title


def _name(name: str | Run) -> Entry:
    return Entry(name.text, to=name.to) if isinstance(name, Run) else Entry(name)


def _inside(block: Block) -> Iterable[Block]:
    """What a piece that is for a page only comes to in a file: nothing for ways to go on reading."""
    match block:
        case Beside(_, parts):
            return chain(*parts)
        case Framed(_, blocks) | Over(_, blocks):
            return blocks
        case Alike(_, _, parts):
            return parts
    return _told(block)


def _told(block: Block) -> Iterable[Block]:
    """What a piece says in a file, in plain sentences."""
    match block:
        case Empty(answer, metrics):
            return (nothing(missing.sentence(answer, *metrics, several="Ces chiffres")),)
        case Offer(said):
            return (nothing(words.french(said)),)
        case Lists(lists):
            return chain(*map(_listed, lists))
        case Counts(said, counts):
            return (Note(said), *map(Note, counts))
        case Legend(signs):
            said = " ; ".join(f"{each.sign} {each.name}" for each in signs)
            return (note(words.french(f"Légende : {said}.")),)
    return ()


def _listed(of: Listing) -> Iterator[Block]:
    """A list as sentences under its title, each group said first."""
    yield Heading(of.title, look="sous-partie")
    lines = [(group, line) for group, told in of.groups for line in told]
    for group, line in lines:
        yield note(*((Run(group, is_strong=True), words.french(" : ")) if group else ()), *line)
    if not lines:
        yield nothing(of.none)


def _choose(found: _Reading, choice: Choice) -> None:
    if choice.is_sections:
        for title, parts in choice.options.values():
            found.parts.append((title, []))
            _read(found, parts())
        found.parts.append(("", []))
        return
    default = next(iter(choice.options))
    name = found.chosen.get(choice.name, default)
    said, parts = choice.options[name if name in choice.options else default]
    found.choices[choice.label] = said
    _read(found, parts())


def stem(ask: Ask, url: str) -> str:
    """« rennes_activite_2024-12 » : who it is about when it is about one, the view, the period."""
    kept = [f for f in ask.where if f.dimension in (AGENCY, DISPOSITIF) and len(f.values) == 1]
    names = ask.visit.known.names
    about = [address.slug(f.values[0], f.dimension, names[f.dimension.id]) for f in kept]
    period = str(ask.period).replace("..", "_").replace(":", "-")
    return "_".join((*about, url, period))
