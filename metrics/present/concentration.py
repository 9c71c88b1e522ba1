"""How the index of concentration is read, in sentences: the level, its mark, and what it amounts to."""

from fractions import Fraction

from metrics.concentration import HIGH, LOW, REFERENCE, as_many_alike, level
from metrics.model import Metric
from metrics.present import words
from metrics.result import Result


def reading(answer: Result, index: Metric) -> tuple[str, ...]:
    """What an index says of an answer, then the scale it is read on; nothing of one that has no value."""
    figure = answer.cell(index).figure
    if not figure.value:
        return ()
    written, alike = words.number(figure.value, 2), words.number(as_many_alike(figure.value), 1)
    low, high = (words.number(Fraction(mark), 2) for mark in (LOW, HIGH))
    told = (
        f"Indice de {written} : des financements {level(figure.value).value}, comme si {alike} financeurs "
        "apportaient chacun la même somme."
    )
    scale = (
        f"Repères : moins de {low}, peu concentrés ; de {low} à {high}, moyennement ; au-delà, très "
        f"concentrés ({REFERENCE}). Ils ont été écrits pour des concurrents, et ne sont ici qu'indicatifs."
    )
    return words.french(told), words.french(scale)
