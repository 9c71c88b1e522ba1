"""The register of published figures: how they stand, then a line for each that its filters keep."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from data_access.errors import QueryError
from data_access.words import counted, plain
from metrics.catalogue import METRICS
from metrics.glossary import DOMAINS
from metrics.present import words
from metrics.present.blocks import Block, Note, note, nothing
from metrics.present.leads import Definition
from metrics.present.lists import Counts
from metrics.present.table import Column, Entry, Line, Run, Under
from metrics.present.table import table as lines_of
from metrics.reconcile import Published, Reconciled
from metrics.unit import Unit
from metrics.verdict import Verdict

ALL = "Tous"
_REPORTS = {ALL: None, "Rapport d'activité 2024": "RA2024", "Rapport RSE 2024": "RSE2024"}
_DOMAINS = {ALL: None, **{label: domain for domain, label in DOMAINS.items()}}
_VERDICTS = {ALL: None, **{verdict.value: verdict for verdict in Verdict}}
_Options = Mapping[str, object]
FILTERS: Mapping[str, tuple[str, _Options]] = {  # by their names in an address: their labels and options
    "rapport": ("Rapport", _REPORTS),
    "domaine": ("Domaine", _DOMAINS),
    "verdict": ("Verdict", _VERDICTS),
}
SEARCH, SEARCHED = "recherche", "Rechercher"
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


def kept(every: Sequence[Reconciled], chosen: Mapping[str, str]) -> list[Reconciled]:
    """The lines that the filters of the register keep; raises QueryError for an option that is none."""
    report, domain, verdict = (_option(name, chosen.get(name, ALL)) for name in FILTERS)
    return [
        each
        for each in every
        if report in (None, each.published.document)
        and domain in (None, each.published.domain)
        and verdict in (None, each.verdict)
        and _matches(each.published, chosen.get(SEARCH, ""))
    ]


def said(chosen: Mapping[str, str]) -> Iterator[Note]:
    """Which filters were chosen, when some were."""
    named = {label: chosen.get(name, ALL) for name, (label, _) in FILTERS.items()}
    named[SEARCHED] = chosen.get(SEARCH) or ALL
    told = " ; ".join(f"{label} : {option}" for label, option in named.items() if option != ALL)
    if told:
        yield note(words.french(f"Lignes gardées par : {told}."))


def _option(name: str, option: str) -> object:
    label, options = FILTERS[name]
    if option not in options:
        raise QueryError(f"{label} : « {option} » n'existe pas.")
    return options[option]


def _matches(p: Published, asked: str) -> bool:
    """Whether each word is found; a number is found as printed, with or without its spaces."""
    read = plain(f"{p.id} {p.label} {p.section} {p.note} {p.value}")
    digits = plain(asked).replace(" ", "")
    return digits == str(p.value) or all(word in read for word in plain(asked).split())


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
        _printed(each, decimals),
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


def _printed(each: Reconciled, decimals: int) -> Entry:
    """What was printed: a number, but where it only bounds one or is near it."""
    p, value = each.published, Fraction(each.published.value)
    said = words.as_printed(value, decimals, p.unit, p.precision)
    bare = words.as_printed(value, decimals, p.unit)
    return Entry(said, value=value if said == bare else None, unit=_unit(each, decimals))


def _computed(each: Reconciled, decimals: int) -> Entry | str:
    """The computed figure as the report would print it, and what it was before rounding."""
    if each.computed is None:
        return "–"
    unit = each.published.unit
    exact = Under(words.as_printed(each.computed, decimals + 2, unit))
    is_whole = words.is_whole(each.computed, decimals)
    return Entry(
        words.as_printed(each.computed, decimals, unit),
        value=each.computed,
        unit=_unit(each, decimals),
        under=() if is_whole else (exact,),
        look="" if is_whole else "chiffre",
    )


def _unit(each: Reconciled, decimals: int) -> Unit:
    return Unit(symbol=words.printed_unit(each.published.unit), decimals=decimals)
