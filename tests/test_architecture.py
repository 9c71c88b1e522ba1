"""The house keeps its shape: who imports whom, where formats, HTML and the clock live.

Each rule reads syntax trees and names the file and the line it was broken at. The last test shows each
rule a small piece of code that breaks it: a rule that sees nothing would always hold.
"""

import ast
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("data_access", "metrics", "pages", "app")  # each may import those before it
SHIPPED = (*LAYERS, "sample_data", "manage")
LONGEST = 250  # lines of a file
FORMATS = Path("metrics/present/words.py")
HTML = Path("pages/ui/html.py")
DOCUMENTS = Path("metrics/present/documents")
MIGRATIONS = Path("data_access/migrations")  # their indexes have conditions in SQL
UNKNOWN = {  # beside those after it: what a room never imports
    "sample_data": ("metrics", "pages", "app", "tests", "streamlit"),
    "data_access": ("streamlit",),
    "metrics": ("streamlit",),
    "manage": ("streamlit",),
    "metrics/present": ("metrics.views", "metrics.present.documents"),
    "metrics/views": ("metrics.present.documents",),
    "pages": ("sqlalchemy", "pandas", "numpy", "sqlite3", "psycopg"),
}
Rule = Callable[[ast.AST], Iterator[ast.AST]]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def files(*rooms: str) -> list[Path]:
    """The Python files of some rooms: folders of the top level, or single files there."""
    found = [*(p for room in rooms for p in (ROOT / room).rglob("*.py")), *(ROOT / f"{r}.py" for r in rooms)]
    return sorted(path.relative_to(ROOT) for path in found if path.exists())


def offences(rule: Rule, scanned: Iterable[Path]) -> list[str]:
    """Where a rule is broken, as file:line."""
    found = []
    for file in scanned:
        found += [f"{file}:{getattr(node, 'lineno', 1)}" for node in rule(tree(file))]
    return found


