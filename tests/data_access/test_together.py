"""Several people loading at once: each file is whole, none is lost, numbers follow the commits."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import func, select

from data_access import schema as s
from data_access.engine import reading_engine
from data_access.ingest.load import load
from data_access.ingest.report import FileRejected, FileReport
from data_access.status import history
from data_access.versions import known_at
from tests.data_access.builders import (
    DISPOSITIFS,
    STAFF,
    csv_file,
    dispositif,
    employee,
    interventions,
    loaded,
    people_met,
    rows_of,
)


def at_once(url: str, *files: bytes | str) -> list[FileReport]:
    """Loads every file from a thread of its own, all starting together."""
    start = Barrier(len(files))

    def run(content: bytes | str) -> FileReport:
        start.wait()
        return loaded(url, content)

    with ThreadPoolExecutor(len(files)) as threads:
        return list(threads.map(run, files))


def test_files_of_different_months_all_get_in(world: str) -> None:
    files = [interventions([(f"04/{m:02}/2024", "TRAM", m)], period=f"2024-{m:02}") for m in range(1, 7)]
    reports = at_once(world, *files)
    assert sorted(report.number or 0 for report in reports) == [1, 2, 3, 4, 5, 6]
    assert people_met(world) == {(date(2024, m, 4), "TRAM"): m for m in range(1, 7)}


def test_of_two_files_of_one_month_the_later_number_stands_whole(world: str) -> None:
    files = [interventions([("04/03/2024", "TRAM", n)] * n) for n in (3, 5)]
    reports = at_once(world, *files)
    (last,) = [n for report, n in zip(reports, (3, 5), strict=True) if report.number == 2]
    assert people_met(world) == {(date(2024, 3, 4), "TRAM"): last * last}


def test_the_same_file_twice_at_once_is_loaded_once(world: str) -> None:
    reports = at_once(world, *[interventions([("04/03/2024", "TRAM", 3)])] * 4)
    assert {report.number for report in reports} == {1}
    assert people_met(world) == {(date(2024, 3, 4), "TRAM"): 3}


def test_a_file_judged_before_its_dispositif_moved_is_judged_again(world: str) -> None:
    """The dispositif moves between the judgement of the file and its transaction."""
    moved = csv_file("dispositifs", DISPOSITIFS, [dispositif("TRAM", "Tramway", "RENNES")])
    person = csv_file(
        "personnel", STAFF, [employee("P1", agency="NANTES", dispositif="TRAM")], period="2024-03"
    )
    moves = iter([moved])

    def meanwhile(_share: float) -> None:
        for content in moves:
            loaded(world, content)

    with pytest.raises(FileRejected, match="« RENNES », l'agence du dispositif TRAM"):
        load(world, "personnel.csv", person.encode(), "essai", meanwhile)
    assert rows_of(world, s.staff) == []


def test_a_dispositif_that_moves_as_its_facts_get_in_keeps_one_agency(world: str) -> None:
    """Whichever wins, the agency of the facts is that of the dispositif."""
    moved = csv_file("dispositifs", DISPOSITIFS, [dispositif("TRAM", "Tramway", "RENNES")])
    facts = interventions([("04/03/2024", "TRAM", 3)])
    start = Barrier(2)

    def run(content: bytes | str) -> str:
        start.wait()
        try:
            loaded(world, content)
        except FileRejected as refusal:
            return str(refusal)
        return ""

    with ThreadPoolExecutor(2) as threads:
        refusals = list(threads.map(run, [moved, facts]))
    with reading_engine(world).connect() as connection:
        (fact,) = connection.scalars(select(s.intervention.c.agency_id))
        now = connection.scalar(select(s.dispositif.c.agency_id).where(s.dispositif.c.id == "TRAM"))
    assert fact == now
    assert "ne peut pas changer d'agence" in refusals[0] or not refusals[0]
    assert refusals[1] == ""


def test_a_reader_sees_a_load_whole_or_not_at_all(world: str) -> None:
    loaded(world, interventions([("04/03/2024", "TRAM", 1)] * 2000))
    replacing = interventions([("04/03/2024", "TRAM", 2)] * 2000)
    table = s.intervention
    question = select(func.count(), func.sum(table.c.people_met)).where(known_at(table, None))
    seen = set()
    with ThreadPoolExecutor(1) as threads:
        load = threads.submit(loaded, world, replacing)
        while not load.done():
            with reading_engine(world).connect() as connection:
                seen.add(tuple(connection.execute(question).one()))
        load.result()
    assert seen <= {(2000, 2000), (2000, 4000)}
    with reading_engine(world).connect() as connection:
        assert [done.number for done in history(connection)] == [1, 2]
