"""Every metric and dimension of the suite, by id."""

from types import ModuleType

from data_access.errors import unknown
from metrics.catalogue import (
    accidents,
    activity,
    budget,
    carbon,
    cfa,
    dispositifs,
    equality,
    financing,
    funders,
    headcounts,
    movements,
    normalised,
    orders,
    renewal,
    rse,
    rse_actions,
    rse_declared,
    staff_profile,
    staff_training,
    training,
    workforce,
    working_time,
)
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.model import Dimension, Metric


def _collect(*modules: ModuleType) -> dict[str, Metric]:
    declared = [value for module in modules for value in vars(module).values() if isinstance(value, Metric)]
    metrics = {metric.id: metric for metric in declared}
    if len(metrics) < len(declared):
        raise ValueError("two metrics share an id")
    return metrics


METRICS = _collect(
    activity,
    orders,
    dispositifs,
    renewal,
    workforce,
    staff_profile,
    headcounts,
    movements,
    working_time,
    accidents,
    staff_training,
    equality,
    training,
    cfa,
    financing,
    budget,
    funders,
    rse,
    carbon,
    rse_actions,
    rse_declared,
    normalised,
)


def metric(name: str) -> Metric:
    """The metric of this id, or an error naming the nearest one."""
    try:
        return METRICS[name]
    except KeyError:
        raise unknown("Indicateur", name, METRICS) from None


def dimension(name: str) -> Dimension:
    """The dimension of this id, or an error naming the nearest one."""
    try:
        return DIMENSIONS[name]
    except KeyError:
        raise unknown("Critère", name, DIMENSIONS) from None
