"""Every kind of file the suite accepts, by the name its first line gives, in the order to load them."""

from data_access.errors import ImportRejected, nearest
from data_access.ingest.contract import Contract
from data_access.ingest.contracts import (
    activity,
    financing,
    reference,
    rse,
    steering,
    training,
    workforce,
)

CONTRACTS: dict[str, Contract] = {
    contract.kind: contract
    for module in (reference, activity, workforce, training, rse, financing, steering)
    for contract in module.CONTRACTS
}


def contract(kind: str) -> Contract:
    """The contract of this name, or a sentence that names the nearest one."""
    try:
        return CONTRACTS[kind]
    except KeyError:
        hint = nearest(kind, CONTRACTS)
        raise ImportRejected(f"Sorte de fichier inconnue : « {kind} ».{hint}") from None
