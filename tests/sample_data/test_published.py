"""The printed figures: all there, and each one that is mapped names things that exist."""

import csv
import re

import pytest

from data_access.ingest.contracts import CONTRACTS
from sample_data.published import SOURCE
from tests.sample_data.reading import Sent, day

PERIOD = re.compile(r"\d{4}(-\d{2})?(\.\.\d{4}(-\d{2})?)?")
KIND_OF = {
    "agency": "agences",
    "dispositif": "dispositifs",
    "job": "métiers",
    "meeting_kind": "types d'instance",
    "programme": "formations",
}
CODED = {
    "branch": ("dispositifs", "branch"),
    "setting": ("dispositifs", "setting"),
    "job_family": ("métiers", "family"),
    "programme_family": ("formations", "family"),
}


@pytest.fixture(scope="module")
def figures() -> list[dict[str, str]]:
    with SOURCE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_are_166_figures_each_with_its_own_id(figures: list[dict[str, str]]) -> None:
    assert len(figures) == len({figure["figure_id"] for figure in figures}) == 166


def test_every_figure_has_a_domain_a_period_a_comparison_and_a_part(figures: list[dict[str, str]]) -> None:
    for figure in figures:
        assert figure["domain"] in {"activity", "workforce", "training", "rse", "financing"}
        assert PERIOD.fullmatch(figure["period"])
        assert (figure["versus"], figure["part"]) in {
            ("none", "value"),
            ("previous-year", "change"),
            ("previous-year", "minus change"),
        }


def test_figures_printed_as_a_change_ask_for_a_change(figures: list[dict[str, str]]) -> None:
    said = {f["figure_id"] for f in figures if f["label_fr"].startswith(("Évolution", "Baisse"))}
    assert said == {f["figure_id"] for f in figures if f["part"] != "value"}


def test_every_figure_names_the_metric_that_gives_it(figures: list[dict[str, str]]) -> None:
    assert [figure["figure_id"] for figure in figures if not figure["metric"]] == []


def test_declared_figures_of_the_rse_name_an_indicator_whose_value_is_sent(
    figures: list[dict[str, str]], sent: Sent
) -> None:
    named = {line["Code"]: line["Indicateur"] for line in sent.lines("indicateurs RSE")}
    told = {
        (named[line["Indicateur"]], day(line["Fin de période"]).year) for line in sent.lines("valeurs RSE")
    }
    declared = [f for f in figures if (f["derivation"], f["domain"]) == ("declared", "rse")]
    assert len(declared) == 18
    assert {(figure["metric"], int(figure["period"])) for figure in declared} <= told


def test_conditions_name_stored_codes(figures: list[dict[str, str]], sent: Sent) -> None:
    for figure in figures:
        for condition in filter(None, figure["where"].split(",")):
            dimension, _, values = condition.partition("=")
            assert set(values.split("|")) <= stored(dimension, sent), figure["figure_id"]


def stored(dimension: str, sent: Sent) -> set[str]:
    """The codes that a dimension may take."""
    if dimension == "urban_market":
        return {"oui", "non"}
    if dimension in CODED:
        kind, column = CODED[dimension]
        codes = CONTRACTS[kind].field(column).codes
        assert codes is not None
        return set(codes)
    return {line["Code"] for line in sent.lines(KIND_OF[dimension])}


def test_what_is_sent_is_what_is_maintained(figures: list[dict[str, str]], sent: Sent) -> None:
    lines = sent.lines("chiffres publiés")
    assert [[line[h] for h in ("figure_id", "value", "where")] for line in lines] == [
        [figure[h] for h in ("figure_id", "value", "where")] for figure in figures
    ]
