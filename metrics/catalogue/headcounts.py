"""The other readings of how many people work here: over a period, full-time equivalent, by law."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import AGENCY, CONTRACT, MONTH
from metrics.catalogue.facts import STAFF
from metrics.catalogue.partitions import FEW
from metrics.catalogue.units import FTE, LEGAL_PEOPLE, MEAN_PEOPLE
from metrics.catalogue.workforce import EVERYONE, MEAN_OF_AGENCY
from metrics.kinds import When
from metrics.measures import count, total
from metrics.model import Metric, Part, Rule
from metrics.monthly import legal_headcount, mean

_HUNDREDTHS = Fraction(1, 100)
_EVERYONE = count(STAFF, when=When.EVERY, label="salariés présents")
_FTE = total(STAFF, s.staff.c.fte_hundredths, when=When.EVERY, scale=_HUNDREDTHS, label="ETP des contrats")
_PERMANENT_FTE = total(
    STAFF,
    s.staff.c.fte_hundredths,
    parts=(Part(CONTRACT, ("permanent",)),),
    when=When.EVERY,
    scale=_HUNDREDTHS,
    label="ETP des CDI",
)
_FIXED_TERM_FTE = total(
    STAFF,
    s.staff.c.fte_hundredths,
    parts=(Part(CONTRACT, ("fixed_term",)),),
    where=s.staff.c.replacement.is_(False),  # full-time equivalents of twelve months: no count of people
    when=When.EVERY,
    scale=_HUNDREDTHS,
    label="ETP des CDD qui ne remplacent personne",
)

MEAN_HEADCOUNT = Metric(
    id="mean_headcount",
    label="Effectif mensuel moyen",
    domain=Domain.WORKFORCE,
    unit=MEAN_PEOPLE,
    definition=(
        "Salariés présents à chaque fin de mois, apprentis compris, chacun pour un, en moyenne des fins de "
        "mois chargées de la période. Ce n'est ni l'effectif au 31 décembre, ni l'effectif légal. "
        f"{MEAN_OF_AGENCY}"
    ),
    rule=Rule(function=mean, measures=(_EVERYONE,), at=MONTH, formula="moyenne de : {0}"),
    by=(AGENCY,),
    hidden_below=FEW,
)
MEAN_FTE = Metric(
    id="mean_fte",
    label="ETP moyen des fins de mois",
    domain=Domain.WORKFORCE,
    unit=FTE,
    definition=(
        "Somme des ETP des contrats à chaque fin de mois, en moyenne des fins de mois chargées de la "
        "période. Ce n'est pas l'ETPT, qui compte les jours ; un contrat qui ne couvre aucune fin de mois "
        f"n'y figure pas. {MEAN_OF_AGENCY}"
    ),
    rule=Rule(function=mean, measures=(_FTE,), at=MONTH, formula="moyenne de : {0}"),
    base=EVERYONE,
    by=(AGENCY,),
    hidden_below=FEW,
)
LEGAL_HEADCOUNT = Metric(
    id="legal_headcount",
    label="Effectif légal (articles L1111-2 et L1111-3)",
    domain=Domain.WORKFORCE,
    unit=LEGAL_PEOPLE,
    definition=(
        "Effectif des seuils du code du travail : CDI de la dernière fin de mois, à hauteur de leur temps "
        "de travail, plus les CDD à hauteur de leur temps et de leur présence sur douze fins de mois. Les "
        "apprentis et les remplaçants d'un absent n'y comptent pas. Les contrats aidés et de "
        "professionnalisation, que la loi exclut, ne sont pas distingués dans les fichiers ; les "
        "intérimaires et le personnel mis à disposition n'y figurent pas. Non calculé si la période n'a pas "
        "douze fins de mois."
    ),
    rule=Rule(
        function=legal_headcount,
        measures=(_PERMANENT_FTE, _FIXED_TERM_FTE),
        at=MONTH,
        formula=(
            "ETP des CDI à la dernière fin de mois + un douzième de la somme, sur les douze fins de mois, "
            "des ETP des CDD qui ne remplacent personne"
        ),
    ),
    base=EVERYONE,
    by=(),
    hidden_below=FEW,
)
