"""What rights kept row by row cost: the questions of the pages, asked by the owner, then as they ask them."""

import os
from unittest.mock import patch

from data_access.access import Role, Scope, scope_for
from data_access.engine import reading_engine
from data_access.errors import UserError
from data_access.row_rights import SETTING
from metrics import context, period, run
from metrics.query import Query
from tests.bench.measure import Line, timed
from tests.guarded import KEY, guarded
from tests.page_questions import activity, home

MANAGER = scope_for(Role.AGENCY_MANAGER, frozenset({"RENNES"}))
READERS = {"direction": scope_for(Role.DIRECTION), "responsable de Rennes": MANAGER}
ROUNDS = 9


def cost(owner: str) -> list[Line]:
    """All the questions a person may ask, one after the other, with and without the policies in turn."""
    lines = []
    with guarded(owner) as store:
        for name, scope in READERS.items():
            asked = [question for question in _questions() if _is_answered(owner, question, scope)]
            times: dict[str, list[float]] = {owner: [], store.pages: []}
            for _ in range(ROUNDS):
                for url, key in ((owner, ""), (store.pages, KEY)):
                    with patch.dict(os.environ, {SETTING: key}):
                        spent = [timed(lambda q=q, u=url, s=scope: _ask(u, q, s)) for q in asked]
                    times[url].append(sum(spent) / len(spent))
            told = f"une question, {name} ({len(asked)})"
            lines += [Line(f"{told}, sans", times[owner]), Line(f"{told}, avec", times[store.pages])]
    return lines


def _questions() -> list[Query]:
    spans = (period.month(2024, 12), period.year(2024), period.contract_year(2024))
    return [*(q for span in spans for q in home(span).values()), *activity("RENNES-JOUR").values()]


def _ask(url: str, question: Query, scope: Scope) -> None:
    with reading_engine(url).connect() as connection:
        run.answer(connection, question, scope, context.context(url))


def _is_answered(url: str, question: Query, scope: Scope) -> bool:
    """Whether the person may ask it at all."""
    try:
        _ask(url, question, scope)
    except UserError:
        return False
    return True
