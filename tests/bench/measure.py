"""How timings are taken and printed."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

MILLISECOND = 0.001


@dataclass(frozen=True)
class Line:
    """What was measured, in seconds, and what is aimed at."""

    name: str
    times: list[float]
    aim: float | None = None


def timed(work: Callable[[], object]) -> float:
    """How long a piece of work takes, in seconds."""
    beginning = time.perf_counter()
    work()
    return time.perf_counter() - beginning


def repeated(work: Callable[[], object], times: int = 20) -> list[float]:
    """The same work again and again."""
    return [timed(work) for _ in range(times)]


def show(title: str, lines: Iterable[Line]) -> None:
    """Prints a table as soon as it is known, for a bench is long."""
    print(f"\n{title}")
    print(f"  {'':<58}{'médiane':>12}{'le plus long':>14}{'visé':>12}{'fois':>6}")
    for line in lines:
        aim = f"≤ {_duration(line.aim)}" if line.aim else "–"
        mark = "  au-dessus" if line.aim and median(line.times) > line.aim else ""
        middle, longest = _duration(median(line.times)), _duration(max(line.times))
        print(f"  {line.name:<58}{middle:>12}{longest:>14}{aim:>12}{len(line.times):>6}{mark}", flush=True)


def _duration(seconds: float) -> str:
    text = f"{seconds:.1f} s" if seconds >= 2 else f"{seconds / MILLISECOND:.1f} ms"
    return text.replace(".", ",")
