"""Comments of sheets: one a place, plain paragraphs, written and read by those who read the agency."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DatabaseError

from data_access import schema as s
from data_access.access import Role, Scope, scope_for
from data_access.audit import Action, broken, traces
from data_access.clock import now
from data_access.comments import LONGEST, MOST_LINES, Place, comment_on, save_comment
from data_access.engine import reading_engine, writing, writing_engine
from data_access.errors import AccessDenied, StoreError
from data_access.people import add_person, remove_person
from data_access.retention import forget
from data_access.row_rights import let_read
from tests.data_access.builders import furnish
from tests.guarded import Guarded

RENNES = Place("fiche-territoire", "RENNES", "RENNES", "2024")
DIRECTION = scope_for(Role.DIRECTION)
OF_RENNES = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
OF_NANTES = scope_for(Role.AGENCY_MANAGER, frozenset({"NANTES"}))
ME = "camille@exemple.fr"


@pytest.fixture
def furnished(store: str) -> str:
    furnish(store)
    return store


def write(url: str, text: str, place: Place = RENNES, scope: Scope = DIRECTION, who: str = ME) -> str:
    with writing(url) as connection:
        return save_comment(connection, place, text, who, scope)


def kept(url: str, place: Place = RENNES, scope: Scope = DIRECTION) -> tuple[str, str] | None:
    with reading_engine(url).connect() as connection:
        found = comment_on(connection, place, scope)
        return (found.text, found.person) if found else None


def test_the_last_text_of_a_period_stays_and_says_who_wrote_it(furnished: str) -> None:
    write(furnished, "Un an de plus.")
    write(furnished, "Un an de plus, et un marché.", who="alix@exemple.fr")
    assert kept(furnished) == ("Un an de plus, et un marché.", "alix@exemple.fr")


def told(url: str) -> list[tuple[str, str, str, str]]:
    """The rows of the trail about comments, the oldest first."""
    with reading_engine(url).connect() as connection:
        assert broken(connection) is None
        rows = traces(connection, actions=(Action.COMMENT,))
        return [(row.person, row.detail, row.view, row.filters) for row in rows][::-1]


def test_each_time_it_is_written_or_removed_the_trail_has_a_row_without_its_text(furnished: str) -> None:
    for text in ("Un secret.", "Un autre.", "", ""):  # what was already nothing leaves nothing
        write(furnished, text)
    with writing(furnished) as connection:
        save_comment(connection, RENNES, "Au nom de.", ME, DIRECTION, by="operateur")
    where = "document=fiche-territoire&subject=RENNES&period=2024"
    assert told(furnished) == [
        (ME, "écrit", "fiche-territoire", where),
        (ME, "modifié", "fiche-territoire", where),
        (ME, "retiré", "fiche-territoire", where),
        ("operateur", f"écrit, au nom de {ME}", "fiche-territoire", where),
    ]


def test_what_is_refused_leaves_no_row(furnished: str) -> None:
    with pytest.raises(StoreError):
        write(furnished, "x" * (LONGEST + 1))
    with pytest.raises(AccessDenied):
        write(furnished, "D'ailleurs.", scope=OF_NANTES)
    assert told(furnished) == []


def test_a_text_is_of_one_sheet_one_subject_and_one_period(furnished: str) -> None:
    write(furnished, "L'année.")
    for other in (
        Place("billet-trimestriel", "RENNES", "RENNES", "2024"),
        Place("fiche-territoire", "NANTES", "NANTES", "2024"),
        Place("fiche-territoire", "RENNES", "RENNES", "2023"),
    ):
        assert kept(furnished, other) is None


def test_nothing_to_say_removes_the_text(furnished: str) -> None:
    write(furnished, "À retirer.")
    write(furnished, " \n\u200b\n ")
    assert kept(furnished) is None


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("  Un.\r\n\r\n\r\n  Deux.  ", "Un.\nDeux."),
        ("Un\u2028Deux", "Un\nDeux"),
        ("E\u0301te\u0301\u00a02024", "Été 2024"),
        ("tra\u202ehi\u0000\u200b", "trahi"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("#text(fill: red)[x] $a$ *b*", "#text(fill: red)[x] $a$ *b*"),
        ("'; drop table comment; --", "'; drop table comment; --"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_text_is_plain_paragraphs_and_nothing_else(furnished: str, said: str, read: str) -> None:
    assert write(furnished, said) == read
    assert kept(furnished) == (read, ME)


@pytest.mark.parametrize("text", ["x" * LONGEST, "\n".join("x" * MOST_LINES)])
def test_what_the_sheet_has_room_for_is_kept_whole(furnished: str, text: str) -> None:
    assert write(furnished, text) == text


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "\n".join("x" * (MOST_LINES + 1))])
def test_what_it_has_no_room_for_is_refused_and_leaves_the_text_before(furnished: str, text: str) -> None:
    write(furnished, "Avant.")
    with pytest.raises(StoreError, match="au plus"):
        write(furnished, text)
    assert kept(furnished) == ("Avant.", ME)


@pytest.mark.parametrize(
    "scope", [OF_NANTES, scope_for(Role.BOARD), scope_for(Role.DATA_STEWARD)], ids=lambda scope: scope.role
)
def test_who_does_not_read_the_agency_neither_reads_nor_writes(furnished: str, scope: Scope) -> None:
    write(furnished, "De Rennes.", scope=OF_RENNES)
    with pytest.raises(AccessDenied):
        kept(furnished, scope=scope)
    with pytest.raises(AccessDenied):
        write(furnished, "D'ailleurs.", scope=scope)
    assert kept(furnished) == ("De Rennes.", ME)


def test_the_database_refuses_what_the_application_would_let_through(guarded_store: Guarded) -> None:
    elsewhere = {"document": "d", "subject": "NANTES", "agency_id": "NANTES", "period": "2024"}
    with writing_engine(guarded_store.pages).connect() as connection:
        let_read(connection, OF_RENNES, person=ME)
        with pytest.raises(DatabaseError, match="row-level security"):
            connection.execute(insert(s.comment).values(**elsewhere, text="x", person=ME, at=now()))


def test_pages_write_replace_remove_and_read_by_agency(fresh_guarded_store: Guarded) -> None:
    pages = fresh_guarded_store.pages
    write(pages, "Un.", scope=OF_RENNES)
    write(pages, "Deux.", scope=OF_RENNES)
    with reading_engine(pages).connect() as connection:
        let_read(connection, OF_NANTES)
        assert connection.execute(select(s.comment)).all() == []
    assert kept(pages, scope=OF_RENNES) == ("Deux.", ME)
    write(pages, "", scope=OF_RENNES)
    assert kept(pages) is None


def test_a_text_outlives_its_writer_who_is_no_longer_named(furnished: str) -> None:
    with writing(furnished) as connection:
        add_person(connection, "chef@exemple.fr", Role.ADMINISTRATION, by="essai")
        add_person(connection, ME, Role.DIRECTION, by="essai")
    write(furnished, "Reste.")
    with writing(furnished) as connection:
        remove_person(connection, ME, by="essai")
    forget(furnished, ME, "essai")
    assert kept(furnished) == ("Reste.", "")
