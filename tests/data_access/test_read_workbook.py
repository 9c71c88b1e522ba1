"""Workbooks: typed cells, what spreadsheets hide, and files made to bring a server down."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.data_access.builders import INTERVENTIONS, checked, sentences, workbook

BLOCK = (("Fichier", "interventions"), ("Période", "2024-03"), ())
ROW = (date(2024, 3, 4), 18, "TRAM", "EST", "BRUIT", 2)
HOURS = ("Date", "Dispositif", "Heures prévues", "Heures réalisées")


def made(change: Callable[[Workbook, Any], None]) -> bytes:
    """A right workbook, changed by hand."""
    book = load_workbook(io.BytesIO(workbook([*BLOCK, INTERVENTIONS, ROW])))
    change(book, book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rezipped(content: bytes, **parts: bytes) -> bytes:
    """The same archive with some parts replaced or added."""
    stream = io.BytesIO()
    new = {name.replace("__", "."): part for name, part in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", 8) as archive:
        for name in {*old.namelist(), *new}:
            archive.writestr(name, new.get(name) or old.read(name))
    return stream.getvalue()


RIGHT = workbook([*BLOCK, INTERVENTIONS, ROW])
SHEET = "xl/worksheets/sheet1.xml"


def test_typed_cells_and_texts_say_the_same(small_world: str) -> None:
    typed = checked(small_world, RIGHT)
    written = checked(small_world, workbook([*BLOCK, INTERVENTIONS, ("04/03/2024", "18", *ROW[2:])]))
    assert typed.accepted is not None
    assert written.accepted is not None
    assert typed.accepted.values == written.accepted.values
    assert typed.accepted.values["day"] == [date(2024, 3, 4)]


def test_hours_are_read_from_clock_cells_durations_and_numbers(small_world: str) -> None:
    rows = [
        (datetime(2024, 3, 4), "TRAM", time(7, 30), 7.5),
        (datetime(2024, 3, 4), "TRAM", "37:30", 0.1 + 0.2 + 7.2),  # 7.5 but for the last bit
    ]
    block = (("Fichier", "heures de terrain"), ("Période", "2024-03"))
    accepted = checked(small_world, workbook([*block, HOURS, *rows])).accepted
    assert accepted is not None
    assert accepted.values["planned_minutes"] == [7 * 60 + 30, 37 * 60 + 30]
    assert accepted.values["done_minutes"] == [450, 450]


def test_lines_are_those_of_the_sheet_even_when_it_starts_lower(small_world: str) -> None:
    bad = (date(2024, 3, 4), 25, *ROW[2:])
    lines = [(), (), *(("", *line) for line in (*BLOCK, INTERVENTIONS, (), bad))]
    assert sentences(small_world, workbook(lines)) == [
        "Feuille « Mars », ligne 8, colonne « Heure » : « 25 » — attendu : un nombre entier entre 0 et 23."
    ]


def test_the_first_visible_sheet_is_read_and_the_others_are_named(small_world: str) -> None:
    def change(book: Workbook, sheet: Any) -> None:
        book.create_sheet("Listes", 0).sheet_state = "hidden"
        book.create_sheet("Brouillon")["A1"] = "à ne pas lire"

    verdict = checked(small_world, made(change))
    assert verdict.accepted is not None
    assert [problem.sentence() for problem in verdict.problems] == [
        "Seule la première feuille est lue : « Brouillon » est laissée de côté."
    ]


def set_cell(place: str, value: object) -> Callable[[Workbook, Any], None]:
    def change(_book: Workbook, sheet: Any) -> None:
        sheet[place] = value

    return change


def set_number(_book: Workbook, sheet: Any) -> None:
    sheet["A5"] = 45355
    sheet["A5"].number_format = "General"


def set_error(_book: Workbook, sheet: Any) -> None:
    sheet["F5"] = "#DIV/0!"
    sheet["F5"].data_type = "e"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            set_cell("F5", "=1+1"),  # written by a program, never computed
            (
                "Feuille « Mars », ligne 5, colonne « Personnes rencontrées » : « =1+1 » — attendu"
                " : un nombre"
                " entier entre 0 et 1000. La formule est enregistrée sans résultat : ouvrez et enregistrez le"
                " classeur."
            ),
        ),
        (
            set_error,
            (
                "Feuille « Mars », ligne 5, colonne « Personnes rencontrées » : « #DIV/0! » — attendu : un"
                " nombre entier entre 0 et 1000. Corrigez la formule : son résultat est une erreur."
            ),
        ),
        (
            set_number,
            (
                "Feuille « Mars », ligne 5, colonne « Date » : « 45355 » — attendu : une date comme"
                " 31/12/2024,"
                " entre 2015 et 2040. Mettez la colonne au format date dans votre tableur."
            ),
        ),
        (
            set_cell("A5", datetime(2024, 3, 4, 18, 30)),
            (
                "Feuille « Mars », ligne 5, colonne « Date » : « 2024-03-04 18:30 » — attendu : une"
                " date comme"
                " 31/12/2024, entre 2015 et 2040. Donnez le jour seul, sans l'heure."
            ),
        ),
        (
            set_cell("C5", date(2024, 2, 1)),
            (
                "Feuille « Mars », ligne 5, colonne « Dispositif » : « 2024-02-01 » — attendu : un code du"
                " référentiel « dispositifs »."
            ),
        ),
        (
            lambda book, sheet: sheet.merge_cells("C5:C6"),
            (
                "Feuille « Mars », ligne 5 : Des cellules sont fusionnées : défusionnez-les et"
                " remplissez chacune."
            ),
        ),
        (
            set_cell("H5", "note"),
            (
                "Feuille « Mars », ligne 5 : Cette ligne a une valeur dans une colonne sans"
                " en-tête, qui n'est"
                " pas lue."
            ),
        ),
    ],
)
def test_what_a_spreadsheet_hides_is_said(
    small_world: str, change: Callable[[Workbook, Any], None], sentence: str
) -> None:
    assert sentence in sentences(small_world, made(change))


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(small_world: str) -> None:
    sheet = zipfile.ZipFile(io.BytesIO(RIGHT)).read(SHEET).decode()
    start = sheet.index('<c r="D5"')
    cell = sheet[start : sheet.index("</c>", start) + 4]
    empty = sheet.replace(cell, '<c r="D5" t="str"><f>IF(1,"","")</f><v></v></c>')
    accepted = checked(small_world, rezipped(RIGHT, **{SHEET: empty.encode()})).accepted
    assert accepted is not None
    assert accepted.values["sector_id"] == [None]


def bomb(first: str, second: str) -> bytes:
    """A valid sheet of two cells, between which a reader may want to hold billions."""
    cells = "".join(
        f'<row r="{place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{place}"><v>1</v></c></row>'
        for place in (first, second)
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'.encode()


TOO_BIG = "Le classeur est trop grand une fois ouvert. Effacez les cellules inutiles ou découpez-le."
DAMAGED = (
    "Le classeur est abîmé ou incomplet. Ouvrez-le dans votre tableur, enregistrez-le au format .xlsx et"
    " recommencez."
)
DOCTYPE = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{Path(__file__).as_uri()}">]>'.encode()  # a file that can be read
HOSTILE = {
    "sparse giant": (rezipped(RIGHT, **{SHEET: bomb("A1", "XFD1048576")}), TOO_BIG),
    "sparse column": (rezipped(RIGHT, **{SHEET: bomb("A1", "ZZ1048576")}), TOO_BIG),
    "zip bomb": (rezipped(RIGHT, bomb__bin=bytes(301 << 20)), TOO_BIG),
    "thousands of parts": (rezipped(RIGHT, **{f"part{i}": b"x" for i in range(2000)}), TOO_BIG),
    "cut in the middle": (RIGHT[: len(RIGHT) // 2], DAMAGED),
    "no XML": (rezipped(RIGHT, **{SHEET: b"PK"}), DAMAGED),
    "entity of another file": (  # left out: the cell is empty, and so is the sheet
        rezipped(RIGHT, **{SHEET: DOCTYPE + bomb("A1", "A2").replace(b">1<", b">&b;<")}),
        "La première ligne doit dire ce qu'est le fichier, par exemple « Fichier;interventions ».",
    ),
    "an archive of something else": (
        rezipped(b"PK\x05\x06" + bytes(18), readme__txt=b"bonjour"),
        "Cette archive n'est pas un classeur XLSX. Enregistrez le tableau au format .xlsx.",
    ),
    "macros": (
        rezipped(RIGHT, **{"xl/vbaProject.bin": b"x"}),
        "Le classeur contient des macros. Enregistrez-le au format .xlsx, sans macros.",
    ),
    "other workbooks": (
        rezipped(RIGHT, **{"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        "Le classeur lit d'autres classeurs : leurs dernières valeurs connues sont prises.",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_gets_a_sentence(small_world: str, name: str) -> None:
    content, sentence = HOSTILE[name]
    assert sentences(small_world, content) == [sentence]
