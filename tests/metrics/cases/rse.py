"""The CSR approach, by hand: fleet, kilometres and what they emit, workshops, actions, certifications."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_FLEET = """
    vehicle  day         agency  vehicle_kind  vehicles
             2023-12-31  RENNES  car_electric  9
             2024-11-30  RENNES  escooter      5
             2024-12-31  RENNES  car_diesel    4
             2024-12-31  RENNES  car_electric  2
             2024-12-31  NANTES  escooter      3
"""
_DRIVEN = """
    mileage  day         vehicle_kind  kilometres
             2023-12-01  car_diesel    7000
             2024-01-01  car_diesel    600
             2024-12-01  car_diesel    400
             2024-06-01  car_electric  2000
             2024-06-01  escooter      100
"""
_EMITTED = 1000 * Fraction("0.11056") + 2000 * Fraction("0.01209") + 100 * Fraction("0.002")
_WITHOUT_FACTOR = """
    vehicle_kind  id        alternative
                  hydrogen  yes

    mileage       day         vehicle_kind  kilometres
                  2024-01-01  car_diesel    600
                  2024-01-01  hydrogen      1
"""
_PARKED = _WITHOUT_FACTOR.replace("hydrogen      1", "hydrogen      0")
_MARKETS = """
    market  dispositif  valid_from  valid_to
            JOUR        2023-01-01  -
            QUARTIER    2023-01-01  -
            NUIT        2023-01-01  -
"""
_EVENTS = """
    rse_event  day         agency  kind          participants
               2023-05-02  NANTES  workshop      9
               2023-09-02  NANTES  awareness     9
               2024-03-01  RENNES  workshop      5
               2024-04-01  RENNES  workshop      6
               2024-05-01  SIEGE   workshop      7
               2024-05-02  NANTES  awareness     12
               2024-09-02  RENNES  awareness     13
               2024-09-03  RENNES  awareness     -
               2024-10-02  ANGERS  stakeholders  20
               2024-10-03  ANGERS  committee     8
               2024-12-31  SIEGE   committee     -
               2025-01-01  SIEGE   committee     8
"""
# valid_to is the day after the action was closed
_ACTIONS = """
    rse_action  status     valid_from  valid_to    due_on      done_on
                done       2023-02-01  2024-01-11  2023-12-31  2024-01-10
                done       2024-02-01  2024-06-30  2024-06-30  2024-06-29
                done       2024-02-01  2024-07-02  2024-06-30  2024-07-01
                running    2024-03-01  -           2024-11-30  -
                running    2024-09-01  -           2025-02-28  -
                abandoned  2024-03-01  2024-10-01  2024-12-31  -
                planned    2025-01-01  -           2025-06-30  -
"""
_HELD = """
    certification  code  valid_from  valid_to    ended_on
                   A     2021-07-15  2024-07-15  2024-07-14
                   B     2024-07-15  2027-07-15  2027-07-14
                   C     2022-02-14  2025-01-01  2024-12-31
                   D     2025-02-14  2028-02-14  2028-02-13
                   E     2019-01-01  -           -
