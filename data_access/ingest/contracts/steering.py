"""What figures are set against: dated events, targets, and the figures the reports printed."""

from data_access import schema as s
from data_access.codes import DERIVATION, DOMAIN, EVENT_KIND, PRECISION, PUBLISHED_PART, Codes
from data_access.ingest.contract import Field, Type
from data_access.ingest.contracts.shapes import AGENCY_OR_NONE, DISPOSITIF_OR_NONE, FIRST_DAY, text, whole


def _listed(name: str, codes: Codes) -> Field:
    return Field(header=name, column=name, type=Type.CODE, codes=codes)


CONTRACTS = (
    whole(
        "faits marquants",
        "Faits marquants datés",
        s.event,
        Field(header="Date", column="day", type=Type.DATE),
        AGENCY_OR_NONE,
        DISPOSITIF_OR_NONE,
        Field(header="Nature", column="kind", type=Type.CODE, codes=EVENT_KIND),
        text("Titre", "title"),
    ),
    whole(
        "objectifs",
        "Objectifs chiffrés",
        s.target,
        text("Indicateur", "metric"),
        AGENCY_OR_NONE,
        DISPOSITIF_OR_NONE,
        FIRST_DAY,
        Field(header="Fin", column="valid_to", type=Type.LAST_DAY),
        Field(header="Valeur", column="value_thousandths", type=Type.THOUSANDTHS),
    ),
    whole(
        "chiffres publiés",
        "Chiffres imprimés dans les rapports",
        s.published_figure,
        text("figure_id", "figure"),
        text("document", "document"),
        text("section", "section"),
        text("label_fr", "label"),
        Field(header="value", column="value", type=Type.DECIMAL),
        text("unit", "unit"),
        _listed("precision", PRECISION),
        _listed("derivation", DERIVATION),
        text("note", "note", required=False),
        _listed("domain", DOMAIN),
        text("metric", "metric", required=False),
        text("where", "conditions", required=False),
        Field(header="period", column="period", type=Type.PERIOD),
        Field(header="versus", column="versus", type=Type.COMPARISON),
        _listed("part", PUBLISHED_PART),
        key=("figure",),
    ),
)
