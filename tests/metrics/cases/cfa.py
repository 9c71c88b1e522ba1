"""The CFA, by hand: enrolments, juries, interruptions, length of the titles."""

from fractions import Fraction

from tests.metrics.cases.case import Case, printed

_ENROLMENTS = """
    enrolment  programme  employer  valid_from  valid_to    ended_on    outcome      times
               MSADS      own       2023-10-02  2024-06-29  2024-06-28  passed       12
               AMIS       private   2023-10-02  2024-06-29  2024-06-28  failed       6
               MSADS      private   2023-10-02  2024-01-02  2024-01-01  interrupted  6
               AMIS       own       2024-09-02  -           -           in_training  5
               AMIS       private   2022-10-03  2024-01-01  2023-12-31  interrupted  7
               AMIS       own       2025-01-01  -           -           in_training  9
"""
_EXAMS = """
    exam  day         programme  employer  result   times
          2024-06-28  MSADS      own       passed   4
          2024-06-28  MSADS      private   passed   14
          2024-06-28  AMIS       private   passed   7
          2024-06-28  AMIS       public    partial  6
          2024-12-31  AMIS       private   failed   5
          2023-06-28  AMIS       own       passed   5
          2025-01-01  AMIS       own       passed   5
"""

CASES = (
    Case(
        metric="apprentices_in_training",
        trap="open at any time: one day of January is enough, the eve is not, and an outcome changes nothing",
        rows=_ENROLMENTS,
        expected=12 + 6 + 6 + 5,
    ),
    Case(
        metric="apprentices_in_training",
        trap="over several years an enrolment counts once",
        rows=_ENROLMENTS + printed("apprentices_in_training", "2022..2024"),
        span="2022..2024",
        expected=12 + 6 + 6 + 5 + 7,
    ),
    Case(
        metric="cfa_entries",
        trap="by the first day: who came the year before is in training and has not entered",
        rows=_ENROLMENTS,
        expected=5,
    ),
    Case(
        metric="cfa_entries",
        trap="taken from all those in training, who entered would tell the four who left the year before",
        rows="""
            enrolment  valid_from  valid_to    ended_on    outcome      times
                       2023-01-02  2023-07-01  2023-06-30  interrupted  4
                       2023-01-02  -           -           in_training  20
                       2024-01-02  -           -           in_training  9
        """,
        expected="s",
    ),
    Case(
        metric="cfa_entries",
        trap="nobody left the year before: those who entered are the others of this one",
        rows="""
            enrolment  valid_from  valid_to  outcome      times
                       2023-01-02  -         in_training  20
                       2024-01-02  -         in_training  9
        """,
        expected=9,
    ),
    Case(
        metric="cfa_entries",
        trap="four who entered are too few to be told",
        rows="""
            enrolment  valid_from  valid_to  outcome      times
                       2023-01-02  -         in_training  20
                       2024-01-02  -         in_training  4
        """,
        expected="s",
    ),
    Case(
        metric="candidates",
        trap="all who sat, whatever the result and the employer, on the last day of the year too",
        rows=_EXAMS,
        expected=4 + 14 + 7 + 6 + 5,
    ),
    Case(
        metric="graduates",
        trap="a part of the title is no title",
        rows=_EXAMS,
        expected=4 + 14 + 7,
    ),
    Case(
        metric="partial_titles",
        trap="counted apart, failures out",
        rows=_EXAMS,
        expected=6,
    ),
    Case(
        metric="employee_graduates",
        trap="of the association at the day of the jury, and of the year",
        rows=_EXAMS + printed("employee_graduates", "2024"),
        expected=4,
    ),
    Case(
        metric="pass_rate",
        trap="over those who sat: neither the enrolments nor the failures without the partial titles",
        rows=_EXAMS + _ENROLMENTS,
        expected=Fraction(4 + 14 + 7, 4 + 14 + 7 + 6 + 5) * 100,
    ),
    Case(
        metric="pass_rate",
        trap="by title they are fewer than twenty",
        rows=_EXAMS,
        where="programme=MSADS",
        expected="n.c.",
    ),
    Case(
        metric="msads_graduates_share",
        trap="over the graduates, not over the candidates",
        rows=_EXAMS,
        expected=Fraction(4 + 14, 4 + 14 + 7) * 100,
    ),
    Case(
        metric="amis_graduates_share",
        trap="partial titles are on neither side",
        rows=_EXAMS,
        expected=Fraction(7, 4 + 14 + 7) * 100,
    ),
    Case(
        metric="interruptions",
        trap="by the last day: the first of January is in, the eve is out, a failure is none",
        rows=_ENROLMENTS,
        expected=6,
    ),
    Case(
        metric="interruptions",
        trap="four who left are too few to be told",
        rows="enrolment outcome ended_on times\n interrupted 2024-02-01 4",
        expected="s",
    ),
    Case(
        metric="graduates",
        trap="four graduates are too few, but where they are employees of the association, all together",
        rows="exam day employer result times\n 2024-06-28 own passed 4\n 2024-06-28 own failed 16",
        expected="s",
    ),
    Case(
        metric="graduates",
        trap="two counts that are shown would tell the four who did not pass",
        rows="exam day result times\n 2024-06-28 passed 20\n 2024-06-28 failed 4",
        expected="s",
    ),
    Case(
        metric="pass_rate",
        trap="the rate of twenty-four candidates tells the four who did not pass",
        rows="exam day result times\n 2024-06-28 passed 20\n 2024-06-28 failed 4",
        expected="s",
    ),
    Case(
        metric="pass_rate",
        trap="over years whose graduates are printed and candidates told, both sums give the rate anyway",
        rows="""
            exam  day         result  times
                  2023-06-28  passed  20
                  2023-06-28  failed  4
                  2024-06-28  passed  19
                  2024-06-28  failed  3
        """
        + printed("graduates", "2023..2024"),
        span="2023..2024",
        expected=Fraction(20 + 19, 20 + 4 + 19 + 3) * 100,
    ),
    Case(
        metric="interruption_rate",
        trap="the rate of many tells the four who left",
        rows=_ENROLMENTS + " MSADS own 2024-01-01 2024-06-02 2024-06-01 interrupted 4",
        where="employer=own",
        expected="s",
    ),
    Case(
        metric="apprentices_in_training",
        trap="those whose training was interrupted are four people, told by no breakdown or filter",
        rows="enrolment outcome valid_from times\n interrupted 2024-01-01 4\n in_training 2024-01-01 40",
        where="outcome=interrupted",
        expected="s",
    ),
    Case(
        metric="title_hours",
        trap="the mean of four tells how many they are",
        rows="enrolment programme valid_from times\n MSADS 2024-01-01 4",
        expected="s",
    ),
    Case(
        metric="msads_graduates_share",
        trap="nineteen graduates are too few, however many candidates",
        rows="exam day programme result times\n 2024-06-28 MSADS passed 19\n 2024-06-28 AMIS failed 9",
        expected="n.c.",
    ),
    Case(
        metric="interruption_rate",
        trap="over everyone in training in the year, those who stay included",
        rows=_ENROLMENTS,
        expected=Fraction(6, 12 + 6 + 6 + 5) * 100,
    ),
    Case(
        metric="presentation_rate",
        trap="a failure has sat; who is still in training is on neither side",
        rows=_ENROLMENTS,
        expected=Fraction(12 + 6, 12 + 6 + 6) * 100,
    ),
    Case(
        metric="title_hours",
        trap="the length of the one title asked for, however many prepare it",
        rows=_ENROLMENTS,
        where="programme=MSADS",
        expected=441,
    ),
    Case(
        metric="title_hours",
        trap="of several titles, weighed by those who prepare them",
        rows=_ENROLMENTS,
        expected=Fraction((12 + 6) * 441 + (6 + 5) * 406, 12 + 6 + 6 + 5),
    ),
)
