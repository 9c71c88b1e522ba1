"""Documents on paper: what is written of a view, and the pages that Typst makes of it.

Texts reach Typst as data, never as its language, and it reads nothing outside this folder.
"""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

from metrics.present import words
from metrics.present.export import SHEET, Export
from metrics.present.image import FONTS
from metrics.present.pdf import sheet
from metrics.present.pdf.pieces import pieces
from metrics.present.pdf.texts import written

_FOLDER = Path(__file__).parent
_STANDARD: Literal["ua-1"] = "ua-1"  # what readers for the blind need, checked as it is written


def write(export: Export) -> bytes:
    """A view on A4, as one reads it on its page, for paper and for screen readers."""
    if export.layout == SHEET:
        return _pages("sheet.typ", _signed(export) | {"sheet": sheet.told(export)}, export)
    return _pages("view.typ", _signed(export) | {"pieces": _view(export)}, export)


def _view(export: Export) -> list[Any]:
    """The pieces of a view, under what was asked."""
    first = export.cover
    cover = {
        "subject": written(first.subject) if first else "",
        "period": written(first.period) if first else "",
        "is_page": first is not None,
        "title": written(export.title),
        "question": written(export.question),
        "facts": [[written(name), written(value)] for name, value in export.facts],
    }
    return pieces(cover, export.parts, annex=bool(export.annex))


def _signed(export: Export) -> dict[str, Any]:
    """What every document says around its pieces: its name, its day, its foot, how to read it."""
    foot = (
        export.stem,
        f"Données au {words.day(export.data_date)}" if export.data_date else "",
        "Données d'exemple" if export.is_sample else "",
    )
    return {
        "title": f"{export.title} — {export.stem}",
        "day": [export.day.year, export.day.month, export.day.day],
        "foot": " · ".join(filter(None, foot)),
        "notes": [written(each) for each in (*export.notes, export.annex) if each],
    }


def _pages(template: str, told: dict[str, Any], export: Export) -> bytes:
    """The document of a template: the same bytes for the same words, on every machine."""
    return typst.compile(
        _FOLDER / template,
        root=_FOLDER,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=[_STANDARD],
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        timestamp=int(datetime.combine(export.day, time(), UTC).timestamp()),
    )
