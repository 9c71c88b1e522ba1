"""Rules that look at a whole row: months, dispositifs, agencies, spans, values that contradict each other."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from data_access import schema
from data_access.codes import ACTION_STATUS, CONTRACT, MOVE, MOVE_REASON, OUTCOME, PROGRAMME_FAMILY, Codes
from data_access.ingest.contract import Contract
from data_access.ingest.extent import Extent
from data_access.ingest.references import References

_COMPARED = 3  # women, and men, of a group whose pay the equality index compares
_TOP = 10
_OF_THE_CFA = (schema.enrolment, schema.exam)
_EXITS = ("resignation", "economic", "dismissal", "agreed", "end_fixed_term", "trial", "retirement", "death")
_REASONS: dict[str, tuple[str, ...]] = {
    "entry": ("hire",),
    "exit": (*_EXITS, "end_training"),
    "transfer_in": ("transfer",),
    "transfer_out": ("transfer",),
}
_CONTRACTS = {"end_fixed_term": "fixed_term", "end_training": "apprentice"}  # the only one a reason goes with
Judge = Callable[..., str]  # what was expected of these values, empty when they are right


@dataclass(frozen=True, slots=True)
class Rule:
    """A judgement on some values of a row; the last of the columns is the one to blame."""

    columns: tuple[str, ...]
    judge: Judge
    advice: str


def rules(contract: Contract, extent: Extent | None, references: References) -> Iterator[Rule]:
    """The rules that apply to the rows of this file."""
    fed = {field.column for field in contract.fields}
    if extent and extent.first_month:
        yield Rule((contract.day,), _in_months(extent), "Corrigez la date, ou la période du bloc.")
    if extent and extent.dispositif:
        advice = "Corrigez le dispositif, ou celui du bloc."
        yield Rule(("dispositif_id",), _of_dispositif(extent.dispositif), advice)
    if {"agency_id", "dispositif_id"} <= fed:
        advice = "Le dispositif dépend d'une autre agence."
        yield Rule(("dispositif_id", "agency_id"), _of_agency(references), advice)
    if contract.table in _OF_THE_CFA:
        advice = "Corrigez la formation, ou sa famille dans le fichier « formations »."
        yield Rule(("programme_id",), _of_apprenticeship(references), advice)
    yield from (rule for rule in _OF_A_ROW if set(rule.columns) <= fed)


def _in_months(extent: Extent) -> Judge:
    months = set(extent.months())
    expected = f"une date de la période annoncée ({Extent(extent.first_month, extent.last_month).label()})"
    return lambda day: "" if day is None or day.replace(day=1) in months else expected


def _of_dispositif(stated: str) -> Judge:
    expected = f"« {stated} », le dispositif annoncé"
    return lambda dispositif: "" if dispositif in (None, stated) else expected


def _of_agency(references: References) -> Judge:
    def judge(dispositif: str | None, agency: str | None) -> str:
        right = references.agency_of.get(dispositif or "")
        return (
            f"« {right} », l'agence du dispositif {dispositif}"
            if agency and right not in (None, agency)
            else ""
        )

    return judge


def _of_apprenticeship(references: References) -> Judge:
    """A programme that is not known was told already."""
    right = "apprenticeship"
    expected = f"une formation de la famille « {PROGRAMME_FAMILY.labels[right]} »"
    return lambda programme: "" if references.family_of.get(programme or "", right) == right else expected


def _date_with(codes: Codes, what: str, needed: Collection[str], barred: Collection[str] = ()) -> Judge:
    """Some codes go with a date, some others with none."""

    def judge(code: str | None, day: date | None) -> str:
        if code not in (needed if day is None else barred):
            return ""
        return f"{'une' if day is None else 'aucune'} date, pour {what} « {codes.labels[code or '']} »"

    return judge


def _after_start(start: date | None, end: date | None) -> str:
    """Spans are half-open: one day's end is the day after."""
    wrong = start is not None and end is not None and end <= start
    return f"une date à partir du {start:%d/%m/%Y}" if wrong else ""


def _of_comparison(versus: str | None, part: str | None) -> str:
    """Without comparison there is no change to publish."""
    return "value, quand « versus » est none" if versus == "none" and part not in (None, "value") else ""


