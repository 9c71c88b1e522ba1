"""The commands of the figures: ``python -m metrics list | ask | reconcile | glossary``."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from data_access.cli import Parser
from data_access.people import scope_of

from data_access.access import Role, Scope, scope_for
from data_access.engine import reading_engine, require_store, store_url
from data_access.errors import UserError
from data_access.versions import import_at
from metrics import glossary, notation
from metrics.catalogue import METRICS
from metrics.context import context
from metrics.present import json as as_json
from metrics.present import text
from metrics.reconcile import reconcile
from metrics.run import ask

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossaire.md"


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; a mistake prints a French sentence and returns 1."""
    asked = _parser().parse_args(arguments)
    run: Callable[[Namespace], int] = asked.run
    try:
        return run(asked)
    except UserError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> Parser:
    parser = Parser(prog="python -m metrics", description="Lit les indicateurs de la suite.")
    commands = parser.add_subparsers(title="commandes", required=True, metavar="COMMANDE")
    listing = commands.add_parser(
        "list", help="énumère les indicateurs", description="Énumère les indicateurs."
    )
    listing.add_argument("--json", action="store_true", help="écrit du JSON")
    listing.set_defaults(run=_list)
    _add_ask(commands.add_parser("ask", help="pose une question", description="Pose une question."))
    register = commands.add_parser(
        "reconcile",
        help="rapproche les chiffres publiés des chiffres calculés",
        description="Rapproche chaque chiffre publié du chiffre calculé. Rend 1 si un écart reste.",
    )
    _add_reading(register)
    register.set_defaults(run=_reconcile)
    words = commands.add_parser("glossary", help="écrit le glossaire", description="Écrit docs/glossaire.md.")
    words.add_argument("--check", action="store_true", help="vérifie seulement que le fichier est à jour")
    words.set_defaults(run=_glossary)
    return parser


def _add_ask(parser: Parser) -> None:
    parser.add_argument(
        "metrics", nargs="+", metavar="INDICATEUR", help="identifiant, comme « interventions »"
    )
    parser.add_argument("--period", required=True, metavar="P", help="2024, 2024-12, 2024-T3, 12m:2024-12…")
    parser.add_argument("--by", action="append", default=[], metavar="CRITÈRE", help="ventile (répétable)")
    parser.add_argument(
        "--where", action="append", default=[], metavar="CRITÈRE=VALEUR", help="filtre (répétable)"
    )
    parser.add_argument(
        "--versus",
        default="none",
        metavar="RÉFÉRENCE",
        help="previous-year, previous-period, target, median, none ou une période",
    )
    _add_reading(parser)
    parser.set_defaults(run=_ask)


def _add_reading(parser: Parser) -> None:
    parser.add_argument("--as-of", metavar="N|DATE", help="lit la base telle qu'elle était connue alors")
    parser.add_argument("--person", metavar="COURRIEL", help="avec les droits de cette personne")
    parser.add_argument("--json", action="store_true", help="écrit du JSON")


def _list(asked: Namespace) -> int:
    if asked.json:
        print(_dump([{"id": m.id, "label": m.label, "domain": m.domain.value} for m in METRICS.values()]))
    else:
        print(text.catalogue(METRICS.values()))
    return 0


def _ask(asked: Namespace) -> int:
    url, scope, as_of = _reading(asked)
    query = notation.query(
        asked.metrics,
        context(url, as_of).names,
        period_text=asked.period,
        by=asked.by,
        where=asked.where,
        versus=asked.versus,
    )
    answer = ask(url, query, scope, as_of)
    print(_dump(as_json.result(answer)) if asked.json else text.result(answer))
    return 0


def _reconcile(asked: Namespace) -> int:
    found = reconcile(*_reading(asked))
    print(_dump([as_json.reconciled(each) for each in found]) if asked.json else text.register(found))
    return 1 if any(each.is_gap for each in found) else 0


def _glossary(asked: Namespace) -> int:
    written = glossary.markdown()
    if not asked.check:
        GLOSSARY.write_text(written, encoding="utf-8")
        return 0
    if GLOSSARY.exists() and GLOSSARY.read_text(encoding="utf-8") == written:
        return 0
    print("docs/glossaire.md n'est plus à jour : lancez « python -m metrics glossary ».", file=sys.stderr)
    return 1


def _reading(asked: Namespace) -> tuple[str, Scope, int | None]:
    """The store, the rights and the as-of a command reads with."""
    url = store_url()
    require_store(url)
    with reading_engine(url).connect() as connection:
        as_of = import_at(connection, asked.as_of) if asked.as_of else None
        scope = scope_of(connection, asked.person) if asked.person else scope_for(Role.DIRECTION)
    return url, scope, as_of


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
