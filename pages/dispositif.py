"""Un dispositif : son marché, son équipe, ses lieux, son année, ses enregistrements."""

import streamlit as st

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
from metrics.present.charts.bars import bars
from metrics.present.charts.over_time import over_time
from metrics.reconcile import badges
from pages.ui import charts, comparison, filters, layout, links, portrait, records, tiles, views

KEY_FIGURES = (
    INTERVENTIONS_COUNT,
    PEOPLE_MET,
    FIELD_HOURS_DONE,
    INTERVENTIONS_PER_HOUR,
    PRESENCE_RATE,
    MEETINGS_ATTENDED,
)
RECORDS = (INTERVENTIONS_COUNT, MEETINGS_ATTENDED, REVENUE)
COUNT = INTERVENTIONS_COUNT

top = st.container()
visit = layout.open_page(views.DISPOSITIF)
ask = filters.bar(visit, *KEY_FIGURES, by=(DISPOSITIF, INTERVENTION_FAMILY), counted=COUNT)
who = portrait.asked(ask)
with top:
    links.trail(ask, views.HOME, views.ACTIVITY, here=who.name if who else "Un dispositif")
if who is None:
    portrait.choose(ask, links.to_dispositif(ask))
    layout.closing("Les chiffres se montrent une fois le dispositif choisi.")
    st.stop()

# What we want to know
headline = ask(*KEY_FIGURES)
goals = ask.targets(*KEY_FIGURES)
history = ask.history(*KEY_FIGURES)
months = portrait.months(ask, who, COUNT)
kinds = ask(COUNT, by=(INTERVENTION_FAMILY,))
jobs = ask(POSTS_AUTHORISED, FIELD_FTE, by=(JOB,))
team = ask(POSTS_AUTHORISED, FIELD_FTE)
sectors = ask(SECTORS_SERVED, by=(SECTOR,))
sites = ask(WORK_SITES, by=(SITE,))

# What we show
portrait.identity(who)
tiles.grid(ask, headline, goals, history, badges(visit.url))
portrait.years(ask, who)
charts.draw(ask, "mois", over_time(months, COUNT, ask.events(months), dimension="month"), months, COUNT)
charts.draw(ask, "natures", bars(kinds, COUNT, clickable=True), kinds, COUNT)
portrait.markets(ask, who)
comparison.table("L'équipe : postes par métier", jobs, team)
portrait.places(sectors, sites)
for figure in RECORDS:
    records.under(ask, figure)
layout.notes(headline)
