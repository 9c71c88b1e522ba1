"""Who the staff are: ages and sex, seniority, origins, in bands wide enough to point at nobody."""

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGE_BAND, AGENCY, SENIORITY_BAND, SEX
from metrics.catalogue.staff_profile import MEAN_AGE, MEAN_SENIORITY, MEDIAN_SENIORITY, WOMEN, WOMEN_SHARE
from metrics.catalogue.workforce import BIRTH_COUNTRIES, BORN_ABROAD, BORN_ABROAD_SHARE, HEADCOUNT
from metrics.present.charts.bars import bars
from metrics.present.charts.chart import Chart
from metrics.present.charts.pyramid import pyramid
from metrics.result import Result
from metrics.views.ask import Ask
from pages.ui import answering, breakdown, charts, listed, side

_AGES, _SENIORITY = (AGE_BAND, SEX), (SENIORITY_BAND,)
_OF_YEARS = (MEAN_AGE, MEAN_SENIORITY, MEDIAN_SENIORITY)  # from one month to the next, they tell of somebody
_ORIGINS = (BORN_ABROAD, BORN_ABROAD_SHARE, BIRTH_COUNTRIES)


def pictures(ask: Ask) -> None:
    """Draws the pyramid of ages, and how many have stayed how long."""
    found = [answering.by(ask, by, HEADCOUNT) for by in (_AGES, _SENIORITY)]
    told = [each for each in found if isinstance(each, Result)]
    if not told:
        breakdown.refused(str(found[0]))
        return
    for column, answer in zip(side.by_side(*[1] * len(told)), told, strict=True):
        with column:
            charts.draw(ask, answer.query.by[0].id, _chart(answer), answer, HEADCOUNT)


def figures(ask: Ask, badges: Badges) -> None:
    """Draws what is known of all, then the women of each agency; countries are counted, never named."""
    of_years = _OF_YEARS if ask.period.is_years else ()
    listed.table(ask, "Sexe, origine, âge, ancienneté", badges, WOMEN, WOMEN_SHARE, *_ORIGINS, *of_years)
    breakdown.table(ask, "Les femmes dans chaque agence", AGENCY, badges, WOMEN, WOMEN_SHARE)


def _chart(answer: Result) -> Chart:
    if answer.query.by == _AGES:
        return pyramid(answer, HEADCOUNT, down=AGE_BAND, sides=SEX)
    return bars(answer, HEADCOUNT)
