"""The small world of the tests: a few dimensions, and what a row says when the test does not."""

from datetime import date
from typing import Any

WORLD = """
agency       id       name    kind         position
             RENNES   Rennes  territory    1
             NANTES   Nantes  territory    2
             ANGERS   Angers  territory    3
             IDF      Paris   territory    4
             SIEGE    Siège   head_office  5

city         id       name      population  qpv_population
             ROAZHON  Rennes    1000        100
             NAONED   Nantes    3000        200
             SCEAUX   Sceaux    500         0

funder       id       name     kind
             VILLE-R  Ville-R  city
             VILLE-N  Ville-N  city
             OPCO     OPCO     opco

dispositif   id        agency  funder   family       branch       setting       contract_year_month
             JOUR      RENNES  VILLE-R  day          mediation    public_space  10
             ECOLE     RENNES  VILLE-R  school       mediation    school        9
             VRAC      RENNES  VILLE-R  bulky_waste  bulky_waste  public_space  1
             QUARTIER  NANTES  VILLE-N  day          mediation    public_space  1
             NUIT      ANGERS  -        night        mediation    public_space  4

sector       id       name   city
             R-NORD   Nord   ROAZHON
             R-SUD    Sud    ROAZHON
             N-EST    Est    NAONED

site         id       name     city     kind
             ALMA     Alma     ROAZHON  school
             BRETON   Breton   ROAZHON  school
             CLEMENT  Clément  NAONED   school
             BUREAU   Bureau   NAONED   work

intervention_kind  id       name     family
                   BRUIT    Bruit    N
                   CONFLIT  Conflit  C

meeting_kind  id       name     set_by_market
              CELLULE  Cellule  yes
              CAFE     Café     no

job          id    name         family
             MED   Médiateur    mediator
             REF   Référent     referent
             RESP  Responsable  manager
             SUP   Support      support

account      id   name            line
             706  Ventes          sales
             740  Subventions     grants
             755  Apprentissage   apprenticeship
             641  Salaires        expense

programme    id       name     family          objective  level  speciality  title_minutes
             MSADS    MSADS    apprenticeship  rncp       4      332         26460
             AMIS     AMIS     apprenticeship  rncp       4      344         24360
             MODULE   Module   title_module    rncp       4      332         -
             ACCUEIL  Accueil  reception       other      -      -           -
             ATELIER  Atelier  prison          other      -      -           -

vehicle_kind  id            name      alternative
              car_diesel    Diesel    no
              car_electric  Voiture   yes
              escooter      Scooter   yes

rse_indicator  id       name     axis       wanted  metric           position
               TOOLS    Outils   territory  more    rse_impact_tools  1
               OTHER    Autre    social     less    other            2
"""

_JANUARY_2020 = date(2020, 1, 1)
DEFAULTS: dict[str, Any] = {
    # dimensions
    "orientation": "prevention",
    "setting": "public_space",
    "family": "day",
    "contract_year_month": 1,
    "field_mediation": True,
    "urban_market": False,
    "schedule": "",
    "qpv": False,
    # keys
    "day": date(2024, 6, 15),
    "dispositif_id": "JOUR",
    "agency_id": "RENNES",
    "intervention_kind_id": "BRUIT",
    "meeting_kind_id": "CAFE",
    "account_id": "706",
    "funder_id": "VILLE-R",
    "job_id": "MED",
    "city_id": "ROAZHON",
    # codes
    "branch": "mediation",
    "line": "sales",
    "direction": "client",
    "document": "invoice",
    "status": "pending",
    "contract": "permanent",
    "sex": "F",
    "birth_area": "france",
    "prevention_action.kind": "module",
    "market.kind": "multi_year",
    # numbers
    "hour": 18,
    "people_met": 1,
    "planned_minutes": 0,
    "done_minutes": 0,
    "participations": 1,
    "participants": 1,
    "kilograms": 1,
    "days": 5,
    "amount_cents": 100,
    "asked_cents": 0,
    "granted_cents": 0,
    "fte_hundredths": 100,
    "birth_year": 1990,
    "hired_on": _JANUARY_2020,
    "on_field": True,
    "code": "M",
    "market_code": "M",
    "renewal": False,
    "awarded_on": _JANUARY_2020,
    "valid_from": _JANUARY_2020,
    "replacement": False,
    "foundation": "never",
    "title": "none",
    "age": 34,
    "age_band": "25_34",
    "seniority_months": 53,
    "seniority_band": "3_5",
    "staff_move.move": "entry",
    "staff_move.reason": "hire",
    "theoretical_minutes": 0,
    "worked_minutes": 0,
    "absence.kind": "sickness",
    "long_term": False,
    "minutes": 0,
    "accident.kind": "work",
    "with_stop": True,
    "theme": "management",
    "days_hundredths": 100,
    "programme_id": "MSADS",
    "delivered_minutes": 60,
    "trainee": "private_employee",
    "employer": "own",
    "learners": 1,
    "trainee_minutes": 60,
    "outcome": "in_training",
    "result": "passed",
    "answers": 1,
    "satisfied": 1,
    "objective": "other",
    "alternative": False,
    "sub_axis": "Sous-axe",
    "issue": "Enjeu",
    "unit": "",
    "owner": "Direction",
    "wanted": "more",
    "position": 1,
    "rse_indicator_id": "TOOLS",
    "evidence": "Relevé",
    "vehicle_kind_id": "car_diesel",
    "vehicles": 1,
    "kilometres": 1,
    "certification.title": "Label",
    "certification.kind": "label",
    "issuer": "Organisme",
    "rse_action.title": "Action",
    "rse_event.title": "Atelier",
    "rse_event.kind": "workshop",
    "axis": "social",
    "rse_action.status": "running",
    "figure": "RA-001",
    "published_figure.document": "RA2024",
    "section": "Chiffres clés p.6",
    "published_figure.label": "Chiffre imprimé",
    "published_figure.value": "0",
    "precision": "exact",
    "derivation": "computed",
    "note": "",
    "domain": "training",
    "conditions": "",
    "period": "2024",
    "versus": "none",
    "part": "value",
    "due_on": date(2024, 12, 31),
    "loaded_by": 1,
}
AGENCY_OF = {"JOUR": "RENNES", "ECOLE": "RENNES", "VRAC": "RENNES", "QUARTIER": "NANTES", "NUIT": "ANGERS"}
