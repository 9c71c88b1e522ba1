"""Orders: the answer is a day that comes after, and the delay is counted when the file is loaded."""

from collections.abc import Sequence

import pytest

from data_access import schema as s
from tests.data_access.builders import csv_file, loaded, rows_of, sentences

HEADERS = ("Date", "Dispositif", "Commanditaire", "Répondue le")


def orders(*rows: Sequence[str], period: str = "2024-02", dispositif: str = "") -> str:
    return csv_file("commandes", HEADERS, rows, period=period, dispositif=dispositif)


def test_an_answer_before_the_order_is_refused(small_world: str) -> None:
    text = orders(("15/02/2024", "JOUR", "VILLE", "14/02/2024"), ("15/02/2024", "JOUR", "", "15/02/2024"))
    assert sentences(small_world, text) == [
        (
            "Ligne 5, colonne « Répondue le » : « 14/02/2024 » — attendu : une date à partir du 15/02/2024."
            " La réponse vient avant la commande."
        )
    ]


def test_the_month_of_a_file_is_that_of_the_orders_and_not_of_the_answers(small_world: str) -> None:
    assert sentences(small_world, orders(("29/02/2024", "JOUR", "VILLE", "04/03/2024"))) == []
    (told,) = sentences(small_world, orders(("01/03/2024", "JOUR", "VILLE", "04/03/2024")))
    assert told.startswith("Ligne 5, colonne « Date » : « 01/03/2024 »")


def test_an_unknown_commanditaire_gets_the_nearest_one(small_world: str) -> None:
    (told,) = sentences(small_world, orders(("01/02/2024", "JOUR", "VILE", "")))
    assert told.endswith("Vouliez-vous dire « VILLE » (Ville de Nantes) ?")


@pytest.mark.parametrize(
    ("received", "answered", "delay"),
    [
        ("15/02/2024", "15/02/2024", 0),
        ("27/02/2024", "01/03/2024", 3),  # 28 and 29 February, then 1 March
        ("16/02/2024", "19/02/2024", 3),  # the weekend counts
        ("15/02/2024", "", None),
    ],
)
def test_the_delay_is_in_calendar_days_and_nothing_while_the_order_waits(
    world: str, received: str, answered: str, delay: int | None
) -> None:
    assert loaded(world, orders((received, "JOUR", "VILLE", answered))).number
    (row,) = rows_of(world, s.funder_order)
    assert row["delay_days"] == delay
    assert (row["answered_on"] is None) is (delay is None)


def test_an_order_belongs_to_the_agency_of_its_dispositif_and_may_name_nobody(small_world: str) -> None:
    assert loaded(small_world, orders(("01/02/2024", "JOUR", "", ""))).number
    (row,) = rows_of(small_world, s.funder_order)
    assert (row["agency_id"], row["funder_id"]) == ("RENNES", None)


def test_an_order_answered_since_is_replaced_with_its_month(small_world: str) -> None:
    loaded(small_world, orders(("28/02/2024", "JOUR", "VILLE", ""), ("28/02/2024", "TRAM", "VILLE", "")))
    later = orders(("28/02/2024", "JOUR", "VILLE", "05/03/2024"), dispositif="JOUR")
    assert loaded(small_world, later).number
    delays = {row["dispositif_id"]: row["delay_days"] for row in rows_of(small_world, s.funder_order)}
    assert delays == {"JOUR": 6, "TRAM": None}  # 29 February, then 1 to 5 March
