"""HTML that cannot be broken by what it shows: every text and attribute is escaped, here alone.

Elements are built as data and written at the end. No other module calls ``st.html``.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

_TAGS = frozenset(
    {
        *("a", "abbr", "article", "b", "details", "div", "em", "footer", "h1", "h2", "h3", "header", "li"),
        *("p", "section", "small", "span", "strong", "summary", "time", "ul"),
        *("dd", "dl", "dt", "ol", "pre"),
        *("caption", "table", "tbody", "td", "th", "thead", "tr"),
        *("img", "main"),
    }
)
_MARKDOWN = re.compile(r"([\\\\`*_{}\[\]()#+\-.!~:$|<>])")
_PICTURE = "data:image/svg+xml;base64,"
_ATTRIBUTE = re.compile(r"(?!on)[a-z][a-z0-9-]*")
_LINK = re.compile(r"(?:[?#]|/(?![/\\])).*", re.DOTALL)  # after two slashes comes the name of another site


@dataclass(frozen=True, slots=True)
class Element:
    """One element with its attributes and what it contains."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Element | str, ...]"

    def __str__(self) -> str:
        """Writes it, escaping every text and every attribute."""
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes)
        inside = "".join(map(_written, self.children))
        return f"<{self.tag}{attributes}>" + ("" if self.tag == "img" else f"{inside}</{self.tag}>")


def _written(child: Element | str) -> str:
    return str(child) if isinstance(child, Element) else escape(child)


def el(tag: str, *children: Element | str | None, **attributes: str | None) -> Element:
    """An element; ``class_`` is written ``class``, ``aria_label`` ``aria-label``; None is left out."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    if tag not in _TAGS or not all(map(_ATTRIBUTE.fullmatch, named)):
        raise ValueError(f"<{tag}> is not one of the elements pages are made of")
    if not _LINK.fullmatch(named.get("href") or "/"):
        raise ValueError("links of the application stay in the application")
    if not (named.get("src") or _PICTURE).startswith(_PICTURE):
        raise ValueError("pictures travel inside the page")
    kept = tuple((name, value) for name, value in named.items() if value is not None)
    return Element(tag, kept, tuple(child for child in children if child is not None))


def picture(svg: str, alt: str, class_: str) -> Element:
    """A drawing of ours as an image: the browser never runs what it holds."""
    return el("img", src=_PICTURE + b64encode(svg.encode()).decode(), alt=alt, title=alt, class_=class_)


def show(*elements: Element) -> None:
    """Draws elements on the page, if there are any."""
    if elements:
        st.html("".join(map(str, elements)))


def document(title: str, style: Path, icon: Path, *elements: Element) -> str:
    """A whole page of our own, where Streamlit does not serve anything yet; it needs no other file."""
    drawing = "data:image/png;base64," + b64encode(icon.read_bytes()).decode()
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="{drawing}"><style>{style.read_text()}</style>'
    )
    body = "".join(map(str, elements))
    return f'<!doctype html><html lang="fr"><head>{head}</head><body>{body}</body></html>'


def unmarked(text: str) -> str:
    """A text for a label that Streamlit reads as Markdown: every sign stands for itself."""
    return _MARKDOWN.sub(r"\\\1", text)


def style(path: Path) -> None:
    """Adds a style sheet of ours to the page."""
    st.html(path)
