"""Rows of the trail that nobody waits for: none is lost while the store is busy, and nothing waits for it."""

import logging
import threading
from collections.abc import Iterator

import pytest

from data_access import audit, traces
from data_access.audit import Action, Trace
from data_access.engine import reading_engine, writing


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A store that does not answer is asked again at once; nothing is left waiting between two tests."""
    monkeypatch.setattr(traces, "_PAUSE", 0.01)
    yield
    assert traces.drain(30)


def seen(person: str) -> Trace:
    return Trace(person=person, action=Action.VIEW, view="accueil", filters="periode=2024", rows=6, hidden=1)


def written(url: str) -> list[str]:
    with reading_engine(url).connect() as connection:
        return [row.person for row in audit.traces(connection)][::-1]


def test_rows_are_written_in_the_order_they_were_sent_and_the_chain_holds(store: str) -> None:
    people = [f"{n}@exemple.fr" for n in range(250)]
    for person in people:
        traces.send(store, seen(person))
    assert traces.drain(60)
    with reading_engine(store).connect() as connection:
        rows = list(audit.traces(connection, 1000))[::-1]
        assert audit.broken(connection) is None
    assert [row.person for row in rows] == people
    assert (rows[0].action, rows[0].view, rows[0].filters) == ("consultation", "accueil", "periode=2024")
    assert (rows[0].rows, rows[0].hidden) == (6, 1)


def test_nobody_waits_for_a_store_that_another_holds(store: str) -> None:
    with writing(store):  # as a long import does
        for person in "abc":
            traces.send(store, seen(person))  # comes back while the store is still held
        assert not traces.drain(0.2)
        assert written(store) == []
    assert traces.drain(60)
    assert written(store) == ["a", "b", "c"]


def test_threads_that_send_at_once_lose_no_row(store: str) -> None:
    senders = [
        threading.Thread(target=lambda n=n: [traces.send(store, seen(str(n))) for _ in range(20)])
        for n in range(5)
    ]
    for each in senders:
        each.start()
    for each in senders:
        each.join()
    assert traces.drain(60)
    assert sorted(written(store)) == sorted(str(n) for n in range(5) for _ in range(20))


def test_a_store_that_is_gone_is_told_in_the_log_and_the_next_rows_are_written(
    store: str, tmp_path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        traces.send(f"sqlite:///{tmp_path / 'nowhere' / 'absent.db'}", seen("perdue"))
        assert traces.drain(30)
    assert [record.message for record in caplog.records] == [
        "Lignes du journal perdues : 1 (OperationalError)."
    ]
    traces.send(store, seen("gardée"))
    assert traces.drain(60)
    assert written(store) == ["gardée"]


def test_too_many_rows_that_wait_are_told_and_never_block(
    store: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    full = traces.Queue(1)
    full.put(("", seen("avant")))
    with caplog.at_level(logging.ERROR), monkeypatch.context() as patch:
        patch.setattr(traces, "_WAITING", full)
        traces.send(store, seen("perdue"))
    assert "est perdue" in caplog.text
