"""The command speaks French, refuses in words, and multiplies interventions only."""

import subprocess
import sys
from pathlib import Path

import pytest

from sample_data.files import all_sheets

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sample_data", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


def test_help_is_in_french() -> None:
    answer = run("--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith("Utilisation : python -m sample_data DOSSIER [--scale N]")


@pytest.mark.parametrize("arguments", [(), ("somewhere", "--scale", "0"), ("somewhere", "--scal", "2")])
def test_a_mistake_is_refused_with_the_way_to_the_help(arguments: tuple[str, ...]) -> None:
    answer = run(*arguments)
    assert answer.returncode != 0
    assert "Commande non comprise" in answer.stderr
    assert "--help" in answer.stderr


def test_a_file_in_place_of_the_folder_is_refused_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    answer = run(tmp_path / "taken")
    assert answer.returncode != 0
    assert answer.stderr.startswith("Impossible d'écrire dans")


def test_nothing_is_shown_while_working_when_there_is_no_terminal(tmp_path: Path) -> None:
    answer = run(tmp_path / "years")
    assert answer.returncode == 0
    assert answer.stderr == ""
    written = len(list((tmp_path / "years").iterdir()))
    assert answer.stdout.startswith(f"{written} fichiers écrits dans")


def test_the_scale_changes_the_interventions_and_no_other_file() -> None:
    once, thrice = ({sheet.name: sheet.rows for sheet in all_sheets(scale)} for scale in (1, 3))
    assert list(once) == list(thrice)
    month = "optimedia_interventions_2024-02.csv"
    assert sum(1 for _ in thrice[month]()) > 2.9 * sum(1 for _ in once[month]())
    for name in ("optimedia_heures_terrain_2024-02.csv", "compta_factures_2024.csv"):
        assert list(thrice[name]()) == list(once[name]())
