"""Few people are never shown, nor given back by a total, a complement, a change, a month or several asks."""

from fractions import Fraction

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from tests.metrics.asking import ask, change, changes, manager, reference, value, values
from tests.metrics.store import put

AGENCIES = ("RENNES", "NANTES", "ANGERS")


def staff(*people: int, day: str = "2024-12-31") -> str:
    """Some people in each agency on a day."""
    lines = (f"{day} {agency} {n}" for agency, n in zip(AGENCIES, people, strict=False) if n)
    return "\n".join(["staff day agency times", *(f" {line}" for line in lines)])


def by_agency(db: Connection, name: str = "headcount", **asked: str) -> tuple[object, ...]:
    found = values(ask(db, name, by="agency", **asked))
    return tuple(found.get(agency) for agency in AGENCIES)


@pytest.mark.parametrize(("people", "expected"), [(0, 0), (1, "s"), (4, "s"), (5, 5), (6, 6)])
def test_a_count_from_one_to_four_is_hidden_and_zero_is_a_value(
    db: Connection, people: int, expected: object
) -> None:
    if people:
        put(db, f"staff day times\n 2024-12-31 {people}")
    assert value(ask(db, "headcount")) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ((20, 30, 40), (20, 30, 40)),
        ((3, 30, 40), ("s", "s", 40)),  # 3 alone would be the total less 30 and 40
        ((3, 4, 40), ("s", "s", 40)),  # two hidden cells, together seven, protect each other
        ((1, 2, 40), ("s", "s", "s")),  # together three, they would be told within fewer than five
        ((3, 0, 40), ("s", 0, "s")),  # nobody hides nobody
    ],
)
def test_a_hidden_agency_takes_along_what_would_give_it_back(
    db: Connection, people: tuple[int, ...], expected: tuple[object, ...]
) -> None:
    put(db, staff(*people))
    assert by_agency(db) == expected
    assert value(ask(db, "headcount")) == sum(people)


def test_what_is_hidden_in_a_breakdown_is_hidden_when_it_is_asked_for_alone(db: Connection) -> None:
    put(db, staff(3, 30, 40))
    assert [value(ask(db, "headcount", where=f"agency={agency}")) for agency in AGENCIES] == ["s", "s", 40]


@pytest.mark.parametrize(
    ("several", "expected"),
    [
        ("RENNES|NANTES", "s"),  # with the one that is shown, the total less this sum would say the same
        ("NANTES|ANGERS", "s"),  # the total less this sum would be the three of Rennes
        ("RENNES|NANTES|ANGERS", 3 + 30 + 40),  # the total by another name
    ],
)
def test_several_members_are_shown_when_each_is_or_when_they_are_all_there_are(
    db: Connection, several: str, expected: object
) -> None:
    put(db, staff(3, 30, 40))
    assert value(ask(db, "headcount", where=f"agency={several}")) == expected


def test_a_kind_of_agency_is_its_agencies(db: Connection) -> None:
    put(db, staff(3, 30, 40) + "\n 2024-12-31 SIEGE 9")
    assert value(ask(db, "headcount", where="agency_kind=territory")) == "s"
    assert value(ask(db, "headcount", where="agency_kind=head_office")) in (9, "s")


SEXES = """
    staff  day         agency  sex  times
           2024-12-31  RENNES  F    7
           2024-12-31  RENNES  M    4
           2024-12-31  NANTES  F    12
           2024-12-31  NANTES  M    30
           2024-12-31  ANGERS  F    9
           2024-12-31  ANGERS  M    8
"""


def test_the_four_men_of_an_agency_hide_its_women_and_those_of_another(db: Connection) -> None:
    put(db, SEXES)
    assert by_agency(db, "women") == ("s", 12, "s")
    assert value(ask(db, "women")) == 7 + 12 + 9
    assert by_agency(db) == (7 + 4, 12 + 30, 9 + 8)


def test_a_rate_is_hidden_with_the_counts_it_is_made_of(db: Connection) -> None:
    put(db, SEXES)
    assert by_agency(db, "women_share") == ("s", Fraction(12, 42) * 100, "s")


def test_a_hidden_figure_carries_neither_its_value_nor_its_sums(db: Connection) -> None:
    put(db, "staff day times\n 2024-12-31 3")
    figure = ask(db, "permanent_share").rows[0].cells[0].figure
    assert (figure.value, figure.numerator, figure.denominator, figure.base) == (None, None, None, None)


def test_the_change_from_or_to_a_hidden_cell_is_hidden(db: Connection) -> None:
    put(db, staff(3, 30, 40, day="2023-12-31"))
    put(db, staff(12, 30, 50))
    moved = ask(db, "headcount", where="agency=RENNES", versus="previous-year")
    assert (value(moved), reference(moved), change(moved)) == (12, "s", "s")
    told = changes(ask(db, "headcount", by="agency", versus="previous-year"))
    assert (told["RENNES"], told["NANTES"], told["ANGERS"]) == ("s", "s", 25)