def _not_before(start: date | None, day: date | None) -> str:
    wrong = start is not None and day is not None and day < start
    return f"une date à partir du {start:%d/%m/%Y}" if wrong else ""


def _among(whole: int | None, part: int | None) -> str:
    wrong = whole is not None and part is not None and part > whole
    return f"{whole} au plus" if wrong else ""


def _not_after(last: date | None, day: date | None) -> str:
    wrong = last is not None and day is not None and day > last
    return f"une date jusqu'au {last:%d/%m/%Y}" if wrong else ""


def _mean_pay(women: int | None, men: int | None, mean: int | None) -> str:
    few = women is None or men is None or min(women, men) < _COMPARED
    return "" if few or (mean or 0) > 0 else "une rémunération moyenne au-dessus de 0"


def _ten(item: str | None, women: int | None, men: int | None) -> str:
    if item != "top_ten" or women is None or men is None or women + men == _TOP:
        return ""
    return f"{max(_TOP - women, 0)}, pour {_TOP} personnes avec les {women} femmes"


def _reason_of_move(move: str | None, reason: str | None) -> str:
    right = _REASONS.get(move or "")
    if right is None or reason is None or reason in right:
        return ""
    return f"{_quoted(MOVE_REASON, right)}, pour le mouvement « {MOVE.labels[move or '']} »"


def _contract_of_reason(reason: str | None, contract: str | None) -> str:
    right = _CONTRACTS.get(reason or "")
    if right is None or contract in (None, right):
        return ""
    return f"« {CONTRACT.labels[right]} », pour le motif « {MOVE_REASON.labels[reason or '']} »"


def _quoted(codes: Codes, some: Collection[str]) -> str:
    *first, last = (f"« {codes.labels[code]} »" for code in some)
    return f"{', '.join(first)} ou {last}" if first else last


def _days_of_hours(kind: str | None, minutes: int | None, days: int | None) -> str:
    """Hours are missed on days; those of the day of an accident are the exception, for it is not counted."""
    wrong = minutes and days == 0 and kind not in ("work_accident", "commute_accident")
    return "1 jour au moins, quand il y a des heures d'absence" if wrong else ""


_MEANS = f"L'index compare tout groupe de {_COMPARED} femmes et {_COMPARED} hommes ou plus."
_OF_A_ROW = (
    Rule(("valid_from", "valid_to"), _after_start, "La fin vient avant le début."),
    Rule(("day", "answered_on"), _not_before, "La réponse vient avant la commande."),
    Rule(("day", "hired_on"), _not_after, "L'entrée vient après la fin de mois."),
    Rule(("answers", "satisfied"), _among, "Il y a plus de satisfaits que de réponses."),
    Rule(("women", "men", "women_mean_cents"), _mean_pay, _MEANS),
    Rule(("women", "men", "men_mean_cents"), _mean_pay, _MEANS),
    Rule(
        ("status", "done_on"),
        _date_with(ACTION_STATUS, "une action", {"done"}, set(ACTION_STATUS) - {"done"}),
        "Corrigez la date de réalisation, ou le statut.",
    ),
    Rule(
        ("status", "valid_to"),
        _date_with(ACTION_STATUS, "une action", {"done", "abandoned"}),
        "Donnez le dernier jour de l'action, ou corrigez le statut.",
    ),
    Rule(
        ("valid_from", "done_on"),
        _not_before,
        "La réalisation vient avant le début : corrigez l'une des deux.",
    ),
    Rule(
        ("outcome", "valid_to"),
        _date_with(OUTCOME, "l'issue", set(OUTCOME) - {"in_training"}, {"in_training"}),
        "Corrigez la fin du parcours, ou l'issue.",
    ),
    Rule(("move", "reason"), _reason_of_move, "Corrigez le motif, ou le mouvement."),
    Rule(("reason", "contract"), _contract_of_reason, "Corrigez le contrat, ou le motif."),
    Rule(("kind", "minutes", "days"), _days_of_hours, "Corrigez les jours, ou les heures."),
    Rule(("item", "women", "men"), _ten, "L'index compte les dix plus hautes rémunérations."),
    Rule(
        ("versus", "part"),
        _of_comparison,
        "Une évolution se dit par rapport à quelque chose : remplissez « versus ».",
    ),
)
