"""What figures cover and how fresh they are, said once for those that have the same date."""

from dataclasses import replace
from datetime import date

from data_access.access import Domain
from metrics import period
from metrics.catalogue import metric
from metrics.present.covered import covered, dated
from metrics.query import Query
from metrics.result import Result

DAY, EARLIER = date(2024, 12, 31), date(2024, 11, 30)
NAMES = ("interventions", "field_hours", "revenue", "field_fte")


def answer(*days: date | None, partial: tuple[bool, ...] = (False,) * len(NAMES)) -> Result:
    metrics = tuple(map(metric, NAMES))
    return Result(
        query=Query(metrics=metrics, period=period.year(2024)),
        rows=(),
        perimeter="Agence : Rennes",
        versus_label="",
        data_dates=days,
        partial=partial,
        as_of=None,
        import_number=1,
    )


def test_the_date_of_most_figures_comes_first_and_the_others_are_named() -> None:
    found = answer(EARLIER, DAY, DAY, None)
    assert covered(found, *found.query.metrics) == (
        "Périmètre : Agence : Rennes · données au 31 décembre 2024\u00a0; "
        "données au 30 novembre 2024 (Interventions)\u00a0; "
        "Référentiels de l'association, mise à jour à chaque changement (ETP de terrain autorisés)"
    )


def test_one_date_is_said_once_for_all() -> None:
    found = answer(DAY, DAY, DAY, None)
    assert dated(found, *found.query.metrics[:3]) == "données au 31 décembre 2024"


def test_months_that_are_not_all_loaded_are_said() -> None:
    found = answer(DAY, DAY, DAY, None, partial=(True, False, False, False))
    assert dated(found, metric("interventions")) == "données au 31 décembre 2024 (mois incomplets)"
    assert dated(found, metric("field_hours")) == "données au 31 décembre 2024"


def test_nothing_loaded_is_no_date() -> None:
    found = replace(answer(None, None, None, None))
    assert dated(found, metric("revenue")) == "aucune donnée sur cette période"
    assert metric("revenue").domain is Domain.FINANCING
