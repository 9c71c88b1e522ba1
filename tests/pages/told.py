"""What a page must answer to, asked of the catalogue by other ways than the page's."""

from collections.abc import Sequence
from dataclasses import dataclass

from data_access.access import Role, scope_for
from metrics.badges import Badges, key
from metrics.catalogue import metric
from metrics.catalogue.dimensions import AGENCY, INTERVENTION_FAMILY, INTERVENTION_KIND
from metrics.follow import followed_by
from metrics.model import Dimension, Metric
from metrics.period import Period
from metrics.present.text import row_labels
from metrics.query import NO_COMPARISON, Against, Comparison, Filter, Query
from metrics.result import Cell
from metrics.run import ask
from metrics.views.views import View

DIRECTION = scope_for(Role.DIRECTION)


@dataclass(frozen=True)
class Asked:
    """What the page must answer to, once the address is read."""

    store: str
    view: View
    period: Period
    versus: Comparison
    where: tuple[Filter, ...]

    @property
    def natures(self) -> Dimension:
        """The families of interventions, or the kinds of the only one that is kept."""
        kept = next((f.values for f in self.where if f.dimension is INTERVENTION_FAMILY), ())
        return INTERVENTION_KIND if len(kept) == 1 and kept != (None,) else INTERVENTION_FAMILY

    def groups(self, metrics: Sequence[Metric]) -> dict[tuple[Filter, ...], list[Metric]]:
        """The metrics that follow the same filters."""
        found: dict[tuple[Filter, ...], list[Metric]] = {}
        for each in metrics:
            found.setdefault(followed_by(each, self.where, DIRECTION), []).append(each)
        return found

    def cells(
        self, names: Sequence[str], by: tuple[Dimension, ...] = (), versus: Comparison | None = None
    ) -> dict[tuple[str, ...], dict[Metric, Cell]]:
        """The cells of the catalogue: by line, by metric."""
        lines: dict[tuple[str, ...], dict[Metric, Cell]] = {}
        for where, metrics in self.groups(list(map(metric, names))).items():
            against = self._against(where, by, versus or self.versus)
            query = Query(metrics=tuple(metrics), period=self.period, by=by, where=where, versus=against)
            answer = ask(self.store, query, DIRECTION)
            for row in answer.rows:
                line = lines.setdefault(tuple(row_labels(answer, row)), {})
                line.update(zip(metrics, row.cells, strict=True))
        return lines

    def _against(
        self, where: tuple[Filter, ...], by: tuple[Dimension, ...], versus: Comparison
    ) -> Comparison:
        """The median of other agencies asks for one agency, or a line for each."""
        one = any(f.dimension is AGENCY and len(f.values) == 1 for f in where)
        return NO_COMPARISON if versus.against is Against.MEDIAN and AGENCY not in by and not one else versus

    def outside(self, each: Metric) -> str:
        """What the figure must say that it leaves out."""
        followed = followed_by(each, self.where, DIRECTION)
        left = [f"filtre {f.dimension.label.lower()}" for f in self.where if f not in followed]
        return f"hors {', '.join(left)}" if left else ""


def badge(asked: Asked, each: Metric, printed: Badges) -> str:
    """Where the reports print the very figure of a tile, and its change."""
    kept = [f"{f.dimension.id}={'|'.join(str(value or '') for value in f.values)}" for f in asked.where]
    about = (each.id, str(asked.period), kept)
    value, change = printed.get(key(*about)), printed.get(key(*about, str(asked.versus)))
    told = (f"publié {value}" if value else "", f"évolution publiée {change}" if change else "")
    return " · ".join(filter(None, told))
