"""Addresses drawn at random for every view that has the bar: what each asks for, and what it asks in vain."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from metrics import address
from metrics import period as periods
from metrics.catalogue.dimensions import (
    AGENCY,
    BRANCH,
    DISPOSITIF,
    FAMILY,
    FUNDER,
    FUNDING_LINE,
    INTERVENTION_FAMILY,
    PROGRAMME,
    PROGRAMME_FAMILY,
    SECTOR,
)
from metrics.model import Dimension
from metrics.query import Against, Comparison
from metrics.views.views import ACTIVITY, AGENCIES, FINANCING, HOME, RSE, TRAINING, WORKFORCE, View
from metrics.views.views import DISPOSITIF as DISPOSITIF_VIEW

PERIODS = (
    "2024-12", "2023-01", "2024-T3", "2023-T1", "ytd:2024-09", "2024", "2023", "12m:2024-06", "12m:2023-12",
    "scolaire:2023", "scolaire:2024", "marche:2024", "marche:2023", "2023-10..2024-09",
    "2024-03-05..2024-03-19", "2024-01-10..2024-02-25", "2031", "2021-05",
)  # fmt: skip
COMPARISONS = (*address.COMPARISONS.values(), Comparison(Against.PERIOD, periods.parse("2023-06")))
OFFERED = {  # what the bar of each view filters by
    HOME: (AGENCY,),
    ACTIVITY: (AGENCY, FAMILY, DISPOSITIF, SECTOR, INTERVENTION_FAMILY),
    AGENCIES: (AGENCY,),
    DISPOSITIF_VIEW: (DISPOSITIF, INTERVENTION_FAMILY),
    WORKFORCE: (AGENCY,),
    TRAINING: (PROGRAMME_FAMILY, PROGRAMME, AGENCY),
    RSE: (AGENCY,),
    FINANCING: (AGENCY, FUNDING_LINE, BRANCH, DISPOSITIF, FUNDER),
}
FILTERED = tuple(view for view in OFFERED if view.in_menu)  # the views that have the bar
BASES = {
    "absolu": (
        "interventions",
        "people_met",
        "meetings",
        "revenue",
        "presence_rate",
        "qpv_interventions_share",
    ),
    "etp": ("interventions_per_fte", "people_met_per_fte", "meetings_per_fte", "revenue_per_fte"),
    "heure": ("interventions_per_hour", "people_met_per_hour", "revenue_per_field_hour"),
    "qpv": ("interventions_per_qpv_inhabitant", "people_met_per_qpv_inhabitant"),
}
SECTIONS = {  # of the views that have some, the first without a word in the address
    ACTIVITY: ("vue", ("", "incivilites", "portefeuille", "partenariat")),
    DISPOSITIF_VIEW: ("volet", ("", "moyens")),
    WORKFORCE: ("vue", ("", "mouvements", "profil", "formation", "sante", "index")),
    TRAINING: ("vue", ("", "cfa", "satisfaction", "lieux", "bpf", "qualiopi")),
    RSE: ("vue", ("", "actions", "certifications", "deplacements", "rencontres")),
    FINANCING: ("vue", ("", "repartition", "budget", "marches", "financeurs", "factures")),
}
DIMENSIONS = tuple(dict.fromkeys(each for offered in OFFERED.values() for each in offered))
EACH = len(COMPARISONS)  # draws of a view: one by comparison, and enough for its sections


@dataclass(frozen=True)
class Drawn:
    """One address: what it asks for, and what it asks in vain."""

    view: View
    span: str
    versus: Comparison
    where: tuple[tuple[Dimension, int, int], ...]  # a dimension, how many of its members, from which
    base: str
    section: str
    unknown: str

    def __str__(self) -> str:
        kept = "+".join(f"{each.id}{count}" for each, count, _ in self.where)
        against = self.versus.against.value
        return "-".join(
            filter(None, (self.view.url, self.span, against, kept, self.base, self.section, self.unknown))
        )


def drawing() -> Iterator[Drawn]:
    """Every kind of period, every comparison on every view; the rest as it comes."""
    random = Random("every view")
    spans = random.sample([*PERIODS * 3], EACH * len(OFFERED))
    against = {view: random.sample(COMPARISONS, EACH) for view in OFFERED}
    for number, span in enumerate(spans):
        view = tuple(OFFERED)[number % len(OFFERED)]
        own = tuple(dict.fromkeys((*OFFERED[view], random.choice(DIMENSIONS))))  # and one of any view
        kept = random.sample(own, min(len(own), random.choice((0, 1, 1, 2, 3))))
        if view is DISPOSITIF_VIEW:
            kept = [DISPOSITIF, *(each for each in kept if each is not DISPOSITIF)]
        yield Drawn(
            view=view,
            span=span,
            versus=against[view].pop(),
            where=tuple(
                (each, 1 if view is DISPOSITIF_VIEW and each is DISPOSITIF else random.choice((1, 1, 2, 3)),
                 random.randrange(100))
                for each in kept
            ),
            base=tuple(BASES)[number // len(OFFERED) % len(BASES)] if view is AGENCIES else "",
            section=_section(view, number // len(OFFERED)),
            unknown=random.choice(("", "", "", "agence", "secteur", "periode", "comparaison")),
        )  # fmt: skip


def _section(view: View, number: int) -> str:
    """The sections of a view in turn; nothing for a view without any."""
    _, sections = SECTIONS.get(view, ("", ("",)))
    return sections[number % len(sections)]


CASES = list(drawing())
