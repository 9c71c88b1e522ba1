"""The only place that reads the clock: when something is written in the books, and what day it is."""

import os
from datetime import UTC, date, datetime

from data_access.errors import StoreError

_SETTING = "SUITE_TODAY"


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is here: that of the setting SUITE_TODAY when there is one."""
    return today_as_set() or datetime.now(UTC).astimezone().date()


def today_as_set() -> date | None:
    """The day that SUITE_TODAY says, or None; raises StoreError when it is no day."""
    said = os.environ.get(_SETTING, "").strip()
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise StoreError(f"{_SETTING} se lit comme une date, 2024-12-31 par exemple : « {said} ».") from None
