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
    written = words.number(figure.value, 2)
    low, high = (words.number(Fraction(mark), 2) for mark in (LOW, HIGH))
    told = (
        f"Indice de {written} : des financements {level(figure.value).value}, comme si "
        f"{_alike(as_many_alike(figure.value))}."
    )
    scale = (
        f"Repères : moins de {low}, peu concentrés ; de {low} à {high}, moyennement ; au-delà, très "
        f"concentrés ({REFERENCE}). Ils ont été écrits pour des concurrents, et ne sont ici qu'indicatifs."
    )
    return words.french(told), words.french(scale)


def _alike(many: Fraction) -> str:
    """« 6,5 financeurs apportaient chacun la même somme », « 1,6 financeur apportait tout »."""
    written = words.number(many, 0 if words.is_whole(many, 0) else 1)
    if many < 2:
        return f"{written} financeur apportait tout"
    return f"{written} financeurs apportaient chacun la même somme"
