"""The questions that pages ask: their plans are checked in, their times are printed by the bench."""

from metrics import period
from metrics.catalogue import metric
from metrics.catalogue.dimensions import (
    AGENCY,
    BRANCH,
    DISPOSITIF,
    FUNDER,
    FUNDING_LINE,
    HOUR,
    INTERVENTION_FAMILY,
    INTERVENTION_KIND,
    MEETING_KIND,
    MONTH,
    SECTOR,
    WEEKDAY,
    YEAR,
)
from metrics.model import Dimension
from metrics.period import Kind, Period
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from metrics.views.ask import thirteen_months
from metrics.views.views import FINANCING, RSE, TRAINING, WORKFORCE
from tests.pages.test_every_view import TILES
from tests.pages.test_home import KEY_FIGURES

FOUR = (WORKFORCE, TRAINING, RSE, FINANCING)
LAST_YEAR, TARGET = Comparison(Against.PREVIOUS_YEAR), Comparison(Against.TARGET)
INTERVENTIONS = (metric("interventions"), metric("people_met"))
COUNT = INTERVENTIONS[:1]
PORTFOLIO = tuple(
    map(metric, ("posts", "mean_field_fte", "field_hours", "interventions", "people_met",
                 "interventions_per_hour", "interventions_per_fte", "revenue"))
)  # fmt: skip
ORDERS = tuple(map(metric, ("orders", "median_order_delay", "orders_answered_promptly", "orders_waiting")))


DOMAINS = {  # the line of each domain on the home page
    name: tuple(map(metric, figures))
    for name, figures in {
        "activité": ("interventions_per_hour", "presence_rate", "meetings", "qpv_inhabitants"),
        "effectifs": ("fte", "permanent_share", "absence_rate", "accident_severity"),
        "formation": ("learners", "trainee_hours", "pass_rate", "satisfaction_rate"),
        "RSE": ("rse_action_completion", "rse_actions_late", "kilometres", "certifications_in_force"),
        "financement": ("net_result", "budget_gap_share", "sales_share", "first_funder_share"),
    }.items()
}
NO_CONTRACT_YEAR = ("formation", "RSE")  # depend on no dispositif


def home(span: Period) -> dict[str, Query]:
    """The questions of the home page."""
    months = thirteen_months(span)
    by_agency = KEY_FIGURES[:5]
    own_years = span.kind is Kind.CONTRACT_YEAR
    lines = {
        f"domaine {name}": Query(
            metrics=tuple(m for m in figures if m.by_contract_year or not own_years),
            period=span,
            versus=LAST_YEAR,
        )
        for name, figures in DOMAINS.items()
        if not own_years or name not in NO_CONTRACT_YEAR
    }
    return lines | {
        "les six chiffres": Query(metrics=KEY_FIGURES, period=span, versus=LAST_YEAR),
        "leurs objectifs": Query(metrics=KEY_FIGURES, period=span, versus=TARGET),
        "les treize mois": Query(metrics=KEY_FIGURES, period=months, by=(MONTH,), versus=NO_COMPARISON),
        "les agences": Query(metrics=by_agency, period=span, by=(AGENCY,), versus=LAST_YEAR),
        "leur total": Query(metrics=by_agency, period=span, versus=LAST_YEAR),
        "les mois inhabituels": Query(metrics=KEY_FIGURES, period=months, by=(MONTH,), versus=LAST_YEAR),
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
        "types d'une famille": Query(
            metrics=COUNT, period=year, by=(INTERVENTION_KIND,), where=(Filter(INTERVENTION_FAMILY, ("N",)),)
        ),
        "incivilités, secteurs": _of("incivilities", SECTOR),
        "incivilités par heure, dispositifs": _of("incivilities_per_hour", DISPOSITIF),
        "portefeuille": Query(metrics=PORTFOLIO, period=year, by=(DISPOSITIF,), versus=LAST_YEAR),
        "portefeuille, exercice de marché": Query(metrics=PORTFOLIO, period=contract_year, by=(DISPOSITIF,)),
        "instances": _of("meetings", MEETING_KIND),
        "commandes, dispositifs": Query(metrics=ORDERS, period=year, by=(DISPOSITIF,), versus=LAST_YEAR),
        "cumul et objectif": Query(metrics=INTERVENTIONS, period=period.parse("ytd:2024-09"), versus=TARGET),
    }


def four() -> dict[str, Query]:
    """The questions of the four views of the domains over the last year: their tiles, then the heaviest."""
    year = period.year(2024)
    tiles = {
        f"{view.url} : les six chiffres": Query(
            metrics=tuple(map(metric, TILES[view])), period=year, versus=LAST_YEAR
        )
        for view in FOUR
    }
    dependence = tuple(map(metric, ("funders", "first_funder_share", "funding_concentration")))
    budget = tuple(map(metric, ("revenue", "budgeted_revenue", "budget_gap", "budget_gap_share")))
    return tiles | {
        "effectifs : par agence": _of("headcount", AGENCY),
        "financement : sources": _of("revenue", FUNDING_LINE),
        "financement : agences et branches": _of("revenue", AGENCY, BRANCH),
        "financement : financeurs": _of("revenue", FUNDER),
        "financement : mois et budget": Query(metrics=budget[:2], period=year, by=(MONTH,)),
        "financement : budget par agence": Query(metrics=budget, period=year, by=(AGENCY,)),
        "financement : dépendance par agence": Query(metrics=dependence, period=year, by=(AGENCY,)),
        "financement : montants à risque": Query(
            metrics=(metric("amount_falling_due"),), period=period.parse("2024..2028"), by=(YEAR,)
        ),
    }


def _year(*by: Dimension) -> Query:
    return Query(metrics=INTERVENTIONS, period=period.year(2024), by=by, versus=LAST_YEAR)


def _of(name: str, *by: Dimension) -> Query:
    return Query(metrics=(metric(name),), period=period.year(2024), by=by, versus=LAST_YEAR)
