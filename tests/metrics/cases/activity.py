"""Activity, by hand: interventions, hours, meetings, prevention, tonnes."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_INTERVENTIONS = """
    intervention  day         dispositif  people_met
                  2023-12-31  JOUR        100
                  2024-01-01  JOUR        0
                  2024-06-15  QUARTIER    3
                  2024-12-31  NUIT        4
                  2025-01-01  NUIT        100
"""
_HOURS = """
    field_hours   day         dispositif  planned_minutes  done_minutes
                  2023-12-31  JOUR        6000             6000
                  2024-01-01  JOUR        600              300
                  2024-01-01  QUARTIER    60               75
"""
_KINDS = """
    intervention_kind  id        name       family
                       SEUL      Isolement  V
                       TRAFIC    Trafic     T
                       PRESENCE  Présence   P

    intervention  day         dispositif  intervention_kind  times
                  2024-05-01  JOUR        BRUIT              4
                  2024-05-01  JOUR        TRAFIC             2
                  2024-05-01  QUARTIER    CONFLIT            3
                  2024-05-01  JOUR        SEUL               5
                  2024-05-01  JOUR        PRESENCE           9
                  2023-05-01  JOUR        BRUIT              7
"""
_PLACES = """
    sector        id     city     qpv
                  R-QPV  ROAZHON  yes

    intervention  day         dispositif  sector  times
                  2024-05-01  JOUR        R-QPV   2
                  2024-05-01  JOUR        R-SUD   1
                  2024-05-01  ECOLE       -       2
                  2023-05-01  JOUR        R-SUD   9
"""
_PREVENTION = """
    prevention_action  day         kind              participants
                       2024-03-01  exhibition_9_13   25
                       2024-03-02  exhibition_13_18  17
                       2024-03-03  module            12
                       2024-03-04  module            9
                       2023-03-03  module            11
                       2023-03-01  exhibition_9_13   50
"""

CASES = (
    Case(
        metric="interventions",
        trap="both ends of the year are in, their neighbours are out",
        rows=_INTERVENTIONS,
        expected=1 + 1 + 1,
    ),
    Case(
        metric="interventions",
        trap="an intervention that met nobody is one all the same",
        rows=_INTERVENTIONS,
        span="2024-01",
        expected=1,
    ),
    Case(
        metric="people_met",
        trap="people are added up, interventions are not counted",
        rows=_INTERVENTIONS,
        expected=0 + 3 + 4,
    ),
    Case(
        metric="field_hours",
        trap="minutes become hours once, at the end",
        rows=_HOURS,
        expected=Fraction(300 + 75, 60),
    ),
    Case(
        metric="presence_rate",
        trap="a sum over a sum, which may pass 100 % in one dispositif",
        rows=_HOURS,
        expected=Fraction(300 + 75, 600 + 60) * 100,
    ),
    Case(
        metric="presence_rate",
        trap="hours done without any planned are not computable",
        rows="field_hours day done_minutes\n 2024-05-01 60",
        expected="n.c.",
    ),
    Case(
        metric="interventions_per_hour",
        trap="per hour done, and neither per hour planned nor per day",
        rows=_INTERVENTIONS + _HOURS,
        expected=3 / Fraction(300 + 75, 60),
    ),
    Case(
        metric="people_met_per_hour",
        trap="a sum over a sum: neither per hour planned nor the mean of days",
        rows=_INTERVENTIONS + _HOURS,
        expected=(0 + 3 + 4) / Fraction(300 + 75, 60),
    ),
    Case(
        metric="people_met_per_hour",
        trap="people met without any hour are not computable",
        rows=_INTERVENTIONS,
        expected="n.c.",
    ),
    Case(
        metric="incivilities",
        trap="nuisances, conflicts and traffic are, someone alone and a team that is there are not",
        rows=_KINDS,
        expected=4 + 2 + 3,
    ),
    Case(
        metric="incivilities_per_hour",
        trap="over all the hours of presence, of whatever was met there",
        rows=_KINDS + _HOURS,
        expected=(4 + 2 + 3) / Fraction(300 + 75, 60),
    ),
    Case(
        metric="incivilities_per_hour",
        trap="where nobody was there is no rate, and not a rate of 0",
        rows=_KINDS,
        expected="n.c.",
    ),
    Case(
        metric="qpv_interventions_share",
        trap="what is not located is neither in a QPV nor out of one",
        rows=_PLACES,
        expected=Fraction(2, 2 + 1) * 100,
    ),
    Case(
        metric="located_interventions_share",
        trap="a sector that is no QPV locates all the same",
        rows=_PLACES,
        expected=Fraction(2 + 1, 2 + 1 + 2) * 100,
    ),
    Case(
        metric="meetings",
        trap="a meeting with three of ours is three participations",
        rows="""
            meeting  day         meeting_kind  participations
                     2024-02-01  CELLULE       3
                     2024-02-02  CAFE          1
                     2023-02-02  CAFE          5
        """,
        expected=3 + 1,
    ),
    Case(
        metric="meetings_set_by_market",
        trap="only the instances the market sets, whatever else was attended",
        rows="""
            meeting  day         meeting_kind  participations
                     2024-02-01  CELLULE       3
                     2024-02-02  CAFE          1
                     2024-02-03  CELLULE       2
        """,
        expected=3 + 2,
    ),
    Case(
        metric="prevention_children",
        trap="both exhibitions, without those who follow a module",
        rows=_PREVENTION,
        expected=25 + 17,
    ),
    Case(
        metric="prevention_modules",
        trap="modules are counted, and not those who follow them",
        rows=_PREVENTION,
        expected=1 + 1,
    ),
    Case(
        metric="tonnes_collected",
        trap="kilograms become tonnes without rounding",
        rows="""
            collection  day         dispositif  kilograms
                        2024-01-05  VRAC        1250
                        2024-12-20  VRAC        301
                        2023-12-20  VRAC        9000
        """,
        expected=Fraction(1250 + 301, 1000),
    ),
    Case(
        metric="placements",
        trap="pupils are counted, and not the days they stay; the first day dates them",
        rows="""
            placement  day         agency  days
                       2024-12-30  RENNES  5
                       2024-02-05  RENNES  5
                       2023-12-29  RENNES  5
                       2024-02-05  NANTES  5
        """,
        where="agency=RENNES",
        expected=2,
    ),
)
