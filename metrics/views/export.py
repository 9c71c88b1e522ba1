"""A view as files hold it: all its sections, under a header that says what was asked, by whom and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from data_access.engine import reading_engine
from data_access.status import holds_sample
from metrics import address, today
from metrics import period as periods
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.lines import versus_label
from metrics.present import missing, words
from metrics.present.blocks import (
    Alike,
    Beside,
    Block,
    Choice,
    Empty,
    Framed,
    Notes,
    Offer,
    nothing,
)
from metrics.present.export import Export, Part, Piece
from metrics.query import Query
from metrics.views.ask import Ask
from metrics.views.page import Page


@dataclass(slots=True)
class _Reading:
    """What is found while the pieces of a view are read, in their order."""

    chosen: Mapping[str, str]
    parts: list[tuple[str, list[Piece]]] = field(default_factory=lambda: [("", [])])
    notes: list[str] = field(default_factory=list)


def export(ask: Ask, page: Page, person: str, chosen: Mapping[str, str] | None = None) -> Export:
    """All that a view shows to a person; ``chosen`` says which of the page's own choices were made.

    Every section is there; of another choice, the option chosen, else the first.
    """
    found = _Reading(chosen or {})
    _read(found, page.contents(ask))
    day, last = today.day(ask.visit.url, ask.visit.known), ask.visit.known.coverage.last_month()
    return Export(
        title=page.view.title,
        question=page.view.question,
        stem=stem(ask, page.view.url),
        facts=tuple(_facts(ask, page, person, day)),
        parts=tuple(Part(title, tuple(pieces)) for title, pieces in found.parts if pieces),
        day=day,
        data_date=None if last is None else periods.month(last.year, last.month).last_day,
        is_sample=_is_sample(ask.visit.url),
        notes=tuple(found.notes),
    )


def _read(found: _Reading, blocks: Iterable[Block]) -> None:
    """Keeps the pieces that files hold, whatever a page puts side by side or shows one at a time."""
    for block in blocks:
        if isinstance(block, Choice):
            _choose(found, block)
        elif isinstance(block, Notes):
            found.notes.extend(block.lines)
        elif isinstance(block, Piece):
            found.parts[-1][1].append(block)
        else:
            _read(found, _inside(block))


def _inside(block: Block) -> Iterable[Block]:
    """What a piece that is for a page only comes to in a file: nothing for ways to go on reading."""
    match block:
        case Beside(_, parts):
            return chain(*parts)
        case Framed(_, blocks):
            return blocks
        case Alike(_, _, parts):
            return parts
        case Empty(answer, metrics):
            return (nothing(missing.sentence(answer, *metrics, several="Ces chiffres")),)
        case Offer(said):
            return (nothing(words.french(said)),)
    return ()


def _choose(found: _Reading, choice: Choice) -> None:
    if choice.is_sections:
        for title, parts in choice.options.values():
            found.parts.append((title, []))
            _read(found, parts())
        found.parts.append(("", []))
        return
    default = next(iter(choice.options))
    name = found.chosen.get(choice.name, default)
    _, parts = choice.options[name if name in choice.options else default]
    _read(found, parts())


def _is_sample(url: str) -> bool:
    with reading_engine(url).connect() as connection:
        return holds_sample(connection)


def _facts(ask: Ask, page: Page, person: str, day: date) -> Iterator[tuple[str, str]]:
    """What was asked for, of what import, by whom and when."""
    names, known = ask.visit.known.names, ask.visit.known
    yield "Période", ask.period.label
    yield (
        "Comparaison",
        versus_label(Query(metrics=page.figures[:1], period=ask.period, versus=ask.versus)) or "aucune",
    )
    for each in ask.where:
        label, _, values = each.sentence(names[each.dimension.id]).partition(" : ")
        yield f"Filtre : {label}", values
    if not ask.where:
        yield "Filtres", "aucun"
    last = known.coverage.last_month()
    yield "Dernier mois chargé", periods.month(last.year, last.month).label if last else "aucun"
    yield "Import", str(known.import_number) if known.as_of is None else f"{known.as_of}, tel qu'on le savait"
    yield "Demandé par", person
    yield "Le", words.day(day)


def stem(ask: Ask, url: str) -> str:
    """« rennes_activite_2024-12 » : who it is about when it is about one, the view, the period."""
    kept = [f for f in ask.where if f.dimension in (AGENCY, DISPOSITIF) and len(f.values) == 1]
    names = ask.visit.known.names
    about = [address.slug(f.values[0], f.dimension, names[f.dimension.id]) for f in kept]
    period = str(ask.period).replace("..", "_").replace(":", "-")
    return "_".join((*about, url, period))
