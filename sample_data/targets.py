"""The targets that figures are set against.

One table to change when the catalogue names a figure otherwise: values are in the unit in which the figure is
shown (euros, hours, people, per cent).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sample_data.apportion import apportion
from sample_data.budget import lines
from sample_data.days import MONTHS, YEARS, month_end
from sample_data.write import Row, Sheet

_Pair = tuple[int, int]  # for 2023 and for 2024
_PROFILE = (96, 94, 104, 100, 106, 108, 96, 84, 106, 108, 104, 96)
_GROWTH = {("IDF", 2024): (70, 58, 70, 58, 66, 78, 56, 118, 144, 140, 138, 112)}  # a new market in summer
_FLOWS: dict[str, dict[str, _Pair]] = {
    "interventions": {
        "NANTES": (52_000, 53_000),
        "RENNES": (21_500, 23_500),
        "ANGERS": (14_500, 15_500),
        "IDF": (7_500, 11_500),
    },
    "people_met": {
        "NANTES": (74_000, 77_000),
        "RENNES": (21_500, 24_000),
        "ANGERS": (18_500, 20_000),
        "IDF": (14_500, 21_500),
    },
    "field_hours": {
        "NANTES": (74_000, 69_000),
        "RENNES": (24_500, 28_500),
        "ANGERS": (19_000, 19_500),
        "IDF": (23_000, 30_000),
    },
}
# at the end of each month
_STOCKS: dict[str, dict[str | None, _Pair]] = {
    "headcount": {
        None: (120, 128),
        "NANTES": (55, 50),
        "RENNES": (19, 21),
        "ANGERS": (12, 13),
        "IDF": (16, 26),
        "SIEGE": (18, 18),
    },
    "fte": {None: (105, 107)},
    "apprentices": {None: (10, 25)},
}
# for the year; the RSE indicators have theirs for the whole association
_YEARLY: dict[str, dict[str | None, _Pair]] = {
    "permanent_share": {None: (75, 75)},
    "permanent_turnover": {None: (12, 12)},
    "absence_rate": {None: (6, 6)},
    "grants": {None: (1_120_000, 1_200_000)},
    "meetings": {"RENNES": (280, 320), "NANTES": (420, 450), "ANGERS": (100, 115), "IDF": (190, 230)},
    "prevention_children": {"NANTES": (800, 1_000)},
    "prevention_modules": {"NANTES": (100, 130)},
    "tonnes_collected": {"RENNES": (75, 85)},
    "renewal_rate": {None: (100, 100)},
    "pass_rate": {None: (75, 80)},
    "satisfaction_rate": {None: (92, 94)},
    "median_order_delay": {None: (4, 3)},
    "orders_answered_promptly": {None: (70, 80)},
    "manager_training_days": {None: (10, 20)},
    "equality_index": {None: (85, 90)},
    "alternative_fleet": {None: (6, 8)},
    "kilometres": {None: (95_000, 85_000)},
    "travel_emissions": {None: (11_000, 9_000)},
    "rse_workshop_share": {None: (25, 75)},
    "rse_impact_tools": {None: (2, 3)},
    "rse_regulation_share": {None: (100, 100)},
    "rse_newsletters": {None: (3, 4)},
    "rse_committees_share": {None: (90, 100)},
    "rse_school_children": {None: (7_000, 8_000)},
    "rse_housing_files": {None: (20, 25)},
    "rse_collaborative_tools_cost": {None: (0, 50_000)},
    "rse_aware_staff": {None: (30, 60)},
    "rse_waste_collected": {None: (8, 12)},
    "rse_classes": {None: (1, 2)},
    "rse_management_exchanges": {None: (6, 8)},
    "rse_innovative_projects": {None: (2, 3)},
}
_YEARLY_THOUSANDTHS: dict[str, _Pair] = {"accident_severity": (3_000, 2_700)}


def targets() -> Iterator[Row]:
    """Gives every target: months first, then years."""
    yield from _budgeted("revenue", 1)
    yield from _budgeted("expenses", -1)
    for metric, agencies in _FLOWS.items():
        for place, year in enumerate(YEARS):
            yield from _flow(metric, year, {agency: pair[place] for agency, pair in agencies.items()})
    for metric, values in _STOCKS.items():
        for agency, pair in values.items():
            yield from _stock(metric, agency, pair)
    for metric, values in _YEARLY.items():
        for agency, pair in values.items():
            yield from _yearly(metric, agency, (pair[0] * 1000, pair[1] * 1000))
    for metric, pair in _YEARLY_THOUSANDTHS.items():
        yield from _yearly(metric, None, pair)


def _flow(metric: str, year: int, totals: dict[str, int]) -> Iterator[Row]:
    """Gives the months of a year for each agency, and for the association what they add up to."""
    by_agency: dict[str | None, list[int]] = {
        agency: apportion(total, _GROWTH.get((agency, year), _PROFILE)) for agency, total in totals.items()
    }
    by_agency[None] = [sum(month) for month in zip(*by_agency.values(), strict=True)]
    for agency, values in by_agency.items():
        for number, value in enumerate(values, 1):
            month = date(year, number, 1)
            yield _target(metric, agency, month, month_end(month), value * 1000)


def _stock(metric: str, agency: str | None, values: _Pair) -> Iterator[Row]:
    for month in MONTHS:
        yield _target(metric, agency, month, month_end(month), values[YEARS.index(month.year)] * 1000)


def _yearly(metric: str, agency: str | None, values: _Pair) -> Iterator[Row]:
    for year, value in zip(YEARS, values, strict=True):
        yield _target(metric, agency, date(year, 1, 1), date(year, 12, 31), value)


def _budgeted(metric: str, sign: int) -> Iterator[Row]:
    """Gives what the budget says, month by month: of income, or of expenses, which it writes as negative."""
    cents: dict[tuple[date, str | None], int] = defaultdict(int)
    for year in YEARS:
        for line in lines(year):
            if (line["line"] == "expense") == (sign < 0):
                cents[line["day"], None] += sign * line["amount_cents"]
                cents[line["day"], line["agency_id"]] += sign * line["amount_cents"]
    for (month, agency), amount in cents.items():
        yield _target(metric, agency, month, month_end(month), amount * 10)


def _target(metric: str, agency: str | None, first: date, last: date, thousandths: int) -> Row:
    return {
        "metric": metric,
        "agency_id": agency,
        "dispositif_id": None,
        "valid_from": first,
        "valid_to": last,
        "value_thousandths": thousandths,
    }


def sheets() -> Iterable[Sheet]:
    """Gives the file of the targets."""
    yield Sheet(name="pilotage_objectifs.csv", kind="objectifs", rows=targets)
