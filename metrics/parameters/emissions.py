"""Emission factors, in editions; the figures of the catalogue read every year with the current one.

An edition lists what it changes and nothing else; what it leaves out still holds from the one before.
Two perimeters that are never added silently: driving (« usage », with the upstream of the energy) and
building the vehicle (« construction »), which a footprint of fixed assets would count again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from data_access.errors import unknown
from metrics.parameters.model import Parameter, in_force


class Perimeter(StrEnum):
    """Which phase of a vehicle's life a factor covers."""

    USAGE = "usage"
    CONSTRUCTION = "construction"


PERIMETERS = {
    Perimeter.USAGE: "usage, énergie comprise depuis sa production",
    Perimeter.CONSTRUCTION: "construction du véhicule",
}
VEHICLES = {
    "car_diesel": "Voiture diesel (compacte)",
    "car_petrol": "Voiture essence (compacte)",
    "car_city_petrol": "Citadine essence",
    "car_hybrid": "Voiture hybride non rechargeable (compacte)",
    "car_electric": "Voiture électrique",
    "ebike": "Vélo à assistance électrique",
    "escooter": "Trottinette électrique",
    "moped": "Scooter thermique",
    "bus": "Bus thermique",
    "tram": "Tramway",
    "metro": "Métro",
    "ter": "TER",
    "tgv": "TGV",
}
_PASSENGER = ("bus", "tram", "metro", "ter", "tgv")  # by passenger: occupancy is already counted
_CHECKED = date(2026, 11, 22)
_SOURCE = "Ademe, Impact CO2 (Base Carbone), déplacements"
_ONE_CAR = "L'édition n'a qu'un facteur de voiture thermique, employé pour l'essence, le diesel et l'hybride."
_ONE_LIGHT = "L'édition donne un même facteur au vélo et à la trottinette électriques."


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The factors of the day they entered the open data of their source, in kgCO2e per kilometre.

    For each vehicle, driving then building; the oldest edition told nothing of building.
    """

    name: str
    since: date
    factors: Mapping[str, tuple[str, ...]]
    notes: Mapping[str, str]


def _cars(*factors: str) -> dict[str, tuple[str, ...]]:
    """One factor for every car with an engine, as editions before 2026 gave it."""
    return dict.fromkeys(("car_diesel", "car_petrol", "car_city_petrol", "car_hybrid"), factors)


_CAR_NOTES = dict.fromkeys(_cars(), _ONE_CAR)

EDITIONS = (
    Edition(
        name="édition de mai 2022",
        since=date(2022, 5, 18),
        factors={**_cars("0.193"), "car_electric": ("0.0198",)},
        notes=_CAR_NOTES,
    ),
    Edition(
        name="édition de septembre 2022",
        since=date(2022, 9, 20),
        factors={
            **_cars("0.192", "0.0256"),
            "car_electric": ("0.0198", "0.0836"),
            "ebike": ("0.002", "0.0087"),
            "escooter": ("0.002", "0.0087"),
            "moped": ("0.0604", "0.0159"),
            "bus": ("0.104", "0.0087"),
            "tram": ("0.0022", "0.00048"),
            "metro": ("0.0025", "0.00024"),
            "ter": ("0.0248", "0.00479"),
            "tgv": ("0.00173", "0.00063"),
        },
        notes={**_CAR_NOTES, "ebike": _ONE_LIGHT, "escooter": _ONE_LIGHT},
    ),
    Edition(
        name="édition de décembre 2023",
        since=date(2023, 12, 11),
        factors={
            "tram": ("0.0038", "0.00048"),
            "metro": ("0.0042", "0.00024"),
            "ter": ("0.0229", "0.00479"),
            "tgv": ("0.0023", "0.00063"),
        },
        notes={},
    ),
    Edition(
        name="édition de mars 2024",
        since=date(2024, 3, 20),
        factors={
            "ebike": ("0.00223", "0.00872"),
            "escooter": ("0.00223", "0.00872"),
            "bus": ("0.1043", "0.0089"),
        },
        notes={"ebike": _ONE_LIGHT, "escooter": _ONE_LIGHT},
    ),
    Edition(
        name="édition de juillet 2024",
        since=date(2024, 7, 9),
        factors={"escooter": ("0.002", "0.0229")},
        notes={},
    ),
    Edition(
        name="édition d'octobre 2025",
        since=date(2025, 10, 16),
        factors={"bus": ("0.1135", "0.00892")},
        notes={},
    ),
    Edition(
        name="édition de mai 2026, modélisation de l'empreinte carbone de la voiture de 2025",
        since=date(2026, 5, 4),
        factors={
            "car_diesel": ("0.11056", "0.03170"),
            "car_petrol": ("0.13801", "0.03170"),
            "car_city_petrol": ("0.11698", "0.02773"),
            "car_hybrid": ("0.11342", "0.03316"),
            "car_electric": ("0.01209", "0.05528"),
        },
        notes={},
    ),
)

CURRENT = EDITIONS[-1]


def factor(vehicle: str, day: date, perimeter: Perimeter = Perimeter.USAGE) -> Parameter:
    """The factor of a kind of vehicle known on a day: kgCO2e per vehicle-km, or per passenger-km in transit.

    To compare two years without their editions, ask for both with one day.
    """
    if vehicle not in VEHICLES:
        raise unknown("Type de véhicule", vehicle, VEHICLES)
    return in_force(_history(vehicle, perimeter), day, f"{VEHICLES[vehicle]}, {PERIMETERS[perimeter]}")


def _history(vehicle: str, perimeter: Perimeter) -> list[Parameter]:
    place = list(Perimeter).index(perimeter)
    stated = [edition for edition in EDITIONS if len(edition.factors.get(vehicle, ())) > place]
    return [_parameter(edition, vehicle, perimeter, edition.factors[vehicle][place]) for edition in stated]


def _parameter(edition: Edition, vehicle: str, perimeter: Perimeter, value: str) -> Parameter:
    per = "voyageur-km" if vehicle in _PASSENGER else "véhicule-km"
    return Parameter(
        id=f"emission_{vehicle}_{perimeter}",
        label=f"{VEHICLES[vehicle]} : {value.replace('.', ',')} kgCO2e par {per} ({PERIMETERS[perimeter]})",
        value=Fraction(value),
        unit=f"kgCO2e par {per}",
        reference=f"{_SOURCE}, {edition.name}",
        checked_on=_CHECKED,
        since=edition.since,
        note=edition.notes.get(vehicle, ""),
    )


FACTORS = tuple(each for v in VEHICLES for p in Perimeter for each in _history(v, p))
