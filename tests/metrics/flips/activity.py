"""The smallest changes that contradict the published figures of activity."""

from datetime import date

from sqlalchemy import select

from data_access import schema as s
from tests.metrics.flips.change import Change, Conditions, double, drop, shift, turn, within

_SCHOOL = s.place.c.site_id.in_(select(s.site.c.id).where(s.site.c.kind == "school"))
_SET_BY_MARKET = s.meeting.c.meeting_kind_id.in_(
    select(s.meeting_kind.c.id).where(s.meeting_kind.c.set_by_market)
)
_PUBLIC_SPACE = s.intervention.c.dispositif_id.in_(("RENNES-JOUR", "RENNES-BINOMES"))
_SEASON = within(s.intervention, "2023-10-01", "2024-09-30")
_MEETING_SEASON = within(s.meeting, "2023-10-01", "2024-09-30")
_OPEN_IN_2024 = s.post.c.valid_to.is_(None) | (s.post.c.valid_to > date(2024, 1, 1))
_RUNNING = s.market.c.valid_to.is_(None) | (s.market.c.valid_to > date(2024, 12, 31))


def _market(dispositif: str) -> Conditions:
    return s.market.c.dispositif_id == dispositif


def _post(dispositif: str, *where: Conditions) -> Change:
    """One post of 2024 less."""
    return drop(s.post, s.post.c.dispositif_id == dispositif, _OPEN_IN_2024, *where)


def _job(code: str) -> Conditions:
    return s.post.c.job_id == code


def _hundredths(dispositif: str, size: int = 50) -> Change:
    """One field post whose ETP moves: by half a post where the report prints a whole number."""
    return shift(
        s.post.c.fte_hundredths, size, s.post.c.dispositif_id == dispositif, s.post.c.on_field, _OPEN_IN_2024
    )


def _meeting(kind: str) -> Change:
    """One participation more."""
    of_kind = s.meeting.c.meeting_kind_id == kind
    return shift(
        s.meeting.c.participations, 1, of_kind, s.meeting.c.dispositif_id == "RENNES-JOUR", _MEETING_SEASON
    )


_CHILDREN = shift(  # 1 040 + 11 = 1 051 is no longer « more than 1 000 », which goes up to 1 050
    s.prevention_action.c.participants,
    11,
    within(s.prevention_action, "2024-01-01", "2024-12-31"),
    s.prevention_action.c.kind == "exhibition_9_13",
)
_MODULES = double(  # 134 + 3 = 137 is no longer « more than 130 », which goes up to 136.5
    s.prevention_action,
    within(s.prevention_action, "2024-01-01", "2024-12-31"),
    s.prevention_action.c.kind == "module",
    size=3,
)
_NOT_RENEWED = turn(s.market, _market("ANGERS-NUIT"), s.market.c.renewed, renewed=False)

