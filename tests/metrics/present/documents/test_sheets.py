"""The sheets of one page: an agency, a dispositif over a quarter, and what people write on them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from data_access.access import Role, Scope, scope_for
from data_access.comments import LONGEST, MOST_LINES
from data_access.errors import AccessDenied, QueryError
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.catalogue.units import PEOPLE
from metrics.model import Dimension
from metrics.present import pdf, sheets
from metrics.present.blocks import Tiles
from metrics.present.documents import catalogue, comments, quarter, territory
from metrics.present.export import SHEET, Export
from metrics.present.tile import tile
from metrics.present.xlsx import workbook
from metrics.query import Against, Filter
from metrics.result import HIDDEN, Cell
from metrics.views.ask import Ask
from tests.metrics.present.documents.making import BOARD, DIRECTION, MANAGER, PERSON, asked
from tests.metrics.present.papers import elements, exported, pages, sizes, squeezed, typed
from tests.pages.answers import figure, metric, single

GOLDEN = Path(__file__).parent / "golden"
A4 = (595, 842)
TERRITORIES = ("RENNES", "NANTES", "ANGERS", "IDF")
HOSTILE = (
    '#set page(fill: red) $x$ *b* _i_ @ref <label> // /* ``` #read("x")',
    '=HYPERLINK("https://example.org") <script>alert(1)</script>',
    "Bravo \N{PARTY POPPER} à tous, \N{CJK UNIFIED IDEOGRAPH-6F22} !",
)


def sheet_of(
    store: str, name: str, member: str, span: str, scope: Scope = DIRECTION, about: Dimension = AGENCY
) -> Ask:
    return asked(store, name, scope, span=span, where=(Filter(about, (member,)),))


def of_agency(store: str, member: str, span: str = "2024", scope: Scope = DIRECTION) -> Ask:
    return sheet_of(store, territory.NAME, member, span, scope)


def of_dispositif(store: str, member: str, span: str = "2024-T4", scope: Scope = DIRECTION) -> Ask:
    return sheet_of(store, quarter.NAME, member, span, scope, DISPOSITIF)


def read(ask: Ask) -> str:
    """The only page of a sheet, as it is selected, with the spaces of a keyboard."""
    name = territory.NAME if any(each.dimension is AGENCY for each in ask.where) else quarter.NAME
    (page,) = typed(pdf.write(catalogue.named(name).make(ask, PERSON)))
    return page


@pytest.mark.parametrize(
    ("name", "member", "span"),
    [
        (territory.NAME, "RENNES", "2024"),
        (quarter.NAME, "RENNES-JOUR", "2024-T4"),
    ],
)
def test_the_page_reads_as_it_was_approved(sample_store: str, name: str, member: str, span: str) -> None:
    ask = (
        of_agency(sample_store, member, span)
        if name == territory.NAME
        else of_dispositif(sample_store, member)
    )
    golden = (GOLDEN / f"{name}_{member.lower()}_{span}.txt").read_text(encoding="utf-8")
    assert read(ask).strip().splitlines() == golden.strip().splitlines()


@pytest.mark.parametrize("agency", TERRITORIES)
@pytest.mark.parametrize("span", ["2024", "2024-12", "2024-T3", "2023"])
def test_an_agency_holds_on_one_page(sample_store: str, agency: str, span: str) -> None:
    paper = pdf.write(territory.make(of_agency(sample_store, agency, span), PERSON))
    assert sizes(paper) == [A4]


@pytest.mark.parametrize(
    "dispositif", ["NANTES-QUARTIER", "RENNES-ECOLE", "ENCOMBRANTS", "CLICHY", "ICF", "BAGNEUX", "VINCENNES"]
)
def test_a_dispositif_holds_on_one_page(sample_store: str, dispositif: str) -> None:
    paper = pdf.write(quarter.make(of_dispositif(sample_store, dispositif), PERSON))
    assert sizes(paper) == [A4]


@pytest.mark.parametrize(
    ("agency", "title"),
    [
        ("RENNES", "Fiche territoire de Rennes"),
        ("ANGERS", "Fiche territoire d'Angers et Tours"),
        ("IDF", "Fiche territoire d'Île-de-France"),
    ],
)
def test_the_title_is_french(sample_store: str, agency: str, title: str) -> None:
    assert territory.make(of_agency(sample_store, agency), PERSON).title == title


def test_key_figures_are_those_of_the_screen(sample_store: str) -> None:
    made = territory.make(of_agency(sample_store, "NANTES"), PERSON)
    (shown,) = [each for part in made.parts for each in part.pieces if isinstance(each, Tiles)]
    page = squeezed(pages(pdf.write(made))[0])
    for each in territory.KEY_FIGURES:
        one = tile(each, shown.headline, shown.goals, "")
        told = (each.label, one.value, one.unit, one.change.amount, one.change.trend)
        assert squeezed("".join(told)) in page, each.id


def test_the_same_sheet_is_the_same_bytes(sample_store: str) -> None:
    first, second = (pdf.write(territory.make(of_agency(sample_store, "RENNES"), PERSON)) for _ in range(2))
    assert first == second


def test_drawings_say_in_words_what_they_show(sample_store: str) -> None:
    told = elements(pdf.write(territory.make(of_agency(sample_store, "RENNES"), PERSON)))
    figures = [alt for tag, alt in told if tag == "Figure"]
    assert len(figures) == 2
    assert all("Interventions" in alt for alt in figures)


def test_something_new_is_told_from_nothing(sample_store: str) -> None:
    assert "Le nombre d'interventions passe de 0 au 3e trimestre 2023 à 1 693." in read(
        of_dispositif(sample_store, "CLICHY", "2024-T3")
    )


def test_a_dispositif_without_field_tells_what_it_does(sample_store: str) -> None:
    page = read(of_dispositif(sample_store, "ENCOMBRANTS"))
    assert "Tonnes d'encombrants collectées" in page
    assert "Sans objet" not in page
    assert "hors filtre" not in page


@pytest.mark.parametrize(("name", "span"), [("BAGNEUX", "2024-T4"), ("VELIVAL", "2023-T1")])
def test_a_dispositif_that_has_not_begun_says_so_and_no_more(sample_store: str, name: str, span: str) -> None:
    page = read(of_dispositif(sample_store, name, span))
    assert "Marché à compter du 1er " in page
    assert "Aucun chiffre de ce dispositif n'est à dire sur la période." in page
    assert "Rien à comparer : aucun chiffre n'a d'objet sur la période." in page
    for jargon in ("Sans objet", "enregistrement", "entièrement chargé", "L'équipe"):
        assert jargon not in page


def test_the_sheet_of_a_dispositif_is_called_by_its_name(sample_store: str) -> None:
    assert "Billet trimestriel, 4e trimestre 2024" in read(of_dispositif(sample_store, "RENNES-JOUR"))


# --- rights ------------------------------------------------------------------------------------------------


def test_a_manager_has_the_sheet_of_the_own_agency_and_no_other(sample_store: str) -> None:
    assert "Fiche territoire de Rennes" in read(of_agency(sample_store, "RENNES", scope=MANAGER))
    with pytest.raises(AccessDenied, match="Nantes"):
        of_agency(sample_store, "NANTES", scope=MANAGER)
    with pytest.raises(AccessDenied):
        of_dispositif(sample_store, "NANTES-QUARTIER", scope=MANAGER)


@pytest.mark.parametrize("scope", [BOARD, scope_for(Role.DATA_STEWARD)], ids=lambda scope: scope.role)
def test_who_reads_no_agency_has_no_sheet(sample_store: str, scope: Scope) -> None:
    with pytest.raises(AccessDenied):
        of_agency(sample_store, "RENNES", scope=scope)
    with pytest.raises(AccessDenied):
        of_dispositif(sample_store, "RENNES-JOUR", scope=scope)


def test_the_head_office_has_no_sheet(sample_store: str) -> None:
    with pytest.raises(QueryError, match="Le siège n'a pas de fiche territoire"):
        territory.make(of_agency(sample_store, "SIEGE"), PERSON)


# --- the comment -------------------------------------------------------------------------------------------


def commented(store: str, text: str, agency: str = "RENNES") -> Export:
    ask = of_agency(store, agency)
    comments.write(ask, "camille@exemple.fr", territory.NAME, text)
    return territory.make(ask, PERSON)


def test_without_a_comment_there_is_room_to_write_one(sample_store: str) -> None:
    assert "Commentaire\nAucun commentaire : année 2024." in read(of_agency(sample_store, "RENNES"))


def test_a_comment_is_on_the_sheet_with_who_wrote_it(sample_copy: str) -> None:
    commented(sample_copy, "Un marché de plus.\n\nDeux recrutements.")
    page = read(of_agency(sample_copy, "RENNES"))
    assert "Un marché de plus.\nDeux recrutements.\ncamille@exemple.fr, le " in page
    assert "Aucun commentaire" not in page
    assert "Un marché" not in read(of_agency(sample_copy, "RENNES", "2023"))
    assert "Un marché" not in read(of_agency(sample_copy, "NANTES"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_comment_is_plain_text_whatever_it_holds(sample_copy: str, text: str) -> None:
    made = commented(sample_copy, text)
    shown = re.sub("[\N{PARTY POPPER}\N{CJK UNIFIED IDEOGRAPH-6F22}]", "\N{WHITE SQUARE}", text)
    (page,) = pages(pdf.write(made))
    assert squeezed(shown) in squeezed(page)
    assert workbook.write(made)
    told = next(each.grid for each in sheets.sheets(made) if each.name == "Commentaire")
    assert told.lines[0][0].text == text


@pytest.mark.parametrize(
    "text", ["W" * LONGEST, "\n".join(["Une ligne."] * MOST_LINES), "mot " * (LONGEST // 4)]
)
def test_the_longest_comment_holds_on_the_page(sample_copy: str, text: str) -> None:
    paper = pdf.write(commented(sample_copy, text, "IDF"))
    assert sizes(paper) == [A4]
    assert squeezed(text) in squeezed(pages(paper)[0])


def test_only_sheets_have_a_comment(sample_store: str) -> None:
    ask = asked(sample_store, "chiffres-cles")
    with pytest.raises(QueryError, match="ont une zone de commentaire"):
        comments.write(ask, PERSON, "chiffres-cles", "x")


def test_a_manager_writes_nothing_elsewhere(sample_copy: str) -> None:
    mine = of_agency(sample_copy, "RENNES", scope=MANAGER)
    elsewhere = replace(mine, where=(Filter(AGENCY, ("NANTES",)),))
    with pytest.raises(AccessDenied):
        comments.write(elsewhere, PERSON, territory.NAME, "x")


# --- small cells -------------------------------------------------------------------------------------------


def test_what_is_hidden_is_hidden_on_the_sheet() -> None:
    people = metric(PEOPLE, label="Salariés")
    cell = Cell(HIDDEN, figure(7), HIDDEN)
    headline = single(people, cell, span="2024", versus="année 2023", against=Against.PREVIOUS_YEAR)
    goals = single(people, Cell(HIDDEN), span="2024", against=Against.TARGET)
    shown = Tiles(headline=headline, goals=goals, history=headline, badges={})
    (page,) = pages(pdf.write(exported(shown, layout=SHEET)))
    told = page.partition("Chiffres clés")[2].partition("Références")[0].split()
    assert told.count("s") == 2  # the figure and its change
    assert "7" not in told
