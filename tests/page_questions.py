"""The questions that pages ask: their plans are checked in, their times are printed by the bench."""

from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import (
    AGENCY,
    DISPOSITIF,
    HOUR,
    INTERVENTION_FAMILY,
    INTERVENTION_KIND,
    MONTH,
    SECTOR,
    WEEKDAY,
)
from metrics.model import Dimension
from metrics.period import Kind, Period, add_months
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from pages.ui.asking import HISTORY_MONTHS
from tests.pages.test_home import KEY_FIGURES

LAST_YEAR, TARGET = Comparison(Against.PREVIOUS_YEAR), Comparison(Against.TARGET)
INTERVENTIONS = (metric("interventions"), metric("people_met"))
COUNT = INTERVENTIONS[:1]


def home(span: Period) -> dict[str, Query]:
    """The questions of the home page."""
    months = Period(Kind.FREE, add_months(span.stop, -HISTORY_MONTHS), span.stop)
    by_agency = KEY_FIGURES[:5]
    return {
        "les six chiffres": Query(metrics=KEY_FIGURES, period=span, versus=LAST_YEAR),
        "leurs objectifs": Query(metrics=KEY_FIGURES, period=span, versus=TARGET),
        "les treize mois": Query(metrics=KEY_FIGURES, period=months, by=(MONTH,), versus=NO_COMPARISON),
        "les agences": Query(metrics=by_agency, period=span, by=(AGENCY,), versus=LAST_YEAR),
        "leur total": Query(metrics=by_agency, period=span, versus=LAST_YEAR),
    }


def activity(dispositif: str) -> dict[str, Query]:
    """The questions of the pages about interventions, over the last year of the sample."""
    year, contract_year = period.year(2024), period.contract_year(2024)
    own = (Filter(DISPOSITIF, (dispositif,)),)
    return {
        "mois et année précédente": _year(MONTH),
        "agences et mois": _year(AGENCY, MONTH),
        "familles d'intervention": _year(INTERVENTION_FAMILY),
        "types d'intervention": _year(INTERVENTION_KIND),
        "jour et heure": Query(metrics=COUNT, period=year, by=(WEEKDAY, HOUR)),
        "secteurs": _year(SECTOR),
        "secteurs et types": Query(metrics=COUNT, period=year, by=(SECTOR, INTERVENTION_KIND)),
        "secteurs et familles": Query(metrics=COUNT, period=year, by=(SECTOR, INTERVENTION_FAMILY)),
        "un dispositif, ses mois": Query(
            metrics=INTERVENTIONS, period=year, by=(MONTH,), where=own, versus=LAST_YEAR
        ),
        "exercice de marché, dispositifs": Query(
            metrics=INTERVENTIONS, period=contract_year, by=(DISPOSITIF,), versus=LAST_YEAR
        ),
        "cumul et objectif": Query(metrics=INTERVENTIONS, period=period.parse("ytd:2024-09"), versus=TARGET),
    }


def _year(*by: Dimension) -> Query:
    return Query(metrics=INTERVENTIONS, period=period.year(2024), by=by, versus=LAST_YEAR)
