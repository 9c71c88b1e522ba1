"""The references of figures, which every file carries: typed in the suite, each opens its figure."""

from collections.abc import Iterator

from metrics import figure_id
from metrics.catalogue import METRICS
from metrics.present.table import Entry, Ref, Table
from metrics.result import State


def reference(ref: Ref | None) -> str:
    """The reference of a figure; nothing for « – », nor for what stands for another figure.

    Sums of several months under a name of their own are no figure of the catalogue.
    """
    if ref is None or ref.is_reference or ref.metric is not METRICS.get(ref.metric.id):
        return ""
    if ref.cell.figure.state is State.NOT_APPLICABLE:
        return ""
    if ref.cell.figure != ref.answer.cell(ref.metric, ref.row).figure:
        return ""
    return figure_id.written(ref.answer, ref.metric, ref.row)


def references(shown: Table) -> Iterator[str]:
    """Those of a table, one for each column or kind of figure, each once."""
    refs = [each.ref for line in shown.lines for each in line if isinstance(each, Entry) and each.ref]
    own = (figure_id.written(ref.answer, ref.metric) for ref in refs if reference(ref))
    return iter(dict.fromkeys(own))


def said(shown: Table) -> str:
    """« Références : interventions/2024/v1/57 », or nothing where there is none."""
    every = "\u00a0; ".join(references(shown))
    return f"Références\u00a0: {every}" if every else ""
