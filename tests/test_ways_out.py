"""No file, download or answer leaves the suite without a row in the trail: read from the syntax trees.

The commands are run one by one in ``tests/metrics/test_taken.py``, the addresses of files are asked one by
one in ``tests/pages/test_downloads.py``. What is on a screen is a view: ``tests/pages/test_seen.py`` looks
for its row.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import ROOT, _names, files, offences, tree

WAYS = {"print", "st.download_button", "st.dataframe", "st.data_editor", "st.table", "st.link_button"}
WRITERS = {
    "write_text", "write_bytes", "writestr", "to_csv", "to_excel",
}  # fmt: skip
ANSWER, ELSEWHERE, BODY = "Response", "RedirectResponse", "http.response.body"  # what a route gives, and how
OPENERS, MODES = {"open", "fdopen", "ZipFile"}, {"w", "wb", "a", "ab", "x", "xb", "wt", "r+", "w+"}
ROWS = {"record", "send"}  # what writes a row, before the way out and in the same function
KNOWN = {  # ways out that tell no figure
    "metrics/__main__.py": {"_list", "_glossary"},  # declarations, known to everyone
    "metrics/present/csv.py": {"_zipped"},  # bytes, which whoever gives them away tells of
    "pages/ui/document.py": {"broken", "_send_whole"},  # a sentence; a page of Streamlit's
    "pages/ui/signin.py": {"plain", "_page"},  # sentences, and the page where one signs in
}
ADDRESSES = {"Route", "WebSocketRoute", "Mount", "Host", "StaticFiles", "add_route", "route"}
ROUTES = {  # every address that the application answers beside those of Streamlit, by what answers it
    "pages/ui/downloads.py": ["_file", "_paper"],  # bytes, asked one by one in test_downloads.py
    "pages/ui/record_files.py": ["_file"],
    "pages/ui/signin.py": ["_sign_in", "_enter", "_become"],  # no figure
}


def unwritten(node: ast.AST) -> Iterator[ast.AST]:
    """The ways out in functions that write no row before, and those outside any function."""
    functions = _functions(node)
    inside = {way for function in functions for way in _ways(function)}
    yield from (way for way in _ways(node) if way not in inside)
    yield from (way for each in functions for way in _ways(each) if not _has_row_before(each, way))


def _functions(node: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [each for each in ast.walk(node) if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)]


def _ways(node: ast.AST) -> Iterator[ast.Call]:
    for each in _calls(node):
        if (_names(each.func) in WAYS) or _writes(each):
            yield each


def _writes(call: ast.Call) -> bool:
    """Whether a call makes a file, or opens one to write."""
    given = [*call.args, *(each.value for each in call.keywords)]
    modes = {each.value for each in given if isinstance(each, ast.Constant)}
    is_answer = _last(call).endswith(ANSWER) and _last(call) != ELSEWHERE
    sends = any(isinstance(each, ast.Dict) and _says(each, BODY) for each in given)
    return (
        _last(call) in WRITERS
        or is_answer
        or sends
        or (_last(call) in OPENERS and not modes.isdisjoint(MODES))
    )


def _says(told: ast.Dict, kind: str) -> bool:
    return any(isinstance(each, ast.Constant) and each.value == kind for each in told.values)


def _last(call: ast.Call) -> str:
    return _names(call.func).split(".")[-1]


def _has_row_before(function: ast.AST, way: ast.Call) -> bool:
    rows = (each for each in _calls(function) if _last(each) in ROWS and each is not way)
    return any(each.lineno < way.lineno for each in rows)


def _without_known(node: ast.AST) -> Iterator[ast.AST]:
    every = {name for names in KNOWN.values() for name in names}
    known = [each for each in _functions(node) if each.name in every]
    aside = {way for function in known for way in _ways(function)}
    return (way for way in unwritten(node) if way not in aside)


def test_what_writes_figures_out_writes_a_row() -> None:
    rooms = files("metrics", "pages", "app")
    aside = [file for file in rooms if str(file) in KNOWN]
    assert offences(unwritten, [file for file in rooms if file not in aside]) == []
    assert offences(_without_known, aside) == []


def answered(node: ast.AST) -> Iterator[str]:
    """What answers each address that is added to those of Streamlit."""
    for each in _calls(node):
        if _last(each) in ADDRESSES:
            yield _names(each.args[1]) if len(each.args) > 1 else _last(each)


def test_every_address_is_known_to_give_what_it_gives() -> None:
    """A new one is asked in test_downloads.py, or is said to tell no figure."""
    found = {str(file): list(answered(tree(file))) for file in files("metrics", "pages", "app")}
    assert {file: each for file, each in found.items() if each} == ROUTES


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
    assert broken("def give(answer):\n    print(answer)\n    record(connection, trace)") == 1
    assert broken("def give(request):\n    return Response(made(request))") == 1
    assert broken("def give(request):\n    return StreamingResponse(lines(request))") == 1
    assert broken("async def give(send):\n    await send({'type': 'http.response.body', 'body': b'x'})") == 1
    assert broken("def give(request):\n    return RedirectResponse('/')") == 0
    route = "app = App(routes=[Route('/figures', figures, methods=['GET'])])\napp.mount('/x', StaticFiles())"
    assert sorted(answered(ast.parse(route))) == ["StaticFiles", "figures"]
