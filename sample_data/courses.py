"""The sessions of the short courses, who followed them and what they answered."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from sample_data.apportion import apportion
from sample_data.cfa_plan import learners as apprentices
from sample_data.courses_plan import PLAN, TITLES, Audience, Batch, Course
from sample_data.days import between, is_working_day
from sample_data.write import Row


@dataclass(frozen=True)
class Session:
    """One session as it was held."""

    day: date
    programme: str
    site: str
    agency: str  # of the site
    minutes: int
    audience: tuple[Audience, ...]  # one per learner


@cache
def _sessions(year: int, number: int) -> tuple[Session, ...]:
    """Gives the sessions of one course of the plan."""
    course = PLAN[year][number]
    chance = Random(f"courses/{year}/{number}")
    days = [day for day in between(date(year, 1, 8), date(year, 12, 13)) if _is_open(day)]
    found: list[Session] = []
    for batch in course.batches:
        for audience in _audiences(batch, chance):
            place = len(found)
            site, agency = course.sites[place % len(course.sites)]
            programme = course.programmes[place % len(course.programmes)]
            found.append(Session(chance.choice(days), programme, site, agency, batch.minutes, audience))
    return tuple(sorted(found, key=lambda session: session.day))


def _is_open(day: date) -> bool:
    return is_working_day(day) and day.month != 8


def _audiences(batch: Batch, chance: Random) -> Iterator[tuple[Audience, ...]]:
    """Gives the learners of each session, drawn without any left over."""
    waiting = [audience for audience, many in batch.audiences.items() for _ in range(many)]
    waiting.sort(key=lambda _: chance.random())
    sizes = [size for size, many in batch.sessions.items() for _ in range(many)]
    if sum(sizes) != len(waiting):
        raise ValueError(f"{sum(sizes)} seats for {len(waiting)} learners")
    for size in sizes:
        yield tuple(waiting[:size])
        del waiting[:size]


def taught(year: int) -> Iterator[Row]:
    """Gives one line per session, with the hours taught whoever listened."""
    for course, session in _all(year):
        if course.taught:
            yield {
                "day": session.day,
                "agency_id": session.agency,
                "programme_id": session.programme,
                "site_id": session.site,
                "delivered_minutes": session.minutes,
            }


def followed(year: int) -> Iterator[Row]:
    """Gives one line per session and kind of learners, with the hours they followed."""
    for _, session in _all(year):
        for (trainee, employer, agency), many in Counter(session.audience).items():
            yield {
                "day": session.day,
                "agency_id": agency or session.agency,
                "programme_id": session.programme,
                "site_id": session.site,
                "trainee": trainee,
                "employer": employer,
                "learners": many,
                "trainee_minutes": many * session.minutes,
            }


def answered(year: int) -> Iterator[Row]:
    """Gives the answers to the questionnaires, session by session, then those of the titles."""
    for number, course in enumerate(PLAN[year]):
        sessions = _sessions(year, number)
        answers = apportion(course.answers, [len(session.audience) for session in sessions])
        satisfied = apportion(course.satisfied, answers)
        for session, said, happy in zip(sessions, answers, satisfied, strict=True):
            yield _answers(session.day, session.agency, session.programme, said, happy)
    for programme, (said, happy) in TITLES[year].items():
        yield _answers(_first_jury(year, programme), "RENNES", programme, said, happy)


def _first_jury(year: int, programme: str) -> date:
    sat = (group.last for group in apprentices() if group.programme == programme and group.result)
    return min(last for last in sat if last and last.year == year)


def _answers(day: date, agency: str, programme: str, said: int, satisfied: int) -> Row:
    return {
        "day": day,
        "agency_id": agency,
        "programme_id": programme,
        "answers": said,
        "satisfied": satisfied,
    }


def _all(year: int) -> Iterator[tuple[Course, Session]]:
    for number, course in enumerate(PLAN[year]):
        yield from ((course, session) for session in _sessions(year, number))
