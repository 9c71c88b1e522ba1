"""Figures for a means or a population, by hand: per field FTE, per inhabitant of QPV."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_INTERVENTIONS = """
    intervention  day         dispositif  sector  people_met
                  2023-12-31  JOUR        R-NORD  100
                  2024-01-01  JOUR        R-NORD  2
                  2024-06-15  QUARTIER    N-EST   3
                  2024-12-31  QUARTIER    -       4
                  2025-01-01  JOUR        R-NORD  100
"""
_POSTS = """
    post  dispositif  fte_hundredths  on_field  valid_from  valid_to
          JOUR        100             yes       2022-01-01  -
          QUARTIER    50              yes       2024-06-01  2024-09-01
          JOUR        100             no        2022-01-01  -
          JOUR        60              yes       2022-01-01  2024-01-01
"""
_CITIES = """
    market_city  dispositif  city     valid_from  valid_to
                 JOUR        ROAZHON  2022-01-01  -
                 ECOLE       ROAZHON  2023-01-01  -
                 QUARTIER    NAONED   2022-01-01  -
                 QUARTIER    SCEAUX   2022-01-01  2024-12-31

    market  dispositif  valid_from
            JOUR        2022-01-01
"""  # all of market M, which runs
_QPV = """
    sector  id      city     qpv
            R-QPV   ROAZHON  yes
            N-QPV   NAONED   yes
            S-QPV   SCEAUX   yes

    intervention  day         dispositif  sector  people_met
                  2024-03-01  JOUR        R-QPV   5
                  2024-04-01  QUARTIER    N-QPV   7
                  2024-05-01  QUARTIER    S-QPV   9
                  2023-05-01  QUARTIER    N-QPV   9
"""
_LEDGER = """
    ledger  day         account  dispositif  amount_cents
            2024-02-01  706      JOUR        30000
            2024-03-01  740      QUARTIER    1250
            2024-03-01  641      JOUR        900000
            2024-03-01  706      -           700000
            2023-12-31  706      JOUR        500000

    dispositif  id      agency  funder   field_mediation
                CONSEIL RENNES  VILLE-R  no

    ledger  day         account  dispositif  amount_cents
            2024-03-01  706      CONSEIL     40000
"""

CASES = (
    Case(
        metric="interventions_per_fte",
        trap="a season of three months weighs a quarter; an office or a post over on the eve weighs nothing",
        rows=_INTERVENTIONS + _POSTS,
        expected=(1 + 1 + 1) / (Fraction(100 * 12 + 50 * 3, 100) / 12),
    ),
    Case(
        metric="interventions_per_fte",
        trap="who replaces a post takes its place: never two at one month-end",
        rows=_INTERVENTIONS
        + """
            post  dispositif  fte_hundredths  on_field  valid_from  valid_to
                  JOUR        100             yes       2022-01-01  2024-05-16
                  JOUR        100             yes       2024-05-16  -
        """,
        expected=Fraction(1 + 1 + 1, 1),
    ),
    Case(
        metric="interventions_per_fte",
        trap="open until the last day of a month is open at its end, closed the day before is not",
        rows=_INTERVENTIONS
        + """
            post  dispositif  fte_hundredths  on_field  valid_from  valid_to
                  JOUR        100             yes       2024-01-31  2024-02-01
                  JOUR        300             yes       2024-02-01  2024-02-29
        """,
        expected=(1 + 1 + 1) / (Fraction(100, 100) / 12),
    ),
    Case(
        metric="interventions_per_fte",
        trap="without any field post there is nothing to divide by",
        rows=_INTERVENTIONS,
        expected="n.c.",
    ),
    Case(
        metric="mean_field_fte",
        trap="what divides: a season of three months weighs a quarter, an office nothing",
        rows=_POSTS,
        expected=Fraction(100 * 12 + 50 * 3, 100) / 12,
    ),
    Case(
        metric="people_met_per_fte",
        trap="one agency is divided by its own posts",
        rows=_INTERVENTIONS + _POSTS,
        where="agency=NANTES",
        expected=(3 + 4) / (Fraction(50 * 3, 100) / 12),
    ),
    Case(
        metric="meetings_per_fte",
        trap="three of ours in one meeting are three participations",
        rows="""
            meeting  day         meeting_kind  participations
                     2024-02-01  CELLULE       3
                     2024-02-02  CAFE          1
                     2023-02-02  CAFE          5
        """
        + _POSTS,
        expected=(3 + 1) / (Fraction(100 * 12 + 50 * 3, 100) / 12),
    ),
    Case(
        metric="revenue_per_fte",
        trap="income of field mediation alone: neither expenses nor a citizens' council",
        rows=_LEDGER + _POSTS,
        expected=Fraction(30000 + 1250, 100) / (Fraction(100 * 12 + 50 * 3, 100) / 12),
    ),
    Case(
        metric="interventions_per_qpv_inhabitant",
        trap="two markets count a city once; out of QPV, without sector or where nobody lives, none counts",
        rows=_INTERVENTIONS + _QPV + _CITIES,
        expected=(1 + 1) / Fraction(100 + 200, 1000),
    ),
    Case(
        metric="interventions_per_qpv_inhabitant",
        trap="over contract years, two dispositifs of a city have their own months and count it once",
        rows=_INTERVENTIONS + _QPV + _CITIES,
        span="marche:2024",
        expected=(1 + 1) / Fraction(100 + 200, 1000),
    ),
    Case(
        metric="interventions_per_qpv_inhabitant",
        trap="a market awarded in May that starts in July weighs six months, and a later one none",
        rows=_QPV
        + """
            market  code  dispositif  valid_from  valid_to
                    A     JOUR        2022-01-01  2024-04-01
                    B     JOUR        2024-04-01  -
                    C     QUARTIER    2024-07-01  -
                    D     QUARTIER    2025-01-01  -

            market_city  market_code  dispositif  city     valid_from  valid_to
                         A            JOUR        ROAZHON  2022-01-01  2024-04-01
                         B            JOUR        ROAZHON  2024-02-01  -
                         C            QUARTIER    NAONED   2024-05-13  -
                         D            QUARTIER    SCEAUX   2024-11-25  -
        """,
        expected=(1 + 1) / (Fraction(100 * 12 + 200 * 6, 1000) / 12),
    ),
    Case(
        metric="interventions_per_qpv_inhabitant",
        trap="cities without inhabitants of QPV leave nothing to divide by",
        rows=_QPV
        + "\n market_city dispositif city valid_from\n QUARTIER SCEAUX 2022-01-01"
        + "\n\n market dispositif valid_from\n QUARTIER 2022-01-01",
        expected="n.c.",
    ),
    Case(
        metric="people_met_per_qpv_inhabitant",
        trap="one agency is divided by the inhabitants of its own cities",
        rows=_INTERVENTIONS + _QPV + _CITIES,
        where="agency=NANTES",
        expected=7 / Fraction(200, 1000),
    ),
)
