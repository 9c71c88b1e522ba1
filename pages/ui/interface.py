"""The words of Streamlit's own interface, which exists in English only: put into French as they are served.

Its scripts hold each of them as a literal between backquotes. A test looks for every one in the
scripts installed, so that a new version with other words does not go unseen.
"""

from collections.abc import Callable
from functools import partial

FOLDER = "/static/js/"
WORDS = {  # by the first part of the script's name, which goes on with the hash of its content
    "index": {
        "`Skip to main content`": "`Aller au contenu`",
        "`App pages`": "`Pages de la suite`",
        '"aria-label":`Sidebar`': '"aria-label":`Menu`',
        "`Expand sidebar`": "`Ouvrir le menu`",
        "`Collapse sidebar`": "`Fermer le menu`",
        "`Close`": "`Fermer`",
        "`Notifications`": "`Messages`",
        "`Running...`": "`Calcul en cours`",
        "`Stop`": "`Arrêter`",
        "`Stopping...`": "`Arrêt en cours`",
        "`Please wait...`": "`Un instant…`",
        "`Try again`": "`Réessayer`",
        "`Connecting`": "`Connexion`",
        "`Connecting to Streamlit server`": "`Connexion au serveur de la suite`",
        "`Unable to connect to Streamlit server`": "`Le serveur de la suite ne répond pas`",
        "`Error`": "`Erreur`",
        "`Connection error`": "`Connexion interrompue`",
        "`Connection lost. Please wait for the app to reconnect, then try again.`": (
            "`Connexion perdue. Attendez qu'elle revienne, puis réessayez.`"
        ),
        "`Reconnected to server.`": "`Connexion rétablie.`",
        "`Is Streamlit still running? "
        "If you accidentally stopped Streamlit, just restart it in your terminal:`": (
            "`La suite est-elle arrêtée ? Pour la relancer :`"
        ),
        "`streamlit run yourscript.py`": "`python3 manage.py run`",
        "`Page not found`": "`Page introuvable`",
        "`The page that you have requested does not seem to exist`": "`Cette adresse n'existe pas`",
        "`${t}. Running the app's main page.`": "`${t}. Voici la première page.`",
    },
    "Selectbox": {
        "locale:`en-US`": "locale:`fr-FR`",  # of « 8 options disponibles », read aloud
        "`Open`": "`Ouvrir`",
        "`Clear value`": "`Effacer`",
        "`No results`": "`Aucun résultat`",
    },
    "Multiselect": {
        "locale:`en-US`": "locale:`fr-FR`",
        "`Clear all`": "`Tout effacer`",
        "`Multiselect options`": "`Choix possibles`",
        "`No results`": "`Aucun résultat`",
        "`Open`": "`Ouvrir`",
        "`Remove ${e}`": "`Retirer ${e}`",
        "`Selected values`": "`Valeurs choisies`",
    },
    "ArrowVegaLiteChart": {
        "`Show data`": "`Voir les données`",
        "`Show chart`": "`Voir le graphique`",
        "`Download as PNG`": "`Enregistrer l'image`",
        "`Copy Vega-Lite spec`": "`Copier la description du graphique`",
        "`Copied!`": "`Copié`",
    },
    "embed": {"`${t} mark container`": "`graphique`", "`${n} mark`": "`marque`"},  # read aloud
    "Toolbar": {"`Fullscreen`": "`Plein écran`", "`Close fullscreen`": "`Quitter le plein écran`"},
    "utils": {"`Choose options`": "`Choisir`", "`Choose an option`": "`Choisir`"},
    "InputInstructions": {
        "`Press Enter to ${e}`": "`Entrée pour valider`",
        "`Press ${r()?`": "`${r()?`",  # of « Press Ctrl+Enter to submit form », in two pieces
        "`Ctrl`}+Enter to ${e}": "`Ctrl`} + Entrée pour enregistrer",
    },
}

# The menu leads to a bare address, which the page completes in its place: as a new step of the history,
# Back would lead to the bare one, to be completed again. The page's own name must be there first: both come
# with the state of the interface, in the order they were sent.
HISTORY = {
    "index": {
        "this.handlePageInfoChanged=e=>{": (
            "this.handlePageInfoChanged=e=>{this.setState({queryParams:e.queryString},"
            "()=>this.writeAddress(e))},this.writeAddress=e=>{"
        ),
        "this.historyNavigationEpoch===null?window.history.pushState": (
            "this.historyNavigationEpoch===null&&document.location.search?window.history.pushState"
        ),
    }
}

# A chart is drawn anew when its specification changes, and updated when its lines alone do, three times as
# fast: its sentence, which changes with them, is told by the frame around it rather than in its description.
SENTENCE = {
    "ArrowVegaLiteChart": {
        "u&&(d.description=u)": "u&&(d.description=`Graphique`)",
        '"data-testid":`stVegaLiteChart`,': '"data-testid":`stVegaLiteChart`,role:`img`,"aria-label":$,',
        "labelContext:$": "labelContext:void 0",  # too long a name for a button
    }
}


def translation(path: str) -> Callable[[bytes], bytes] | None:
    """What puts a script into French, or None when it has no words that people read."""
    folder, name = path[: len(FOLDER)], path[len(FOLDER) :]
    script = name.partition(".")[0] if folder == FOLDER else ""
    words = {**WORDS.get(script, {}), **HISTORY.get(script, {}), **SENTENCE.get(script, {})}
    return partial(_translated, words) if words else None


def _translated(words: dict[str, str], script: bytes) -> bytes:
    for english, french in words.items():
        script = script.replace(english.encode(), french.encode())
    return script
