"""What the approach is held to, by hand: days left from today, never in the past, for those who may read."""

from datetime import date

import pytest
from sqlalchemy import Connection

from data_access.access import Role, scope_for
from metrics.catalogue.dimensions import AGENCY
from metrics.commitments import Action, actions, certifications, commitments
from metrics.portrait import Stage
from metrics.query import Filter
from tests.metrics.asking import EVERYTHING, NOTHING_BELOW, known, manager
from tests.metrics.store import put

HELD = """
    certification  code  title    level        valid_from  ended_on
                   A     Label    Progression  2022-02-14  2025-02-13
                   B     Label    Confirmé     2025-02-14  2028-02-13
                   C     Qualité  -            2021-07-15  2024-07-14
                   D     Titre    -            2019-01-01  -
"""
PLAN = """
    rse_action  title    agency  status     valid_from  due_on      done_on
                Ancien   RENNES  done       2022-01-01  2023-06-30  2023-06-30
                Rendue   RENNES  done       2024-01-01  2024-06-30  2024-07-01
                Tenue    RENNES  done       2024-01-01  2024-06-30  2024-06-30
                Quittée  NANTES  abandoned  2024-01-01  2024-09-30  -
                Traîne   NANTES  running    2024-01-01  2024-11-30  -
                Prévue   SIEGE   planned    2025-01-06  2025-06-30  -
"""


def stages(db: Connection, day: date) -> list[tuple[str, Stage, int | None]]:
    held = certifications(db, known(db), EVERYTHING, day)
    return [(each.level or each.title, each.stage, each.days_left(day)) for each in held]


@pytest.mark.parametrize(
    ("day", "label", "renewed", "quality"),
    [
        (date(2024, 7, 14), (Stage.RUNNING, 214), (Stage.TO_COME, None), (Stage.RUNNING, 0)),
        (date(2024, 7, 15), (Stage.RUNNING, 213), (Stage.TO_COME, None), (Stage.OVER, None)),
        (date(2025, 2, 13), (Stage.RUNNING, 0), (Stage.TO_COME, None), (Stage.OVER, None)),
        (date(2025, 2, 14), (Stage.OVER, None), (Stage.RUNNING, 3 * 365 - 1), (Stage.OVER, None)),
    ],
)  # from 14 February 2025 to 13 February 2028: three years less a day, none of them with a 29 February
def test_days_are_left_of_what_runs_and_of_nothing_else(
    db: Connection,
    day: date,
    label: tuple[Stage, int | None],
    renewed: tuple[Stage, int | None],
    quality: tuple[Stage, int | None],
) -> None:
    put(db, HELD)
    assert stages(db, day) == [
        ("Titre", Stage.RUNNING, None),  # it never ends
        ("Qualité", *quality),
        ("Progression", *label),
        ("Confirmé", *renewed),
    ]


def test_what_goes_on_under_its_title_is_followed(db: Connection) -> None:
    put(db, HELD)
    held = certifications(db, known(db), EVERYTHING, date(2024, 12, 31))
    assert [each.followed for each in held] == [False, False, True, False]


def test_labels_are_the_association_s(db: Connection) -> None:
    put(db, HELD)
    day = date(2024, 12, 31)
    assert certifications(db, known(db), manager("RENNES"), day) == ()
    assert certifications(db, known(db), scope_for(Role.DATA_STEWARD), day) == ()
    assert len(certifications(db, known(db), scope_for(Role.BOARD), day)) == 4


def plan(db: Connection, *agencies: str, since: date = date(2024, 1, 1)) -> tuple[Action, ...]:
    where = (Filter(AGENCY, agencies),) if agencies else ()
    return actions(db, known(db), EVERYTHING, since, where)


def test_the_plan_is_in_the_order_of_what_is_due_and_tells_what_is_to_come(db: Connection) -> None:
    put(db, PLAN)
    assert [each.title for each in plan(db)] == ["Rendue", "Tenue", "Quittée", "Traîne", "Prévue"]
    assert [each.title for each in plan(db, since=date(2024, 11, 30))] == ["Traîne", "Prévue"]
    assert [each.title for each in plan(db, "NANTES")] == ["Quittée", "Traîne"]


def test_an_action_is_late_while_it_is_open_or_as_late_as_it_was_done(db: Connection) -> None:
    put(db, PLAN)
    day = date(2024, 12, 31)
    late = {each.title: (each.is_open, each.days_late(day)) for each in plan(db)}
    assert late == {
        "Rendue": (False, 1),
        "Tenue": (False, 0),
        "Quittée": (False, 0),  # given up: nobody waits for it
        "Traîne": (True, 31),  # from 30 November to 31 December
        "Prévue": (True, 0),
    }


def test_a_manager_reads_the_actions_of_their_agencies(db: Connection) -> None:
    put(db, PLAN)
    read = actions(db, known(db), manager("NANTES"), date(2024, 1, 1))
    assert [each.title for each in read] == ["Quittée", "Traîne"]
    assert actions(db, known(db), NOTHING_BELOW, date(2024, 1, 1)) == ()


def test_codes_are_told_in_french(db: Connection) -> None:
    put(db, PLAN)
    (first,) = [each for each in plan(db) if each.title == "Traîne"]
    assert (first.axis, first.agency, first.status) == ("Politique sociale", "Nantes", "En cours")


def test_an_import_is_read_once(sample_store: str) -> None:
    since = date(2024, 1, 1)
    assert commitments(sample_store, EVERYTHING, since) is commitments(sample_store, EVERYTHING, since)
    assert commitments(sample_store, manager("NANTES"), since).held == ()  # and not what others were told


def test_today_is_the_setting_then_the_last_day_of_the_examples(
    sample_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    since = date(2024, 1, 1)
    monkeypatch.delenv("SUITE_TODAY", raising=False)
    assert commitments(sample_store, EVERYTHING, since).day == date(2024, 12, 31)
    monkeypatch.setenv("SUITE_TODAY", "2025-03-01")
    found = commitments(sample_store, EVERYTHING, since)
    assert found.day == date(2025, 3, 1)
    levels = {each.level: each.stage for each in found.held if each.level}
    assert levels == {"Progression": Stage.OVER, "Confirmé": Stage.RUNNING}
