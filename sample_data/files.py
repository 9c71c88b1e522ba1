"""Every file of the sample years, in the order in which they are written."""

from collections.abc import Iterator

from sample_data import (
    actions,
    budget,
    dispositifs,
    events,
    field_hours,
    grants,
    interventions,
    invoices,
    ledger,
    markets,
    meetings,
    orders,
    places,
    posts,
    published,
    reference,
    sectors,
    sites,
    staff,
    targets,
)
from sample_data.write import Sheet

_REFERENCE = (reference, dispositifs, sectors, sites, markets, posts, places)
_FACTS = (
    field_hours,
    meetings,
    orders,
    actions,
    staff,
    ledger,
    budget,
    invoices,
    grants,
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