def test_the_months_of_a_year_hide_the_same_cells_or_their_differences_would_tell(db: Connection) -> None:
    """Three people in November, ten in December: both hidden, with what protects them."""
    put(db, staff(3, 20, 30, day="2024-11-30"))
    put(db, staff(10, 20, 30))
    put(db, staff(10, 20, 30, day="2023-12-31"))
    told = values(ask(db, "headcount", span="2024-11..2024-12", by="month,agency"))
    for month in ("2024-11", "2024-12"):
        assert [told[month, agency] for agency in AGENCIES] == ["s", "s", 30]
    assert by_agency(db, span="2023") == (10, 20, 30), "another year has a mask of its own"


def test_everyone_has_the_same_mask(db: Connection) -> None:
    """The manager of Angers reads what all read; that of Nantes does not read what hides Rennes."""
    put(db, staff(3, 30, 40))
    assert value(ask(db, "headcount", scope=manager("ANGERS"))) == 40
    assert value(ask(db, "headcount", scope=manager("NANTES"))) == "s"
    assert value(ask(db, "headcount", scope=manager("NANTES", "ANGERS"))) == "s"


def test_the_median_of_the_others_is_hidden_as_soon_as_one_of_them_is(db: Connection) -> None:
    put(db, staff(3, 30, 40))
    assert reference(ask(db, "headcount", where="agency=ANGERS", versus="median")) == "s"


def test_fewer_than_eleven_people_born_abroad_are_hidden_with_all_that_tells_them(db: Connection) -> None:
    put(
        db,
        """
        staff  day         birth_area  times
               2024-12-31  africa      7
               2024-12-31  france      50
        """,
    )
    assert value(ask(db, "headcount")) == 57
    assert value(ask(db, "born_abroad")) == "s"
    assert value(ask(db, "born_abroad_share")) == "s"


def test_areas_of_birth_are_told_together_or_not_at_all(db: Connection) -> None:
    put(
        db,
        """
        staff  day         birth_area  times
               2024-12-31  africa      30
               2024-12-31  europe      20
               2024-12-31  france      50
               2024-12-31  undeclared  1
        """,
    )
    assert value(ask(db, "born_abroad")) == 30 + 20
    assert value(ask(db, "headcount", where="birth_area=africa")) == "s"
    assert set(values(ask(db, "headcount", by="birth_area")).values()) == {"s"}
    assert value(ask(db, "headcount", where="birth_area=france|undeclared")) == 50 + 1


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("headcount", {"by": "agency", "where": "age_band=25_34"}),
        ("women", {"by": "agency", "where": "age_band=25_34"}),
        ("headcount", {"by": "agency,sex,contract"}),
        ("headcount", {"where": "sex=F,contract=CDI"}),
        ("headcount", {"by": "foundation"}),  # of mediators only
        ("headcount", {"by": "agency", "where": "job_family=referent,foundation=never"}),
    ],
)
def test_what_no_published_table_tells_is_refused_with_those_that_do(
    db: Connection, name: str, asked: dict[str, str]
) -> None:
    put(db, staff(30, 30))
    with pytest.raises(QueryError, match="seuls des tableaux fixes sont publiés"):
        ask(db, name, **asked)


def test_a_refusal_names_the_tables_there_are(db: Connection) -> None:
    with pytest.raises(QueryError, match="Tableaux publiés : agence ; tranche d'âge"):
        ask(db, "women", by="agency", where="age_band=25_34")


def test_the_dispositif_of_people_is_never_told(db: Connection) -> None:
    for name in ("headcount", "fte", "entries", "accidents_with_stop", "hours_worked"):
        with pytest.raises(QueryError, match="ne se ventile pas"):
            ask(db, name, by="dispositif")


ENROLLED = """
enrolment  programme  valid_from  agency  times
           AMIS       2024-01-01  RENNES  30
           MSADS      2024-01-01  RENNES  20
           AMIS       2024-01-01  NANTES  10
           MSADS      2024-01-01  NANTES  {few}
"""


def test_hours_of_titles_tell_how_many_prepare_each(db: Connection) -> None:
    """The lengths are known: 10 × 406 + 2 × 441 hours for twelve people can be nothing else."""
    put(db, ENROLLED.format(few=2))
    assert value(ask(db, "title_hours")) == Fraction(40 * 406 + 22 * 441, 40 + 22)
    for by in ("agency", "employer", "agency_kind"):
        with pytest.raises(QueryError, match="ne se ventile pas"):
            ask(db, "title_hours", by=by)


def test_hours_of_all_titles_are_hidden_with_those_who_prepare_one(db: Connection) -> None:
    put(db, "enrolment programme valid_from times\n AMIS 2024-01-01 40\n MSADS 2024-01-01 2")
    assert value(ask(db, "apprentices_in_training")) == 42
    assert set(values(ask(db, "apprentices_in_training", by="programme")).values()) == {"s"}
    assert value(ask(db, "title_hours")) == "s"
