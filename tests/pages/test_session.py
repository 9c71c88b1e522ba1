"""The gate: only the example data are shown until people sign in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from data_access import schema as s
from data_access.engine import writing
from data_access.versions import last_import
from metrics import alerts, events, explain, follow, moved, portfolio, records, run
from metrics.views.views import View
from pages.ui import session
from tests.direction import VIEWS
from tests.pages.screen import Show

ASKING = (alerts, events, explain, follow, moved, portfolio, records, run)


def book(url: str, *, sample: bool) -> None:
    """Writes one more import in the books."""
    with writing(url) as connection:
        number = last_import(connection) + 1
        said = {"kind": "agencies", "file_name": "agences.csv", "file_hash": "0", "person": "essai"}
        counts = {"id": number, "rows_loaded": 0, "rows_retired": 0, "at": datetime(2025, 1, 2, tzinfo=UTC)}
        connection.execute(insert(s.imports), {**said, **counts, "sample": sample})


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch):
    def refusal(url: str) -> str | None:
        monkeypatch.setenv("DATABASE_URL", url)
        return session.refusal()

    return refusal


def test_no_store_is_refused_with_the_command_that_makes_it(refused, tmp_path: Path) -> None:
    assert "python -m data_access migrate" in (refused(f"sqlite:///{tmp_path / 'absent.db'}") or "")


def test_no_folder_for_the_store_is_refused_the_same(refused, tmp_path: Path) -> None:
    assert "python -m data_access migrate" in (
        refused(f"sqlite:///{tmp_path / 'nowhere' / 'absent.db'}") or ""
    )


def test_an_empty_store_is_refused_with_the_command_that_fills_it(refused, store: str) -> None:
    assert "python -m data_access load" in (refused(store) or "")


def test_a_store_with_real_data_is_refused(refused, store: str) -> None:
    book(store, sample=False)
    assert "données réelles" in (refused(store) or "")


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_one_real_import_among_examples_is_enough(refused, store: str, order: tuple[bool, bool]) -> None:
    for sample in order:
        book(store, sample=sample)
    assert "données réelles" in (refused(store) or "")


def test_the_example_data_are_shown(refused, store: str) -> None:
    book(store, sample=True)
    assert refused(store) is None


def test_a_refusal_is_all_that_is_shown(show: Show, sqlite_store: str) -> None:
    book(sqlite_store, sample=False)
    screen = show(sqlite_store)
    assert len(screen.errors) == 1
    assert "données réelles" in screen.errors[0]
    assert (screen.title, screen.tiles, screen.tables) == ("Optima", [], [])


def test_the_gate_is_asked_at_each_run_and_not_once(show: Show, sample_copy: str) -> None:
    screen = show(sample_copy)
    assert screen.tiles
    book(sample_copy, sample=False)
    screen.app.run()
    assert (screen.tiles, screen.tables, len(screen.errors)) == ([], [], 1)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_a_page_reads_once_which_import_it_is_of(
    show: Show, sample_store: str, monkeypatch: pytest.MonkeyPatch, view: View
) -> None:
    for module in ASKING:
        monkeypatch.delattr(module, "context")  # reading it again would fail
    screen = show(sample_store, view, dispositif="rennes-jour", periode="2024")
    assert screen.errors == []
    assert not screen.app.exception


def test_examples_without_any_month_are_answered_in_words(show: Show, sqlite_store: str) -> None:
    """Between the first file loaded and the last one, pages are asked for too."""
    book(sqlite_store, sample=True)
    screen = show(sqlite_store)
    assert screen.errors == ["Aucun mois n'est chargé pour tous les chiffres de cette page."]
    assert screen.app.exception == []
