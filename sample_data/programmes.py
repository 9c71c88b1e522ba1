"""What the training organisation teaches: two titles, their modules, short courses and workshops."""

from collections.abc import Iterable
from functools import partial

from sample_data.write import Sheet, records

_COLUMNS = ("id", "name", "family", "objective", "level", "speciality", "title_minutes")
SOCIAL_WORK, SECURITY, BEHAVIOUR, INSERTION = "332", "344", "413", "415"  # of the national nomenclature (NSF)
MSADS, AMIS = "MSADS", "AMIS"
TITLE_MODULES = ("MODULE-MSADS", "MODULE-AMIS")
COURSES = ("SPE-CONFLITS", "SPE-NUIT", "SPE-ECRITS", "SPE-NUMERIQUE", "SPE-LAICITE")
RECEPTIONS = ("ACC-PUBLIC", "ACC-TENSIONS")
WORKSHOPS = ("ATE-VIVRE", "ATE-PAROLE")
PROGRAMMES = (
    # the titles last 441 and 406 hours
    (MSADS, "Titre MSADS : médiation et accès aux droits", "apprenticeship", "rncp", 4, SOCIAL_WORK, 26_460),
    (AMIS, "Titre AMIS : médiation et services", "apprenticeship", "rncp", 3, SECURITY, 24_360),
    ("MODULE-MSADS", "Module du titre MSADS", "title_module", "rncp", 4, SOCIAL_WORK, None),
    ("MODULE-AMIS", "Module du titre AMIS", "title_module", "rncp", 3, SECURITY, None),
    ("SPE-CONFLITS", "Gestion des conflits", "speciality", "other", None, SOCIAL_WORK, None),
    ("SPE-NUIT", "Médiation de nuit", "speciality", "other", None, SOCIAL_WORK, None),
    ("SPE-ECRITS", "Écrits professionnels du médiateur", "speciality", "other", None, SOCIAL_WORK, None),
    ("SPE-NUMERIQUE", "Médiation numérique", "speciality", "other", None, SOCIAL_WORK, None),
    ("SPE-LAICITE", "Valeurs de la République et laïcité", "speciality", "other", None, SOCIAL_WORK, None),
    ("ACC-PUBLIC", "Accueillir tous les publics", "reception", "other", None, BEHAVIOUR, None),
    ("ACC-TENSIONS", "Prévenir les tensions à l'accueil", "reception", "other", None, BEHAVIOUR, None),
    ("ATE-VIVRE", "Atelier du vivre ensemble", "prison", "other", None, INSERTION, None),
    ("ATE-PAROLE", "Atelier de prise de parole", "prison", "other", None, INSERTION, None),
)  # fmt: skip


def sheets() -> Iterable[Sheet]:
    """Gives the file of the programmes."""
    rows = partial(records, _COLUMNS, PROGRAMMES)
    yield Sheet(name="referentiel_formations.csv", kind="formations", rows=rows)
