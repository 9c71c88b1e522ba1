"""Activity and income for a means or a population: per field FTE, per inhabitant of QPV.

Each numerator is the measure of a figure of the catalogue and keeps its domain, so that it is read with the
same rights. Field FTE are those of posts: contracts include the head office, trainers and people away, who
meet nobody on the field. Income is that of field mediation, over the posts of field mediation. What is
told per hour of presence is declared with activity and with financing.
"""

from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import and_

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue import dispositifs
from metrics.catalogue.dimensions import AGENCY, BRANCH, CITY, FUNDER, FUNDER_KIND, all_but
from metrics.catalogue.facts import INTERVENTIONS, LEDGER, MARKET_CITIES, MEETINGS, POSTS
from metrics.kinds import Polarity, When
from metrics.measures import count, maximum, total
from metrics.model import Dimension, Measure, Metric, Rule
from metrics.rules import share
from metrics.unit import Unit

_PER_FTE = Unit(symbol="par ETP", decimals=2)
_EUROS_PER_FTE = Unit(symbol="€ par ETP")
_PER_THOUSAND = Unit(symbol="pour 1 000 hab.", decimals=1)
_IS_FIELD_MEDIATION = s.dispositif.c.field_mediation.is_(True)


@dataclass(frozen=True, kw_only=True)
class _Numerator:
    """What is divided, and the words of its figures."""

    label: str
    told: str
    measure: Measure
    fte: Measure | None = dispositifs.FIELD_FTE.measure
    domain: Domain = Domain.ACTIVITY
    polarity: Polarity = Polarity.NONE
    by: tuple[Dimension, ...] | None = None


_INTERVENTIONS = _Numerator(
    label="Interventions",
    told="Nombre d'interventions",
    measure=count(INTERVENTIONS, label="interventions"),
)
_PEOPLE = _Numerator(
    label="Personnes rencontrées",
    told="Contacts comptés par les équipes, où une personne vue deux fois compte deux fois",
    measure=total(INTERVENTIONS, s.intervention.c.people_met, label="personnes rencontrées"),
)
_MEETINGS = _Numerator(
    label="Participations à des instances",
    told="Participations aux réunions avec les partenaires",
    measure=total(MEETINGS, s.meeting.c.participations, label="participations"),
)
_INCOME = _Numerator(
    label="Produits",
    told=(
        "Produits des dispositifs de médiation de terrain, hors formation, encombrants, médiation "
        "conventionnelle et conseils citoyens"
    ),
    measure=total(
        LEDGER,
        s.ledger.c.amount_cents,
        where=and_(s.account.c.line.not_in(("expense",)), _IS_FIELD_MEDIATION),
        scale=Fraction(1, 100),
        label="produits des dispositifs de médiation de terrain",
    ),
    fte=total(
        POSTS,
        s.post.c.fte_hundredths,
        where=and_(s.post.c.on_field.is_(True), _IS_FIELD_MEDIATION),
        scale=Fraction(1, 100),
        label="ETP des postes de terrain ouverts de ces dispositifs",
    ),
    domain=Domain.FINANCING,
    by=all_but(FUNDER, FUNDER_KIND, BRANCH),  # of the entry on one side, of the dispositif on the other
    polarity=Polarity.MORE,
)
_THOUSANDS_OF_INHABITANTS = maximum(
    MARKET_CITIES,
    s.city.c.qpv_population,
    when=When.AT_END,
    scale=Fraction(1, 1000),
    label="milliers d'habitants de QPV de la commune",
)


def _per_fte(id_: str, of: _Numerator, unit: Unit) -> Metric:
    return Metric(
        id=id_,
        label=f"{of.label} par ETP terrain",
        domain=of.domain,
        unit=unit,
        definition=(
            f"{of.told}, rapportés aux équivalents temps plein des postes de terrain ouverts à un moment de "
            "la période : les postes autorisés, et non les contrats ni les personnes présentes."
        ),
        measure=of.measure,
        over=of.fte,
        by=of.by,
        polarity=of.polarity,
    )


def _per_inhabitant(id_: str, of: _Numerator) -> Metric:
    return Metric(
        id=id_,
        label=f"{of.label} pour 1 000 habitants de QPV",
        domain=of.domain,
        unit=_PER_THOUSAND,
        definition=(
            f"{of.told}, pour 1 000 habitants des quartiers prioritaires des communes couvertes par un "
            "marché le dernier jour, chaque commune comptée une fois. Une partie de l'activité se passe hors "
            "de ces quartiers."
        ),
        rule=Rule(
            function=share,
            measures=(of.measure, _THOUSANDS_OF_INHABITANTS),
            at=CITY,
            formula="somme de {0} ÷ somme de {1}, chaque commune comptée une fois",
        ),
        by=(AGENCY,),
        polarity=of.polarity,
    )


INTERVENTIONS_PER_FTE = _per_fte("interventions_per_fte", _INTERVENTIONS, _PER_FTE)
PEOPLE_MET_PER_FTE = _per_fte("people_met_per_fte", _PEOPLE, _PER_FTE)
MEETINGS_PER_FTE = _per_fte("meetings_per_fte", _MEETINGS, _PER_FTE)
REVENUE_PER_FTE = _per_fte("revenue_per_fte", _INCOME, _EUROS_PER_FTE)
INTERVENTIONS_PER_QPV_INHABITANT = _per_inhabitant("interventions_per_qpv_inhabitant", _INTERVENTIONS)
PEOPLE_MET_PER_QPV_INHABITANT = _per_inhabitant("people_met_per_qpv_inhabitant", _PEOPLE)
