"""A bar on the terminal, once a command has lasted two seconds."""

import sys
import time
from dataclasses import dataclass, field

_WIDTH = 30


@dataclass(slots=True)
class Bar:
    """Shows how much of ``total`` is done; silent when nobody looks, or when it is soon over."""

    total: int
    done: int = 0
    size: int = 0
    since: float = field(default_factory=time.monotonic)

    def start(self, size: int) -> None:
        """Begins the next piece of work; the one before is over."""
        self.done, self.size = self.done + self.size, size

    def show(self, share: float) -> None:
        """Draws the bar, ``share`` of the piece under way being done."""
        if sys.stderr.isatty() and time.monotonic() - self.since > 2:
            whole = min(1.0, (self.done + share * self.size) / max(self.total, 1))
            full = round(whole * _WIDTH)
            bar = "█" * full + "·" * (_WIDTH - full)
            print(f"\r{bar} {whole:.0%}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leaves the line to what is said next."""
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
