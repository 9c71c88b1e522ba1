"""The records behind a figure are its very rows, each once, whatever the page, the filters and the rights."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection, Table, insert, select, update

from data_access import schema as s
from data_access.access import Domain, Right, Role, Scope
from data_access.engine import reading_engine
from data_access.errors import AccessDenied, QueryError
from metrics import notation, period, records
from metrics.asked import Slot
from metrics.catalogue import METRICS, metric
from metrics.catalogue.dimensions import SECTOR
from metrics.catalogue.facts import INTERVENTIONS
from metrics.catalogue.listings import LISTINGS, MARKETS_HELD
from metrics.kinds import Aggregate
from metrics.model import Metric
from metrics.query import Filter
from metrics.records import Page, Record
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, ask, known, manager, value
from tests.metrics.store import put

LISTED = [each for each in METRICS.values() if records.listing_of(each)]
SAME_DAY = """
    intervention  day         hour  dispositif  sector   intervention_kind  people_met
                  2023-12-31  10    JOUR        R-NORD   BRUIT              1000
                  2024-01-01  10    JOUR        R-NORD   BRUIT              1
                  2024-05-01  9     JOUR        R-NORD   BRUIT              2
                  2024-05-01  8     QUARTIER    N-EST    CONFLIT            4
                  2024-05-01  8     JOUR        -        CONFLIT            8
                  2024-05-01  8     NUIT        -        BRUIT              16
                  2024-12-31  23    JOUR        R-SUD    BRUIT              32
                  2025-01-01  0     JOUR        R-SUD    BRUIT              2000
"""


def pages(
    db: Connection,
    each: Metric | str,
    *,
    span: str = "2024",
    where: str = "",
    scope: Scope = EVERYTHING,
    as_of: int | None = None,
    size: int = 2,
) -> list[Page]:
    """Every page of the records of a figure, turned one after the other."""
    context = known(db, as_of)
    kept = tuple(notation.condition(text, context.names) for text in filter(None, where.split(",")))
    asked = records.question(metric(each) if isinstance(each, str) else each, period.parse(span), kept)
    turned = [records.read(db, asked, scope, context, size=size)]
    while mark := turned[-1].following:
        turned.append(records.read(db, asked, scope, context, mark, size))
    return turned


def rows(*args: Any, **asked: Any) -> list[Record]:
    return [row for page in pages(*args, **asked) for row in page.rows]


def column(db: Connection, each: str, header: str, **asked: Any) -> list[Any]:
    """What one column of the list holds, row by row."""
    place = [shown.header for shown in pages(db, each, **asked)[0].listing.columns].index(header)
    return [row.cells[place] for row in rows(db, each, **asked)]


# --- each row once -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_rows_of_one_day_are_neither_lost_nor_repeated_where_a_page_ends(db: Connection, size: int) -> None:
    put(db, SAME_DAY)
    assert column(db, "interventions", "Personnes rencontrées", size=size) == [1, 2, 4, 8, 16, 32]
    turned = pages(db, "interventions", size=size)
    assert [len(page.rows) for page in turned[:-1]] == [size] * (len(turned) - 1)
    assert len({row.mark for page in turned for row in page.rows}) == 6


def test_the_count_is_the_figure_and_the_sum_of_the_rows_is_the_other_one(db: Connection) -> None:
    put(db, SAME_DAY)
    counted = pages(db, "interventions")[0].count.value
    assert counted == value(ask(db, "interventions")) == 6
    assert pages(db, "people_met")[0].count.value == 6  # rows, not people
    assert sum(column(db, "people_met", "Personnes rencontrées")) == value(ask(db, "people_met")) == 63


def test_a_last_page_that_is_full_is_followed_by_nothing(db: Connection) -> None:
    put(db, SAME_DAY)
    assert [len(page.rows) for page in pages(db, "interventions", size=3)] == [3, 3]


def test_rows_read_as_people_name_them(db: Connection) -> None:
    put(db, SAME_DAY)
    first, *_, nobody, _ = rows(db, "interventions")
    assert first.cells == (date(2024, 1, 1), "10 h", "Rennes", "JOUR", "Nord", "Bruit", 1)
    assert nobody.cells == (date(2024, 5, 1), "8 h", "Angers", "NUIT", "Non affecté", "Bruit", 16)


def test_an_empty_century_ends_and_its_only_row_is_found(db: Connection) -> None:
    put(db, SAME_DAY)
    assert len(rows(db, "interventions", span="1900..2199")) == 8
    assert rows(db, "interventions", span="1900..1999") == []


def test_the_parts_a_period_is_read_in_cover_each_day_once() -> None:
    first, stop = date(2024, 1, 15), date(2027, 3, 2)
    parts = list(records._windows(INTERVENTIONS, (Slot(0, first, first, stop),), None))
    bounds = [(slot.start, slot.stop) for part in parts for slot in part]
    assert [start for start, _ in bounds] == [first, *(end for _, end in bounds[:-1])]
    assert bounds[-1][1] == stop
    assert len(bounds) < 8


# --- the rows of the figure and no other -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "met"),
    [
        ("agency=RENNES", [1, 2, 8, 32]),
        ("dispositif=QUARTIER|NUIT", [4, 16]),
        ("intervention_family=C", [4, 8]),  # through a join
        ("weekday=3", [2, 4, 8, 16]),  # 1 May 2024 is a Wednesday
        ("city=ROAZHON,hour=10", [1]),
        ("sector=R-NORD", [1, 2]),
    ],
)
def test_filters_keep_what_they_keep_of_the_figure(db: Connection, where: str, met: list[int]) -> None:
    put(db, SAME_DAY)
    assert column(db, "interventions", "Personnes rencontrées", where=where) == met
    assert pages(db, "interventions", where=where)[0].count.value == len(met)
    assert value(ask(db, "people_met", where=where)) == sum(met)


def test_what_is_not_filled_in_is_a_member_like_another(db: Connection) -> None:
    put(db, SAME_DAY)
    context = known(db)
    asked = records.question(metric("interventions"), period.year(2024), (Filter(SECTOR, (None, "N-EST")),))
    assert [row.cells[-1] for row in records.read(db, asked, EVERYTHING, context).rows] == [4, 8, 16]


def test_a_filter_that_the_figure_cannot_follow_is_left_out(db: Connection) -> None:
    put(db, "meeting  day         dispositif  participations\n         2024-05-01  JOUR        3")
    sector = Filter(SECTOR, ("R-NORD",))
    asked = records.question(metric("meetings"), period.year(2024), (sector,))
    assert asked.where == ()
    assert len(records.read(db, asked, EVERYTHING, known(db)).rows) == 1


def test_the_condition_of_a_figure_is_that_of_its_records(db: Connection) -> None:
    put(
        db,
        """
        meeting  day         dispositif  meeting_kind  participations
                 2024-05-01  JOUR        CELLULE       3
                 2024-05-02  JOUR        CAFE          5

        ledger   day         account  amount_cents  dispositif
                 2024-05-01  706      12345         JOUR
                 2024-05-02  740      100           -
                 2024-05-03  641      -9999         JOUR
        """,
    )
    assert column(db, "meetings", "Participations") == [3, 5]
    assert column(db, "meetings_set_by_market", "Participations") == [3]
    assert column(db, "revenue", "Compte") == ["Ventes", "Subventions"]  # no salaries among income
    assert Fraction(sum(column(db, "revenue", "Montant (€)")), 100) == value(ask(db, "revenue"))
    assert pages(db, "revenue")[0].count.value == 2


def test_each_dispositif_is_listed_over_its_own_contract_year(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met
                      2023-09-30  JOUR        1
                      2023-10-01  JOUR        2
                      2023-12-31  QUARTIER    4
                      2024-09-30  JOUR        8
                      2024-10-01  JOUR        16
                      2024-12-31  QUARTIER    32
        """,
    )
    assert column(db, "interventions", "Personnes rencontrées", span="marche:2024") == [2, 8, 32]
    assert value(ask(db, "people_met", span="marche:2024")) == 2 + 8 + 32


