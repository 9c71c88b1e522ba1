"""Entries, exits, transfers, and the two readings of turnover."""

from data_access.access import Domain
from metrics.catalogue.dimensions import CONTRACT, MONTH, MOVE
from metrics.catalogue.facts import STAFF, STAFF_MOVES
from metrics.catalogue.partitions import FEW, LEAVERS
from metrics.catalogue.units import PEOPLE, PERCENT
from metrics.kinds import When
from metrics.measures import count
from metrics.model import Measure, Metric, Part, Rule
from metrics.monthly import leavers_rate, renewal_rate


def _moved(move: str, label: str) -> Measure:
    return count(STAFF_MOVES, parts=(Part(MOVE, (move,)),), label=label)


_ENTRIES = _moved("entry", "embauches")
_EXITS = _moved("exit", "départs de l'association")
_PERMANENT_LEAVERS = count(STAFF_MOVES, parts=LEAVERS, label="départs de salariés en CDI")
_PERMANENT = count(
    STAFF, parts=(Part(CONTRACT, ("permanent",)),), when=When.EVERY, label="salariés en CDI présents"
)
_EVERYONE = count(STAFF, when=When.EVERY, label="salariés présents")

ENTRIES = Metric(
    id="entries",
    label="Entrées",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Embauches de la période, tous contrats, apprentis compris, au premier jour de présence. Une "
        "mutation entre agences n'est pas une entrée, même pour l'agence : les agences s'additionnent."
    ),
    measure=_ENTRIES,
    hidden_below=FEW,
)
EXITS = Metric(
    id="exits",
    label="Sorties",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Départs de la période, tous contrats, apprentis et fins de CDD compris, au dernier jour de "
        "présence. Ni une mutation entre agences ni un changement de contrat n'est une sortie."
    ),
    measure=_EXITS,
    hidden_below=FEW,
)
TRANSFERS_IN = Metric(
    id="transfers_in",
    label="Mutations entrantes",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Salariés venus d'une autre agence de l'association, comptés dans l'agence d'arrivée. À ajouter aux "
        "entrées pour expliquer l'effectif d'une agence ; sans effet sur celui de l'association."
    ),
    measure=_moved("transfer_in", "arrivées par mutation"),
    hidden_below=FEW,
)
TRANSFERS_OUT = Metric(
    id="transfers_out",
    label="Mutations sortantes",
    domain=Domain.WORKFORCE,
    unit=PEOPLE,
    definition=(
        "Salariés partis vers une autre agence de l'association, comptés dans l'agence de départ. À ajouter "
        "aux sorties pour expliquer l'effectif d'une agence ; sans effet sur celui de l'association."
    ),
    measure=_moved("transfer_out", "départs par mutation"),
    hidden_below=FEW,
)
PERMANENT_TURNOVER = Metric(
    id="permanent_turnover",
    label="Taux de rotation des CDI (départs, d'après VSME)",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Départs de salariés en CDI par démission, licenciement, rupture conventionnelle, retraite ou décès, "
        "rapportés à l'effectif moyen en CDI des fins de mois de la période. Fins d'essai, fins de CDD, "
        "apprentis et mutations n'y comptent pas. La norme porte sur tous les salariés ; ici, sur les CDI, "
        "ruptures conventionnelles comprises. Par année civile et pour "
        "toute l'association seulement : sur moins, il rendrait un compte masqué."
    ),
    rule=Rule(
        function=leavers_rate,
        measures=(_PERMANENT_LEAVERS, _PERMANENT),
        at=MONTH,
        formula="{0} ÷ moyenne de : {1}",
    ),
    by=(),
    hidden_below=FEW,
)
STAFF_TURNOVER = Metric(
    id="staff_turnover",
    label="Taux de rotation (entrées et sorties, définition Dares)",
    domain=Domain.WORKFORCE,
    unit=PERCENT,
    definition=(
        "Moyenne du taux d'entrée et du taux de sortie, tous contrats : embauches et départs rapportés à "
        "l'effectif moyen des fins de mois de la période. Les contrats saisonniers et les apprentis "
        "l'élèvent ; les mutations n'y comptent pas. Par année civile et pour toute l'association "
        "seulement : sur moins, il rendrait celui des deux comptes qui est masqué."
    ),
    rule=Rule(
        function=renewal_rate,
        measures=(_ENTRIES, _EXITS, _EVERYONE),
        at=MONTH,
        formula="(embauches + départs) ÷ 2 ÷ effectif moyen des fins de mois",
    ),
    by=(),
    hidden_below=FEW,
    yearly=True,
)
