"""Nothing that is shown can become markup, leave the application, or be written elsewhere."""

import pytest

from pages.ui import html
from pages.ui.html import el
from tests.pages.conftest import Drawn

HOSTILE = [
    "<script>alert(1)</script>",
    "</p></div><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "&lt;script&gt; déjà échappé &amp;",
    "a & b < c > d",
    "ligne\u2028séparée\u2029ici",
    "</style><svg onload=alert(1)>",
    "]]><!-- -->",
    "\x00nul",
    "**gras** [lien](https://exemple.invalid) :material/home: $x$",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text(drawn: Drawn, text: str) -> None:
    html.show(el("div", el("p", text), text))
    (node,) = drawn.tree.children
    assert [each.tag for each in node.walk()] == ["div", "p"]
    assert node.text == text + text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_attribute_stays_one_attribute(drawn: Drawn, text: str) -> None:
    html.show(el("p", "vu", title=text, aria_label=text))
    (node,) = drawn.tree.children
    assert node.attributes == {"title": text, "aria-label": text}
    assert node.text == "vu"


@pytest.mark.parametrize(
    "tag", ["script", "style", "iframe", "object", "form", "input", "svg", "link", "P", "p onclick", ""]
)
def test_only_known_elements_are_made(tag: str) -> None:
    with pytest.raises(ValueError, match="not one of the elements"):
        el(tag)


@pytest.mark.parametrize("name", ["onclick", "onerror", "ONCLICK", "on", 'x" onclick', "x=y", "x y", ""])
def test_only_harmless_attributes_are_made(name: str) -> None:
    with pytest.raises(ValueError, match="not one of the attributes"):
        el("p", **{name: "x"})


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "https://exemple.invalid",
        "//exemple.invalid",
        "/\\exemple.invalid",
        "accueil",
    ],
)
def test_a_link_never_leaves_the_application(address: str) -> None:
    with pytest.raises(ValueError, match="stay in the application"):
        el("a", "lien", href=address)


@pytest.mark.parametrize("address", ["/", "/rapprochement?verdict=écart", "?periode=Année", "#notes"])
def test_a_link_leads_to_a_page_of_the_application(drawn: Drawn, address: str) -> None:
    html.show(el("a", "lien", href=address))
    assert drawn.tree.all("a")[0].attributes == {"href": address}


@pytest.mark.parametrize("source", ["https://exemple.invalid/x.png", "/x.svg", "data:text/html;base64,PA=="])
def test_a_picture_never_comes_from_elsewhere(source: str) -> None:
    with pytest.raises(ValueError, match="inside the page"):
        el("img", src=source)


def test_a_drawing_is_an_image_which_runs_nothing(drawn: Drawn) -> None:
    html.show(html.picture("<svg onload='alert(1)'/>", 'une "courbe"', "courbe"))
    (picture,) = drawn.tree.children
    assert picture.attributes["src"].startswith("data:image/svg+xml;base64,")
    assert picture.attributes["alt"] == 'une "courbe"'
    assert "onload" not in drawn[0]


def test_what_is_absent_is_left_out(drawn: Drawn) -> None:
    html.show(el("p", None, "texte", None, title=None, class_="x"))
    assert drawn == ['<p class="x">texte</p>']
