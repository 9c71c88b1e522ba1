"""Orders of the commanditaires: how many, and how long they wait for an answer."""

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import ORDER_DELAY
from metrics.catalogue.facts import ORDERS
from metrics.catalogue.units import COUNT, DELAY, PERCENT
from metrics.kinds import Polarity
from metrics.measures import count
from metrics.model import Metric, Rule
from metrics.rules import middle

# Calendar days, hence a working week at most: the suite's own choice, which no text and no market sets.
PROMPT_DAYS = 5
_RECEIVED = count(ORDERS, label="commandes reçues")
_ANSWERED = count(
    ORDERS, where=s.funder_order.c.answered_on.is_not(None), label="commandes ayant reçu une réponse"
)

ORDERS_RECEIVED = Metric(
    id="orders",
    label="Commandes reçues",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Demandes adressées par les commanditaires (villes, bailleurs) aux dispositifs qui en prennent, "
        "à la date de réception, avec ou sans réponse."
    ),
    measure=_RECEIVED,
)
ORDERS_ANSWERED_SHARE = Metric(
    id="orders_answered_share",
    label="Part des commandes ayant reçu une réponse",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition="Commandes de la période ayant reçu une réponse depuis, rapportées à toutes celles reçues.",
    measure=_ANSWERED,
    over=_RECEIVED,
    polarity=Polarity.MORE,
)
MEDIAN_ORDER_DELAY = Metric(
    id="median_order_delay",
    label="Délai médian de réponse aux commandes",
    domain=Domain.ACTIVITY,
    unit=DELAY,
    definition=(
        "Médiane exacte des jours écoulés, week-ends compris, entre la commande et sa réponse, pour les "
        "commandes de la période qui ont reçu une réponse. Celles qui attendent n'ont pas de délai."
    ),
    rule=Rule(
        function=middle,
        measures=(_ANSWERED,),
        at=ORDER_DELAY,
        formula="médiane des délais, en jours, des {0}",
    ),
    polarity=Polarity.LESS,
)
ORDERS_ANSWERED_PROMPTLY = Metric(
    id="orders_answered_promptly",
    label=f"Part des commandes ayant reçu une réponse en {PROMPT_DAYS} jours au plus",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        f"Commandes ayant reçu une réponse au plus tard {PROMPT_DAYS} jours après leur réception, week-ends "
        "compris, rapportées à toutes celles reçues dans la période ; une commande encore sans réponse, même "
        "récente, n'est pas comptée à temps."
    ),
    measure=count(
        ORDERS,
        where=s.funder_order.c.delay_days <= PROMPT_DAYS,
        label=f"commandes ayant reçu une réponse en {PROMPT_DAYS} jours au plus",
    ),
    over=_RECEIVED,
    polarity=Polarity.MORE,
)
ORDERS_WAITING = Metric(
    id="orders_waiting",
    label="Commandes sans réponse",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition="Commandes reçues dans la période et encore sans réponse au dernier chargement.",
    measure=count(
        ORDERS, where=s.funder_order.c.answered_on.is_(None), label="commandes encore sans réponse"
    ),
    polarity=Polarity.LESS,
)
