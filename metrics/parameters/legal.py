"""Constants that the law or a published method sets: one number, its text, the day it was checked."""

from datetime import date
from fractions import Fraction

from metrics.parameters.model import Parameter

_CHECKED = date(2026, 11, 22)
_NOTED = date(2026, 7, 23)  # read for the project's notes, and not again at its source
_BILAN_SOCIAL = "Code du travail, liste de l'ancien article R2323-17, § 3.1 (bilan social)"
_VSME = "norme VSME de l'EFRAG (décembre 2024), § 184 à 186"
_NO_LEGAL_CELL = (
    "Aucun texte ne fixe de seuil unique pour les tableaux d'un employeur : choix de l'association."
)


def _set(
    name: str,
    label: str,
    value: str,
    unit: str,
    reference: str,
    since: date | None = None,
    note: str = "",
    checked_on: date = _CHECKED,
) -> Parameter:
    return Parameter(
        id=name,
        label=label,
        value=Fraction(value),
        unit=unit,
        reference=reference,
        checked_on=checked_on,
        since=since,
        note=note,
    )


# --- working time ------------------------------------------------------------------------------------------

FULL_TIME_WEEK = _set(
    "full_time_week",
    "Temps plein : 35 heures par semaine",
    "35",
    "h",
    "Code du travail, article L3121-27 (loi n° 2016-1088)",
    date(2016, 8, 8),
)
FULL_TIME_YEAR = _set(
    "full_time_year",
    "Temps plein : 1 607 heures par an",
    "1607",
    "h",
    "Code du travail, article L3121-41 (loi n° 2016-1088)",
    date(2016, 8, 8),
    "Sert seulement à estimer des heures travaillées que l'outil de temps ne donne pas.",
    checked_on=_NOTED,
)

# --- accidents at work -------------------------------------------------------------------------------------

FREQUENCY = _set(
    "accident_frequency",
    "Taux de fréquence : accidents avec arrêt pour un million d'heures travaillées",
    "1000000",
    "h",
    _BILAN_SOCIAL,
    note="Les accidents de trajet sont comptés à part.",
)
SEVERITY = _set(
    "accident_severity",
    "Taux de gravité : journées perdues pour mille heures travaillées",
    "1000",
    "h",
    _BILAN_SOCIAL,
    note="Les accidents de trajet sont comptés à part.",
)
VSME_ACCIDENTS = _set(
    "vsme_accidents",
    "Taux d'accidents VSME : accidents pour 200 000 heures travaillées (indicateur B9)",
    "200000",
    "h",
    _VSME,
    checked_on=_NOTED,
)

# --- what is too small to be shown -------------------------------------------------------------------------

MINIMUM_COHORT = _set(
    "minimum_cohort",
    "Taux de réussite et de satisfaction : 20 personnes au moins",
    "20",
    "personnes",
    "règle de publication d'InserJeunes (Dares et Depp) : aucun taux sous 20 sortants",
    note="Appliquée ici aux examens et aux enquêtes par choix de l'association.",
    checked_on=_NOTED,
)
SMALL_CELL = _set(
    "small_cell",
    "Secret statistique : aucun effectif de moins de 5 personnes",
    "5",
    "personnes",
    "règle de l'Insee pour la base « Tous salariés » : aucune case de moins de 5 salariés",
    note=_NO_LEGAL_CELL,
    checked_on=_NOTED,
)
SENSITIVE_CELL = _set(
    "sensitive_cell",
    "Secret statistique des données sensibles : aucun effectif de moins de 11 personnes",
    "11",
    "personnes",
    "règle des données fiscales sur les personnes : aucune case de moins de 11",
    note=f"Pays de naissance, santé, handicap, rémunération par sexe. {_NO_LEGAL_CELL}",
    checked_on=_NOTED,
)
WILSON_Z = _set(
    "wilson_z",
    "Intervalle de confiance à 95 % : quantile 97,5 % de la loi normale, à six décimales",
    "1.959964",
    "",
    "E. B. Wilson, « Probable inference, the law of succession, and statistical inference », 1927",
)

# --- equality index ----------------------------------------------------------------------------------------

_INDEX = "Code du travail, articles L1142-7 et D1142-2 et suivants ; décret n° 2019-15 du 8 janvier 2019"
_INDEX_SINCE = date(2019, 1, 8)
_INDEX_AFTER = (
    "décrets n° 2021-265 du 10 mars 2021 et n° 2022-243 du 25 février 2022 ; arrêté du 17 août 2022"
)

INDEX_SMALLEST = _set(
    "index_smallest", "Index dû à partir de 50 salariés", "50", "salariés", _INDEX, _INDEX_SINCE
)
INDEX_LARGE = _set(
    "index_large", "Cinq indicateurs à partir de 251 salariés", "251", "salariés", _INDEX, _INDEX_SINCE
)
CATEGORY_THRESHOLD = _set(
    "index_category_threshold",
    "Seuil de pertinence des groupes par catégorie socioprofessionnelle : 5 %",
    "5",
    "%",
    _INDEX,
    _INDEX_SINCE,
)
LEVEL_THRESHOLD = _set(
    "index_level_threshold",
    "Seuil de pertinence des groupes par niveau ou coefficient : 2 %",
    "2",
    "%",
    _INDEX,
    _INDEX_SINCE,
)
RETAINED_SHARE = _set(
    "index_retained_share",
    "Groupes retenus : au moins 40 % de l'effectif",
    "40",
    "%",
    _INDEX,
    _INDEX_SINCE,
)
INDEX_BASE = _set(
    "index_base", "Index calculable sur 75 points au moins", "75", "points", _INDEX, _INDEX_SINCE
)
CORRECTION_BELOW = _set(
    "index_correction",
    "Mesures de correction sous 75 points",
    "75",
    "points",
    f"Code du travail, articles L1142-7 et suivants ; {_INDEX_AFTER}",
    _INDEX_SINCE,
)
PROGRESS_BELOW = _set(
    "index_progress",
    "Objectifs de progression sous 85 points",
    "85",
    "points",
    f"Code du travail, articles L1142-7 et suivants ; {_INDEX_AFTER}",
    date(2022, 2, 25),
)

LEGAL = (
    FULL_TIME_WEEK,
    FULL_TIME_YEAR,
    FREQUENCY,
    SEVERITY,
    VSME_ACCIDENTS,
    MINIMUM_COHORT,
    SMALL_CELL,
    SENSITIVE_CELL,
    WILSON_Z,
    INDEX_SMALLEST,
    INDEX_LARGE,
    CATEGORY_THRESHOLD,
    LEVEL_THRESHOLD,
    RETAINED_SHARE,
    INDEX_BASE,
    CORRECTION_BELOW,
    PROGRESS_BELOW,
)
