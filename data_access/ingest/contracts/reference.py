"""Reference files: the dimensions, then the markets, posts and places of the dispositifs."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import (
    AGENCY_KIND,
    BRANCH,
    FAMILY,
    FUNDER_KIND,
    FUNDING_LINE,
    INTERVENTION_FAMILY,
    JOB_FAMILY,
    MARKET_KIND,
    ORIENTATION,
    SETTING,
    SITE_KIND,
)
from data_access.ingest.contract import Contract, Field, Replaces, Type

CODE = Field(header="Code", column="id", type=Type.TEXT)
NAME = Field(header="Libellé", column="name", type=Type.TEXT)
FIRST_DAY = Field(header="Début", column="valid_from", type=Type.DATE)
LAST_DAY = Field(header="Fin", column="valid_to", type=Type.LAST_DAY, required=False)


def reference(header: str, table: Table, *, required: bool = True) -> Field:
    """A column that names a row of a dimension."""
    return Field(
        header=header, column=f"{table.name}_id", type=Type.REFERENCE, refers=table, required=required
    )


AGENCY = reference("Agence", s.agency)
DISPOSITIF = reference("Dispositif", s.dispositif)
DISPOSITIF_OR_NONE = reference("Dispositif", s.dispositif, required=False)


def _whole(kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...] = ()) -> Contract:
    return Contract(
        kind=kind,
        label=label,
        table=table,
        fields=fields,
        key=key,
        replaces=Replaces.EVERYTHING,
    )


def _dimension(kind: str, label: str, table: Table, *fields: Field) -> Contract:
    return _whole(kind, label, table, CODE, NAME, *fields, key=("id",))


CONTRACTS = (
    _dimension(
        "agences",
        "Agences",
        s.agency,
        Field(header="Nature", column="kind", type=Type.CODE, codes=AGENCY_KIND),
        Field(header="Rang", column="position", type=Type.INTEGER, minimum=1),
    ),
    _dimension(
        "communes",
        "Communes",
        s.city,
        Field(header="Population", column="population", type=Type.INTEGER, required=False, minimum=0),
        Field(
            header="Habitants de QPV", column="qpv_population", type=Type.INTEGER, required=False, minimum=0
        ),
    ),
    _dimension(
        "financeurs",
        "Commanditaires et financeurs",
        s.funder,
        Field(header="Nature", column="kind", type=Type.CODE, codes=FUNDER_KIND),
    ),
    _dimension(
        "dispositifs",
        "Dispositifs",
        s.dispositif,
        AGENCY,
        reference("Commanditaire", s.funder, required=False),
        Field(header="Famille", column="family", type=Type.CODE, codes=FAMILY),
        Field(header="Branche", column="branch", type=Type.CODE, codes=BRANCH),
        Field(header="Orientation", column="orientation", type=Type.CODE, codes=ORIENTATION),
        Field(header="Cadre", column="setting", type=Type.CODE, codes=SETTING),
        Field(header="Médiation de terrain", column="field_mediation", type=Type.BOOLEAN),
        Field(header="Marché de médiation urbaine", column="urban_market", type=Type.BOOLEAN),
        Field(
            header="Premier mois de l'exercice",
            column="contract_year_month",
            type=Type.INTEGER,
            minimum=1,
            maximum=12,
        ),
        Field(header="Horaires", column="schedule", type=Type.TEXT),
    ),
    _dimension(
        "secteurs",
        "Secteurs et quartiers",
        s.sector,
        reference("Commune", s.city),
        Field(header="QPV", column="qpv", type=Type.BOOLEAN),
        Field(header="Habitants", column="inhabitants", type=Type.INTEGER, required=False, minimum=0),
        Field(header="Ligne du schéma", column="tile_row", type=Type.INTEGER, required=False, minimum=1),
        Field(header="Colonne du schéma", column="tile_column", type=Type.INTEGER, required=False, minimum=1),
    ),
    _dimension(
        "sites",
        "Sites",
        s.site,
        reference("Commune", s.city),
        Field(header="Nature", column="kind", type=Type.CODE, codes=SITE_KIND),
    ),
    _dimension(
        "types d'intervention",
        "Types d'intervention",
        s.intervention_kind,
        Field(header="Famille", column="family", type=Type.CODE, codes=INTERVENTION_FAMILY),
    ),
    _dimension(
        "types d'instance",
        "Types d'instance partenariale",
        s.meeting_kind,
        Field(header="Définie par le marché", column="set_by_market", type=Type.BOOLEAN),
    ),
    _dimension(
        "métiers",
        "Métiers",
        s.job,
        Field(header="Famille", column="family", type=Type.CODE, codes=JOB_FAMILY),
    ),
    _dimension(
        "comptes",
        "Plan de comptes et source de financement",
        s.account,
        Field(header="Source", column="line", type=Type.CODE, codes=FUNDING_LINE),
    ),
    _whole(
        "marchés",
        "Marchés et conventions",
        s.market,
        Field(header="Code", column="code", type=Type.TEXT),
        DISPOSITIF,
        reference("Commanditaire", s.funder),
        Field(header="Nature", column="kind", type=Type.CODE, codes=MARKET_KIND),
        Field(header="Fait suite à un marché", column="renewal", type=Type.BOOLEAN),
        Field(header="Attribué le", column="awarded_on", type=Type.DATE),
        FIRST_DAY,
        LAST_DAY,
        Field(header="Échéance", column="term_on", type=Type.DATE, required=False),
        Field(header="Reconduit", column="renewed", type=Type.BOOLEAN, required=False),
        Field(header="Montant annuel HT", column="annual_cents", type=Type.MONEY, required=False, minimum=0),
        key=("code",),
    ),
    _whole(
        "communes couvertes",
        "Communes dont les QPV sont couverts par un marché",
        s.market_city,
        Field(header="Marché", column="market_code", type=Type.TEXT),
        DISPOSITIF,
        reference("Commune", s.city),
        FIRST_DAY,
        LAST_DAY,
        key=("market_code", "city_id"),
    ),
    _whole(
        "postes",
        "Postes autorisés par les marchés",
        s.post,
        AGENCY,
        DISPOSITIF_OR_NONE,
        reference("Métier", s.job),
        Field(header="ETP", column="fte_hundredths", type=Type.HUNDREDTHS, minimum=0, maximum=1),
        Field(header="Terrain", column="on_field", type=Type.BOOLEAN),
        FIRST_DAY,
        LAST_DAY,
    ),
    _whole(
        "implantations",
        "Secteurs et sites où interviennent les dispositifs",
        s.place,
        DISPOSITIF,
        reference("Secteur", s.sector, required=False),
        reference("Site", s.site, required=False),
        FIRST_DAY,
        LAST_DAY,
    ),
)
