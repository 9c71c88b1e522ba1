"""What proves a declared figure: the line of text sent with its value."""

from sqlalchemy import Connection, select

from data_access import schema as s
from data_access.row_rights import as_association
from data_access.versions import known_at
from metrics.period import Period


def evidence(connection: Connection, period: Period, as_of: int | None) -> dict[str, str]:
    """The latest line of evidence of a period for each declared metric, by id."""
    value = s.rse_value.c
    kept = (
        select(s.rse_indicator.c.metric, value.evidence)
        .join_from(s.rse_value, s.rse_indicator)
        .where(known_at(s.rse_value, as_of), value.day >= period.start, value.day < period.stop)
        .order_by(value.day)
    )
    with as_association(connection):  # what the reports print is known to all, and so is what proves it
        return {row.metric: row.evidence for row in connection.execute(kept)}
