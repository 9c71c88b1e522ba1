"""The closed vocabulary of declarations: how facts lie in time, how they are read, what a change is worth."""

from enum import StrEnum


class Time(StrEnum):
    """How a fact lies in time."""

    FLOW = "flow"  # dated events: months add up
    STOCK = "stock"  # month-end snapshots: a period is worth its last one
    SPAN = "span"  # valid from-to


class When(StrEnum):
    """Which rows of a fact a measure reads for a period."""

    EVENT = "event"  # flow: the day falls in the period
    LAST = "last"  # stock: the last snapshot of the period
    EVERY = "every"  # stock: each snapshot of the period
    OVERLAP = "overlap"  # span: open at any time in the period, once
    AT_END = "at_end"  # span: open on the last day of the period
    MONTH_ENDS = "month_ends"  # span: open at each month-end of the period, in mean
    DATED = "dated"  # span: another date of the row falls in the period


class Aggregate(StrEnum):
    """How the rows kept are added up."""

    SUM = "sum"
    COUNT = "count"
    ROWS = "rows"  # counts already made, added up
    DISTINCT = "distinct"
    MAXIMUM = "maximum"  # only inside a rule, where the breakdown makes it one value

    @property
    def has_mean(self) -> bool:
        """Whether it can be read at each month-end of a period, then averaged."""
        return self in (Aggregate.SUM, Aggregate.MAXIMUM)


class Polarity(StrEnum):
    """Whether more is better; it alone may give a change a good or bad colour."""

    MORE = "more"
    LESS = "less"
    NONE = "none"


class Grain(StrEnum):
    """The steps a period can be cut into."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months a step lasts."""
        return {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}[self]
