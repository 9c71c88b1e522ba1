"""What the staff learn: the foundation course, the titles they hold, the hours and days they follow."""

from collections.abc import Iterator

from metrics.badges import Badges
from metrics.catalogue.cfa import EMPLOYEE_GRADUATES
from metrics.catalogue.dimensions import AGENCY
from metrics.catalogue.staff_profile import (
    FOUNDATION_IN_TIME_SHARE,
    FOUNDATION_SHARE,
    FOUNDATION_TRAINED,
    OWN_CFA_TITLED,
    TITLED_MEDIATORS,
)
from metrics.catalogue.staff_training import (
    MANAGER_TRAINING_DAYS,
    STAFF_TRAINING_DAYS,
    STAFF_TRAINING_PARTICIPANTS,
)
from metrics.catalogue.training import EMPLOYEES_IN_TITLE_MODULES, EMPLOYEES_TRAINING_HOURS
from metrics.present.blocks import Block
from metrics.views.ask import Ask
from metrics.views.parts import breakdown, listed, years

_COURSE = (FOUNDATION_TRAINED, FOUNDATION_SHARE, FOUNDATION_IN_TIME_SHARE, TITLED_MEDIATORS, OWN_CFA_TITLED)
_OF_YEARS = (
    EMPLOYEES_TRAINING_HOURS,
    EMPLOYEES_IN_TITLE_MODULES,
    EMPLOYEE_GRADUATES,
    STAFF_TRAINING_DAYS,
    STAFF_TRAINING_PARTICIPANTS,
    MANAGER_TRAINING_DAYS,
)


def held(ask: Ask, badges: Badges) -> Iterator[Block]:
    """Who has followed the foundation course and who holds a title, then both by agency."""
    yield from listed.table(ask, "La formation socle et les titres des médiateurs", badges, *_COURSE)
    shares = (FOUNDATION_SHARE, FOUNDATION_IN_TIME_SHARE, TITLED_MEDIATORS)
    yield from breakdown.table(ask, "Socle et titres par agence", AGENCY, badges, *shares)


def followed(ask: Ask, badges: Badges) -> Iterator[Block]:
    """What the staff followed over whole years."""
    told = listed.table(ask, "Les formations suivies par les salariés", badges, *_OF_YEARS)
    yield from years.whole(ask, "Formations suivies par les salariés", told)
