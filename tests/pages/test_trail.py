"""The trail on a page: the newest first, some at a time, by kind and by person, and its proof."""

import pytest
from sqlalchemy import select, update

from data_access import schema as s
from data_access.access import Role
from data_access.audit import Action, Trace, record
from data_access.engine import writing
from metrics.views.views import TRAIL
from tests.pages.conftest import Be
from tests.pages.screen import Screen, Show

WHO = "camille@exemple.fr"


@pytest.fixture
def store(sample_copy: str, be: Be) -> str:
    """The sample years, with 120 views and one change of rights."""
    with writing(sample_copy) as connection:
        for n in range(120):
            view = Trace(
                person=f"{n}@exemple.fr", action=Action.VIEW, view="accueil", filters=f"n={n}", rows=n
            )
            record(connection, view)
        said = f"{WHO}, board (avant : agency_manager, RENNES)"
        record(connection, Trace(person="alix@exemple.fr", action=Action.PERSON_CHANGED, detail=said))
    be(Role.ADMINISTRATION)
    return sample_copy


def rows(screen: Screen) -> list[list[str]]:
    (table,) = screen.tables
    return table.rows


def press(screen: Screen, label: str) -> Screen:
    (button,) = [each for each in screen.app.button if each.label == label]
    return Screen(button.click().run())


def test_the_newest_rows_come_first_and_the_others_page_by_page(store: str, show: Show) -> None:
    screen = show(store, TRAIL)
    assert len(rows(screen)) == 50
    assert rows(screen)[0][1:3] == ["alix@exemple.fr", "personne modifiée"]
    assert (
        f"{WHO}, Membre du conseil d'administration (avant : Responsable d'agence, RENNES)" in rows(screen)[0]
    )
    assert rows(screen)[1][1:6] == ["119@exemple.fr", "consultation", "Tableau de bord", "n=119", "119"]
    screen = press(screen, "Lignes plus anciennes")
    assert rows(screen)[0][1] == "70@exemple.fr"
    screen = press(press(screen, "Lignes plus récentes"), "Lignes plus anciennes")
    assert rows(screen)[-1][1] == "21@exemple.fr"


def test_rows_are_kept_by_kind_and_by_person(store: str, show: Show) -> None:
    assert [row[1] for row in rows(show(store, TRAIL, actions="Droits"))] == ["alix@exemple.fr"]
    assert [row[1] for row in rows(show(store, TRAIL, personne="7@exemple.fr"))] == ["7@exemple.fr"]
    assert [row[2] for row in rows(show(store, TRAIL, personne=WHO))] == ["personne modifiée"]  # done to them
    nothing = show(store, TRAIL, actions="Connexions", personne=WHO)
    assert "Aucune ligne du journal ne répond à ces filtres." in nothing.html.text
    assert nothing.errors == []


def test_another_question_starts_again_from_the_newest_row(store: str, show: Show) -> None:
    screen = press(show(store, TRAIL), "Lignes plus anciennes")
    screen.app.selectbox(key="actions").set_value("Lectures et exports")
    assert rows(Screen(screen.app.run()))[0][1] == "119@exemple.fr"


def test_the_proof_says_that_nothing_was_touched_or_where_it_was(store: str, show: Show) -> None:
    button = "Vérifier que rien n'a été modifié"
    assert "Journal intact. Empreinte à noter" in press(show(store, TRAIL), button).html.text
    with writing(store) as connection:  # someone with the file of the store in their hands
        connection.exec_driver_sql("DROP TRIGGER audit_never_changes")
        connection.execute(update(s.audit).where(s.audit.c.person == "7@exemple.fr").values(person=WHO))
        number = connection.scalar(select(s.audit.c.id).where(s.audit.c.person == WHO))
    assert f"rompue à la ligne {number}" in press(show(store, TRAIL), button).html.text


def test_the_direction_reads_it_too(store: str, show: Show, be: Be) -> None:
    be(Role.DIRECTION)
    assert show(store, TRAIL).title == "Journal"
