"""Hours, absences, accidents and training of the staff, by hand."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_HOURS = """
    hours_worked  day         agency  contract    theoretical_minutes  worked_minutes
                  2023-12-01  RENNES  permanent   600000               600000
                  2024-01-01  RENNES  permanent   600000               540000
                  2024-02-01  NANTES  apprentice  300000               300000
"""
_OWED, _WORKED = (600_000 + 300_000) // 60, (540_000 + 300_000) // 60
_ABSENCES = """
    absence  day         kind              long_term  days  minutes  times
             2023-12-01  sickness          no         30    9000     1
             2024-01-01  sickness          no         2     600      10
             2024-01-01  sickness          yes        31    9000     11
             2024-02-01  work_accident     yes        29    9000     1
             2024-02-01  work_accident     no         1     300      1
             2024-02-01  commute_accident  no         20    6000     1
             2024-02-01  parental          yes        29    840      11
             2024-02-01  authorised        no         1     240      1
"""
_MINUTES_AWAY = 10 * 600 + 11 * 9000 + 9000 + 300 + 6000 + 11 * 840 + 240
_PEOPLE = """
    staff  day         times
           2024-01-31  12
"""
_ACCIDENTS = """
    accident  day         kind     with_stop  times
              2023-12-31  work     yes        40
              2024-01-01  work     yes        11
              2024-01-01  work     no         5
              2024-02-01  commute  yes        12
              2024-02-01  commute  no         2
"""
_LOST = 29 + 1
_ALL = f"{_HOURS}\n{_ABSENCES}\n{_PEOPLE}\n{_ACCIDENTS}"
_FEW_ACCIDENTS = f"{_HOURS}\n{_ABSENCES}\naccident day times\n 2024-01-01 10"
_TRAINING = """
    staff_training  day         job   theme       participants  days_hundredths
                    2023-12-31  RESP  management  9             900
                    2024-01-01  RESP  management  3             300
                    2024-05-01  RESP  safety      2             100
                    2024-06-01  REF   management  6             600
"""

CASES = (
    Case(metric="hours_worked", trap="what was worked, and not what was owed", rows=_ALL, expected=_WORKED),
    Case(
        metric="hours_worked",
        trap="the hours of four people tell each one's",
        rows=f"{_HOURS}\nstaff day times\n 2024-01-31 4",
        expected="s",
    ),
    Case(
        metric="absence_rate",
        trap="every absence over hours owed, and not over hours worked",
        rows=_ALL,
        expected=Fraction(_MINUTES_AWAY, 60 * _OWED) * 100,
    ),
    Case(
        metric="absence_rate",
        trap="ten people are too few for what tells of their health",
        rows=f"{_HOURS}\n{_ABSENCES}\nstaff day times\n 2024-01-31 10",
        expected="s",
    ),
    Case(
        metric="absence_rate",
        trap="no absence at all still tells of the health of ten people",
        rows=f"{_HOURS}\nabsence day minutes\n 2023-01-01 60\n\nstaff day times\n 2024-01-31 10",
        expected="s",
    ),
    Case(
        metric="absence_days",
        trap="days of the period, whatever the reason",
        rows=_ALL,
        expected=10 * 2 + 11 * 31 + 29 + 1 + 20 + 11 * 29 + 1,
    ),
    Case(
        metric="absence_days",
        trap="many lines of stops may be those of one person: the people present are judged",
        rows="absence day days times\n 2024-01-01 20 50\n\nstaff day times\n 2024-01-31 10",
        expected="s",
    ),
    Case(metric="lost_days", trap="those of accidents of commuting are apart", rows=_ALL, expected=_LOST),
    Case(
        metric="lost_days",
        trap="days of ten accidents are hidden, however many they are",
        rows=_FEW_ACCIDENTS,
        expected="s",
    ),
    Case(
        metric="lost_days",
        trap="days of an accident of last year are still someone's",
        rows=f"{_HOURS}\n{_ABSENCES}",
        expected="s",
    ),
    Case(
        metric="accidents_with_stop",
        trap="neither commuting, nor accidents without stop",
        rows=_ALL,
        expected=11,
    ),
    Case(metric="commute_accidents", trap="with or without stop", rows=_ALL, expected=12 + 2),
    Case(
        metric="accident_frequency",
        trap="for a million hours worked",
        rows=_ALL,
        expected=Fraction(11 * 1_000_000, _WORKED),
    ),
    Case(
        metric="accident_severity",
        trap="days lost, not accidents, for a thousand hours worked, those of apprentices included",
        rows=_ALL,
        expected=Fraction(_LOST * 1_000, _WORKED),
    ),
    Case(
        metric="accident_severity",
        trap="hidden with the accidents it rests on",
        rows=_FEW_ACCIDENTS,
        expected="s",
    ),
    Case(
        metric="accident_severity",
        trap="no hour worked is not no accident",
        rows=_ACCIDENTS,
        expected="n.c.",
    ),
    Case(
        metric="accident_severity",
        trap="hours without any accident are worth 0",
        rows=_HOURS,
        expected=0,
    ),
    Case(
        metric="vsme_accident_rate",
        trap="a fifth of the frequency rate",
        rows=_ALL,
        expected=Fraction(11 * 1_000_000, 5 * _WORKED),
    ),
    Case(
        metric="staff_training_days",
        trap="days are already multiplied by participants",
        rows=_TRAINING,
        expected=Fraction(300 + 100 + 600, 100),
    ),
    Case(
        metric="staff_training_participants",
        trap="participants, and neither days nor lines",
        rows=_TRAINING,
        expected=3 + 2 + 6,
    ),
    Case(
        metric="manager_training_days",
        trap="whatever managers followed, and no management course of others",
        rows=_TRAINING,
        expected=Fraction(300 + 100, 100),
    ),
    Case(
        metric="manager_training_days",
        trap="nine days of four participants are hidden, and the days of others lend them no number",
        rows="""
            staff_training  day         job   participants  days_hundredths
                            2024-03-01  RESP  4             900
                            2024-03-01  REF   40            4000
        """,
        expected="s",
    ),
    Case(
        metric="staff_training_days",
        trap="six participants in half a day are six, and not three",
        rows="staff_training day participants days_hundredths\n 2024-03-01 6 300",
        expected=3,
    ),
)
