"""Several people of the demonstration at once in front of one server, and what each was sent."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random

from pages.ui.examples import COOKIE
from tests.application import serving
from tests.pages.client import Received, Visitor

Address = tuple[str, str]  # the page, and what follows the question mark
Shown = tuple[bytes, ...]  # the pieces of HTML and the charts of one run
Seen = dict[Address, Counter[Shown]]  # how many times each variant of a page was sent


PEOPLE = ("direction", "rennes", "ca")
ADDRESSES: tuple[Address, ...] = (
    ("", "periode=2024"),
    ("", "periode=2024-11&agence=rennes"),
    ("", "periode=2024&pourquoi=revenue"),
    ("rapprochement", ""),
    ("agences", "periode=2024"),
    ("definitions", "indicateur=headcount"),
)


@contextmanager
def person(url: str, who: str) -> Iterator[Visitor]:
    """Someone new at the door, as one of the people of the demonstration."""
    with Visitor(url, f"{COOKIE}={who}") as visitor:
        yield visitor


def shown(received: Received, url: str) -> Shown:
    """The figures of a page as the browser gets them: words, specifications, data; its address left out."""
    words = (body.replace(url, "").encode() for body in received.html)
    charts = (each for each in received.elements if each.WhichOneof("type") == "vega_lite_chart")
    return (*words, *(each.SerializeToString() for each in charts))


def alone(store: str, log: Path, who: str, addresses: Sequence[Address]) -> dict[Address, Shown]:
    """What someone is sent by a server that nobody else ever asked."""
    with serving(store, log) as url:
        return {address: _opened(url, who, address) for address in addresses}


def together(
    url: str, people: Sequence[str], addresses: Sequence[Address], seconds: float
) -> dict[str, Seen]:
    """What each is sent while all of them open the same addresses for a while, in orders of their own."""
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(len(people)) as pool:
        found = pool.map(lambda who: _wandering(url, who, addresses, until), people)
        return dict(zip(people, found, strict=True))


def _wandering(url: str, who: str, addresses: Sequence[Address], until: float) -> Seen:
    """All addresses in an order of one's own, again and again for as long as there is time."""
    random, seen = Random(who), {address: Counter[Shown]() for address in addresses}
    while not seen[addresses[0]] or time.monotonic() < until:
        for address in random.sample(addresses, len(addresses)):
            seen[address][_opened(url, who, address)] += 1
    return seen


def _opened(url: str, who: str, address: Address) -> Shown:
    with person(url, who) as visitor:
        return shown(visitor.open(*address), url)
