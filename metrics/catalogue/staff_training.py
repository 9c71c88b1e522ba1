"""Training followed by the staff outside the association's own training body."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import JOB_FAMILY
from metrics.catalogue.facts import STAFF_TRAINING
from metrics.catalogue.partitions import FEW
from metrics.catalogue.units import DAYS, PEOPLE
from metrics.kinds import Polarity
from metrics.measures import total
from metrics.model import Metric, Part

_DAY = Fraction(1, 100)
_MANAGERS = Part(JOB_FAMILY, ("manager",))
_PARTICIPANTS = total(STAFF_TRAINING, s.staff_training.c.participants, label="participations à une formation")

STAFF_TRAINING_DAYS = Metric(
    id="staff_training_days",
    label="Journées de formation des salariés (hors organisme interne)",
    domain=Domain.WORKFORCE,
    unit=DAYS,
    definition=(
        "Journées de formation suivies par les salariés, multipliées par les participants, hors de "
        "l'organisme de formation de l'association : deux personnes formées un jour font deux journées."
    ),
    measure=total(
        STAFF_TRAINING, s.staff_training.c.days_hundredths, scale=_DAY, label="journées de formation suivies"
    ),
    base=_PARTICIPANTS,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
STAFF_TRAINING_PARTICIPANTS = Metric(
    id="staff_training_participants",
    label="Participations à une formation (hors organisme interne)",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Participations de salariés à une formation hors de l'organisme de formation de l'association. Une "
        "personne formée deux fois dans la période compte deux fois."
    ),
    measure=_PARTICIPANTS,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
MANAGER_TRAINING_DAYS = Metric(
    id="manager_training_days",
    label="Journées de formation des responsables opérationnels",
    domain=Domain.WORKFORCE,
    unit=DAYS,
    definition=(
        "Journées de formation suivies par les responsables opérationnels, tous thèmes, multipliées par les "
        "participants. Une formation au management suivie par un référent n'y compte pas."
    ),
    measure=total(
        STAFF_TRAINING,
        s.staff_training.c.days_hundredths,
        parts=(_MANAGERS,),
        scale=_DAY,
        label="journées de formation suivies par les responsables",
    ),
    base=total(
        STAFF_TRAINING,
        s.staff_training.c.participants,
        parts=(_MANAGERS,),
        label="participations de responsables",
    ),
    by=(),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
