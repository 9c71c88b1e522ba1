"""The budget in files: a month is a figure that a reference opens, a sum since the first of them is not."""

from data_access.access import Role, scope_for
from metrics import period
from metrics.context import context
from metrics.present.export import tables
from metrics.present.grid import Grid
from metrics.present.pdf.pieces import references
from metrics.present.sheets import sheets
from metrics.views.asked import asked
from metrics.views.export import export
from metrics.views.financing import PAGE
from metrics.views.visit import Visit

DIRECTION = scope_for(Role.DIRECTION)


def months(store: str, header: str) -> Grid:
    """The table by month of which a column is called so."""
    visit = Visit(store, DIRECTION, context(store), "financement", "quelqu'un")
    told = sheets(export(asked(visit, PAGE, (), period.parse("2024")), PAGE, "quelqu'un"))
    heads = ["Mois", header]
    (found,) = [
        each.grid
        for each in told
        if each.part == "Budget" and [head.label for head in each.grid.heads][:2] == heads
    ]
    return found


def test_a_sum_of_months_is_never_named_as_one_of_them(sample_store: str) -> None:
    each, so_far = months(sample_store, "Produits (€)"), months(sample_store, "Produits cumulés (€)")
    assert [line[1].id.split("/")[:2] for line in each.lines] == [
        ["revenue", f"2024-{month:02}"] for month in range(1, 13)
    ]
    assert {cell.id for line in so_far.lines for cell in line} == {""}
    total = 0
    for month, whole in zip(each.lines, so_far.lines, strict=True):
        total += month[1].number or 0
        assert whole[1].number == total


def test_no_reference_of_paper_names_a_sum_of_months(sample_store: str) -> None:
    visit = Visit(sample_store, DIRECTION, context(sample_store), "financement", "quelqu'un")
    shown = export(asked(visit, PAGE, (), period.parse("2024")), PAGE, "quelqu'un")
    (budget,) = [part for part in shown.parts if part.title == "Budget"]
    each, so_far, *_ = tables(budget.pieces)
    assert [one.split("/")[0] for one in references(each)] == ["revenue", "budgeted_revenue"]
    assert list(references(so_far)) == []
