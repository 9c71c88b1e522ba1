"""Countries of birth as HR files name them, and the broad area that alone is kept.

Areas follow the United Nations' list of regions, except Cyprus, counted in Europe with the Union.
Overseas France is France.
"""

from functools import cache

from babel import Locale

from data_access.words import plain

_FRANCE = "FR BL GF GP MF MQ NC PF PM RE WF YT"
_AREAS = {
    "europe": "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO GB GG GI GR HR HU IE IM IS IT JE LI LT LU"
    " LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK",
    "africa": "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML"
    " MR MU MW MZ NA NE NG RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW",
    "americas": "AG AI AR AW BB BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GL GT GY HN HT JM KN KY"
    " LC MS MX NI PA PE PR PY SR SV SX TC TT US UY VC VE VG VI",
    "asia_oceania": "AE AF AM AS AU AZ BD BH BN BT CK CN FJ FM GE GU HK ID IL IN IQ IR JO JP KG KH KI KP KR"
    " KW KZ LA LB LK MH MM MN MO MP MV MY NP NR NU NZ OM PG PH PK PN PS PW QA SA SB SG SY TH TJ TK TL TM"
    " TO TR TV TW UZ VN VU WS YE",
}
# What people write beside the names of the Unicode list; several names may mean one country.
_OTHER_NAMES = {
    "AE": "Emirats",
    "AG": "Antigua et Barbuda",
    "BA": "Bosnie",
    "BF": "Burkina|Haute-Volta",
    "BJ": "Dahomey",
    "BN": "Brunei Darussalam",
    "BY": "Bélarus",
    "CD": "République démocratique du Congo|Congo (République démocratique)|Congo (RD)|Congo RD|RD du Congo"
    "|RD Congo|R.D. Congo|RDC|Congo démocratique|Zaïre",
    "CF": "Centrafrique|RCA",
    "CG": "Congo|République du Congo|Congo (Brazzaville)|Congo Brazzaville",
    "CN": "République populaire de Chine",
    "CV": "Cap Vert|Cabo Verde",
    "CZ": "République tchèque",
    "DE": "République fédérale d'Allemagne|RFA|RDA",
    "DM": "La Dominique",
    "FM": "États fédérés de Micronésie",
    "FR": "France métropolitaine",
    "GB": "Grande-Bretagne|Angleterre|Écosse|Pays de Galles|Irlande du Nord",
    "GF": "Guyane",
    "GN": "Guinée Conakry|Guinée-Conakry",
    "GQ": "Guinée-Équatoriale",
    "GW": "Guinée Bissau",
    "GY": "Guyane britannique",
    "HK": "Hong Kong|Hong-Kong",
    "HT": "République d'Haïti",
    "IQ": "Iraq",
    "KG": "Kirghizie|Kirghizistan",
    "KM": "Union des Comores|Les Comores",
    "KN": "Saint-Kitts-et-Nevis|Saint-Christophe-et-Nevis",
    "KP": "République populaire démocratique de Corée",
    "KR": "République de Corée",
    "MD": "République de Moldova|Moldova",
    "MK": "Macédoine",
    "MM": "Birmanie|Myanmar",
    "MO": "Macao",
    "MU": "Île Maurice|Maurice (île)",
    "NL": "Hollande|Pays Bas",
    "PF": "Tahiti",
    "PS": "Palestine|État de Palestine",
    "RE": "Réunion|Île de la Réunion",
    "RU": "Fédération de Russie",
    "SV": "El Salvador|Le Salvador",
    "SX": "Sint Maarten",
    "ST": "Sao Tomé et Principe",
    "SZ": "Swaziland",
    "TL": "Timor-Leste|Timor-Oriental",
    "TT": "Trinidad et Tobago|Trinité et Tobago|Trinidad-et-Tobago",
    "US": "États-Unis d'Amérique|USA|Etats Unis",
    "VA": "Vatican|Saint-Siège",
    "VC": "Saint-Vincent-et-les-Grenadines",
    "VN": "Vietnam|Viet-Nam",
}
UNDECLARED = ""
_NOT_SAID = ("non déclaré", "non déclarée", "non renseigné")


@cache
def areas() -> dict[str, str]:
    """The area of birth of each country code, « undeclared » included."""
    by_code = {code: area for area, codes in _AREAS.items() for code in codes.split()}
    return by_code | {"FR": "france", UNDECLARED: "undeclared"}


@cache
def names() -> dict[str, str]:
    """The countries by their French names, in the spelling to propose."""
    official = Locale("fr").territories
    overseas = _FRANCE.split()
    found = {official[code]: code for code in (*areas(), *overseas) if code}
    found |= {name: code for code, others in _OTHER_NAMES.items() for name in others.split("|")}
    found |= dict.fromkeys(_NOT_SAID, UNDECLARED)
    return {name: "FR" if code in overseas else code for name, code in found.items()}


@cache
def _by_plain_name() -> dict[str, str]:
    return {plain(name): code for name, code in names().items()}


def country(name: str) -> str | None:
    """The code of the country of this French name, None when nobody calls a country so."""
    return _by_plain_name().get(plain(name))
