"""One colour and one sign per agency, the same everywhere, in the order of agencies.

The colours are those of the theme, which charts take by the place of an agency in the whole list, whatever
is shown of it: each reaches 3:1 on its ground. The sign says the same to who does not see the colour.
"""

from collections.abc import Iterable

import altair as alt

from metrics.query import Value

LIGHT = ("#6D96CC", "#CE750E", "#1B7665", "#9F3CBC", "#3B4346")
DARK = ("#5EAEFD", "#FDAE61", "#448F83", "#943CBE", "#C9D4D9")
_SHAPES = ("circle", "square", "triangle-up", "diamond", "cross")
_SIGNS = ("●", "■", "▲", "◆", "✚")


def colours(agencies: Iterable[Value]) -> alt.Scale:
    """The scale of colours over all agencies, in their order: the theme gives its own to each place."""
    return alt.Scale(domain=[str(agency) for agency in agencies])


def shapes(agencies: Iterable[Value]) -> alt.Scale:
    """The scale of signs over all agencies, in their order."""
    return alt.Scale(domain=[str(agency) for agency in agencies], range=list(_SHAPES))


def sign(place: int) -> str:
    """The sign of the agency at this place of the list, as a text writes it."""
    return _SIGNS[place % len(_SIGNS)]


def colour(place: int) -> str:
    """The colour of the agency at this place of the list, as a style sheet writes it for both grounds."""
    return f"light-dark({LIGHT[place % len(LIGHT)]}, {DARK[place % len(DARK)]})"
