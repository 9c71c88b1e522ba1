"""The commands of the figures: ``python -m metrics list | ask | rse | bpf | export | document…``."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from data_access.cli.arguments import Parser, declare, with_json
from data_access.cli.runner import carry_out
from metrics import documenting, exporting, glossary, notation
from metrics.bpf.answers import exercise, sums
from metrics.bpf.checks import checks
from metrics.bpf.form import form
from metrics.catalogue import METRICS
from metrics.context import context
from metrics.notation import COMPARISONS
from metrics.period import NOTATIONS as PERIODS
from metrics.period import parse
from metrics.present import bpf, text
from metrics.present import json as as_json
from metrics.reading import reading, with_reading
from metrics.reconcile import reconcile
from metrics.result import State
from metrics.rse_table import rse_table
from metrics.run import ask
from metrics.taken import states, tell

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossaire.md"


def main(words: Sequence[str]) -> int:
    """Carries out one command."""
    return carry_out(_parser(), words)


def _parser() -> Parser:
    root = Parser(prog="python -m metrics", description="Les indicateurs de la suite.", epilog=PERIODS)
    commands = root.open()
    with_json(declare(commands, "list", "énumère les indicateurs", _list))
    _with_question(declare(commands, "ask", "pose une question", _ask))
    _told_with_reading(
        declare(commands, "reconcile", "rapproche le publié du calculé ; 1 s'il y a un écart", _reconcile)
    )
    _with_period(declare(commands, "rse", "donne le tableau d'audit de la démarche RSE", _rse))
    bpf_ = declare(
        commands, "bpf", "remplit le bilan pédagogique et financier ; 1 si un contrôle échoue", _bpf
    )
    bpf_.options.add_argument("--year", required=True, metavar="AAAA", help="année de l'exercice, comme 2024")
    _told_with_reading(bpf_)
    exporting.declared(commands)
    documenting.declared(commands)
    glossary_ = declare(commands, "glossary", "écrit docs/glossaire.md", _glossary)
    glossary_.options.add_argument("--check", action="store_true", help="vérifie sans écrire")
    return root


def _with_question(parser: Parser) -> None:
    parser.given.add_argument(
        "metrics", nargs="+", metavar="INDICATEUR", help="identifiant, comme interventions"
    )
    options = parser.options
    options.add_argument("--period", required=True, metavar="P", help="période, par exemple 2024-12")
    options.add_argument("--by", action="append", default=[], metavar="CRITÈRE", help="ventile (répétable)")
    options.add_argument(
        "--where", action="append", default=[], metavar="CRITÈRE=VALEUR", help="filtre (répétable)"
    )
    options.add_argument("--versus", default="none", metavar="RÉF", help=f"{COMPARISONS} ou une période")
    _told_with_reading(parser)


def _with_period(parser: Parser) -> None:
    parser.options.add_argument("--period", required=True, metavar="P", help="année, par exemple 2024")
    _told_with_reading(parser)


def _told_with_reading(parser: Parser) -> None:
    with_reading(parser)
    with_json(parser)


def _list(asked: Namespace) -> int:
    if asked.json:
        print(_dump([{"id": m.id, "label": m.label, "domain": m.domain.value} for m in METRICS.values()]))
    else:
        print(text.catalogue(METRICS.values()))
    return 0


def _ask(asked: Namespace) -> int:
    url, scope, as_of = reading(asked)
    query = notation.query(
        asked.metrics,
        context(url, as_of).names,
        period_text=asked.period,
        by=asked.by,
        where=asked.where,
        versus=asked.versus,
    )
    answer = ask(url, query, scope, as_of)
    said = _dump(as_json.result(answer)) if asked.json else text.result(answer)
    tell(url, asked, said, states(answer))
    return 0


def _reconcile(asked: Namespace) -> int:
    url, scope, as_of = reading(asked)
    found = reconcile(url, scope, as_of)
    said = _dump([as_json.reconciled(each) for each in found]) if asked.json else text.register(found)
    tell(url, asked, said, [State.PRESENT for each in found if each.computed is not None])
    return 1 if any(each.is_gap for each in found) else 0


def _rse(asked: Namespace) -> int:
    url, scope, as_of = reading(asked)
    lines = rse_table(url, parse(asked.period), scope, context(url, as_of))
    said = _dump([as_json.audited(each) for each in lines]) if asked.json else text.audit(lines)
    tell(url, asked, said, [each.figure.state for each in lines])
    return 0


def _bpf(asked: Namespace) -> int:
    url, scope, as_of = reading(asked)
    year = exercise(asked.year)
    read = sums(url, year, scope, context(url, as_of))
    filled = form(read)
    judged = checks(filled, read)
    told = (year, filled, judged)
    said = _dump(bpf.as_data(*told)) if asked.json else bpf.as_text(*told)
    tell(url, asked, said, [State.PRESENT for _ in filled.lines])
    return 0 if all(each.holds for each in judged) else 1


def _glossary(asked: Namespace) -> int:
    written = glossary.markdown()
    if not asked.check:
        GLOSSARY.write_text(written, encoding="utf-8")
        return 0
    if GLOSSARY.exists() and GLOSSARY.read_text(encoding="utf-8") == written:
        return 0
    print("docs/glossaire.md n'est plus à jour : lancez « python -m metrics glossary ».", file=sys.stderr)
    return 1


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
