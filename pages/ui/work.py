"""What teams do: month by month, kind by kind, hour by hour."""

from dataclasses import replace

import streamlit as st

from metrics.catalogue.dimensions import HOUR, INTERVENTION_FAMILY, INTERVENTION_KIND, WEEKDAY
from metrics.model import Dimension, Metric
from metrics.present.charts.bars import bars
from metrics.present.charts.heat import heat
from metrics.present.charts.over_time import over_time
from metrics.query import Value
from metrics.result import Result
from pages.ui import charts
from pages.ui.asking import Ask
from pages.ui.kept import ASKED, Kept, change


def months(ask: Ask, metric: Metric, answer: Result | None = None) -> None:
    """Draws the months of the period, or those of an answer by month; a click keeps one."""
    told = answer or ask.months(metric)
    chart = over_time(told, metric, ask.events(told), dimension="month")
    charts.draw(ask, "mois", chart, told, metric)


def kinds(ask: Ask, metric: Metric) -> None:
    """Draws the families of interventions, each a click away from its kinds."""
    nested(ask, metric, INTERVENTION_FAMILY, INTERVENTION_KIND)


def nested(ask: Ask, metric: Metric, whole: Dimension, part: Dimension) -> None:
    """Draws the families, each a click away from its members; once one is kept, these and the way back."""
    family = _kept(ask, whole)
    if family is None:
        answer = ask(metric, by=(whole,))
        charts.draw(ask, "natures", bars(answer, metric, clickable=True), answer, metric)
        return
    name = ask.session.known.names[whole.id][family]
    answer = ask(metric, by=(part,))
    charts.draw(ask, "types", bars(answer, metric, of=f"famille {name}"), answer, metric)
    kept: Kept = st.session_state[ASKED]
    others = tuple(f for f in kept.where if f.dimension is not whole)
    st.button(
        f"Revenir à toutes les {whole.label.lower().replace('famille', 'familles')}",
        key="familles",
        type="tertiary",
        on_click=change,
        args=(replace(kept, where=others),),
    )


def hours(ask: Ask, metric: Metric) -> None:
    """Draws the days of the week and the hours, the busiest darkest."""
    answer = ask(metric, by=(WEEKDAY, HOUR))
    charts.draw(ask, "heures", heat(answer, metric, across=HOUR, down=WEEKDAY), answer, metric)


def _kept(ask: Ask, family: Dimension) -> Value:
    """The only family that the bar keeps, or None."""
    values = next((f.values for f in ask.where if f.dimension is family), ())
    return values[0] if len(values) == 1 else None
