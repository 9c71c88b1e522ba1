"""A value is written by its code or by its name; a name that several bear is no answer."""

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from tests.metrics.asking import ask, value
from tests.metrics.store import put

HOMONYMS = """
    sector        id        name    city
                  R-CENTRE  Centre  ROAZHON
                  N-CENTRE  Centre  NAONED
                  CENTRE    Bourg   SCEAUX

    intervention  day         sector    times
                  2024-05-01  R-CENTRE  3
                  2024-05-01  N-CENTRE  5
                  2024-05-01  R-NORD    7
"""


def test_a_name_is_as_good_as_a_code(db: Connection) -> None:
    put(db, HOMONYMS)
    assert value(ask(db, "interventions", where="sector=nord")) == 7
    assert value(ask(db, "interventions", where="sector=n-centre")) == 5


def test_a_code_wins_over_the_names_of_others(db: Connection) -> None:
    put(db, HOMONYMS)
    assert value(ask(db, "interventions", where="sector=Centre")) == 0  # the code of Bourg


def test_a_name_that_two_bear_is_refused_with_their_codes(db: Connection) -> None:
    put(db, HOMONYMS.replace("CENTRE    Bourg ", "BOURG     Bourg "))
    with pytest.raises(
        QueryError, match=r"Secteur : plusieurs .* « Centre »\..* : (N-CENTRE, R-CENTRE|R-CENTRE, N-CENTRE)\."
    ):
        ask(db, "interventions", where="sector=Centre")
