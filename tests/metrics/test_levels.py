"""A number stored for each agency and again for the association: its rows never add up."""

import pytest
from sqlalchemy import Connection

from data_access.errors import AccessDenied, QueryError
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY
from metrics.model import Metric
from tests.metrics.asking import ask, change, manager, reference, value, values
from tests.metrics.store import put

_WHOLE = metric("birth_countries")
COUNTRIES_BY_AGENCY = Metric(
    id="countries_by_agency",
    label="Pays de naissance par agence",
    domain=_WHOLE.domain,
    unit=_WHOLE.unit,
    definition="Les mêmes pays, ventilés comme le catalogue ne le permet pas.",
    measure=_WHOLE.measure,
    by=(AGENCY,),
)
COUNTRIES = """
    staff_countries  day         agency  countries
                     2024-12-31  -       18
                     2024-12-31  RENNES  5
                     2024-12-31  NANTES  7
                     2024-12-31  SIEGE   16
                     2024-11-30  -       17
                     2023-12-31  -       15
"""


def test_the_association_reads_its_own_row_and_not_the_sum_of_agencies(db: Connection) -> None:
    put(db, COUNTRIES)
    assert value(ask(db, COUNTRIES_BY_AGENCY)) == 18  # and not 5 + 7 + 16, nor 46


def test_each_agency_reads_its_own_row(db: Connection) -> None:
    put(db, COUNTRIES)
    shown = values(ask(db, COUNTRIES_BY_AGENCY, by="agency"))
    assert shown == {"RENNES": 5, "NANTES": 7, "ANGERS": 0, "IDF": 0, "SIEGE": 16}
    assert value(ask(db, COUNTRIES_BY_AGENCY, where="agency=NANTES")) == 7


def test_months_and_comparisons_keep_to_one_level(db: Connection) -> None:
    put(db, COUNTRIES)
    months = values(ask(db, COUNTRIES_BY_AGENCY, span="2024-11..2024-12", by="month"))
    assert months == {"2024-11": 17, "2024-12": 18}
    answered = ask(db, COUNTRIES_BY_AGENCY, versus="previous-year")
    assert (reference(answered), change(answered)) == (15, 20)


def test_two_agencies_together_are_refused_for_their_countries_may_be_the_same(db: Connection) -> None:
    put(db, COUNTRIES)
    with pytest.raises(QueryError, match="« Pays de naissance en fin de mois » ne s'additionne pas"):
        ask(db, COUNTRIES_BY_AGENCY, where="agency=RENNES|NANTES")


def test_two_agencies_side_by_side_are_not_refused(db: Connection) -> None:
    put(db, COUNTRIES)
    shown = values(ask(db, COUNTRIES_BY_AGENCY, by="agency", where="agency=RENNES|NANTES"))
    assert shown == {"RENNES": 5, "NANTES": 7}


def test_a_manager_reads_the_row_of_their_agency(db: Connection) -> None:
    put(db, COUNTRIES)
    assert value(ask(db, COUNTRIES_BY_AGENCY, scope=manager("RENNES"))) == 5


def test_a_manager_of_two_agencies_must_choose_one_of_them(db: Connection) -> None:
    put(db, COUNTRIES)
    two = manager("RENNES", "NANTES")
    with pytest.raises(QueryError, match="choisissez une seule agence"):
        ask(db, COUNTRIES_BY_AGENCY, scope=two)
    assert value(ask(db, COUNTRIES_BY_AGENCY, where="agency=RENNES", scope=two)) == 5
    assert values(ask(db, COUNTRIES_BY_AGENCY, by="agency", scope=two)) == {"RENNES": 5, "NANTES": 7}


@pytest.mark.parametrize("asked", [{"by": "agency"}, {"where": "agency=RENNES"}])
def test_countries_of_an_agency_would_bound_how_many_were_born_abroad(
    db: Connection, asked: dict[str, str]
) -> None:
    put(db, COUNTRIES)
    assert value(ask(db, "birth_countries")) == 18
    with pytest.raises(QueryError, match="« Pays de naissance » ne se ventile pas par « Agence »"):
        ask(db, "birth_countries", **asked)


def test_a_manager_does_not_read_the_countries_of_their_agency_by_their_rights_either(db: Connection) -> None:
    with pytest.raises(AccessDenied, match="« Pays de naissance » ne se lit que pour toute l'association"):
        ask(db, "birth_countries", scope=manager("RENNES"))
