"""Kinds of vehicle, indicators of the CSR tables in the order of the report, labels and licences."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from sample_data.tables import table
from sample_data.write import Row, Sheet, records

VEHICLE_KINDS = (
    ("car_diesel", "Voiture diesel", False),
    ("car_petrol", "Voiture essence", False),
    ("car_hybrid", "Voiture hybride", False),
    ("car_electric", "Voiture électrique", True),
    ("moped", "Scooter thermique", False),
    ("escooter", "Trottinette électrique", True),
    ("ebike", "Vélo à assistance électrique", True),
)
_LABEL, _LABEL_BODY = "Label Engagé RSE", "AFNOR Certification"
_MINISTRY = "Ministère du Travail"
# code, title, kind, issuer, level, first and last day
CERTIFICATIONS = (
    ("RSE-2022", _LABEL, "label", _LABEL_BODY, "Progression", date(2022, 2, 14), date(2025, 2, 13)),
    ("RSE-2025", _LABEL, "label", _LABEL_BODY, "Confirmé", date(2025, 2, 14), date(2028, 2, 13)),
    ("QUALIOPI-2021", "Qualiopi", "quality", "Certificateur", None, date(2021, 7, 15), date(2024, 7, 14)),
    ("QUALIOPI-2024", "Qualiopi", "quality", "Certificateur", None, date(2024, 7, 15), date(2027, 7, 14)),
    ("X60-600", "Norme X60-600, Angers", "quality", _LABEL_BODY, None, date(2023, 6, 12), date(2026, 6, 11)),
    ("CFA", "Activité de CFA", "licence", "Préfecture de région", None, date(2019, 1, 1), None),
    ("AMIS", "Titre AMIS", "licence", _MINISTRY, None, date(2021, 9, 1), date(2026, 8, 31)),
    ("MSADS", "Titre MSADS", "licence", _MINISTRY, None, date(2020, 9, 1), date(2025, 8, 31)),
)


def indicators() -> Iterator[Row]:
    """Gives the indicators, in the order of the published tables."""
    for place, line in enumerate(table("rse_indicators"), start=1):
        yield {**line, "position": place}


def sheets() -> Iterable[Sheet]:
    """Gives the kinds of vehicle, the indicators and the certifications."""
    kinds = partial(records, ("id", "name", "alternative"), VEHICLE_KINDS)
    held = ("code", "title", "kind", "issuer", "level", "valid_from", "valid_to")
    yield Sheet(name="rse_types_vehicule.csv", kind="types de véhicule", rows=kinds)
    yield Sheet(name="rse_indicateurs.csv", kind="indicateurs RSE", rows=indicators)
    yield Sheet(
        name="rse_certifications.csv", kind="certifications", rows=partial(records, held, CERTIFICATIONS)
    )
