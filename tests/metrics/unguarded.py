"""Figures of the staff without secrecy: what the engine makes of a stock, whoever may be told of it."""

from dataclasses import replace

from metrics.catalogue import metric
from metrics.catalogue.facts import STAFF
from metrics.model import Metric

OPEN_STAFF = replace(STAFF, published=None)


def _open(name: str) -> Metric:
    """A metric of the staff with no published table, and so with none that is refused or hidden."""
    told = metric(name)
    assert told.measure is not None
    measure = replace(told.measure, fact=OPEN_STAFF)
    return replace(told, id=f"open_{name}", measure=measure, whole=None, hidden_below=0)


HEADS = _open("headcount")
APPRENTICES_IN_YEAR = _open("apprentices_in_year")
