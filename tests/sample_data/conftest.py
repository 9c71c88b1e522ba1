"""The sample files, read once for all the tests of this folder."""

from pathlib import Path

import pytest

from tests.sample_data.reading import Sent


@pytest.fixture(scope="session")
def sent(sample_files: Path) -> Sent:
    """Everything that was sent."""
    return Sent(sample_files)
