"""The tiles of the sectors: neighbours stay neighbours, nothing overlaps, what is not told is not zero."""

from dataclasses import replace
from typing import Any

from metrics.catalogue.dimensions import SECTOR
from metrics.portrait import Tile
from metrics.present.charts.cities import LINES, broken
from metrics.present.charts.sectors import ACROSS, PRESENCE, sectors
from metrics.result import Cell, Row
from tests.pages.answers import answer, figure, metric

ROUNDS = metric()
GRID = (
    Tile("A1", "Nord", "Angers", 1, 2),
    Tile("A2", "Sud", "Angers", 2, 1),
    Tile("B1", "Est", "Brest", 1, 1),
    Tile("B2", "Port", "Brest", None, None),
    Tile("C1", "Ville", "Caen", 1, 1),
)


def told(**values: int | None) -> Any:
    return answer(ROUNDS, {name: Cell(figure(value)) for name, value in values.items()}, by=SECTOR)


def squares(chart: Any) -> dict[str, dict[str, Any]]:
    """The tiles drawn, by sector."""
    return {each["key"]: each for each in chart.rows["tiles"]}


def draw(**values: int | None) -> Any:
    return sectors(told(**values), ROUNDS, GRID, called="Incivilités")


def test_a_city_nothing_is_told_about_is_left_out() -> None:
    assert set(squares(draw(A1=5, B1=2))) == {"A1", "A2", "B1", "B2"}


def test_neighbours_of_a_city_stay_neighbours() -> None:
    found = squares(draw(A1=5))
    assert (found["A1"]["x"], found["A2"]["x"]) == (1.03, 0.03)
    assert found["A2"]["y"] - found["A1"]["y"] == 1


def test_no_tile_stands_on_another_nor_out_of_the_picture() -> None:
    found = squares(draw(A1=5, B1=2, C1=1)).values()
    places = [(int(each["x"]), each["y"]) for each in found]
    assert len(places) == len(set(places)) == len(GRID)
    assert all(0 <= x < ACROSS for x, _ in places)


def test_a_sector_without_a_place_is_drawn_below_its_city() -> None:
    found = squares(draw(B1=2))
    assert found["B2"]["y"] - found["B1"]["y"] == 1


def test_a_sector_that_nothing_is_told_about_is_no_zero() -> None:
    found = squares(draw(A1=0, B1=2))
    assert (found["A1"]["value"], found["A1"]["text"]) == (0, "0")
    assert (found["A2"]["value"], found["A2"]["text"]) == (None, "–")


def test_the_title_names_a_place_only_when_one_stands_alone() -> None:
    assert draw(A1=5, A2=1, B1=2, C1=3).title == "Incivilités : le plus souvent relevées à Angers, Nord"
    for neutral in (
        draw(A1=5, A2=5, B1=2, C1=3),
        draw(A1=5, B1=2),
        draw(A1=5, A2=None, B1=2, C1=3, B2=1),
    ):
        assert neutral.title == "Incivilités par secteur"


def test_the_sentence_says_that_facts_are_where_people_look() -> None:
    sentence = draw(A1=5, B1=2).sentence
    assert "Nord (Angers) 5 ; Est (Brest) 2" in sentence
    assert sentence.endswith(PRESENCE)
    assert "Une carte de faits est d'abord une carte de présence" in PRESENCE


def test_what_has_no_sector_is_told_apart() -> None:
    nowhere = answer(ROUNDS, {"A1": Cell(figure(5))}, by=SECTOR)
    rows = (*nowhere.rows, Row((None,), ("Non affecté",), (Cell(figure(7)),)))
    whole = replace(nowhere, rows=rows)
    chart = sectors(whole, ROUNDS, GRID, called="Incivilités")
    assert "Sans secteur, donc hors de la carte : 7." in chart.sentence


def test_a_click_on_a_tile_keeps_its_sector() -> None:
    assert draw(A1=5).dimension == SECTOR.id


def test_an_answer_without_any_sector_is_drawn_empty() -> None:
    chart = draw()
    assert squares(chart) == {}
    assert "rien à montrer" in chart.sentence


def test_names_that_begin_alike_stay_apart_on_a_telephone() -> None:
    assert broken("Nantes Nord") == ["Nantes Nord"]
    assert broken("Malakoff-Saint-Donatien") == ["Malakoff-", "Saint-", "Donatien"]
    assert broken("Itinéraires Vélival sud") == ["Itinéraires", "Vélival sud"]
    assert broken("Deux-Croix, Banchais, Grand-Pigeon") == ["Deux-Croix,", "Banchais,", "Grand-Pigeon"]


def test_a_long_name_keeps_to_its_tile() -> None:
    lines = broken("Un nom qui ne tiendra jamais dans une case aussi petite")
    assert len(lines) == LINES
    assert " ".join(lines) == "Un nom qui ne tiendra jamais dans une case aussi petite"


def test_the_name_of_a_city_ends_right_above_its_tiles() -> None:
    grid = (Tile("S1", "Centre", "Saint-Germain-en-Laye", 1, 1), Tile("N1", "Nord", "Nantes", 1, 1))
    heads = sectors(told(S1=5, N1=3), ROUNDS, grid, called="Incivilités").rows["cities"]
    lifted = {each["city"]: 0.5 - each["y"] for each in heads}
    assert lifted["Saint-\nGermain-en-\nLaye"] > lifted["Nantes"] > 0


def test_on_paper_more_cities_stand_side_by_side() -> None:
    """On a screen of a telephone they are one under the other: no page would be high enough."""
    grid = tuple(Tile(f"{city}{n}", f"Secteur {n}", city, n, 1) for city in "ABCDEFGH" for n in (1, 2, 3))
    screen = sectors(told(**{tile.sector: 5 for tile in grid}), ROUNDS, grid, called="Incivilités")
    paper = screen.on_paper
    assert paper is not None
    assert paper.height < screen.height
    assert {key: each["text"] for key, each in squares(paper).items()} == {
        key: each["text"] for key, each in squares(screen).items()
    }
    assert len({(each["x"], each["y"]) for each in squares(paper).values()}) == len(grid)
