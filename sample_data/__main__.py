"""Writes the sample years into a folder."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from sample_data.files import all_sheets
from sample_data.write import Sheet, write

HELP = """\
Utilisation : python -m sample_data DOSSIER [--scale N]

  Écrit dans DOSSIER les fichiers que les outils de l'association enverraient de janvier 2023 à décembre 2024.
  Ce sont des données d'exemple, toujours les mêmes.

  --scale N    multiplie les interventions par N : 1 en donne 200 000 en deux ans, 5 un million, 50 dix
               millions. Les chiffres publiés ne se retrouvent qu'à l'échelle 1, prise si rien n'est dit.
  -h, --help   affiche cette aide
"""
PATIENCE = 2  # seconds before progress is shown


class Parser(argparse.ArgumentParser):
    """Speaks French where argparse would speak English."""

    def format_help(self) -> str:
        return HELP

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - the message is in English
        sys.exit(f"Commande non comprise : {' '.join(sys.argv[1:])}\nAide : python -m sample_data --help")


def positive(text: str) -> int:
    """Reads a whole number above zero."""
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


def with_progress(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Tells on the terminal which file is being written, once it has taken long enough to wonder."""
    waiting = list(sheets)
    beginning = time.monotonic()
    for number, sheet in enumerate(waiting, 1):
        if sys.stderr.isatty() and time.monotonic() - beginning > PATIENCE:
            print(f"\r\033[K{number}/{len(waiting)}  {sheet.name}", end="", file=sys.stderr, flush=True)
        yield sheet
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> None:
    """Writes every file, then says what was done."""
    parser = Parser(allow_abbrev=False)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=positive, default=1)
    options = parser.parse_args(arguments)
    beginning = time.monotonic()
    try:
        options.folder.mkdir(parents=True, exist_ok=True)
        sheets = list(all_sheets(options.scale))
        for sheet in with_progress(sheets):
            write(options.folder, sheet)
    except OSError:
        advice = "donnez un dossier où vous pouvez écrire, sur un disque qui a de la place"
        sys.exit(f"Impossible d'écrire dans « {options.folder} » : {advice}.")
    print(f"{len(sheets)} fichiers écrits dans « {options.folder} » en {time.monotonic() - beginning:.0f} s.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("Commande interrompue.")
