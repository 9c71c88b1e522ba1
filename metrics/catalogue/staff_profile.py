"""Who the staff are: women and men, ages and seniority, foundation course, titles held."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import FOUNDATION, SENIORITY, SEX, TITLE, all_but
from metrics.catalogue.facts import STAFF
from metrics.catalogue.partitions import FEW, MEDIATORS
from metrics.catalogue.units import PEOPLE, PERCENT, YEARS
from metrics.catalogue.workforce import EVERYONE
from metrics.kinds import Polarity
from metrics.measures import count, total
from metrics.model import Metric, Part, Rule
from metrics.rules import middle_in_years
from metrics.star import all_of

_WOMEN = count(STAFF, parts=(Part(SEX, ("F",)),), label="femmes présentes")
_MEDIATORS = count(STAFF, parts=(MEDIATORS,), label="médiateurs présents")
_TRAINED = count(
    STAFF, parts=(MEDIATORS, all_of(FOUNDATION, "never")), label="médiateurs formés un jour au socle"
)
_TRAINED_IN_TIME = count(
    STAFF,
    parts=(MEDIATORS, Part(FOUNDATION, ("within_six_months",))),
    label="médiateurs formés au socle dans les six mois de leur embauche",
)

WOMEN = Metric(
    id="women",
    label="Femmes",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition="Salariées sous contrat, apprenties comprises, à la dernière fin de mois de la période.",
    measure=_WOMEN,
    whole=EVERYONE,
    hidden_below=FEW,
)
WOMEN_SHARE = Metric(
    id="women_share",
    label="Part des femmes",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition="Salariées rapportées à tous les salariés, apprentis compris, à la dernière fin de mois.",
    measure=_WOMEN,
    over=EVERYONE,
    by=all_but(SEX),
    hidden_below=FEW,
)
MEAN_AGE = Metric(
    id="mean_age",
    label="Âge moyen",
    domain=Domain.WORKFORCE,
    unit=YEARS,
    definition=(
        "Somme des âges des salariés rapportée à leur nombre, à la dernière fin de mois. L'âge est celui "
        "atteint dans l'année : seule l'année de naissance est connue."
    ),
    measure=total(STAFF, s.staff.c.age, label="âges des salariés présents"),
    over=EVERYONE,
    base=EVERYONE,
    hidden_below=FEW,
    yearly=True,  # from one month to the next, it would tell the age of who came
)
MEAN_SENIORITY = Metric(
    id="mean_seniority",
    label="Ancienneté moyenne",
    domain=Domain.WORKFORCE,
    unit=YEARS,
    definition=(
        "Mois entiers écoulés depuis l'entrée, additionnés, en années, et rapportés au nombre de salariés "
        "à la dernière fin de mois. L'entrée est celle du premier contrat sans interruption : un CDD ou un "
        "apprentissage devenu CDI compte."
    ),
    measure=total(
        STAFF, s.staff.c.seniority_months, scale=Fraction(1, 12), label="anciennetés des salariés présents"
    ),
    over=EVERYONE,
    base=EVERYONE,
    hidden_below=FEW,
    yearly=True,  # from one month to the next, it would tell how long who left had stayed
)
MEDIAN_SENIORITY = Metric(
    id="median_seniority",
    label="Ancienneté médiane",
    domain=Domain.WORKFORCE,
    unit=YEARS,
    definition=(
        "Ancienneté, en mois entiers, que la moitié des salariés présents à la dernière fin de mois "
        "n'atteint pas ; entre deux valeurs, leur milieu. Quelques longues carrières ne la déplacent pas."
    ),
    rule=Rule(
        function=middle_in_years,
        measures=(EVERYONE,),
        at=SENIORITY,
        formula="médiane des mois d'ancienneté des {0}, en années",
    ),
    base=EVERYONE,
    hidden_below=FEW,
    yearly=True,  # from one month to the next, it would tell how long who left had stayed
)
FOUNDATION_TRAINED = Metric(
    id="foundation_trained",
    label="Médiateurs ayant suivi la formation socle",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Médiateurs et médiatrices présents à la dernière fin de mois, apprentis compris, qui ont suivi la "
        "formation socle un jour, quel que soit le délai depuis leur embauche."
    ),
    measure=_TRAINED,
    whole=_MEDIATORS,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
FOUNDATION_SHARE = Metric(
    id="foundation_share",
    label="Part des médiateurs ayant suivi la formation socle",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Médiateurs présents à la dernière fin de mois qui ont suivi la formation socle un jour, rapportés à "
        "tous les médiateurs présents, apprentis compris."
    ),
    measure=_TRAINED,
    over=_MEDIATORS,
    by=all_but(FOUNDATION),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
FOUNDATION_IN_TIME_SHARE = Metric(
    id="foundation_in_time_share",
    label="Part des médiateurs formés au socle dans les six mois",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Médiateurs présents à la dernière fin de mois qui ont suivi la formation socle au plus tard six "
        "mois, jour pour jour, après leur embauche, rapportés à tous les médiateurs présents, apprentis "
        "compris. Qui l'a suivie plus tard ne compte pas ici."
    ),
    measure=_TRAINED_IN_TIME,
    over=_MEDIATORS,
    by=all_but(FOUNDATION),
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
TITLED_MEDIATORS = Metric(
    id="titled_mediators",
    label="Médiateurs titulaires d'un titre",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Médiateurs présents à la dernière fin de mois qui détiennent un titre de la médiation, quels que "
        "soient l'année et l'organisme. Ce n'est pas le nombre de diplômés de l'année."
    ),
    measure=count(
        STAFF,
        parts=(MEDIATORS, all_of(TITLE, "none")),
        label="médiateurs présents titulaires d'un titre",
    ),
    whole=_MEDIATORS,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
OWN_CFA_TITLED = Metric(
    id="own_cfa_titled",
    label="Médiateurs titulaires d'un titre obtenu au CFA Optima",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Médiateurs présents à la dernière fin de mois dont le titre a été obtenu au CFA de l'association, "
        "quelle que soit l'année."
    ),
    measure=count(
        STAFF,
        parts=(MEDIATORS, Part(TITLE, ("own_cfa",))),
        label="médiateurs présents titulaires d'un titre du CFA Optima",
    ),
    whole=_MEDIATORS,
    polarity=Polarity.MORE,
    hidden_below=FEW,
)
