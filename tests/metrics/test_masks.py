"""Masks rest on everyone, and are found once for a store as known at an import."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event
from time import sleep

import pytest
from sqlalchemy import Connection, event

from data_access.engine import reading_engine
from metrics import masks, tables
from metrics.context import context
from metrics.masks import FACTS, find_all, mask_of
from metrics.tables import Mask
from tests.metrics.asking import ask, known, manager
from tests.metrics.store import put

STAFF = next(fact for fact in FACTS if fact.id == "staff")


def test_a_mask_is_read_once_whoever_asks_and_whatever_they_ask(db: Connection) -> None:
    put(db, "staff day agency times\n 2024-12-31 RENNES 3\n 2024-12-31 NANTES 30\n 2024-12-31 ANGERS 40")
    store, read = known(db), []
    event.listen(db, "before_cursor_execute", lambda *said: read.append(said[2]))
    first = mask_of(db, store, STAFF, 2024)
    asked = len(read)
    assert asked > 0
    assert mask_of(db, store, STAFF, 2024) is first
    assert len(read) == asked


def test_a_mask_does_not_rest_on_the_rights_of_who_asks_first(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(db, "staff day agency times\n 2024-12-31 RENNES 3\n 2024-12-31 NANTES 30\n 2024-12-31 ANGERS 40")
    found: list[Mask] = []
    plain = masks._mask
    monkeypatch.setattr(masks, "_mask", lambda *asked: found.append(plain(*asked)) or found[-1])
    ask(db, "headcount", scope=manager("NANTES"))
    (mask,) = found
    (people,) = mask.people.values()
    assert sum(people.rows.values()) == 3 + 30 + 40


def test_the_masks_of_the_last_two_years_are_found_before_anyone_asks(sample_store: str) -> None:
    store = context(sample_store)
    find_all(sample_store, store)
    assert {("mask", fact.id, year) for fact in FACTS for year in (2023, 2024)} <= set(store.kept)


def test_the_mask_of_the_same_people_is_found_once_whatever_is_loaded_besides(db: Connection) -> None:
    put(db, "staff day agency times\n 2024-12-31 RENNES 3\n 2024-12-31 NANTES 30\n 2024-12-31 ANGERS 40")
    before = mask_of(db, known(db), STAFF, 2024)
    put(db, "intervention day agency\n 2024-12-30 RENNES")
    assert mask_of(db, known(db), STAFF, 2024) is before
    put(db, "staff day agency\n 2024-12-31 RENNES")  # a fourth person
    assert mask_of(db, known(db), STAFF, 2024) is not before


def test_two_who_ask_at_once_wait_for_one_mask(sample_store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page comes while masks are being found in the background."""
    found: list[object] = []

    def slow(*given: object) -> Mask:
        found.append(given)
        sleep(0.2)
        return tables.masked(*given)

    masks.found_on.cache_clear()
    monkeypatch.setattr(masks, "masked", slow)
    with reading_engine(sample_store).connect() as one, reading_engine(sample_store).connect() as other:
        stores = (replace(context(sample_store), kept={}) for _ in range(2))
        with ThreadPoolExecutor() as pool:
            first, second = pool.map(mask_of, (one, other), stores, (STAFF, STAFF), (2024, 2024))
    assert first is second
    assert len(found) == 1


def test_nobody_waits_for_the_mask_of_others(db: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mask that is long to find keeps nobody from one that was found before, after an import besides."""
    put(db, "staff day agency times\n 2024-12-31 RENNES 3\n 2024-12-31 NANTES 30\n 2024-12-31 ANGERS 40")
    kept = mask_of(db, known(db), STAFF, 2024)
    begun, may_end = Event(), Event()

    def long(*_given: object) -> Mask:
        begun.set()
        assert may_end.wait(20)
        return kept

    monkeypatch.setattr(masks, "masked", long)
    with ThreadPoolExecutor() as pool:
        others = pool.submit(masks.mask_on, masks._Basis(object(), ()))
        assert begun.wait(20)
        again = pool.submit(mask_of, db, known(db), STAFF, 2024)
        assert again.result(5) is kept
        assert not others.done()
        may_end.set()
        assert others.result(20) is kept
