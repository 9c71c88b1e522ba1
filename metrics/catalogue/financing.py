"""Financing: income by source and branch, what no branch claims, invoices, grant files."""

from fractions import Fraction

from sqlalchemy import Column, and_

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import (
    ACCOUNT,
    AGENCY,
    BRANCH,
    DISPOSITIF,
    FAMILY,
    FUNDING_LINE,
    ORIENTATION,
    SETTING,
    URBAN_MARKET,
    all_but,
)
from metrics.catalogue.facts import FIELD_HOURS, GRANT_FILES, INVOICES, LEDGER
from metrics.catalogue.units import COUNT, EUROS, EUROS_PER_HOUR, PERCENT
from metrics.kinds import Polarity
from metrics.measures import count, total
from metrics.model import Dimension, Measure, Metric

CENTS = Fraction(1, 100)
_LINE: Column[str] = s.account.c.line
IS_INCOME = _LINE.not_in(("expense",))
INCOME = total(LEDGER, s.ledger.c.amount_cents, where=IS_INCOME, scale=CENTS, label="produits hors taxes")


def _from(line: str, label: str) -> Measure:
    return total(LEDGER, s.ledger.c.amount_cents, where=_LINE.in_((line,)), scale=CENTS, label=label)


def _of_branch(branch: str, label: str) -> Measure:
    kept = and_(IS_INCOME, s.ledger.c.branch == branch)
    return total(LEDGER, s.ledger.c.amount_cents, where=kept, scale=CENTS, label=label)


def _income(
    id_: str,
    label: str,
    definition: str,
    measure: Measure,
    polarity: Polarity = Polarity.MORE,
    by: tuple[Dimension, ...] | None = None,
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
    )


def _share(id_: str, label: str, definition: str, measure: Measure, *measured: Dimension) -> Metric:
    return Metric(
        id=id_,
        label=label,
        domain=Domain.FINANCING,
        unit=PERCENT,
        definition=definition,
        measure=measure,
        over=INCOME,
        by=all_but(*measured),
        neutral=Fraction(1, 2),
    )


_SALES = _from("sales", "ventes de prestations")
_GRANTS = _from("grants", "subventions")
_APPRENTICESHIP = _from("apprenticeship", "financements de l'apprentissage")
_UNASSIGNED = total(
    LEDGER,
    s.ledger.c.amount_cents,
    where=and_(IS_INCOME, s.agency.c.kind == "head_office", s.ledger.c.branch == "other"),
    scale=CENTS,
    label="produits du siège, branche « divers »",
)
_OF_ONE_SOURCE = all_but(FUNDING_LINE)
_PER_ACCOUNT = "Le lien entre un compte et sa source est une donnée, pas une formule."

