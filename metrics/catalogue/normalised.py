"""Activity and income for a means or a population: per field FTE, per inhabitant of QPV.

Each numerator is the measure of a figure of the catalogue and keeps its domain, so that it is read with the
same rights. Field FTE are those of posts: contracts include the head office, trainers and people away, who
meet nobody on the field. Income is that of field mediation, over the posts of field mediation. What is
told per hour of presence is declared with activity and with financing.
"""

from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import ColumnElement, and_

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.dimensions import AGENCY, BRANCH, CITY, FUNDER, FUNDER_KIND, all_but
from metrics.catalogue.facts import CITIES_SERVED, INTERVENTIONS, LEDGER, MEETINGS, POSTS
from metrics.catalogue.units import FTE
from metrics.kinds import Polarity, When
from metrics.measures import count, maximum, total
from metrics.model import Dimension, Measure, Metric, Rule
from metrics.rules import share_among
from metrics.unit import Unit

_PER_FTE = Unit(symbol="par ETP", decimals=1)
_EUROS_PER_FTE = Unit(symbol="€ par ETP")
_PER_THOUSAND = Unit(symbol="pour 1 000 hab.", decimals=1, intensive=True)
_CONTACTS = "Contacts comptés par les équipes (une personne vue deux fois compte deux fois)"
_IS_FIELD_MEDIATION = s.dispositif.c.field_mediation.is_(True)


_IS_IN_QPV = s.sector.c.qpv.is_(True)


def _mean_fte(label: str, *conditions: ColumnElement[bool]) -> Measure:
    """Field posts at each month-end: a season weighs its months, and no post weighs more than it is open."""
    return total(
        POSTS,
        s.post.c.fte_hundredths,
        where=and_(s.post.c.on_field.is_(True), *conditions),
        when=When.MONTH_ENDS,
        scale=Fraction(1, 100),
        label=label,
    )


_FIELD_FTE = _mean_fte("ETP des postes de terrain ouverts")


@dataclass(frozen=True, kw_only=True)
class _Numerator:
    """What is divided, and the words of its figures."""

    label: str
    told: str
    measure: Measure
    fte: Measure = _FIELD_FTE
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
    told=_CONTACTS,
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
        "Produits des dispositifs de médiation de terrain (hors formation, encombrants, médiation "
        "conventionnelle et conseils citoyens)"
    ),
    measure=total(
        LEDGER,
        s.ledger.c.amount_cents,
        where=and_(s.account.c.line.not_in(("expense",)), _IS_FIELD_MEDIATION),
        scale=Fraction(1, 100),
        label="produits des dispositifs de médiation de terrain",
    ),
    fte=_mean_fte("ETP des postes de terrain ouverts de ces dispositifs", _IS_FIELD_MEDIATION),
    domain=Domain.FINANCING,
    by=all_but(FUNDER, FUNDER_KIND, BRANCH),  # of the entry on one side, of the dispositif on the other
    polarity=Polarity.MORE,
)
_THOUSANDS_OF_INHABITANTS = maximum(
    CITIES_SERVED,
    s.city.c.qpv_population,
    when=When.MONTH_ENDS,
    scale=Fraction(1, 1000),
    label="milliers d'habitants de QPV de la commune, tant qu'un marché y court",
)


def _per_fte(id_: str, of: _Numerator, unit: Unit) -> Metric:
    return Metric(
        id=id_,
        label=f"{of.label} par ETP terrain",
        domain=of.domain,
        unit=unit,
        definition=(
            f"{of.told} par équivalent temps plein des postes de terrain ouverts à la fin de "
            "chaque mois, en moyenne des fins de mois de la période : un poste ouvert trois mois pèse trois "
            "mois, et ce qu'un dispositif fait en un mois se lit, sur une année, en rythme annuel. Ce sont "
            "les postes autorisés, et non les contrats ni les personnes présentes."
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
            f"{of.told} dans un secteur classé quartier prioritaire, pour 1 000 habitants des quartiers "
            "prioritaires des mêmes communes : celles où court un marché à la fin de chaque mois, en moyenne "
            "des fins de mois de la période. Une commune servie six mois pèse six mois, et compte une fois "
            "quel que soit le nombre de ses marchés. Ce qui est noté hors de ces quartiers, ou sans secteur, "
            "n'y compte pas."
        ),
        rule=Rule(
            function=share_among,
            measures=(of.measure, _THOUSANDS_OF_INHABITANTS),
            at=CITY,
            formula="somme de {0} ÷ somme de {1}, sur les communes qui en ont, chacune comptée une fois",
        ),
        by=(AGENCY,),
        polarity=of.polarity,
    )


MEAN_FIELD_FTE = Metric(
    id="mean_field_fte",
    label="ETP de terrain moyens",
    domain=Domain.ACTIVITY,
    unit=FTE,
    definition=(
        "Équivalents temps plein des postes de terrain autorisés par les marchés et ouverts à la fin de "
        "chaque mois, en moyenne des fins de mois de la période : un poste ouvert trois mois d'une année y "
        "pèse un quart. C'est par eux que sont divisés les chiffres par ETP terrain."
    ),
    measure=_FIELD_FTE,
)
INTERVENTIONS_PER_FTE = _per_fte("interventions_per_fte", _INTERVENTIONS, _PER_FTE)
PEOPLE_MET_PER_FTE = _per_fte("people_met_per_fte", _PEOPLE, _PER_FTE)
MEETINGS_PER_FTE = _per_fte("meetings_per_fte", _MEETINGS, _PER_FTE)
REVENUE_PER_FTE = _per_fte("revenue_per_fte", _INCOME, _EUROS_PER_FTE)
INTERVENTIONS_PER_QPV_INHABITANT = _per_inhabitant(
    "interventions_per_qpv_inhabitant",
    _Numerator(
        label="Interventions",
        told="Nombre d'interventions",
        measure=count(INTERVENTIONS, where=_IS_IN_QPV, label="interventions situées en QPV"),
    ),
)
PEOPLE_MET_PER_QPV_INHABITANT = _per_inhabitant(
    "people_met_per_qpv_inhabitant",
    _Numerator(
        label="Personnes rencontrées",
        told=_CONTACTS,
        measure=total(
            INTERVENTIONS,
            s.intervention.c.people_met,
            where=_IS_IN_QPV,
            label="personnes rencontrées en QPV",
        ),
    ),
)
