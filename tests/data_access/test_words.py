"""French words as they are put inside a sentence."""

import pytest

from data_access.words import uncapitalised


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Axe RSE", "axe RSE"),  # an acronym inside stays one
        ("RSE déclarée", "RSE déclarée"),  # and first too
        ("Équipe", "équipe"),
        ("À venir", "à venir"),
        ("", ""),
    ],
)
def test_only_the_first_letter_is_lowered_and_never_that_of_an_acronym(label: str, inside: str) -> None:
    assert uncapitalised(label) == inside
