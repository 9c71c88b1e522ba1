"""A view as files hold it: all its sections, what was asked said whole, nothing that its page hides."""

import re
from pathlib import Path

import pytest

from data_access.access import Role, Scope, scope_for
from metrics import figure_id, period
from metrics.catalogue.dimensions import AGENCY
from metrics.context import context
from metrics.present import csv
from metrics.present.blocks import Picture, Tiles
from metrics.present.export import Export
from metrics.present.sheets import sheets
from metrics.present.table import Table
from metrics.present.xlsx import workbook
from metrics.query import NO_COMPARISON, Filter, Query
from metrics.result import Figure, State
from metrics.run import ask
from metrics.views.asked import asked
from metrics.views.export import export
from metrics.views.files import PICTURES, picture
from metrics.views.pages import PAGES
from metrics.views.visit import Visit
from tests.metrics.present.books import differences, opened
from tests.metrics.present.papers import pages
from tests.spreadsheet import converted

DIRECTION, MANAGER = scope_for(Role.DIRECTION), scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
NANTES = Filter(AGENCY, ("NANTES",))


def exported(
    store: str,
    scope: Scope = DIRECTION,
    *,
    view: str = "activite",
    span: str = "2024",
    where: tuple[Filter, ...] = (),
    **chosen: str,
) -> Export:
    """A view of the sample as somebody takes it away."""
    page = PAGES[view]
    visit = Visit(store, scope, context(store), view, "quelqu'un")
    return export(asked(visit, page, where, period.parse(span)), page, "quelqu'un", chosen)


def figures(of: Export) -> dict[str, tuple[State, object]]:
    """The figures of a view by their reference; a reference names one."""
    found: dict[str, tuple[State, object]] = {}
    for sheet in sheets(of):
        for datum in (datum for line in sheet.grid.lines for datum in line if datum.id):
            assert found.setdefault(datum.id, (datum.state, datum.number)) == (datum.state, datum.number), (
                datum.id
            )
    return found


@pytest.mark.parametrize("scope", [DIRECTION, MANAGER], ids=["direction", "manager"])
def test_what_was_asked_is_said_whole(sample_store: str, scope: Scope) -> None:
    told = dict(exported(sample_store, scope).facts)
    assert told["Période"] == "année 2024"
    assert told["Comparaison"] == "année 2023"
    assert told["Données au"] == "31 décembre 2024"
    assert told["Demandé par"] == "quelqu'un"
    assert told["Établi le"] == "31 décembre 2024"
    assert told["Origine"] == "données d'exemple, aucune donnée réelle"
    assert re.match(r"import n° \d+, fait le \d\d/\d\d/\d{4} \d\d:\d\d:\d\d, le dernier$", told["Base lue"])
    own = {"Droits": "Direction", "Filtres": "aucun"}
    mine = {"Droits": "Responsable d'agence (Rennes)", "Filtre : Agence": "Rennes"}
    assert told.items() >= (own if scope is DIRECTION else mine).items()


def test_the_name_of_the_file_says_who_what_and_when(sample_store: str) -> None:
    assert exported(sample_store).stem == "activite_2024"
    assert exported(sample_store, MANAGER, span="2024-12").stem == "rennes_activite_2024-12"
    assert exported(sample_store, where=(NANTES,), span="marche:2024").stem == "nantes_activite_marche-2024"


def test_every_section_is_there_and_of_other_choices_the_one_made(sample_store: str) -> None:
    told = exported(sample_store)
    assert [part.title for part in told.parts] == [
        "",
        "Activité",
        "Incivilités",
        "Portefeuille",
        "Partenariat",
    ]
    assert isinstance(told.parts[0].pieces[0], Tiles)
    by_hour = exported(sample_store, view="agences", base="heure")
    assert dict(by_hour.facts)["Rapporter les chiffres"] == "Par heure de terrain"
    assert dict(exported(sample_store, view="agences").facts)["Rapporter les chiffres"] == "En valeur"


def test_a_past_import_is_said(sample_store: str) -> None:
    page, known = PAGES["activite"], context(sample_store, 60)
    visit = Visit(sample_store, DIRECTION, known, "activite", "quelqu'un")
    told = export(asked(visit, page, (), period.parse("2024")), page, "quelqu'un")
    assert dict(told.facts)["Base lue"].startswith("import n° 60, ")
    assert "le dernier" not in dict(told.facts)["Base lue"]
    assert all(reference.split("/")[3] == "60" for reference in figures(told))


