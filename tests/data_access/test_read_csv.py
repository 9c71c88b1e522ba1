"""Every way a text file comes out of a tool, and what a broken one is told."""

import codecs

import pytest

from tests.data_access.builders import INTERVENTIONS, checked, csv_file, interventions, sentences

ROW = ("04/03/2024", 18, "TRAM", "EST", "BRUIT", 2)
TEXT = csv_file("interventions", INTERVENTIONS, [ROW], period="2024-03")


def replaced(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new)


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(";", ",").encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace("\r\n", ";;;;;;;\r\n").encode(),  # as Excel squares a sheet off
        TEXT.replace("\r\n\r\n", "\r\n").encode(),  # no blank line under the block
        ("sep=;\r\nInterventions du mois\r\n\r\n" + TEXT).encode(),  # titles above the block
        replaced("Date;", "Interventions exportées le 3 avril\r\nDate;").encode(),  # and under it
        replaced("Personnes rencontrées", "PERSONNES  RENCONTREES ").encode(),
        replaced("Période;2024-03", "periode : ;2024-03").encode(),
        replaced("TRAM", '" TRAM "').encode(),
        replaced("04/03/2024;18", "\u00a004/03/2024;\u202f18").encode(),
    ],
)
def test_the_same_row_is_read_whatever_the_tool(small_world: str, content: bytes) -> None:
    verdict = checked(small_world, content)
    assert [problem.sentence() for problem in verdict.problems] == []
    assert verdict.accepted is not None
    assert verdict.accepted.values["people_met"] == [2]
    assert verdict.accepted.values["dispositif_id"] == ["TRAM"]


def test_columns_come_in_any_order(small_world: str) -> None:
    turned = csv_file("interventions", INTERVENTIONS[::-1], [ROW[::-1]], period="2024-03")
    accepted = checked(small_world, turned).accepted
    assert accepted is not None
    assert accepted.values == checked(small_world, TEXT).accepted.values  # type: ignore[union-attr]


def test_a_line_break_between_quotes_keeps_the_line_numbers_right(small_world: str) -> None:
    """Line 7 begins with the quoted text and ends on line 8: the wrong hour is on line 9."""
    rows = [("04/03/2024", 18, '" TRAM\r\n"', "", "BRUIT", 2), ("04/03/2024", 25, "TRAM", "", "BRUIT", 2)]
    text = csv_file("interventions", INTERVENTIONS, rows, period="2024-03", sample=True)
    assert sentences(small_world, text) == [
        "Ligne 8, colonne « Heure » : « 25 » — attendu : un nombre entier entre 0 et 23."
    ]


def test_blank_lines_are_passed_over_and_counted(small_world: str) -> None:
    text = TEXT.replace("04/03/2024", "\r\n;;;;;\r\n04/03/20240")
    assert sentences(small_world, text)[0].startswith("Ligne 7, colonne « Date » : « 04/03/20240 »")


def test_a_header_that_nobody_reads_is_a_warning_and_says_what_it_is_near(small_world: str) -> None:
    verdict = checked(small_world, replaced("Secteur", "Sectuer"))
    assert verdict.accepted is not None
    assert [problem.sentence() for problem in verdict.problems] == [
        "Ligne 4, colonne « Secteur » : Colonne absente : elle sera vide. Est-ce « Sectuer » ?",
        "Ligne 4, colonne « Sectuer » : Cette colonne n'est pas lue. Vouliez-vous dire « Secteur » ?",
    ]


