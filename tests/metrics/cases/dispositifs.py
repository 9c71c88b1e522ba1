"""The portfolio, by hand: markets, posts, places, inhabitants."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_MARKETS = """
    market  dispositif  agency  valid_from  valid_to    kind
            JOUR        RENNES  2022-01-01  -           multi_year
            JOUR        RENNES  2024-11-01  -           seasonal
            VRAC        RENNES  2023-01-01  2025-01-01  multi_year
            QUARTIER    NANTES  2020-01-01  2024-12-31  multi_year
            NUIT        ANGERS  2025-01-01  -           multi_year
            ECOLE       SIEGE   2024-12-31  -           agreement
"""
_TERMS = """
    market  term_on     renewed  renewal  kind        awarded_on  valid_from
            2024-06-30  yes      no       multi_year  2020-05-01  2020-07-01
            2024-12-31  no       no       multi_year  2021-01-01  2021-01-01
            2023-12-31  yes      no       multi_year  2020-01-01  2020-01-01
            2024-11-30  yes      no       seasonal    2024-10-01  2024-11-01
            -           -        yes      multi_year  2024-05-02  2024-07-01
            2028-02-29  -        no       multi_year  2024-11-15  2025-03-01
            -           -        no       agreement   2024-01-01  2024-01-01
"""
_POSTS = """
    post  dispositif  job   fte_hundredths  on_field  valid_from  valid_to
          JOUR        MED   100             yes       2022-01-01  -
          JOUR        MED   80              yes       2024-06-01  2024-09-01
          JOUR        RESP  100             no        2022-01-01  -
          JOUR        MED   60              yes       2022-01-01  2024-01-01
"""
_PLACES = """
    place  dispositif  site     sector  valid_from  valid_to
           ECOLE       ALMA     -       2022-01-01  -
           JOUR        ALMA     R-NORD  2022-01-01  -
           ECOLE       BRETON   -       2024-01-01  2024-07-01
           ECOLE       CLEMENT  -       2022-01-01  2024-01-01
           QUARTIER    BUREAU   N-EST   2022-01-01  -
           QUARTIER    -        N-EST   2024-09-01  -
           JOUR        -        R-SUD   2025-01-01  -
"""
_CITIES = """
    market_city  dispositif  city     valid_from  valid_to
                 JOUR        ROAZHON  2022-01-01  -
                 ECOLE       ROAZHON  2023-01-01  -
                 QUARTIER    NAONED   2024-12-31  -
                 QUARTIER    SCEAUX   2022-01-01  2024-12-31
"""

CASES = (
    Case(
        metric="territorial_agencies",
        trap="neither the head office, nor a market over the day before, nor one not started",
        rows=_MARKETS,
        expected=len({"RENNES"}),
    ),
    Case(
        metric="field_dispositifs",
        trap="a dispositif with two markets counts once",
        rows="""
            dispositif  id       agency  family        branch       field_mediation
                        CONVENU  RENNES  conventional  mediation    no
        """
        + _MARKETS
        + """
            market  dispositif  valid_from
                    CONVENU     2022-01-01
        """,
        expected=len({"JOUR", "VRAC", "ECOLE"}),
    ),
    Case(
        metric="dispositifs",
        trap="bulky waste is in although it is no mediation, conventional mediation is not",
        rows="""
            dispositif  id       agency  family        branch       field_mediation
                        CONVENU  RENNES  conventional  mediation    no
                        TRI      RENNES  bulky_waste   bulky_waste  no

            market  dispositif  valid_from  valid_to
                    CONVENU     2022-01-01  -
                    TRI         2022-01-01  -
                    JOUR        2022-01-01  -
                    QUARTIER    2020-01-01  2024-12-31
        """,
        expected=len({"TRI", "JOUR"}),
    ),
    Case(
        metric="new_markets",
        trap="awarded in the year, though it starts the year after; neither a follow-up nor an agreement",
        rows=_TERMS,
        expected=1,
    ),
    Case(
        metric="posts",
        trap="a season counts, a post over on the eve of the year does not",
        rows=_POSTS,
        expected=1 + 1 + 1,
    ),
    Case(
        metric="posts_open",
        trap="neither the post of a season over before the last day, nor the one closed the day before it",
        rows=_POSTS,
        expected=4 - len({"80 %, closed in September", "60 %, closed on the first day"}),
    ),
    Case(
        metric="field_fte",
        trap="a post that is not on the field has no ETP terrain",
        rows=_POSTS,
        expected=Fraction(100 + 80, 100),
    ),
    Case(
        metric="field_fte",
        trap="a season is over in December",
        rows=_POSTS,
        span="2024-12",
        expected=1,
    ),
    Case(
        metric="schools",
        trap="a school served by two dispositifs counts once, an office is no school",
        rows=_PLACES,
        expected=len({"ALMA", "BRETON"}),
    ),
    Case(
        metric="work_sites",
        trap="schools and offices, each once; a sector without a site is none",
        rows=_PLACES,
        expected=len({"ALMA", "BRETON", "BUREAU"}),
    ),
    Case(
        metric="sectors_served",
        trap="a sector with two places counts once, one not served yet does not",
        rows=_PLACES,
        expected=len({"R-NORD", "N-EST"}),
    ),
    Case(
        metric="qpv_inhabitants",
        trap="two markets in one city count its inhabitants once; a market over on the eve counts none",
        rows=_CITIES,
        expected=100 + 200,
    ),
    Case(
        metric="qpv_share",
        trap="over the inhabitants of the same cities, each once",
        rows=_CITIES,
        expected=Fraction(100 + 200, 1000 + 3000) * 100,
    ),
    Case(
        metric="qpv_share",
        trap="a city without QPV still weighs in the base",
        rows=_CITIES,
        span="2024-06",
        expected=Fraction(100 + 0, 1000 + 500) * 100,
    ),
)