def test_markets_are_listed_as_their_figure_reads_them(db: Connection) -> None:
    put(
        db,
        """
        market  code    dispositif  awarded_on  valid_from  valid_to    annual_cents
                OVER    JOUR        2020-01-01  2020-01-01  2024-01-01  100
                OPEN    JOUR        2023-12-01  2024-01-01  -           -
                SOON    QUARTIER    2024-12-31  2025-01-01  2027-01-01  300
        """,
    )
    assert [row.cells[0] for row in rows(db, MARKETS_HELD)] == [
        "OPEN"
    ]  # the day after its last is no day of it
    assert column(db, "new_markets", "Marché") == ["SOON"]  # awarded in the year, begins later
    assert value(ask(db, "new_markets")) == 1
    assert column(db, "new_markets", "Commanditaire") == ["Ville-R"]


@pytest.mark.parametrize("each", LISTED, ids=lambda each: each.id)
def test_the_records_of_each_figure_add_up_to_it_on_the_sample_years(sample: str, each: Metric) -> None:
    """The sum when the figure is one, the different values when it counts those, else the rows."""
    measure = each.measure
    assert measure is not None
    asked = records.question(each, period.parse("2024-12"))
    found, after = [], None
    while True:
        page = records.page(sample, asked, EVERYTHING, after=after)
        found += [row.mark[1] for row in page.rows]
        after = page.following
        if after is None:
            break
    assert len(found) == len(set(found)) == page.count.value
    with reading_engine(sample).connect() as db:
        read = db.scalars(select(measure.value).where(_those(measure.fact.table, found))).all()
        figure = value(ask(db, each, span="2024-12"))
    assert figure == _aggregated(measure.aggregate, read) * measure.scale


