"""Dimensions are updated in place, the sample is never mixed with real data, and contracts can be loaded."""

import pytest
from sqlalchemy import select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.errors import StoreError
from data_access.ingest.contract import Type
from data_access.ingest.contracts import CONTRACTS
from data_access.ingest.derived import derived_tables
from data_access.ingest.report import FileRejected
from data_access.ingest.undo import undo
from data_access.status import holds_sample, is_empty
from tests.data_access.builders import DISPOSITIFS, csv_file, dispositif, interventions, loaded, rows_of


def test_a_dimension_is_updated_in_place_and_keeps_what_the_file_forgets(world: str) -> None:
    rows = [dispositif("TRAM", "Tramway", "NANTES"), dispositif("NUIT", "Nuit", "RENNES")]
    report = loaded(world, csv_file("dispositifs", DISPOSITIFS, rows))
    assert [problem.sentence() for problem in report.verdict.problems] == [
        "Absents du fichier et gardés dans la base : JOUR, QUARTIER."
    ]
    with reading_engine(world).connect() as connection:
        names = dict(connection.execute(select(s.dispositif.c.id, s.dispositif.c.name)).all())
    assert names == {
        "TRAM": "Tramway",
        "NUIT": "Nuit",
        "JOUR": "Médiation de jour",
        "QUARTIER": "Médiation de quartier",
    }


def test_a_dimension_is_not_undone(world: str) -> None:
    loaded(world, csv_file("dispositifs", DISPOSITIFS, [dispositif("TRAM", "Tramway", "NANTES")]))
    with pytest.raises(StoreError, match="référentiel, qui ne s'annule pas : chargez un fichier corrigé"):
        undo(world, 1, "essai")


def test_a_dispositif_with_facts_keeps_its_agency(world: str) -> None:
    moved = csv_file("dispositifs", DISPOSITIFS, [dispositif("TRAM", "Tramway", "RENNES")])
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    with pytest.raises(FileRejected, match="Le dispositif TRAM a des données chargées pour l'agence NANTES"):
        loaded(world, moved)


def test_a_dispositif_without_facts_may_change_its_agency(world: str) -> None:
    loaded(world, csv_file("dispositifs", DISPOSITIFS, [dispositif("TRAM", "Tramway", "RENNES")]))
    loaded(world, interventions([("04/03/2024", "TRAM", 3)]))
    assert [row["agency_id"] for row in rows_of(world, s.intervention)] == ["RENNES"]


# --- example data ------------------------------------------------------------------------------------------


def test_the_store_knows_that_it_holds_the_sample(world: str) -> None:
    with reading_engine(world).connect() as connection:
        assert is_empty(connection)
        assert not holds_sample(connection)
    loaded(world, interventions([], sample=True))
    with reading_engine(world).connect() as connection:
        assert not is_empty(connection)
        assert holds_sample(connection)


@pytest.mark.parametrize(
    ("sample_first", "sentence"),
    [
        (True, "La base contient des données d'exemple et ce fichier des données réelles : "),
        (False, "La base contient des données réelles et ce fichier des données d'exemple : "),
    ],
)
def test_example_data_and_real_data_never_meet(world: str, sample_first: bool, sentence: str) -> None:
    loaded(world, interventions([], sample=sample_first))
    with pytest.raises(FileRejected, match=f"{sentence}utilisez une autre base"):
        loaded(world, interventions([], period="2024-04", sample=not sample_first))


# --- contracts ---------------------------------------------------------------------------------------------


def test_contracts_can_be_loaded() -> None:
    """The loader counts on it: one kind a table, a known day, an agency or a dispositif to take it from."""
    fed = [table for c in CONTRACTS.values() for table in (c.table, *derived_tables(c))]
    assert len(fed) == len(set(fed))
    for contract in CONTRACTS.values():
        columns = {field.column: field for field in contract.fields}
        assert not contract.day or contract.field(contract.day).type in {
            Type.DATE,
            Type.MONTH,
            Type.MONTH_END,
        }
        if "agency_id" in contract.table.c and "agency_id" not in columns:
            assert columns["dispositif_id"].required, contract.kind
        for field in contract.fields:
            assert (
                contract.table.c[field.column].nullable
                or field.required
                or field.type
                in {
                    Type.TEXT,
                    Type.COUNTRY,
                }
                or "codes"
                in contract.table.c[field.column].info  # a day compared with another, then forgotten
            ), (contract.kind, field.header)
