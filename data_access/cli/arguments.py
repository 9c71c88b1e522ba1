"""How commands are declared, so that their help and their mistakes are in French."""

import argparse
import getpass
from collections.abc import Callable, Collection
from typing import Any, NoReturn

from data_access.errors import QueryError, nearest

Run = Callable[[argparse.Namespace], int]


class French(argparse.RawDescriptionHelpFormatter):
    """Help with the one word that argparse adds by itself."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Writes « Utilisation » for « usage »."""
        super().add_usage(usage, actions, groups, prefix or "Utilisation : ")


class Parser(argparse.ArgumentParser):
    """A parser without English sentences: its groups are its own, and so is its complaint."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=French, add_help=False, allow_abbrev=False, **settings)
        self.given = self.add_argument_group("Arguments\u00a0")
        self.options = self.add_argument_group("Options\u00a0")
        self.options.add_argument("-h", "--help", action="help", help="affiche cette aide")
        self.commands: Collection[str] = ()

    def open(self, title: str = "Commandes", dest: str = "command", metavar: str = "COMMANDE") -> Any:
        """Opens the group where the commands are declared, each under the name of this program."""
        group = self.add_subparsers(
            title=f"{title}\u00a0", dest=dest, required=True, metavar=metavar, prog=self.prog
        )
        self.commands = group.choices
        return group

    def understand(self, words: Collection[str]) -> argparse.Namespace:
        """What a person typed, or a sentence; a command that does not exist is named with the nearest."""
        first = next(iter(words), "-")
        if not first.startswith("-") and first not in self.commands:
            raise QueryError(f"Commande inconnue : « {first} ».{nearest(first, self.commands)}")
        return self.parse_args(list(words))

    def error(self, _message: str) -> NoReturn:
        """Shows how the command is written."""
        usage = self.format_usage().strip()
        raise QueryError(f"Commande incomplète ou mal écrite.\n{usage}\nAide : {self.prog} --help")


def declare(group: Any, name: str, purpose: str, run: Run) -> Parser:
    """Adds a command that ``run`` carries out; its result is the exit code."""
    parser: Parser = group.add_parser(name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.")
    parser.set_defaults(run=run)
    return parser


def with_json(parser: Parser) -> None:
    """Adds the answer for programs."""
    parser.options.add_argument("--json", action="store_true", help="répond en JSON")


def with_person(parser: Parser) -> None:
    """Adds who is written in the books."""
    purpose = "qui agit ; sinon, l'opérateur de la machine"
    parser.options.add_argument("--person", metavar="QUI", default=operator(), help=purpose)


def operator() -> str:
    """Whoever runs the command, as written in the books."""
    try:
        return f"opérateur {getpass.getuser()}"
    except (KeyError, OSError):  # an account without a name, as containers have
        return "opérateur"
