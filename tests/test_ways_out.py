"""No file, download or answer leaves the suite without a row in the trail: read from the syntax trees.

The commands are run one by one in ``tests/metrics/test_taken.py``. What is on a screen is a view, whose row
``tests/pages/test_seen.py`` looks for.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import ROOT, _names, files, offences, tree

WAYS = {"print", "st.download_button", "st.dataframe", "st.data_editor", "st.table", "st.link_button"}
WRITERS = {
    "write_text", "write_bytes", "writestr", "to_csv", "to_excel", "FileResponse", "StreamingResponse",
    "JSONResponse",
}  # fmt: skip
OPENERS, MODES = {"open", "fdopen", "ZipFile"}, {"w", "wb", "a", "ab", "x", "xb", "wt", "r+", "w+"}
ROWS = {"record", "send"}  # what writes a row, in the same function as the way out
KNOWN = {  # ways out that tell no figure
    "metrics/__main__.py": {"_list", "_glossary"},  # declarations, known to everyone
    "metrics/present/csv.py": {"_zipped"},  # bytes, which whoever gives them away tells of
}


def unwritten(node: ast.AST) -> Iterator[ast.AST]:
    """The ways out in functions that write no row, and those outside any function."""
    functions = [each for each in ast.walk(node) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = {way for function in functions for way in _ways(function)}
    yield from (way for way in _ways(node) if way not in inside)
    yield from (way for function in functions if not _writes_a_row(function) for way in _ways(function))


def _ways(node: ast.AST) -> Iterator[ast.Call]:
    for each in _calls(node):
        if (_names(each.func) in WAYS) or _writes(each):
            yield each


def _writes(call: ast.Call) -> bool:
    """Whether a call makes a file, or opens one to write."""
    given = [*call.args, *(each.value for each in call.keywords)]
    modes = {each.value for each in given if isinstance(each, ast.Constant)}
    return _last(call) in WRITERS or (_last(call) in OPENERS and not modes.isdisjoint(MODES))


def _last(call: ast.Call) -> str:
    return _names(call.func).split(".")[-1]


def _writes_a_row(function: ast.AST) -> bool:
    return any(_last(each) in ROWS for each in _calls(function))


def _without_known(node: ast.AST) -> Iterator[ast.AST]:
    every = {name for names in KNOWN.values() for name in names}
    known = [each for each in ast.walk(node) if isinstance(each, ast.FunctionDef) and each.name in every]
    aside = {way for function in known for way in _ways(function)}
    return (way for way in unwritten(node) if way not in aside)


def test_what_writes_figures_out_writes_a_row() -> None:
    rooms = files("metrics", "pages", "app")
    aside = [file for file in rooms if str(file) in KNOWN]
    assert offences(unwritten, [file for file in rooms if file not in aside]) == []
    assert offences(_without_known, aside) == []


def test_a_backup_which_holds_everything_writes_a_row() -> None:
    """Of the store's own commands, it alone writes a file."""
    writing = [str(file) for file in files("data_access") if any(map(_writes, _calls(tree(file))))]
    assert writing == ["data_access/backup.py"]
    assert any(_last(call) in ROWS for call in _calls(tree(Path(writing[0]))))


def _calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def test_streamlit_s_own_ways_out_are_closed() -> None:
    """The download of a table, the picture of a chart, the developer's menu."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"]["disableDataExport"] is True
    assert settings["client"]["toolbarMode"] == "minimal"
    style = (ROOT / "pages" / "ui" / "style.css").read_text(encoding="utf-8")
    assert '[data-testid="stElementToolbar"] { display: none; }' in style


def test_the_rule_sees_what_breaks_it() -> None:
    def broken(code: str) -> int:
        return len(list(unwritten(ast.parse(code))))

    assert broken("def give(answer):\n    st.download_button('CSV', csv(answer))") == 1
    assert broken("def give(answer):\n    Path('x').write_bytes(b'')") == 1
    assert broken("print(answer)") == 1
    assert broken("def give(answer):\n    with open('x', 'w') as file:\n        file.write(answer)") == 1
    assert broken("def give(answer):\n    record(connection, trace)\n    print(answer)") == 0
