"""How figures are written."""

from metrics.model import Unit

COUNT = Unit(symbol="")
PEOPLE = Unit(symbol="pers.")
POSTS = Unit(symbol="postes")
HOURS = Unit(symbol="h")
FTE = Unit(symbol="ETP", decimals=2)
TONNES = Unit(symbol="t", decimals=1)
EUROS = Unit(symbol="€", tile=("k€", 1000, 0))
PERCENT = Unit(symbol="%", decimals=1, factor=100, change_in_points=True)
PER_HOUR = Unit(symbol="par heure", decimals=2)