BAD_TEXTS = {
    "empty": ("", "Le fichier est vide."),
    "no block": (
        "Date;Heure\r\n04/03/2024;18\r\n",
        "La première ligne doit dire ce qu'est le fichier, par exemple « Fichier;interventions ».",
    ),
    "unknown kind": (
        replaced("interventions", "intervention"),
        "Ligne 1 : Sorte de fichier inconnue : « intervention ». Vouliez-vous dire « interventions » ?",
    ),
    "no period": (
        replaced("Période;2024-03\r\n", ""),
        (
            "Il manque la ligne « Période » : un mois (2024-01), une année (2024) ou un intervalle"
            " (2023-01..2024-12)."
        ),
    ),
    "period of another form": (
        replaced("2024-03", "mars"),
        (
            "Ligne 2, colonne « Période » : « mars » — attendu : un mois (2024-01), une année (2024) ou un"
            " intervalle (2023-01..2024-12)."
        ),
    ),
    "block misspelt": (
        replaced("Période;2024-03", "Période;2024-03\r\nDispositf;TRAM"),
        "Ligne 3 : Ligne non comprise : « Dispositf ». Vouliez-vous dire « Dispositif » ?",
    ),
    "block said twice": (
        replaced("Période;2024-03", "Période;2024-03\r\nPériode;2024-04"),
        "Ligne 3 : « Période » est dit deux fois.",
    ),
    "origin of another kind": (
        replaced("Période;2024-03", "Période;2024-03\r\nOrigine;Optimédia"),
        (
            "Ligne 3, colonne « Origine » : « Optimédia » — attendu : « données d'exemple », ou pas de ligne"
            " « Origine »."
        ),
    ),
    "unknown dispositif in the block": (
        replaced("Période;2024-03", "Période;2024-03\r\nDispositif;Tramway"),
        (
            "Ligne 3, colonne « Dispositif » : « Tramway » — attendu : le code d'un dispositif, ou « tous »."
            " Vouliez-vous dire « TRAM » (Médiation tramway) ?"
        ),
    ),
    "header missing": (
        replaced("Heure;", "").replace(";18;", ";"),
        "Ligne 4 : Il manque la colonne « Heure ».",
    ),
    "header twice": (
        replaced("Secteur", "Heure"),
        "Ligne 4, colonne « Heure » : attendu : une seule colonne de ce nom.",
    ),
    "no header line": (
        replaced("Date;Heure;Dispositif;Secteur;Type;Personnes rencontrées\r\n", ""),
        (
            "La ligne d'en-têtes est introuvable. Elle doit contenir « Date », « Heure », « Dispositif »,"
            " « Secteur », « Type », « Personnes rencontrées »."
        ),
    ),
    "two separators": (
        "Fichier;interventions\r\nPériode;2024-03\r\nDate,Heure,Dispositif,Secteur,Type\r\n",
        (
            "La ligne d'en-têtes est introuvable. Elle doit contenir « Date », « Heure », « Dispositif »,"
            " « Secteur », « Type », « Personnes rencontrées ». Le bloc et le tableau doivent avoir le même"
            " séparateur."
        ),
    ),
    "separator inside a text": (
        replaced(";2\r\n", ";2;3\r\n"),
        "Ligne 5 : Cette ligne a plus de valeurs que d'en-têtes : un texte contient-il le séparateur ?",
    ),
    "open quote": (
        replaced("TRAM", '"TRAM'),
        "Ligne 5 : Un guillemet est ouvert et mal fermé à partir de cette ligne : doublez-le ou retirez-le.",
    ),
    "a web page": (
        "<html><table><tr><td>Fichier</td></tr></table></html>",
        (
            "Ce fichier est une page web ou du XML, pas un tableau. Enregistrez le fichier au format CSV"
            " (séparateur point-virgule) ou XLSX."
        ),
    ),
    "invisible characters": (
        replaced("TRAM", "TR\x00AM"),
        (
            "Ligne 5 : Cette ligne contient des caractères qui ne sont pas du texte. Enregistrez le"
            " fichier au"
            " format CSV (séparateur point-virgule) ou XLSX."
        ),
    ),
    "what no text may hold": (
        replaced("TRAM", "TR\uffffAM"),
        (
            "Ligne 5 : Cette ligne contient des caractères qui ne sont pas du texte. Enregistrez le"
            " fichier au format CSV (séparateur point-virgule) ou XLSX."
        ),
    ),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_bad_text_is_told_what_to_do(small_world: str, name: str) -> None:
    content, sentence = BAD_TEXTS[name]
    assert sentence in sentences(small_world, content)


BAD_BYTES = {
    "old workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        (
            "Ce classeur est à l'ancien format .xls, ou protégé par un mot de passe. Enregistrez-le au format"
            " .xlsx, sans mot de passe."
        ),
    ),
    "pdf": (
        b"%PDF-1.7",
        (
            "Ce fichier est un PDF, pas un tableau. Enregistrez le fichier au format CSV (séparateur"
            " point-virgule) ou XLSX."
        ),
    ),
    "neither UTF-8 nor cp1252": (
        TEXT.encode("cp1252").replace(b"TRAM", b"TR\x81M"),
        "Ligne 5 : L'encodage de cette ligne n'est ni UTF-8 ni Windows. Enregistrez-le en « CSV UTF-8 ».",
    ),
    "two encodings": (
        TEXT.encode().replace(b"TRAM", b"\xe9"),
        "Ligne 2 : Le fichier mélange deux encodages (« Ã© »). Enregistrez-le en « CSV UTF-8 ».",
    ),
    "UTF-16 without its mark": (
        TEXT.encode("utf-16-le"),
        (
            "Ligne 1 : Cette ligne contient des caractères qui ne sont pas du texte. Enregistrez le"
            " fichier au"
            " format CSV (séparateur point-virgule) ou XLSX."
        ),
    ),
    "UTF-16 cut in the middle of a letter": (
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        (
            "L'encodage UTF-16 du fichier est abîmé. Enregistrez le fichier au format CSV (séparateur"
            " point-virgule) ou XLSX."
        ),
    ),
    "too big": (b"Fichier;" + b"x" * (64 << 20), "Le fichier dépasse 64 Mo. Découpez-le par mois."),
}


@pytest.mark.parametrize("name", BAD_BYTES)
def test_bad_bytes_are_told_what_to_do(small_world: str, name: str) -> None:
    content, sentence = BAD_BYTES[name]
    assert sentence in sentences(small_world, content)


def test_a_cut_off_cp1252_euro_is_not_taken_for_latin_1(small_world: str) -> None:
    """0x80 is « € » in cp1252 and a control character in latin-1, which would be read in silence."""
    rows = [("31/01/2024", "706", "NANTES", "", "", "Médiation", "1 234,50 €")]
    headers = ("Date", "Compte", "Agence", "Dispositif", "Financeur", "Branche", "Crédit moins débit")
    text = csv_file("grand livre", headers, rows, period="2024-01")
    accepted = checked(small_world, text.encode("cp1252")).accepted
    assert accepted is not None
    assert accepted.values["amount_cents"] == [123450]


def test_a_month_without_any_row_is_a_fact_and_a_warning(small_world: str) -> None:
    verdict = checked(small_world, interventions([]))
    assert verdict.accepted is not None
    assert [problem.sentence() for problem in verdict.problems] == [
        "Le tableau n'a aucune ligne : la période sera comptée à zéro."
    ]
