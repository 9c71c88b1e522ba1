"""Who works here: people, full-time equivalents and posts side by side, by contract, by job, by agency."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from data_access.words import uncapitalised
from metrics.badges import Badges, said
from metrics.bridge import Bridge, bridge, further
from metrics.catalogue.dimensions import AGENCY, CONTRACT, JOB_FAMILY
from metrics.catalogue.dispositifs import POSTS_AUTHORISED, POSTS_OPEN
from metrics.catalogue.workforce import (
    APPRENTICES,
    APPRENTICES_IN_YEAR,
    FTE_ON_ROLL,
    HEADCOUNT,
    PERMANENT_SHARE_WITHOUT_APPRENTICES,
)
from metrics.model import Dimension, Metric
from metrics.present.blocks import Beside, Block, Framed, Picture, note, nothing
from metrics.present.charts import bridge as drawing
from metrics.present.covered import covered
from metrics.present.headers import captioned
from metrics.present.once import once
from metrics.present.table import Column, Entry, Table, Under, table
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Filter
from metrics.result import Result, Row
from metrics.views.ask import Ask
from metrics.views.parts import answering, breakdown, coarse, comparison, figures, pictures

_PART_TIME = (
    "Un temps partiel compte pour sa part de temps plein, un apprenti pour celle que dit son contrat : "
    "les mêmes personnes font moins d'ETP que de contrats."
)
_AUTHORISED = (
    "Un poste est autorisé par un marché, pas par un contrat : les fonctions support n'en ont pas, un poste "
    "peut être vacant ou tenu par plusieurs apprentis, et ceux d'une saison ferment avec elle."
)
_SEASONAL = "Postes fermés avant le dernier jour"
_FIELD = ("mediator", "referent", "manager")  # who reports call the professionals of mediation
_PROFESSIONALS = Entry(
    "Professionnels de la médiation",
    under=(Under(", ".join(JOB_FAMILY.names[each] for each in _FIELD)),),
    look="libelle reunis",
)
_Told = tuple[Result, Row | None]  # an answer, and one of its lines or the only one


def bridges(ask: Ask) -> Iterator[Block]:
    """How the people of the last day become full-time equivalents, then posts: both add up exactly."""
    to_fte = _bridge(ask, "pont-etp", CONTRACT, FTE_ON_ROLL, _PART_TIME)
    to_posts = _bridge(ask, "pont-postes", JOB_FAMILY, POSTS_OPEN, _AUTHORISED, POSTS_AUTHORISED)
    yield Beside((1, 1), (to_fte, to_posts))


def contracts(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The contracts: people and full-time equivalents of each."""
    yield from breakdown.table(ask, "Les contrats", CONTRACT, badges, HEADCOUNT, FTE_ON_ROLL)


def jobs(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The families of jobs, those of mediation together under them, and the posts they may hold."""
    every = (HEADCOUNT, FTE_ON_ROLL, APPRENTICES, POSTS_OPEN, POSTS_AUTHORISED)
    answer, _ = answering.told_by(ask, (JOB_FAMILY,), *every)  # apprentices, not of one agency
    if answer is None:
        return
    metrics = answer.query.metrics
    field = replace(ask, where=(*ask.where, Filter(JOB_FAMILY, _FIELD)))
    told: list[_Told] = [(answer, row) for row in answer.rows]
    told.insert(sum(row.keys[0] in _FIELD for row in answer.rows), (field(*metrics), None))
    told.append((ask(*metrics), None))
    published = tuple(tuple(said(badges, each, m, row) for m in metrics) for each, row in told)
    yield Framed("serre-metiers", _jobs(answer, tuple(told), published))


@once
def _jobs(
    answer: Result, told: tuple[_Told, ...], published: tuple[tuple[str, ...], ...]
) -> tuple[Block, ...]:
    """The figures of some people, of a line or of all of them: asked for, never added up."""
    metrics = answer.query.metrics
    names = [_PROFESSIONALS if row is None else row_labels(each, row)[0] for each, row in told]
    names[-1] = "Ensemble"
    lines = [
        (name, *(figures.figure(each, m, row, at) for m, at in zip(metrics, places, strict=True)))
        for name, (each, row), places in zip(names, told, published, strict=True)
    ]
    columns = (Column(JOB_FAMILY.label), *(comparison.column(answer, each) for each in metrics))
    caption, source = captioned("Les métiers", answer), covered(answer, *metrics)
    under = coarse.in_total(answer)
    return (table(caption, columns, lines, total=True, source=source), *((under,) if under else ()))


def agencies(ask: Ask, badges: Badges) -> Iterator[Block]:
    """The agencies; who was an apprentice at some time is told of whole years only."""
    of_years = (APPRENTICES_IN_YEAR,) if ask.period.is_years else ()
    metrics = (HEADCOUNT, FTE_ON_ROLL, PERMANENT_SHARE_WITHOUT_APPRENTICES, *of_years, POSTS_OPEN)
    yield Framed("serre-agences", breakdown.table(ask, "Les agences", AGENCY, badges, *metrics))


def _bridge(ask: Ask, key: str, by: Dimension, end: Metric, because: str, *beyond: Metric) -> Iterator[Block]:
    """One bridge with the sentence that says why its ends differ."""
    parts = answering.by(ask, (by,), HEADCOUNT, end)
    whole = ask(HEADCOUNT, end, *beyond, versus=NO_COMPARISON)
    if isinstance(parts, str):
        yield nothing(parts)
        return
    drawn = _drawn(key, parts, whole, end, beyond)
    if drawn is not None:
        yield drawn
        yield note(because)


@once
def _drawn(key: str, parts: Result, whole: Result, end: Metric, beyond: tuple[Metric, ...]) -> Picture | None:
    """The steps by the breakdown of ``parts`` to a figure, then to those ``beyond`` it."""
    found = bridge(parts, whole, HEADCOUNT, end)
    if found is None:
        return None
    for metric in beyond:
        found = further(found, metric, whole.cell(metric).figure.value, _SEASONAL)
    (by,), period = parts.query.by, whole.query.period
    by_what = f"par {uncapitalised(by.label)}"
    subtitle = f"De {HEADCOUNT.label} à {found.end.label}, {by_what} · {whole.perimeter} · {period.label}"
    chart = pictures.complete(drawing.bridge(found, subtitle), whole, HEADCOUNT, end)
    return Picture(key=key, chart=chart, table=_steps(found, whole, chart.title), of=found.end)


def _step(found: Bridge, amount: Fraction) -> Entry:
    return Entry(drawing.amount(found, amount), value=amount, unit=drawing.unit(found))


def _steps(found: Bridge, whole: Result, title: str) -> Table:
    """Both ends and each step, which add up."""
    lines = [
        (found.start.label, figures.exact(whole, found.start)),
        *((step.label, _step(found, step.amount)) for step in found.steps),
        (found.end.label, figures.exact(whole, found.end)),
    ]
    columns = (Column("Étape"), Column("Nombre", is_number=True))
    return table(title, columns, lines, total=True, folded="Voir le tableau")
