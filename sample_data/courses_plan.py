"""The short courses, the workshops in prison and the modules of the titles: how many, how long, for whom.

2024 comes to what was published: 139, 325 and 371 learners for 259, 192 and 158 hours taught; 49 in modules.
"""

from dataclasses import dataclass

from sample_data.programmes import COURSES, RECEPTIONS, TITLE_MODULES, WORKSHOPS

TRAINING_SITES = (("CFA-RENNES", "RENNES"), ("CFA-NANTES", "NANTES"))
PRISONS = (
    ("CP-VEZIN", "RENNES"),
    ("CP-RENNES", "RENNES"),
    ("QPR-RENNES", "RENNES"),
    ("CP-NANTES", "NANTES"),
    ("CP-ORLEANS", "ANGERS"),
)
Audience = tuple[str, str, str | None]  # type of trainee, employer, agency; none for that of the site
Audiences = dict[Audience, int]


def _own(**learners: int) -> Audiences:
    return {("private_employee", "own", agency): many for agency, many in learners.items()}


_PRIVATE: Audience = ("private_employee", "private", None)
_PUBLIC: Audience = ("other", "public", None)
_PRISONERS: Audience = ("other", "none", None)


@dataclass(frozen=True)
class Batch:
    """Sessions of the same length: how many with how many learners, and who these are in all."""

    minutes: int
    sessions: dict[int, int]  # learners of a session -> how many such sessions
    audiences: Audiences


@dataclass(frozen=True)
class Course:
    """A family of courses in a year, where they are held and what the learners said."""

    programmes: tuple[str, ...]
    sites: tuple[tuple[str, str], ...]  # site, its agency
    batches: tuple[Batch, ...]
    answers: int
    satisfied: int
    taught: bool = True  # the modules of the titles are followed in the classes of the apprentices


def _speciality(long: Batch, short: Batch, answers: int, satisfied: int) -> Course:
    return Course(COURSES, TRAINING_SITES, (long, short), answers, satisfied)


def _reception(long: Batch, short: Batch, answers: int, satisfied: int) -> Course:
    return Course(RECEPTIONS, TRAINING_SITES, (long, short), answers, satisfied)


def _prison(sessions: dict[int, int], learners: int, answers: int, satisfied: int) -> Course:
    batch = Batch(120, sessions, {_PRISONERS: learners})
    return Course(WORKSHOPS, PRISONS, (batch,), answers, satisfied)


def _modules(sessions: dict[int, int], audiences: Audiences, answers: int, satisfied: int) -> Course:
    batch = Batch(42 * 60, sessions, audiences)
    return Course(TITLE_MODULES, TRAINING_SITES[:1], (batch,), answers, satisfied, taught=False)


_SPECIALISED = {
    2023: {**_own(NANTES=40, RENNES=17, ANGERS=10, IDF=10, SIEGE=8), _PRIVATE: 12, _PUBLIC: 11},
    2024: {**_own(NANTES=48, RENNES=20, ANGERS=12, IDF=14, SIEGE=6), _PRIVATE: 15, _PUBLIC: 15},
}
_ONE_SHORT_MORNING = Batch(180, {5: 1}, {_PUBLIC: 5})
PLAN: dict[int, tuple[Course, ...]] = {
    2023: (
        _speciality(
            Batch(840, {7: 12, 8: 3}, _SPECIALISED[2023]),
            Batch(420, {9: 1}, {_PRIVATE: 5, _PUBLIC: 4}),
            107,
            93,
        ),
        _reception(Batch(210, {6: 43, 5: 3}, {_PRIVATE: 33, _PUBLIC: 240}), _ONE_SHORT_MORNING, 252, 238),
        _prison({5: 48, 4: 20}, 320, 292, 280),
        _modules({7: 4, 5: 2}, _own(NANTES=17, RENNES=8, ANGERS=5, IDF=5, SIEGE=3), 34, 31),
    ),
    2024: (
        _speciality(
            Batch(840, {7: 14, 8: 4}, _SPECIALISED[2024]),
            Batch(420, {9: 1}, {_PRIVATE: 6, _PUBLIC: 3}),
            128,
            114,
        ),
        _reception(Batch(210, {6: 50, 5: 4}, {_PRIVATE: 40, _PUBLIC: 280}), _ONE_SHORT_MORNING, 300, 288),
        _prison({5: 55, 4: 24}, 371, 340, 330),
        _modules({7: 7}, _own(NANTES=20, RENNES=10, ANGERS=6, IDF=8, SIEGE=5), 44, 41),
    ),
}
# answers and satisfied learners of each title: fewer than twenty, so no rate is published
TITLES: dict[int, dict[str, tuple[int, int]]] = {
    2023: {"MSADS": (9, 8), "AMIS": (6, 5)},
    2024: {"MSADS": (10, 9), "AMIS": (8, 7)},
}
