"""Short ways to write a measure; each fact's own reading in time is the default.

Of a fact about people, only parts say which rows are kept: what they leave out is counted too.
"""

from fractions import Fraction

from sqlalchemy import Column, ColumnElement, and_

from metrics.kinds import Aggregate, Time, When
from metrics.model import Fact, Measure, Part

_DEFAULT = {Time.FLOW: When.EVENT, Time.STOCK: When.LAST, Time.SPAN: When.OVERLAP}
ONE = Fraction(1)


def _kept(
    fact: Fact, where: ColumnElement[bool] | None, parts: tuple[Part, ...]
) -> ColumnElement[bool] | None:
    """The condition of a measure: what its parts keep, and one more of its own where no secrecy is needed."""
    conditions = [*(part.keeps(fact) for part in parts), *(() if where is None else (where,))]
    return and_(*conditions) if conditions else None


def total(
    fact: Fact,
    value: Column[int],
    *,
    where: ColumnElement[bool] | None = None,
    parts: tuple[Part, ...] = (),
    when: When | None = None,
    dated: Column[object] | None = None,
    scale: Fraction = ONE,
    label: str,
) -> Measure:
    """The sum of a column over the rows kept; ``dated`` reads a span by one of its dates."""
    return Measure(
        fact=fact,
        aggregate=Aggregate.SUM,
        value=value,
        where=_kept(fact, where, parts),
        parts=parts,
        when=When.DATED if dated is not None else when or _DEFAULT[fact.time],
        dated=dated,
        scale=scale,
        label=label,
    )


def count(
    fact: Fact,
    *,
    where: ColumnElement[bool] | None = None,
    parts: tuple[Part, ...] = (),
    when: When | None = None,
    dated: Column[object] | None = None,
    label: str,
) -> Measure:
    """How many rows are kept; ``dated`` reads a span by one of its dates."""
    return Measure(
        fact=fact,
        aggregate=Aggregate.COUNT,
        value=fact.table.c.id,
        where=_kept(fact, where, parts),
        parts=parts,
        when=When.DATED if dated is not None else when or _DEFAULT[fact.time],
        dated=dated,
        label=label,
    )


def distinct(
    fact: Fact,
    value: Column[object],
    *,
    where: ColumnElement[bool] | None = None,
    parts: tuple[Part, ...] = (),
    when: When | None = None,
    label: str,
) -> Measure:
    """How many different values are met: asked for at each period, never added up."""
    return Measure(
        fact=fact,
        aggregate=Aggregate.DISTINCT,
        value=value,
        where=_kept(fact, where, parts),
        parts=parts,
        when=when or _DEFAULT[fact.time],
        label=label,
    )


def maximum(
    fact: Fact,
    value: Column[int],
    *,
    where: ColumnElement[bool] | None = None,
    parts: tuple[Part, ...] = (),
    when: When | None = None,
    scale: Fraction = ONE,
    label: str,
) -> Measure:
    """The greatest value; inside a rule only, where the breakdown makes it the member's own."""
    return Measure(
        fact=fact,
        aggregate=Aggregate.MAXIMUM,
        value=value,
        where=_kept(fact, where, parts),
        parts=parts,
        when=when or _DEFAULT[fact.time],
        scale=scale,
        label=label,
    )
