"""The register of published figures: how they stand, then a line for each."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from data_access.words import counted
from metrics.catalogue import METRICS
from metrics.present import words
from metrics.present.blocks import Block, nothing
from metrics.present.leads import Definition
from metrics.present.lists import Counts
from metrics.present.table import Column, Entry, Line, Run, Under
from metrics.present.table import table as lines_of
from metrics.reconcile import Reconciled
from metrics.verdict import Verdict

_MARKS = {
    Verdict.SAME: "✓",
    Verdict.SAME_ROUNDED: "✓",
    Verdict.COMPATIBLE: "✓",
    Verdict.DECLARED: "✎",
    Verdict.UNREACHABLE: "∅",
    Verdict.GAP: "≠",
    Verdict.COMING: "…",
}
_APART = {
    Verdict.DECLARED: ("est déclaré, avec sa preuve", "sont déclarés, chacun avec sa preuve"),
    Verdict.UNREACHABLE: ("ne peut sortir d'aucun compte", "ne peuvent sortir d'aucun compte"),
    Verdict.GAP: ("est contredit", "sont contredits"),
    Verdict.COMING: ("n'a pas encore d'indicateur", "n'ont pas encore d'indicateur"),
}
_COLUMNS = (
    Column("Chiffre"),
    Column("Rapport et page"),
    Column("Libellé"),
    Column("Période"),
    Column("Publié", is_number=True),
    Column("Calculé", is_number=True),
    Column("Verdict"),
    Column("Explication"),
)


def summary(found: Sequence[Reconciled]) -> Counts:
    """How many figures come out, and how the others stand."""
    counts = Counter(each.verdict for each in found)
    out = sum(each.comes_out for each in found)
    said = f"{out} des {len(found)} chiffres publiés sortent des enregistrements."
    apart = " ".join(_apart(verdict, counts[verdict]) for verdict in _APART if counts[verdict])
    return Counts(
        (Run(said, is_strong=True), *((f" {apart}",) if apart else ())),
        tuple(
            (f"{_MARKS[each]} {each.value} : ", Run(str(counts[each]), is_strong=True))
            for each in Verdict
            if counts[each]
        ),
    )


def _apart(verdict: Verdict, number: int) -> str:
    """How many figures do not come out, and why, in one sentence."""
    one, many = _APART[verdict]
    return f"{number} {many if number > 1 else one}."


def table(kept: Sequence[Reconciled]) -> Block:
    """One line per published figure."""
    if not kept:
        return nothing("Aucun chiffre publié ne correspond à ces filtres.")
    caption = f"Registre des chiffres publiés : {counted(len(kept), 'ligne')}"
    return lines_of(caption, _COLUMNS, map(_line, kept))


def _line(each: Reconciled) -> Line:
    p = each.published
    decimals = max(0, -int(p.value.as_tuple().exponent))
    css = each.verdict.name.lower().replace("_", "-")
    return (
        p.id,
        f"{p.where_printed}, {p.chapter}",
        _named(each),
        p.period.label,
        words.as_printed(Fraction(p.value), decimals, p.unit, p.precision),
        _computed(each, decimals),
        Entry(f"{_MARKS[each.verdict]} {each.verdict.value}", look=f"verdict {css}"),
        each.explanation or "–",
    )


def _named(each: Reconciled) -> Entry:
    """What was printed, which leads to the definition of the indicator that computes it, and of what."""
    metric = METRICS.get(each.published.metric or "")
    under = (Under(each.perimeter),) if each.perimeter else ()
    to = Definition(metric) if metric else None
    return Entry(each.published.label, to=to, under=under, look="libelle")


def _computed(each: Reconciled, decimals: int) -> Entry | str:
    """The computed figure as the report would print it, and what it was before rounding."""
    if each.computed is None:
        return "–"
    unit = each.published.unit
    rounded = words.as_printed(each.computed, decimals, unit)
    if words.is_whole(each.computed, decimals):
        return rounded
    exact = words.as_printed(each.computed, decimals + 2, unit)
    return Entry(rounded, under=(Under(exact),), look="chiffre")
