"""Training, by hand: learners, hours, satisfaction, sites, and Optima's own staff."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_ATTENDANCE = """
    attendance  day         programme  trainee           employer  learners  trainee_minutes  agency
                2024-03-04  MODULE     private_employee  own       4         10080            NANTES
                2024-03-05  ACCUEIL    private_employee  private   3         630              RENNES
                2024-03-05  ACCUEIL    other             public    5         1050             RENNES
                2024-03-06  ATELIER    other             none      6         720              RENNES
                2024-01-01  MSADS      apprentice        own       2         4200             NANTES
                2024-02-01  MSADS      apprentice        private   0         1200             RENNES
                2023-12-31  ACCUEIL    other             public    9         1890             RENNES
                2025-01-01  ACCUEIL    other             public    9         1890             RENNES
"""
_ENROLMENTS = """
    enrolment  programme  employer  agency  valid_from  valid_to    ended_on    outcome      times
               MSADS      own       NANTES  2024-01-08  -           -           in_training  6
               MSADS      private   RENNES  2023-10-02  2024-06-29  2024-06-28  passed       7
               AMIS       private   RENNES  2022-10-03  2024-01-01  2023-12-31  failed       8
               AMIS       own       NANTES  2025-01-06  -           -           in_training  9
"""
_SESSIONS = """
    site              id      name    city     kind
                      CFA-R   CFA-R   ROAZHON  training
                      CFA-N   CFA-N   NAONED   training
                      VEZIN   Vezin   ROAZHON  prison

    training_session  day         programme  site   delivered_minutes
                      2024-02-01  ACCUEIL    CFA-R  210
                      2024-03-01  ACCUEIL    CFA-R  210
                      2024-03-01  ATELIER    VEZIN  120
                      2024-04-01  ATELIER    VEZIN  120
                      2024-05-01  MSADS      -      420
                      2023-12-31  ACCUEIL    CFA-N  420
"""

CASES = (
    Case(
        metric="learners",
        trap="apprentices by their enrolments: their rows of hours forget those who came the year before",
        rows=_ATTENDANCE + _ENROLMENTS,
        expected=6 + 7 + 4 + 3 + 5 + 6,
    ),
    Case(
        metric="learners",
        trap="two facts narrowed by one family",
        rows=_ATTENDANCE + _ENROLMENTS,
        where="programme_family=reception",
        expected=0 + 3 + 5,
    ),
    Case(
        metric="learners",
        trap="two apprentices are too few to be told, however they are asked for",
        rows=f"{_ATTENDANCE}\n\n enrolment programme valid_from times\n MSADS 2024-01-08 2",
        where="programme_family=apprenticeship",
        expected="s",
    ),
    Case(
        metric="learners",
        trap="an enrolment over on the eve of the year is not of the year",
        rows=_ENROLMENTS,
        where="programme=AMIS",
        expected=0,
    ),
    Case(
        metric="learners_outside_cfa",
        trap="apprentices who begin are not counted again",
        rows=_ATTENDANCE + _ENROLMENTS,
        expected=4 + 3 + 5 + 6,
    ),
    Case(
        metric="private_employees_trained",
        trap="the association is a private employer; its apprentices are on another line",
        rows=_ATTENDANCE,
        expected=4 + 3,
    ),
    Case(
        metric="trainee_hours",
        trap="hours times people present, apprentices who came the year before included",
        rows=_ATTENDANCE,
        expected=Fraction(10_080 + 630 + 1_050 + 720 + 4_200 + 1_200, 60),
    ),
    Case(
        metric="employees_training_hours",
        trap="modules and apprentices of the association, not those of other employers",
        rows=_ATTENDANCE,
        expected=Fraction(10_080 + 4_200, 60),
    ),
    Case(
        metric="employees_training_hours",
        trap="the hours of four employees are hidden, however many others there are",
        rows="""
            attendance  day         employer  learners  trainee_minutes
                        2024-03-04  own       4         9000
                        2024-03-04  private   9         9000
        """,
        expected="s",
    ),
    Case(
        metric="employees_in_title_modules",
        trap="neither apprentices of the association, even in a module, nor other modules",
        rows=_ATTENDANCE
        + " 2024-03-04 MODULE apprentice own 8 10080 NANTES\n 2024-03-04 MODULE other own 5 10080 NANTES",
        expected=4 + 5,
    ),
    Case(
        metric="employees_in_title_modules",
        trap="four employees are too few to be told",
        rows=_ATTENDANCE,
        expected="s",
    ),
    Case(
        metric="delivered_hours",
        trap="a session counts its length whatever its audience, with or without a site",
        rows=_SESSIONS + _ATTENDANCE,
        expected=Fraction(210 + 210 + 120 + 120 + 420, 60),
    ),
    Case(
        metric="training_sites",
        trap="a site with two sessions counts once; a prison is none, and last year's site neither",
        rows=_SESSIONS,
        expected=len({"CFA-R"}),
    ),
    Case(
        metric="prisons",
        trap="a prison with two workshops counts once",
        rows=_SESSIONS,
        expected=len({"VEZIN"}),
    ),
    Case(
        metric="satisfaction_rate",
        trap="divided last: not the mean of the sessions, which is 75 %",
        rows="""
            satisfaction  day         programme  answers  satisfied
                          2024-03-01  ACCUEIL    18       18
                          2024-04-01  ACCUEIL    2        1
        """,
        expected=Fraction(18 + 1, 18 + 2) * 100,
    ),
    Case(
        metric="satisfaction_rate",
        trap="nineteen answers are too few",
        rows="""
            satisfaction  day         programme  answers  satisfied
                          2024-03-01  ACCUEIL    18       18
                          2024-04-01  ACCUEIL    1        1
                          2025-01-01  ACCUEIL    99       99
        """,
        expected="n.c.",
    ),
    Case(
        metric="satisfaction_answers",
        trap="answers, not questionnaires handed out nor sessions",
        rows="""
            satisfaction  day         programme  answers  satisfied
                          2024-03-01  ACCUEIL    18       18
                          2024-04-01  ACCUEIL    1        0
        """,
        expected=18 + 1,
    ),
)
