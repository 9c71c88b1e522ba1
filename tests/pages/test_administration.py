"""The page of rights: what is sent is written once and told; nobody raises themselves, nor locks all out."""

import pytest
from streamlit.testing.v1 import AppTest

from data_access import audit
from data_access.access import Role, scope_for
from data_access.audit import Action
from data_access.engine import reading_engine, writing
from data_access.people import Person, add_person, list_people, remove_person
from metrics.views.views import ADMINISTRATION
from pages.ui import session
from tests.pages.conftest import Be
from tests.pages.screen import Screen, Show

ME, OTHER, NEW = "alix@exemple.fr", "sasha@exemple.fr", "camille@exemple.fr"


@pytest.fixture
def store(sample_copy: str, be: Be) -> str:
    """The sample years, where two people administer the rights and the first of them is here."""
    with writing(sample_copy) as connection:
        for email in (ME, OTHER):
            add_person(connection, email, Role.ADMINISTRATION, by="essai")
    be(Role.ADMINISTRATION, person=ME)
    return sample_copy


def people(url: str) -> dict[str, Person]:
    with reading_engine(url).connect() as connection:
        return {each.email: each for each in list_people(connection)}


def changes(url: str) -> list[tuple[str, str, str]]:
    """What the trail says that was done here, the first first."""
    with reading_engine(url).connect() as connection:
        assert audit.broken(connection) is None
        rows = [row for row in audit.traces(connection, 500) if row.person == ME]
    return [(row.person, row.action, row.detail) for row in reversed(rows)]


def said(screen: Screen) -> list[str]:
    return [node.text for node in screen.html.all(".avis")]


def choose(screen: Screen, email: str | None) -> Screen:
    screen.app.selectbox(key="personne-choisie").set_value(email)
    return Screen(screen.app.run())


def press(app: AppTest, label: str) -> Screen:
    (button,) = [each for each in app.button if each.label == label]
    return Screen(button.click().run())


def give(
    screen: Screen, role: Role | None, *agencies: str, email: str = "", name: str = "nouvelle"
) -> Screen:
    """Fills the form of rights and sends it."""
    if name == "nouvelle":
        screen.app.text_input(key="adresse-nouvelle").set_value(email)
    if role is not None:
        screen.app.selectbox(key=f"role-{name}").set_value(role)
    screen.app.multiselect(key=f"agences-{name}").set_value(list(agencies))
    return press(screen.app, "Enregistrer")


def test_someone_is_added_with_one_row_in_the_trail(store: str, show: Show) -> None:
    screen = give(show(store), Role.AGENCY_MANAGER, "RENNES", email=" Camille@Exemple.fr ")
    assert said(screen) == [f"{NEW} est inscrit avec le rôle « Responsable d'agence »."]
    assert people(store)[NEW] == Person(NEW, Role.AGENCY_MANAGER, ("RENNES",), active=True)
    assert changes(store) == [(ME, "personne ajoutée", f"{NEW}, agency_manager, RENNES")]
    (register, history) = screen.tables
    assert [NEW, "Responsable d'agence", "Rennes", "ouvert"] in register.rows
    assert history.rows[0][1:] == [ME, "personne ajoutée", f"{NEW}, Responsable d'agence, RENNES"]


def test_drawing_the_page_again_writes_nothing_again(store: str, show: Show) -> None:
    screen = give(show(store), Role.BOARD, email=NEW)
    screen.app.run()
    screen.app.run()
    assert len(changes(store)) == 1
    assert said(screen) == []


def test_a_role_is_changed_from_what_it_was(store: str, show: Show) -> None:
    with writing(store) as connection:
        add_person(connection, NEW, Role.AGENCY_MANAGER, frozenset({"RENNES"}), by="essai")
    screen = choose(show(store), NEW)
    assert screen.app.selectbox(key=f"role-{NEW}").value is Role.AGENCY_MANAGER
    assert screen.app.multiselect(key=f"agences-{NEW}").value == ["RENNES"]
    screen = give(screen, Role.BOARD, name=NEW)
    assert people(store)[NEW] == Person(NEW, Role.BOARD, (), active=True)
    assert changes(store) == [(ME, "personne modifiée", f"{NEW}, board (avant : agency_manager, RENNES)")]


