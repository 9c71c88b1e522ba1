"""HTML read back as a tree, so that tests say what a reader finds and not how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass(eq=False)
class Node:
    """An element with its attributes and what it contains."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def walk(self) -> Iterator["Node"]:
        """Itself and every element inside."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def all(self, *wanted: str) -> list["Node"]:
        """The elements of these tags or, after a dot, of these classes."""
        names = {name for name in wanted if not name.startswith(".")}
        classes = {name[1:] for name in wanted if name.startswith(".")}
        return [node for node in self.walk() if node.tag in names or classes & set(node.classes)]

    def words(self, wanted: str) -> str:
        """The words of the only such element, nothing when there is none."""
        found = self.all(wanted)
        assert len(found) < 2, f"{len(found)} {wanted}"
        return found[0].text if found else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(html: str) -> Node:
    """The tree of a piece of HTML; fails when an element is not closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]
