"""The portfolio on the page: who is listed, what each line tells, figures that are the catalogue's own."""

import pytest

from metrics import period as periods
from metrics import portfolio
from metrics.catalogue.dimensions import AGENCY, DISPOSITIF, FAMILY, SECTOR
from metrics.present.text import row_labels
from metrics.query import Filter
from metrics.views.views import ACTIVITY
from tests.pages.screen import Screen, Show
from tests.pages.sections import DIRECTION, answered, shortly, table

PORTFOLIO = (
    "posts", "mean_field_fte", "field_hours", "interventions", "people_met", "interventions_per_hour",
    "interventions_per_fte", "revenue",
)  # fmt: skip
NO_FIELD = (
    "Médiation conventionnelle, Angers Loire Habitat", "Médiation conventionnelle, ICF La Sablière",
    "Gestion des encombrants",
)  # fmt: skip
UNFOLD = "Tous ses chiffres"  # what opens a card on a telephone


def listed(screen: Screen) -> dict[str, list[str]]:
    """The lines of the portfolio by the name of the dispositif, that of the total by its own."""
    names = portfolio_names(screen)
    lines = [[row[0].removesuffix(UNFOLD), *row[1:]] for row in table(screen, "Les dispositifs").rows]
    return {next((n for n in names if row[0].startswith(n)), row[0]): row for row in lines}


def portfolio_names(screen: Screen) -> list[str]:
    links = [a.text for a in screen.html.all("a") if a.attributes["href"].startswith("/dispositif?")]
    return sorted(links, key=len, reverse=True)  # the longest first: one name may begin another


def test_each_line_tells_its_family_its_client_and_its_market(sample_store: str, show: Show) -> None:
    found = listed(show(sample_store, ACTIVITY, periode="2024", vue="portefeuille"))
    assert found["Médiation de quartier"][:2] == [
        "Médiation de quartierMédiation de jour · Nantes",
        "Nantes Métropole01/01/2023 → 31/12/2026, en\u00a0cours",
    ]
    assert found["Médiation piscine"][1] == "Ville de Rennes01/06/2024 → 31/08/2024, terminé"
    assert found["Médiation sociale, Bagneux"][1:] == [
        "Ville de Bagneux01/01/2025 → 31/12/2027, à\u00a0venir",
        *["–"] * len(PORTFOLIO),
    ]
    assert found["Médiation conventionnelle, Angers Loire Habitat"][1].endswith(
        "depuis le 10/01/2022, sans échéance, en\u00a0cours"
    )


def test_families_then_names_then_the_whole(sample_store: str, show: Show) -> None:
    names = list(listed(show(sample_store, ACTIVITY, periode="2024", vue="portefeuille")))
    assert names[:3] == ["Binômes de la prévention", "Foire Saint-Martin", "Médiation de jour"]
    assert names[-3:] == ["Gestion des encombrants", "Hors dispositif", "Ensemble"]


def test_what_had_neither_market_nor_figure_in_the_period_is_not_listed(
    sample_store: str, show: Show
) -> None:
    december = listed(show(sample_store, ACTIVITY, periode="2024-12", vue="portefeuille"))
    november = listed(show(sample_store, ACTIVITY, periode="2024-11", vue="portefeuille"))
    assert "Foire Saint-Martin" in november  # a market of November alone
    assert "Foire Saint-Martin" not in december
    assert "Médiation piscine" not in december


@pytest.mark.parametrize(
    ("span", "address", "where"),
    [
        ("2024", {}, ()),
        ("2024-03", {"agence": "idf"}, (Filter(AGENCY, ("IDF",)),)),
        ("marche:2024", {"famille": "mediation-de-jour"}, (Filter(FAMILY, ("day",)),)),
        ("2024-T4", {"dispositif": "foire,van-nuit"}, (Filter(DISPOSITIF, ("FOIRE", "VAN-NUIT")),)),
    ],
)
def test_each_figure_is_the_answer_of_the_catalogue_and_the_total_is_asked_for(
    sample_store: str, show: Show, span: str, address: dict[str, str], where: tuple[Filter, ...]
) -> None:
    found = listed(show(sample_store, ACTIVITY, periode=span, vue="portefeuille", **address))
    answer = answered(sample_store, *PORTFOLIO, by=(DISPOSITIF,), span=span, where=where)
    figures = dict(zip((row_labels(answer, row)[0] for row in answer.rows), shortly(answer), strict=True))
    for name, line in found.items():
        if name != "Ensemble":
            asked = figures.pop(name, ["–"] * len(PORTFOLIO))
            assert line[2:] == [
                said if said == "–" else told for said, told in zip(line[2:], asked, strict=True)
            ]
            assert name in NO_FIELD or line[2:] == asked
    (whole,) = shortly(answered(sample_store, *PORTFOLIO, span=span, where=where))
    assert found["Ensemble"][2:] == whole
    left = [answer.rows[n] for n, row in enumerate(answer.rows) if row_labels(answer, row)[0] in figures]
    assert not any(cell.figure.value for row in left for cell in row.cells)  # left out: nothing but zeros


