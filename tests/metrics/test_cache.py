"""Equal questions share one answer; different persons, stores and imports never do."""

import pytest
from sqlalchemy import Connection

from data_access.engine import writing
from metrics import context, period, run
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, BRANCH
from metrics.query import Against, Comparison, Filter, Query
from metrics.run import ask
from tests.metrics.asking import EVERYTHING, manager, value
from tests.metrics.store import book, cover_everything, put
from tests.metrics.world import WORLD

PEOPLE = Query(metrics=(metric("people_met"),), period=period.year(2024))


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Each test starts with an empty memory."""
    run._remembered.cache_clear()
    context._KEPT.clear()


@pytest.fixture
def filled(store: str) -> str:
    """A store where one import brought two rows."""
    with writing(store) as connection:
        put(connection, WORLD)
        cover_everything(connection)
        _load(connection, 1, "JOUR", 3)
        put(connection, "intervention day dispositif people_met\n 2024-05-01 QUARTIER 5")
    return store


def _load(connection: Connection, number: int, dispositif: str, people: int) -> None:
    """One import that brings one row."""
    book(connection, number)
    put(
        connection,
        f"""
        intervention  day         dispositif    people_met  loaded_by
                      2024-05-01  {dispositif}  {people}    {number}
        """,
    )


def test_the_same_question_is_answered_once(filled: str) -> None:
    assert ask(filled, PEOPLE, EVERYTHING) is ask(filled, Query(**_parts(PEOPLE)), EVERYTHING)
    assert run._remembered.cache_info().hits == 1


def test_who_brings_the_context_does_not_have_it_read_again(
    filled: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = context.context(filled)
    first = ask(filled, PEOPLE, EVERYTHING)
    monkeypatch.delattr(run, "context")  # reading it would fail
    assert ask(filled, PEOPLE, EVERYTHING, known=known) is first


def test_all_that_is_asked_from_one_context_is_of_its_import(filled: str) -> None:
    """A page that is being drawn while files are loaded never mixes two imports."""
    known = context.context(filled)
    with writing(filled) as connection:
        _load(connection, 2, "NUIT", 100)
    assert value(ask(filled, PEOPLE, EVERYTHING, known=known)) == 3 + 5
    assert value(ask(filled, PEOPLE, EVERYTHING)) == 3 + 5 + 100


def test_two_scopes_never_share_an_answer(filled: str) -> None:
    answers = {
        scope: value(ask(filled, PEOPLE, scope))
        for scope in (EVERYTHING, manager("RENNES"), manager("NANTES"))
    }
    assert list(answers.values()) == [3 + 5, 3, 5]
    assert run._remembered.cache_info().hits == 0


def test_equal_scopes_share_an_answer(filled: str) -> None:
    assert ask(filled, PEOPLE, manager("RENNES", "NANTES")) is ask(
        filled, PEOPLE, manager("NANTES", "RENNES")
    )


def test_a_new_import_makes_the_old_answer_unreachable(filled: str) -> None:
    assert value(ask(filled, PEOPLE, EVERYTHING)) == 3 + 5
    with writing(filled) as connection:
        _load(connection, 2, "NUIT", 100)
    answered = ask(filled, PEOPLE, EVERYTHING)
    assert (value(answered), answered.import_number) == (3 + 5 + 100, 2)


def test_two_as_of_never_share_an_answer(filled: str) -> None:
    with writing(filled) as connection:
        _load(connection, 2, "NUIT", 100)
    assert value(ask(filled, PEOPLE, EVERYTHING, as_of=1)) == 3 + 5
    assert value(ask(filled, PEOPLE, EVERYTHING)) == 3 + 5 + 100


def test_two_stores_never_share_an_answer(filled: str, new_store) -> None:
    assert value(ask(filled, PEOPLE, EVERYTHING)) == 3 + 5
    assert value(ask(new_store(), PEOPLE, EVERYTHING)) == "n.d."


def test_a_new_import_that_brings_an_agency_brings_its_name(filled: str) -> None:
    by_agency = Query(metrics=PEOPLE.metrics, period=PEOPLE.period, by=(AGENCY,))
    assert len(ask(filled, by_agency, EVERYTHING).rows) == 5
    with writing(filled) as connection:
        put(connection, "agency id name kind position\n LILLE Lille territory 6")
        _load(connection, 2, "NUIT", 1)
    assert [row.labels for row in ask(filled, by_agency, EVERYTHING).rows][-1] == ("Lille",)


def _parts(query: Query) -> dict[str, object]:
    return {name: getattr(query, name) for name in ("metrics", "period", "by", "where", "versus")}


def _query(**changed: object) -> Query:
    return Query(**(_parts(PEOPLE) | changed))  # type: ignore[arg-type]


def test_equal_questions_are_equal_keys() -> None:
    rennes = (Filter(AGENCY, ("RENNES",)),), (Filter(AGENCY, ("RENNES",)),)
    first, second = (_query(where=where, by=(AGENCY,)) for where in rennes)
    assert (first, hash(first)) == (second, hash(second))
    assert first.key == second.key


@pytest.mark.parametrize(
    "changed",
    [
        {"metrics": (metric("interventions"),)},
        {"metrics": (metric("people_met"), metric("interventions"))},
        {"period": period.year(2023)},
        {"period": period.rolling_year(period.month(2024, 12))},  # the same days, another name
        {"by": (AGENCY,)},
        {"where": (Filter(AGENCY, ("RENNES",)),)},
        {"where": (Filter(AGENCY, (None,)),)},
        {"where": (Filter(BRANCH, ("mediation",)),)},
        {"versus": Comparison(Against.PREVIOUS_YEAR)},
        {"versus": Comparison(Against.PERIOD, period.year(2022))},
    ],
)
def test_different_questions_are_different_keys(changed: dict[str, object]) -> None:
    other = _query(**changed)
    assert other != PEOPLE
    assert other.key != PEOPLE.key


def test_a_question_is_no_other_thing() -> None:
    assert PEOPLE != "people_met"
