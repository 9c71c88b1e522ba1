"""Twenty people at once, without any browser: each changes a filter every two seconds, not all together."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import chain, combinations, cycle, islice
from pathlib import Path
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg

from metrics import address
from metrics.catalogue.dimensions import AGENCY
from metrics.context import context
from metrics.views.views import HOME, View
from tests.application import serving
from tests.bench.measure import MILLISECOND, MOST, Line, show, timed
from tests.bench.process import TAKEN, WORK, resident, server_at, worked
from tests.pages.client import Received, Visitor
from tests.pages.drawn import FILTERED

EVERY = 2.0  # seconds between two changes of one person
NEW, KNOWN, MANY = 60 * MILLISECOND, 30 * MILLISECOND, 150 * MILLISECOND
AFFORDABLE = 0.03  # seconds of a core for one change: beyond it, a hundred people ask too much of one process
PERIOD, VERSUS = "Laquelle", "Comparer à"


class Person(Visitor):
    """A visitor who remembers what a browser does: its address, what it was already sent."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.held: set[str] = set()

    def _run(self) -> Received:
        received = super()._run()
        for message in received.messages:
            if message.WhichOneof("type") == "page_info_changed":
                self.query = message.page_info_changed.query_string
            if message.metadata.cacheable and message.hash:
                self.held.add(message.hash)
        if any('class="refus"' in piece for piece in received.html):
            raise RuntimeError(f"La page « {self.page} » n'a pas pu être affichée.")
        return received

    def _request(self) -> BackMsg:
        asked = super()._request()
        asked.rerun_script.cached_message_hashes.extend(self.held)
        return asked


def measure(store: str, folder: Path, title: str, *, quick: bool = False) -> None:
    """Prints, view by view, twenty people asking what nobody asked, then what was asked; then a hundred."""
    seconds = 10 if quick else 60
    lines: list[Line] = []
    work = 0.0
    for view in FILTERED:
        found, less = _twenty(store, folder, view, seconds)
        lines, work = [*lines, *found], max(work, less)
    show(f"{title} : vingt personnes, un changement de mois toutes les deux secondes", lines)
    if work <= AFFORDABLE:
        show(f"{title} : cent personnes", _hundred(store, folder, seconds / 2))
    else:
        said = f"un changement déjà demandé prend {work / MILLISECOND:.0f} ms de travail"
        print(f"\n{title} : cent personnes, non mesuré, car {said}, trop pour un processus")
    print(f"\n{title} : mémoire du serveur\n  {memory(store, folder, 50 if quick else 500)}", flush=True)


def _twenty(store: str, folder: Path, view: View, seconds: float) -> tuple[list[Line], float]:
    """First each person in agencies of their own, so that no two ask the same; then all of them alike.

    The work for a change that was asked before comes beside.
    """
    own = _addresses(store, 20)
    with _crowd(store, folder, [(view, query) for query in own]) as (crowd, server):
        asked, work = _changes(crowd, server, seconds)
    with _crowd(store, folder, [(view, "")] * 20) as (crowd, server):
        for label, value in _walk(crowd[0]):
            crowd[0].choose(label, value)
        again, less = _changes(crowd, server, seconds)
    lines = [
        Line(f"{view.title} : jamais demandé", asked, NEW, MOST),
        Line(TAKEN, [work], WORK),
        Line(f"{view.title} : déjà demandé", again, KNOWN, MOST),
        Line(TAKEN, [less], WORK),
    ]
    return lines, less


def _hundred(store: str, folder: Path, seconds: float) -> list[Line]:
    where = [(view, "") for view, _ in zip(cycle(FILTERED), range(100), strict=False)]
    with _crowd(store, folder, where) as (crowd, server):
        for person in crowd[: len(FILTERED)]:
            for label, value in _walk(person):
                person.choose(label, value)
        times, work = _changes(crowd, server, seconds)
    return [
        Line("toutes vues, déjà demandé", times, MANY, MOST),
        Line(TAKEN, [work], WORK),
    ]


def memory(store: str, folder: Path, changes: int) -> str:
    """What the server holds at its start, for twenty people, then after many changes of theirs."""
    with serving(store, folder / "log") as url, ExitStack() as stack:
        server = server_at(url)
        told = [f"au départ {resident(server)} Mo"]
        crowd = [stack.enter_context(Person(url)) for _ in range(21)]
        crowd[0].open()
        told.append(f"une personne {(one := resident(server))} Mo")
        for number, person in enumerate(crowd[1:]):
            person.open(FILTERED[number % len(FILTERED)].url if number % len(FILTERED) else "")
        each = (resident(server) - one) / 20
        told.append(f"vingt de plus {resident(server)} Mo ({each:.1f} Mo chacune)".replace(".", ","))
        walks = [cycle(list(_walk(person))) for person in crowd]
        for number in range(changes):
            person = crowd[number % len(crowd)]
            person.choose(*next(walks[number % len(crowd)]))
            if number + 1 in (changes // 2, changes):
                told.append(f"{number + 1} changements {resident(server)} Mo")
    return " · ".join(told)


@contextmanager
def _crowd(
    store: str, folder: Path, where: Sequence[tuple[View, str]]
) -> Iterator[tuple[list[Person], Path]]:
    """People in front of a server of their own, each on a page."""
    with serving(store, folder / "log") as url, ExitStack() as stack:
        crowd = [stack.enter_context(Person(url)) for _ in where]
        for person, (view, query) in zip(crowd, where, strict=True):
            person.open("" if view is HOME else view.url, query)
        yield crowd, server_at(url)


def _changes(crowd: Sequence[Person], server: Path, seconds: float) -> tuple[list[float], float]:
    """How long each change took, and the server's work for one of them."""
    before, beginning = worked(server), time.monotonic() + 0.1
    with ThreadPoolExecutor(len(crowd)) as threads:
        starts = [beginning + EVERY * number / len(crowd) for number in range(len(crowd))]
        found = list(threads.map(lambda person, start: _live(person, start, seconds), crowd, starts))
    times = [each for own in found for each in own]
    return times, (worked(server) - before) / len(times)


def _live(person: Person, start: float, seconds: float) -> list[float]:
    """One person's changes; one that is late goes on at their next moment."""
    times: list[float] = []
    walk, at = cycle(list(_walk(person))), start
    while at < start + seconds:
        time.sleep(max(0.0, at - time.monotonic()))
        label, value = next(walk)
        times.append(timed(lambda: person.choose(label, value)))  # noqa: B023  (called at once)
        while at < time.monotonic():
            at += EVERY
    return times


def _walk(person: Person) -> list[tuple[str, str]]:
    """Each month but the one that opens the page, against a year before, then against the month before."""
    months = [(PERIOD, each) for each in list(person.widgets[PERIOD].options)[1:]]
    against = [(VERSUS, each) for each in list(person.widgets[VERSUS].options)[1::-1]]
    return [*months, against[0], *months, against[1]]


def _addresses(store: str, count: int) -> list[str]:
    """As many sets of agencies, no two alike, as an address writes them."""
    names = context(store).names[AGENCY.id]
    slugs = [address.slug(value, AGENCY, names) for value in names]
    sets = chain.from_iterable(combinations(slugs, size) for size in range(1, len(slugs) + 1))
    return [urlencode({"agence": ",".join(each)}) for each in islice(sets, count)]
