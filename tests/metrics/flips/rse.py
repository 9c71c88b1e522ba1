"""The smallest changes that contradict the published figures of the CSR report: one vehicle, one event."""

from data_access import schema as s
from tests.metrics.flips.change import Change, drop, shift, within


def _one_vehicle_less(last_day: str) -> Change:
    """One alternative vehicle less on the last day of a year."""
    return shift(
        s.vehicle.c.vehicles,
        -1,
        within(s.vehicle, last_day, last_day),
        s.vehicle.c.vehicle_kind_id == "escooter",
    )


def _one_workshop_less(year: int) -> Change:
    """The only workshop of Rennes that year did not take place."""
    in_year = within(s.rse_event, f"{year}-01-01", f"{year}-12-31")
    return drop(s.rse_event, in_year, s.rse_event.c.kind == "workshop", s.rse_event.c.agency_id == "RENNES")


FLIPS = {
    "RSE-050": _one_vehicle_less("2023-12-31"),
    "RSE-051": _one_vehicle_less("2024-12-31"),
    "RSE-052": _one_workshop_less(2023),  # no agency out of four
    "RSE-053": _one_workshop_less(2024),  # one out of four
    "RSE-056": shift(  # 74 844 - 462 = 74 382 km, which is 19.5 % less than 92 400
        s.mileage.c.kilometres,
        -462,
        within(s.mileage, "2024-01-01", "2024-12-31"),
        s.mileage.c.kilometres > 462,
    ),
}
