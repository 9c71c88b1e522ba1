"""Markets on a line of time: each in its place, those to renew told, on every screen."""

from dataclasses import replace
from datetime import date

import pytest

from metrics.markets import Market, near
from metrics.portrait import Stage
from metrics.present.charts.chart import Chart
from metrics.present.charts.gantt import gantt

TODAY = date(2024, 12, 31)
NEAR = near(TODAY).last_day
SOON = Market(
    code="SOON",
    dispositif="JOUR",
    name="Médiation de jour",
    client="Ville-R",
    begins=date(2022, 7, 1),
    last_day=date(2025, 6, 30),
    term=date(2025, 6, 30),
    cents=13_249_900,
    stage=Stage.RUNNING,
    is_due=True,
)
ENDLESS = replace(
    SOON, code="ENDLESS", begins=date(2018, 1, 1), last_day=None, term=None, cents=None, is_due=False
)
TO_COME = replace(
    SOON,
    code="TO-COME",
    begins=date(2025, 7, 1),
    last_day=date(2029, 6, 30),
    stage=Stage.TO_COME,
    is_due=False,
)


def drawn(*markets: Market) -> Chart:
    return gantt(markets, TODAY, NEAR, "Ensemble de l'association")


def rows(*markets: Market) -> dict[str, dict[str, object]]:
    return {row["code"]: row for row in drawn(*markets).rows["markets"]}


def test_a_bar_goes_from_the_first_day_to_the_last() -> None:
    row = rows(SOON)["SOON"]
    assert (row["from"], row["to"]) == (2022 + 181 / 365, 2025 + 180 / 365)
    assert (row["begins"], row["ends"], row["state"]) == ("1er juillet 2022", "30 juin 2025", "due")


def test_what_began_long_ago_is_cut_on_the_left_and_what_never_ends_goes_beyond_all_others() -> None:
    found = rows(SOON, ENDLESS, TO_COME)
    assert found["ENDLESS"]["from"] == 2022  # two years before this one are enough
    assert float(str(found["ENDLESS"]["to"])) > float(str(found["TO-COME"]["to"]))
    assert found["ENDLESS"]["ends"] == "sans échéance"
    assert found["TO-COME"]["state"] == "to come"


def test_a_line_says_its_end_and_its_amount_before_its_name() -> None:
    found = rows(SOON, ENDLESS)
    assert found["SOON"]["label"] == "30/06/2025 · 132\u00a0k€ · Médiation de jour, Ville-R"
    assert found["ENDLESS"]["label"] == "sans échéance · Médiation de jour, Ville-R"


def test_a_client_that_the_name_tells_is_not_told_twice() -> None:
    row = rows(replace(SOON, name="Conventionnelle, Ville-R"))["SOON"]
    assert str(row["label"]).endswith("· Conventionnelle, Ville-R")


@pytest.mark.parametrize(
    ("markets", "said"),
    [
        ((ENDLESS,), "Aucun marché à renouveler d'ici le 31 décembre 2025"),
        ((SOON, ENDLESS), "1 marché ou convention à renouveler d'ici le 31 décembre 2025"),
        (
            tuple(replace(SOON, code=str(n)) for n in range(5)),
            "5 marchés ou conventions à renouveler d'ici le 31 décembre 2025",
        ),
    ],
)
def test_the_title_counts_what_is_to_renew(markets: tuple[Market, ...], said: str) -> None:
    chart = drawn(*markets)
    assert chart.title == said
    assert chart.sentence.startswith(said)
    assert ("2 de plus dans le tableau" in chart.sentence) == (len(markets) == 5)


def test_a_click_chooses_the_dispositif_and_today_is_a_rule() -> None:
    chart = drawn(SOON)
    assert (chart.dimension, chart.rows["markets"][0]["key"]) == ("dispositif", "JOUR")
    assert chart.rows["today"] == [{"day": 2024 + 365 / 366, "label": "31 décembre 2024"}]
    assert chart.order == ("SOON",)


def test_colours_are_those_of_the_ground() -> None:
    spec = drawn(SOON)
    assert "@" not in str(spec.spec()) + str(spec.spec(dark=True))
    assert spec.spec()["datasets"]["markets"] == spec.spec(dark=True)["datasets"]["markets"]
