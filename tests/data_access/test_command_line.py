"""The commands as an operator types them: French answers, exit codes, and no traceback for a mistake."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from data_access.__main__ import main
from data_access.engine import ROOT
from tests.data_access.builders import (
    DISPOSITIFS,
    csv_file,
    dispositif,
    interventions,
)

AGENCIES = csv_file("agences", ("Code", "Libellé", "Nature", "Rang"), [("NUIT", "Nuit", "Siège", 9)])
ADDED = csv_file("dispositifs", DISPOSITIFS, [dispositif("NOCTURNE", "Nocturne", "NUIT")])
FACTS = interventions([("04/03/2024", "NOCTURNE", 3)]).decode()


@pytest.fixture
def command(world: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Points the command line at a store with dispositifs, and gives a folder for files."""
    monkeypatch.setenv("DATABASE_URL", world)
    return tmp_path


def put(folder: Path, **files: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str], str]:
    """The exit code, the lines of the answer, and what was said of a mistake."""
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err.strip()


def test_a_folder_is_loaded_dimensions_first_whatever_the_names(
    command: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(command / "envoi", a_facts=FACTS, b_dispositifs=ADDED, c_agences=AGENCIES)
    put(folder, d_fevrier=interventions([], period="2024-02"))
    (folder / "notes.txt").write_text("pas un tableau")
    (folder / "~$facts.xlsx").write_text("ouvert dans un tableur")
    code, lines, _ = answer(capsys, "load", folder)
    assert code == 0
    assert [line for line in lines if not line.startswith("  ")] == [
        "c_agences.csv : chargé, import n° 1 · Agences · tout · 1 ligne · 1 avertissement",
        "b_dispositifs.csv : chargé, import n° 2 · Dispositifs · tout · 1 ligne · 1 avertissement",
        "d_fevrier.csv : chargé, import n° 3 · Interventions · février 2024 · 0 ligne · 1 avertissement",
        "a_facts.csv : chargé, import n° 4 · Interventions · mars 2024 · 1 ligne",
    ]


def test_a_folder_is_checked_as_if_it_were_loaded_and_nothing_is(
    command: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = put(command / "envoi", a_facts=FACTS, b_dispositifs=ADDED, c_agences=AGENCIES)
    code, lines, _ = answer(capsys, "check", folder)
    assert code == 0
    assert lines[-1] == "a_facts.csv : vérifié · Interventions · mars 2024 · 1 ligne"
    assert answer(capsys, "empty")[:2] == (0, ["La base est vide : rien n'a encore été chargé."])


def test_a_load_stops_at_the_first_refused_file_and_says_so(
    command: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    january = interventions([("04/01/2024", "TRAM", 1)], period="2024-01")
    february = interventions([("04/02/2024", "TRAM", "trois")], period="2024-02")
    march = interventions([("04/03/2024", "TRAM", 1)])
    folder = put(command / "envoi", janvier=january, fevrier=february, mars=march)
    code, lines, _ = answer(capsys, "load", folder)
    assert code == 1
    assert lines == [
        "janvier.csv : chargé, import n° 1 · Interventions · janvier 2024 · 1 ligne",
        "fevrier.csv : refusé · Interventions · février 2024 · 1 ligne · 1 erreur",
        (
            "  erreur — Ligne 5, colonne « Personnes rencontrées » : « trois » — attendu : un nombre entier"
            " entre 0 et 1000."
        ),
        "Rien de ce fichier n'a été chargé, ni des suivants.",
    ]
    assert answer(capsys, "empty")[:2] == (1, ["La base contient des données."])


def test_a_report_for_programs_says_everything(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(command / "envoi", mars=interventions([("04/03/2024", "TRAM", -1)], dispositif="TRAM"))
    code, lines, _ = answer(capsys, "load", "--json", folder / "mars.csv")
    (report,) = json.loads("\n".join(lines))
    (problem,) = report.pop("problems")
    assert code == 1
    assert report == {
        "file": "mars.csv",
        "outcome": "refusé",
        "import": None,
        "kind": "interventions",
        "first_month": "2024-03",
        "last_month": "2024-03",
        "dispositif": "TRAM",
        "rows": 1,
        "rows_retired": 0,
        "errors": 1,
        "warnings": 0,
    }
    assert (problem["line"], problem["column"], problem["value"]) == (6, "Personnes rencontrées", "-1")


def test_undo_history_and_coverage_speak_of_the_same_imports(
    command: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(command, mars=interventions([("04/03/2024", "TRAM", 1)] * 2), mai=interventions([], period="2024-05"))
    answer(capsys, "load", command / "mars.csv", command / "mai.csv", "--person", "Camille")
    assert answer(capsys, "coverage")[1] == ["Interventions : mars 2024 à mai 2024, 1 mois sans fichier"]
    assert answer(capsys, "undo", 1, "--person", "Dominique")[1] == [
        "Import n° 1 annulé par l'import n° 3 : 2 lignes retirées, 0 ligne remise."
    ]
    lines = [line.split(" · ") for line in answer(capsys, "history")[1]]
    assert [line[:1] + line[2:] for line in lines] == [
        ["n° 1", "Interventions", "mars 2024", "2 lignes", "mars.csv", "Camille", "annulé par le n° 3"],
        ["n° 2", "Interventions", "mai 2024", "0 ligne", "mai.csv", "Camille"],
        ["n° 3", "Annulation du n° 1 (Interventions)", "mars 2024", "0 ligne", "mars.csv", "Dominique"],
    ]
    assert [done["undoes"] for done in json.loads("\n".join(answer(capsys, "history", "--json")[1]))] == [
        None,
        None,
        1,
    ]
    assert json.loads("\n".join(answer(capsys, "coverage", "--json")[1])) == [
        {"kind": "interventions", "first_month": "2024-05-01", "last_month": "2024-05-01", "months": 1}
    ]


def test_people_come_and_go(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    email = "camille@exemple.fr"
    added = answer(capsys, "people", "add", email, "--role", "Responsable d'agence", "--agency", "NANTES")
    assert added[1] == [f"{email} est inscrit avec le rôle « Responsable d'agence »."]
    assert answer(capsys, "people", "list")[1] == [f"{email} : Responsable d'agence (NANTES)"]
    answer(capsys, "people", "remove", email)
    assert answer(capsys, "people", "list")[1] == [f"{email} : Responsable d'agence (NANTES), accès fermé"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["laod"], "Commande inconnue : « laod ». Vouliez-vous dire « load » ?"),
        ([], "Commande incomplète ou mal écrite."),
        (["people", "liste"], "Utilisation : python -m data_access people [-h] ACTION ..."),
        (["people", "remove"], "Utilisation : python -m data_access people remove [-h]"),
        (["undo"], "Utilisation : python -m data_access undo [-h] [--person QUI] N"),
        (["undo", "un"], "« un » n'est pas un numéro d'import : donnez un nombre, par exemple 57."),
        (["undo", "57"], "L'import n° 57 n'existe pas : voyez « python -m data_access history »."),
        (["load", "absent.csv"], "« absent.csv » n'est ni un fichier ni un dossier."),
        (["people", "add", "camille@exemple.fr", "--role", "chef"], "Rôle inconnu : « chef »."),
    ],
)
def test_a_mistake_is_a_sentence_and_an_exit_code(
    command: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    code, lines, said = answer(capsys, *words)
    assert code == 2
    assert lines == []
    assert sentence in said
    assert "Traceback" not in said


def test_an_empty_folder_is_a_mistake(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = answer(capsys, "load", command)
    assert (code, said) == (2, f"Le dossier « {command} » ne contient aucun fichier CSV ou XLSX.")


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["load", "--help"])
    said = capsys.readouterr().out
    assert end.value.code == 0
    assert said.startswith("Utilisation : python -m data_access load")
    assert not {"usage", "options", "arguments", "show", "help"} & set(said.replace("--help", "").split())


def test_the_whole_command_runs_in_a_process_of_its_own(world: str, tmp_path: Path) -> None:
    """As a scheduler starts it; a terminal that cannot write « é » loses letters, not the load."""
    put(tmp_path, mars=interventions([("04/03/2024", "TRAM", 3)]))
    environment = {**os.environ, "DATABASE_URL": world, "PYTHONIOENCODING": "utf-8"}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "data_access", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert run("empty").returncode == 0
    migrated = run("migrate")
    assert migrated.stdout == f"Base à jour : {make_url(world).render_as_string()}.\n"
    loaded = run("load", str(tmp_path / "mars.csv"))
    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert loaded.stdout == "mars.csv : chargé, import n° 1 · Interventions · mars 2024 · 1 ligne\n"
    environment["PYTHONIOENCODING"] = "ascii"
    assert run("empty").returncode == 1
    assert run("coverage").stdout == "Interventions : mars 2024\n"
    assert run("history").returncode == 0