def test_a_filter_that_posts_cannot_follow_lists_what_it_is_about_alone(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="portefeuille", secteur="rennes-brequigny")
    where = (Filter(SECTOR, ("RENNES-BREQUIGNY",)),)
    answer = answered(sample_store, "interventions", by=(DISPOSITIF,), where=where)
    met = {row_labels(answer, row)[0] for row in answer.rows if row.cells[0].figure.value}
    assert set(listed(screen)) == {*met, "Ensemble"}
    headers = table(screen, "Les dispositifs").headers
    assert ["hors filtre secteur" in header for header in headers[2:]] == [
        *(True, True, True),  # posts, FTE and hours
        *(False, False),  # interventions and people met
        *(True, True, True),  # per hour, per FTE and revenue
    ]
    assert [said == "–" for said in listed(screen)["Ensemble"][2:]] == [
        *(True, True, True, False, False, True, True, True)  # no line adds up to what follows other filters
    ]


def test_a_contract_year_is_told_dispositif_by_dispositif(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="marche:2024", vue="portefeuille")
    found = listed(screen)
    assert found["Médiation de jour"][0].endswith("exercice : oct. 2023 à sept. 2024")
    assert found["Médiation de quartier"][0].endswith("exercice : janv. 2024 à déc. 2024")
    assert found["Médiation urbaine en soirée et de nuit"][1] == (
        "Ville d'Angers01/12/2020 → 30/11/2024, en\u00a0cours01/12/2024 → 30/11/2028, à\u00a0venir"
    )
    assert "à la fin de l'exercice de chacun" in table(screen, "Les dispositifs").caption


def test_a_perimeter_without_dispositif_says_so(sample_store: str, show: Show) -> None:
    screen = show(
        sample_store, ACTIVITY, periode="2024", vue="portefeuille", agence="nantes", dispositif="foire"
    )
    said = [node.text for node in screen.html.all(".vide")]
    assert [text for text in said if text.startswith("Aucun dispositif n'a de marché ni de chiffre")]
    assert screen.errors == []


def test_the_books_and_the_figures_are_of_the_same_dispositifs(sample_store: str) -> None:
    books = {entry.id for entry in portfolio.entries(sample_store, periods.year(2024), DIRECTION)}
    answer = answered(sample_store, *PORTFOLIO, by=(DISPOSITIF,))
    assert {row.keys[0] for row in answer.rows} - {None} <= books


def test_a_dispositif_at_work_of_which_nothing_was_recorded_is_not_without_object(
    sample_store: str, show: Show
) -> None:
    address = {"periode": "2031", "comparaison": "aucune", "dispositif": "alh,bagneux"}
    found = listed(show(sample_store, ACTIVITY, vue="portefeuille", **address))
    assert found["Médiation conventionnelle, Angers Loire Habitat"][2:] == ["n.d."] * 8  # to come
    assert "Médiation sociale, Bagneux" not in found


def test_what_is_no_mediation_of_the_field_has_no_hours_rather_than_none(
    sample_store: str, show: Show
) -> None:
    found = listed(show(sample_store, ACTIVITY, periode="2024", vue="portefeuille"))
    for name in NO_FIELD:
        posts, *activity, revenue = found[name][2:]
        assert activity == ["–"] * 6
        assert not revenue.startswith("–")
        assert posts[0] == ("1" if name == "Gestion des encombrants" else "–")
    assert found["Animation des conseils citoyens, Paris"][5].startswith("520")  # what it did is told


def test_the_lines_listed_and_the_dispositifs_that_reports_count_are_both_said(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="portefeuille")
    (running,) = shortly(answered(sample_store, "field_dispositifs"))[0]
    assert running.startswith("14")
    counted, pace = (node.text for node in screen.html.all(".phrase"))
    assert counted.startswith(
        "Dispositifs listés, avec un marché ou un chiffre sur la période : 22 ; dispositifs de médiation "
        "sociale en cours au 31 décembre 2024 : 14."
    )
    assert "rythme annuel" in pace  # the fair lasts a month
    assert len(portfolio_names(screen)) == 22