@pytest.mark.parametrize(
    ("scope", "span"), [(DIRECTION, "2024"), (MANAGER, "2024"), (DIRECTION, "2024-01-15..2024-03-20")]
)
def test_a_reference_names_one_figure_and_asks_it_again(sample_store: str, scope: Scope, span: str) -> None:
    """With the rights of the direction: whose agencies a manager's figures are of is in the reference."""
    known = context(sample_store)
    found = figures(exported(sample_store, scope, span=span))
    assert len(found) > 100
    for reference, (state, number) in found.items():
        of = figure_id.read(reference, known)
        again = ask(sample_store, Query(metrics=(of.metric,), period=of.period, where=of.where), DIRECTION)
        figure: Figure = again.rows[0].cells[0].figure
        assert (figure.state, figure.value) == (state, number), reference


ALL = [name for name in PAGES if name != "dispositif"]


@pytest.mark.parametrize(
    ("view", "scope"), [*((view, DIRECTION) for view in ALL), ("activite", MANAGER), ("effectifs", MANAGER)]
)
def test_a_workbook_holds_every_cell_of_every_view(sample_store: str, view: str, scope: Scope) -> None:
    told = exported(sample_store, scope, view=view)
    assert differences(told, opened(told)) == []


@pytest.mark.parametrize("view", ["activite", "effectifs"])
def test_the_same_view_is_the_same_bytes(sample_store: str, view: str) -> None:
    first, again = (exported(sample_store, view=view) for _ in range(2))
    assert csv.write(first) == csv.write(again)
    assert workbook.write(first) == workbook.write(again)


def test_a_manager_reads_no_other_agency(sample_store: str) -> None:
    told = exported(sample_store, MANAGER)
    cells = [datum.text for sheet in sheets(told) for line in sheet.grid.lines for datum in line]
    assert not {"Nantes", "Angers-Tours", "Paris Île-de-France"} & set(cells)
    assert all(
        "agency=RENNES" in reference or "dispositif=RENNES" in reference for reference in figures(told)
    )


def test_a_picture_and_its_table_are_one_sheet(sample_store: str) -> None:
    told = exported(sample_store)
    shown = [
        piece for part in told.parts for piece in part.pieces if isinstance(piece, Picture | Table | Tiles)
    ]
    assert len(sheets(told)) == len(shown)


def test_without_a_comparison_no_column_is_for_one(sample_store: str) -> None:
    page = PAGES["activite"]
    visit = Visit(sample_store, DIRECTION, context(sample_store), "activite", "quelqu'un")
    told = export(asked(visit, page, (), period.parse("2024"), NO_COMPARISON), page, "quelqu'un")
    assert dict(told.facts)["Comparaison"] == "aucune"
    heads = [head.label for sheet in sheets(told) for head in sheet.grid.heads]
    assert not any("Évolution" in each for each in heads)


def test_libreoffice_opens_the_whole_of_it(sample_store: str, tmp_path: Path) -> None:
    told = exported(sample_store)
    file = tmp_path / f"{told.stem}.xlsx"
    file.write_bytes(workbook.write(told))
    found = pages(converted(file, "pdf", tmp_path).read_bytes())
    assert len(found) > len(sheets(told))
    assert not any("Err:" in page or "#REF!" in page or "#VALUE!" in page for page in found)
    assert all(told.stem in page for page in found)  # at the foot of each
    assert any(
        "7,943" in page or "7\u202f943" in page or "7 943" in page for page in found
    )  # January's rounds


READS_AS_A_NUMBER = re.compile(r"[+−]?\d[\d\u202f]*(,\d+)?(\u00a0\S+)?")


@pytest.mark.parametrize("view", PAGES)
def test_no_number_of_a_file_is_only_words(sample_store: str, view: str) -> None:
    """A spreadsheet adds up what it holds as numbers, and nothing else."""
    told = [(sheet, line) for sheet in sheets(exported(sample_store, view=view)) for line in sheet.grid.lines]
    found = [
        (sheet.name, head.label, datum.text)
        for sheet, line in told
        for head, datum in zip(sheet.grid.heads, line, strict=True)
        if head.is_number and datum.number is None and READS_AS_A_NUMBER.fullmatch(datum.text)
    ]
    assert found == []


def test_an_image_names_the_figures_that_it_shows(sample_store: str) -> None:
    made = picture(exported(sample_store), "mois", PICTURES["svg"])
    assert "Références\u00a0: interventions/2024/v1/" in made.content.decode()


def test_what_several_facts_cover_is_said_once(sample_store: str) -> None:
    (told,) = [each for each in sheets(exported(sample_store, view="accueil")) if each.name == "Par domaine"]
    assert told.grid.source.count("Périmètre") == 1


def test_the_year_before_is_told_once_in_the_audit_table(sample_store: str) -> None:
    told = [each for each in sheets(exported(sample_store, view="rse")) if "indicateurs RSE" in each.name]
    heads = [head.label for each in told for head in each.grid.heads]
    assert "2023" in heads
    assert "2024 : année 2023" not in heads
