"""Three people with different rights for a minute, each opening what the others open: what they were sent."""

from pathlib import Path

from tests.application import serving
from tests.pages.together import ADDRESSES, PEOPLE, alone, together


def measure(store: str, folder: Path, title: str, *, quick: bool = False) -> None:
    """Prints how many pages were sent, and how many were not what their reader is sent alone: none."""
    seconds = 10 if quick else 60
    with serving(store, folder / "log") as url:
        seen = together(url, PEOPLE, ADDRESSES, seconds)
    pages = mixed = 0
    for who in PEOPLE:
        expected = alone(store, folder / "log", who, ADDRESSES)
        for address, sent in seen[who].items():
            pages += sent.total()
            mixed += sent.total() - sent[expected[address]]
    said = f"{pages} pages en {seconds} s, {mixed} qui ne sont pas celles de leur lecteur"
    print(f"\n{title} : trois personnes aux droits différents\n  {said}", flush=True)