FLIPS = {
    "RA-006": turn(s.agency, s.agency.c.id == "ANGERS", kind="head_office"),
    "RA-007": turn(
        s.market, _market("T13"), _RUNNING, valid_to=date(2024, 12, 31)
    ),  # its last day is the 30th
    "RA-008": drop(s.place, s.place.c.dispositif_id == "NANTES-ECOLE", _SCHOOL),
    "RA-009": shift(
        s.city.c.qpv_population, -700, s.city.c.id == "BAGNEUX"
    ),  # 140 000 is not more than itself
    "RA-010": shift(s.city.c.population, -6_381, s.city.c.id == "SCEAUX"),  # 140 700 / 804 000 is 17.5 %
    "RA-011": turn(s.market, _market("VELIVAL"), renewal=True),
    "RA-012": _NOT_RENEWED,
    "RA-052": drop(s.place, s.place.c.dispositif_id == "IDF-ECOLE", _SCHOOL),
    "RA-053": shift(s.city.c.qpv_population, 1, s.city.c.id == "CLICHY-SOUS-BOIS"),
    "RA-054": _post("T13"),
    "RA-055": _post("AACC"),
    "RA-056": drop(s.place, s.place.c.dispositif_id == "AACC"),
    "RA-057": drop(s.place, s.place.c.dispositif_id == "IDF-ECOLE", _SCHOOL),
    "RA-058": _post("SCEAUX"),
    "RA-059": _post("CLICHY", _job("MED")),
    "RA-062": _hundredths("NANTES-QUARTIER"),
    "RA-063": drop(s.place, s.place.c.dispositif_id == "NANTES-QUARTIER"),
    "RA-064": _post("NANTES-QUARTIER", _job("MED")),
    "RA-065": _post("NANTES-QUARTIER", _job("REF")),
    "RA-066": _post("NANTES-QUARTIER", _job("RESP")),
    "RA-067": _hundredths("VAN-NUIT"),
    "RA-068": _hundredths("CCAS"),
    "RA-069": _hundredths("NANTES-ECOLE"),
    "RA-070": drop(s.place, s.place.c.dispositif_id == "NANTES-ECOLE", _SCHOOL),
    "RA-0701": _post("NANTES-ECOLE", _job("MED")),
    "RA-0702": _post("NANTES-ECOLE", _job("RESP")),
    "RA-071": _CHILDREN,
    "RA-072": _MODULES,
    "RA-082": _hundredths("RENNES-JOUR", 5),  # printed with one decimal: 6.85 is 6.9
    "RA-083": _post("RENNES-JOUR"),
    "RA-084": _hundredths("RENNES-BINOMES"),
    "RA-0841": _post("RENNES-BINOMES"),
    "RA-085": _hundredths("RENNES-ECOLE"),
    "RA-0851": _post("RENNES-ECOLE"),
    "RA-086": drop(s.place, s.place.c.dispositif_id == "RENNES-ECOLE", _SCHOOL),
    "RA-087": _post("RENNES-PISCINE"),
    "RA-088": _post("ENCOMBRANTS"),
    "RA-091": shift(
        s.collection.c.kilograms, 360, within(s.collection, "2024-01-01", "2024-12-31")
    ),  # 89.50 t
    "RA-092": shift(s.meeting.c.participations, 1, s.meeting.c.agency_id == "RENNES", _MEETING_SEASON),
    "RA-093": shift(s.intervention.c.people_met, 121, _PUBLIC_SPACE, _SEASON),  # 11 430 + 121 > 11 000 × 1.05
    "RA-094": drop(s.intervention, _PUBLIC_SPACE, _SEASON, size=240),  # 17 240 - 240 is not more than 17 000
    "RA-095": drop(
        s.placement, s.placement.c.agency_id == "RENNES", within(s.placement, "2024-01-01", "2024-12-31")
    ),
    "RA-102": _hundredths("ANGERS-NUIT"),
    "RA-103": drop(s.place, s.place.c.dispositif_id == "ANGERS-NUIT"),
    "RA-104": _hundredths("FOIRE"),
    "RA-107": _hundredths("VELIVAL"),
    "RSE-007": turn(s.market, _market("ENCOMBRANTS"), _RUNNING, valid_to=date(2024, 12, 31)),
    "RSE-020": shift(
        s.meeting.c.participations,
        1,
        s.meeting.c.dispositif_id == "RENNES-JOUR",
        _SET_BY_MARKET,
        _MEETING_SEASON,
    ),
    "RSE-021": _meeting("PROJET-OPERATIONNEL"),
    "RSE-022": _meeting("CELLULE-VEILLE"),
    "RSE-023": _meeting("GROUPE-THEMATIQUE"),
    "RSE-024": _meeting("POLICE-NATIONALE"),
    "RSE-025": _meeting("PARTENAIRES-BREQUIGNY"),
    "RSE-026": _meeting("MEDIATEURS-DECHETS"),
    "RSE-0381": _CHILDREN,
    "RSE-0382": _MODULES,
    "RSE-064": _NOT_RENEWED,
}
