"""How figures are written."""

from metrics.unit import Unit

COUNT = Unit(symbol="")
PEOPLE = Unit(symbol="pers.")
MEAN_PEOPLE = Unit(symbol="pers.", decimals=1)
HOURS = Unit(symbol="h")
LEGAL_PEOPLE = Unit(symbol="pers.", decimals=2)
FTE = Unit(symbol="ETP", decimals=2)
TONNES = Unit(symbol="t", decimals=1)
EUROS = Unit(symbol="€", tile=("k€", 1000, 0))
EUROS_PER_HOUR = Unit(symbol="€ par heure", decimals=2)
PERCENT = Unit(symbol="%", decimals=1, factor=100, change_in_points=True)
PER_HOUR = Unit(symbol="par heure", decimals=2)
DAYS = Unit(symbol="j")
DELAY = Unit(symbol="j", decimals=1, intensive=True)  # a median of whole days may fall between two
YEARS = Unit(symbol="ans", decimals=1, intensive=True)
KILOMETRES = Unit(symbol="km")
KILOGRAMS = Unit(symbol="kg")
KGCO2E = Unit(symbol="kg CO₂e")
KGCO2E_PER_KM = Unit(symbol="kg CO₂e par km", decimals=3, intensive=True)
TRAINEE_HOURS = Unit(symbol="h-stagiaires")
PER_THOUSAND_HOURS = Unit(symbol="j pour 1 000 h", decimals=2)
PER_200_000_HOURS = Unit(symbol="pour 200 000 h", decimals=2)
PER_MILLION_HOURS = Unit(symbol="pour 1 M h", decimals=2)
MARKS = Unit(symbol="points", intensive=True)
POINTS = Unit(symbol="/100", factor=100, change_in_points=True)
INDEX = Unit(symbol="", decimals=2, intensive=True)
