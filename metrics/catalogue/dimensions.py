"""What figures can be broken down and filtered by."""

from sqlalchemy import Column

from data_access import schema as s
from metrics.kinds import Grain
from metrics.model import Dimension

_YES_NO = {True: "oui", False: "non"}
SENSITIVE_CELL = 11  # fewer people of one origin could be recognised, whatever the figure


def _listed(
    id_: str,
    label: str,
    column: Column[str],
    *also: Column[str],
    territorial: bool = False,
    numeric: bool = False,
    ordered: bool = False,
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
        numeric=numeric,
        ordered=ordered,
    )


AGENCY = Dimension(id="agency", label="Agence", key=s.agency.c.id, territorial=True)
AGENCY_KIND = _listed("agency_kind", "Nature d'agence", s.agency.c.kind, territorial=True)
DISPOSITIF = Dimension(
    id="dispositif",
    label="Dispositif",
    key=s.dispositif.c.id,
    territorial=True,
    missing="Hors dispositif",
)
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
    id="hour",
    label="Heure",
    key=s.intervention.c.hour,
    also=(s.intervention_hour_month.c.hour,),
    names={hour: f"{hour} h" for hour in range(24)},
)
WEEKDAY = Dimension(
    id="weekday",
    label="Jour de la semaine",
    key=s.calendar.c.weekday,
    also=(s.intervention_hour_month.c.weekday,),
    names=dict(enumerate(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"), start=1)),
    flows_only=True,
)
MEETING_KIND = Dimension(id="meeting_kind", label="Instance", key=s.meeting_kind.c.id)
SET_BY_MARKET = Dimension(
    id="set_by_market",
    label="Instance définie par le marché",
    key=s.meeting_kind.c.set_by_market,
    names=_YES_NO,
)
PREVENTION_KIND = _listed("prevention_kind", "Action de prévention", s.prevention_action.c.kind)
JOB = Dimension(id="job", label="Métier", key=s.job.c.id)
JOB_FAMILY = _listed("job_family", "Famille de métier", s.job.c.family)
CONTRACT = _listed(
    "contract", "Type de contrat", s.staff.c.contract, s.staff_move.c.contract, s.hours_worked.c.contract
)
SEX = _listed("sex", "Sexe", s.staff.c.sex)
AGE_BAND = _listed("age_band", "Tranche d'âge", s.staff.c.age_band, ordered=True)
SENIORITY_BAND = _listed("seniority_band", "Tranche d'ancienneté", s.staff.c.seniority_band, ordered=True)
SENIORITY = Dimension(
    id="seniority", label="Ancienneté en mois", key=s.staff.c.seniority_months, numeric=True
)
FOUNDATION = _listed("foundation", "Formation socle", s.staff.c.foundation)
TITLE = _listed("title", "Titre détenu", s.staff.c.title)
MOVE = _listed("move", "Mouvement", s.staff_move.c.move, numeric=True)
MOVE_REASON = _listed("move_reason", "Motif de mouvement", s.staff_move.c.reason, numeric=True)
ACCIDENT_KIND = _listed("accident_kind", "Nature d'accident", s.accident.c.kind, numeric=True)
WITH_STOP = Dimension(
    id="with_stop", label="Arrêt de travail", key=s.accident.c.with_stop, names=_YES_NO, numeric=True
)
ABSENCE_KIND = _listed("absence_kind", "Nature d'absence", s.absence.c.kind, numeric=True)
STAFF_THEME = _listed("staff_theme", "Thème de formation", s.staff_training.c.theme)
EQUALITY_LINE = Dimension(
    id="equality_line",
    label="Ligne de l'index égalité",
    key=s.pay_group.c.pay_group,
    also=(s.equality_count.c.item,),
    numeric=True,
)
BIRTH_AREA = _listed("birth_area", "Zone de naissance", s.staff.c.birth_area)
FUNDER = Dimension(
    id="funder", label="Financeur", key=s.funder.c.id, missing="Non renseigné", territorial=True
)
FUNDER_KIND = _listed("funder_kind", "Nature de financeur", s.funder.c.kind, territorial=True)
ACCOUNT = Dimension(id="account", label="Compte", key=s.account.c.id)
FUNDING_LINE = Dimension(  # expenses are on a line of their own, and are no source
    id="funding_line",
    label="Source de financement",
    key=s.account.c.line,
    also=(s.budget.c.line,),
    names={line: label for line, label in s.account.c.line.info["codes"].labels.items() if line != "expense"},
)
BRANCH = _listed(
    "branch", "Branche", s.ledger.c.branch, s.budget.c.branch, s.dispositif.c.branch, territorial=True
)
DOCUMENT = _listed("document", "Nature de pièce", s.invoice.c.document)
GRANT_STATUS = _listed("grant_status", "Statut du dossier", s.grant_file.c.status)
MARKET = Dimension(id="market", label="Marché", key=s.market.c.code, numeric=True)
MARKET_KIND = _listed("market_kind", "Nature de marché", s.market.c.kind)
ORDER_DELAY = Dimension(
    id="order_delay", label="Délai de réponse en jours", key=s.funder_order.c.delay_days, numeric=True
)
PROGRAMME = Dimension(id="programme", label="Formation", key=s.programme.c.id)
PROGRAMME_FAMILY = _listed("programme_family", "Famille de formation", s.programme.c.family)
OBJECTIVE = _listed("objective", "Objectif de formation", s.programme.c.objective)
LEVEL = Dimension(
    id="level",
    label="Niveau du titre",
    key=s.programme.c.level,
    names={level: f"niveau {level}" for level in range(2, 9)},
    missing="Sans niveau",
)
SPECIALITY = Dimension(
    id="speciality",
    label="Spécialité de formation",
    key=s.programme.c.speciality,
    names={
        "332": "332 Travail social",
        "344": "344 Sécurité des biens et des personnes",
        "413": "413 Capacités comportementales et relationnelles",
        "415": "415 Orientation et insertion sociales et professionnelles",
    },
    missing="Sans spécialité",
)
TRAINEE = _listed("trainee", "Type de stagiaire", s.attendance.c.trainee)
EMPLOYER = _listed(
    "employer",
    "Type d'employeur",
    s.attendance.c.employer,
    s.enrolment.c.employer,
    s.exam.c.employer,
)
EXAM_RESULT = _listed("exam_result", "Résultat d'examen", s.exam.c.result)
OUTCOME = _listed("outcome", "Issue du parcours", s.enrolment.c.outcome)
VEHICLE_KIND = Dimension(id="vehicle_kind", label="Type de véhicule", key=s.vehicle_kind.c.id)
RSE_INDICATOR = Dimension(id="rse_indicator", label="Indicateur RSE", key=s.rse_indicator.c.id)
RSE_AXIS = _listed("rse_axis", "Axe RSE", s.rse_indicator.c.axis, s.rse_action.c.axis)
ACTION_STATUS = _listed("action_status", "Statut d'action", s.rse_action.c.status)
RSE_EVENT_KIND = _listed("rse_event_kind", "Nature d'événement RSE", s.rse_event.c.kind)
CERTIFICATION_KIND = _listed("certification_kind", "Nature de certification", s.certification.c.kind)

MONTH = Dimension(id="month", label="Mois", key=s.calendar.c.month, grain=Grain.MONTH)
QUARTER = Dimension(id="quarter", label="Trimestre", key=s.calendar.c.quarter, grain=Grain.QUARTER)
YEAR = Dimension(id="year", label="Année", key=s.calendar.c.year, grain=Grain.YEAR)

DIMENSIONS = {
    dimension.id: dimension
    for dimension in list(vars().values())
    if isinstance(dimension, Dimension) and not dimension.numeric
}


def all_but(*left_out: Dimension) -> tuple[Dimension, ...]:
    """Every dimension but those a share measures: told by them, it would be 0 or 100 %."""
    return tuple(dimension for dimension in DIMENSIONS.values() if dimension not in left_out)
