"""The register, walked on the views: each printed figure stands there with its badge, and comes out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from data_access.access import Role, scope_for
from metrics.context import Context, context
from metrics.present import words
from metrics.reconcile import Published, Reconciled, question, reconcile
from metrics.run import ask
from metrics.verdict import Verdict
from metrics.views.views import BY_DOMAIN, FINANCING, RSE, TRAINING, WORKFORCE, View
from tests.browser.reader import Reader, reading
from tests.pages.drawn import SECTIONS

DIRECTION = scope_for(Role.DIRECTION)
VIEWS = (WORKFORCE, TRAINING, RSE, FINANCING)
BREAKDOWNS = {FINANCING: ("vue=repartition&par=branche", "vue=repartition&par=dispositif")}
SEEN = """() => [...document.querySelectorAll(".badge")].filter(each => each.checkVisibility()).map(each => {
  const tile = each.closest(".tuile"), cell = each.closest("td"), row = each.closest("tr");
  const named = [tile?.querySelector("h2"), row?.querySelector("th"), row?.closest("table").caption];
  const names = [...named.map(one => one?.innerText), cell?.dataset.label].filter(Boolean).join(" | ");
  return {badge: each.innerText, shown: (tile || cell || row || each.parentElement).innerText, names};
})"""


@dataclass(frozen=True)
class Seen:
    """A badge, what stands beside it, and what names it."""

    badge: str
    shown: str
    names: str


def plain(text: str) -> str:
    """The same text with ordinary spaces."""
    return " | ".join(" ".join(line.split()) for line in text.splitlines())


def addresses(view: View) -> tuple[str, ...]:
    """What the address of a view says for each of its sections."""
    name, sections = SECTIONS[view]
    return (*(f"{name}={each}" if each else "" for each in sections), *BREAKDOWNS.get(view, ()))


def printed(store: str, view: View) -> list[Reconciled]:
    """The figures of the register that a view must show."""
    return [each for each in reconcile(store, DIRECTION) if BY_DOMAIN[each.published.domain] is view]


def expected(store: str, published: Published, known: Context) -> tuple[str, ...]:
    """How the catalogue's figure may be written: in the unit of tiles, or in full; or its change."""
    answer = ask(store, question(published, known.names), DIRECTION)
    (each,), cell = answer.query.metrics, answer.rows[0].cells[0]
    if published.part != "value":
        return (plain(words.percent_change(cell, each)),)
    if cell.figure.value is None:
        return (words.MARKS[cell.figure.state],)
    told, unit = cell.figure.value, each.unit
    written = [words.number(told, decimals) for decimals in range(unit.decimals, 3)]
    return tuple(map(plain, (words.on_tile(cell.figure, unit)[0], *written)))


def members(published: Published, known: Context) -> Iterator[str]:
    """The names of the members that a printed figure keeps."""
    for condition in filter(None, published.conditions.split(",")):
        name, _, values = condition.partition("=")
        names = known.names[name]
        yield from (plain(names[value]) for value in values.split("|"))


def stands(each: Reconciled, seen: Sequence[Seen], store: str, known: Context) -> bool:
    """Whether a badge names its page beside its value, on the line of its members."""
    p = each.published
    change = "évolution publiée" if p.part != "value" else "publié"
    values, kept = expected(store, p, known), tuple(members(p, known))
    return any(
        change in one.badge
        and re.search(rf"{p.report}[^;]*\b{re.escape(plain(p.page))}\b", one.badge)
        and any(_is_number_of(value, one.shown) for value in values)
        and all(name in one.names for name in kept)
        for one in seen
    )


def _is_number_of(value: str, text: str) -> bool:
    """Whether a text says this number, and not another that holds its digits."""
    return re.search(rf"(?<![\d,])(?<!\d ){re.escape(value)}(?![\d,]| \d)", text) is not None


def look(reader: Reader) -> list[Seen]:
    """Every badge that can be seen."""
    found: list[dict[str, Any]] = reader.page.evaluate(SEEN)
    return [Seen(*(plain(each[name]) for name in ("badge", "shown", "names"))) for each in found]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_every_printed_figure_stands_on_its_view_with_its_badge(
    browser: Browser, browser_context_args: dict[str, Any], app_url: str, sample_store: str, view: View
) -> None:
    left, known = printed(sample_store, view), context(sample_store)
    assert left
    with reading(browser, browser_context_args, "light", 1400) as reader:
        for period in dict.fromkeys(str(each.published.period) for each in left):
            for section in addresses(view):
                if not (due := [each for each in left if str(each.published.period) == period]):
                    break
                reader.open(app_url, view, "?" + "&".join(filter(None, (f"periode={period}", section))))
                seen = look(reader)
                left = [e for e in left if e not in due or not stands(e, seen, sample_store, known)]
    missing = [
        f"{e.published.id} {e.published.metric} {e.published.conditions} {e.published.period}" for e in left
    ]
    assert missing == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.url)
def test_every_printed_figure_comes_out_or_says_why_not(sample_store: str, view: View) -> None:
    for each in printed(sample_store, view):
        p = each.published
        if each.verdict is Verdict.UNREACHABLE:
            assert each.explanation
            assert p.because
        else:
            assert each.comes_out or (each.verdict is Verdict.DECLARED and each.explanation), p.id


def test_a_figure_without_its_badge_would_be_missed(sample_store: str) -> None:
    known = context(sample_store)
    each = next(e for e in printed(sample_store, TRAINING) if e.published.id == "RA-131")
    line = "Par famille | Formations courtes pour médiateurs"
    whole = Seen("publié RA 2024 p. 23", "139 publié RA 2024 p. 23", line)
    assert stands(each, [whole], sample_store, known)
    for broken in (
        Seen("", whole.shown, line),
        Seen("publié RA 2024 p. 6", whole.shown, line),
        Seen(whole.badge, "140 publié RA 2024 p. 23", line),
        Seen(whole.badge, whole.shown, "Par famille | Ateliers du vivre ensemble"),
    ):
        assert not stands(each, [broken], sample_store, known)
