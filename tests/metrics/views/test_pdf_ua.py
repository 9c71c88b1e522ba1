"""Each view and each document on paper, read by a validator of PDF/UA-1 that is not ours: no fault."""

from pathlib import Path

import pytest
from pdfua import Validator, ValidatorOptions, default_registry

from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.present import pdf
from metrics.present.documents import catalogue
from metrics.present.export import Export
from metrics.query import Filter
from metrics.views import views
from metrics.views.pages import PAGES
from tests.metrics.present.documents.making import PERSON, asked
from tests.metrics.views.test_export import exported

_TITLES = "UA-14-001"  # its reading of titles made of several pieces fails; test_pdf_tags reads them instead
RULES = [rule.id for rule in default_registry() if rule.id != _TITLES]
VALIDATOR = Validator(ValidatorOptions(registry=default_registry().select(RULES)))
SPANS = {"rapport-mensuel": "2024-12", "billet-trimestriel": "2024-T4"}
ABOUT = {AGENCY: "RENNES", DISPOSITIF: "BAGNEUX"}


def require_no_finding(of: Export, folder: Path) -> None:
    paper = folder / "papier.pdf"
    paper.write_bytes(pdf.write(of))
    found = VALIDATOR.validate(str(paper))
    assert (found.findings, found.skipped) == ((), ())
    assert len(found.outcomes) == len(RULES) == 11


@pytest.mark.parametrize("view", [url for url, page in PAGES.items() if page.view is not views.DISPOSITIF])
def test_no_view_has_a_fault(sample_store: str, view: str, tmp_path: Path) -> None:
    require_no_finding(exported(sample_store, view=view), tmp_path)


@pytest.mark.parametrize("name", catalogue.DOCUMENTS)
def test_no_document_has_a_fault(sample_store: str, name: str, tmp_path: Path) -> None:
    document = catalogue.named(name)
    where = (Filter(document.about, (ABOUT[document.about],)),) if document.about else ()
    ask = asked(sample_store, name, span=SPANS.get(name, "2024"), where=where)
    require_no_finding(document.make(ask, PERSON), tmp_path)
