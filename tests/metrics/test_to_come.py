"""What a register says of the days after the last ones loaded is planned: it is never told as a fact."""

from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, insert

from data_access import schema as s
from metrics.catalogue.listings import MARKETS_HELD
from tests.metrics.asking import ask, change, reference, value, values
from tests.metrics.store import cover, put

BOOKS = """
market  dispositif  valid_from  valid_to    awarded_on
        JOUR        2022-01-01  -           2021-12-01
        QUARTIER    2022-01-01  2025-01-01  2021-12-01
        ECOLE       2025-03-01  -           2024-11-25
        NUIT        2025-04-01  -           2025-02-01

post  dispositif  fte_hundredths  valid_from  valid_to
      JOUR        300             2022-01-01  -
      QUARTIER    400             2022-01-01  2024-12-01

rse_action  valid_from  due_on
            2024-01-01  2024-11-30
            2024-01-01  2025-02-28
"""


def store(connection: Connection) -> Connection:
    cover(connection, "interventions", "2023-01", "2024-12")
    kept = [{"kind": kind, "loaded_by": 1} for kind in ("marchés", "postes", "actions RSE")]
    connection.execute(insert(s.coverage), kept)
    put(connection, BOOKS)
    return connection


def test_a_period_that_goes_beyond_the_data_reads_registers_up_to_them(bare: Connection) -> None:
    school = ask(store(bare), "field_dispositifs", span="scolaire:2024", versus="previous-year")
    assert (value(school), reference(school), change(school)) == (2, 2, "n.d.")  # QUARTIER ends with 2024
    assert (school.partial, school.data_dates) == ((True,), (date(2024, 12, 31),))
    assert value(ask(bare, "rse_actions_late", span="scolaire:2024")) == 1  # the other is due in February
    assert value(ask(bare, "new_markets", span="2024-10..2025-03")) == 1  # ECOLE, awarded in November


def test_means_of_month_ends_are_those_of_the_months_loaded(bare: Connection) -> None:
    put(store(bare), "intervention  day  times\n 2024-10-05  60")
    per_fte = value(ask(bare, "interventions_per_fte", span="2024-10..2025-09"))
    assert per_fte == 60 / Fraction(3 * 3 + 4 * 2, 3)


def test_a_period_that_begins_after_the_data_has_no_figure(bare: Connection) -> None:
    quarter = ask(store(bare), "field_dispositifs", "posts", "rse_actions_late", span="2025-T1")
    assert values(quarter) == {(): ("n.d.", "n.d.", "n.d.")}


def test_each_month_is_known_or_to_come(bare: Connection) -> None:
    months = values(ask(store(bare), "field_dispositifs", span="2024-11..2025-02", by="month"))
    assert months == {"2024-11": 2, "2024-12": 2, "2025-01": "n.d.", "2025-02": "n.d."}


def test_a_register_without_companion_is_known_as_far_as_most_files(bare: Connection) -> None:
    cover(bare, "budget", "2024-01", "2025-12")  # runs ahead
    cover(bare, "instances", "2023-01", "2024-12")
    assert value(ask(store(bare), "rse_actions_late", span="2025")) == "n.d."


def test_markets_to_come_are_still_listed(bare: Connection) -> None:
    assert value(ask(store(bare), MARKETS_HELD, span="2025")) == len(("JOUR", "ECOLE", "NUIT"))
