"""Of the staff of the sample, nobody finds out what is hidden, with all that the reports print of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from data_access.engine import reading_engine
from metrics.context import Context, context
from tests.metrics.adversary import Book, Meaning
from tests.metrics.sample_people import AGENCIES, finest, found_out, printed

MEDIATOR = {"job_family": ["mediator"]}
TRAINED = {**MEDIATOR, "foundation": ["within_six_months", "later"]}
STAFF = {
    "headcount": Meaning({}),
    "women": Meaning({"sex": ["F"]}),
    "women_share": Meaning({"sex": ["F"]}, {}),
    "apprentices": Meaning({"contract": ["apprentice"]}),
    "permanent_share": Meaning({"contract": ["permanent"]}, {}),
    "permanent_share_without_apprentices": Meaning(
        {"contract": ["permanent"]}, {"contract": ["permanent", "fixed_term"]}
    ),
    "born_abroad": Meaning({"birth_area": ["africa"]}),
    "born_abroad_share": Meaning({"birth_area": ["africa"]}, {}),
    "foundation_trained": Meaning(TRAINED),
    "foundation_share": Meaning(TRAINED, MEDIATOR),
    "foundation_in_time_share": Meaning({**MEDIATOR, "foundation": ["within_six_months"]}, MEDIATOR),
    "titled_mediators": Meaning({**MEDIATOR, "title": ["own_cfa", "elsewhere"]}),
    "own_cfa_titled": Meaning({**MEDIATOR, "title": ["own_cfa"]}),
}
MEMBERS = {
    "agency": AGENCIES,
    "sex": ("F", "M"),
    "contract": ("permanent", "fixed_term", "apprentice"),
    "job_family": ("mediator", "referent", "manager", "bulky_waste", "support"),
    "birth_area": ("france", "africa"),  # at home and abroad
    "foundation": ("within_six_months", "later", "never", "-"),  # told of mediators only
    "title": ("own_cfa", "elsewhere", "none", "-"),
}
SQL = """
    SELECT {year}, agency_id, sex, contract, family,
        CASE WHEN birth_area IN ('france', 'undeclared') THEN 'france' ELSE 'africa' END,
        CASE family WHEN 'mediator' THEN foundation ELSE '-' END,
        CASE family WHEN 'mediator' THEN title ELSE '-' END,
        count(*)
    FROM staff JOIN job ON job.id = job_id
    WHERE retired_by IS NULL AND day = '{year}-12-31' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""


# « 100 % de CDI hors apprentis » in Angers says that nobody there is on a fixed term
TOLD_BY_PRINT = {"2023": [], "2024": ["2024 agency=ANGERS, contract=fixed_term: 0 to -0"]}


@pytest.fixture(scope="module")
def store(sample_store: str) -> Iterator[tuple[Connection, Context]]:
    """The sample years on one engine: masks are the same on the other."""
    with reading_engine(sample_store).connect() as connection:
        yield connection, context(sample_store)


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_of_the_staff_nothing_is_found_from_what_is_shown_and_printed(
    store: tuple[Connection, Context], sample_store: str, year: str
) -> None:
    book = Book(
        meanings=STAFF,
        members={name: [m for m in members if m != "-"] for name, members in MEMBERS.items()},
        dates={year: (year,)},
        tables=(
            (("agency", "sex"), 5),
            (("agency", "contract"), 5),
            (("agency", "job_family"), 5),
            (("agency", "birth_area"), 11),
            (("agency", "job_family", "foundation"), 5),
            (("agency", "job_family", "title"), 5),
        ),
        says={"headcount": ("birth_area",), "born_abroad": ("birth_area",)},
        several=("agency", "job_family"),
        more=printed(sample_store, STAFF, store[1], year),
    )
    cells = [
        cell
        for cell in finest(MEMBERS, year)
        if (cell["job_family"] == "mediator") is ("-" not in (cell["foundation"], cell["title"]))
        and (cell["foundation"] == "-") is (cell["title"] == "-")
    ]
    assert found_out(store, book, cells, SQL.format(year=year)) == TOLD_BY_PRINT[year]
