"""What figures can be broken down and filtered by."""

from sqlalchemy import Column

from data_access import schema as s
from metrics.kinds import Grain
from metrics.model import Dimension

_YES_NO = {True: "oui", False: "non"}


def _listed(
    id_: str,
    label: str,
    column: Column[str],
    *also: Column[str],
    territorial: bool = False,
    hidden_below: int = 0,
) -> Dimension:
    """A dimension over a closed list: its labels travel with the column."""
    names = column.info["codes"].labels
    return Dimension(
        id=id_,
        label=label,
        key=column,
        also=also,
        names=names,
        territorial=territorial,
        hidden_below=hidden_below,
    )


AGENCY = Dimension(id="agency", label="Agence", key=s.agency.c.id, territorial=True)
AGENCY_KIND = _listed("agency_kind", "Nature d'agence", s.agency.c.kind, territorial=True)
DISPOSITIF = Dimension(id="dispositif", label="Dispositif", key=s.dispositif.c.id, territorial=True)
FAMILY = _listed("family", "Famille de dispositif", s.dispositif.c.family, territorial=True)
ORIENTATION = _listed("orientation", "Orientation", s.dispositif.c.orientation, territorial=True)
SETTING = _listed("setting", "Cadre d'intervention", s.dispositif.c.setting, territorial=True)
URBAN_MARKET = Dimension(
    id="urban_market",
    label="Marché de médiation urbaine",
    key=s.dispositif.c.urban_market,
    names=_YES_NO,
    territorial=True,
)
SECTOR = Dimension(id="sector", label="Secteur", key=s.sector.c.id, territorial=True)
CITY = Dimension(id="city", label="Commune", key=s.city.c.id, territorial=True)
SITE = Dimension(id="site", label="Site", key=s.site.c.id, territorial=True)
SITE_KIND = _listed("site_kind", "Nature de site", s.site.c.kind, territorial=True)
INTERVENTION_KIND = Dimension(
    id="intervention_kind", label="Type d'intervention", key=s.intervention_kind.c.id
)
INTERVENTION_FAMILY = _listed("intervention_family", "Famille d'intervention", s.intervention_kind.c.family)
HOUR = Dimension(
    id="hour", label="Heure", key=s.intervention.c.hour, names={hour: f"{hour} h" for hour in range(24)}
)
WEEKDAY = Dimension(
    id="weekday",
    label="Jour de la semaine",
    key=s.calendar.c.weekday,
    names=dict(enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), start=1)),
    flows_only=True,
)
MEETING_KIND = Dimension(id="meeting_kind", label="Instance", key=s.meeting_kind.c.id)
SET_BY_MARKET = Dimension(
    id="set_by_market", label="Définie par le marché", key=s.meeting_kind.c.set_by_market, names=_YES_NO
)
PREVENTION_KIND = _listed("prevention_kind", "Action de prévention", s.prevention_action.c.kind)
JOB = Dimension(id="job", label="Métier", key=s.job.c.id)
JOB_FAMILY = _listed("job_family", "Famille de métier", s.job.c.family)
CONTRACT = _listed("contract", "Type de contrat", s.staff.c.contract)
SENSITIVE_CELL = 11  # fewer people of one origin could be recognised, whatever the figure
BIRTH_AREA = _listed("birth_area", "Zone de naissance", s.staff.c.birth_area, hidden_below=SENSITIVE_CELL)
FUNDER = Dimension(
    id="funder", label="Financeur", key=s.funder.c.id, missing="Non renseigné", territorial=True
)
FUNDER_KIND = _listed("funder_kind", "Nature de financeur", s.funder.c.kind, territorial=True)
ACCOUNT = Dimension(id="account", label="Compte", key=s.account.c.id)
FUNDING_LINE = _listed("funding_line", "Source de financement", s.account.c.line, s.budget.c.line)
BRANCH = _listed(
    "branch", "Branche", s.ledger.c.branch, s.budget.c.branch, s.dispositif.c.branch, territorial=True
)
GRANT_STATUS = _listed("grant_status", "Statut du dossier", s.grant_file.c.status)
MARKET_KIND = _listed("market_kind", "Nature de marché", s.market.c.kind)

MONTH = Dimension(id="month", label="Mois", key=s.calendar.c.month, grain=Grain.MONTH)
QUARTER = Dimension(id="quarter", label="Trimestre", key=s.calendar.c.quarter, grain=Grain.QUARTER)
YEAR = Dimension(id="year", label="Année", key=s.calendar.c.year, grain=Grain.YEAR)

DIMENSIONS = {
    dimension.id: dimension for dimension in list(vars().values()) if isinstance(dimension, Dimension)
}
