"""The page of ``prepared.py``, as Streamlit runs it: files that say who they are for, and a place for one."""

import streamlit as st

from pages.ui import session

PERSON = session.here().person

st.title("Fichiers")
st.download_button("Prêt", data=f"chiffres de {PERSON}", file_name="pret.csv")
st.download_button(  # « ignore »: a new turn of the page would forget the file before it is given
    "Sur demande",
    data=lambda: f"chiffres demandés par {PERSON}",
    file_name="demande.csv",
    on_click="ignore",
)
st.text_input("Dire", key="dit", bind="query-params")
received = st.file_uploader("Fichier")
if received is not None:
    st.text(f"Reçu : {received.name}, {received.size} octets")
