"""Which dispositif works in which sector and on which site, and since when."""

from collections.abc import Iterable, Iterator
from datetime import date

from sample_data.dispositifs import DISPOSITIFS
from sample_data.sectors import SECTOR_MIX
from sample_data.sites import WORK_SITES, schools
from sample_data.write import Row, Sheet

Span = tuple[date, date | None]
_ALWAYS: tuple[Span, ...] = ((date(2022, 9, 1), None),)
_SPANS: dict[str, tuple[Span, ...]] = {
    "VAN-NUIT": ((date(2023, 2, 1), None),),
    "CLICHY": ((date(2024, 7, 1), None),),
    "VELIVAL": ((date(2024, 7, 1), None),),
    "T13": ((date(2024, 6, 3), None),),
    "RENNES-PISCINE": tuple((date(year, 6, 1), date(year, 8, 31)) for year in (2023, 2024)),
    "VINCENNES": tuple((date(year, 6, 15), date(year, 9, 15)) for year in (2023, 2024)),
    "FOIRE": tuple((date(year, 11, 1), date(year, 11, 30)) for year in (2023, 2024)),
}
# schools that joined or left on the way
_SCHOOL_SPANS: dict[str, tuple[Span, ...]] = {
    "ECO-NANTES-07": ((date(2022, 9, 1), date(2023, 7, 7)),),
    "ECO-RENNES-12": ((date(2023, 9, 4), None),),
    "ECO-RENNES-13": ((date(2024, 1, 8), None),),
    "ECO-RENNES-14": ((date(2024, 1, 8), None),),
    "ECO-RENNES-15": ((date(2024, 9, 2), None),),
}


def places() -> Iterator[Row]:
    """Gives one line per sector or site of a dispositif and span."""
    for dispositif in DISPOSITIFS:
        spans = _SPANS.get(dispositif.id, _ALWAYS)
        for sector in SECTOR_MIX.get(dispositif.id, ()):
            yield from _lines(dispositif.id, spans, sector=sector)
        for site in WORK_SITES.get(dispositif.id, ()):
            yield from _lines(dispositif.id, spans, site=site)
        for code, _name, _city in schools(dispositif.id):
            yield from _lines(dispositif.id, _SCHOOL_SPANS.get(code, spans), site=code)


def _lines(
    dispositif: str, spans: tuple[Span, ...], *, sector: str | None = None, site: str | None = None
) -> Iterator[Row]:
    for first, last in spans:
        yield {
            "dispositif_id": dispositif,
            "sector_id": sector,
            "site_id": site,
            "valid_from": first,
            "valid_to": last,
        }


def sheets() -> Iterable[Sheet]:
    """Gives the file of the places."""
    yield Sheet(name="referentiel_implantations.csv", kind="implantations", rows=places)
