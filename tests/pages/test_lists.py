"""Facts, lists, counts and legends: each word in its place, hostile words stay words."""

from metrics.catalogue import metric
from metrics.present.leads import Definition
from metrics.present.lists import Counts, Facts, Legend, Listing, Lists, Sign
from metrics.present.table import Entry, Run, Under
from pages.ui import lists
from tests.pages.conftest import Drawn

HOSTILE = "<script>alert(1)</script>"
FIGURE = metric("interventions")


def test_each_fact_stands_under_its_name_with_what_is_smaller_beside_it(drawn: Drawn) -> None:
    told = Entry("12 h", title="12,4 h", under=(Under("+2 %", "evolution good"), Under("hors filtre")))
    name = Run("Rondes", to=Definition(FIGURE))
    lists.facts(None, Facts(facts=((name, told), ("Agence", "Rennes")), look="fiche"))
    page = drawn.tree
    assert [node.text for node in page.all("dt")] == ["Rondes", "Agence"]
    assert page.all("a")[0].attributes["href"] == "/definitions?indicateur=interventions"
    assert [node.text for node in page.all("dd")] == ["12 h+2 %hors filtre", "Rennes"]
    assert page.all("dd")[0].all("span")[0].attributes["title"] == "12,4 h"
    assert page.words(".evolution") == "+2 %"


def test_facts_of_a_domain_have_its_name_what_is_said_of_it_and_their_source(drawn: Drawn) -> None:
    fact = ("Rondes", Entry("s"))
    domain = Facts(facts=(fact,), look="domaine", title="Activité", said="2 points", source="Rennes")
    lists.facts(None, domain)
    (section,) = drawn.tree.all(".domaine")
    assert [section.words(each) for each in ("h3", ".sous-titre", ".source")] == [
        "Activité",
        "2 points",
        "Rennes",
    ]
    mark = section.all("dd")[0].all("span")[0]
    assert mark.attributes["aria-label"].startswith("s : secret statistique")


def test_a_group_has_its_name_over_its_sentences_and_what_is_empty_says_so(drawn: Drawn) -> None:
    news = Listing("À regarder", (("En retard", (("Former", " : le 3 mai"), ("Écrire",))),), "Rien.")
    lists.lists(None, Lists((news, Listing("Ce qui a bougé", (("", ()),), "Tout est stable.")), "nouvelles"))
    first, second = drawn.tree.all(".nouvelles")[0].all("section")
    assert (first.words("h2"), first.words("strong")) == ("À regarder", "En retard")
    assert [node.text for node in first.all("ul")[1].all("li")] == ["Former : le 3 mai", "Écrire"]
    assert (second.all("ul"), second.words("p")) == ([], "Tout est stable.")


def test_what_is_not_read_at_a_glance_is_folded_under_its_own_group(drawn: Drawn) -> None:
    groups = (("En retard", (("Former",), ("Écrire",))), ("Inhabituel", (("Absences",),)))
    lists.lists(None, Lists((Listing("À regarder", groups, "Rien.", 1),), "nouvelles"))
    (section,) = drawn.tree.all("section")
    (others,) = section.all("details")
    assert section.text == "À regarderEn retardFormerVoir les 2 autresEn retardÉcrireInhabituelAbsences"
    assert others.text == "Voir les 2 autresEn retardÉcrireInhabituelAbsences"


def test_counts_follow_the_sentence_that_sums_them_up(drawn: Drawn) -> None:
    lists.counts(
        None, Counts((Run("2 sortent.", is_strong=True), " 1 non."), (("✓ : ", Run("2")), ("≠ : 1",)))
    )
    (whole,) = drawn.tree.all(".bilan")
    assert whole.words("p") == "2 sortent. 1 non."
    assert [node.text for node in whole.all("li")] == ["✓ : 2", "≠ : 1"]


def test_the_sign_of_a_legend_is_seen_and_its_name_heard(drawn: Drawn) -> None:
    lists.legend(None, Legend((Sign("●", "#123456", "Rennes"),)))
    (item,) = drawn.tree.all("li")
    (sign,) = item.all("span")
    assert item.text == "● Rennes"
    assert (sign.attributes["style"], sign.attributes["aria-hidden"]) == ("color:#123456", "true")


def test_hostile_words_stay_words_wherever_they_stand(drawn: Drawn) -> None:
    fact = (HOSTILE, Entry(HOSTILE, title=HOSTILE, under=(Under(HOSTILE, HOSTILE),)))
    lists.facts(None, Facts(facts=(fact,), look="domaine", title=HOSTILE, said=HOSTILE, source=HOSTILE))
    lists.lists(None, Lists((Listing(HOSTILE, ((HOSTILE, ((HOSTILE,),)),), HOSTILE),), "lieux"))
    lists.counts(None, Counts((HOSTILE,), ((HOSTILE,),)))
    lists.legend(None, Legend((Sign(HOSTILE, HOSTILE, HOSTILE),)))
    assert drawn.tree.all("script") == []
    assert drawn.tree.text.count(HOSTILE) == 13
