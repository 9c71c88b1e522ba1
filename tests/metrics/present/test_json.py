"""A program reads the words of the screen: months by name, and which figures rest on missing months."""

from sqlalchemy import Connection

from metrics.present import json, text
from tests.metrics.asking import ask
from tests.metrics.store import cover


def test_a_month_is_written_as_on_the_screen_and_its_code_is_its_first_day(db: Connection) -> None:
    rows = json.result(ask(db, "interventions", span="2024-T1", by="month,agency"))["rows"]
    assert rows[0]["by"] == {"month": "janv. 2024", "agency": "Rennes"}
    assert rows[0]["codes"] == {"month": "2024-01-01", "agency": "RENNES"}


def test_months_that_were_not_loaded_are_told_by_figure_and_in_words(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-12")
    cover(bare, "grand livre", "2024-01", "2024-10")
    answered = ask(bare, "interventions", "revenue")
    assert json.result(answered)["partial"] == {"interventions": False, "revenue": True}
    assert text.result(answered).endswith("Mois incomplets : Produits.")
    assert "Mois incomplets" not in text.result(ask(bare, "interventions", "revenue", span="2024-05"))
