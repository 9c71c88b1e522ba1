"""Documents read as they were approved, to the last word of each page; made twice, to the last byte."""

from pathlib import Path

import pytest

from metrics.present import pdf
from tests.metrics.present.documents.making import made
from tests.metrics.present.papers import typed

GOLDEN = Path(__file__).parent / "golden"
BREAK = "\n--- page ---\n"


@pytest.mark.parametrize(
    ("name", "span", "many"),
    [
        ("dossier-ca", "2024", 16),
        ("chiffres-cles", "2024", 2),
        ("tableau-rse", "2024", 4),
        ("rapport-mensuel", "2024-12", 2),
    ],
)
def test_each_page_reads_as_it_was_approved_and_is_made_the_same_twice(
    sample_store: str, name: str, span: str, many: int
) -> None:
    approved = (GOLDEN / f"{name}_{span}.txt").read_text(encoding="utf-8").strip().split(BREAK)
    paper = pdf.write(made(sample_store, name, span=span))
    assert paper == pdf.write(made(sample_store, name, span=span))
    found = typed(paper)
    assert len(found) == many == len(approved)
    for page, before in zip(found, approved, strict=True):
        assert page.splitlines() == before.splitlines()
