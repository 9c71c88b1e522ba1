"""The commands of the register of people: people list, add and remove."""

from argparse import Namespace

from data_access.access import ROLE_LABELS
from data_access.claims import role_named
from data_access.engine import reading_engine, require_store, store_url, writing
from data_access.people import add_person, list_people, remove_person


def show_people(_given: Namespace) -> int:
    """Lists who may open the suite."""
    url = store_url()
    require_store(url)
    with reading_engine(url).connect() as connection:
        people = list_people(connection)
    for one in people:
        agencies = f" ({', '.join(one.agencies)})" if one.agencies else ""
        print(f"{one.email} : {ROLE_LABELS[one.role]}{agencies}{'' if one.active else ', accès fermé'}")
    if not people:
        print("Personne n'est inscrit : « python -m data_access people add ADRESSE --role RÔLE ».")
    return 0


def add(given: Namespace) -> int:
    """Gives someone a role."""
    url = store_url()
    require_store(url)
    with writing(url) as connection:
        role, agencies = role_named(given.role), frozenset(given.agency)
        added = add_person(connection, given.email, role, agencies, by=given.person)
    print(f"{added.email} est inscrit avec le rôle « {ROLE_LABELS[added.role]} ».")
    return 0


def remove(given: Namespace) -> int:
    """Closes someone's access."""
    url = store_url()
    require_store(url)
    with writing(url) as connection:
        remove_person(connection, given.email, by=given.person)
    print(f"L'accès de {given.email} est fermé.")
    return 0
