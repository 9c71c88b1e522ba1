"""Effectifs et diversité: each figure the catalogue's, bridges that add up, nobody pointed at."""

import re
from fractions import Fraction

import pytest

from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGE_BAND, CONTRACT, JOB_FAMILY, SENIORITY_BAND, SEX
from metrics.model import Metric
from metrics.present import certainty, words
from metrics.result import Cell
from metrics.views.views import WORKFORCE
from pages.ui.kept import ASKED
from tests.pages.screen import Screen, Show, Table
from tests.pages.sections import answered, by, exactly, table

SECTIONS = ("effectif", "mouvements", "profil", "formation", "sante", "index")
TILES = ("headcount", "fte", "posts", "permanent_share", "apprentices", "women_share")
MOVES = ("entries", "exits", "permanent_turnover", "staff_turnover")
MEANS = ("mean_headcount", "mean_fte", "legal_headcount")
PROFILE = (
    "women", "women_share", "born_abroad", "born_abroad_share", "birth_countries",
    "mean_age", "mean_seniority", "median_seniority",
)  # fmt: skip
COURSES = (
    "foundation_trained", "foundation_share", "foundation_in_time_share",
    "titled_mediators", "own_cfa_titled",
)  # fmt: skip
FOLLOWED = (
    "employees_training_hours", "employees_in_title_modules", "employee_graduates",
    "staff_training_days", "staff_training_participants", "manager_training_days",
)  # fmt: skip
ABSENCES = ("absence_rate", "absence_days", "hours_worked")
ACCIDENTS = (
    "accidents_with_stop", "lost_days", "commute_accidents",
    "accident_frequency", "accident_severity", "vsme_accident_rate",
)  # fmt: skip
LISTS = {
    ("mouvements", "Entrées, sorties et rotation"): MOVES,
    ("mouvements", "Les autres effectifs"): MEANS,
    ("profil", "Sexe, origine"): PROFILE,
    ("formation", "La formation socle"): COURSES,
    ("formation", "Les formations suivies"): FOLLOWED,
    ("sante", "Les absences, "): ABSENCES,
    ("sante", "Les accidents du travail"): ACCIDENTS,
    ("index", "Qui l'index compte"): ("index_women", "index_men"),
}
NUMBER = re.compile(r"^[+−]?[\d\u202f]+(?:,\d+)?")


def opened(show: Show, store: str, section: str = "effectif", **address: str) -> Screen:
    """The page on one of its sections, of the published year unless told otherwise."""
    screen = show(store, WORKFORCE, **{"periode": "2024", "vue": section, **address})
    assert screen.errors == []
    return screen


def value(text: str) -> Fraction:
    """The number that a cell begins with."""
    found = NUMBER.match(text)
    assert found, text
    return Fraction(found.group().replace("\u202f", "").replace(",", ".").replace("−", "-"))


def listed(each: Metric, cell: Cell) -> str:
    """The value of a line, and what it rests on."""
    known = certainty.certainty(cell.figure, each)
    return words.exact(cell.figure, each.unit) + (certainty.sentence(known, each) if known else "")


@pytest.mark.parametrize(("section", "caption"), LISTS, ids=str)
def test_each_line_is_what_the_catalogue_answers(
    sample_store: str, show: Show, section: str, caption: str
) -> None:
    names = LISTS[section, caption]
    lines = table(opened(show, sample_store, section), caption).rows
    answer = answered(sample_store, *names)
    assert [line[0] for line in lines] == [metric(name).label for name in names]
    for line, each in zip(lines, map(metric, names), strict=True):
        cell = answer.cell(each)
        assert line[1].partition("publié")[0] == listed(each, cell)
        assert line[2] in (words.change(cell, each), "–")


@pytest.mark.parametrize(
    ("span", "first", "second"), [("2024", 129, 119), ("2023", 121, 109), ("2024-12", 129, 110)]
)
def test_both_bridges_add_up_from_the_people_to_the_last_figure(
    sample_store: str, show: Show, span: str, first: int, second: int
) -> None:
    screen = opened(show, sample_store, periode=span)
    to_fte, to_posts = (each for each in screen.tables if each.headers == ["Étape", "Nombre"])
    for bridge in (to_fte, to_posts):
        *steps, last = [value(row[1]) for row in bridge.rows]
        assert sum(steps) == last
        assert steps[0] == first
    assert value(to_posts.rows[-1][1]) == second
    assert to_fte.rows[-1][0] == "Équivalents temps plein"


def test_129_people_are_106_92_fte_because_of_part_time_and_apprentices(
    sample_store: str, show: Show
) -> None:
    screen = opened(show, sample_store)
    (to_fte, _) = (each for each in screen.tables if each.headers == ["Étape", "Nombre"])
    assert to_fte.rows == [
        ["Salariés", "129\u00a0pers."],
        ["CDI", "−9,68"],  # 94 people for 84.32
        ["CDD", "−2,00"],
        ["Apprentissage", "−10,40"],
        ["Équivalents temps plein", "106,92\u00a0ETP"],
    ]


def test_families_hidden_are_one_step_of_the_bridge(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store)
    (_, to_posts) = (each for each in screen.tables if each.headers == ["Étape", "Nombre"])
    assert [row[0] for row in to_posts.rows[1:-1]] == [
        "Agents encombrants, Fonctions support et formation",
        "Postes fermés avant le dernier jour",
    ]


def shown(one: Table, column: int = 1) -> dict[str, str]:
    """A column of a table, by line, the figure alone."""
    return {row[0]: re.split(r"[+−]|s?publié|(?<=\d)s|(?<=\d)n\.c", row[column])[0] for row in one.rows}


