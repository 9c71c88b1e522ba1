"""Any sequence of loads and undoings, against a model made of dictionaries, on both engines.

The model knows nothing of rows: a cell is a month of a dispositif, and each import leaves a picture of
all cells. An undoing puts back, in the extent of what it undoes, the picture from before it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, func, select

from data_access import schema as s
from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.ingest.report import Outcome
from data_access.ingest.undo import undo
from data_access.versions import known_at
from tests.data_access.builders import interventions, loaded

MONTHS = ("2024-01", "2024-02", "2024-03")
CODES = ("TRAM", "JOUR")
PERIODS = {
    "2024-01": MONTHS[:1],
    "2024-02": MONTHS[1:2],
    "2024-01..2024-02": MONTHS[:2],
    "2024-02..2024-03": MONTHS[1:],
}
Cell = tuple[str, str]
Picture = dict[Cell, tuple[int, int]]  # cell -> the load that wrote it, the people met


@dataclass
class Load:
    """A file: its period, its dispositif or all, the people met in each cell; nobody in those left out."""

    period: str
    dispositif: str
    people: dict[Cell, int]

    def cells(self) -> list[Cell]:
        codes = [self.dispositif] if self.dispositif else CODES
        return [(month, code) for month in PERIODS[self.period] for code in codes]

    def content(self) -> bytes:
        rows = [(f"{month}-04", code, number) for (month, code), number in sorted(self.people.items())]
        return interventions(rows, period=self.period, dispositif=self.dispositif)


@dataclass
class Model:
    """What the store should hold after each import; picture 0 is the empty store."""

    pictures: list[Picture] = field(default_factory=lambda: [{}])
    done: list[tuple[list[Cell], int | None, Load | None]] = field(default_factory=lambda: [([], None, None)])
    standing: set[int] = field(default_factory=set)

    @property
    def today(self) -> Picture:
        return self.pictures[-1]

    def stands(self, load: Load) -> bool:
        """Every cell of the file is as this very file left it when it was last loaded."""
        made = [n for n, (_, _, one) in enumerate(self.done) if one == load and n in self.standing]
        return any(self._same(number, load.cells()) for number in made)

    def can_undo(self, number: int) -> bool:
        return number in self.standing and self._same(number, self.done[number][0])

    def load(self, load: Load) -> None:
        number = len(self.pictures)
        kept = {cell: value for cell, value in self.today.items() if cell not in load.cells()}
        written = {cell: (number, load.people.get(cell, -1)) for cell in load.cells()}
        self._add(kept | written, (load.cells(), None, load))

    def undo(self, number: int) -> None:
        cells, before = self.done[number][0], self.pictures[number - 1]
        kept = {cell: value for cell, value in self.today.items() if cell not in cells}
        self._add(kept | {cell: before[cell] for cell in cells if cell in before}, (cells, number, None))
        self.standing.discard(number)
        undone = self.done[number][1]
        if undone is not None:
            self.standing.add(undone)

    def people(self, number: int) -> dict[Cell, int]:
        return {cell: people for cell, (_, people) in self.pictures[number].items() if people >= 0}

    def _same(self, number: int, cells: list[Cell]) -> bool:
        return all(self.today.get(cell) == self.pictures[number].get(cell) for cell in cells)

    def _add(self, picture: Picture, act: tuple[list[Cell], int | None, Load | None]) -> None:
        self.pictures.append(picture)
        self.done.append(act)
        self.standing.add(len(self.pictures) - 1)


@st.composite
def loads(draw: st.DrawFn) -> Load:
    load = Load(draw(st.sampled_from([*PERIODS])), draw(st.sampled_from(["", *CODES])), {})
    load.people = draw(st.dictionaries(st.sampled_from(load.cells()), st.integers(0, 2), max_size=4))
    return load


# a number is an undoing: of the last import, of the one before… and 0 of one that does not exist yet
HISTORIES = st.lists(st.one_of(loads(), st.integers(0, 4)), min_size=1, max_size=9)


def held(connection: Connection, as_of: int | None) -> dict[Cell, int]:
    table = s.intervention
    rows = connection.execute(
        select(table.c.day, table.c.dispositif_id, table.c.people_met).where(known_at(table, as_of))
    ).all()
    cells = {(f"{day:%Y-%m}", code): people for day, code, people in rows}
    assert len(cells) == len(rows), "a row is there twice"
    return cells


def added_up(connection: Connection) -> dict[Cell, int]:
    """The sums by month that the loader keeps beside the rows of today."""
    table = s.intervention_month
    rows = connection.execute(
        select(table.c.day, table.c.dispositif_id, table.c.people_met, table.c.rows)
    ).all()
    assert {count for *_, count in rows} <= {1}
    return {(f"{day:%Y-%m}", code): people for day, code, people, _ in rows}


@contextmanager
def emptied(url: str) -> Iterator[None]:
    """Gives each history a store without facts; making a new database would take longer than it lasts."""
    with writing(url) as connection:
        for table in (s.intervention, s.intervention_month, s.coverage, s.imports):
            connection.execute(delete(table))
    yield


def versions(url: str) -> int:
    with reading_engine(url).connect() as connection:
        return connection.scalar(select(func.count()).select_from(s.intervention)) or 0


def play(url: str, act: Load | int, model: Model) -> None:
    """Does one thing, to the store and to the model, and compares what is known today."""
    before = versions(url)
    if isinstance(act, Load):
        expected = Outcome.ALREADY if model.stands(act) else Outcome.LOADED
        assert loaded(url, act.content()).outcome is expected
        if expected is Outcome.LOADED:
            model.load(act)
    elif model.can_undo(number := len(model.done) - act):
        undo(url, number, "essai")
        model.undo(number)
    else:
        with pytest.raises(StoreError):
            undo(url, number, "essai")
    assert versions(url) >= before, "history only grows"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HISTORIES)
def test_every_history_can_be_read_back_import_by_import(world: str, acts: list[Load | int]) -> None:
    model = Model()
    with emptied(world):
        for act in acts:
            play(world, act, model)
        with reading_engine(world).connect() as connection:
            assert held(connection, None) == model.people(-1)
            assert added_up(connection) == model.people(-1)
            for number in range(len(model.pictures)):
                assert held(connection, number) == model.people(number)


def covered_cells(connection: Connection, as_of: int) -> set[Cell]:
    table = s.coverage
    rows = connection.execute(select(table.c.month, table.c.dispositif_id).where(known_at(table, as_of)))
    return {(f"{month:%Y-%m}", one) for month, code in rows for one in ([code] if code else CODES)}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HISTORIES)
def test_what_is_covered_follows_what_is_loaded(world: str, acts: list[Load | int]) -> None:
    """A cell is covered exactly when some load wrote it, were it to say that there was nothing."""
    model = Model()
    with emptied(world):
        for act in acts:
            play(world, act, model)
        with reading_engine(world).connect() as connection:
            for number, picture in enumerate(model.pictures):
                assert covered_cells(connection, number) == set(picture)
