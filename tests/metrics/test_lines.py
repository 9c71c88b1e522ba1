"""The lines of an answer: all of them, once, in the order people expect, under French names."""

from datetime import date

from sqlalchemy import Connection

from metrics import coverage
from tests.metrics.asking import ask, known, manager, values
from tests.metrics.store import cover, put


def labels(db: Connection, by: str, **asked: str) -> list[tuple[str, ...]]:
    """The names of the lines, in order."""
    return [row.labels for row in ask(db, "people_met", by=by, **asked).rows]


def test_agencies_come_in_their_own_order_and_all_of_them(db: Connection) -> None:
    assert labels(db, "agency") == [("Rennes",), ("Nantes",), ("Angers",), ("Paris",), ("Siège",)]


def test_a_filter_keeps_only_the_agencies_it_names(db: Connection) -> None:
    assert labels(db, "agency", where="agency=NANTES|SIEGE") == [("Nantes",), ("Siège",)]


def test_members_come_in_french_alphabetical_order_and_what_is_not_filled_in_comes_last(
    db: Connection,
) -> None:
    put(
        db,
        """
        sector        id    name     city
                      A     Zola     ROAZHON
                      B     Écluse   ROAZHON
                      C     eau      ROAZHON

        intervention  sector
                      A
                      -
                      B
                      C
        """,
    )
    assert labels(db, "sector") == [("eau",), ("Écluse",), ("Zola",), ("Non affecté",)]


def test_a_closed_list_comes_in_its_own_order(db: Connection) -> None:
    put(
        db,
        """
        intervention  intervention_kind  dispositif
                      CONFLIT            ECOLE
                      BRUIT              JOUR
        """,
    )
    assert labels(db, "intervention_family") == [("Nuisances",), ("Conflits",)]  # and not C before N
    assert labels(db, "family") == [("Médiation de jour",), ("Médiation à l'école",)]


def test_income_has_no_line_of_expenses_nor_has_its_budget(db: Connection) -> None:
    put(
        db,
        """
        ledger  day         account  amount_cents
                2024-03-31  706      90000
                2024-03-31  641      -50000

        budget  day         line     amount_cents
                2024-03-01  sales    80000
                2024-03-01  expense  -40000
        """,
    )
    for name in ("revenue", "budgeted_revenue", "budget_gap"):
        assert list(values(ask(db, name, by="funding_line"))) == ["sales"]


def test_steps_of_time_come_first_to_last_and_none_is_missing(db: Connection) -> None:
    put(db, "intervention day\n 2024-03-05")
    months = list(values(ask(db, "people_met", by="month")))
    assert months == [f"2024-{month:02}" for month in range(1, 13)]
    assert list(values(ask(db, "people_met", by="quarter"))) == ["2024-01", "2024-04", "2024-07", "2024-10"]


def test_the_order_of_the_breakdowns_is_that_of_the_question(db: Connection) -> None:
    put(db, "intervention day\n 2024-03-05")
    first = ask(db, "people_met", span="2024-03", by="month,agency").rows[0]
    other = ask(db, "people_met", span="2024-03", by="agency,month").rows[0]
    assert (first.keys, other.keys) == ((date(2024, 3, 1), "RENNES"), ("RENNES", date(2024, 3, 1)))


def test_the_perimeter_is_a_sentence(db: Connection) -> None:
    assert ask(db, "people_met").perimeter == "Ensemble de l'association"
    filtered = ask(db, "people_met", where="agency=RENNES|NANTES,sector=vide,setting=public_space").perimeter
    assert (
        filtered == "Agence : Rennes, Nantes · Secteur : Non affecté · Cadre d'intervention : Espace public"
    )
    own = ask(db, "people_met", where="family=day", scope=manager("NANTES", "ANGERS")).perimeter
    assert own == "Famille de dispositif : Médiation de jour · Agence : Angers, Nantes"


def test_the_context_knows_what_a_question_needs(db: Connection) -> None:
    context = known(db)
    assert context.territories == ("RENNES", "NANTES", "ANGERS", "IDF")
    assert (context.first_months["JOUR"], context.home_agencies["JOUR"]) == (10, "RENNES")
    assert context.names["agency"]["SIEGE"] == "Siège"


def test_the_last_complete_month_is_that_of_the_latest_file(bare: Connection) -> None:
    cover(bare, "interventions", "2023-02", "2024-12")
    cover(bare, "grand livre", "2023-01", "2024-10")
    loaded = coverage.read(bare, None)
    kinds = ("interventions", "grand livre", "postes")
    assert (loaded.first_month(kinds), loaded.last_complete_month(kinds)) == (
        date(2023, 2, 1),
        date(2024, 10, 1),
    )
    assert coverage.Coverage({}).last_complete_month(kinds) is None
