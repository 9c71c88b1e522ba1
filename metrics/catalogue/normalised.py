"""Activity and income for a means or a population: per field FTE, per hour of presence, per inhabitant.

Each is declared from a figure of the catalogue: its numerator is that figure's own measure, its domain too,
so that it is read with the same rights. Field FTE are those of posts: contracts include the head office,
trainers and people away, who meet nobody on the field.
"""

from fractions import Fraction

from data_access import schema as s
from metrics.catalogue import activity, dispositifs, financing
from metrics.catalogue.dimensions import AGENCY, CITY
from metrics.catalogue.facts import MARKET_CITIES
from metrics.catalogue.units import PER_HOUR
from metrics.kinds import When
from metrics.measures import maximum
from metrics.model import Metric, Rule, Unit
from metrics.rules import share

_PER_FTE = Unit(symbol="par ETP", decimals=2)
_EUROS_PER_FTE = Unit(symbol="€ par ETP")
_EUROS_PER_HOUR = Unit(symbol="€ par heure", decimals=2)
_PER_THOUSAND = Unit(symbol="pour 1 000 hab.", decimals=1)
_THOUSANDS_OF_INHABITANTS = maximum(
    MARKET_CITIES,
    s.city.c.qpv_population,
    when=When.AT_END,
    scale=Fraction(1, 1000),
    label="milliers d'habitants de QPV de la commune",
)


def _per_fte(id_: str, of: Metric, label: str, counted: str, unit: Unit = _PER_FTE) -> Metric:
    return Metric(
        id=id_,
        label=f"{label} par ETP terrain",
        domain=of.domain,
        unit=unit,
        definition=(
            f"{counted}, rapportés aux équivalents temps plein des postes de terrain ouverts à un moment de "
            "la période : les postes autorisés, et non les contrats ni les personnes présentes."
        ),
        measure=of.measure,
        over=dispositifs.FIELD_FTE.measure,
        polarity=of.polarity,
    )


def _per_hour(id_: str, of: Metric, label: str, counted: str, unit: Unit = PER_HOUR) -> Metric:
    return Metric(
        id=id_,
        label=f"{label} par heure de terrain",
        domain=of.domain,
        unit=unit,
        definition=(
            f"{counted}, rapportés aux heures de terrain réalisées ; un binôme présent trois heures compte "
            "six heures."
        ),
        measure=of.measure,
        over=activity.FIELD_HOURS_DONE.measure,
        polarity=of.polarity,
    )


def _per_inhabitant(id_: str, of: Metric, label: str, counted: str) -> Metric:
    if of.measure is None:
        raise ValueError(f"{of.id} has no measure to divide")
    return Metric(
        id=id_,
        label=f"{label} pour 1 000 habitants de QPV",
        domain=of.domain,
        unit=_PER_THOUSAND,
        definition=(
            f"{counted}, dans toutes les communes, pour 1 000 habitants des quartiers prioritaires des communes "
            "couvertes par un marché le dernier jour, chaque commune comptée une fois. Une partie de "
            "l'activité se passe hors de ces quartiers."
        ),
        rule=Rule(
            function=share,
            measures=(of.measure, _THOUSANDS_OF_INHABITANTS),
            at=CITY,
            formula="somme de {0} ÷ somme de {1}, chaque commune comptée une fois",
        ),
        by=(AGENCY,),
        polarity=of.polarity,
    )


INTERVENTIONS_PER_FTE = _per_fte(
    "interventions_per_fte", activity.INTERVENTIONS_COUNT, "Interventions", "Nombre d'interventions"
)
PEOPLE_MET_PER_FTE = _per_fte(
    "people_met_per_fte",
    activity.PEOPLE_MET,
    "Personnes rencontrées",
    "Contacts comptés pendant les interventions",
)
MEETINGS_PER_FTE = _per_fte(
    "meetings_per_fte",
    activity.MEETINGS_ATTENDED,
    "Instances partenariales",
    "Nombre de participations aux instances partenariales",
)
MEDIATION_REVENUE_PER_FTE = _per_fte(
    "mediation_revenue_per_fte",
    financing.MEDIATION_SHARE,
    "Produits de la médiation",
    "Produits de la branche médiation, hors taxes",
    _EUROS_PER_FTE,
)
PEOPLE_MET_PER_HOUR = _per_hour(
    "people_met_per_hour",
    activity.PEOPLE_MET,
    "Personnes rencontrées",
    "Contacts comptés pendant les interventions",
)
MEDIATION_REVENUE_PER_HOUR = _per_hour(
    "mediation_revenue_per_hour",
    financing.MEDIATION_SHARE,
    "Produits de la médiation",
    "Produits de la branche médiation, hors taxes",
    _EUROS_PER_HOUR,
)
INTERVENTIONS_PER_QPV_INHABITANT = _per_inhabitant(
    "interventions_per_qpv_inhabitant",
    activity.INTERVENTIONS_COUNT,
    "Interventions",
    "Nombre d'interventions",
)
PEOPLE_MET_PER_QPV_INHABITANT = _per_inhabitant(
    "people_met_per_qpv_inhabitant",
    activity.PEOPLE_MET,
    "Personnes rencontrées",
    "Contacts comptés pendant les interventions",
)
