"""« Ce qui a changé depuis le dossier précédent » : what moved, apart from what was corrected since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from data_access.words import counted
from metrics import glossary
from metrics.context import context
from metrics.lines import versus_label
from metrics.model import Metric
from metrics.period import Period
from metrics.present import words
from metrics.present.blocks import Block, Heading, note
from metrics.present.documents.previous import Previous, previous
from metrics.present.documents.subjects import SUBJECTS, Subject
from metrics.present.lists import Lists
from metrics.present.table import Column, Entry, Line, Ref, grouped
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import MISSING, Cell, Figure, Result, State
from metrics.views.ask import Ask
from metrics.views.parts import answering, figures, news

_NONE, _ROUNDED = "aucune", "à l'arrondi"
_THEN, _NOW, _CORRECTION, _MOVEMENT = "alors", "aujourd'hui", "Correction", "Mouvement réel"
_OF_THEN = (1, 3)  # the columns that tell of what was known then


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure set against the period before as it is known now, and what was known of that one then."""

    metric: Metric
    answer: Result
    was: Figure
    earlier: Result | None

    @property
    def cell(self) -> Cell:
        """The figure of the period, set against the period before: what really moved."""
        return self.answer.cell(self.metric)

    @property
    def before(self) -> Figure:
        """The figure of the period before, as it is known now."""
        return self.cell.reference

    @property
    def is_corrected(self) -> bool:
        """Whether what was told of the period before reads otherwise now."""
        known = self.was.value is not None and self.before.value is not None
        unit = self.metric.unit
        return known and words.exact(self.was, unit) != words.exact(self.before, unit)

    @property
    def corrected(self) -> Fraction | None:
        """By how much, when it is enough to be read."""
        now, then = self.before.value, self.was.value
        return now - then if now is not None and then is not None and self.is_corrected else None

    @property
    def correction(self) -> str:
        """« +1 000 € », « aucune », « à l'arrondi », or the mark of what is not known."""
        now, then = self.before.value, self.was.value
        if now is None or then is None:
            unknown = next(each.state for each in (self.was, self.before) if each.value is None)
            return words.MARKS[unknown]
        if not self.is_corrected:
            return _NONE if now == then else _ROUNDED
        unit = self.metric.unit.of_changes
        return words.with_unit(words.signed(now - then, unit.decimals), unit.symbol)


def told(ask: Ask, document: str) -> Iterator[Block]:
    """What the document before said, what was corrected of it, what moved since, then figure by figure."""
    visit = ask.visit
    before = previous(visit.url, document, ask.period, visit.known)
    moving = replace(ask, versus=_against(ask.period, before.period))
    lines = [(subject, list(_asked(moving, subject, before))) for subject in SUBJECTS]
    every = [each for _, own in lines for each in own]
    yield note(_found(before))
    yield Heading("Corrections", look="sous-partie")
    yield note(_corrections(before, every))
    yield from _movements(moving, every)
    yield _table(ask.period, before, lines)


def _against(period: Period, before: Period) -> Comparison:
    """The comparison with a period, by the name that screens give it."""
    for each in (Against.PREVIOUS_YEAR, Against.PREVIOUS_PERIOD):
        if Comparison(each).reference(period) == before:
            return Comparison(each)
    return Comparison(Against.PERIOD, before)


def _asked(moving: Ask, subject: Subject, before: Previous) -> Iterator[_Told]:
    """The figures of a domain that are told now, each with what was known of the period before."""
    now = answering.each(moving, *subject.figures)
    then = _then(moving, subject, before)
    for metric, answer, earlier in zip(subject.figures, now, then, strict=True):
        if isinstance(answer, Result):
            known = earlier if isinstance(earlier, Result) else None
            yield _Told(metric, answer, known.cell(metric).figure if known else MISSING, known)


def _then(moving: Ask, subject: Subject, before: Previous) -> Sequence[Result | str]:
    if before.import_number is None:
        return ("",) * len(subject.figures)
    visit = replace(moving.visit, known=context(moving.visit.url, before.import_number))
    asked = replace(moving, visit=visit, period=before.period, versus=NO_COMPARISON)
    return answering.each(asked, *subject.figures)


def _found(before: Previous) -> str:
    """Which document is the one before, and what the store knew then."""
    label, number = before.period.label, before.import_number
    if before.is_in_trail:
        return words.french(f"Dossier précédent : {label}, fait à l'import n° {number}.")
    day = words.day(before.period.last_day)
    then = f"lue comme la base la connaissait le {day} (import n° {number})"
    known = "rien n'était encore chargé le " + day if number is None else then
    return words.french(f"Période de référence : {label}, {known}. Aucun dossier précédent n'est au journal.")


def _corrections(before: Previous, every: Iterable[_Told]) -> str:
    """« 2 chiffres sur 32 ont été corrigés depuis : Produits, … », or why none is told."""
    compared = [each for each in every if each.was.value is not None and each.before.value is not None]
    if not compared:
        return "Aucun chiffre n'était connu alors : il n'y a pas de correction à lire."
    corrected = [each for each in compared if each.is_corrected]
    looked_at = counted(len(compared), "chiffre")
    if not corrected:
        return f"Aucune correction : {looked_at} lus, les mêmes qu'alors ({before.period.label})."
    said = " ; ".join(f"{each.metric.label}, {each.correction}" for each in corrected)
    have = "ont été corrigés" if len(corrected) > 1 else "a été corrigé"
    many = f"{counted(len(corrected), 'chiffre')} sur {len(compared)} {have} depuis"
    return words.french(f"{many} ({before.period.label}) : {said}.")


def _movements(moving: Ask, every: Sequence[_Told]) -> Iterator[Block]:
    """What moved most, corrections apart: both periods are told as they are known now."""
    answers = tuple(dict.fromkeys(each.answer for each in every))
    if answers:
        told = news.changes(moving, news.moves(moving, *answers))
        yield Lists((replace(told, title="Mouvement réel"),), "nouvelles")


def _table(period: Period, before: Previous, lines: Iterable[tuple[Subject, Sequence[_Told]]]) -> Block:
    """The figures of each domain; what was known then, and its correction, where something was."""
    is_known = before.import_number is not None
    named = before.period.label.capitalize()
    heads = (f"{named}, {_THEN}", f"{named}, {_NOW}", _CORRECTION, period.label.capitalize(), _MOVEMENT)
    columns = [Column("Chiffre"), *(Column(each, is_number=True) for each in heads)]
    kept = [place for place in range(len(columns)) if is_known or place not in _OF_THEN]
    groups = [
        (glossary.DOMAINS[each.domain], [[_line(told)[place] for place in kept] for told in own])
        for each, own in lines
        if own
    ]
    label = versus_label(_against(period, before.period), period)
    caption = f"Chiffre par chiffre, {period.label} (évolution par rapport à : {label})"
    return grouped(caption, [columns[place] for place in kept], groups)


def _line(told: _Told) -> Line:
    """A figure then, the same now, what was corrected, the figure of the period, and what moved."""
    metric, cell, answer = told.metric, told.cell, told.answer
    known = Ref(answer, metric, Cell(cell.reference), is_reference=True)
    return (
        figures.named(metric, under=answer.outside(metric)),
        figures.exact(told.earlier, metric) if told.earlier else words.MARKS[State.MISSING],
        Entry(words.exact(cell.reference, metric.unit), known),
        Entry(told.correction, value=told.corrected, unit=metric.unit.of_changes, look="evolution neutral"),
        figures.exact(answer, metric),
        Entry(words.change(cell, metric, exactly=True), look=f"evolution {words.tone(cell, metric)}"),
    )
