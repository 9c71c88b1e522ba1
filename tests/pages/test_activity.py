"""The sections of Dispositifs: each asked and drawn alone, each figure the catalogue's own."""

from fractions import Fraction

import pytest

from metrics.catalogue.dimensions import (
    AGENCY,
    DISPOSITIF,
    INTERVENTION_FAMILY,
    INTERVENTION_KIND,
    MEETING_KIND,
    PREVENTION_KIND,
    SECTOR,
    SET_BY_MARKET,
)
from metrics.present import words
from metrics.present.text import row_labels
from metrics.query import Filter
from metrics.views.views import ACTIVITY
from tests.pages.screen import Screen, Show
from tests.pages.sections import answered, by, exactly, ranked, shortly, table

ORDERS = (
    "orders", "median_order_delay", "orders_answered_share", "orders_answered_promptly", "orders_waiting",
)  # fmt: skip


# --- one section at a time ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("section", "present", "absent"),
    [
        ("", "par famille d'intervention", "Incivilités relevées"),
        ("incivilites", "Incivilités relevées", "par famille d'intervention"),
        ("portefeuille", "situation des marchés", "Incivilités relevées"),
        ("partenariat", "Les commandes", "situation des marchés"),
    ],
)
def test_only_the_section_that_was_chosen_is_drawn(
    sample_store: str, show: Show, section: str, present: str, absent: str
) -> None:
    address = {"vue": section} if section else {}
    screen = show(sample_store, ACTIVITY, periode="2024", **address)
    assert (screen.errors, screen.warnings, len(screen.tiles)) == ([], [], 6)
    assert present in screen.html.text
    assert absent not in screen.html.text


def test_a_section_that_does_not_exist_is_named_and_the_first_one_shown(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="grenier")
    assert [said for said in screen.warnings if "« grenier » n'existe pas" in said]
    assert "par famille d'intervention" in screen.html.text


def test_records_stand_under_the_section_they_belong_to(sample_store: str, show: Show) -> None:
    offered = {
        section: [
            each.label for each in show(sample_store, ACTIVITY, periode="2024", vue=section).app.expander
        ]
        for section in ("activite", "incivilites", "portefeuille", "partenariat")
    }
    assert offered == {
        "activite": ["Voir les enregistrements : interventions"],
        "incivilites": ["Voir les enregistrements : interventions"],
        "portefeuille": [
            "Voir les enregistrements : marchés et conventions",
            "Voir les enregistrements : écritures comptables",
        ],
        "partenariat": ["Voir les enregistrements : instances"],
    }


# --- kinds -------------------------------------------------------------------------------------------------


