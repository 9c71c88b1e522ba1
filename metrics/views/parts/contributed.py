"""What each part added to a change, line by line, down to the change itself."""

from collections.abc import Sequence
from fractions import Fraction

from metrics.catalogue.dimensions import AGENCY, DISPOSITIF
from metrics.explain import OTHERS, Explanation, Part
from metrics.model import Dimension
from metrics.present.charts.contributions import MIX, RATE, amount, written_in
from metrics.present.leads import Dispositif
from metrics.present.table import Column, Entry, Line, Table
from metrics.present.table import table as lines_of
from metrics.views import views
from metrics.views.ask import Ask


def table(ask: Ask, found: Explanation, by: Dimension | None = None) -> Table:
    """Every part, the others, and the change they add up to; a dispositif leads to its page."""
    headers = ["Contribution", *((RATE, MIX) if found.effects else ())]
    first = Column(by.label if by else "Terme")
    columns = [first, *(Column(each, is_number=True) for each in headers)]
    lines: list[Line] = []
    blank = [""] * (len(headers) - 1)
    for part in found.parts:
        told = [_amount(found, each) for each in (part.rate, part.mix) if each is not None]
        lines.append((_name(ask, part, by), _amount(found, part.contribution), *(told or blank)))
    if found.others:
        lines.append((found.others_label, _amount(found, found.others), *blank))
    effects = [_amount(found, each) for each in found.effects or ()]
    lines.append((Entry("Évolution", is_strong=True), _amount(found, found.change), *effects))
    caption = f"Contributions, par rapport à : {found.versus_label}"
    return lines_of(caption, columns, lines, folded="Voir le tableau")


def by_agency(ask: Ask, every: Sequence[Explanation]) -> Table:
    """Several changes side by side, a line for each agency in their own order, down to the changes."""
    names = ask.visit.known.names[AGENCY.id]
    parts = [{part.key: part.contribution for part in found.parts} for found in every]
    lines = [
        [name, *(_told(found, own.get(key)) for found, own in zip(every, parts, strict=True))]
        for key, name in names.items()
    ]
    if any(found.others for found in every):
        lines.append([OTHERS, *(_told(found, found.others or None) for found in every)])
    lines.append(["Évolution", *(_amount(found, found.change) for found in every)])
    columns = [Column(AGENCY.label), *(_column(found) for found in every)]
    return lines_of(f"Évolutions par rapport à : {every[0].versus_label}", columns, lines, total=True)


def _column(found: Explanation) -> Column:
    return Column(found.metric.label, is_number=True, metric=found.metric)


def _told(found: Explanation, contribution: Fraction | None) -> Entry | str:
    return "–" if contribution is None else _amount(found, contribution)


def _amount(found: Explanation, value: Fraction) -> Entry:
    return Entry(amount(found, value), value=value, unit=written_in(found))


def _name(ask: Ask, part: Part, by: Dimension | None) -> Entry | str:
    visit = ask.visit
    is_one = by is DISPOSITIF and part.key in visit.known.names[DISPOSITIF.id]
    if not is_one or not views.opens(views.DISPOSITIF, visit.scope):
        return part.label
    return Entry(part.label, to=Dispositif(str(part.key)))
