"""RSE beyond its table: the plan by quarter, labels told from today, what vehicles emit, meetings."""

from datetime import date

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, VEHICLE_KIND
from metrics.commitments import Commitments
from metrics.views.parts import audit, commitments
from tests.pages.rse import opened, plan
from tests.pages.screen import Screen, Show
from tests.pages.sections import answered, shortly, table

TRAVEL = ("kilometres", "travel_emissions", "emissions_per_kilometre")


# --- the plan ----------------------------------------------------------------------------------------------


def test_the_plan_goes_by_quarter_and_says_what_is_late_today(sample_store: str, show: Show) -> None:
    rows = plan(opened(show, sample_store, "actions")).rows
    quarters = [row[0] for row in rows if len(row) == 1]
    assert quarters == [
        "2e trimestre 2024", "3e trimestre 2024", "4e trimestre 2024", "1er trimestre 2025",
        "2e trimestre 2025", "3e trimestre 2025", "4e trimestre 2025",
    ]  # fmt: skip
    told = {row[0]: row[-1] for row in rows if len(row) > 1}
    assert told["Évaluer l'impact social, seconde phase"] == "En cours, en retard de 31 jours"
    assert told["Écrire et publier la politique d'achats"].endswith(", 1 jour après l'échéance")
    with reading_engine(sample_store).connect() as connection:
        due = connection.scalars(
            select(s.rse_action.c.title).where(s.rse_action.c.due_on >= date(2024, 1, 1))
        )
        assert set(told) == set(due)


def test_what_is_late_is_told_from_today_and_not_from_the_period(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUITE_TODAY", "2025-03-02")
    told = {row[0]: row[-1] for row in plan(opened(show, sample_store, "actions")).rows if len(row) > 1}
    assert told["Préparer l'audit de renouvellement du label"] == "En cours, en retard de 2 jours"
    assert told["Sensibiliser chaque agence"] == f"En cours, en retard de {31 + 28 + 2} jours"


def test_the_quarters_are_those_of_the_catalogue(sample_store: str, show: Show) -> None:
    rows = table(opened(show, sample_store, "actions"), "Les actions par trimestre").rows
    assert [row[0] for row in rows] == ["T1 2024", "T2 2024", "T3 2024", "T4 2024", "Ensemble"]
    assert rows[-1][1:] == ["84,6", "11", "3", "1"]  # 11 of the 13 due and kept were done


@pytest.mark.parametrize("vue", ["tableau", "certifications"])
def test_who_reads_all_of_it_is_told_that_nothing_is_loaded_and_not_that_they_may_not(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch, vue: str
) -> None:
    monkeypatch.setattr(audit, "rse_table", lambda *_: ())
    monkeypatch.setattr(commitments, "commitments", lambda *_: Commitments(date(2024, 12, 31)))
    said = opened(show, sample_store, vue).html.words(".vide")
    assert said.startswith("Aucun")
    assert "rôle" not in said


# --- labels ------------------------------------------------------------------------------------------------


def labels(screen: Screen) -> dict[tuple[str, str], str]:
    """What is said of each label, by its title and its first day."""
    rows = table(screen, "Labels, certifications et habilitations").rows
    return {(row[0], row[4]): row[-1] for row in rows if len(row) > 1}


@pytest.mark.parametrize(
    ("today", "progression", "confirmed", "quality"),
    [
        ("2024-12-31", "Encore 44 jours, renouvellement acquis", "À compter du 14 février 2025",
         "Encore 925 jours"),
        ("2025-02-13", "Dernier jour, renouvellement acquis", "À compter du 14 février 2025",
         "Encore 881 jours"),
        ("2025-02-14", "Expiré le 13 février 2025, renouvelé", "Encore 1\u202f094 jours", "Encore 880 jours"),
        ("2027-07-13", "Expiré le 13 février 2025, renouvelé", "Encore 215 jours",
         "Encore 1 jour, à renouveler"),
    ],
)  # fmt: skip
def test_no_day_is_left_of_what_is_over_nor_of_what_has_not_begun(
    sample_store: str, show: Show, monkeypatch: pytest.MonkeyPatch, today: str, progression: str,
    confirmed: str, quality: str,
) -> None:  # fmt: skip
    monkeypatch.setenv("SUITE_TODAY", today)
    said = labels(opened(show, sample_store, "certifications", periode="2023"))
    assert said["Label Engagé RSE", "14/02/2022"] == progression
    assert said["Label Engagé RSE", "14/02/2025"] == confirmed
    assert said["Qualiopi", "15/07/2024"] == quality
    assert said["Qualiopi", "15/07/2021"] == "Expiré le 14 juillet 2024, renouvelé"


def test_the_history_of_the_label_goes_from_level_to_level(sample_store: str, show: Show) -> None:
    rows = table(opened(show, sample_store, "certifications"), "Historique des renouvellements").rows
    first = rows.index(["Label Engagé RSE"])
    assert [row[:3] for row in rows[first + 1 : first + 3]] == [
        ["Progression", "14/02/2022", "13/02/2025"],
        ["Confirmé", "14/02/2025", "13/02/2028"],
    ]


# --- travel and meetings -----------------------------------------------------------------------------------


def test_kilometres_and_emissions_are_those_of_the_catalogue_by_kind_and_by_agency(
    sample_store: str, show: Show
) -> None:
    screen = opened(show, sample_store, "deplacements")
    for start, by in (("Par type de véhicule", VEHICLE_KIND), ("Par agence", AGENCY)):
        rows = table(screen, start).rows
        assert [row[1:] for row in rows[:-1]] == shortly(answered(sample_store, *TRAVEL, by=(by,)))
        assert [rows[-1][1:]] == shortly(answered(sample_store, *TRAVEL))


def test_each_kind_of_vehicle_has_its_factor_its_year_and_its_source(sample_store: str, show: Show) -> None:
    rows = {row[0]: row[1:] for row in table(opened(show, sample_store, "deplacements"), "Facteurs").rows}
    value, year, source = rows["Voiture diesel"]
    assert (value, year) == ("0,11056", "2026")
    assert source.startswith("Ademe, Impact CO2 (Base Carbone)")


def test_the_emissions_of_a_kind_are_its_kilometres_times_its_factor(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "deplacements")
    factors = {row[0]: row[1] for row in table(screen, "Facteurs").rows}
    for row, told in answered(sample_store, "kilometres", "travel_emissions", by=(VEHICLE_KIND,)).column(
        metric("kilometres")
    ):
        emitted = row.cells[1].figure.value
        assert told.figure.value is not None
        assert float(emitted or 0) == pytest.approx(
            float(told.figure.value) * float(factors[row.labels[0]].replace(",", "."))
        )


def test_meetings_are_told_month_by_month(sample_store: str, show: Show) -> None:
    screen = opened(show, sample_store, "rencontres")
    rows = table(screen, "Rencontres de parties prenantes dans le temps").rows
    assert sum(int(row[1]) for row in rows) == 8
    assert dict(row[:2] for row in table(screen, "Rencontres et événements").rows) == {
        "Rencontres de parties prenantes": "8",
        "Ateliers RSE": "3",
        "Part des agences disposant d'un atelier RSE": "50,0\u00a0%publié RSE 2024 p.\u00a013",
        "Présences aux sensibilisations RSE": "41\u00a0pers.",
        "Instances RSE": "5",
    }
