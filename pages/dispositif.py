"""Un dispositif : son marché, son équipe, ses lieux, son année, ses enregistrements."""

import streamlit as st

from metrics.badges import badges
from metrics.catalogue.activity import (
    FIELD_HOURS_DONE,
    INTERVENTIONS_COUNT,
    INTERVENTIONS_PER_HOUR,
    MEETINGS_ATTENDED,
    PEOPLE_MET,
    PRESENCE_RATE,
)
from metrics.catalogue.dimensions import DISPOSITIF, INTERVENTION_FAMILY, JOB, SECTOR, SITE
from metrics.catalogue.dispositifs import FIELD_FTE, POSTS_AUTHORISED, SECTORS_SERVED, WORK_SITES
from metrics.catalogue.financing import REVENUE
from metrics.portfolio import told
from metrics.views import views
from pages.ui import choice, comparison, filters, layout, links, portrait, records, tiles, work

KEY_FIGURES = (
    INTERVENTIONS_COUNT,
    PEOPLE_MET,
    FIELD_HOURS_DONE,
    INTERVENTIONS_PER_HOUR,
    PRESENCE_RATE,
    MEETINGS_ATTENDED,
)
COUNT = INTERVENTIONS_COUNT
TEAM = (POSTS_AUTHORISED, FIELD_FTE)
SECTIONS = {"annee": "Son année", "moyens": "Ses marchés, son équipe, ses lieux"}

visit, top = layout.open_below(views.DISPOSITIF)
ask = filters.bar(visit, *KEY_FIGURES, by=(DISPOSITIF, INTERVENTION_FAMILY), counted=COUNT, about=DISPOSITIF)
who = portrait.asked(ask)
with top:
    links.trail(ask, views.HOME, views.ACTIVITY, here=who.name if who else "Un dispositif")
if who is None:
    portrait.choose(ask, links.ToDispositif(ask))
    layout.notes("Les chiffres se montrent une fois le dispositif choisi.")
    st.stop()

# What we want to know
own = portrait.entry(ask, who)
headline = told(ask(*KEY_FIGURES), own)
goals = ask.targets(*KEY_FIGURES)
history = told(ask.history(*KEY_FIGURES), own)

# What we show
layout.entitle(who.name)
portrait.identity(who, own)
tiles.grid(ask, headline, goals, history, badges(visit.url, visit.known))
match choice.choose("Voir", "volet", SECTIONS):
    case "annee":
        portrait.years(ask, who, own)
        if portrait.has_object(COUNT, headline):
            work.months(ask, COUNT, portrait.months(ask, who, COUNT))
            work.kinds(ask, COUNT)
            records.under(ask, COUNT)
        records.under(ask, MEETINGS_ATTENDED)
    case "moyens":
        portrait.markets(ask, who)
        comparison.table("L'équipe : postes par métier", ask(*TEAM, by=(JOB,)), ask(*TEAM))
        portrait.places(ask(SECTORS_SERVED, by=(SECTOR,)), ask(WORK_SITES, by=(SITE,)))
        records.under(ask, REVENUE)
layout.notes(headline)
