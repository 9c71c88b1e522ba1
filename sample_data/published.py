"""The figures that the two reports printed, with what must compute each of them."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from data_access.ingest.contracts import contract
from sample_data.write import Row, Sheet

KIND = "chiffres publiés"
SOURCE = Path(__file__).with_name("published_figures.csv")


def published_figures() -> Iterator[Row]:
    """Gives one line per printed figure, from the maintained table."""
    fields = contract(KIND).fields
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            yield {field.column: line[field.header] for field in fields}


def sheets() -> Iterable[Sheet]:
    """Gives the file of the printed figures."""
    yield Sheet(name="rapports_chiffres_publies.csv", kind=KIND, rows=published_figures)
