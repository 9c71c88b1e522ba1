"""What a closed list is: the code that is stored and the French label that is read."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Codes:
    """A closed list: stored code -> French label, in display order."""

    name: str
    labels: dict[str, str]

    def __iter__(self) -> Iterator[str]:
        return iter(self.labels)
