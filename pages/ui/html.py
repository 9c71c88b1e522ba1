"""HTML that cannot be broken by what it shows: every text and attribute is escaped, here alone.

An element is written when it is made, out of safe parts. No other module calls ``st.html``.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
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
    """One element with what it contains, written: its texts and its attributes are escaped."""

    markup: str

    def __str__(self) -> str:
        return self.markup


def el(tag: str, *children: Element | str | None, **attributes: str | None) -> Element:
    """An element; ``class_`` is written ``class``, ``aria_label`` ``aria-label``; None is left out."""
    if tag not in _TAGS:
        raise ValueError(f"<{tag}> is not one of the elements pages are made of")
    said = "".join(_attribute(_name(name), value) for name, value in attributes.items() if value is not None)
    inside = "".join(map(_written, children))
    return Element(f"<{tag}{said}>" + ("" if tag == "img" else f"{inside}</{tag}>"))


def _written(child: Element | str | None) -> str:
    if child is None:
        return ""
    return child.markup if isinstance(child, Element) else escape(child)


def _attribute(name: str, value: str) -> str:
    if name == "href" and not _LINK.fullmatch(value):
        raise ValueError("links of the application stay in the application")
    if name == "src" and not value.startswith(_PICTURE):
        raise ValueError("pictures travel inside the page")
    return f' {name}="{escape(value)}"'


@lru_cache(maxsize=256)
def _name(argument: str) -> str:
    """The name of an attribute as HTML writes it, which never runs anything."""
    name = argument.rstrip("_").replace("_", "-")
    if not _ATTRIBUTE.fullmatch(name):
        raise ValueError(f"« {name} » is not one of the attributes pages are made of")
    return name


def picture(svg: str, alt: str, class_: str) -> Element:
    """A drawing of ours as an image: the browser never runs what it holds."""
    return el("img", src=_PICTURE + b64encode(svg.encode()).decode(), alt=alt, title=alt, class_=class_)


def show(*elements: Element) -> None:
    """Draws elements on the page, if there are any."""
    if elements:
        st.html("".join(each.markup for each in elements))


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