"""

CASES = (
    Case(
        metric="vehicles",
        trap="those of the last month-end, never added up over months",
        rows=_FLEET,
        expected=4 + 2 + 3,
    ),
    Case(
        metric="alternative_fleet",
        trap="electric cars count as scooters do, diesel cars do not",
        rows=_FLEET,
        expected=2 + 3,
    ),
    Case(
        metric="kilometres",
        trap="both ends of the year, and nothing of the year before",
        rows=_DRIVEN,
        expected=600 + 400 + 2000 + 100,
    ),
    Case(
        metric="travel_emissions",
        trap="each kind of vehicle by its own factor, without its building",
        rows=_DRIVEN,
        expected=_EMITTED,
    ),
    Case(
        metric="travel_emissions",
        trap="the same edition of the factors for a past year",
        rows=_DRIVEN,
        expected=7000 * Fraction("0.11056"),
        span="2023",
    ),
    Case(
        metric="travel_emissions",
        trap="one kilometre without a factor is not a clean one",
        rows=_WITHOUT_FACTOR,
        expected="n.c.",
    ),
    Case(
        metric="travel_emissions",
        trap="a vehicle without a factor that never drove takes nothing away",
        rows=_PARKED,
        expected=600 * Fraction("0.11056"),
    ),
    Case(
        metric="emissions_per_kilometre",
        trap="the sums are divided last: kinds are not averaged",
        rows=_DRIVEN,
        expected=_EMITTED / (1000 + 2000 + 100),
    ),
    Case(
        metric="emissions_per_kilometre",
        trap="one kilometre without a factor leaves nothing to tell",
        rows=_WITHOUT_FACTOR,
        expected="n.c.",
    ),
    Case(
        metric="emissions_per_kilometre",
        trap="nothing driven leaves nothing to divide by",
        rows="mileage day kilometres\n 2023-01-01 5",
        expected="n.c.",
    ),
    Case(
        metric="rse_workshop_share",
        trap="an agency counts once, the head office does not, a session is no workshop",
        rows=_MARKETS + _EVENTS,
        expected=Fraction(1, 3) * 100,
    ),
    Case(
        metric="rse_workshop_share",
        trap="a workshop of an agency whose markets are over counts on neither side",
        rows=_MARKETS.replace("JOUR        2023-01-01  -", "JOUR        2023-01-01  2024-07-01") + _EVENTS,
        expected=0,
    ),
    Case(
        metric="rse_workshops",
        trap="each workshop, that of the head office included",
        rows=_EVENTS,
        expected=3,
    ),
    Case(
        metric="rse_attendance",
        trap="people of sessions, and a session without a count adds nothing",
        rows=_EVENTS,
        expected=12 + 13,
    ),
    Case(
        metric="stakeholder_meetings",
        trap="meetings, and not the people who came",
        rows=_EVENTS,
        expected=1,
    ),
    Case(
        metric="rse_committees",
        trap="the last day of the year is in it, the next is not",
        rows=_EVENTS,
        expected=2,
    ),
    Case(
        metric="rse_indicators_declared",
        trap="those of the last month of the period, once each",
        rows="""
            rse_value  day         rse_indicator  value_thousandths
                       2023-12-31  TOOLS          1000
                       2024-12-31  TOOLS          2000
                       2024-12-31  OTHER          0
        """,
        expected=2,
    ),
    Case(
        metric="rse_indicators_declared",
        trap="in June nothing is declared yet, which is not known rather than 0",
        rows="rse_value day rse_indicator value_thousandths\n 2024-12-31 TOOLS 2000",
        span="2024-06",
        expected="n.d.",
    ),
    Case(
        metric="rse_actions_running",
        trap="begun and open on the last day: neither done, nor given up, nor planned",
        rows=_ACTIONS,
        expected=2,
    ),
    Case(
        metric="rse_actions_running",
        trap="a past day reads as it was, whatever happened since",
        rows=_ACTIONS,
        expected=1,
        span="2023",
    ),
    Case(
        metric="rse_actions_done",
        trap="by the day it was done, late or not",
        rows=_ACTIONS,
        expected=1 + 1 + 1,
    ),
    Case(
        metric="rse_actions_late",
        trap="late on the last day: neither what was done since its day, nor what was given up",
        rows=_ACTIONS,
        expected=1,
    ),
    Case(
        metric="rse_actions_late",
        trap="what is due on the last day is not late yet, what is done the day after still is",
        rows="""
            rse_action  due_on      done_on
                        2024-12-30  -
                        2024-12-31  -
                        2024-06-30  2025-01-01
                        2024-06-30  2024-12-31""",
        expected=len(("2024-12-30", "2025-01-01")),
    ),
    Case(
        metric="rse_action_completion",
        trap="done even late, over what was due: the abandoned and the next year's are out",
        rows=_ACTIONS,
        expected=Fraction(1 + 1, 1 + 1 + 1) * 100,
    ),
    Case(
        metric="rse_action_completion",
        trap="nothing due leaves nothing to divide by",
        rows="rse_action due_on\n 2025-06-30",
        expected="n.c.",
    ),
    Case(
        metric="certifications_in_force",
        trap="the last day of validity is valid, one without an end never stops",
        rows=_HELD,
        expected=len("BCE"),
    ),
    Case(
        metric="certifications_ending",
        trap="its last day of validity, and not the day after",
        rows=_HELD,
        expected=len("AC"),
    ),
)