REVENUE = _income(
    "revenue",
    "Produits",
    f"Ventes, subventions et financements apprentis, hors taxes, à la date d'écriture. {_PER_ACCOUNT}",
    INCOME,
)
SALES = _income(
    "sales",
    "Ventes de prestations",
    f"Produits des ventes de prestations, hors taxes. {_PER_ACCOUNT}",
    _SALES,
    by=_OF_ONE_SOURCE,
)
GRANTS = _income(
    "grants",
    "Subventions",
    "Subventions d'exploitation, à la date d'écriture ; les fonds dédiés n'en sont pas déduits. "
    f"{_PER_ACCOUNT}",
    _GRANTS,
    by=_OF_ONE_SOURCE,
)
APPRENTICESHIP_FUNDING = _income(
    "apprenticeship_funding",
    "Financements apprentis",
    f"Financement de la formation des apprentis par les OPCO. {_PER_ACCOUNT}",
    _APPRENTICESHIP,
    by=_OF_ONE_SOURCE,
)
SALES_SHARE = _share(
    "sales_share",
    "Part des ventes de prestations dans les produits",
    "Ventes de prestations rapportées aux produits de la période.",
    _SALES,
    FUNDING_LINE,
    ACCOUNT,
)
GRANTS_SHARE = _share(
    "grants_share",
    "Part des subventions dans les produits",
    "Subventions rapportées aux produits de la période.",
    _GRANTS,
    FUNDING_LINE,
    ACCOUNT,
)
APPRENTICESHIP_SHARE = _share(
    "apprenticeship_share",
    "Part des financements apprentis dans les produits",
    "Financements apprentis rapportés aux produits de la période.",
    _APPRENTICESHIP,
    FUNDING_LINE,
    ACCOUNT,
)
MEDIATION_SHARE = _share(
    "mediation_share",
    "Part de la médiation dans les produits",
    "Produits de la branche médiation rapportés aux produits de la période.",
    _of_branch("mediation", "produits de la médiation"),
    BRANCH,
)
TRAINING_SHARE = _share(
    "training_share",
    "Part de la formation dans les produits",
    "Produits de la branche formation rapportés aux produits de la période.",
    _of_branch("training", "produits de la formation"),
    BRANCH,
)
BULKY_WASTE_SHARE = _share(
    "bulky_waste_share",
    "Part des encombrants dans les produits",
    "Produits de la branche encombrants rapportés aux produits de la période.",
    _of_branch("bulky_waste", "produits des encombrants"),
    BRANCH,
)
UNASSIGNED_REVENUE = _income(
    "unassigned_revenue",
    "Produits non affectés",
    "Produits du siège dans la branche « divers » : ils ne reviennent à aucune agence de territoire, ni à "
    "la formation ni à une autre branche nommée.",
    _UNASSIGNED,
    Polarity.NONE,
)
UNASSIGNED_SHARE = _share(
    "unassigned_share",
    "Part des produits non affectés",
    "Produits du siège dans la branche « divers », rapportés aux produits de la période.",
    _UNASSIGNED,
    BRANCH,
)
REVENUE_PER_FIELD_HOUR = Metric(
    id="revenue_per_field_hour",
    label="Produits par heure de terrain",
    domain=Domain.FINANCING,
    unit=EUROS_PER_HOUR,
    definition=(
        "Produits des dispositifs de médiation de terrain, à la date d'écriture, rapportés à leurs heures "
        "réalisées. Ni la formation, ni les encombrants, ni la médiation conventionnelle, ni les conseils "
        "citoyens."
    ),
    measure=total(
        LEDGER,
        s.ledger.c.amount_cents,
        where=and_(IS_INCOME, s.dispositif.c.field_mediation.is_(True)),
        scale=CENTS,
        label="produits des dispositifs de médiation de terrain",
    ),
    over=total(
        FIELD_HOURS,
        s.field_hours.c.done_minutes,
        where=s.dispositif.c.field_mediation.is_(True),
        scale=Fraction(1, 60),
        label="heures réalisées par ces dispositifs",
    ),
    by=(AGENCY, DISPOSITIF, FAMILY, ORIENTATION, SETTING, URBAN_MARKET),
)
CLIENT_DOCUMENTS = Metric(
    id="client_documents",
    label="Factures et avoirs clients",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition="Factures et avoirs adressés aux clients, à la date de la pièce ; un avoir compte pour un.",
    measure=count(INVOICES, where=s.invoice.c.direction == "client", label="factures et avoirs clients"),
)
SUPPLIER_DOCUMENTS = Metric(
    id="supplier_documents",
    label="Factures et avoirs fournisseurs",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition="Factures et avoirs reçus des fournisseurs, à la date de la pièce.",
    measure=count(
        INVOICES, where=s.invoice.c.direction == "supplier", label="factures et avoirs fournisseurs"
    ),
)
GRANT_FILES_COUNT = Metric(
    id="grant_files",
    label="Dossiers de demande de subvention",
    domain=Domain.FINANCING,
    unit=COUNT,
    definition="Dossiers déposés dans la période, quelle que soit leur issue.",
    measure=count(GRANT_FILES, label="dossiers déposés"),
)
GRANTS_ASKED = _income(
    "grants_asked",
    "Subventions demandées",
    "Montants demandés par les dossiers déposés dans la période.",
    total(GRANT_FILES, s.grant_file.c.asked_cents, scale=CENTS, label="montants demandés"),
)
GRANTS_AWARDED = _income(
    "grants_awarded",
    "Subventions accordées (dossiers déposés)",
    "Montants accordés, à ce jour, aux dossiers déposés dans la période, quelle que soit la date de la "
    "décision.",
    total(GRANT_FILES, s.grant_file.c.granted_cents, scale=CENTS, label="montants accordés"),
)
