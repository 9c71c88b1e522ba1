"""What is done within what was promised: lengths are counts, words are the same, findings only when sure."""

from dataclasses import replace
from fractions import Fraction

import pytest

from metrics.catalogue import metric
from metrics.catalogue.dimensions import RSE_AXIS
from metrics.period import year
from metrics.present.charts.progress import indicators, rates
from metrics.query import Query
from metrics.result import MISSING, NOT_COMPUTABLE, Cell, Figure, Result, Row
from metrics.rse_table import Progress, Standing

REACHED, MISSED = Standing.REACHED, Standing.MISSED
DONE = metric("rse_action_completion")


def axes(*standings: tuple[Standing, ...]) -> tuple[Progress, ...]:
    return tuple(Progress(f"Axe {place}", each) for place, each in enumerate(standings, 1))


def told(*standings: tuple[Standing, ...]) -> str:
    return indicators(axes(*standings), "année 2024", "Périmètre : ici").title


def test_each_bar_is_what_reaches_its_target_within_all_that_the_axis_has() -> None:
    chart = indicators(axes((REACHED, MISSED, REACHED), (MISSED,)), "année 2024", "Périmètre : ici")
    (rows,) = chart.rows.values()
    assert [(row["done"], row["whole"], row["text"]) for row in rows] == [
        (2, 3, "2 sur 3"),
        (0, 1, "0 sur 1"),
    ]
    assert chart.sentence.endswith("année 2024 : Axe 1 2 sur 3 ; Axe 2 0 sur 1.")
    assert chart.subtitle.endswith("année 2024 · Périmètre : ici")


@pytest.mark.parametrize(
    ("standings", "title"),
    [
        ((REACHED, MISSED, REACHED), "2 des 3 indicateurs atteignent leur objectif, année 2024"),
        ((REACHED, MISSED), "1 des 2 indicateurs atteint son objectif, année 2024"),
        ((MISSED, MISSED), "Aucun des 2 indicateurs n'atteint son objectif, année 2024"),
        ((REACHED, REACHED), "Les 2 indicateurs atteignent leur objectif, année 2024"),
        ((REACHED, Standing.UNKNOWN), "Indicateurs RSE à l'objectif, par axe"),  # nobody knows of one
        ((Standing.BETTER, Standing.STABLE), "Indicateurs RSE à l'objectif, par axe"),  # nothing was promised
        ((), "Indicateurs RSE à l'objectif, par axe"),
    ],
)
def test_the_title_tells_a_finding_only_when_all_is_known(
    standings: tuple[Standing, ...], title: str
) -> None:
    assert told(standings) == title


def test_a_rate_shows_its_two_counts_and_nothing_when_it_has_none() -> None:
    query = Query(metrics=(DONE,), period=year(2024), by=(RSE_AXIS,))
    figures = (Figure(Fraction(200, 3), numerator=Fraction(2), denominator=Fraction(3)), NOT_COMPUTABLE)
    names = ("Politique sociale", "Environnement")
    answer = Result(
        query=query,
        rows=tuple(Row((name,), (name,), (Cell(each),)) for name, each in zip(names, figures, strict=True)),
        perimeter="ici",
        versus_label="",
        data_dates=(None,),
        partial=(False,),
        as_of=None,
        import_number=1,
    )
    chart = rates(answer, DONE)
    (rows,) = chart.rows.values()
    assert [(row["done"], row["whole"], row["text"]) for row in rows] == [(2, 3, "2 sur 3"), (0, 0, "n.c.")]
    assert chart.title == "Taux de réalisation des actions RSE : 2 sur 3"  # nothing was due of the other
    none = replace(answer, rows=(replace(answer.rows[0], cells=(Cell(MISSING),)), answer.rows[1]))
    assert rates(none, DONE).title == "Taux de réalisation des actions RSE par axe RSE"
    assert chart.subtitle.endswith("ici · année 2024")


def test_bars_begin_at_zero_and_share_one_scale() -> None:
    spec = indicators(axes((REACHED,)), "année 2024", "").spec()
    assert not any("scale" in layer["encoding"]["x"] for layer in spec["layer"])
    assert "resolve" not in spec
