"""The source of a figure."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a figure comes from, as printed under a chart and in an export."""

    tool: str
    owner: str
    refreshed: str
