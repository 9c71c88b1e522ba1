"""Orders of the commanditaires: who orders what, when, and how long the answer takes."""

from collections import Counter
from datetime import date

import pytest

from tests.sample_data.reading import Line, Sent, day, in_year

LAST_DAY = date(2024, 12, 31)
BY_DISPOSITIF = {
    "NANTES-QUARTIER": (312, 298),
    "RENNES-JOUR": (128, 141),
    "ANGERS-NUIT": (204, 231),
    "ALH": (41, 36),
    "CLICHY": (0, 104),
    "SCEAUX": (33, 37),
    "CHARENTON": (26, 29),
    "VINCENNES": (12, 14),
    "ICF": (74, 63),
}


def delays(lines: list[Line]) -> list[int]:
    """The delays of those that were answered, in order."""
    answered = [line for line in lines if line["Répondue le"]]
    return sorted((day(line["Répondue le"]) - day(line["Date"])).days for line in answered)


@pytest.mark.parametrize("dispositif", BY_DISPOSITIF)
def test_orders_by_dispositif_and_year(sent: Sent, dispositif: str) -> None:
    lines = sent.lines("commandes", Dispositif=dispositif)
    years = Counter(day(line["Date"]).year for line in lines)
    assert (years[2023], years[2024]) == BY_DISPOSITIF[dispositif]


def test_no_other_dispositif_takes_orders(sent: Sent) -> None:
    assert {line["Dispositif"] for line in sent.lines("commandes")} == set(BY_DISPOSITIF)


def test_no_order_comes_out_of_a_market_or_on_a_day_without_offices(sent: Sent) -> None:
    markets = sent.lines("marchés")
    for line in sent.lines("commandes"):
        received = day(line["Date"])
        assert received.isoweekday() <= 5
        assert any(
            market["Dispositif"] == line["Dispositif"]
            and day(market["Début"]) <= received
            and (market["Fin"] == "" or received <= day(market["Fin"]))
            for market in markets
        ), line


def test_a_season_has_its_orders_in_summer_and_a_new_market_from_its_first_day(sent: Sent) -> None:
    summer = {day(line["Date"]).month for line in sent.lines("commandes", Dispositif="VINCENNES")}
    assert summer <= {6, 7, 8, 9}
    clichy = [day(line["Date"]) for line in sent.lines("commandes", Dispositif="CLICHY")]
    assert date(2024, 7, 1) <= min(clichy) < date(2024, 7, 15)


def test_a_commanditaire_orders_from_what_it_pays_and_a_few_orders_name_nobody(sent: Sent) -> None:
    paid = {(line["Dispositif"], line["Financeur"]) for line in sent.lines("grand livre")}
    ordered = {(line["Dispositif"], line["Commanditaire"]) for line in sent.lines("commandes")}
    assert {pair for pair in ordered if pair[1]} <= paid
    nobody = sent.lines("commandes", Commanditaire="")
    assert 0 < len(nobody) < len(sent.lines("commandes")) // 50


def test_answers_take_0_to_20_days_with_a_median_of_3(sent: Sent) -> None:
    for year in (2023, 2024):
        found = delays(sent.lines("commandes", Date=in_year(year)))
        assert found[0] == 0
        assert 10 < found[-1] <= 20
        assert found[len(found) // 2] == found[(len(found) - 1) // 2] == 3
    assert len(set(delays(sent.lines("commandes")))) > 12  # days are spread, and not a few values


def test_answers_come_faster_in_2024(sent: Sent) -> None:
    prompt = {}
    for year in (2023, 2024):
        lines = sent.lines("commandes", Date=in_year(year))
        prompt[year] = sum(delay <= 5 for delay in delays(lines)) / len(lines)
    assert prompt[2023] < 0.70 < prompt[2024] < 0.80


def test_answers_are_given_by_the_last_day_and_the_last_orders_wait_most(sent: Sent) -> None:
    lines = sent.lines("commandes")
    assert max(day(line["Répondue le"]) for line in lines if line["Répondue le"]) <= LAST_DAY
    waiting = Counter(
        (day(line["Date"]).year, day(line["Date"]).month) for line in lines if not line["Répondue le"]
    )
    assert waiting.most_common(1)[0][0] == (2024, 12)
    assert 0 < sum(waiting.values()) < len(lines) // 25


def test_one_file_a_month_in_order_of_date(sent: Sent) -> None:
    files = [file for file in sent.files if file.block["Fichier"] == "commandes"]
    assert len(files) == 24
    for file in files:
        days = [day(line["Date"]) for line in file.lines]
        assert days == sorted(days)
        assert len(days) >= 50
