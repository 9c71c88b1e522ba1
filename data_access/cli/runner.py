"""How every command line ends: an exit code, a sentence for a mistake, a traceback for a defect only."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from psycopg.errors import InsufficientPrivilege
from sqlalchemy.exc import OperationalError, ProgrammingError

from data_access.cli.arguments import Parser
from data_access.errors import UserError

_MISTAKE, _INTERRUPTED, _NOBODY_READS = 2, 130, 141  # the last two as shells count signals


def carry_out(parser: Parser, words: Sequence[str]) -> int:
    """Carries out one command; a person's mistake is told in a sentence, a defect keeps its traceback."""
    _never_fail_on_a_letter()
    try:
        given = parser.understand(words)
        code: int = given.run(given)
        sys.stdout.flush()  # here, where a reader that left can still be told from a defect
    except UserError as mistake:
        print(mistake, file=sys.stderr)
        return _MISTAKE
    except OperationalError as error:
        if error.statement not in (None, "BEGIN IMMEDIATE"):  # the store did answer
            raise
        print("La base ne répond pas, ou un autre chargement est en cours : réessayez.", file=sys.stderr)
        return _MISTAKE
    except ProgrammingError as error:
        if not isinstance(error.orig, InsufficientPrivilege):
            raise
        print("Ce compte de la base n'a pas le droit de le faire : lancez-le sous un autre.", file=sys.stderr)
        return _MISTAKE
    except KeyboardInterrupt:
        print("\nInterrompu : ce qui était en cours n'est pas enregistré.", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        _write_to_nobody()
        return _NOBODY_READS
    return code


def _never_fail_on_a_letter() -> None:
    """Lets a terminal that is not in UTF-8 lose letters, rather than end in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _write_to_nobody() -> None:
    """Python empties its output once more when it ends, and would complain then."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
