"""The index of professional equality, its four indicators, and whom it counts."""

from collections.abc import Callable
from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics import equality
from metrics.catalogue.dimensions import EQUALITY_LINE
from metrics.catalogue.facts import EQUALITY_COUNTS, PAY_GROUPS
from metrics.catalogue.partitions import FEW
from metrics.catalogue.units import MARKS, PEOPLE, PERCENT, POINTS
from metrics.kinds import Polarity
from metrics.measures import total
from metrics.model import Measure, Members, Metric, Rule, Ruled
from metrics.rules import known

_EUROS = Fraction(1, 100)
_PAY, _COUNTED = s.pay_group.c, s.equality_count.c
_WOMEN = total(PAY_GROUPS, _PAY.women, label="femmes des groupes de rémunération")
_MEN = total(PAY_GROUPS, _PAY.men, label="hommes des groupes de rémunération")
_DECLARED = (
    _WOMEN,
    _MEN,
    total(PAY_GROUPS, _PAY.women_mean_cents, scale=_EUROS, label="rémunération moyenne des femmes"),
    total(PAY_GROUPS, _PAY.men_mean_cents, scale=_EUROS, label="rémunération moyenne des hommes"),
    total(EQUALITY_COUNTS, _COUNTED.women, label="femmes comptées"),
    total(EQUALITY_COUNTS, _COUNTED.men, label="hommes comptés"),
)
_GROUPS = "femmes, hommes et leur rémunération moyenne dans chaque groupe"
_RAISED = "salariés augmentés et effectif, par sexe"
_RETURNS = "retours de congé, et retours suivis d'une augmentation"
_TOP_TEN = "femmes et hommes parmi les dix plus hautes rémunérations"
_READ_ONCE = "valeur de l'année de référence, lue à sa dernière fin de mois"
_BY_LAW = "Publié par obligation légale, même quand il repose sur peu de personnes."


def _rule(function: Callable[[Members], Ruled], says: str, *read: str) -> Rule:
    return Rule(
        function=function,
        measures=_DECLARED,
        at=EQUALITY_LINE,
        formula=f"{says}, d'après : {' ; '.join(read)}",
        reading=_READ_ONCE,
    )


def _known(measure: Measure) -> Rule:
    return Rule(
        function=known, measures=(measure,), at=EQUALITY_LINE, formula=measure.label, reading=_READ_ONCE
    )


