"""Tables of the shared store. Nothing here knows what a metric is.

A star: dimensions, facts that point at them, and the books of the store itself. A foreign key is
also the only join the metrics may use: it leads to a primary key, so it can never multiply rows.
Numbers are integers: cents, minutes, hundredths of a full-time equivalent.
"""

from data_access.schema.aggregates import intervention_month
from data_access.schema.base import metadata
from data_access.schema.books import audit, closing, coverage, imports, person, person_agency
from data_access.schema.dimensions import (
    account,
    agency,
    calendar,
    city,
    dispositif,
    funder,
    intervention_kind,
    job,
    meeting_kind,
    sector,
    site,
)
from data_access.schema.flows import (
    budget,
    collection,
    event,
    field_hours,
    grant_file,
    intervention,
    invoice,
    ledger,
    meeting,
    placement,
    prevention_action,
)
from data_access.schema.states import (
    market,
    market_city,
    place,
    post,
    published_figure,
    staff,
    staff_countries,
    target,
)

__all__ = [
    "account",
    "agency",
    "audit",
    "budget",
    "calendar",
    "city",
    "closing",
    "collection",
    "coverage",
    "dispositif",
    "event",
    "field_hours",
    "funder",
    "grant_file",
    "imports",
    "intervention",
    "intervention_kind",
    "intervention_month",
    "invoice",
    "job",
    "ledger",
    "market",
    "market_city",
    "meeting",
    "meeting_kind",
    "metadata",
    "person",
    "person_agency",
    "place",
    "placement",
    "post",
    "prevention_action",
    "published_figure",
    "sector",
    "site",
    "staff",
    "staff_countries",
    "target",
]
