"""References: one figure, one reference; typed back, it asks the same of the same import."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Connection

from data_access.errors import QueryError
from metrics import catalogue, figure_id
from metrics.catalogue.activity import INTERVENTIONS_COUNT
from metrics.catalogue.dimensions import AGENCY, MONTH, QUARTER, SECTOR
from metrics.model import Dimension
from metrics.period import parse
from metrics.query import Filter, Query, Value
from metrics.result import Cell, Result, Row
from tests.metrics.asking import known
from tests.pages.answers import figure

RENNES = Filter(AGENCY, ("RENNES",))


def answered(
    span: str, by: tuple[Dimension, ...] = (), keys: tuple[Value | date, ...] = (), **more: object
) -> Result:
    """An answer of one line."""
    told: dict[str, object] = {
        "query": Query(metrics=(INTERVENTIONS_COUNT,), period=parse(span), by=by),
        "rows": (Row(keys, tuple(map(str, keys)), (Cell(figure(1)),)),),
        "perimeter": "",
        "versus_label": "",
        "data_dates": (None,),
        "partial": (False,),
        "as_of": None,
        "import_number": 57,
    }
    return Result(**(told | more))  # type: ignore[arg-type]


def reference(answer: Result) -> str:
    return figure_id.written(answer, INTERVENTIONS_COUNT, answer.rows[0])


@pytest.mark.parametrize(
    "span", ["2024", "2024-12", "2024-T3", "ytd:2024-09", "marche:2024", "2024-01-15..2024-02-03"]
)
def test_the_figure_of_a_period_says_it_as_the_commands_do(span: str) -> None:
    assert reference(answered(span)) == f"interventions/{span}/v1/57"


def test_a_month_of_a_year_is_the_month_itself() -> None:
    """The same figure has the same reference wherever it is read."""
    assert reference(answered("2024", (MONTH,), (date(2024, 3, 1),))) == reference(answered("2024-03"))


def test_quarters_are_told_apart() -> None:
    assert reference(answered("2024", (QUARTER,), (date(2024, 7, 1),))) == "interventions/2024-T3/v1/57"


def test_a_month_that_the_period_cuts_says_its_days() -> None:
    told = answered("2024-01-15..2024-03-20", (MONTH,), (date(2024, 3, 1),))
    assert reference(told) == "interventions/2024-03-01..2024-03-20/v1/57"


def test_a_month_of_a_contract_year_is_not_the_calendar_s() -> None:
    """Only the dispositifs whose year has that month are in it."""
    told = answered("marche:2024", (MONTH,), (date(2024, 3, 1),))
    assert reference(told) == "interventions/marche:2024@2024-03/v1/57"


def test_a_past_import_is_the_one_that_was_read() -> None:
    assert reference(answered("2024", as_of=12)) == "interventions/2024/v1/12"


def test_filters_have_one_order_and_the_line_goes_before_them() -> None:
    nantes = replace(
        answered("2024", (AGENCY,), ("NANTES",)), followed=((Filter(SECTOR, ("B", "A")), RENNES),)
    )
    assert reference(nantes) == "interventions/2024/v1/57/agency=NANTES/sector=A|B"


def test_the_filters_are_those_that_the_figure_follows() -> None:
    """Of an answer asked with others, which may follow none of them."""
    alone = replace(answered("2024"), followed=((),), left_out=(("Agence",),))
    assert reference(alone) == "interventions/2024/v1/57"
    assert reference(replace(alone, followed=((RENNES,),))) == "interventions/2024/v1/57/agency=RENNES"


def test_a_code_may_hold_what_references_are_cut_by() -> None:
    told = answered("2024", (SECTOR,), ("A/B 100%",))
    assert reference(told) == "interventions/2024/v1/57/sector=A%2FB 100%25"


def test_what_is_not_filled_in_is_a_member() -> None:
    assert reference(answered("2024", (SECTOR,), (None,))) == "interventions/2024/v1/57/sector="


def test_a_reference_is_read_back_as_typed_from_paper(bare: Connection) -> None:
    """Spaces around, capitals, a code in small letters."""
    found = figure_id.read(" Interventions / 2024-12 / V1 / 57 / agency=rennes ", known(bare))
    assert found == figure_id.FigureId(catalogue.metric("interventions"), parse("2024-12"), 1, 57, (RENNES,))
    assert figure_id.read("interventions/marche:2024@2024-03/v1/57", known(bare)).step == parse("2024-03")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "interventions",
        "interventions/2024",
        "interventions/2024/v1",
        "interventions/2024/v1/x",
        "interventions/2024/vv/57",
    ],
)
def test_what_is_no_reference_is_refused_in_words(bare: Connection, text: str) -> None:
    with pytest.raises(QueryError, match="Référence non reconnue"):
        figure_id.read(text, known(bare))


@pytest.mark.parametrize(
    "span", ["2024@12m:2024-06", "2024@scolaire:2023", "2024@2024-03-05..2024-03-19", "2024-12@2023-01"]
)
def test_only_a_step_of_its_period_is_one(bare: Connection, span: str) -> None:
    with pytest.raises(QueryError, match="n'est ni un mois, ni un trimestre, ni une année de la période"):
        figure_id.read(f"interventions/{span}/v1/57", known(bare))


@pytest.mark.parametrize("version", ["v0", "v2", "v999999999"])
def test_a_definition_that_never_was_is_named(bare: Connection, version: str) -> None:
    with pytest.raises(QueryError, match="la dernière est la v1"):
        figure_id.read(f"interventions/2024/{version}/57", known(bare))


@pytest.mark.parametrize(
    "text", ["rien/2024/v1/57", "interventions/hier/v1/57", "interventions/2024/v1/57/agency=NULLE-PART"]
)
def test_a_part_that_names_nothing_is_said(bare: Connection, text: str) -> None:
    with pytest.raises(QueryError):
        figure_id.read(text, known(bare))
