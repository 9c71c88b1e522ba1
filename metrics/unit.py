"""The unit of a figure."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Unit:
    """How a figure is scaled, rounded at display and written.

    ``factor`` is applied to the value (100 for a percentage); ``tile`` is the larger unit of
    tiles, with its divisor and decimals, as thousands of euros. ``intensive``: it tells how, and not how
    much, as an age or a delay does.
    """

    symbol: str
    decimals: int = 0
    factor: int = 1
    intensive: bool = False
    change_in_points: bool = False  # from 62 % to 65 % is "+3 pt", not "+4,8 %"
    tile: tuple[str, int, int] | None = None

    @property
    def of_changes(self) -> "Unit":
        """The unit that a change is told in."""
        return replace(self, symbol="pt") if self.change_in_points else self
