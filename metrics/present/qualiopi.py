"""The results a training organisation publishes (Qualiopi, indicator 2): each with its n and its method."""

from dataclasses import dataclass

from metrics.catalogue.cfa import CANDIDATES, INTERRUPTION_RATE, PASS_RATE, PRESENTATION_RATE
from metrics.catalogue.training import LEARNERS, SATISFACTION_RATE, TRAINEE_HOURS_FOLLOWED
from metrics.glossary import sources
from metrics.model import Metric
from metrics.present import certainty, words
from metrics.result import Cell, Figure, Result, State

RESULTS = (
    LEARNERS,
    TRAINEE_HOURS_FOLLOWED,
    SATISFACTION_RATE,
    CANDIDATES,
    PASS_RATE,
    PRESENTATION_RATE,
    INTERRUPTION_RATE,
)
REFERENCE = (
    "Référentiel national qualité (Qualiopi), indicateur 2 : indicateurs de résultats adaptés à la nature "
    "des prestations, diffusés avec leur période et leur mode de calcul."
)
_WHY = {
    State.HIDDEN: "masqué : trop peu de personnes",
    State.NOT_COMPUTABLE: "non calculé : trop peu de réponses ou de candidats",
    State.MISSING: "période non chargée, ou pas entièrement",
    State.NOT_APPLICABLE: "sans objet",
}


@dataclass(frozen=True, slots=True)
class Published:
    """One result, as it may be published; the year before beside it."""

    metric: Metric
    result: str
    rests_on: str  # « n = 23 ; 58 à 90 % », or why there is no result
    before: str
    method: str
    source: str


def sheet(answer: Result) -> tuple[Published, ...]:
    """The results of an answer of one line, set against the year before."""
    return tuple(_published(metric, answer.cell(metric)) for metric in answer.query.metrics)


def _published(metric: Metric, cell: Cell) -> Published:
    return Published(
        metric=metric,
        result=words.exact(cell.figure, metric.unit),
        rests_on=_rests_on(metric, cell.figure),
        before=words.exact(cell.reference, metric.unit),
        method=metric.definition,
        source=" ; ".join(sources(metric)),
    )


def _rests_on(metric: Metric, figure: Figure) -> str:
    if figure.value is None:
        return _WHY[figure.state]
    known = certainty.certainty(figure, metric)
    return certainty.sentence(known, metric) if known else ""
