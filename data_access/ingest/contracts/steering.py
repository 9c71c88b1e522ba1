"""What figures are set against: dated events, targets, and the figures the reports printed."""

from sqlalchemy import Table

from data_access import schema as s
from data_access.codes import EVENT_KIND
from data_access.ingest.contract import Contract, Field, Replaces, Type
from data_access.ingest.contracts.reference import (
    DISPOSITIF_OR_NONE,
    FIRST_DAY,
    reference,
)

_AGENCY_OR_NONE = reference("Agence", s.agency, required=False)


def _text(header: str, column: str, *, required: bool = True) -> Field:
    return Field(header=header, column=column, type=Type.TEXT, required=required)


def _whole(
    kind: str, label: str, table: Table, source: str, *fields: Field, key: tuple[str, ...] = ()
) -> Contract:
    return Contract(
        kind=kind,
        label=label,
        table=table,
        fields=fields,
        key=key,
        replaces=Replaces.EVERYTHING,
        source=source,
        owner="Direction générale",
    )


CONTRACTS = (
    _whole(
        "faits marquants",
        "Faits marquants datés",
        s.event,
        "Rapports annuels",
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
        "Comité de direction",
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
        "Rapport d'activité et rapport RSE",
        _text("figure_id", "figure"),
        _text("document", "document"),
        _text("section", "section"),
        _text("label_fr", "label"),
        Field(header="value", column="value", type=Type.DECIMAL),
        _text("unit", "unit"),
        _text("precision", "precision"),
        _text("derivation", "derivation"),
        _text("note", "note", required=False),
        _text("domain", "domain"),
        _text("metric", "metric", required=False),
        _text("where", "conditions", required=False),
        _text("period", "period"),
        _text("versus", "versus"),
        _text("part", "part"),
        key=("figure",),
    ),
)
