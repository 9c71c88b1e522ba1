"""Files of the CSR workbook: indicators, declared values, fleet, mileage, certifications, actions, events."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import ACTION_STATUS, CERTIFICATION, RSE_AXIS, RSE_EVENT, WANTED
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import AGENCY, CODE, FIRST_DAY, LAST_DAY, NAME, reference

_VEHICLE_KIND = reference("Type", s.vehicle_kind)
_AXIS = Field(header="Axe", column="axis", type=Type.CODE, codes=RSE_AXIS)
_TITLE = Field(header="Titre", column="title", type=Type.TEXT)


def _text(header: str, column: str, *, required: bool = True) -> Field:
    return Field(header=header, column=column, type=Type.TEXT, required=required)


def _whole(kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...]) -> Contract:
    return Contract(kind=kind, label=label, table=table, fields=fields, replaces=Replaces.EVERYTHING, key=key)


def _monthly(kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...] = ()) -> Contract:
    return Contract(
        kind=kind, label=label, table=table, fields=fields, replaces=Replaces.MONTHS, day="day", key=key
    )


CONTRACTS = (
    _whole(
        "types de véhicule",
        "Types de véhicule",
        s.vehicle_kind,
        CODE,
        NAME,
        Field(header="Alternatif", column="alternative", type=Type.BOOLEAN),
        key=("id",),
    ),
    _whole(
        "indicateurs RSE",
        "Indicateurs des tableaux RSE",
        s.rse_indicator,
        CODE,
        NAME,
        _AXIS,
        _text("Sous-axe", "sub_axis"),
        _text("Enjeu", "issue"),
        _text("Unité", "unit", required=False),
        Field(header="Sens souhaité", column="wanted", type=Type.CODE, codes=WANTED),
        _text("Responsable", "owner"),
        _text("Indicateur", "metric"),
        Field(header="Rang", column="position", type=Type.INTEGER, minimum=1),
        key=("id",),
    ),
    _monthly(
        "valeurs RSE",
        "Valeurs déclarées des indicateurs RSE",
        s.rse_value,
        Field(header="Fin de période", column="day", type=Type.MONTH_END),
        reference("Indicateur", s.rse_indicator),
        Field(header="Valeur", column="value_thousandths", type=Type.THOUSANDTHS),
        _text("Preuve", "evidence"),
        key=("day", "rse_indicator_id"),
    ),
    _monthly(
        "véhicules",
        "Véhicules en fin de mois",
        s.vehicle,
        Field(header="Fin de mois", column="day", type=Type.MONTH_END),
        AGENCY,
        _VEHICLE_KIND,
        Field(header="Véhicules", column="vehicles", type=Type.INTEGER, minimum=0, maximum=1000),
        key=("day", "agency_id", "vehicle_kind_id"),
    ),
    _monthly(
        "kilomètres",
        "Kilomètres parcourus dans le mois",
        s.mileage,
        Field(header="Mois", column="day", type=Type.MONTH),
        AGENCY,
        _VEHICLE_KIND,
        Field(header="Kilomètres", column="kilometres", type=Type.INTEGER, minimum=0, maximum=1_000_000),
    ),
    _whole(
        "certifications",
        "Certifications et labels",
        s.certification,
        _text("Code", "code"),
        _TITLE,
        Field(header="Nature", column="kind", type=Type.CODE, codes=CERTIFICATION),
        _text("Organisme", "issuer"),
        _text("Niveau", "level", required=False),
        FIRST_DAY,
        LAST_DAY,
        key=("code",),
    ),
    _whole(
        "actions RSE",
        "Plan d'actions RSE",
        s.rse_action,
        _text("Code", "code"),
        _TITLE,
        _AXIS,
        reference("Agence", s.agency, required=False),
        _text("Responsable", "owner"),
        Field(header="Statut", column="status", type=Type.CODE, codes=ACTION_STATUS),
        FIRST_DAY,
        LAST_DAY,
        Field(header="Échéance", column="due_on", type=Type.DATE),
        Field(header="Réalisée le", column="done_on", type=Type.DATE, required=False),
        key=("code",),
    ),
    _monthly(
        "événements RSE",
        "Ateliers, sensibilisations et rencontres",
        s.rse_event,
        Field(header="Date", column="day", type=Type.DATE),
        AGENCY,
        Field(header="Nature", column="kind", type=Type.CODE, codes=RSE_EVENT),
        _TITLE,
        Field(
            header="Participants",
            column="participants",
            type=Type.INTEGER,
            required=False,
            minimum=0,
            maximum=10_000,
        ),
    ),
)
