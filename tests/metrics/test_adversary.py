"""Whatever is asked, nobody finds out within fewer than five people (eleven for births) what is hidden.

On drawn populations, someone asks every question a role may ask over two months, each figure by up to two
breakdowns, filtered by one member or by several, and adds that nobody left between the two months. When
any one of the guards is taken away, what was hidden is found.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random

import pytest
from sqlalchemy import Connection

from data_access.access import Role, Scope, scope_for
from metrics import disclosure, intervals, masks, star, tables
from metrics.cells import crossing_of
from metrics.disclosure import Secrecy
from metrics.masks import mask_of
from metrics.model import Metric
from metrics.result import HIDDEN
from metrics.tables import Mask
from tests.metrics.adversary import Attacker, Book, Meaning
from tests.metrics.asking import EVERYTHING, known, manager
from tests.metrics.store import put

BOARD = scope_for(Role.BOARD)
MEMBERS = {
    "agency": ("RENNES", "NANTES", "ANGERS"),
    "sex": ("F", "M"),
    "contract": ("permanent", "fixed_term", "apprentice"),
    "job_family": ("mediator", "referent", "manager"),
    "birth_area": ("france", "africa"),
}
JOBS = {"mediator": "MED", "referent": "REF", "manager": "RESP"}
WEIGHTS = {
    "agency": (4, 5, 2),
    "sex": (5, 4),
    "contract": (8, 2, 3),
    "job_family": (8, 2, 1),
    "birth_area": (5, 2),
}
MEANINGS = {
    "headcount": Meaning({}),
    "fte": Meaning({}),  # all work full time: their equivalents count them
    "women": Meaning({"sex": ["F"]}),
    "apprentices": Meaning({"contract": ["apprentice"]}),
    "born_abroad": Meaning({"birth_area": ["africa"]}),
    "women_share": Meaning({"sex": ["F"]}, {}),
    "permanent_share": Meaning({"contract": ["permanent"]}, {}),
    "permanent_share_without_apprentices": Meaning(
        {"contract": ["permanent"]}, {"contract": ["permanent", "fixed_term"]}
    ),
    "born_abroad_share": Meaning({"birth_area": ["africa"]}, {}),
}
NOVEMBER, DECEMBER = "2024-11", "2024"  # the year tells what December does, and where people were born too
BOOK = Book(
    meanings=MEANINGS,
    members=MEMBERS,
    dates={NOVEMBER: (NOVEMBER,), DECEMBER: (NOVEMBER, "joined")},  # nobody leaves
    tables=(
        (("agency", "sex"), 5),
        (("agency", "contract"), 5),
        (("agency", "job_family"), 5),
        (("agency", "birth_area"), 11),
    ),
    says={"headcount": ("birth_area",), "born_abroad": ("birth_area",)},  # areas of birth are told together
    several=("agency", "contract", "job_family"),
)
FINEST = [
    {"date": date, **dict(zip(MEMBERS, cell, strict=True))}
    for date in (NOVEMBER, "joined")
    for cell in product(*MEMBERS.values())
]
People = Counter[tuple[str, ...]]


def drawn(random: Random, people: int) -> People:
    """Some people, each with a member of each dimension."""
    return Counter(
        tuple(random.choices(members, WEIGHTS[name])[0] for name, members in MEMBERS.items())
        for _ in range(people)
    )


def population(seed: object) -> People:
    """Those there in November, and those who join in December, by date and by member of each dimension."""
    random = Random(f"adversary/{seed}")
    there = {NOVEMBER: drawn(random, random.randint(60, 120)), "joined": drawn(random, 3)}
    return Counter({(date, *person): n for date, some in there.items() for person, n in some.items()})


def write(db: Connection, people: People) -> None:
    """The month-ends of November and December."""
    lines = [
        f"{day} {agency} {sex} {contract} {JOBS[job]} {area} {count}"
        for (date, agency, sex, contract, job, area), count in people.items()
        for day in ("2024-12-31", *(["2024-11-30"] if date == NOVEMBER else []))
    ]
    put(db, "\n".join(["staff day agency sex contract job birth_area times", *lines]))


def holes(db: Connection, people: People, *scopes: Scope) -> list[str]:
    """What those who read all find out, with what others are told too."""
    attacker, context = Attacker(BOOK, FINEST), known(db)
    for scope in (EVERYTHING, *scopes):
        attacker.ask_all(db, context, scope)
    return attacker.holes(people)


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_is_shown_tells_what_is_hidden(db: Connection, seed: int) -> None:
    people = population(seed)
    write(db, people)
    found = holes(db, people, *([] if seed else [manager("RENNES"), BOARD]))
    assert found == [], "\n".join(found)


@pytest.fixture(autouse=True)
def masks_found_anew() -> Iterator[None]:
    """What was found with a guard is not what is found without it."""
    masks.found_on.cache_clear()
    yield
    masks.found_on.cache_clear()


# --- each guard taken away in turn -----------------------------------------------------------------------

Removal = Callable[[pytest.MonkeyPatch], None]


def without_primary(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tables, "mask", lambda each, least, public=(), forced=(): frozenset(forced))


def without_secondary(patch: pytest.MonkeyPatch) -> None:
    def primary(each: Sequence[intervals.Table], least: int, public: object = (), forced: object = ()):
        small = {key for t in each for key, n in t.counts.items() if 0 < n < least and key in t.ranks}
        return frozenset(small | set(forced))

    patch.setattr(tables, "mask", primary)


def without_audit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(intervals.Audit, "told", lambda *_: None)


def without_alike_months(patch: pytest.MonkeyPatch) -> None:
    def of_the_month(self: Secrecy, measure, slots) -> Iterator[Mask]:
        for slot in slots:
            year = mask_of(self.connection, self.known, measure.fact, slot.start.year)
            day = max(day for day in year.people if day < slot.stop)
            yield tables.masked(measure.fact.published, {day: year.people[day]}, year.classes)

    patch.setattr(Secrecy, "_masks", of_the_month)


def without_lines_of_nobody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Secrecy, "members", lambda *_: {})


def without_refusal(patch: pytest.MonkeyPatch) -> None:
    told = Secrecy._may_tell

    def tells_all(self: Secrecy, measure, about, slots) -> bool:
        asked = disclosure.conditions(about, measure)
        return crossing_of(measure.fact.published, asked) is None or told(self, measure, about, slots)

    patch.setattr(star.Published, "tell", lambda *_: True)
    patch.setattr("metrics.run.require_published", lambda *_: None)
    patch.setattr(Secrecy, "_may_tell", tells_all)


def without_the_rule_of_several_members(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Mask, "shows", lambda self, each: not each or any(cell not in self.hidden for cell in each))


def without_the_rule_of_rates(patch: pytest.MonkeyPatch) -> None:
    protect = Secrecy.protect

    def of_the_whole(self: Secrecy, metric: Metric, query, groups, slots, raw):
        if metric.over is None:
            return protect(self, metric, query, groups, slots, raw)
        about = disclosure.kept(query, tuple(groups))
        return raw if self._may_tell(metric.over, about, slots) else HIDDEN

    patch.setattr(Secrecy, "protect", of_the_whole)


def alike(*people: tuple[str, str, str, int]) -> People:
    """Mediators born in France on a CDI: since when, where, women or men, and how many."""
    return Counter(
        {(date, agency, sex, "permanent", "mediator", "france"): n for date, agency, sex, n in people}
    )


# two agencies of one and two people: together they are three, which the line they are hidden on tells
FEW = alike((NOVEMBER, "RENNES", "F", 1), (NOVEMBER, "NANTES", "F", 2), (NOVEMBER, "ANGERS", "F", 60))
# four women in November, seven in December
GROWING = alike(
    *((NOVEMBER, agency, sex, 30) for agency in ("RENNES", "ANGERS") for sex in "FM"),
    (NOVEMBER, "NANTES", "M", 30),
    (NOVEMBER, "NANTES", "F", 4),
    ("joined", "NANTES", "F", 3),
)
REMOVALS = {
    without_primary: population(0),
    without_secondary: population(0),
    without_audit: FEW,
    without_alike_months: GROWING,
    without_lines_of_nobody: population(2),
    without_refusal: population(0),
    without_the_rule_of_several_members: population(0),
    without_the_rule_of_rates: population(0),
}


@pytest.mark.parametrize("people", [FEW, GROWING], ids=["few", "growing"])
def test_nothing_is_told_of_few_people_nor_of_those_who_join(db: Connection, people: People) -> None:
    write(db, people)
    assert holes(db, people) == []


@pytest.mark.parametrize("removal", REMOVALS, ids=lambda each: each.__name__)
def test_what_was_hidden_is_found_without_any_one_guard(
    db: Connection, monkeypatch: pytest.MonkeyPatch, removal: Removal
) -> None:
    write(db, REMOVALS[removal])
    removal(monkeypatch)
    assert holes(db, REMOVALS[removal]) != []
