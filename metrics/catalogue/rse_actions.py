"""The CSR plan of actions: what is under way, done, late, and kept.

An action is open from its first day to the day it is done or given up, so that a past day reads as it was.
"""

from data_access import schema as s
from data_access.access import Domain
from metrics.catalogue.facts import RSE_ACTIONS, RSE_ACTIONS_DUE
from metrics.catalogue.units import COUNT, PERCENT
from metrics.kinds import Polarity, When
from metrics.measures import count
from metrics.model import Metric

_ACTION = s.rse_action.c
_KEPT_ON = _ACTION.status != "abandoned"

RSE_ACTIONS_RUNNING = Metric(
    id="rse_actions_running",
    label="Actions RSE en cours",
    domain=Domain.RSE,
    unit=COUNT,
    definition=(
        "Actions du plan RSE commencées, et ni réalisées ni abandonnées le dernier jour de la période."
    ),
    measure=count(RSE_ACTIONS, when=When.AT_END, label="actions RSE ouvertes"),
)
RSE_ACTIONS_DONE = Metric(
    id="rse_actions_done",
    label="Actions RSE réalisées",
    domain=Domain.RSE,
    unit=COUNT,
    definition="Actions du plan RSE dont le jour de réalisation tombe dans la période, à l'heure ou non.",
    measure=count(RSE_ACTIONS, dated=_ACTION.done_on, label="actions RSE réalisées"),
    polarity=Polarity.MORE,
)
RSE_ACTIONS_LATE = Metric(
    id="rse_actions_late",
    label="Actions RSE en retard",
    domain=Domain.RSE,
    unit=COUNT,
    definition=(
        "Actions du plan RSE dont l'échéance est passée le dernier jour de la période et qui ne sont pas "
        "réalisées ce jour-là, sans les actions abandonnées. Une action réalisée n'est plus en retard."
    ),
    measure=count(
        RSE_ACTIONS_DUE,
        where=_KEPT_ON,
        when=When.AT_END,
        label="actions RSE dont l'échéance est passée et non réalisées",
    ),
    polarity=Polarity.LESS,
)
RSE_ACTION_COMPLETION = Metric(
    id="rse_action_completion",
    label="Taux de réalisation des actions RSE",
    domain=Domain.RSE,
    unit=PERCENT,
    definition=(
        "Actions du plan RSE réalisées, même en retard, rapportées à celles dont l'échéance tombe dans la "
        "période, sans les actions abandonnées."
    ),
    measure=count(
        RSE_ACTIONS,
        where=_KEPT_ON & _ACTION.done_on.is_not(None),
        dated=_ACTION.due_on,
        label="actions RSE à échéance et réalisées",
    ),
    over=count(RSE_ACTIONS, where=_KEPT_ON, dated=_ACTION.due_on, label="actions RSE à échéance"),
    polarity=Polarity.MORE,
)
