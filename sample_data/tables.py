"""Tables kept as text beside the code: easier to read, and to correct, than tuples."""

import csv
from pathlib import Path

_FOLDER = Path(__file__).parent


def table(name: str) -> list[dict[str, str | None]]:
    """Gives the lines of a table, by column; an empty cell is nothing."""
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return [{column: cell or None for column, cell in line.items()} for line in csv.DictReader(stream)]
