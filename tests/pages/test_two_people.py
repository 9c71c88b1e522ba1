"""Several people with different rights at once: nobody is ever sent what another one may read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.application import serving
from tests.conftest import close, copied
from tests.pages.together import ADDRESSES, PEOPLE, alone, person, shown, together

SECONDS = float(os.environ.get("TOGETHER_SECONDS", "4"))  # 60 for the minute, as the bench does


@pytest.fixture(scope="module")
def store(sample_store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample years, to which what is looked at adds rows."""
    url = copied(sample_store, tmp_path_factory.mktemp("together") / "copy.db")
    yield url
    close(url)


@pytest.fixture(scope="module")
def url(store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server for all, that nobody has asked anything yet."""
    log = tmp_path_factory.mktemp("together") / "log"
    with serving(store, log) as address:
        yield address
    assert log.read_text() == ""


def test_each_is_sent_what_they_would_be_sent_alone(url: str, store: str, tmp_path: Path) -> None:
    """Nothing is in memory when they begin: each answer that is kept was first asked by one of the three."""
    seen = together(url, PEOPLE, ADDRESSES, SECONDS)
    for who in PEOPLE:
        expected = alone(store, tmp_path / f"log-{who}", who, ADDRESSES)
        assert {address: set(sent) for address, sent in seen[who].items()} == {
            address: {sent} for address, sent in expected.items()
        }


def test_what_they_are_sent_differs(url: str) -> None:
    """The test above can fail: the same address shows each of them other figures."""
    for path, query in ADDRESSES[:3]:
        sent = set()
        for who in PEOPLE:
            with person(url, who) as visitor:
                sent.add(shown(visitor.open(path, query), url))
        assert len(sent) == len(PEOPLE)


@pytest.mark.parametrize(
    "path", ["activite", "agences", "dispositif", "donnees", "administration", "journal"]
)
def test_a_view_that_one_has_not_answers_as_an_address_that_nobody_has(url: str, path: str) -> None:
    with person(url, "ca") as visitor:
        forbidden = visitor.open(path, "periode=2024")
    with person(url, "ca") as visitor:
        unknown = visitor.open("nulle-part", "periode=2024")
    kinds = [[each.WhichOneof("type") for each in received.messages] for received in (forbidden, unknown)]
    assert kinds[0] == kinds[1]
    assert "page_not_found" in kinds[0]
    assert shown(forbidden, url) == shown(unknown, url)


def test_a_view_that_one_has_is_found(url: str) -> None:
    with person(url, "direction") as visitor:
        found = visitor.open("activite", "periode=2024")
    assert "page_not_found" not in [each.WhichOneof("type") for each in found.messages]