def test_an_access_is_closed_once_confirmed(store: str, show: Show) -> None:
    with writing(store) as connection:
        add_person(connection, NEW, Role.BOARD, by="essai")
    screen = press(choose(show(store), NEW).app, "Fermer l'accès")
    assert said(screen) == ["Cochez la case qui confirme : rien n'a été fermé."]
    assert (people(store)[NEW].active, changes(store)) == (True, [])
    screen.app.checkbox(key=f"sur-{NEW}").check()
    screen = press(screen.app, "Fermer l'accès")
    assert said(screen) == [f"L'accès de {NEW} est fermé."]
    assert (people(store)[NEW].active, changes(store)) == (False, [(ME, "personne retirée", NEW)])
    assert not [each for each in screen.app.button if each.label == "Fermer l'accès"]
    (register, history) = screen.tables
    assert [NEW, "Membre du conseil d'administration", "–", "fermé"] in register.rows
    assert [row[2] for row in history.rows] == ["personne retirée", "personne ajoutée"]  # hers alone


@pytest.mark.parametrize(
    ("role", "agencies", "email", "sentence"),
    [
        (None, (), NEW, "Choisissez un rôle."),
        (Role.BOARD, (), "camille", "« camille » n'est pas une adresse : elle s'écrit nom@domaine.fr."),
        (Role.BOARD, (), "", "« » n'est pas une adresse"),
        (Role.AGENCY_MANAGER, (), NEW, "Un responsable d'agence a au moins une agence : dites laquelle."),
        (Role.BOARD, ("RENNES",), NEW, "Seul un responsable d'agence est rattaché à des agences"),
        (Role.DIRECTION, (), ME, "Vos propres droits se changent par une autre personne"),
        (Role.DIRECTION, (), f" {ME.upper()} ", "Vos propres droits se changent par une autre personne"),
    ],
)
def test_a_mistake_is_told_in_words_and_nothing_is_written(
    store: str, show: Show, role: Role | None, agencies: tuple[str, ...], email: str, sentence: str
) -> None:
    before = people(store)
    screen = give(show(store), role, *agencies, email=email)
    assert len(said(screen)) == 1
    assert said(screen)[0].replace("\u00a0", " ").replace("«  »", "« »").startswith(sentence)
    assert (people(store), changes(store)) == (before, [])
    assert screen.errors == []


def test_ones_own_rights_have_no_form(store: str, show: Show) -> None:
    screen = choose(show(store), ME)
    assert "Ce sont vos propres droits" in screen.html.text
    assert [each.label for each in screen.app.button if each.label in ("Enregistrer", "Fermer l'accès")] == []


def test_an_example_of_the_demonstration_reads_the_register_and_changes_nothing(
    store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has signed in: whoever wrote an address there would be let in the day that sign-in is set up."""
    example = session.Here("direction (exemple)", scope_for(Role.DIRECTION), example="direction")
    monkeypatch.setattr(session, "here", lambda: example)
    screen = show(store, ADMINISTRATION)
    assert "les droits se lisent et ne se changent pas" in screen.html.text
    assert OTHER in screen.html.text
    assert [each.label for each in screen.app.button if each.label in ("Enregistrer", "Fermer l'accès")] == []


def test_the_last_administrator_of_the_register_stays(store: str, show: Show, be: Be) -> None:
    """Someone whose rights come from the provider administers too, and cannot empty the register."""
    with writing(store) as connection:
        remove_person(connection, ME, by="essai")
    be(Role.ADMINISTRATION, person="provider@exemple.fr")
    screen = choose(show(store), OTHER)
    screen.app.checkbox(key=f"sur-{OTHER}").check()
    assert "dernière personne de l'administration" in said(press(screen.app, "Fermer l'accès"))[0]
    assert "dernière personne de l'administration" in said(give(screen, Role.DIRECTION, name=OTHER))[0]
    assert people(store)[OTHER] == Person(OTHER, Role.ADMINISTRATION, (), active=True)


def test_a_form_sent_by_someone_whose_right_was_withdrawn_meanwhile_writes_nothing(
    store: str, show: Show, be: Be
) -> None:
    """The page was drawn with the right; the run that would write has it no more, nor the page."""
    screen = show(store)
    screen.app.text_input(key="adresse-nouvelle").set_value(NEW)
    screen.app.selectbox(key="role-nouvelle").set_value(Role.DIRECTION)
    be(Role.BOARD, person=ME)
    press(screen.app, "Enregistrer")
    assert NEW not in people(store)
    assert changes(store) == []


def test_a_name_is_shown_as_it_is_whatever_it_holds(store: str, show: Show) -> None:
    hostile = "<img/src=x/onerror=alert(1)>@exemple.fr"
    screen = give(show(store), Role.BOARD, email=hostile)
    assert hostile in screen.tables[0].rows[0]
    assert not screen.html.all("main img", "td img", "th img")


def test_nobody_in_the_register_is_said(sample_copy: str, show: Show, be: Be) -> None:
    be(Role.ADMINISTRATION, person=ME)
    screen = show(sample_copy, ADMINISTRATION)
    assert "Personne n'est inscrit pour l'instant." in screen.html.text
    assert Action.PERSON_ADDED.value not in screen.html.text
