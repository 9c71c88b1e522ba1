"""A table of which more than a third is hidden proposes the one that tells more."""

from sqlalchemy import Connection

from metrics.catalogue import metric
from metrics.coarser import coarser, sentence
from metrics.present import text
from tests.metrics.asking import ask
from tests.metrics.store import put

HEADS = metric("headcount")
STAFF = "staff day agency times\n 2024-12-31 RENNES {} \n 2024-12-31 NANTES 30\n 2024-12-31 ANGERS 40"


def test_too_much_hidden_proposes_to_leave_the_agencies_out(db: Connection) -> None:
    put(db, STAFF.format(3))
    answer = ask(db, "headcount", by="agency,sex")
    instead = coarser(answer, HEADS)
    assert instead is not None
    assert [dimension.id for dimension in instead.by] == ["sex"]
    assert "par « sexe » seulement en dit davantage" in sentence(answer, HEADS)


def test_what_is_asked_on_the_command_line_says_it_too(db: Connection) -> None:
    put(db, STAFF.format(3))
    assert "sans ventilation en dit davantage" in text.result(ask(db, "headcount", by="agency"))


def test_nothing_is_proposed_when_two_thirds_are_shown_or_when_there_is_nothing_to_leave_out(
    db: Connection,
) -> None:
    put(db, STAFF.format(20))
    assert coarser(ask(db, "headcount", by="agency"), HEADS) is None
    assert coarser(ask(db, "headcount", where="birth_area=africa"), HEADS) is None
