"""The guide says who has which view: the page that a role is promised is one that it opens."""

import pytest

from data_access.access import ROLE_LABELS, Role, scope_for
from data_access.words import plain
from metrics.present.documents.catalogue import DOCUMENTS, Document
from metrics.views import views
from metrics.views.views import VIEWS, View
from tests.test_architecture import ROOT

GUIDE = (ROOT / "docs/guide.md").read_text(encoding="utf-8")
ALL = "toutes"


def cells(name: str) -> list[str]:
    """The line of a table of the guide that begins with a name."""
    (line,) = [each for each in GUIDE.splitlines() if each.lower().startswith(f"| {name.lower()} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def named(said: str) -> set[View]:
    """The views that a list of names means."""
    names = said.replace(" et ", ", ").split(", ")
    alike = [[view for view in VIEWS if plain(view.title).startswith(plain(name))] for name in names]
    return {min(several, key=lambda view: len(view.title)) for several in alike}


def promised(said: str) -> set[View]:
    """« toutes », « toutes, sauf données et journal » or a list."""
    every = {view for view in VIEWS if view.in_menu}
    if not said.startswith(ALL):
        return named(said)
    return every - named(said.partition("sauf ")[2]) if "sauf" in said else every


@pytest.mark.parametrize("role", Role)
def test_the_views_that_the_guide_promises_a_role_are_those_it_has(role: Role) -> None:
    own = frozenset({"RENNES"}) if role is Role.AGENCY_MANAGER else frozenset()
    opened = {view for view in views.of(scope_for(role, own)) if view.in_menu}
    assert promised(cells(ROLE_LABELS[role])[-1]) == opened


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda each: each.name)
def test_every_document_is_in_the_guide_and_its_command_too(document: Document) -> None:
    where = cells(document.title)[1].split(",")[0]
    assert named(where) == {document.on}
    assert f"python -m metrics document {document.name} " in GUIDE
