"""A mistake at the terminal is a French sentence that says what to write instead, and never a traceback."""

from pathlib import Path
from typing import Any

import pytest

from tests.metrics.running import MISTAKE, Run


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (("ask", "intervention", "--period", "2024"), ("Indicateur inconnu", "« interventions »")),
        (("ask", "interventions", "--period", "2024", "--by", "agenci"), ("Critère inconnu", "« agency »")),
        (
            ("ask", "interventions", "--period", "2024", "--where", "agency=Renes"),
            ("Agence inconnue", "« Rennes »"),
        ),
        (("ask", "interventions", "--period", "2024", "--where", "agency"), ("agency=RENNES",)),
        (("ask", "interventions", "--period", "hier"), ("Période non reconnue : « hier »", "scolaire:2023")),
        (
            ("ask", "interventions", "--period", "2024", "--versus", "x"),
            ("Comparaison non reconnue", "previous-year"),
        ),
        (
            ("ask", "revenue", "--period", "2024", "--by", "job"),
            ("« Produits » ne se ventile pas par « Métier »",),
        ),
        (("ask", "interventions", "--period", "2024", "--as-of", "57"), ("n° 57 n'existe pas",)),
        (
            ("ask", "interventions", "--period", "2024", "--as-of", "2015-01-01"),
            ("Rien n'était encore chargé",),
        ),
        (("ask", "interventions", "--period", "2024", "--as-of", "hier"), ("« hier »", "2024-03-12")),
        (("ask", "interventions", "--period", "2024", "--person", "x@y.fr"), ("n'est pas inscrite",)),
        (("ask", "interventions"), ("Utilisation",)),
        (("ask",), ("Utilisation",)),
        (("demande",), ("Commande inconnue : « demande ».",)),
        (("lst",), ("Commande inconnue : « lst ». Vouliez-vous dire « list » ?",)),
        ((), ("Utilisation",)),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else str(words),
)
def test_a_mistake_is_a_french_sentence_and_a_code(run: Run, world: str, words: Any, sentences: Any) -> None:
    code, out, err = run(*words, store=world)
    assert (code, out) == (MISTAKE, "")
    assert all(sentence in err for sentence in sentences)


def test_a_store_that_does_not_exist_is_said_with_what_to_do(run: Run, tmp_path: Path) -> None:
    code, _, err = run("ask", "interventions", "--period", "2024", store=f"sqlite:///{tmp_path / 'none.db'}")
    assert code == MISTAKE
    assert "python -m data_access migrate" in err
