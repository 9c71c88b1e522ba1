"""Who the staff are: ages and sex, seniority, origins, in bands wide enough to point at nobody."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.dimensions import AGE_BAND, AGENCY, SENIORITY_BAND, SEX
from metrics.catalogue.staff_profile import MEAN_AGE, MEAN_SENIORITY, MEDIAN_SENIORITY, WOMEN, WOMEN_SHARE
from metrics.catalogue.workforce import BIRTH_COUNTRIES, BORN_ABROAD, BORN_ABROAD_SHARE, HEADCOUNT
from metrics.present.blocks import Beside, Block, nothing
from metrics.present.charts.bars import bars
from metrics.present.charts.chart import Chart
from metrics.present.charts.pyramid import pyramid
from metrics.result import Result
from metrics.views.ask import Ask
from metrics.views.parts import answering, breakdown, listed
from metrics.views.parts.pictures import picture

_AGES, _SENIORITY = (AGE_BAND, SEX), (SENIORITY_BAND,)
_OF_YEARS = (MEAN_AGE, MEAN_SENIORITY, MEDIAN_SENIORITY)  # from one month to the next, they tell of somebody
_ORIGINS = (BORN_ABROAD, BORN_ABROAD_SHARE, BIRTH_COUNTRIES)


def pictures(ask: Ask) -> Iterator[Block]:
    """The pyramid of ages, and how many have stayed how long."""
    found = [answering.by(ask, by, HEADCOUNT) for by in (_AGES, _SENIORITY)]
    told = [each for each in found if isinstance(each, Result)]
    if not told:
        yield nothing(str(found[0]))
        return
    drawn = (picture(ask, each.query.by[0].id, _chart(each), each, HEADCOUNT) for each in told)
    yield Beside((1,) * len(told), tuple(drawn))


def figures(ask: Ask, badges: Badges) -> Iterator[Block]:
    """What is known of all, then the women of each agency; countries are counted, never named."""
    told = (WOMEN, WOMEN_SHARE, *_ORIGINS, *(_OF_YEARS if ask.period.is_years else ()))
    yield from listed.table(ask, "Sexe, origine, âge, ancienneté", badges, *told)
    yield from breakdown.table(ask, "Les femmes dans chaque agence", AGENCY, badges, WOMEN, WOMEN_SHARE)


def _chart(answer: Result) -> Chart:
    if answer.query.by == _AGES:
        return pyramid(answer, HEADCOUNT, down=AGE_BAND, sides=SEX)
    return bars(answer, HEADCOUNT)
