"""The locks: installable anywhere from their hashes alone, and true to pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import manage

PROJECT = tomllib.loads((manage.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]

PINNED = re.compile(r"[a-z0-9][a-z0-9-]*==[a-z0-9.+!]+( ; [a-z0-9_.' <>=!()]+)? \\", re.IGNORECASE)
HASHED = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")

both_locks = pytest.mark.parametrize("lock", [manage.LOCK, manage.DEV_LOCK], ids=lambda lock: lock.name)


def pinned(lock: Path) -> list[Requirement]:
    """The pinned requirements of a lock; one package may be pinned once per version of Python."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return [Requirement(line.removesuffix(" \\")) for line in lines if not line.startswith(" ")]


def strangers(wanted: list[Requirement], lock: Path) -> list[str]:
    """Names what the lock does not hold, or holds in a version out of range."""
    held = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pinned(lock)}
    return [str(one) for one in wanted if held.get(canonicalize_name(one.name), "none") not in one.specifier]


@both_locks
def test_a_lock_holds_pins_and_hashes_only_so_no_address_no_index_no_path(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PINNED.fullmatch(line) and not HASHED.fullmatch(line)] == []


@both_locks
def test_every_pin_is_followed_by_a_hash(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    naked = [
        pin for pin, after in zip(lines, [*lines[1:], ""], strict=True) if pin[0] != " " and after[:1] != " "
    ]
    assert naked == []


def test_a_line_with_an_address_is_seen() -> None:
    traps = ("--index-url x", "-e .", "name @ x.whl", "name==1 ; y --find-links z \\", "wheels/x.whl")
    assert [trap for trap in traps if PINNED.fullmatch(trap) or HASHED.fullmatch(trap)] == []


def test_the_runtime_lock_holds_every_dependency_within_its_range() -> None:
    assert strangers(RUNTIME, manage.LOCK) == []


def test_the_development_lock_holds_every_tool_within_its_range() -> None:
    assert strangers(RUNTIME + DEVELOPMENT, manage.DEV_LOCK) == []


def test_a_version_out_of_range_or_an_unknown_name_is_seen() -> None:
    wanted = [Requirement("streamlit<1"), Requirement("no-such-package>=1")]
    assert strangers(wanted, manage.LOCK) == ["streamlit<1", "no-such-package>=1"]


def test_the_development_lock_holds_the_runtime_lock_version_for_version() -> None:
    assert set(map(str, pinned(manage.LOCK))) <= set(map(str, pinned(manage.DEV_LOCK)))


def test_every_range_stops_before_the_next_major_version() -> None:
    open_ended = [str(one) for one in RUNTIME + DEVELOPMENT if not re.search(r"<\d|==", str(one.specifier))]
    assert open_ended == []
