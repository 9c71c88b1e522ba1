"""Kilometres and what they emit, with one edition of the factors for every year.

A change of edition is a new version of these definitions: it would otherwise read as a change of habits.
"""

from data_access import schema as s
from data_access.access import Domain
from metrics.carbon import emitted, emitted_per_kilometre
from metrics.catalogue.dimensions import AGENCY, AGENCY_KIND, VEHICLE_KIND
from metrics.catalogue.facts import MILEAGE
from metrics.catalogue.units import KGCO2E, KGCO2E_PER_KM
from metrics.catalogue.units import KILOMETRES as KILOMETRES_UNIT
from metrics.kinds import Polarity
from metrics.measures import total
from metrics.model import Metric, Rule
from metrics.parameters.emissions import CURRENT, VEHICLES, factor

_KNOWN = {vehicle: factor(vehicle, CURRENT.since) for vehicle in VEHICLES}
# a passenger's kilometre in a bus is not a kilometre of one of the association's vehicles
FACTORS = {vehicle: each.value for vehicle, each in _KNOWN.items() if each.unit == "kgCO2e par véhicule-km"}
_BY = (AGENCY, AGENCY_KIND, VEHICLE_KIND)  # months are dated by their first day: no weekday
_DRIVEN = total(MILEAGE, s.mileage.c.kilometres, label="kilomètres parcourus")
_HOW = (
    "facteur d'usage de son type de véhicule, sans la construction (Impact CO2 de l'Ademe, "
    f"{CURRENT.name}) ; la même édition sert à toutes les années"
)
_NO_SCOPE = "Le facteur d'usage compte aussi la production du carburant : ce n'est pas le scope 1."

KILOMETRES = Metric(
    id="kilometres",
    label="Kilomètres parcourus",
    domain=Domain.RSE,
    unit=KILOMETRES_UNIT,
    definition="Kilomètres relevés chaque mois au compteur des véhicules de l'association, de toute nature.",
    measure=_DRIVEN,
    by=_BY,
    polarity=Polarity.LESS,
)
TRAVEL_EMISSIONS = Metric(
    id="travel_emissions",
    label="Émissions des véhicules de l'association",
    domain=Domain.RSE,
    unit=KGCO2E,
    definition=(
        f"Kilomètres des véhicules de l'association, chacun multiplié par le {_HOW}. Non calculable si un "
        f"type qui a roulé n'a pas de facteur. {_NO_SCOPE}"
    ),
    rule=Rule(
        function=emitted(FACTORS),
        measures=(_DRIVEN,),
        at=VEHICLE_KIND,
        formula="somme de {0}, chaque type de véhicule multiplié par son facteur d'émission",
        adds_up=True,
    ),
    by=_BY,
    polarity=Polarity.LESS,
)
EMISSIONS_PER_KILOMETRE = Metric(
    id="emissions_per_kilometre",
    label="Émissions des véhicules par kilomètre",
    domain=Domain.RSE,
    unit=KGCO2E_PER_KM,
    definition=(
        "Émissions des véhicules rapportées aux kilomètres : elles disent si la flotte est plus propre, "
        f"quelle que soit la distance. Chaque kilomètre compte le {_HOW}. {_NO_SCOPE}"
    ),
    rule=Rule(
        function=emitted_per_kilometre(FACTORS),
        measures=(_DRIVEN,),
        at=VEHICLE_KIND,
        formula="somme de {0}, chaque type multiplié par son facteur, ÷ ces mêmes kilomètres",
    ),
    by=_BY,
    polarity=Polarity.LESS,
)
