"""How French is put together around names and figures: places, elision, agreement, dates within a sentence.

Pure words: what a figure is and how it moved is told in ``sentences``.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from data_access.words import plain, uncapitalised

_ELIDED = {
    "de": "d'", "le": "l'", "la": "l'", "que": "qu'", "je": "j'", "me": "m'", "te": "t'", "se": "s'",
    "ne": "n'", "ce": "c'", "jusque": "jusqu'", "lorsque": "lorsqu'", "puisque": "puisqu'",
}  # fmt: skip
_NOT_BEFORE = {  # words before which nothing is elided, although they begin with a vowel or an h
    "onze", "onzieme", "oui", "yaourt", "yoga", "haie", "hall", "halle", "handicap", "hangar", "hasard",
    "hausse", "haut", "haute", "hauteur", "heros", "hors", "huit", "huitieme", "hazebrouck", "honfleur",
    "houilles", "hollande", "hongrie", "hainaut",
}  # fmt: skip
_PLACES = {  # what agencies are called, and where that is
    "siege": ("au siège", "du siège"),
    "angers-tours": ("à Angers et Tours", "d'Angers et Tours"),
    "paris ile-de-france": ("en Île-de-France", "d'Île-de-France"),
}
_LANDS = {  # regions and departments, with the word that comes before them
    "en": (
        "auvergne-rhone-alpes", "bourgogne-franche-comte", "bretagne", "centre-val de loire", "corse",
        "ile-de-france", "nouvelle-aquitaine", "normandie", "occitanie", "charente-maritime", "essonne",
        "eure-et-loir", "gironde", "haute-garonne", "ille-et-vilaine", "indre-et-loire", "loire-atlantique",
        "maine-et-loire", "mayenne", "seine-et-marne", "seine-saint-denis", "vendee",
    ),
    "dans le": ("finistere", "grand est", "grand ouest", "loiret", "loir-et-cher", "morbihan", "nord",
                "rhone", "val-de-marne", "val-d'oise"),
    "dans la": ("manche", "sarthe"),
    "dans les": ("cotes-d'armor", "deux-sevres", "hauts-de-france", "hauts-de-seine", "pays de la loire",
                 "yvelines"),
}  # fmt: skip
_ARTICLES = {"le": ("au", "du"), "les": ("aux", "des"), "la": ("à La", "de La")}
_ONE = {  # the first words of figures that are singular, and whether they are feminine
    "age": False, "anciennete": True, "concentration": True, "delai": False, "duree": True, "ecart": False,
    "effectif": False, "flotte": True, "index": False, "investissement": False, "montant": False,
    "part": True, "resultat": False, "taux": False,
}  # fmt: skip
COUNTED = ("", "pers.")  # units of what is counted one by one
_AND = re.compile(r"^(\S+) et (\S+)")
_SINGULAR_TOO = re.compile(r"ETP moyen\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about, its article included."""

    text: str
    is_plural: bool

    def verb(self, one: str, several: str) -> str:
        """The form of a verb that goes with it."""
        return several if self.is_plural else one


def elided(word: str, after: str) -> str:
    """« d'Angers », « de Nantes », « l'index », « le taux » : a short word and the one that follows it."""
    short = _ELIDED.get(word)
    return f"{short}{after}" if short and _is_vocal(after) else f"{word} {after}"


def at(place: str) -> str:
    """« à Rennes », « en Île-de-France », « au Mans », « au siège » : where something is."""
    if known := _PLACES.get(plain(place)):
        return known[0]
    for before, lands in _LANDS.items():
        if plain(place) in lands:
            return f"{before} {place}"
    return _after_article(place, 0) or f"à {place}"


def of(place: str) -> str:
    """« de Rennes », « d'Île-de-France », « du Mans », « des Yvelines » : what belongs to a place."""
    if known := _PLACES.get(plain(place)):
        return known[1]
    for before, lands in _LANDS.items():
        if plain(place) in lands and before != "en":
            return {"dans le": f"du {place}", "dans la": f"de la {place}", "dans les": f"des {place}"}[before]
    return _after_article(place, 1) or elided("de", place)


def listed(names: Sequence[str], last: str = "et") -> str:
    """« Rennes », « Rennes et Nantes », « Rennes, Nantes et Angers »."""
    *before, end = names
    return f"{', '.join(before)} {last} {end}" if before else end


def where(places: Sequence[str]) -> str:
    """« à Rennes et Nantes », « à Rennes, au Mans et en Île-de-France »."""
    told = [at(place) for place in places]
    same = all(each == f"à {place}" for each, place in zip(told, places, strict=True))
    return f"à {listed(places)}" if same else listed(told)


def subject(label: str, symbol: str) -> Subject | None:
    """« le nombre d'interventions », « les produits », « le taux de présence », or None.

    ``symbol`` is that of the unit: what is counted one by one is a number of things.
    """
    name, first = uncapitalised(label), plain(re.split(r"[\s,]", label)[0])
    if ":" in label:
        return None
    if first in _ONE:
        return Subject(elided("la" if _ONE[first] else "le", name), is_plural=False)
    if _SINGULAR_TOO.match(label):
        return Subject(elided("le", name), is_plural=False)
    if first[-1] not in "sx" and first != "etp":
        return None
    if symbol in COUNTED:
        each = _AND.sub(lambda found: f"{found[1]} et {elided('de', found[2])}", name)
        return Subject(f"le nombre {elided('de', each)}", is_plural=False)
    return Subject(f"les {name}", is_plural=True)


def when(label: str) -> str:
    """« en 2023 », « en décembre 2023 », « au 4e trimestre 2023 », « d'août 2023 à juillet 2024 »."""
    said, _, lasting = label.partition(" (")
    rest = f" ({lasting}" if lasting else ""
    first, *others = said.split()
    if first == "année" and others[0].isdecimal():
        return f"en {others[0]}{rest}"
    if first == "années":
        return f"de {' '.join(others)}{rest}"
    article = {"année": "pendant l'", "exercice": "pendant l'", "cumul": "en ", "12": "sur les ",
               "journée": "dans la ", "du": ""}.get(first)  # fmt: skip
    if article is not None:
        return f"{article}{said}{rest}"
    if re.fullmatch(r"\d(er|e)", first):
        return f"au {said}{rest}"
    return f"{elided('de', said)}{rest}" if " à " in said else f"en {said}{rest}"


def opened(sentence: str) -> str:
    """The same sentence with a capital."""
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _is_vocal(word: str) -> bool:
    """Whether a word begins with the sound of a vowel."""
    first = re.split(r"[\s'-]", plain(word))[0]
    letter = unicodedata.normalize("NFKD", first[:1])[:1]
    return bool(letter) and letter in "aeiouyh" and not {first, first.rstrip("s")} & _NOT_BEFORE


def _after_article(place: str, which: int) -> str:
    """« au Mans », « des Ulis », « à La Rochelle » for a town whose name has an article, else nothing."""
    article, _, name = place.partition(" ")
    words = _ARTICLES.get(article.lower()) if article[:1].isupper() else None
    return f"{words[which]} {name}" if words and name else ""
