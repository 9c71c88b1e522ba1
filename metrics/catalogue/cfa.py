"""The apprentices' training centre: who is in training, who sits, who passes, who leaves."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import (
    AGENCY,
    AGENCY_KIND,
    EMPLOYER,
    EXAM_RESULT,
    LEVEL,
    OBJECTIVE,
    OUTCOME,
    PROGRAMME,
    PROGRAMME_FAMILY,
    SPECIALITY,
)
from metrics.catalogue.facts import ENROLMENTS, EXAMS
from metrics.catalogue.partitions import FEW, OWN_STAFF
from metrics.catalogue.units import COUNT, HOURS, PEOPLE, PERCENT
from metrics.kinds import Polarity
from metrics.measures import count, total
from metrics.model import Measure, Metric, Part
from metrics.parameters.legal import MINIMUM_COHORT

CFA_SINCE = 2019  # the year the association became an apprentices' training centre: outcomes count from it
_COHORT = int(MINIMUM_COHORT.value)
_PASSED = Part(EXAM_RESULT, ("passed",))
_BEGAN_ON, _ENDED_ON = s.enrolment.c.valid_from, s.enrolment.c.ended_on
# breaking a rate down by what it measures would give 0 and 100 %
_WHO = (AGENCY, AGENCY_KIND, EMPLOYER)
_WHAT = (PROGRAMME, PROGRAMME_FAMILY, OBJECTIVE, LEVEL, SPECIALITY)
_TOO_FEW = f"Non calculé en dessous de {_COHORT} personnes."

IN_TRAINING = count(ENROLMENTS, label="parcours au CFA")
_GRADUATES = count(EXAMS, parts=(_PASSED,), label="candidats reçus au titre")
_CANDIDATES = count(EXAMS, label="candidats présentés")
_INTERRUPTED = count(
    ENROLMENTS,
    parts=(Part(OUTCOME, ("interrupted",)),),
    dated=_ENDED_ON,
    label="parcours interrompus",
)


def _rate(
    id_: str, label: str, definition: str, measure: Measure, over: Measure, polarity: Polarity
) -> Metric:
    return Metric(
        id=id_,
        label=label,
        domain=Domain.TRAINING,
        unit=PERCENT,
        definition=f"{definition} {_TOO_FEW}",
        measure=measure,
        over=over,
        by=(*_WHO, *_WHAT),
        polarity=polarity,
        min_cohort=_COHORT,
        hidden_below=FEW,
        interval=True,
    )


def _share_of(title: str) -> Metric:
    return Metric(
        id=f"{title.lower()}_graduates_share",
        label=f"Part du titre {title} parmi les diplômés",
        domain=Domain.TRAINING,
        unit=PERCENT,
        definition=(
            f"Candidats reçus au titre {title}, rapportés aux candidats reçus à tous les titres. {_TOO_FEW}"
        ),
        measure=count(
            EXAMS, parts=(_PASSED, Part(PROGRAMME, (title,))), label=f"candidats reçus au titre {title}"
        ),
        over=_GRADUATES,
        by=(),
        min_cohort=_COHORT,
        hidden_below=FEW,
    )


APPRENTICES_IN_TRAINING = Metric(
    id="apprentices_in_training",
    label="Parcours d'alternants au CFA",
    domain=Domain.TRAINING,
    unit=COUNT,
    definition=(
        "Parcours au CFA qui courent à un moment de la période, quel que soit l'employeur et quelle que soit "
        "leur issue. Sur plusieurs années, un parcours compte une fois."
    ),
    measure=IN_TRAINING,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
CFA_ENTRIES = Metric(
    id="cfa_entries",
    label="Entrées au CFA",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Parcours au CFA qui commencent dans la période, à la date d'entrée, tous employeurs confondus. "
        "Masqué quand il dirait, avec les parcours des deux années, combien ont interrompu la précédente."
    ),
    measure=count(ENROLMENTS, dated=_BEGAN_ON, label="parcours commencés"),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
CANDIDATES = Metric(
    id="candidates",
    label="Candidats présentés aux titres",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Candidats présentés à un jury de titre professionnel, à la date du jury. Qui se présente à deux "
        "sessions compte deux fois."
    ),
    measure=_CANDIDATES,
    hidden_below=FEW,
)
GRADUATES = Metric(
    id="graduates",
    label="Diplômés du CFA",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Candidats reçus au titre entier, tous employeurs confondus, à la date du jury. Un titre partiel "
        "(CCP) n'en est pas un."
    ),
    measure=_GRADUATES,
    whole=_CANDIDATES,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
PARTIAL_TITLES = Metric(
    id="partial_titles",
    label="Titres partiels (CCP)",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Candidats qui n'ont obtenu qu'une partie du titre, à la date du jury. Ils comptent parmi les "
        "présentés, jamais parmi les diplômés."
    ),
    measure=count(
        EXAMS, parts=(Part(EXAM_RESULT, ("partial",)),), label="candidats reçus à une partie du titre"
    ),
    hidden_below=FEW,
)
PASS_RATE = _rate(
    "pass_rate",
    "Taux de réussite (présentés)",
    (
        "Candidats reçus au titre entier rapportés aux candidats présentés au jury, tous employeurs "
        "confondus. Ne se compare pas à un taux rapporté aux inscrits."
    ),
    _GRADUATES,
    _CANDIDATES,
    Polarity.MORE,
)
MSADS_SHARE = _share_of("MSADS")
AMIS_SHARE = _share_of("AMIS")
INTERRUPTIONS = Metric(
    id="interruptions",
    label="Interruptions de parcours au CFA",
    domain=Domain.TRAINING,
    unit=PEOPLE,
    definition=(
        "Parcours quittés avant le jury, à la date du dernier jour. L'arrêt de la formation n'est pas la "
        "rupture du contrat."
    ),
    measure=_INTERRUPTED,
    polarity=Polarity.LESS,
    hidden_below=FEW,
)
INTERRUPTION_RATE = _rate(
    "interruption_rate",
    "Taux d'interruption (parcours en cours)",
    (
        "Parcours quittés avant le jury dans la période, rapportés à tous ceux qui y courent à un moment. Ce "
        "n'est pas le taux d'interruption d'une promotion, rapporté aux entrants."
    ),
    _INTERRUPTED,
    IN_TRAINING,
    Polarity.LESS,
)
PRESENTATION_RATE = _rate(
    "presentation_rate",
    "Taux de présentation aux titres",
    (
        "Parcours menés jusqu'au jury, que le titre soit obtenu ou non, rapportés à tous les parcours finis "
        "dans la période, interruptions comprises. Les parcours encore en cours n'y sont pas."
    ),
    count(
        ENROLMENTS,
        parts=(Part(OUTCOME, ("passed", "failed")),),
        dated=_ENDED_ON,
        label="parcours menés jusqu'au jury",
    ),
    count(ENROLMENTS, dated=_ENDED_ON, label="parcours finis"),
    Polarity.MORE,
)
TITLE_HOURS = Metric(
    id="title_hours",
    label="Durée moyenne des titres préparés",
    domain=Domain.TRAINING,
    unit=HOURS,
    definition=(
        "Durée prévue des titres que préparent les alternants accueillis, rapportée à leur nombre : pour un "
        "seul titre, sa durée."
    ),
    measure=total(
        ENROLMENTS,
        s.programme.c.title_minutes,
        scale=Fraction(1, 60),
        label="heures prévues par les titres préparés",
    ),
    over=IN_TRAINING,
    by=_WHAT,  # by agency or employer, known lengths would tell how many prepare each title there
    hidden_below=FEW,
)
EMPLOYEE_GRADUATES = Metric(
    id="employee_graduates",
    label="Salariés d'Optima diplômés",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Candidats reçus au titre entier qui étaient salariés d'Optima au jour du jury. Ce n'est pas le "
        "nombre de salariés qui détiennent un titre. Par année civile seulement : sur moins, le chiffre "
        "désignerait quelqu'un."
    ),
    measure=count(EXAMS, parts=(_PASSED, OWN_STAFF), label="candidats reçus, salariés d'Optima"),
    by=(),  # so few that any breakdown would name them, and so would a month
    polarity=Polarity.MORE,
    yearly=True,
)
