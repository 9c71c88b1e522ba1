"""The glossary, written from the catalogue: it cannot say anything the code does not do."""

from collections.abc import Iterator
from functools import lru_cache

from data_access.access import Domain
from data_access.words import plain, uncapitalised
from metrics.askable import tables_of
from metrics.catalogue import METRICS
from metrics.catalogue.dimensions import DIMENSIONS
from metrics.kinds import When
from metrics.model import Dimension, Measure, Metric
from metrics.present.words import day, french
from metrics.source import Source

DOMAINS = {
    Domain.ACTIVITY: "Activité",
    Domain.WORKFORCE: "Effectifs",
    Domain.TRAINING: "Formation",
    Domain.RSE: "RSE",
    Domain.FINANCING: "Financement",
}
_READ = {
    When.EVENT: "dans la période",
    When.LAST: "à la dernière fin de mois de la période",
    When.EVERY: "sur toutes les fins de mois de la période",
    When.OVERLAP: "à un moment quelconque de la période",
    When.AT_END: "au dernier jour de la période",
    When.MONTH_ENDS: "en moyenne des fins de mois de la période",
    When.DATED: "à la date que dit la définition",
}
_IN_TIME = {
    When.EVENT: "compté à nouveau pour chaque période : les mois ne s'additionnent pas",
    When.LAST: "stock : une période vaut sa dernière fin de mois",
    When.EVERY: "stock : une période lit toutes ses fins de mois, qui ne s'additionnent pas",
    When.OVERLAP: "compté une fois dans chaque période qu'il touche : les périodes ne s'additionnent pas",
    When.AT_END: "état au dernier jour : les périodes ne s'additionnent pas",
    When.MONTH_ENDS: "moyenne des états de fin de mois : les périodes ne s'additionnent pas",
    When.DATED: "compté à une seule date, celle que dit la définition : les mois s'additionnent",
}


def markdown() -> str:
    """The whole glossary, from A to Z."""
    ordered = sorted(METRICS.values(), key=lambda metric: plain(metric.label))
    entries = "\n\n".join(map(entry, ordered))
    intro = (
        "# Glossaire des indicateurs\n\n"
        "Ce texte est écrit par le catalogue (`python -m metrics glossary`) et vérifié par les tests : "
        "il dit ce que la suite calcule, ni plus ni moins. Dans une ventilation, une valeur masquée seule en "
        "fait masquer une autre : le total la trahirait."
    )
    return f"{french(intro)}\n\n{entries}\n"


def entry(metric: Metric) -> str:
    """One indicator: what it means, how it is computed, where it comes from."""
    unit = f" ({metric.unit.symbol})" if metric.unit.symbol else ""
    said = (
        ("Identifiant", f"`{metric.id}` ({DOMAINS[metric.domain]})"),
        *readings(metric),
        ("Source", " ; ".join(sources(metric))),
        ("Version de la définition", f"{metric.version}, depuis le {day(metric.since)}"),
        *limits(metric),
    )
    lines = "\n".join(f"- **{label}** : {text}" for label, text in said)
    return french(f"## {metric.label}{unit}\n\n{metric.definition}\n\n{lines}")


def readings(metric: Metric) -> Iterator[tuple[str, str]]:
    """How it is computed, read in time and broken down, each under its label."""
    yield "Calcul", formula(metric)
    yield "Lecture dans le temps", _in_time(metric)
    yield "Se ventile par", ", ".join(_breakdowns(metric))


def limits(metric: Metric) -> Iterator[tuple[str, str]]:
    """What bounds its reading, each under its label."""
    if metric.base is not None and metric.base_shown:
        yield "Repose sur", _measured(metric.base)
    if metric.interval:
        yield "Incertitude", "intervalle de Wilson à 95 %, donné avec l'effectif"
    if metric.min_cohort:
        least = f"{metric.min_cohort} {_cohort(metric)}"
        yield "Effectif minimal", f"non calculé (n.c.) en dessous de {least}"
    if metric.apart:
        pairs = (" et ".join(uncapitalised(each.label) for each in pair) for pair in metric.apart)
        yield "Ne se croisent pas", f"{' ; '.join(pairs)} : le chiffre désignerait quelqu'un"
    if metric.yearly:
        yield "Périodes", "années civiles entières seulement"
    if not metric.by_contract_year:
        yield "Périodes", "jamais par exercice de marché, que le siège n'a pas"
    if metric.hidden_below:
        yield "Secret statistique", _secrecy(metric)


def formula(metric: Metric) -> str:
    """The formula in words."""
    parts = [_measured(measure) for measure in metric.measures]
    if metric.rule is None:
        return " ÷ ".join(parts)
    return metric.rule.formula.format(*parts)


def sources(metric: Metric) -> list[str]:
    """Tool, owner and refresh of each source, without repetition."""
    return [f"{source.tool} ({source.owner}, {source.refreshed})" for source in origins(metric)]


def origins(metric: Metric) -> tuple[Source, ...]:
    """Its sources, without repetition."""
    return tuple(dict.fromkeys(fact.source for fact in metric.facts))


def _cohort(metric: Metric) -> str:
    """What a minimum is counted in: the base of the figure, or what it is divided by."""
    return (metric.base or metric.measures[-1]).label


def _secrecy(metric: Metric) -> str:
    """When the figure is hidden, and which tables alone are told of people."""
    least, counted = metric.hidden_below, (metric.base or metric.measures[0]).label
    said = f"masqué (s) de 1 à {least - 1} {counted}, et partout où un total ou une autre case le rendrait"
    if any(map(_is_yearly, metric.read)):
        said += " ; par années civiles entières"
    tables = tables_of(metric.measures[0])
    return f"{said} ; tableaux publiés : {' ; '.join(tables)}" if tables else said


def _is_yearly(measure: Measure) -> bool:
    """Whether some table of its people is told of whole years only."""
    published = measure.fact.published
    return published is not None and all(each.yearly for each in published.crossings if each.least)


def _measured(measure: Measure) -> str:
    return f"{measure.label}, {_READ[measure.when]}"


def _in_time(metric: Metric) -> str:
    """How a period follows from its months, from what the metric does with them."""
    if metric.rule is not None and metric.rule.reading:
        return metric.rule.reading
    if metric.is_ratio:
        return "rapport : recalculé pour chaque période, ni additionné ni moyenné"
    if metric.adds_up:
        return "flux : les mois s'additionnent"
    return " ; ".join(dict.fromkeys(_IN_TIME[measure.when] for measure in metric.measures))


def _breakdowns(metric: Metric) -> list[str]:
    return [uncapitalised(dimension.label) for dimension in _allowed(metric)]


@lru_cache(maxsize=512)
def _allowed(metric: Metric) -> tuple[Dimension, ...]:
    return tuple(dimension for dimension in DIMENSIONS.values() if metric.allows(dimension))
