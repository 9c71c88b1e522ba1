"""A person reads what their role allows: own rows, whole association, or a refusal in words."""

import pytest
from sqlalchemy import Column, Connection, Date, Integer, MetaData, Table

from data_access import schema as s
from data_access.access import ASSOCIATION_ONLY, Domain, Right, Role, Scope, scope_for
from data_access.errors import AccessDenied
from metrics import period
from metrics.asked import slots
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, DIMENSIONS
from metrics.catalogue.sources import FIELD_TOOL
from metrics.catalogue.units import COUNT
from metrics.compile import compile_query
from metrics.kinds import Time
from metrics.measures import count
from metrics.model import Dimension, Fact, Metric
from metrics.query import Query
from tests.metrics.asking import NOTHING_BELOW, ask, manager, value, values
from tests.metrics.store import cover, put

THREE_AGENCIES = """
    intervention  day         dispositif  people_met
                  2024-05-01  JOUR        3
                  2024-05-01  QUARTIER    5
                  2024-05-01  NUIT        7
                  2023-05-01  QUARTIER    11
"""


def test_a_manager_reads_only_the_rows_of_their_agency(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    answered = ask(db, "people_met", scope=manager("RENNES"))
    assert value(answered) == 3
    assert answered.perimeter == "Agence : Rennes"


def test_a_breakdown_never_names_an_agency_out_of_reach(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    two = manager("RENNES", "ANGERS")
    assert values(ask(db, "people_met", by="agency", scope=two)) == {"RENNES": 3, "ANGERS": 7}
    assert values(ask(db, "people_met", by="dispositif", scope=two)) == {"JOUR": 3, "NUIT": 7}


def test_the_reference_of_a_manager_is_read_with_the_same_rights(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    answered = ask(db, "people_met", by="dispositif", versus="previous-year", scope=manager("RENNES"))
    assert values(answered) == {"JOUR": 3}


def test_asking_for_another_agency_is_refused_rather_than_answered_zero(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    for where in ("agency=NANTES", "agency=RENNES|NANTES"):
        with pytest.raises(AccessDenied, match="ces agences : NANTES"):
            ask(db, "people_met", where=where, scope=manager("RENNES"))
    with pytest.raises(AccessDenied, match=f"ces agences : {AGENCY.missing}"):
        ask(db, "people_met", where="agency=", scope=manager("RENNES"))


def test_a_dispositif_of_another_agency_has_no_row_to_show(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    answered = ask(db, "people_met", where="dispositif=QUARTIER", scope=manager("RENNES"))
    assert value(answered) == 0
    assert answered.perimeter == "Dispositif : QUARTIER · Agence : Rennes"  # and the sentence says why


def test_what_others_loaded_does_not_make_a_managers_absence_a_zero(bare: Connection) -> None:
    cover(bare, "interventions", "2024-05", dispositif="JOUR")
    assert value(ask(bare, "people_met", span="2024-05", scope=manager("RENNES"))) == 0
    assert value(ask(bare, "people_met", span="2024-05", scope=manager("NANTES"))) == "n.d."


def test_a_stock_of_a_manager_is_read_on_the_same_day_as_everyone(db: Connection) -> None:
    put(
        db,
        """
        staff  day         agency  times
               2024-11-30  RENNES  9
               2024-12-31  NANTES  20
        """,
    )
    assert value(ask(db, "headcount", scope=manager("RENNES"))) == 0  # late, and not 9


TERRITORIAL = [dimension.id for dimension in DIMENSIONS.values() if dimension.territorial]


@pytest.mark.parametrize("by", [name for name in TERRITORIAL if metric("headcount").allows(DIMENSIONS[name])])
def test_association_level_refuses_every_territorial_breakdown(db: Connection, by: str) -> None:
    with pytest.raises(AccessDenied, match="« Salariés » ne se lit qu'à l'échelle de l'association"):
        ask(db, "headcount", by=by, scope=NOTHING_BELOW)


@pytest.mark.parametrize("where", ["agency=RENNES", "agency_kind=territory"])
def test_association_level_refuses_every_territorial_filter(db: Connection, where: str) -> None:
    with pytest.raises(AccessDenied, match="à l'échelle de l'association"):
        ask(db, "headcount", where=where, scope=NOTHING_BELOW)


def test_association_level_still_reads_totals_and_breakdowns_that_tell_no_place(db: Connection) -> None:
    put(
        db,
        """
        staff  day         contract    times
               2024-12-31  permanent   9
               2024-12-31  apprentice  6
        """,
    )
    assert value(ask(db, "headcount", scope=NOTHING_BELOW)) == 9 + 6
    by_contract = values(ask(db, "headcount", by="contract", scope=NOTHING_BELOW))
    assert by_contract == {"permanent": 9, "apprentice": 6}


PLACES = {s.agency, s.dispositif, s.funder, s.sector, s.site, s.city}


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=DIMENSIONS)
def test_whatever_is_written_in_the_table_of_a_place_is_territorial(dimension: Dimension) -> None:
    tells_places = any(column.table in PLACES for column in (dimension.key, *dimension.also))
    assert dimension.territorial or not tells_places


def test_the_agencies_refused_are_named_in_order(db: Connection) -> None:
    with pytest.raises(AccessDenied, match=r"lire ces agences : ANGERS, NANTES\.$"):
        ask(db, "people_met", where="agency=NANTES|ANGERS|RENNES", scope=manager("RENNES"))


def test_one_metric_out_of_reach_refuses_the_whole_question(db: Connection) -> None:
    scope = Scope(Role.BOARD, ((Domain.ACTIVITY, Right()), (Domain.WORKFORCE, ASSOCIATION_ONLY)))
    assert values(ask(db, "interventions", by="agency", scope=scope))
    with pytest.raises(AccessDenied, match="« Salariés »"):
        ask(db, "interventions", "headcount", by="agency", scope=scope)


@pytest.mark.parametrize("role", [Role.DATA_STEWARD, Role.ADMINISTRATION])
def test_a_role_without_figures_is_refused_in_words(db: Connection, role: Role) -> None:
    with pytest.raises(AccessDenied, match="ne font pas partie de ceux que votre rôle permet de lire"):
        ask(db, "interventions", scope=scope_for(role))


def test_a_domain_without_right_is_refused_in_words(db: Connection) -> None:
    scope = Scope(Role.DIRECTION, ((Domain.ACTIVITY, Right()),))
    with pytest.raises(AccessDenied, match="votre rôle"):
        ask(db, "revenue", scope=scope)


def test_a_manager_without_agency_has_no_scope_at_all() -> None:
    with pytest.raises(AccessDenied, match="Aucune agence"):
        scope_for(Role.AGENCY_MANAGER)


def test_the_board_reads_staff_for_the_whole_association_only(db: Connection) -> None:
    board = scope_for(Role.BOARD)
    assert values(ask(db, "revenue", by="agency", scope=board))
    with pytest.raises(AccessDenied, match="« Salariés »"):
        ask(db, "headcount", by="agency", scope=board)


def test_rights_that_differ_by_domain_keep_to_the_narrowest_when_they_share_a_table(db: Connection) -> None:
    put(db, THREE_AGENCIES)
    shared = Metric(
        id="shared",
        label="Même table, autre domaine",
        domain=Domain.FINANCING,
        unit=COUNT,
        definition="Interventions, lues par les finances.",
        measure=metric("interventions").measure,
    )
    rights = (
        (Domain.ACTIVITY, Right(frozenset({"RENNES", "NANTES"}))),
        (Domain.FINANCING, Right(frozenset({"NANTES"}))),
    )
    answered = ask(db, "interventions", shared, scope=Scope(Role.AGENCY_MANAGER, rights))
    assert values(answered) == {(): (1, 1)}  # Nantes alone


def test_a_fact_without_agency_is_refused_to_a_manager_in_words() -> None:
    table = Table("meteo", MetaData(), Column("id", Integer, primary_key=True), Column("day", Date))
    weather = Fact(
        id="meteo",
        label="Météo",
        table=table,
        time=Time.FLOW,
        day=table.c.day,
        kind="météo",
        source=FIELD_TOOL,
    )
    rain = Metric(
        id="rain",
        label="Jours de pluie",
        domain=Domain.ACTIVITY,
        unit=COUNT,
        definition="Jours de pluie.",
        measure=count(weather, label="jours"),
    )
    query = Query(metrics=(rain,), period=period.year(2024))
    with pytest.raises(AccessDenied, match="« Météo » n'est pas ventilé par agence"):
        compile_query(query, manager("RENNES"), slots(query, {}))
