"""Workforce on roll: people, contracts, full-time equivalents, jobs, area of birth."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import BIRTH_AREA, CONTRACT, SENSITIVE_CELL, all_but
from metrics.catalogue.facts import STAFF, STAFF_COUNTRIES
from metrics.catalogue.partitions import ABROAD, FEW
from metrics.catalogue.units import COUNT, FTE, PEOPLE, PERCENT
from metrics.kinds import Polarity, When
from metrics.measures import count, distinct, total
from metrics.model import Metric, Part
from metrics.star import all_of

MEAN_OF_AGENCY = (
    "Pour une agence, moyenne des seuls mois où elle a du personnel : les agences ne font pas le total."
)
_APPRENTICE = Part(CONTRACT, ("apprentice",))
_PERMANENT = Part(CONTRACT, ("permanent",))
EVERYONE = count(STAFF, label="salariés présents")
_BORN_ABROAD = count(STAFF, parts=(ABROAD,), label="salariés nés hors de France")

HEADCOUNT = Metric(
    id="headcount",
    label="Salariés",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition="Salariés sous contrat, apprentis compris, à la dernière fin de mois de la période.",
    measure=EVERYONE,
    hidden_below=FEW,
)
FTE_ON_ROLL = Metric(
    id="fte",
    label="Équivalents temps plein",
    domain=Domain.WORKFORCE,
    unit=FTE,
    definition=(
        "Somme des ETP des contrats à la dernière fin de mois, tels que les donne l'outil RH : durée "
        "hebdomadaire rapportée à 35 heures, et pour un apprenti la part que dit son contrat."
    ),
    measure=total(STAFF, s.staff.c.fte_hundredths, scale=Fraction(1, 100), label="ETP des contrats"),
    base=EVERYONE,
    hidden_below=FEW,
)
PERMANENT_SHARE = Metric(
    id="permanent_share",
    label="Part des salariés en CDI",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition="Salariés en CDI rapportés à tous les salariés, apprentis compris, à la dernière fin de mois.",
    measure=count(STAFF, parts=(_PERMANENT,), label="salariés en CDI"),
    over=EVERYONE,
    by=all_but(CONTRACT),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
PERMANENT_SHARE_WITHOUT_APPRENTICES = Metric(
    id="permanent_share_without_apprentices",
    label="Part des CDI parmi les salariés hors apprentis",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition="Salariés en CDI rapportés aux salariés qui ne sont pas apprentis, à la dernière fin de mois.",
    measure=count(STAFF, parts=(_PERMANENT,), label="salariés en CDI"),
    over=count(STAFF, parts=(all_of(CONTRACT, "apprentice"),), label="salariés hors apprentis"),
    by=all_but(CONTRACT),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
APPRENTICES = Metric(
    id="apprentices",
    label="Apprentis salariés d'Optima, en fin de mois",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition="Salariés en contrat d'apprentissage à la dernière fin de mois de la période.",
    measure=count(STAFF, parts=(_APPRENTICE,), label="apprentis présents"),
    whole=EVERYONE,
    hidden_below=FEW,
)
APPRENTICES_IN_YEAR = Metric(
    id="apprentices_in_year",
    label="Apprentis salariés d'Optima, au cours de la période",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition="Personnes distinctes en contrat d'apprentissage à au moins une fin de mois de la période.",
    measure=distinct(
        STAFF, s.staff.c.person, parts=(_APPRENTICE,), when=When.EVERY, label="apprentis distincts"
    ),
    hidden_below=FEW,
)
BORN_ABROAD = Metric(
    id="born_abroad",
    label="Salariés nés hors de France",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition="Salariés dont le pays de naissance déclaré n'est pas la France, à la dernière fin de mois.",
    measure=_BORN_ABROAD,
    whole=EVERYONE,
    hidden_below=SENSITIVE_CELL,
    yearly=True,  # from one month to the next, it would tell where who came was born
)
BORN_ABROAD_SHARE = Metric(
    id="born_abroad_share",
    label="Part des salariés nés hors de France",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Salariés dont le pays de naissance déclaré n'est pas la France, rapportés à tous les salariés, "
        "apprentis et pays non déclarés compris, à la dernière fin de mois."
    ),
    measure=_BORN_ABROAD,
    over=EVERYONE,
    by=all_but(BIRTH_AREA),
    hidden_below=SENSITIVE_CELL,
    yearly=True,  # from one month to the next, it would tell where who came was born
)
BIRTH_COUNTRIES = Metric(
    id="birth_countries",
    label="Pays de naissance",
    domain=Domain.WORKFORCE,
    unit=COUNT,
    definition=(
        "Nombre de pays de naissance distincts, France comprise, à la dernière fin de mois. La liste n'est "
        "jamais montrée ni conservée : un pays peut désigner une personne."
    ),
    measure=total(STAFF_COUNTRIES, s.staff_countries.c.countries, label="pays de naissance distincts"),
    by=(),  # the number of an agency would bound how many of its people were born abroad
    yearly=True,  # from one month to the next, it would tell where who came was born
)
