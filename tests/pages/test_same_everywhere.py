"""A figure reads the same on the page, in the CSV, in the workbook, in the PDF and on the command line.

Addresses and people are drawn: whatever is asked, by whoever, a value, its mark, its change and the sentence
beside it are those of the screen, and what the screen hides no file tells, drawings included.
"""

from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from os import environ
from random import Random

import pytest

from data_access.access import Role, scope_for
from data_access.engine import writing
from data_access.errors import AccessDenied
from data_access.people import add_person
from metrics import __main__ as commands
from metrics import address, figure_id
from metrics import period as periods
from metrics.catalogue import dimensions
from metrics.context import Context, context
from metrics.present.table import Ref
from metrics.query import Filter
from metrics.recalled import recall
from metrics.views.ask import Ask
from metrics.views.asked import by_address
from metrics.views.export import export
from metrics.views.files import FORMATS
from metrics.views.page import Page
from metrics.views.pages import PAGES
from metrics.views.views import DISPOSITIF, opens
from metrics.views.visit import Visit
from tests.conftest import close, copied
from tests.metrics.running import Run
from tests.pages import ways
from tests.pages.conftest import Be
from tests.pages.drawn import COMPARISONS, OFFERED, PERIODS, SECTIONS
from tests.pages.screen import Screen, Show

PEOPLE = {
    "direction": (Role.DIRECTION, ()),
    "rennes": (Role.AGENCY_MANAGER, ("RENNES",)),
    "ca": (Role.BOARD, ()),
}
SEED = environ.get("SUITE_DRAWN", "the same everywhere")  # another one draws other addresses
TIMES = int(environ.get("SUITE_TIMES", "3"))  # addresses drawn for each view and person
RECALLED, COMMANDED = 25, 6  # figures of each asked again from their reference: in the page, by a command


@dataclass(frozen=True)
class Drawn:
    """Who asks for what: a view, the parameters of its address."""

    view: str
    who: str
    span: str
    versus: int
    seed: int

    def __str__(self) -> str:
        return f"{self.view}-{self.who}-{self.span}-{self.versus}"

    @property
    def person(self) -> str:
        """As the register knows them."""
        return f"{self.who}@exemple.fr"


def drawing() -> Iterator[Drawn]:
    random = Random(SEED)
    for view, page in PAGES.items():
        for who, (role, agencies) in PEOPLE.items():
            if opens(page.view, scope_for(role, frozenset(agencies))):
                for _ in range(TIMES if page.figures else 1):  # what follows no bar is the same for all
                    span, versus = random.choice(PERIODS), random.randrange(len(COMPARISONS))
                    yield Drawn(view, who, span, versus, random.randrange(10**6))


def parameters(known: Context, drawn: Drawn) -> dict[str, str]:
    """An address: a period, a comparison, and none to two filters of the view; the page of one names it."""
    random, page, names = Random(drawn.seed), PAGES[drawn.view], known.names
    if not page.figures:
        return {}
    offered = OFFERED[page.view]
    kept = random.sample(offered, min(len(offered), random.choice((0, 0, 1, 2))))
    if page.view is DISPOSITIF:
        kept = [dimensions.DISPOSITIF, *(each for each in kept if each is not dimensions.DISPOSITIF)]
    where = [Filter(each, (random.choice([*names[each.id]]),)) for each in kept]
    return address.write(periods.parse(drawn.span), COMPARISONS[drawn.versus], where, names)


def screens(show: Show, store: str, drawn: Drawn, asked: dict[str, str]) -> list[Screen]:
    """The page at that address, each of its sections in turn."""
    view = PAGES[drawn.view].view
    name, sections = SECTIONS.get(view, ("", ("",)))
    return [show(store, view, **asked, **({name: each} if each else {})) for each in sections]


@pytest.fixture(scope="module")
def peopled(sample_store: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample years, with the people who ask in the register."""
    url = copied(sample_store, tmp_path_factory.mktemp("peopled") / "peopled.db")
    with writing(url) as connection:
        for who, (role, agencies) in PEOPLE.items():
            add_person(connection, f"{who}@exemple.fr", role, frozenset(agencies), by="test")
    yield url
    close(url)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Carries out a command: its exit code, what it wrote, what it complained of."""

    def carry_out(*words: str, store: str) -> tuple[int, str, str]:
        monkeypatch.setenv("DATABASE_URL", store)
        with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
            code = commands.main(words)
        return code, out.getvalue(), err.getvalue()

    return carry_out


def recalled(visit: Visit, refs: list[Ref]) -> None:
    """A figure asked again from its reference, as the search box does, has the value that files hold."""
    for ref in refs:
        of, figure = figure_id.read(ways.name(ref), visit.known), ref.cell.figure
        now = recall(visit.url, of, visit.scope, visit.known).now
        assert (now.value, now.state) == (figure.value, figure.state), of


def granted(visit: Visit, page: Page, asked: dict[str, str]) -> tuple[Ask | None, str]:
    """What an address asks, or the words that refuse a place out of reach, which the page says too."""
    try:
        return by_address(visit, page, asked), ""
    except AccessDenied as refusal:
        return None, str(refusal).rstrip(".")


@pytest.mark.parametrize("drawn", list(drawing()), ids=str)
def test_a_figure_is_the_same_everywhere(peopled: str, show: Show, be: Be, run: Run, drawn: Drawn) -> None:
    role, agencies = PEOPLE[drawn.who]
    be(role, *agencies, person=drawn.person)
    known, page, random = context(peopled), PAGES[drawn.view], Random(drawn.seed)
    asked = parameters(known, drawn)
    visit = Visit(peopled, scope_for(role, frozenset(agencies)), known, drawn.view, drawn.person)
    ask, refused = granted(visit, page, asked)
    if ask is None:
        assert refused in screens(show, peopled, drawn, asked)[0].html.text
        return
    found = export(ask, page, drawn.person)
    told = ways.held(found)
    ways.on_page(told, screens(show, peopled, drawn, asked))
    ways.in_charts(told)
    ways.in_csv(told, FORMATS["csv"].write(found))
    ways.in_workbook(told, FORMATS["xlsx"].write(found))
    ways.in_pdf(told, FORMATS["pdf"].write(found))
    again = random.sample(told.refs, min(RECALLED, len(told.refs)))
    recalled(visit, again)
    for ref in again[:COMMANDED]:
        ways.on_command_line(run, known, peopled, drawn.person, ref)
