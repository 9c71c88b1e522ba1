"""What is declared once a year, by hand: one value, of one indicator, of one year."""

from fractions import Fraction

from tests.metrics.cases.case import Case

# in thousandths of the unit of the indicator: 80000 is 80 %, or 80 kg
_DECLARED = {
    "rse_impact_tools": (3000, 3),
    "rse_regulation_share": (100000, 100),
    "rse_newsletters": (3000, 3),
    "rse_committees_share": (82500, Fraction("82.5")),
    "rse_school_children": (8000000, 8000),
    "rse_housing_files": (26000, 26),
    "rse_collaborative_tools_cost": (46000000, 46000),
    "rse_aware_staff": (41000, 41),
    "rse_waste_collected": (13500, Fraction("13.5")),
    "rse_classes": (2000, 2),
    "rse_management_exchanges": (8000, 8),
    "rse_innovative_projects": (4000, 4),
}


def _value(metric: str, day: str, thousandths: int) -> str:
    """One value of the metric, beside one of another indicator."""
    return f"""
        rse_indicator  id    metric
                       MINE  {metric}

        rse_value  day         rse_indicator  value_thousandths
                   {day}  MINE           {thousandths}
                   2024-12-31  OTHER          999000
    """


CASES = (
    *(
        Case(
            metric=metric,
            trap="its own value, in its own unit, and not another indicator's",
            rows=_value(metric, "2024-12-31", thousandths),
            expected=expected,
        )
        for metric, (thousandths, expected) in _DECLARED.items()
    ),
    *(
        Case(
            metric=metric,
            trap="the value of the year before is not this year's",
            rows=_value(metric, "2023-12-31", thousandths),
            expected="n.d.",
        )
        for metric, (thousandths, _) in _DECLARED.items()
    ),
    Case(
        metric="rse_collaborative_tools_cost",
        trap="a declared zero is a value",
        rows=_value("rse_collaborative_tools_cost", "2024-12-31", 0),
        expected=0,
    ),
    Case(
        metric="rse_impact_tools",
        trap="two indicators that name one metric contradict each other and never add up",
        rows=_value("rse_impact_tools", "2024-12-31", 3000).rstrip() + "\n    2024-12-31  TOOLS  2000",
        expected="n.d.",
    ),
    Case(
        metric="rse_impact_tools",
        trap="the middle of a year has none, for it is declared at its end",
        rows=_value("rse_impact_tools", "2024-12-31", 3000),
        expected="n.d.",
        span="2024-06",
    ),
)
