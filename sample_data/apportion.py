"""Sharing out whole numbers so that the parts always add up to the whole.

Integers only: the same bytes must come out on every machine and every version of Python.
"""

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Shares a total in proportion to the weights, the largest remainders served first."""
    if total < 0:
        return [-part for part in apportion(-total, weights)]
    whole = sum(weights)
    parts = [total * weight // whole for weight in weights]
    rests = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in rests[: total - sum(parts)]:
        parts[i] += 1
    return parts
