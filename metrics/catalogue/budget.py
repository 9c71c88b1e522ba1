"""The budget and what became of it: income, expenses, and the result."""

from fractions import Fraction

from sqlalchemy import ColumnElement

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import (
    ACCOUNT,
    AGENCY,
    AGENCY_KIND,
    BRANCH,
    DISPOSITIF,
    FAMILY,
    FUNDING_LINE,
)
from metrics.catalogue.facts import BUDGET, LEDGER
from metrics.catalogue.financing import CENTS, INCOME
from metrics.catalogue.units import EUROS, PERCENT
from metrics.kinds import Polarity
from metrics.measures import total
from metrics.model import Dimension, Measure, Metric, Rule
from metrics.rules import gap, gap_share

# charges have no funder, and a budget only that of its dispositif, which is not who pays each entry
_BY = (AGENCY, AGENCY_KIND, DISPOSITIF, FAMILY, BRANCH)
_INCOME_BY = (*_BY, FUNDING_LINE)


def _budgeted(where: ColumnElement[bool], scale: Fraction, label: str) -> Measure:
    return total(BUDGET, s.budget.c.amount_cents, where=where, scale=scale, label=label)


def _euros(
    id_: str,
    label: str,
    definition: str,
    measure: Measure,
    by: tuple[Dimension, ...],
    polarity: Polarity,
    apart: tuple[tuple[Dimension, Dimension], ...] = (),
) -> Metric:
    return Metric(
        id=id_,
        label=label,
        domain=Domain.FINANCING,
        unit=EUROS,
        definition=definition,
        measure=measure,
        by=by,
        polarity=polarity,
        apart=apart,
    )


def _gap(
    id_: str,
    label: str,
    definition: str,
    booked: Measure,
    voted: Measure,
    by: tuple[Dimension, ...],
    good: Polarity,
) -> Metric:
    return Metric(
        id=id_,
        label=label,
        domain=Domain.FINANCING,
        unit=EUROS,
        definition=definition,
        rule=Rule(function=gap, measures=(booked, voted), at=AGENCY, formula="{0} − {1}", adds_up=True),
        by=by,
        polarity=good,
    )


# expenses are debits, written as negative cents in the ledger and in the budget alike
_EXPENSES = total(
    LEDGER,
    s.ledger.c.amount_cents,
    where=s.account.c.line == "expense",
    scale=-CENTS,
    label="charges hors taxes",
)
_BUDGETED_REVENUE = _budgeted(s.budget.c.line != "expense", CENTS, "produits budgétés")
_BUDGETED_EXPENSES = _budgeted(s.budget.c.line == "expense", -CENTS, "charges budgétées")
_BEFORE_HEAD_OFFICE = (
    "Celles du siège ne sont pas réparties : une agence n'a que les siennes et celles de ses dispositifs."
)

BUDGETED_REVENUE = _euros(
    "budgeted_revenue",
    "Produits budgétés",
    "Produits prévus au budget mensuel voté, toutes sources.",
    _BUDGETED_REVENUE,
    _INCOME_BY,
    Polarity.MORE,
)
BUDGET_GAP = _gap(
    "budget_gap",
    "Écart des produits au budget",
    (
        "Produits à la date d'écriture moins produits prévus au budget mensuel voté, toutes sources. "
        "Au-dessus de zéro, les produits dépassent la prévision."
    ),
    INCOME,
    _BUDGETED_REVENUE,
    _INCOME_BY,
    Polarity.MORE,
)
BUDGET_GAP_SHARE = Metric(
    id="budget_gap_share",
    label="Écart des produits au budget, en part du budget",
    domain=Domain.FINANCING,
    unit=PERCENT,
    definition=(
        "Produits réalisés moins produits budgétés, rapportés aux produits budgétés ; non calculable sans "
        "budget."
    ),
    rule=Rule(
        function=gap_share, measures=(INCOME, _BUDGETED_REVENUE), at=AGENCY, formula="({0} − {1}) ÷ {1}"
    ),
    by=_INCOME_BY,
    polarity=Polarity.MORE,
)
EXPENSES = _euros(
    "expenses",
    "Charges",
    f"Charges du grand livre, hors taxes, à la date d'écriture. {_BEFORE_HEAD_OFFICE}",
    _EXPENSES,
    (*_BY, ACCOUNT),
    Polarity.LESS,
    tuple((ACCOUNT, each) for each in (DISPOSITIF, FAMILY, BRANCH)),  # the wages of a market of one post
)
BUDGETED_EXPENSES = _euros(
    "budgeted_expenses",
    "Charges budgétées",
    f"Charges prévues au budget mensuel voté. {_BEFORE_HEAD_OFFICE}",
    _BUDGETED_EXPENSES,
    _BY,
    Polarity.NONE,
)
EXPENSES_GAP = _gap(
    "expenses_gap",
    "Écart des charges au budget",
    (
        "Charges à la date d'écriture moins charges prévues au budget mensuel voté. Au-dessus de zéro, "
        "les charges dépassent la prévision."
    ),
    _EXPENSES,
    _BUDGETED_EXPENSES,
    _BY,
    Polarity.LESS,
)
NET_RESULT = Metric(
    id="net_result",
    label="Résultat",
    domain=Domain.FINANCING,
    unit=EUROS,
    definition=(
        "Produits moins charges du grand livre, à la date d'écriture. Les charges du siège ne sont pas "
        "réparties : le résultat d'une agence ou d'un dispositif s'entend avant elles."
    ),
    measure=total(
        LEDGER,
        s.ledger.c.amount_cents,
        scale=CENTS,
        label="produits moins charges, hors taxes",
    ),
    polarity=Polarity.MORE,
    by=_BY,
    by_contract_year=False,
)
