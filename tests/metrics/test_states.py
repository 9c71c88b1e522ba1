"""Zero, not known and not computable are three things, and never look alike."""

from datetime import date

from sqlalchemy import Connection

from metrics import coverage
from tests.metrics.asking import ask, changes, reference, value, values
from tests.metrics.store import cover, put


def test_nothing_in_a_month_that_was_loaded_is_zero(bare: Connection) -> None:
    cover(bare, "interventions", "2024-03")
    assert value(ask(bare, "interventions", span="2024-03")) == 0


def test_nothing_in_a_month_that_was_not_loaded_is_not_known(bare: Connection) -> None:
    cover(bare, "interventions", "2024-03")
    assert value(ask(bare, "interventions", span="2024-04")) == "n.d."


def test_a_curve_stops_where_nothing_was_loaded(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-02")
    put(
        bare,
        """
        intervention  day         times
                      2024-01-10  2
        """,
    )
    months = values(ask(bare, "interventions", span="2024-01..2024-03", by="month"))
    assert months == {"2024-01": 2, "2024-02": 0, "2024-03": "n.d."}


def test_another_kind_of_file_says_nothing_about_this_one(bare: Connection) -> None:
    cover(bare, "heures de terrain", "2024-03")
    assert value(ask(bare, "interventions", span="2024-03")) == "n.d."


def test_the_file_of_one_dispositif_says_nothing_about_another(bare: Connection) -> None:
    cover(bare, "interventions", "2024-03", dispositif="JOUR")
    assert value(ask(bare, "interventions", span="2024-03", where="dispositif=JOUR")) == 0
    assert value(ask(bare, "interventions", span="2024-03", where="dispositif=QUARTIER")) == "n.d."


def test_an_agency_whose_dispositifs_sent_nothing_is_not_known_rather_than_zero(bare: Connection) -> None:
    cover(bare, "interventions", "2024-03", dispositif="JOUR")
    put(
        bare,
        """
        intervention  day         dispositif  times
                      2024-03-10  JOUR        2
        """,
    )
    shown = values(ask(bare, "interventions", span="2024-03", by="agency"))
    assert (shown["RENNES"], shown["NANTES"]) == (2, "n.d.")
    assert value(ask(bare, "interventions", span="2024-03", where="agency=NANTES")) == "n.d."


def test_the_head_office_has_no_dispositif_and_is_known_from_files_about_everyone_only(
    bare: Connection,
) -> None:
    cover(bare, "personnel", "2024-03")
    cover(bare, "personnel", "2024-04", dispositif="JOUR")
    for by_agency, expected in (("2024-03", 0), ("2024-04", "n.d."), ("2024-05", "n.d.")):
        assert values(ask(bare, "headcount", span=by_agency, by="agency"))["SIEGE"] == expected


def test_one_dispositifs_file_does_not_complete_a_month_that_everyone_else_owes(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-12")
    cover(bare, "interventions", "2025-01", dispositif="JOUR")
    answered = ask(bare, "interventions", span="2025-01")
    assert (value(answered), answered.partial, answered.data_date) == (0, (True,), None)
    assert coverage.read(bare, None).last_complete_month(["interventions"]) == date(2024, 12, 1)
    own = ask(bare, "interventions", span="2025-01", where="dispositif=JOUR")
    assert (own.partial, own.data_date) == ((False,), date(2025, 1, 31))


def test_a_month_is_whole_once_every_dispositif_that_sends_has_sent_it(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-02", dispositif="JOUR")
    cover(bare, "interventions", "2024-01", dispositif="NUIT")
    known = coverage.read(bare, None)
    assert known.last_complete_month(["interventions"]) == date(2024, 1, 1)  # NUIT owes February
    assert known.complete("interventions", date(2024, 1, 1), date(2024, 2, 1))  # QUARTIER never sent any
    cover(bare, "interventions", "2024-02", dispositif="NUIT")
    assert coverage.read(bare, None).last_complete_month(["interventions"]) == date(2024, 2, 1)


def test_after_files_about_everyone_every_dispositif_is_owed(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01")
    for sender in ("JOUR", "ECOLE", "VRAC", "QUARTIER"):
        cover(bare, "interventions", "2024-02", dispositif=sender)
    assert coverage.read(bare, None).last_complete_month(["interventions"]) == date(2024, 1, 1)
    cover(bare, "interventions", "2024-02", dispositif="NUIT")
    assert coverage.read(bare, None).last_complete_month(["interventions"]) == date(2024, 2, 1)


def test_nothing_to_divide_by_is_not_computable_and_never_zero(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         times
                      2024-03-10  2
        """,
    )
    assert value(ask(db, "interventions_per_hour", span="2024-03")) == "n.c."
    assert value(ask(db, "presence_rate", span="2024-03")) == "n.c."


def test_a_ratio_whose_denominator_was_not_loaded_is_not_known(bare: Connection) -> None:
    cover(bare, "interventions", "2024-03")
    put(
        bare,
        """
        intervention  day         times
                      2024-03-10  2
        """,
    )
    assert value(ask(bare, "interventions_per_hour", span="2024-03")) == "n.d."


def test_zero_out_of_something_is_zero(db: Connection) -> None:
    put(
        db,
        """
        field_hours  day         planned_minutes  done_minutes
                     2024-03-10  60               0
        """,
    )
    assert value(ask(db, "presence_rate", span="2024-03")) == 0


def test_a_file_without_time_covers_every_period(bare: Connection) -> None:
    assert value(ask(bare, "posts", span="2019")) == "n.d."
    put(
        bare,
        """
        coverage  kind    month  dispositif
                  postes  -      -
        """,
    )
    assert value(ask(bare, "posts", span="2019")) == 0


def test_no_reference_data_keeps_the_row(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-12")
    put(
        bare,
        """
        intervention  day         times
                      2024-03-10  2
        """,
    )
    answered = ask(bare, "interventions", versus="previous-year")
    assert (value(answered), reference(answered)) == (2, "n.d.")
    assert changes(answered) == {(): "n.d."}
    by_agency = ask(bare, "interventions", by="agency", versus="previous-year")
    assert values(by_agency)["RENNES"] == 2


def test_a_member_met_only_in_the_reference_keeps_its_row(db: Connection) -> None:
    put(
        db,
        """
        intervention  day         dispositif  times
                      2023-03-10  NUIT        4
                      2024-03-10  JOUR        2
        """,
    )
    answered = ask(db, "interventions", by="dispositif", versus="previous-year")
    assert values(answered) == {"JOUR": 2, "NUIT": 0}
    assert changes(answered) == {"JOUR": "n.c.", "NUIT": -100}


def test_an_empty_store_answers_that_it_knows_nothing(bare: Connection) -> None:
    answered = ask(bare, "headcount", "revenue", "posts")
    assert values(answered) == {(): ("n.d.", "n.d.", "n.d.")}
    assert answered.data_date is None


def test_a_period_loaded_in_part_says_so_with_its_data_date(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-09")
    year, summer = (ask(bare, "interventions", span=span) for span in ("2024", "2024-07..2024-09"))
    assert (year.data_date, year.partial) == (date(2024, 9, 30), (True,))
    assert (summer.data_date, summer.partial) == (date(2024, 9, 30), (False,))


def test_the_data_date_of_one_dispositif_is_that_of_its_own_files(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-12", dispositif="QUARTIER")
    cover(bare, "interventions", "2024-01", "2024-09", dispositif="JOUR")
    jour, rennes, everyone = (
        ask(bare, "interventions", where=where) for where in ("dispositif=JOUR", "agency=RENNES", "")
    )
    assert [jour.data_date, rennes.data_date] == [date(2024, 9, 30), date(2024, 9, 30)]
    assert everyone.data_date == date(2024, 9, 30)  # and not December, which JOUR has not sent
    assert [jour.partial, rennes.partial, everyone.partial] == [(True,), (True,), (True,)]


def test_a_contract_year_is_complete_when_the_dispositifs_own_months_are(bare: Connection) -> None:
    cover(bare, "interventions", "2023-10", "2024-09")
    assert ask(bare, "interventions", span="marche:2024", where="dispositif=JOUR").partial == (False,)
    assert ask(bare, "interventions", span="marche:2024", where="dispositif=NUIT").partial == (True,)


def test_the_data_date_of_several_figures_is_that_of_the_latest_file(bare: Connection) -> None:
    cover(bare, "interventions", "2024-01", "2024-12")
    cover(bare, "grand livre", "2024-01", "2024-10")
    answered = ask(bare, "interventions", "revenue")
    assert answered.data_dates == (date(2024, 12, 31), date(2024, 10, 31))
    assert answered.data_date == date(2024, 10, 31)
