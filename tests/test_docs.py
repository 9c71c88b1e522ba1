"""What the documentation names is there: a file that moves takes its mentions along."""

import re
from pathlib import Path

import pytest

from tests.test_architecture import ROOT

NAMED = re.compile(r"`((?:data_access|metrics|pages|sample_data|tests|deploy|docs)/[\w./-]+)`")
WRITTEN = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))  # decisions tell of their own day


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_mentions_are_found() -> None:
    readme = NAMED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert {"metrics/views/views.py", "metrics/present/documents/"} <= set(readme)
