"""The command line: python -m data_access COMMANDE."""

import sys
from collections.abc import Sequence
from typing import Any

from data_access.access import ROLE_LABELS
from data_access.cli import care, files, people, store, trail
from data_access.cli.arguments import Parser, declare, with_json, with_person
from data_access.cli.runner import carry_out

_SETTING = "Réglage : DATABASE_URL désigne la base PostgreSQL partagée ; sans elle, la base est var/suite.db."
_CARE: dict[str, dict[str, Any]] = {
    "file": {"metavar": "FICHIER", "help": "fichier de la sauvegarde"},
    "who": {"metavar": "QUI", "help": "matricule ou pseudonyme d'un salarié, adresse d'un inscrit"},
    "month": {"metavar": "AAAA-MM", "help": "premier mois gardé"},
}
_ROLES = ", ".join(f"{role.value} ({label})" for role, label in ROLE_LABELS.items())


def main(words: Sequence[str]) -> int:
    """Carries out one command."""
    return carry_out(_parser(), words)


def _parser() -> Parser:
    description = "La base de la suite et ce qui y entre."
    root = Parser(prog="python -m data_access", description=description, epilog=_SETTING)
    commands = root.open()
    declare(commands, "migrate", "crée la base, ou la met à jour", store.migrate_store)
    _with_files(declare(commands, "check", "vérifie des fichiers sans rien écrire", files.check_files))
    load = declare(commands, "load", "charge des fichiers, chacun entier ou pas du tout", files.load_files)
    _with_files(load)
    load.options.add_argument("--brief", action="store_true", help="ne dit que le total et les refus")
    with_person(load)
    undo = declare(commands, "undo", "annule un import et remet ce qu'il remplaçait", store.undo_import)
    undo.given.add_argument("number", metavar="N", help="numéro de l'import")
    with_person(undo)
    with_json(declare(commands, "history", "liste les imports", store.show_history))
    with_json(declare(commands, "coverage", "liste les mois chargés", store.show_coverage))
    _with_people(declare(commands, "people", "tient la liste des personnes", people.show_people))
    _with_trail(declare(commands, "audit", "montre le journal des accès", trail.show_trail))
    _with_care(commands)
    declare(commands, "empty", "réussit si rien n'a encore été chargé", store.tell_empty)
    declare(commands, "sample", "réussit si la base ne contient que des données d'exemple", store.tell_sample)
    return root


def _with_files(parser: Parser) -> None:
    purpose = "fichier CSV ou XLSX, ou dossier qui en contient"
    parser.given.add_argument("files", metavar="FICHIER", nargs="+", help=purpose)
    with_json(parser)


def _with_people(parser: Parser) -> None:
    actions = parser.open("Actions", dest="action", metavar="ACTION")
    declare(actions, "list", "liste les personnes et leurs rôles", people.show_people)
    add = declare(actions, "add", "inscrit une personne, ou change son rôle", people.add)
    _with_email(add)
    add.options.add_argument("--role", metavar="RÔLE", required=True, help=_ROLES)
    agencies: dict[str, Any] = {"metavar": "CODE", "action": "append", "default": []}
    add.options.add_argument("--agency", **agencies, help="agence d'un responsable ; répétez pour plusieurs")
    _with_email(declare(actions, "remove", "ferme l'accès d'une personne", people.remove))


def _with_trail(parser: Parser) -> None:
    actions = parser.open("Actions", dest="action", metavar="ACTION")
    declare(actions, "list", "montre les dernières lignes", trail.show_trail)
    check = declare(actions, "check", "vérifie que rien n'a été modifié", trail.check_trail)
    expected = "empreinte notée plus tôt, qui doit encore y être"
    check.options.add_argument("--expect", metavar="EMPREINTE", help=expected)
    purge = declare(
        actions, "purge", "retire les lignes plus vieilles qu'un nombre de jours", trail.purge_trail
    )
    purge.given.add_argument("days", metavar="JOURS", help="365 au moins")
    with_person(purge)


def _with_care(commands: Any) -> None:
    declare(commands, "grant", "donne leurs droits aux pages et aux imports", care.give_rights)
    for name, purpose, argument, run in (
        ("backup", "sauvegarde toute la base dans un fichier, relu aussitôt", "file", care.back_up),
        ("restore", "remet une sauvegarde dans une base vide, et les compare", "file", care.restore),
        ("forget", "efface une personne : matricule, pseudonyme ou adresse", "who", care.forget),
        ("purge", "efface le détail du personnel et des apprentis avant un mois", "month", care.purge),
    ):
        parser = declare(commands, name, purpose, run)
        parser.given.add_argument(argument, **_CARE[argument])
        with_person(parser)
    with_person(declare(commands, "rotate-pseudonyms", "change les pseudonymes du personnel", care.rotate))


def _with_email(parser: Parser) -> None:
    parser.given.add_argument("email", metavar="ADRESSE", help="adresse électronique")
    with_person(parser)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
