"""The glossary, written from the catalogue: it cannot say anything the code does not do."""

from data_access.access import Domain
from data_access.words import plain
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.kinds import When
from metrics.model import Measure, Metric
from metrics.present.words import day

DOMAINS = {
    Domain.ACTIVITY: "Activité",
    Domain.WORKFORCE: "Effectifs",
    Domain.TRAINING: "Formation",
    Domain.RSE: "RSE",
    Domain.FINANCING: "Financement",
}
_READ = {
    When.EVENT: "sur les jours de la période",
    When.LAST: "à la dernière fin de mois de la période",
    When.EVERY: "sur toutes les fins de mois de la période",
    When.OVERLAP: "en cours à un moment de la période",
    When.AT_END: "en cours le dernier jour de la période",
    When.DATED: "à la date prévue par la définition",
}
_IN_TIME = {
    When.EVENT: "compté à nouveau pour chaque période : les mois ne s'additionnent pas",
    When.LAST: "stock : une période vaut sa dernière fin de mois",
    When.EVERY: "stock : une période lit toutes ses fins de mois, qui ne s'additionnent pas",
    When.OVERLAP: "durée : compte dans chaque période qu'elle touche",
    When.AT_END: "durée : compte si elle court encore le dernier jour",
    When.DATED: "durée : compte dans la période d'une de ses dates",
}


def markdown() -> str:
    """The whole glossary, from A to Z."""
    ordered = sorted(METRICS.values(), key=lambda metric: plain(metric.label))
    entries = "\n\n".join(map(entry, ordered))
    intro = (
        "# Glossaire des indicateurs\n\n"
        "Ce texte est écrit par le catalogue (`python -m metrics glossary`) et vérifié par les tests : "
        "il dit ce que la suite calcule, ni plus ni moins."
    )
    return f"{intro}\n\n{entries}\n"


def entry(metric: Metric) -> str:
    """One indicator: what it means, how it is computed, where it comes from."""
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    lines = [
        f"- **Identifiant** : `{metric.id}` ({DOMAINS[metric.domain]})",
        f"- **Calcul** : {formula(metric)}",
        f"- **Lecture dans le temps** : {_in_time(metric)}",
        f"- **Se ventile par** : {', '.join(_breakdowns(metric))}",
        f"- **Source** : {' ; '.join(sources(metric))}",
        f"- **Version de la définition** : {metric.version}, depuis le {day(metric.since)}",
    ]
    if metric.base is not None:
        lines.append(f"- **Repose sur** : {_measured(metric.base)}")
    if metric.interval:
        lines.append("- **Incertitude** : intervalle de Wilson à 95 %, donné avec l'effectif")
    if metric.min_cohort:
        lines.append(f"- **Effectif minimal** : non calculé (n.c.) en dessous de {metric.min_cohort}")
    if metric.hidden_below:
        what = metric.base.label if metric.base is not None else "personnes"
        lines.append(f"- **Secret statistique** : rien en dessous de {metric.hidden_below} {what}")
    return f"## {metric.label}{unit}\n\n{metric.definition}\n\n" + "\n".join(lines)


def formula(metric: Metric) -> str:
    """The formula in words."""
    parts = [_measured(measure) for measure in metric.measures]
    if metric.rule is None:
        return " ÷ ".join(parts)
    return metric.rule.formula.format(*parts)


def sources(metric: Metric) -> list[str]:
    """Tool, owner and refresh of each source, without repetition."""
    known = dict.fromkeys(fact.source for fact in metric.facts)
    return [f"{source.tool} ({source.owner}, {source.refreshed})" for source in known]


def _measured(measure: Measure) -> str:
    return f"{measure.label}, {_READ[measure.when]}"


def _in_time(metric: Metric) -> str:
    """How a period follows from its months, from what the metric does with them."""
    if metric.is_ratio:
        return "rapport : recalculé pour chaque période, ni additionné ni moyenné"
    if metric.adds_up:
        return "flux : les mois s'additionnent"
    return " ; ".join(dict.fromkeys(_IN_TIME[measure.when] for measure in metric.measures))


def _breakdowns(metric: Metric) -> list[str]:
    return [dimension.label.lower() for dimension in DIMENSIONS.values() if metric.allows(dimension)]