def imported(node: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Each import with its full name, that of what is taken from a module included."""
    for each in ast.walk(node):
        if isinstance(each, ast.Import):
            yield from ((each, alias.name) for alias in each.names)
        elif isinstance(each, ast.ImportFrom):
            yield from ((each, f"{each.module or ''}.{alias.name}") for alias in each.names)


def imports_of(*forbidden: str) -> Rule:
    """The rule that finds imports of some packages, or of modules inside them."""
    within = tuple(f"{each}." for each in forbidden)
    return lambda node: (each for each, name in imported(node) if f"{name}.".startswith(within))


def called(node: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Each call with the last name of what is called."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            match each.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield each, name


# --- the rules ---------------------------------------------------------------------------------------------


def relative_imports(node: ast.AST) -> Iterator[ast.AST]:
    return (each for each in ast.walk(node) if isinstance(each, ast.ImportFrom) and each.level)


def late_imports(node: ast.AST) -> Iterator[ast.AST]:
    for function in ast.walk(node):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (each for each, _ in imported(function))


def sql_as_text(node: ast.AST) -> Iterator[ast.AST]:
    """Text taken for SQL, under any name SQLAlchemy is imported by, and values written into it."""
    for each in ast.walk(node):
        match each:
            case ast.ImportFrom(module=str(module)) if module.startswith("sqlalchemy"):
                yield from (each for a in each.names if a.name in ("text", "literal_column", "DDL"))
            case ast.Call(func=ast.Attribute(attr="text" | "literal_column")):
                yield each
            case ast.keyword(arg="literal_binds") | ast.Constant(value="literal_binds"):
                yield each


def formats(node: ast.AST) -> Iterator[ast.AST]:
    """Rounding, and numbers turned into text with decimals or thousands."""
    for call, name in called(node):
        if name in ("round", "quantize", "format_decimal", "format_percent", "format_currency"):
            yield call
    for each in ast.walk(node):
        match each:
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec) if _is_numeric(_constants(spec)):
                yield each
            case ast.BinOp(left=ast.Constant(value=str(left)), op=ast.Mod()) if "%." in left:
                yield each


def _constants(spec: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in spec.values if isinstance(part, ast.Constant))


def _is_numeric(spec: str) -> bool:
    """A date's format starts with a percent sign; « >10 » only aligns."""
    return not spec.startswith("%") and any(sign in spec for sign in (",", "_", ".", "e", "f", "g", "%"))


def clock(node: ast.AST) -> Iterator[ast.AST]:
    dates = ("datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time")
    return (c for c, _ in called(node) if _names(c.func).endswith(dates))


def shared_folder(node: ast.AST) -> Iterator[ast.AST]:
    constants = (each for each in ast.walk(node) if isinstance(each, ast.Constant))
    return (each for each in constants if "../" + "shared" in str(each.value))


def raw_html(node: ast.AST) -> Iterator[ast.AST]:
    yield from (c for c, _ in called(node) if _names(c.func).split(".")[-1] in ("html", "iframe"))
    yield from (each for each in ast.walk(node) if getattr(each, "arg", "") == "unsafe_allow_html")


def _names(node: ast.AST) -> str:
    """« date.today » for the expression that reads so; the deepest part is left out when it is no name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{_names(value)}.{attr}".lstrip(".")
    return ""


# --- the house keeps them ----------------------------------------------------------------------------------


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_run_one_way(layer: str) -> None:
    above = (*LAYERS[LAYERS.index(layer) + 1 :], "sample_data", "tests")
    found = offences(imports_of(*above), files(layer))
    assert not found, f"{layer} must not import {', '.join(above)}: {found}"


@pytest.mark.parametrize(("room", "unknown"), UNKNOWN.items())
def test_a_room_does_not_know_those_after_it(room: str, unknown: tuple[str, ...]) -> None:
    inside = DOCUMENTS.parent == Path(room)  # documents are above the views that they are made of
    below = [file for file in files(room) if not (inside and DOCUMENTS in file.parents)]
    found = offences(imports_of(*unknown), below)
    assert not found, f"{room} must not import {', '.join(unknown)}: {found}"


def test_imports_are_absolute() -> None:
    found = offences(relative_imports, files(*SHIPPED, "tests"))
    assert not found, f"absolute imports only: {found}"


def test_no_function_imports() -> None:
    found = offences(late_imports, files(*SHIPPED, "tests"))
    assert not found, f"imports stand on top of the module: {found}"


def test_there_is_no_utils_module() -> None:
    vague = ("utils", "util", "helpers", "misc")
    found = [str(file) for file in files(*SHIPPED, "tests") if file.stem in vague]
    assert not found, f"name the module after what it is for: {found}"


def test_no_file_is_long() -> None:
    written = files(*SHIPPED, "tests")
    lengths = {file: len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in written}
    found = [f"{file}:{length}" for file, length in lengths.items() if length > LONGEST]
    assert not found, f"split these files of more than {LONGEST} lines: {found}"


def test_sql_is_never_text_outside_migrations() -> None:
    shipped = [file for file in files(*SHIPPED) if MIGRATIONS not in file.parents]
    found = offences(sql_as_text, shipped)
    assert not found, f"SQLAlchemy Core with bound values, never text: {found}"


def test_numbers_are_rounded_and_formatted_in_one_place() -> None:
    found = offences(formats, [file for file in files("metrics", "pages") if file != FORMATS])
    assert not found, f"rounding and number formats live in {FORMATS}: {found}"


def test_the_clock_is_read_in_one_place() -> None:
    readers = [file for file in files(*SHIPPED) if any(clock(tree(file)))]
    assert len(readers) <= 1, f"only one module reads the clock: {offences(clock, readers)}"


def test_nothing_reads_outside_the_clone() -> None:
    found = offences(shared_folder, files(*SHIPPED, "tests"))
    assert not found, f"copy the facts, never the path: {found}"


def test_html_is_written_in_one_place() -> None:
    found = offences(raw_html, [file for file in files("pages", "app") if file != HTML])
    assert not found, f"only {HTML} writes HTML, for it alone escapes: {found}"


@pytest.mark.parametrize("room", [*UNKNOWN, "tests"])
def test_the_rules_look_at_every_room(room: str) -> None:
    assert files(room), f"{room} holds no Python file: the other tests would prove nothing"


@pytest.mark.parametrize(
    ("rule", "broken"),
    [
        (imports_of("pages"), "from pages.ui import tiles"),
        (imports_of("metrics.views"), "from metrics.views.page import Page"),
        (imports_of("metrics.views"), "from metrics import views"),
        (relative_imports, "from .period import month"),
        (late_imports, "def ask():\n    import json"),
        (sql_as_text, "from sqlalchemy import select, text"),
        (sql_as_text, "import sqlalchemy as sa\nsa.text('SELECT 1')"),
        (sql_as_text, "statement.compile(compile_kwargs={'literal_binds': True})"),
        (formats, "shown = round(rate, 1)"),
        (formats, "shown = amount.quantize(cent)"),
        (formats, "shown = f'{amount:,.2f}'"),
        (formats, "shown = f'{amount:.{decimals}f}'"),
        (formats, "shown = '%.1f' % rate"),
        (clock, "from datetime import date\ntoday = date.today()"),
        (clock, "import datetime\nnow = datetime.datetime.now()"),
        (shared_folder, "facts = open('../" + "shared/facts.csv')"),
        (raw_html, "import streamlit as st\nst.html('<b>')"),
        (raw_html, "import streamlit as st\nst.markdown(text, unsafe_allow_html=True)"),
    ],
)  # fmt: skip
def test_each_rule_sees_what_it_forbids(rule: Rule, broken: str) -> None:
    assert list(rule(ast.parse(broken))), f"not seen: {broken}"


@pytest.mark.parametrize("plain", ["f'{day:%Y-%m}'", "f'{name:>10}'", "f'{count}'", "'%s' % name"])
def test_dates_and_alignment_are_no_number_formats(plain: str) -> None:
    assert not list(formats(ast.parse(plain)))
