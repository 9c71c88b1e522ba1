"""What an answer is drawn as, remembered with it: equal questions are given the same answer by memory."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

KEPT = 1024  # drawings of each kind, a few kilobytes each
Asked = ParamSpec("Asked")
Drawn = TypeVar("Drawn")


def once(draw: Callable[Asked, Drawn]) -> Callable[Asked, Drawn]:
    """The same function, which draws an answer once: for those that depend on their arguments alone."""
    return cast("Callable[Asked, Drawn]", lru_cache(maxsize=KEPT)(draw))
