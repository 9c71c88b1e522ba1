"""Hours worked and absences."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import AGENCY, SENSITIVE_CELL
from metrics.catalogue.facts import ABSENCES, HOURS_WORKED
from metrics.catalogue.partitions import FEW
from metrics.catalogue.units import DAYS, HOURS, PERCENT
from metrics.catalogue.workforce import EVERYONE
from metrics.kinds import Polarity
from metrics.measures import total
from metrics.model import Metric

_HOUR = Fraction(1, 60)
_OWED = total(HOURS_WORKED, s.hours_worked.c.theoretical_minutes, scale=_HOUR, label="heures théoriques")

HOURS_WORKED_BY_STAFF = Metric(
    id="hours_worked",
    label="Heures travaillées",
    domain=Domain.WORKFORCE,
    unit=HOURS,
    definition=(
        "Heures réellement travaillées, heures supplémentaires comprises et absences déduites, d'après "
        "l'outil de gestion des temps. Les heures d'un apprenti en formation au CFA sont du temps de "
        "travail."
    ),
    measure=total(
        HOURS_WORKED, s.hours_worked.c.worked_minutes, scale=_HOUR, label="heures réellement travaillées"
    ),
    base=EVERYONE,
    by=(AGENCY,),
    hidden_below=FEW,
)
ABSENCE_RATE = Metric(
    id="absence_rate",
    label="Taux d'absence",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Heures d'absence rapportées aux heures théoriques : maladie, accidents, parentalité, congés "
        "autorisés pour événement familial, autres motifs. Les congés payés et les conflits du travail n'y "
        "sont pas : ils ne figurent ni en absences, ni en heures théoriques. Ni motif, ni durée d'arrêt : "
        "les absences sont sans nom, un motif désignerait quelqu'un."
    ),
    measure=total(ABSENCES, s.absence.c.minutes, scale=_HOUR, label="heures d'absence"),
    over=_OWED,
    base=EVERYONE,
    by=(AGENCY,),
    polarity=Polarity.LESS,
    neutral=Fraction(1, 2),
    hidden_below=SENSITIVE_CELL,
)
ABSENCE_DAYS = Metric(
    id="absence_days",
    label="Jours d'absence",
    domain=Domain.WORKFORCE,
    unit=DAYS,
    definition=(
        "Jours calendaires d'absence de la période, quelle que soit la date du début de l'arrêt. Pour toute "
        "l'association seulement : les arrêts sont sans nom, et un motif ou une agence désignerait quelqu'un."
    ),
    measure=total(ABSENCES, s.absence.c.days, label="jours d'absence"),
    base=EVERYONE,
    by=(),
    polarity=Polarity.LESS,
    hidden_below=SENSITIVE_CELL,
)
