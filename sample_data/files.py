"""Every file of the sample years, in the order in which they are written."""

from collections.abc import Iterator

from sample_data import (
    actions,
    budget,
    dispositifs,
    equality,
    events,
    field_hours,
    fleet,
    grants,
    interventions,
    invoices,
    ledger,
    markets,
    meetings,
    orders,
    places,
    posts,
    programmes,
    published,
    reference,
    rse_plan,
    rse_reference,
    rse_values,
    sectors,
    sites,
    staff,
    staff_moves,
    staff_training,
    targets,
    training,
    working_time,
)
from sample_data.write import Sheet

_REFERENCE = (reference, dispositifs, sectors, sites, programmes, markets, posts, places, rse_reference)
_FACTS = (
    field_hours,
    meetings,
    orders,
    actions,
    staff,
    staff_moves,
    working_time,
    staff_training,
    equality,
    training,
    ledger,
    budget,
    invoices,
    grants,
    rse_values,
    fleet,
    rse_plan,
    targets,
    events,
    published,
)


def all_sheets(scale: int = 1) -> Iterator[Sheet]:
    """Gives every file; the scale multiplies the interventions and nothing else."""
    for subject in _REFERENCE:
        yield from subject.sheets()
    yield from interventions.sheets(scale)
    for subject in _FACTS:
        yield from subject.sheets()
