"""What figures are set against: dated events, targets, and the figures the reports printed."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import DERIVATION, DOMAIN, EVENT_KIND, PRECISION, PUBLISHED_PART, Codes
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import (
    DISPOSITIF_OR_NONE,
    FIRST_DAY,
    reference,
)

_AGENCY_OR_NONE = reference("Agence", s.agency, required=False)


def _text(header: str, column: str, *, required: bool = True) -> Field:
    return Field(header=header, column=column, type=Type.TEXT, required=required)


def _listed(name: str, codes: Codes) -> Field:
    return Field(header=name, column=name, type=Type.CODE, codes=codes)


def _whole(kind: str, label: str, table: Table, *fields: Field, key: tuple[str, ...] = ()) -> Contract:
    return Contract(
        kind=kind,
        label=label,
        table=table,
        fields=fields,
        key=key,
        replaces=Replaces.EVERYTHING,
    )


CONTRACTS = (
    _whole(
        "faits marquants",
        "Faits marquants datés",
        s.event,
        Field(header="Date", column="day", type=Type.DATE),
        _AGENCY_OR_NONE,
        DISPOSITIF_OR_NONE,
        Field(header="Nature", column="kind", type=Type.CODE, codes=EVENT_KIND),
        _text("Titre", "title"),
    ),
    _whole(
        "objectifs",
        "Objectifs chiffrés",
        s.target,
        _text("Indicateur", "metric"),
        _AGENCY_OR_NONE,
        DISPOSITIF_OR_NONE,
        FIRST_DAY,
        Field(header="Fin", column="valid_to", type=Type.LAST_DAY),
        Field(header="Valeur", column="value_thousandths", type=Type.THOUSANDTHS),
    ),
    _whole(
        "chiffres publiés",
        "Chiffres imprimés dans les rapports",
        s.published_figure,
        _text("figure_id", "figure"),
        _text("document", "document"),
        _text("section", "section"),
        _text("label_fr", "label"),
        Field(header="value", column="value", type=Type.DECIMAL),
        _text("unit", "unit"),
        _listed("precision", PRECISION),
        _listed("derivation", DERIVATION),
        _text("note", "note", required=False),
        _listed("domain", DOMAIN),
        _text("metric", "metric", required=False),
        _text("where", "conditions", required=False),
        Field(header="period", column="period", type=Type.PERIOD),
        Field(header="versus", column="versus", type=Type.COMPARISON),
        _listed("part", PUBLISHED_PART),
        key=("figure",),
    ),
)
