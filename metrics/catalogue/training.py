"""The training organisation: learners, hours, satisfaction, where it teaches, and Optima's own staff."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.cfa import IN_TRAINING
from metrics.catalogue.dimensions import LEVEL, OBJECTIVE, PROGRAMME, PROGRAMME_FAMILY, SPECIALITY
from metrics.catalogue.facts import ATTENDANCE, SATISFACTION, SESSIONS
from metrics.catalogue.partitions import FEW, FROM_PRIVATE, OUTSIDERS, OWN_IN_MODULES, OWN_STAFF
from metrics.catalogue.units import COUNT, HOURS, PEOPLE, PERCENT, TRAINEE_HOURS
from metrics.kinds import Polarity
from metrics.measures import distinct, total
from metrics.model import Measure, Metric, Rule
from metrics.parameters.legal import MINIMUM_COHORT
from metrics.rules import added

_MINUTES = Fraction(1, 60)
_COHORT = int(MINIMUM_COHORT.value)
_OTHERS = total(
    ATTENDANCE,
    s.attendance.c.learners,
    parts=(OUTSIDERS,),
    label="stagiaires hors apprentis",
)
_ANSWERS = total(SATISFACTION, s.satisfaction.c.answers, label="réponses aux questionnaires")
_PER_ACTION = (
    "Une personne qui suit deux formations compte deux fois, comme au bilan pédagogique et financier."
)


def _places(kind: str, label: str) -> Measure:
    return distinct(SESSIONS, s.training_session.c.site_id, where=s.site.c.kind == kind, label=label)


LEARNERS = Metric(
    id="learners",
    label="Stagiaires et apprentis",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Apprentis dont le parcours court à un moment de la période, plus les autres stagiaires dont une "
        f"formation commence dans la période. {_PER_ACTION}"
    ),
    rule=Rule(
        function=added,
        measures=(IN_TRAINING, _OTHERS),
        at=PROGRAMME,
        formula="{0} + {1}",
        reading=(
            "apprentis : une fois dans chaque période touchée ; autres stagiaires : à la date de début. Les "
            "périodes ne s'additionnent pas"
        ),
    ),
    # by agency or employer, what remains once the others are taken off would tell a few apprentices
    by=(PROGRAMME, PROGRAMME_FAMILY, OBJECTIVE, LEVEL, SPECIALITY),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
LEARNERS_OUTSIDE_CFA = Metric(
    id="learners_outside_cfa",
    label="Stagiaires hors apprentis",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=f"Stagiaires dont une formation commence dans la période, sans les apprentis. {_PER_ACTION}",
    measure=_OTHERS,
    polarity=Polarity.MORE,
)
PRIVATE_EMPLOYEES = Metric(
    id="private_employees_trained",
    label="Salariés d'employeurs privés formés, hors apprentis",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Stagiaires salariés d'un employeur privé, ceux d'Optima compris, hors apprentis, dont la formation "
        "commence dans la période : ligne F-1 a du bilan pédagogique et financier. Une personne qui suit "
        "deux formations compte deux fois."
    ),
    measure=total(
        ATTENDANCE,
        s.attendance.c.learners,
        parts=(FROM_PRIVATE,),
        label="stagiaires salariés du privé",
    ),
    polarity=Polarity.MORE,
)
TRAINEE_HOURS_FOLLOWED = Metric(
    id="trainee_hours",
    label="Heures de formation suivies",
    domain=Domain.TRAINING,
    unit=TRAINEE_HOURS,
    definition=(
        "Durée suivie, multipliée par les personnes réellement présentes, apprentis compris : sept heures "
        "suivies par dix personnes font soixante-dix heures."
    ),
    measure=total(
        ATTENDANCE, s.attendance.c.trainee_minutes, scale=_MINUTES, label="heures suivies par les stagiaires"
    ),
    polarity=Polarity.MORE,
)
DELIVERED_HOURS = Metric(
    id="delivered_hours",
    label="Heures de formation dispensées",
    domain=Domain.TRAINING,
    unit=HOURS,
    definition=(
        "Durée des séances, quel que soit leur public : sept heures suivies par dix personnes restent sept "
        "heures. Les modules des titres se suivent dans les séances des apprentis et n'en ajoutent pas."
    ),
    measure=total(
        SESSIONS, s.training_session.c.delivered_minutes, scale=_MINUTES, label="heures des séances tenues"
    ),
    polarity=Polarity.MORE,
)
SATISFACTION_RATE = Metric(
    id="satisfaction_rate",
    label="Taux de satisfaction des stagiaires",
    domain=Domain.TRAINING,
    unit=PERCENT,
    definition=(
        "Réponses « satisfait » ou « très satisfait » aux questionnaires de fin de formation, rapportées aux "
        f"réponses reçues. Non calculé en dessous de {_COHORT} réponses."
    ),
    measure=total(SATISFACTION, s.satisfaction.c.satisfied, label="réponses satisfaites ou très satisfaites"),
    over=_ANSWERS,
    polarity=Polarity.MORE,
    min_cohort=_COHORT,
    interval=True,
)
SATISFACTION_ANSWERS = Metric(
    id="satisfaction_answers",
    label="Réponses aux questionnaires de satisfaction",
    domain=Domain.TRAINING,
    unit=COUNT,
    definition="Questionnaires de fin de formation remplis, sur lesquels repose le taux de satisfaction.",
    measure=_ANSWERS,
    polarity=Polarity.MORE,
)
TRAINING_SITES = Metric(
    id="training_sites",
    label="Sites de formation",
    domain=Domain.TRAINING,
    unit=COUNT,
    definition=(
        "Sites de formation distincts où au moins une séance a commencé dans la période. Les établissements "
        "pénitentiaires sont comptés à part."
    ),
    measure=_places("training", "sites de formation distincts"),
)
PRISONS = Metric(
    id="prisons",
    label="Établissements pénitentiaires",
    domain=Domain.TRAINING,
    unit=COUNT,
    definition="Établissements pénitentiaires distincts où au moins un atelier a commencé dans la période.",
    measure=_places("prison", "établissements pénitentiaires distincts"),
)
EMPLOYEES_TRAINING_HOURS = Metric(
    id="employees_training_hours",
    label="Heures de formation suivies par les salariés d'Optima",
    domain=Domain.WORKFORCE,
    unit=TRAINEE_HOURS,
    definition=(
        "Heures-stagiaires suivies par des salariés d'Optima, apprentis compris, dans l'organisme de "
        "formation de l'association : sept heures suivies par dix personnes font soixante-dix heures."
    ),
    measure=total(
        ATTENDANCE,
        s.attendance.c.trainee_minutes,
        parts=(OWN_STAFF,),
        scale=_MINUTES,
        label="heures suivies par les salariés d'Optima",
    ),
    base=total(
        ATTENDANCE,
        s.attendance.c.learners,
        parts=(OWN_STAFF,),
        label="salariés d'Optima dont une formation commence",
    ),
    base_shown=False,  # those who begin are not all those who attend
    by=(),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
EMPLOYEES_IN_TITLE_MODULES = Metric(
    id="employees_in_title_modules",
    label="Salariés d'Optima ayant suivi un module de titre",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Salariés d'Optima, hors apprentis, inscrits à un module des titres AMIS ou MSADS commencé dans la "
        "période. Une personne qui suit deux modules compte deux fois."
    ),
    measure=total(
        ATTENDANCE,
        s.attendance.c.learners,
        parts=OWN_IN_MODULES,
        label="salariés d'Optima en module de titre",
    ),
    by=(),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