EQUALITY_INDEX = Metric(
    id="equality_index",
    label="Index égalité femmes-hommes",
    domain=Domain.WORKFORCE,
    unit=POINTS,
    definition=(
        "Points obtenus sur les points possibles, ramenés à 100, selon les règles des employeurs de 50 à "
        "250 salariés (décret n° 2019-15). Ce sont des points, pas un pourcentage. Un indicateur non "
        "calculable réduit les points possibles ; sous 75 points possibles, pas d'index. Lu à la fin de "
        "l'année de référence."
    ),
    rule=_rule(equality.index, "points obtenus ÷ points possibles", _GROUPS, _RAISED, _RETURNS, _TOP_TEN),
    by=(),
    polarity=Polarity.MORE,
)
PAY_GAP_POINTS = Metric(
    id="pay_gap_points",
    label="Index égalité : points de l'écart de rémunération",
    domain=Domain.WORKFORCE,
    unit=MARKS,
    definition="Premier indicateur de l'index, sur 40 points : 40 sans écart, aucun au-delà de 20 %.",
    rule=_rule(equality.points("ind1"), "points du barème", _GROUPS),
    by=(),
    polarity=Polarity.MORE,
)
PAY_GAP = Metric(
    id="pay_gap",
    label="Index égalité : écart de rémunération",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Écart de rémunération moyenne annuelle, en équivalent temps plein, entre hommes et femmes de même "
        "âge et de même catégorie. Groupes d'au moins trois femmes et trois hommes ; 5 % de chaque écart "
        "sont déduits, puis les écarts, qui peuvent se compenser, sont pondérés par l'effectif. Sans signe, "
        "à une décimale. Non calculable si ces groupes font moins de 40 % de l'effectif."
    ),
    rule=_rule(equality.result("ind1", 100), "écart pondéré au-delà de 5 %", _GROUPS),
    by=(),
    polarity=Polarity.LESS,
)
RAISE_GAP_POINTS = Metric(
    id="raise_gap_points",
    label="Index égalité : points des augmentations",
    domain=Domain.WORKFORCE,
    unit=MARKS,
    definition=(
        "Deuxième indicateur de l'index, sur 35 points : la meilleure de deux lectures, en points de taux "
        "ou en nombre de salariés ; 35 d'office si les augmentations favorisent le sexe que les "
        "rémunérations désavantagent."
    ),
    rule=_rule(equality.points("ind2_3"), "points du barème", _RAISED, _GROUPS),
    by=(),
    polarity=Polarity.MORE,
)
RAISE_GAP = Metric(
    id="raise_gap",
    label="Index égalité : écart de taux d'augmentations",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Écart, sans signe, entre la part des femmes et la part des hommes augmentés individuellement dans "
        "l'année, promotions comprises, à une décimale. Augmentations individuelles du salaire de base ; non "
        "calculable sous cinq femmes ou cinq hommes, ou sans augmentation."
    ),
    rule=_rule(equality.result("ind2_3", 100), "écart des taux d'augmentation", _RAISED),
    by=(),
    polarity=Polarity.LESS,
)
RETURN_POINTS = Metric(
    id="return_points",
    label="Index égalité : points des retours de congé",
    domain=Domain.WORKFORCE,
    unit=MARKS,
    definition=(
        "Troisième indicateur de l'index, sur 15 points : 15 si toutes les salariées revenues d'un congé de "
        "maternité ou d'adoption pendant lequel d'autres ont été augmentés l'ont été aussi, sinon aucun. "
        f"{_BY_LAW}"
    ),
    rule=_rule(equality.points("ind4"), "points du barème", _RETURNS),
    by=(),
    polarity=Polarity.MORE,
)
RETURN_SHARE = Metric(
    id="return_share",
    label="Index égalité : salariées augmentées à leur retour",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Part des salariées augmentées à leur retour de congé de maternité ou d'adoption, parmi celles dont "
        f"l'absence a vu des augmentations dans l'entreprise ou leur catégorie. {_BY_LAW}"
    ),
    rule=_rule(equality.result("ind4", 100), "part des retours suivis d'une augmentation", _RETURNS),
    by=(),
    polarity=Polarity.MORE,
)
TOP_TEN_POINTS = Metric(
    id="top_ten_points",
    label="Index égalité : points des dix plus hautes rémunérations",
    domain=Domain.WORKFORCE,
    unit=MARKS,
    definition=(
        "Quatrième indicateur de l'index, sur 10 points : 10 si le sexe le moins représenté compte quatre ou "
        "cinq des dix personnes les mieux payées, 5 s'il en compte deux ou trois, sinon aucun."
    ),
    rule=_rule(equality.points("ind5"), "points du barème", _TOP_TEN),
    by=(),
    polarity=Polarity.MORE,
)
TOP_TEN_FEWER = Metric(
    id="top_ten_fewer",
    label="Index égalité : sexe sous-représenté parmi les dix",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        f"Personnes du sexe le moins représenté parmi les dix mieux payées : de zéro à cinq. {_BY_LAW}"
    ),
    rule=_rule(equality.result("ind5"), "le plus petit des deux nombres", _TOP_TEN),
    by=(),
    polarity=Polarity.MORE,
)
INDEX_WOMEN = Metric(
    id="index_women",
    label="Index égalité : femmes prises en compte",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Femmes des groupes de rémunération de l'index, sur l'année de référence. Apprenties, contrats de "
        "professionnalisation, personnel mis à disposition par un autre employeur, expatriées, préretraitées "
        "et absentes plus de six mois n'en sont pas : ce n'est pas l'effectif au 31 décembre."
    ),
    rule=_known(_WOMEN),
    by=(),  # a pay group is a few people
    hidden_below=FEW,
)
INDEX_MEN = Metric(
    id="index_men",
    label="Index égalité : hommes pris en compte",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Hommes des groupes de rémunération de l'index, sur l'année de référence. Apprentis, contrats de "
        "professionnalisation, personnel mis à disposition par un autre employeur, expatriés, préretraités "
        "et absents plus de six mois n'en sont pas : ce n'est pas l'effectif au 31 décembre."
    ),
    rule=_known(_MEN),
    by=(),  # a pay group is a few people
    hidden_below=FEW,
)
