"""Views that a person saved under a name: the filters of a page, one of which may open it."""

import unicodedata
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from data_access.errors import StoreError
from data_access.schema import saved_view

LONGEST_NAME, LONGEST_ADDRESS, MOST = 60, 2000, 50
_VIEWS = (  # asked by every page: written once
    select(saved_view.c.name, saved_view.c.address, saved_view.c.is_default)
    .where(saved_view.c.person == bindparam("who"), saved_view.c.page == bindparam("where"))
    .order_by(saved_view.c.name)
)


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view: its name, and what its address says after the question mark."""

    name: str
    address: str
    is_default: bool


def views_of(connection: Connection, person: str, page: str) -> list[SavedView]:
    """The views of a person on a page, in the order of their names."""
    return [SavedView(*row) for row in connection.execute(_VIEWS, {"who": person, "where": page})]


def save_view(connection: Connection, person: str, page: str, view: SavedView) -> SavedView:
    """Saves a view, over that of the same name if there is one; a person has one default a page.

    The default stays the default when it is saved again.
    """
    view = replace(view, name=_readable(view.name))
    _require_room(view)
    known = {each.name: each for each in views_of(connection, person, page)}
    if view.name in known:
        view = replace(view, is_default=view.is_default or known[view.name].is_default)
    elif len(known) >= MOST:
        raise StoreError(f"Vous avez déjà {MOST} vues sur cette page : retirez-en une.")
    own = saved_view.c.person == person, saved_view.c.page == page
    if view.is_default:
        forget_default(connection, person, page)
    values = {"address": view.address, "is_default": view.is_default}
    if view.name in known:
        connection.execute(update(saved_view).where(*own, saved_view.c.name == view.name).values(values))
    else:
        connection.execute(insert(saved_view).values(person=person, page=page, name=view.name, **values))
    return view


def forget_default(connection: Connection, person: str, page: str) -> None:
    """Opens a page on none of a person's views."""
    own = saved_view.c.person == person, saved_view.c.page == page
    connection.execute(update(saved_view).where(*own).values(is_default=False))


def _readable(name: str) -> str:
    """A name in one line and one spelling, without the signs that nobody sees."""
    spaced = " ".join(unicodedata.normalize("NFC", name).split())
    return "".join(sign for sign in spaced if sign.isprintable())


def _require_room(view: SavedView) -> None:
    if not 0 < len(view.name) <= LONGEST_NAME:
        raise StoreError(f"Donnez à la vue un nom de {LONGEST_NAME} caractères au plus.")
    if len(view.address) > LONGEST_ADDRESS:
        raise StoreError("Cette vue retient trop de filtres pour être enregistrée : retirez-en.")


def forget_view(connection: Connection, person: str, page: str, name: str) -> None:
    """Removes a view; one that is not there is already removed."""
    own = saved_view.c.person == person, saved_view.c.page == page, saved_view.c.name == name
    connection.execute(delete(saved_view).where(*own))
