"""The portfolio: dispositifs, markets, posts, places, and the inhabitants they cover."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import AGENCY, CITY
from metrics.catalogue.facts import MARKET_CITIES, MARKETS, PLACES, POSTS
from metrics.catalogue.units import COUNT, FTE, PEOPLE, PERCENT
from metrics.kinds import Polarity, When
from metrics.measures import count, distinct, maximum, total
from metrics.model import Metric, Rule
from metrics.rules import share
from metrics.rules import total as total_of

_HUNDREDTHS = Fraction(1, 100)
_QPV_INHABITANTS = maximum(
    MARKET_CITIES, s.city.c.qpv_population, when=When.AT_END, label="habitants de QPV de la commune"
)
_INHABITANTS = maximum(MARKET_CITIES, s.city.c.population, when=When.AT_END, label="habitants de la commune")

TERRITORIAL_AGENCIES = Metric(
    id="territorial_agencies",
    label="Agences de territoires",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Agences, hors siège, qui portent au moins un marché ou une convention le dernier jour.",
    measure=distinct(
        MARKETS,
        s.market.c.agency_id,
        where=s.agency.c.kind == "territory",
        when=When.AT_END,
        label="agences de territoires avec un marché",
    ),
)
FIELD_DISPOSITIFS = Metric(
    id="field_dispositifs",
    label="Dispositifs de médiation sociale en cours",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Dispositifs de médiation de terrain dont un marché ou une convention court le dernier jour : sans "
        "les saisonniers terminés, les conseils citoyens, la médiation conventionnelle ni les encombrants."
    ),
    measure=distinct(
        MARKETS,
        s.market.c.dispositif_id,
        where=s.dispositif.c.field_mediation.is_(True),
        when=When.AT_END,
        label="dispositifs de médiation de terrain",
    ),
)
DISPOSITIFS = Metric(
    id="dispositifs",
    label="Dispositifs (médiation de terrain et encombrants)",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Dispositifs de médiation sociale en cours, plus la gestion des encombrants, le dernier jour.",
    measure=distinct(
        MARKETS,
        s.market.c.dispositif_id,
        where=s.dispositif.c.field_mediation.is_(True) | (s.dispositif.c.branch == "bulky_waste"),
        when=When.AT_END,
        label="dispositifs de médiation de terrain ou d'encombrants",
    ),
)
NEW_MARKETS = Metric(
    id="new_markets",
    label="Nouveaux marchés",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Marchés pluriannuels attribués dans la période et qui ne font suite à aucun autre, "
        "même s'ils démarrent plus tard."
    ),
    measure=count(
        MARKETS,
        where=(s.market.c.kind == "multi_year") & s.market.c.renewal.is_(False),
        dated=s.market.c.awarded_on,
        label="marchés pluriannuels nouveaux attribués",
    ),
    polarity=Polarity.MORE,
)
POSTS_AUTHORISED = Metric(
    id="posts",
    label="Postes autorisés",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Postes autorisés par les marchés, ouverts à un moment de la période, comptés une fois.",
    measure=count(POSTS, label="postes ouverts"),
)
POSTS_OPEN = Metric(
    id="posts_open",
    label="Postes autorisés le dernier jour",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Postes autorisés par les marchés, ouverts le dernier jour de la période : sans ceux de la saison, "
        "qui se ferment avec elle. Un poste n'est ni un contrat, ni une personne : il peut être vacant, ou "
        "tenu par deux apprentis."
    ),
    measure=count(POSTS, when=When.AT_END, label="postes ouverts le dernier jour"),
)
FIELD_FTE = Metric(
    id="field_fte",
    label="ETP de terrain autorisés",
    domain=Domain.ACTIVITY,
    unit=FTE,
    definition=(
        "Équivalents temps plein des postes de terrain autorisés par les marchés, ouverts à un moment de la "
        "période. Ce ne sont ni les contrats ni les personnes."
    ),
    measure=total(
        POSTS,
        s.post.c.fte_hundredths,
        where=s.post.c.on_field.is_(True),
        scale=_HUNDREDTHS,
        label="ETP des postes de terrain ouverts",
    ),
)
SCHOOLS = Metric(
    id="schools",
    label="Établissements scolaires concernés",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Établissements scolaires distincts où intervient un dispositif à un moment de la période.",
    measure=distinct(
        PLACES, s.place.c.site_id, where=s.site.c.kind == "school", label="établissements scolaires distincts"
    ),
)
WORK_SITES = Metric(
    id="work_sites",
    label="Sites d'intervention",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Sites distincts, établissements compris, où intervient un dispositif dans la période.",
    measure=distinct(PLACES, s.place.c.site_id, label="sites distincts"),
)
SECTORS_SERVED = Metric(
    id="sectors_served",
    label="Secteurs et quartiers",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Secteurs, quartiers ou arrondissements où intervient un dispositif dans la période.",
    measure=distinct(PLACES, s.place.c.sector_id, label="secteurs distincts"),
)
QPV_INHABITANTS = Metric(
    id="qpv_inhabitants",
    label="Habitants de QPV concernés",
    domain=Domain.ACTIVITY,
    unit=PEOPLE,
    definition=(
        "Habitants de tous les quartiers prioritaires des communes couvertes par un marché attribué et non "
        "terminé au dernier jour de la période, commencé ou non ; chaque commune comptée une fois. C'est une "
        "population couverte, pas des personnes rencontrées."
    ),
    rule=Rule(
        function=total_of,
        measures=(_QPV_INHABITANTS,),
        at=CITY,
        formula="somme de {0}, chaque commune comptée une fois",
    ),
    by=(AGENCY,),
)
QPV_SHARE = Metric(
    id="qpv_share",
    label="Part des habitants de QPV dans la population des communes",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        "Habitants des quartiers prioritaires des communes couvertes par un marché attribué, rapportés à la "
        "population de ces communes, chaque commune comptée une fois."
    ),
    rule=Rule(
        function=share,
        measures=(_QPV_INHABITANTS, _INHABITANTS),
        at=CITY,
        formula="somme de {0} ÷ somme de {1}, chaque commune comptée une fois",
    ),
    by=(AGENCY,),
)