def test_contracts_and_jobs_are_those_of_the_catalogue(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store)
    for caption, dimension in (("Les contrats", CONTRACT), ("Les métiers", JOB_FAMILY)):
        answer = answered(sample_store, "headcount", by=(dimension,))
        each = metric("headcount")
        expected = {r.labels[0]: words.on_tile(c.figure, each.unit)[0] for r, c in answer.column(each)}
        assert shown(table(screen, caption)).items() >= expected.items()


def test_the_professionals_of_mediation_are_asked_for_and_printed(sample_store: str, show: Show) -> None:
    jobs = table(opened(show, sample_store), "Les métiers")
    (line,) = [row for row in jobs.rows if row[0].startswith("Professionnels de la médiation")]
    assert line[1].startswith("109")
    assert "publié RA 2024 p.\u00a06" in line[1]
    assert jobs.rows.index(line) == 3  # under the three families that they are


def test_what_reports_print_of_few_people_is_shown_and_nothing_beside_it(
    sample_store: str, show: Show
) -> None:
    jobs = table(opened(show, sample_store), "Les métiers")
    place = next(n for n, header in enumerate(jobs.headers) if header.startswith("Apprentis"))
    assert shown(jobs, place) == {
        "Médiateurs et médiatrices": "21",
        "Référents": "s",
        "Responsables opérationnels": "s",
        f"Professionnels de la médiation{', '.join(list(JOB_FAMILY.names.values())[:3])}": "s",
        "Agents encombrants": "s",
        "Fonctions support et formation": "5",
        "Ensemble": "26",
    }


def test_ages_and_sex_are_mirrored_and_a_coarser_table_is_proposed(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "profil")
    assert by(screen, AGE_BAND, SEX).rows == exactly(answered(sample_store, "headcount", by=(AGE_BAND, SEX)))
    assert "Le même tableau par « tranche d'âge » seulement en dit davantage." in screen.html.text
    (coarser,) = [
        each for each in screen.tables if each.headers[0] == AGE_BAND.label and len(each.headers) == 2
    ]
    assert coarser.rows == exactly(answered(sample_store, "headcount", by=(AGE_BAND,)))
    assert [row[1] for row in coarser.rows].count("s") == 0


def test_seniority_keeps_the_order_of_its_bands(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "profil")
    rows = by(screen, SENIORITY_BAND).rows
    assert [row[0] for row in rows] == list(SENIORITY_BAND.names.values())
    assert rows == exactly(answered(sample_store, "headcount", by=(SENIORITY_BAND,)))


def test_countries_are_counted_and_never_named(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "profil")
    lines = {row[0]: row[1] for row in table(screen, "Sexe, origine").rows}
    assert lines["Pays de naissance"].startswith("18")
    assert not re.search(r"Algérie|Maroc|Sénégal|Afrique|Europe hors", screen.html.text)


@pytest.mark.parametrize("section", ["mouvements", "formation", "sante"])
def test_what_comes_and_goes_is_told_of_whole_years_and_a_month_leads_to_its_year(
    sample_store: str, show: Show, section: str
) -> None:
    screen = opened(show, sample_store, section, periode="2024-11")
    assert "lecture par année civile seulement" in screen.html.text
    (button,) = [each for each in screen.app.button if each.label == "Voir l'année 2024"]
    after = Screen(button.click().run())
    assert str(after.app.session_state[ASKED].period) == "2024"
    assert "lecture par année civile seulement" not in after.html.text


def test_counts_of_accidents_stand_beside_their_rates(sample_store: str, show: Show) -> None:
    lines = {row[0]: row[1] for row in table(opened(show, sample_store, "sante"), "Les accidents").rows}
    assert lines["Accidents du travail avec arrêt"] == "13"
    assert lines["Taux de gravité des accidents du travail"].startswith(
        "2,56\u00a0j pour 1 000 hn\u00a0=\u00a013"
    )


def test_the_index_has_its_indicators_their_maxima_and_its_base(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "index")
    indicators = table(screen, "Les indicateurs de l'index")
    assert [row[2:] for row in indicators.rows] == [
        ["40", "40"], ["25", "35"], ["15", "15"], ["10", "10"],
        [str(40 + 25 + 15 + 10), str(40 + 35 + 15 + 10)],
    ]  # fmt: skip
    assert indicators.rows[-1][1].startswith("90\u00a0/100")
    history = table(screen, "L'index et sa base")
    assert [row[:4] for row in history.rows] == [["2023", "84", "84", "100"], ["2024", "90", "90", "100"]]
    assert [sum(map(int, row[4:])) for row in history.rows] == [84, 90]


def test_a_period_without_a_declared_index_leads_to_its_year(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "index", periode="2024-06")
    assert "rien n'est déclaré pour cette période" in screen.html.text
    assert [each for each in screen.app.button if each.label == "Voir l'année 2024"]
    assert table(screen, "L'index et sa base").rows


def test_the_families_of_jobs_say_where_to_read_more_when_too_much_is_hidden(
    sample_store: str, show: Show
) -> None:
    """In November, the apprentices of every family are hidden, and their total is not."""
    screen = opened(show, sample_store, periode="2024-11")
    hidden = [row[3].startswith("s") for row in table(screen, "Les métiers").rows]
    assert hidden == [True] * (len(hidden) - 1) + [False]
    assert any(
        "Apprentis salariés d'Optima, en fin de mois" in node.text and "en dit davantage" in node.text
        for node in screen.html.all(".phrase")
    )
