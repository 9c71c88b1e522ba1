"""Interventions happen when the dispositif is in the field, and what follows midnight on its real day."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.sample_data.reading import Sent, day, number

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(1, 8)
Moment = Callable[[date, int], bool]


def night(weekdays: set[int], first: int, last: int) -> Moment:
    """From an hour of one of the days to an hour of the next one."""
    after = {weekday % 7 + 1 for weekday in weekdays}
    return lambda day, hour: (
        (day.isoweekday() in weekdays and hour >= first) or (day.isoweekday() in after and hour <= last)
    )


def daytime(weekdays: set[int], first: int, last: int) -> Moment:
    return lambda day, hour: day.isoweekday() in weekdays and first <= hour <= last


WORKING_DAYS = {MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY}
TUESDAY_TO_SATURDAY = {TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY}
MOMENTS = {
    "ANGERS-NUIT": night(TUESDAY_TO_SATURDAY, 18, 1),
    "VAN-NUIT": night({THURSDAY, FRIDAY, SATURDAY}, 21, 5),
    "VELIVAL": daytime(WORKING_DAYS, 7, 18),
    "SCEAUX": daytime(TUESDAY_TO_SATURDAY, 14, 20),
    "CCAS": daytime(WORKING_DAYS, 8, 16),
    "NANTES-ECOLE": daytime(WORKING_DAYS, 8, 16),
    "RENNES-ECOLE": daytime(WORKING_DAYS, 8, 16),
    "IDF-ECOLE": daytime(WORKING_DAYS, 8, 16),
    "FOIRE": lambda day, hour: day.month == 11 and 15 <= hour <= 21,
    "RENNES-PISCINE": lambda day, hour: day.month in {6, 7, 8} and 12 <= hour <= 18,
    "VINCENNES": lambda day, hour: (6, 15) <= (day.month, day.day) <= (9, 15) and hour >= 18,
}


@pytest.mark.parametrize("dispositif", MOMENTS)
def test_interventions_keep_to_the_schedule(dispositif: str, sent: Sent) -> None:
    lines = sent.lines("interventions", Dispositif=dispositif)
    assert lines
    wrong = [line for line in lines if not MOMENTS[dispositif](day(line["Date"]), int(line["Heure"]))]
    assert not wrong


def test_clichy_goes_beyond_23_h_only_on_fridays_and_saturdays_of_august(sent: Sent) -> None:
    usual, late = daytime(TUESDAY_TO_SATURDAY, 14, 22), night({FRIDAY, SATURDAY}, 23, 2)
    for line in sent.lines("interventions", Dispositif="CLICHY"):
        at = day(line["Date"]), int(line["Heure"])
        assert usual(*at) or (late(*at) and date(2024, 8, 1) <= at[0] <= date(2024, 9, 1)), at


def test_a_night_that_ends_after_midnight_is_dated_on_both_days(sent: Sent) -> None:
    friday = sent.lines("interventions", Dispositif="VAN-NUIT", Date="14/06/2024")
    sunday = sent.lines("interventions", Dispositif="VAN-NUIT", Date="16/06/2024")
    assert {int(line["Heure"]) <= 5 for line in friday} == {True, False}  # Thursday's end, Friday's beginning
    assert {int(line["Heure"]) <= 5 for line in sunday} == {True}  # Saturday's end


@pytest.mark.parametrize("dispositif", ["NANTES-ECOLE", "RENNES-ECOLE", "IDF-ECOLE"])
def test_schools_are_closed_in_summer_at_christmas_and_on_public_holidays(
    dispositif: str, sent: Sent
) -> None:
    days = {day(line["Date"]) for line in sent.lines("interventions", Dispositif=dispositif)}
    assert not [d for d in days if d.month == 8 or (d.month == 7 and d.day > 7)]
    assert not days & {date(2024, 1, 2), date(2024, 5, 9), date(2024, 11, 1), date(2024, 12, 25)}
    assert date(2024, 9, 2) in days  # the first day of school


def test_school_holidays_follow_the_zone(sent: Sent) -> None:
    rennes = {day(line["Date"]) for line in sent.lines("interventions", Dispositif="RENNES-ECOLE")}
    paris = {day(line["Date"]) for line in sent.lines("interventions", Dispositif="IDF-ECOLE")}
    assert date(2024, 2, 15) in rennes - paris  # zone C is away
    assert date(2024, 3, 5) in paris - rennes  # zone B is away


@pytest.mark.parametrize(
    ("dispositif", "first"),
    [
        ("VAN-NUIT", date(2023, 2, 2)),
        ("T13", date(2024, 6, 3)),
        ("VELIVAL", date(2024, 7, 1)),
        ("CLICHY", date(2024, 8, 1)),
    ],
)
def test_nothing_is_done_before_the_teams_are_there(dispositif: str, first: date, sent: Sent) -> None:
    assert min(day(line["Date"]) for line in sent.lines("interventions", Dispositif=dispositif)) >= first
    assert min(day(line["Date"]) for line in sent.lines("heures de terrain", Dispositif=dispositif)) == first


def test_noise_is_called_nocturnal_from_22_h_to_7_h(sent: Sent) -> None:
    at_night = {22, 23, 0, 1, 2, 3, 4, 5, 6}
    assert {int(line["Heure"]) for line in sent.lines("interventions", Type="N2")} <= at_night
    assert not {int(line["Heure"]) for line in sent.lines("interventions", Type="N1")} & at_night


def test_evenings_are_busier_than_early_afternoons_in_the_street(sent: Sent) -> None:
    hours = [int(line["Heure"]) for line in sent.lines("interventions", Dispositif="NANTES-QUARTIER")]
    assert hours.count(17) > 2 * hours.count(13)


def test_sectors_are_those_where_the_dispositif_is_established(sent: Sent) -> None:
    places = {(line["Dispositif"], line["Secteur"]) for line in sent.lines("implantations")}
    worked = {(line["Dispositif"], line["Secteur"]) for line in sent.lines("interventions")}
    assert {pair for pair in worked if pair[1]} <= places


def test_people_are_mostly_met_one_to_three_at_a_time_with_some_groups(sent: Sent) -> None:
    met = [number(line["Personnes rencontrées"]) for line in sent.lines("interventions")]
    some = [count for count in met if count]
    assert sum(1 for count in some if count <= 3) > 0.75 * len(some)
    assert 0 < sum(1 for count in some if count >= 6) < 0.1 * len(some)
