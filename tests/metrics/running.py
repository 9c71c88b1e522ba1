"""What a command answers: its exit code, what it writes, what it complains of."""

from collections.abc import Callable

MISTAKE = 2  # 1 is kept for a register with a gap, or a glossary that is not up to date
Run = Callable[..., tuple[int, str, str]]
