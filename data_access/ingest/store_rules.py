"""What is right in itself and yet cannot be loaded into this store, or is worth a word."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, Table, select

from data_access import schema
from data_access.ingest.check import Accepted, Verdict
from data_access.ingest.problems import Problem, Severity
from data_access.status import holds_sample, is_empty

_NAMED = 10  # codes that a sentence lists


def judge_for_store(connection: Connection, verdict: Verdict) -> Verdict:
    """Adds to a verdict what the store has to say."""
    if verdict.accepted is None:
        return verdict
    found = [*_origin(connection, verdict.accepted), *_dimension(connection, verdict.accepted)]
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    return replace(
        verdict,
        accepted=None if errors else verdict.accepted,
        problems=(*found, *verdict.problems),
        errors=verdict.errors + errors,
        warnings=verdict.warnings + len(found) - errors,
    )


def _origin(connection: Connection, accepted: Accepted) -> Iterator[Problem]:
    """Example data and real data never meet."""
    if is_empty(connection) or holds_sample(connection) == accepted.sample:
        return
    real, example = "des données réelles", "des données d'exemple"
    held, given = (real, example) if accepted.sample else (example, real)
    yield Problem(advice=f"La base contient {held} et ce fichier {given} : utilisez une autre base.")


def _dimension(connection: Connection, accepted: Accepted) -> Iterator[Problem]:
    table = accepted.contract.table
    if not accepted.contract.is_dimension:
        return
    known = set(connection.scalars(select(table.c.id)))
    if kept := sorted(known - set(accepted.values["id"])):
        codes = ", ".join(kept[:_NAMED]) + ("…" if len(kept) > _NAMED else "")
        advice = f"Absents du fichier et gardés dans la base : {codes}."
        yield Problem(advice=advice, severity=Severity.WARNING)
    if table is schema.dispositif:
        yield from _moved(connection, accepted)


def _moved(connection: Connection, accepted: Accepted) -> Iterator[Problem]:
    """Facts keep the agency of their dispositif: it cannot change once there are some."""
    dispositif = schema.dispositif.c
    agency_of = dict(connection.execute(select(dispositif.id, dispositif.agency_id)).all())
    given = zip(accepted.values["id"], accepted.values["agency_id"], strict=True)
    for code, agency in given:
        before = agency_of.get(str(code), agency)
        if before != agency and _has_facts(connection, str(code)):
            advice = f"Le dispositif {code} a des données chargées pour l'agence {before} : il ne peut pas"
            yield Problem(column="Agence", value=str(agency), advice=f"{advice} changer d'agence.")


def _has_facts(connection: Connection, dispositif: str) -> bool:
    return any(
        connection.execute(select(fact.c.id).where(fact.c.dispositif_id == dispositif).limit(1)).first()
        for fact in _facts_with_dispositif()
    )


def _facts_with_dispositif() -> list[Table]:
    wanted = {"dispositif_id", "agency_id", "loaded_by"}
    return [table for table in schema.metadata.sorted_tables if wanted <= set(table.c.keys())]
