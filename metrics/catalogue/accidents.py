"""Accidents at work, the days they cost, and the rates that law and reports set against hours worked."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import ABSENCE_KIND, SENSITIVE_CELL
from metrics.catalogue.facts import ABSENCES, ACCIDENTS, HOURS_WORKED
from metrics.catalogue.partitions import COMMUTE, WORK_WITH_STOP
from metrics.catalogue.units import (
    COUNT,
    DAYS,
    PER_200_000_HOURS,
    PER_MILLION_HOURS,
    PER_THOUSAND_HOURS,
)
from metrics.kinds import Polarity
from metrics.measures import count, total
from metrics.model import Measure, Metric, Part
from metrics.parameters.legal import FREQUENCY, SEVERITY, VSME_ACCIDENTS
from metrics.parameters.model import Parameter

_WITH_STOP = count(
    ACCIDENTS,
    parts=WORK_WITH_STOP,
    label="accidents du travail avec arrêt",
)
_LOST = total(
    ABSENCES,
    s.absence.c.days,
    parts=(Part(ABSENCE_KIND, ("work_accident",)),),
    label="jours perdus par accident du travail",
)


def _hours(per: Parameter, label: str) -> Measure:
    """Hours worked, counted in as many as a rate is given for."""
    return total(
        HOURS_WORKED,
        s.hours_worked.c.worked_minutes,
        scale=Fraction(1, 60) / per.value,
        label=label,
    )


LOST_DAYS = Metric(
    id="lost_days",
    label="Jours perdus par accident du travail",
    domain=Domain.WORKFORCE,
    unit=DAYS,
    definition=(
        "Jours calendaires d'arrêt de la période dus à un accident du travail, le jour de l'accident exclu, "
        "quelle que soit l'année de l'accident. Accidents de trajet à part, apprentis compris."
    ),
    measure=_LOST,
    base=_WITH_STOP,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
ACCIDENTS_WITH_STOP = Metric(
    id="accidents_with_stop",
    label="Accidents du travail avec arrêt",
    domain=Domain.WORKFORCE,
    unit=COUNT,
    definition=(
        "Accidents survenus au travail dans la période et suivis d'au moins un jour d'arrêt, apprentis "
        "compris. Un accident de trajet n'y compte pas, une rechute non plus."
    ),
    measure=_WITH_STOP,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
COMMUTE_ACCIDENTS = Metric(
    id="commute_accidents",
    label="Accidents de trajet",
    domain=Domain.WORKFORCE,
    unit=COUNT,
    definition=(
        "Accidents survenus entre le domicile et le travail, avec ou sans arrêt. Ils forment une ligne à "
        "part : ni le taux de fréquence, ni le taux de gravité ne les comptent."
    ),
    measure=count(ACCIDENTS, parts=COMMUTE, label="accidents de trajet"),
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
ACCIDENT_FREQUENCY = Metric(
    id="accident_frequency",
    label="Taux de fréquence des accidents du travail",
    domain=Domain.WORKFORCE,
    unit=PER_MILLION_HOURS,
    definition=(
        "Accidents du travail avec arrêt pour un million d'heures réellement travaillées, apprentis compris, "
        "hors trajet (TF1). D'autres sources divisent par les heures payées, plus nombreuses."
    ),
    measure=_WITH_STOP,
    over=_hours(FREQUENCY, "millions d'heures travaillées"),
    base=_WITH_STOP,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
ACCIDENT_SEVERITY = Metric(
    id="accident_severity",
    label="Taux de gravité des accidents du travail",
    domain=Domain.WORKFORCE,
    unit=PER_THOUSAND_HOURS,
    definition=(
        "Jours perdus par accident du travail pour mille heures réellement travaillées, apprentis compris, "
        "hors trajet. Un seul arrêt d'un an l'élève de deux points : à lire avec les jours et les accidents. "
        "Il ne mesure pas les risques psychosociaux."
    ),
    measure=_LOST,
    over=_hours(SEVERITY, "milliers d'heures travaillées"),
    base=_WITH_STOP,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
VSME_ACCIDENT_RATE = Metric(
    id="vsme_accident_rate",
    label="Taux d'accidents pour 200 000 h (d'après VSME, avec arrêt)",
    domain=Domain.WORKFORCE,
    unit=PER_200_000_HOURS,
    definition=(
        "Accidents du travail avec arrêt pour 200 000 heures réellement travaillées, soit cent personnes à "
        "plein temps (indicateur B9 de la norme VSME) : un cinquième du taux de fréquence. La norme compte "
        "tous les accidents enregistrables ; ici, ceux avec arrêt seulement."
    ),
    measure=_WITH_STOP,
    over=_hours(VSME_ACCIDENTS, "heures travaillées, comptées par 200\u00a0000"),
    base=_WITH_STOP,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