def test_families_first(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024")
    expected = answered(sample_store, "interventions", by=(INTERVENTION_FAMILY,))
    assert by(screen, INTERVENTION_FAMILY).rows == ranked(expected)


def test_one_family_shows_its_kinds_by_name_and_the_way_back(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", nature="nuisances")
    where = (Filter(INTERVENTION_FAMILY, ("N",)),)
    expected = answered(sample_store, "interventions", by=(INTERVENTION_KIND,), where=where)
    assert len(expected.rows) == 5
    assert by(screen, INTERVENTION_KIND).rows == ranked(expected)
    assert any("famille Nuisances" in node.text for node in screen.html.all(".phrase"))
    back = Screen(screen.app.button(key="familles").click().run())
    assert "nature" not in back.app.query_params
    assert len(by(back, INTERVENTION_FAMILY).rows) == 10


def test_two_families_stay_families(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", nature="nuisances,conflits")
    rows = by(screen, INTERVENTION_FAMILY).rows
    assert {row[0] for row in rows} == {"Nuisances", "Conflits"}
    assert rows == ranked(
        answered(
            sample_store,
            "interventions",
            by=(INTERVENTION_FAMILY,),
            where=(Filter(INTERVENTION_FAMILY, ("N", "C")),),
        )
    )


# --- incivilities ------------------------------------------------------------------------------------------


def test_the_map_counts_incivilities_by_sector_and_says_that_it_is_of_presence(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="incivilites")
    assert by(screen, SECTOR).rows == exactly(answered(sample_store, "incivilities", by=(SECTOR,)))
    assert any("carte de présence" in node.text for node in screen.html.all(".phrase"))


def test_the_whole_its_change_and_what_has_no_sector_are_told_above_the_maps(
    sample_store: str, show: Show
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="incivilites")
    whole = answered(sample_store, "incivilities")
    (nowhere,) = [
        row for row in answered(sample_store, "incivilities", by=(SECTOR,)).rows if row.keys == (None,)
    ]
    unit = whole.query.metrics[0].unit
    total, apart = (words.exact(row.cells[0].figure, unit) for row in (whole.rows[0], nowhere))
    change = words.change(whole.rows[0].cells[0], whole.query.metrics[0])
    assert screen.html.words(".ensemble") == (
        f"Incivilités relevées, année 2024 : {total}, {change} par rapport à l'année 2023, "
        f"dont {apart} sans secteur."
    )
    assert any("familles Nuisances, Occupations" in node.text for node in screen.html.all(".phrase"))


@pytest.mark.parametrize(("base", "name"), [("nombre", "incivilities"), ("heure", "incivilities_per_hour")])
def test_agencies_are_on_a_map_in_number_and_for_an_hour(
    sample_store: str, show: Show, base: str, name: str
) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="incivilites", carte=base)
    assert by(screen, AGENCY).rows == exactly(answered(sample_store, name, by=(AGENCY,)))


def test_for_an_hour_of_presence_no_sector_is_told(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="incivilites", carte="heure")
    expected = answered(sample_store, "incivilities_per_hour", by=(DISPOSITIF,))
    assert by(screen, DISPOSITIF).rows == ranked(expected)
    phrases = [node.text for node in screen.html.all(".phrase")]
    assert any("par dispositif ou par agence, jamais par quartier" in said for said in phrases)
    assert any("carte de présence" in said for said in screen.warnings)


def test_natures_that_are_no_incivility_have_no_map(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="incivilites", nature="vulnerabilite")
    assert "Aucune des natures choisies" in screen.html.words(".vide")
    assert screen.errors == []


def test_a_rate_says_which_filters_it_cannot_follow(sample_store: str, show: Show) -> None:
    screen = show(
        sample_store, ACTIVITY, periode="2024", vue="incivilites", carte="heure", nature="nuisances"
    )
    assert any("hors filtre famille d'intervention" in node.text for node in screen.html.all(".sous-titre"))


# --- partners ----------------------------------------------------------------------------------------------


def test_meetings_by_instance_and_by_what_the_market_sets(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="partenariat")
    assert by(screen, MEETING_KIND).rows == ranked(answered(sample_store, "meetings", by=(MEETING_KIND,)))
    apart = answered(sample_store, "meetings", by=(SET_BY_MARKET,))
    whole = answered(sample_store, "meetings")
    lines = table(screen, "Instances que le marché définit").rows
    assert [row[1:] for row in lines] == [*shortly(apart), *shortly(whole)]
    assert sum((row.cells[0].figure.value or Fraction(0) for row in apart.rows), Fraction(0)) == (
        whole.rows[0].cells[0].figure.value
    )


def test_prevention_and_orders_are_those_of_the_catalogue(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="partenariat")
    kinds = answered(sample_store, "prevention_children", by=(PREVENTION_KIND,))
    assert by(screen, PREVENTION_KIND).rows == ranked(kinds)
    assert [node.text for node in screen.html.all("summary") if "par dispositif" in node.text] == [
        "La prévention par dispositif",
        "Les commandes par dispositif",
    ]
    both = table(screen, "La prévention par dispositif").rows
    assert both[-1][1:] == shortly(answered(sample_store, "prevention_children", "prevention_modules"))[0]
    orders = table(screen, "Les commandes par dispositif").rows
    answer = answered(sample_store, *ORDERS, by=(DISPOSITIF,))
    told = [
        [row_labels(answer, row)[0], *figures]
        for row, figures in zip(answer.rows, shortly(answer), strict=True)
        if any(cell.figure.value for cell in row.cells)
    ]
    assert orders == [*told, ["Ensemble", *shortly(answered(sample_store, *ORDERS))[0]]]


def test_what_was_not_done_is_said_rather_than_drawn(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="partenariat", dispositif="foire")
    said = [node.text for node in screen.html.all(".vide")]
    assert [each.partition(" :")[0] for each in said] == [
        "Aucune participation à une instance",
        "Aucune action de prévention",
        "Aucune commande reçue",
    ]
    assert all("Foire Saint-Martin" in each and "année 2024" in each for each in said)
    assert screen.errors == []


def test_what_partners_do_does_not_follow_the_natures_and_says_so(sample_store: str, show: Show) -> None:
    screen = show(sample_store, ACTIVITY, periode="2024", vue="partenariat", nature="nuisances")
    subtitles = [node.text for node in screen.html.all(".sous-titre")]
    assert len(subtitles) == 6
    assert all("hors filtre famille d'intervention" in each for each in subtitles)
