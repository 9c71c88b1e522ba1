"""Every file of the sample years, in the order in which they are written."""

from collections.abc import Iterator

from sample_data import (
    dispositifs,
    field_hours,
    interventions,
    markets,
    places,
    posts,
    published,
    reference,
    sectors,
    sites,
    staff,
)
from sample_data.write import Sheet


def all_sheets(scale: int = 1) -> Iterator[Sheet]:
    """Gives every file; the scale multiplies the interventions and nothing else."""
    for subject in (reference, dispositifs, sectors, sites, markets, places, posts, published):
        yield from subject.sheets()
    yield from interventions.sheets(scale)
    yield from field_hours.sheets()
    yield from staff.sheets()
