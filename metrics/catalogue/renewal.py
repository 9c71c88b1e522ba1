"""Renewal of the markets: which are due, which go on, and the amounts that hang on it."""

from fractions import Fraction

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import MARKET
from metrics.catalogue.facts import MARKETS, MARKETS_WRITTEN
from metrics.catalogue.units import COUNT, EUROS, PERCENT
from metrics.kinds import Polarity, When
from metrics.measures import count, total
from metrics.model import Metric, Rule
from metrics.rules import share_of_either

_CENTS = Fraction(1, 100)
_TERM = s.market.c.term_on
_DUE = (s.market.c.kind == "multi_year") & _TERM.is_not(None)
_LASTING = s.market.c.kind != "seasonal"
_NOT_RENEWED = _LASTING & s.market.c.renewed.is_not(True)
_MARKETS_DUE = count(MARKETS, where=_DUE, dated=_TERM, label="marchés pluriannuels arrivés à échéance")
_RENEWED = count(
    MARKETS,
    where=_DUE & s.market.c.renewed.is_(True),
    dated=_TERM,
    label="marchés échus et renouvelés",
)
_AMOUNT_TO_RENEW = total(
    MARKETS,
    s.market.c.annual_cents,
    where=_NOT_RENEWED,
    dated=_TERM,
    scale=_CENTS,
    label="montants annuels des marchés échus non renouvelés",
)
_RUNNING_AMOUNTS = total(
    MARKETS,
    s.market.c.annual_cents,
    where=_LASTING,
    when=When.AT_END,
    scale=_CENTS,
    label="montants annuels des marchés",
)
_FALLING_DUE = (
    "dont l'échéance, telle qu'elle est écrite aujourd'hui, tombe dans la période, même future, et que "
    "rien ne renouvelle encore."
)
_PERIMETER = (
    "marchés pluriannuels et conventions dont l'échéance tombe dans la période et qui ne sont pas, ou pas "
    "encore, renouvelés"
)

MARKETS_DUE = Metric(
    id="markets_due",
    label="Marchés à échéance",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Marchés pluriannuels dont l'échéance tombe dans la période, renouvelés ou non. Ni les saisonniers, "
        "ni les conventions."
    ),
    measure=_MARKETS_DUE,
)
RENEWED_MARKETS = Metric(
    id="renewed_markets",
    label="Marchés renouvelés",
    domain=Domain.ACTIVITY,
    unit=COUNT,
    definition=(
        "Marchés pluriannuels dont l'échéance tombe dans la période et auxquels un nouveau marché de même "
        "objet succède. Un marché d'un mois repris chaque année n'est pas un renouvellement."
    ),
    measure=_RENEWED,
    polarity=Polarity.MORE,
)
RENEWAL_RATE = Metric(
    id="renewal_rate",
    label="Taux de renouvellement des marchés",
    domain=Domain.ACTIVITY,
    unit=PERCENT,
    definition=(
        "Marchés pluriannuels dont l'échéance tombe dans la période et qui ont été renouvelés, rapportés à "
        "tous ceux dont l'échéance y tombe."
    ),
    measure=_RENEWED,
    over=_MARKETS_DUE,
    polarity=Polarity.MORE,
)
MARKETS_TO_RENEW = Metric(
    id="markets_to_renew",
    label="Marchés et conventions échus non renouvelés",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition=f"Nombre des {_PERIMETER}. Ni les marchés saisonniers, ni ce qui n'a pas d'échéance.",
    measure=count(
        MARKETS,
        where=_NOT_RENEWED,
        dated=_TERM,
        label="marchés et conventions échus non renouvelés",
    ),
    polarity=Polarity.LESS,
)
AMOUNT_TO_RENEW = Metric(
    id="amount_to_renew",
    label="Montants à renouveler",
    domain=Domain.FINANCING,
    unit=EUROS,
    definition=(
        f"Montants annuels hors taxes des {_PERIMETER}. Ni les marchés saisonniers, ni ce qui n'a pas "
        "d'échéance ; un montant inconnu compte pour zéro."
    ),
    measure=_AMOUNT_TO_RENEW,
    polarity=Polarity.LESS,
)
MARKETS_FALLING_DUE = Metric(
    id="markets_falling_due",
    label="Marchés et conventions à renouveler",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition=(
        f"Nombre des marchés et conventions {_FALLING_DUE} Ni les marchés saisonniers, ni ce qui n'a pas "
        "d'échéance."
    ),
    measure=count(
        MARKETS_WRITTEN,
        where=_NOT_RENEWED,
        dated=_TERM,
        label="marchés et conventions arrivant à échéance, non renouvelés",
    ),
)
AMOUNT_FALLING_DUE = Metric(
    id="amount_falling_due",
    label="Montants à risque",
    domain=Domain.FINANCING,
    unit=EUROS,
    definition=(
        f"Montants annuels hors taxes des marchés et conventions {_FALLING_DUE} Ni les marchés saisonniers, "
        "ni ce qui n'a pas d'échéance ; un montant inconnu compte pour zéro."
    ),
    measure=total(
        MARKETS_WRITTEN,
        s.market.c.annual_cents,
        where=_NOT_RENEWED,
        dated=_TERM,
        scale=_CENTS,
        label="montants annuels des marchés arrivant à échéance, non renouvelés",
    ),
)
MARKET_AMOUNTS = Metric(
    id="market_amounts",
    label="Montants annuels des marchés en cours",
    domain=Domain.FINANCING,
    unit=EUROS,
    definition=(
        "Montants annuels hors taxes des marchés et conventions qui courent le dernier jour de la période. "
        "Pas les marchés saisonniers ; un montant inconnu compte pour zéro."
    ),
    measure=_RUNNING_AMOUNTS,
    polarity=Polarity.MORE,
)
AMOUNT_TO_RENEW_SHARE = Metric(
    id="amount_to_renew_share",
    label="Part des montants à renouveler",
    domain=Domain.FINANCING,
    unit=PERCENT,
    definition=(
        f"Montants annuels des {_PERIMETER}, rapportés à ceux du portefeuille : ces marchés et ceux qui "
        "courent le dernier jour, chacun compté une fois, sans les saisonniers."
    ),
    rule=Rule(
        function=share_of_either,
        measures=(_AMOUNT_TO_RENEW, _RUNNING_AMOUNTS),
        at=MARKET,
        formula=(
            "montants annuels des marchés échus non renouvelés ÷ (ces montants + ceux des marchés en cours "
            "au dernier jour), chaque marché compté une fois"
        ),
    ),
    polarity=Polarity.LESS,
)
