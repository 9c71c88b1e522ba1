"""Views saved under a name: to save the current one, to open one, to have one open the page."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from data_access.engine import reading_engine, writing
from data_access.errors import StoreError
from data_access.row_rights import let_read
from data_access.saved_views import (
    LONGEST_NAME,
    SavedView,
    forget_default,
    forget_view,
    save_view,
    views_of,
)
from metrics import address
from metrics.views.visit import Visit
from pages.ui import choice, html
from pages.ui.html import el

_NAME, _DEFAULT, _GONE, _SAID = "vue-nom", "vue-defaut", "vue-retiree", "vue-dit"
_FOLLOWS = "La période suivra le dernier mois chargé."
_NO_DEFAULT = "Ne plus ouvrir la page sur une vue"


def default_of(visit: Visit) -> dict[str, str]:
    """What opens this page for this person, as the parameters of an address; nothing when unsaid."""
    found = next((view for view in _own(visit) if view.is_default), None)
    return dict(parse_qsl(found.address)) if found else {}


def menu(visit: Visit, written: dict[str, str], *, follows_calendar: bool) -> None:
    """Draws the person's views of this page, each a link, and what saves the current one.

    ``written`` is what the bar asks, as parameters of an address. The last month loaded is not saved as
    that month: the view follows the calendar.
    """
    lasting = {
        name: value for name, value in written.items() if name != address.PERIOD or not follows_calendar
    }
    with st.popover("Vues enregistrées", key="vues-enregistrees"):
        _answer()
        views = _own(visit)
        links = [_link(visit, view) for view in views]
        html.show(
            el("ul", *links, class_="vues") if links else el("p", "Aucune vue enregistrée sur cette page.")
        )
        with st.form("vue", clear_on_submit=True, border=False):
            st.text_input("Nom de la vue actuelle", max_chars=LONGEST_NAME, key=_NAME)
            st.checkbox("Ouvrir la page sur cette vue", key=_DEFAULT)
            if follows_calendar:
                html.show(el("p", _FOLLOWS, class_="retenues"))
            st.form_submit_button("Enregistrer", on_click=_save, args=(visit, lasting))
        if any(view.is_default for view in views):
            st.button(_NO_DEFAULT, on_click=_forget_default, args=(visit,))
        if views:
            names = [view.name for view in views]
            gone = st.selectbox(
                "Retirer une vue", names, index=None, key=_GONE, placeholder="Choisir", filter_mode=None
            )
            st.button("Retirer", on_click=_forget, args=(visit,), disabled=gone is None)
        shown = f"/{visit.page}?{urlencode({**st.query_params.to_dict(), **written})}"
        link = el("a", f"{_site()}{shown}", href=shown, target="_self", class_="partage")
        html.show(el("p", "Lien de ce qui est affiché, à partager : ", link))


def _site() -> str:
    """The scheme and the host that this person's browser knows the application by."""
    found = urlsplit(st.context.url or "")
    return f"{found.scheme}://{found.netloc}" if found.netloc else ""


def _own(visit: Visit) -> list[SavedView]:
    with reading_engine(visit.url).connect() as connection:
        let_read(connection, visit.scope, person=visit.person)
        return views_of(connection, visit.person, visit.page)


def _link(visit: Visit, view: SavedView) -> html.Element:
    said = f"{view.name} (ouvre la page)" if view.is_default else view.name
    return el("li", el("a", said, href=f"/{visit.page}?{view.address}", target="_self"))


def _save(visit: Visit, written: dict[str, str]) -> None:
    """Saves what was shown when the name was given; the next run says how it went."""
    address = urlencode(written | choice.said_here())
    view = SavedView(st.session_state[_NAME], address, st.session_state[_DEFAULT])
    try:
        with writing(visit.url) as connection:
            let_read(connection, visit.scope, person=visit.person)
            kept = save_view(connection, visit.person, visit.page, view)
    except StoreError as refusal:
        st.session_state[_SAID] = str(refusal)
    else:
        opens = " ; elle ouvre la page" if kept.is_default else ""
        st.session_state[_SAID] = f"Vue « {kept.name} » enregistrée{opens}."


def _forget_default(visit: Visit) -> None:
    with writing(visit.url) as connection:
        let_read(connection, visit.scope, person=visit.person)
        forget_default(connection, visit.person, visit.page)
    st.session_state[_SAID] = "Plus aucune vue n'ouvre cette page."


def _forget(visit: Visit) -> None:
    name = st.session_state[_GONE]
    with writing(visit.url) as connection:
        let_read(connection, visit.scope, person=visit.person)
        forget_view(connection, visit.person, visit.page, name)
    st.session_state[_SAID] = f"Vue « {name} » retirée."


def _answer() -> None:
    """What came of the last request, said once."""
    if said := st.session_state.pop(_SAID, ""):
        html.show(el("p", said, role="status"))
