"""A fresh process whose gate refuses sends nothing of a page, whatever address is the first one asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics.views.views import ACTIVITY, AGENCIES, DATA, View
from pages.ui import session
from tests.application import serving
from tests.direction import VIEWS
from tests.pages.client import Received, Visitor
from tests.pages.markup import read
from tests.pages.test_session import book

OF_A_PAGE = ("tuile", "tableau", "bandeau", "valeur", "stNavigation")


@pytest.fixture
def refused_store(sample_copy: str) -> str:
    """A store that must not be shown any more, once the application has started on it."""
    return sample_copy


@pytest.fixture
def fresh(refused_store: str, tmp_path: Path) -> Iterator[str]:
    """The address of a process that nobody has visited, on a store that got figures of real people."""
    log = tmp_path / "log"
    with serving(refused_store, log) as url:
        book(refused_store, sample=False)
        yield url
    assert log.read_text() == ""


def titles(received: Received) -> list[str]:
    return [node.text for body in received.html for node in read(body).all("h1")]


def kinds(received: Received) -> list[str]:
    """The kinds of what was drawn."""
    return [str(each.WhichOneof("type")) for each in received.elements]


@pytest.mark.parametrize("first", VIEWS, ids=lambda view: view.url)
def test_a_cold_link_gets_the_refusal_and_nothing_of_the_page(
    fresh: str, refused_store: str, first: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", refused_store)
    sentence = session.refusal()
    assert sentence
    others = [view for view in VIEWS if view is not first]
    for view in (first, *others):
        with Visitor(fresh) as visitor:
            received = visitor.open(view.url, "periode=2024&verdict=écart")
        (body,) = received.html
        assert [node.text for node in read(body).all("h1", "p")] == ["Optima", sentence]
        assert set(kinds(received)) == {"html"}, "only the refusal and the style sheet are drawn"
        assert view.title.encode() not in received.raw
        assert view.question.encode() not in received.raw
        assert [word for word in OF_A_PAGE if f'class="{word}' in received.raw.decode(errors="ignore")] == []
        assert [each.WhichOneof("type") for each in received.messages if each.HasField("navigation")] == []


def test_the_same_visitor_receives_the_page_of_the_example_data(sample_store: str, tmp_path: Path) -> None:
    """The test above can fail: what it looks for does come when the gate lets the visitor in."""
    with serving(sample_store, tmp_path / "log") as url:
        for view in VIEWS:
            with Visitor(url) as visitor:
                received = visitor.open(view.url, "dispositif=rennes-jour")
            assert titles(received) == [view.title]
            assert view.title.encode() in received.raw
            assert view is DATA or {"selectbox", "text_input"} & set(kinds(received))
            assert any(each.HasField("navigation") for each in received.messages)
            assert any(
                each in received.raw for each in (b"<table", b"<details", b'class="vide"')
            )  # or nobody


@pytest.mark.parametrize("view", [ACTIVITY, AGENCIES], ids=lambda view: view.url)
def test_a_visitor_who_makes_a_choice_stays_on_the_page(
    sample_store: str, tmp_path: Path, view: View
) -> None:
    with serving(sample_store, tmp_path / "log") as url, Visitor(url) as visitor:
        visitor.open(view.url)
        other = list(visitor.widgets["Laquelle"].options)[1]
        assert titles(visitor.choose("Laquelle", other)) == [view.title]
