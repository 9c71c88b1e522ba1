"""The posts that markets authorise, with their full-time equivalents in the field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sample_data.dispositifs import BY_ID
from sample_data.write import Row, Sheet

_ALWAYS = date(2022, 9, 1)


@dataclass(frozen=True)
class Posts:
    """Some posts that are alike."""

    how_many: int
    job: str
    dispositif: str | None
    fte_hundredths: int = 100
    on_field: bool = True
    first: date = _ALWAYS
    last: date | None = None
    agency: str = ""  # when there is no dispositif

    @property
    def row(self) -> Row:
        """Gives the line of one of these posts."""
        return {
            "agency_id": BY_ID[self.dispositif].agency if self.dispositif else self.agency,
            "dispositif_id": self.dispositif,
            "job_id": self.job,
            "fte_hundredths": self.fte_hundredths,
            "on_field": self.on_field,
            "valid_from": self.first,
            "valid_to": self.last,
        }


_END_2023 = date(2023, 12, 31)
_START_2024 = date(2024, 1, 1)
_VAN, _CLICHY, _T13, _VELIVAL = date(2023, 2, 1), date(2024, 7, 1), date(2024, 6, 3), date(2024, 7, 1)


def _seasons(how_many: int, dispositif: str, opens: tuple[int, int], closes: tuple[int, int]) -> list[Posts]:
    return [
        Posts(how_many, "MED", dispositif, first=date(year, *opens), last=date(year, *closes))
        for year in (2023, 2024)
    ]


POSTS = (
    Posts(16, "MED", "NANTES-QUARTIER"),
    Posts(4, "MED", "NANTES-QUARTIER", last=_END_2023),
    Posts(5, "MED", "NANTES-QUARTIER", 80),
    Posts(6, "REF", "NANTES-QUARTIER"),
    Posts(3, "RESP", "NANTES-QUARTIER"),
    Posts(4, "MED", "VAN-NUIT", first=_VAN),
    Posts(1, "MED", "CCAS"),
    Posts(12, "MED", "NANTES-ECOLE"),
    Posts(1, "RESP", "NANTES-ECOLE", on_field=False),
    Posts(1, "RESP", None, on_field=False, agency="NANTES"),
    Posts(3, "MED", "RENNES-JOUR"),
    Posts(3, "MED", "RENNES-JOUR", 60),  # apprentices
    Posts(1, "REF", "RENNES-JOUR"),
    Posts(1, "RESP", "RENNES-JOUR"),
    Posts(3, "MED", "RENNES-BINOMES"),
    Posts(1, "MED", "RENNES-BINOMES", first=_START_2024),
    Posts(5, "MED", "RENNES-ECOLE"),
    Posts(1, "MED", "RENNES-ECOLE", first=date(2023, 9, 4)),
    Posts(1, "MED", "RENNES-ECOLE", first=_START_2024),
    *_seasons(5, "RENNES-PISCINE", (6, 1), (8, 31)),
    Posts(1, "AGENT-ENC", "ENCOMBRANTS", on_field=False),
    Posts(1, "RESP", None, on_field=False, agency="RENNES"),
    Posts(9, "MED", "ANGERS-NUIT"),
    Posts(2, "REF", "ANGERS-NUIT"),
    Posts(1, "MED", "VELIVAL", first=_VELIVAL),
    *_seasons(2, "FOIRE", (11, 1), (11, 30)),
    Posts(1, "RESP", None, on_field=False, agency="ANGERS"),
    Posts(8, "MED", "CLICHY", first=_CLICHY),
    Posts(1, "REF", "CLICHY", first=_CLICHY),
    Posts(1, "RESP", "CLICHY", on_field=False, first=_CLICHY),
    Posts(2, "MED", "SCEAUX"),
    Posts(1, "REF", "SCEAUX"),
    Posts(2, "MED", "CHARENTON"),
    *_seasons(2, "VINCENNES", (6, 15), (9, 15)),
    Posts(4, "MED", "AACC"),
    Posts(1, "MED", "T13", first=_T13),
    Posts(5, "MED", "IDF-ECOLE"),
    Posts(1, "REF", "IDF-ECOLE"),
    Posts(1, "RESP", None, on_field=False, agency="IDF"),
)


def posts() -> Iterator[Row]:
    """Gives one line per post."""
    for some in POSTS:
        for _ in range(some.how_many):
            yield some.row


def field_fte(dispositif: str, day: date) -> int:
    """Gives the hundredths of full-time equivalents in the field that a dispositif has on a day."""
    return sum(
        some.how_many * some.fte_hundredths
        for some in POSTS
        if some.dispositif == dispositif
        and some.on_field
        and some.first <= day
        and (some.last is None or day <= some.last)
    )


def sheets() -> Iterable[Sheet]:
    """Gives the file of the posts."""
    yield Sheet(name="referentiel_postes.csv", kind="postes", rows=posts)
