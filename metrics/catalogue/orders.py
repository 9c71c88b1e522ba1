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
_ANSWERED = count(ORDERS, where=s.funder_order.c.answered_on.is_not(None), label="commandes répondues")

ORDERS_RECEIVED = Metric(
    id="orders",
    label="Commandes reçues",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Demandes adressées par les commanditaires (villes, bailleurs) aux dispositifs qui en prennent, "
        "à la date de réception, répondues ou non."
    ),
    measure=_RECEIVED,
)
ORDERS_ANSWERED_SHARE = Metric(
    id="orders_answered_share",
    label="Part des commandes répondues",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition="Commandes reçues dans la période et répondues depuis, rapportées à toutes celles reçues.",
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
        "commandes reçues dans la période et répondues. Celles qui attendent n'ont pas de délai."
    ),
    rule=Rule(
        function=middle,
        measures=(_ANSWERED,),
        at=ORDER_DELAY,
        formula="délai du milieu quand on range par délai les {0}",
    ),
    polarity=Polarity.LESS,
)
ORDERS_ANSWERED_PROMPTLY = Metric(
    id="orders_answered_promptly",
    label=f"Part des commandes répondues en {PROMPT_DAYS} jours au plus",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        f"Commandes répondues au plus tard {PROMPT_DAYS} jours après leur réception, week-ends compris, "
        "rapportées à toutes celles reçues dans la période : sans réponse, une commande récente ou ancienne "
        "n'est pas à temps."
    ),
    measure=count(
        ORDERS,
        where=s.funder_order.c.delay_days <= PROMPT_DAYS,
        label=f"commandes répondues en {PROMPT_DAYS} jours au plus",
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
