"""Views saved under a name: one default a page, one view a name, nothing of one person shown to another."""

import pytest

from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.saved_views import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    MOST,
    SavedView,
    forget_default,
    forget_view,
    save_view,
    views_of,
)

ME, HERE = "une personne", "activite"


def save(url: str, name: str, address: str = "periode=2024", *, default: bool = False, who: str = ME) -> str:
    with writing(url) as connection:
        return save_view(connection, who, HERE, SavedView(name, address, default)).name


def kept(url: str, who: str = ME, page: str = HERE) -> list[tuple[str, str, bool]]:
    with reading_engine(url).connect() as connection:
        return [(each.name, each.address, each.is_default) for each in views_of(connection, who, page)]


def forget(url: str, name: str) -> None:
    with writing(url) as connection:
        forget_view(connection, ME, HERE, name)


def test_a_view_saved_again_is_replaced(store: str) -> None:
    save(store, "Année", "periode=2023")
    save(store, "  Année ", "periode=2024", default=True)
    assert kept(store) == [("Année", "periode=2024", True)]


def test_two_spellings_of_one_name_are_one_view(store: str) -> None:
    save(store, "Été 2024")
    save(store, "E\u0301te\u0301\u00a02024", "periode=2024-T3")
    assert kept(store) == [("Été 2024", "periode=2024-T3", False)]


def test_a_page_has_one_default_and_none_once_it_is_removed(store: str) -> None:
    save(store, "A", default=True)
    save(store, "B", default=True)
    assert [(name, default) for name, _, default in kept(store)] == [("A", False), ("B", True)]
    forget(store, "B")
    forget(store, "B")  # already removed
    assert [(name, default) for name, _, default in kept(store)] == [("A", False)]


def test_a_default_saved_again_stays_the_default_until_it_is_said_not_to_be(store: str) -> None:
    save(store, "A", default=True)
    save(store, "A", "periode=2023")
    assert kept(store) == [("A", "periode=2023", True)]
    with writing(store) as connection:
        forget_default(connection, ME, "agences")
    assert kept(store) == [("A", "periode=2023", True)]
    with writing(store) as connection:
        forget_default(connection, ME, HERE)
    assert kept(store) == [("A", "periode=2023", False)]


def test_views_are_those_of_a_person_on_a_page(store: str) -> None:
    save(store, "A", default=True)
    save(store, "A", "periode=2022", default=True, who="une autre")
    assert kept(store) == [("A", "periode=2024", True)]
    assert kept(store, page="agences") == []


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u202e", "x" * (LONGEST_NAME + 1)])
def test_a_name_that_cannot_be_read_is_refused(store: str, name: str) -> None:
    with pytest.raises(StoreError, match="60 caractères"):
        save(store, name)
    assert kept(store) == []


@pytest.mark.parametrize("name", ["x" * LONGEST_NAME, "<script>", "'; drop table saved_view; --", "%s & \\"])
def test_any_name_that_can_be_read_is_kept_as_it_is(store: str, name: str) -> None:
    assert save(store, name) == name
    assert [each for each, _, _ in kept(store)] == [name]


def test_signs_that_nobody_sees_are_left_out(store: str) -> None:
    assert save(store, "\u202eNuit\u200b\tRennes\n") == "Nuit Rennes"


def test_a_view_of_too_many_filters_is_refused_in_words(store: str) -> None:
    with pytest.raises(StoreError, match="trop de filtres"):
        save(store, "A", "x" * (LONGEST_ADDRESS + 1))


def test_a_person_keeps_so_many_views_a_page_and_may_still_replace_one(store: str) -> None:
    for number in range(MOST):
        save(store, f"Vue {number}")
    with pytest.raises(StoreError, match="retirez-en une"):
        save(store, "Une de trop")
    save(store, "Vue 1", "periode=2022")
    assert len(kept(store)) == MOST
