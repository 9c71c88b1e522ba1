"""What changed since the last file of the board: corrections apart from what really moved."""

from metrics.present.documents.previous import previous
from metrics.present.export import Export
from metrics.present.table import Entry, Table
from tests.metrics.present.documents.making import asked, corrected, made, sentences, taken

PART = "Ce qui a changé depuis le dossier précédent"


def table(of: Export) -> Table:
    pieces = next(part.pieces for part in of.parts if part.title == PART)
    return next(each for each in pieces if isinstance(each, Table))


def line(of: Export, name: str) -> dict[str, str]:
    """The cells of a figure by the headers of the table."""
    found = table(of)
    for cells in found.lines:
        texts = [each.text if isinstance(each, Entry) else each for each in cells]
        if texts[0] == name:
            heads = [each.header for each in found.columns]
            plain = (text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts)
            return dict(zip(heads, plain, strict=True))
    raise AssertionError(name)


def test_what_was_corrected_is_told_apart_from_what_moved(sample_copy: str) -> None:
    before = taken(sample_copy, "dossier-ca", "2023")
    corrected(sample_copy)
    of = made(sample_copy, "dossier-ca")
    told = line(of, "Produits")
    assert told["Année 2023, alors"] == "4 437 262 €"
    assert told["Année 2023, aujourd'hui"] == "4 438 262 €"
    assert told["Correction"] == "+1 000 €"
    assert told["Année 2024"] == "4 747 870 €"
    assert told["Mouvement réel"] == "+309 608 € (+7,0 %)"
    assert line(of, "Salariés")["Correction"] == "aucune"
    assert line(of, "Part du premier financeur")["Correction"] == "à l'arrondi"
    said = sentences(of, PART)
    assert said[0] == f"Dossier précédent\u00a0: année 2023, fait à l'import n°\u00a0{before}.".replace(
        "n°\u00a0", "n° "
    )
    corrections = said[said.index("Corrections") + 1]
    assert "2 chiffres sur 30 ont été corrigés depuis" in corrections.replace("\u202f", " ")
    assert "Produits, +1\u202f000\u00a0€" in corrections


def test_nothing_corrected_is_said(sample_copy: str) -> None:
    taken(sample_copy, "dossier-ca", "2023")
    said = sentences(made(sample_copy, "dossier-ca"), PART)
    assert said[said.index("Corrections") + 1].startswith("Aucune correction")


def test_without_a_file_before_nothing_is_said_to_be_corrected(sample_store: str) -> None:
    of = made(sample_store, "dossier-ca")
    assert [column.header for column in table(of).columns] == [
        "Chiffre",
        "Année 2023, aujourd'hui",
        "Année 2024",
        "Mouvement réel",
    ]
    said = sentences(of, PART)
    assert "rien n'était encore chargé le 31 décembre 2023" in said[0]
    assert "il n'y a pas de correction à lire" in said[said.index("Corrections") + 1]


def test_the_file_before_is_the_last_one_over_a_period_like_this_one(sample_copy: str) -> None:
    def found(span: str, as_of: int | None = None) -> tuple[str, int | None]:
        ask = asked(sample_copy, "dossier-ca", span=span, as_of=as_of)
        before = previous(sample_copy, "dossier-ca", ask.period, ask.visit.known)
        return str(before.period), before.import_number

    first = taken(sample_copy, "dossier-ca", "2023")
    taken(sample_copy, "chiffres-cles", "2023")  # another document
    taken(sample_copy, "dossier-ca", "2024")  # the same meeting, made once already
    taken(sample_copy, "dossier-ca", "2023-12")  # a month is set against no year
    assert found("2024") == ("2023", first)
    later = corrected(sample_copy)
    assert taken(sample_copy, "dossier-ca", "2023") == later
    assert found("2024") == ("2023", later)
    assert found("2024", as_of=first) == ("2023", first)  # what was made since was not known then
    assert found("2024-T2") == ("2024-T1", None)
