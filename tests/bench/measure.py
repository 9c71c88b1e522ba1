"""How timings are taken and printed."""

import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

MILLISECOND = 0.001
HALF, MOST = 0.5, 0.95


@dataclass(frozen=True)
class Line:
    """What was measured, in seconds, and what is aimed at for a share of the times."""

    name: str
    times: list[float]
    aim: float | None = None
    share: float = HALF


def timed(work: Callable[[], object]) -> float:
    """How long a piece of work takes, in seconds."""
    beginning = time.perf_counter()
    work()
    return time.perf_counter() - beginning


def repeated(work: Callable[[], object], times: int = 20) -> list[float]:
    """The same work again and again."""
    return [timed(work) for _ in range(times)]


def within(times: Sequence[float], share: float) -> float:
    """The time that this share of the times does not exceed."""
    if share == HALF:
        return median(times)
    return sorted(times)[math.ceil(share * len(times)) - 1]


def show(title: str, lines: Iterable[Line]) -> None:
    """Prints a table as soon as it is known, for a bench is long."""
    print(f"\n{title}")
    print(f"  {'':<62}{'médiane':>11}{'95 %':>11}{'le plus long':>14}{'visé':>18}{'fois':>6}")
    for line in lines:
        told = [_duration(within(line.times, share)) for share in (HALF, MOST)]
        aimed, mark = _aim(line)
        longest = _duration(max(line.times))
        print(
            f"  {line.name:<62}{told[0]:>11}{told[1]:>11}{longest:>14}{aimed:>18}{len(line.times):>6}{mark}",
            flush=True,
        )


def _aim(line: Line) -> tuple[str, str]:
    """What is aimed at, as it is printed, and what says that it was missed."""
    if line.aim is None:
        return "–", ""
    said = f"≤ {_duration(line.aim)}" + (" (95 %)" if line.share == MOST else "")
    return said, "  au-dessus" if within(line.times, line.share) > line.aim else ""


def _duration(seconds: float) -> str:
    text = f"{seconds:.1f} s" if seconds >= 2 else f"{seconds / MILLISECOND:.1f} ms"
    return text.replace(".", ",")
