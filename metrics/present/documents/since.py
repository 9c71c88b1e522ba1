"""« Ce qui a changé depuis le dossier précédent » : what really moved, apart from what was corrected since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data_access.words import counted
from metrics import glossary
from metrics.context import context
from metrics.figures import set_against
from metrics.lines import versus_label
from metrics.model import Metric
from metrics.moved import moved
from metrics.period import Period
from metrics.present import words
from metrics.present.blocks import Block, Column, Entry, Heading, Line, Lists, Ref, grouped, note
from metrics.present.documents.previous import Previous, previous
from metrics.present.documents.subjects import SUBJECTS, Subject
from metrics.query import NO_COMPARISON, Against, Comparison
from metrics.result import MISSING, Cell, Figure, Result, State
from metrics.views.ask import Ask
from metrics.views.parts import answering, figures, news

_NONE = "aucune"
_HEADS = ("Au dossier précédent", "Connu aujourd'hui", "Correction", "Mouvement réel")


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure now, set against the period before as it is known now, and that period as it was known then."""

    metric: Metric
    answer: Result
    was: Figure
    earlier: Result | None

    @property
    def cell(self) -> Cell:
        """The figure of the period, set against the period before: what really moved."""
        return self.answer.cell(self.metric)

    @property
    def correction(self) -> Cell:
        """The period before as it is known now, set against what was known of it then."""
        return set_against(self.metric, self.cell.reference, self.was)

    @property
    def is_corrected(self) -> bool:
        """Whether what was told of the period before is told otherwise now."""
        now, then = self.cell.reference.value, self.was.value
        return now is not None and then is not None and now != then


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
    yield _table(ask.period, before.period, lines)


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
    label, day = before.period.label, words.day(before.period.last_day)
    if before.is_in_trail:
        return words.french(
            f"Dossier précédent : {label}, fait à l'import n° {before.import_number} (journal)."
        )
    said = f"Aucun dossier précédent n'est au journal : {label} est la période de référence"
    if before.import_number is None:
        return words.french(f"{said}. Rien n'était encore chargé le {day}.")
    return words.french(
        f"{said}, telle que la base la connaissait le {day} (import n° {before.import_number})."
    )


def _corrections(before: Previous, every: Iterable[_Told]) -> str:
    """« Deux chiffres ont été corrigés depuis : Produits, … », or why none is told."""
    compared = [
        each for each in every if each.was.value is not None and each.cell.reference.value is not None
    ]
    if not compared:
        return words.french(
            "Corrections : rien de ce dossier ne se compare à ce que la base connaît aujourd'hui."
        )
    corrected = [each for each in compared if each.is_corrected]
    looked_at = counted(len(compared), "chiffre")
    if not corrected:
        return words.french(
            f"Aucune correction : ce que la base dit aujourd'hui de la période {before.period.label} est ce "
            f"qu'elle en disait alors ({looked_at})."
        )
    said = " ; ".join(f"{each.metric.label}, {_change(each.correction, each.metric)}" for each in corrected)
    many = f"{counted(len(corrected), 'chiffre')} sur {len(compared)}"
    have = "ont été corrigés" if len(corrected) > 1 else "a été corrigé"
    return words.french(f"{many} de la période {before.period.label} {have} depuis : {said}.")


def _movements(moving: Ask, every: Sequence[_Told]) -> Iterator[Block]:
    """What moved most, corrections apart: both periods are told as they are known now."""
    answers = tuple(dict.fromkeys(each.answer for each in every))
    if answers:
        visit = moving.visit
        moves = moved(visit.url, answers, visit.scope, moving.where, visit.known)
        yield Lists((replace(news.changes(moving, moves), title="Mouvement réel"),), "nouvelles")


def _table(period: Period, before: Period, lines: Iterable[tuple[Subject, Sequence[_Told]]]) -> Block:
    then, now, correction, movement = _HEADS
    columns = (
        Column("Chiffre"),
        Column(f"{before.label.capitalize()}, {then.lower()}", is_number=True),
        Column(f"{before.label.capitalize()}, {now.lower()}", is_number=True),
        Column(correction, is_number=True),
        Column(period.label.capitalize(), is_number=True),
        Column(movement, is_number=True),
    )
    groups = [(glossary.DOMAINS[each.domain], list(map(_line, own))) for each, own in lines if own]
    label = versus_label(_against(period, before), period)
    return grouped(f"Figure par figure, {period.label} (évolution par rapport à : {label})", columns, groups)


def _line(told: _Told) -> Line:
    metric, cell, answer = told.metric, told.cell, told.answer
    correction = told.correction
    return (
        figures.named(metric, under=answer.outside(metric)),
        figures.exact(told.earlier, metric) if told.earlier else words.MARKS[State.MISSING],
        Entry(
            words.exact(cell.reference, metric.unit),
            Ref(answer, metric, Cell(cell.reference), is_reference=True),
        ),
        Entry(_change(correction, metric), look="evolution neutral"),
        figures.exact(answer, metric),
        Entry(words.change(cell, metric, exactly=True), look=f"evolution {words.tone(cell, metric)}"),
    )


def _change(correction: Cell, metric: Metric) -> str:
    """« +12 (+3,1 %) », « aucune », or the mark of what is not known."""
    now, then = correction.figure, correction.reference
    unknown = next((each.state for each in (then, now) if each.value is None), None)
    if unknown is not None:
        return words.MARKS[unknown]
    return _NONE if now.value == then.value else words.change(correction, metric, exactly=True)
