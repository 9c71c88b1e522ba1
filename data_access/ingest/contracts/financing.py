"""Files of the accounts: ledger, budget, invoices and grant files."""

from data_access import schema as s
from data_access.codes import BRANCH, DIRECTION, DOCUMENT, FUNDING_LINE, GRANT_STATUS
from data_access.ingest.contract import Field, Type
from data_access.ingest.contracts.shapes import AGENCY, DAY, DISPOSITIF_OR_NONE, monthly, reference

_BRANCH = Field(header="Branche", column="branch", type=Type.CODE, codes=BRANCH)
_FUNDER_OR_NONE = reference("Financeur", s.funder, required=False)


CONTRACTS = (
    monthly(
        "grand livre",
        "Écritures de produits et de charges",
        s.ledger,
        DAY,
        reference("Compte", s.account),
        AGENCY,
        DISPOSITIF_OR_NONE,
        _FUNDER_OR_NONE,
        _BRANCH,
        Field(header="Crédit moins débit", column="amount_cents", type=Type.MONEY),
    ),
    monthly(
        "budget",
        "Budget mensuel",
        s.budget,
        Field(header="Mois", column="day", type=Type.MONTH),
        AGENCY,
        DISPOSITIF_OR_NONE,
        _BRANCH,
        Field(header="Source", column="line", type=Type.CODE, codes=FUNDING_LINE),
        Field(header="Montant", column="amount_cents", type=Type.MONEY),
    ),
    monthly(
        "factures",
        "Factures et avoirs, clients et fournisseurs",
        s.invoice,
        DAY,
        AGENCY,
        DISPOSITIF_OR_NONE,
        _FUNDER_OR_NONE,
        Field(header="Sens", column="direction", type=Type.CODE, codes=DIRECTION),
        Field(header="Pièce", column="document", type=Type.CODE, codes=DOCUMENT),
        Field(header="Montant HT", column="amount_cents", type=Type.MONEY),
    ),
    monthly(
        "dossiers de subvention",
        "Dossiers de demande de subvention",
        s.grant_file,
        Field(header="Déposé le", column="day", type=Type.DATE),
        AGENCY,
        DISPOSITIF_OR_NONE,
        reference("Financeur", s.funder),
        Field(header="Statut", column="status", type=Type.CODE, codes=GRANT_STATUS),
        Field(header="Montant demandé", column="asked_cents", type=Type.MONEY, minimum=0),
        Field(header="Montant accordé", column="granted_cents", type=Type.MONEY, minimum=0),
    ),
)