def _those(table: Table, numbers: list[int]) -> Any:
    return table.c.id.in_(numbers)


def _aggregated(aggregate: Aggregate, read: Any) -> int:
    match aggregate:
        case Aggregate.SUM:
            return sum(int(each) for each in read)
        case Aggregate.DISTINCT:
            return len(set(read))
    return len(read)


# --- rights ------------------------------------------------------------------------------------------------


def test_a_manager_lists_the_rows_of_their_agencies_only(db: Connection) -> None:
    put(db, SAME_DAY)
    met = column(db, "interventions", "Personnes rencontrées", scope=manager("RENNES"))
    assert met == [1, 2, 8, 32]
    assert pages(db, "interventions", scope=manager("RENNES"))[0].count.value == 4
    assert column(db, "interventions", "Agence", scope=manager("NANTES", "ANGERS")) == ["Nantes", "Angers"]


def test_a_dispositif_of_another_agency_lists_nothing(db: Connection) -> None:
    put(db, SAME_DAY)
    assert rows(db, "interventions", where="dispositif=QUARTIER", scope=manager("RENNES")) == []


def test_another_agency_is_refused_in_words(db: Connection) -> None:
    put(db, SAME_DAY)
    with pytest.raises(AccessDenied, match="ces agences : NANTES"):
        rows(db, "interventions", where="agency=NANTES", scope=manager("RENNES"))


def test_who_reads_the_whole_association_only_reads_no_record(db: Connection) -> None:
    put(db, SAME_DAY)
    with pytest.raises(AccessDenied, match="qu'à l'échelle de l'association"):
        rows(db, "interventions", scope=NOTHING_BELOW)


@pytest.mark.parametrize("scope", [Scope(Role.DATA_STEWARD, ()), Scope(Role.BOARD, ((Domain.RSE, Right()),))])
def test_a_domain_without_right_is_refused_in_words(db: Connection, scope: Scope) -> None:
    with pytest.raises(AccessDenied, match="votre rôle"):
        rows(db, "revenue", scope=scope)


def test_nothing_that_tells_about_a_person_is_ever_listed() -> None:
    listed = {listing.fact.table.name for listing in LISTINGS}
    assert listed == {"intervention", "meeting", "market", "ledger"}
    for name in ("headcount", "fte", "apprentices"):
        assert records.listing_of(metric(name)) is None
        with pytest.raises(QueryError, match="n'a pas de liste d'enregistrements"):
            records.question(metric(name), period.year(2024))


@pytest.mark.parametrize("name", ["interventions_per_hour", "sales_share", "qpv_inhabitants"])
def test_a_ratio_or_a_rule_has_no_record_of_its_own(name: str) -> None:
    assert records.listing_of(metric(name)) is None


def test_what_may_not_be_broken_down_is_not_listed() -> None:
    assert metric("net_result").by is not None
    assert records.listing_of(metric("net_result")) is None


# --- as known then -----------------------------------------------------------------------------------------


def test_records_are_those_known_at_a_past_import(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  people_met  loaded_by  retired_by
                      2024-05-01  JOUR        3           1          4
                      2024-05-02  QUARTIER    5           2          -
                      2024-05-01  JOUR        30          4          -
        """,
    )
    met = {n: column(db, "interventions", "Personnes rencontrées", as_of=n, size=1) for n in (1, 2, 4, None)}
    assert met == {1: [3], 2: [3, 5], 4: [30, 5], None: [30, 5]}
    assert pages(db, "interventions", as_of=1)[0].count.value == 1


def test_a_row_replaced_while_pages_are_turned_is_not_seen_twice(db: Connection) -> None:
    put(db, SAME_DAY)
    context = known(db)
    asked = records.question(metric("interventions"), period.year(2024))
    first = records.read(db, asked, EVERYTHING, context, size=2)
    db.execute(
        update(s.intervention).where(s.intervention.c.id == first.rows[0].mark[1]).values(retired_by=9)
    )
    second = records.read(db, asked, EVERYTHING, context, first.following, 2)
    assert [row.cells[-1] for row in (*first.rows, *second.rows)] == [1, 2, 4, 8]


# --- hostile words -----------------------------------------------------------------------------------------

HOSTILE = "x'); DROP TABLE market; -- <script>"


def test_hostile_words_are_values_in_and_out(db: Connection) -> None:
    put(db, "market  code  dispositif  awarded_on\n        A     JOUR        2024-05-01")
    row = db.execute(select(s.market)).mappings().one()
    db.execute(insert(s.market).values({**row, "id": row["id"] + 1, "code": HOSTILE}))
    assert column(db, "new_markets", "Marché") == ["A", HOSTILE]
    asked = records.question(metric("interventions"), period.year(2024), (Filter(SECTOR, (HOSTILE,)),))
    page = records.read(db, asked, EVERYTHING, known(db))
    assert (page.rows, page.count.value) == ((), 0)
