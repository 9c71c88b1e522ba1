"""Who pays: how many funders, and how much the income rests on a few of them."""

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import (
    AGENCY,
    AGENCY_KIND,
    BRANCH,
    DISPOSITIF,
    FAMILY,
    FUNDER,
    FUNDING_LINE,
)
from metrics.catalogue.facts import LEDGER
from metrics.catalogue.financing import INCOME, IS_INCOME
from metrics.catalogue.units import COUNT, INDEX, PERCENT
from metrics.concentration import first_share, herfindahl
from metrics.kinds import Polarity
from metrics.measures import distinct
from metrics.model import Metric, Rule

_BY = (AGENCY, AGENCY_KIND, DISPOSITIF, FAMILY, BRANCH, FUNDING_LINE)  # each funder alone would weigh 100 %
_NOT_FILLED_IN = (
    "Ce qui n'a pas de financeur renseigné compte dans le total et n'en est pas un ; non calculable si les "
    "avoirs d'un financeur dépassent ses factures."
)

FUNDERS = Metric(
    id="funders",
    label="Financeurs",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition=(
        "Financeurs distincts d'au moins une écriture de produits de la période, ventes et subventions "
        "ensemble. Une écriture sans financeur renseigné n'en ajoute pas."
    ),
    measure=distinct(LEDGER, s.ledger.c.funder_id, where=IS_INCOME, label="financeurs distincts"),
    polarity=Polarity.MORE,
)
FIRST_FUNDER_SHARE = Metric(
    id="first_funder_share",
    label="Part du premier financeur",
    domain=Domain.FINANCING,
    unit=PERCENT,
    definition=(
        "Produits du financeur qui apporte le plus dans la période, rapportés à tous les produits. "
        f"{_NOT_FILLED_IN}"
    ),
    rule=Rule(
        function=first_share,
        measures=(INCOME,),
        at=FUNDER,
        formula="plus grande somme d'un financeur ÷ somme entière, dans les {0}",
    ),
    by=_BY,
    polarity=Polarity.LESS,
)
FUNDING_CONCENTRATION = Metric(
    id="funding_concentration",
    label="Concentration des financements (indice de Herfindahl)",
    domain=Domain.FINANCING,
    unit=INDEX,
    definition=(
        "Somme des carrés des parts de chaque financeur dans les produits : 1 pour un seul financeur, 0,10 "
        f"pour dix d'égale importance. {_NOT_FILLED_IN}"
    ),
    rule=Rule(
        function=herfindahl,
        measures=(INCOME,),
        at=FUNDER,
        formula="somme des carrés des sommes par financeur ÷ carré de la somme entière, dans les {0}",
    ),
    by=_BY,
    polarity=Polarity.LESS,
)
