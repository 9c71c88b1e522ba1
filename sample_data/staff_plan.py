"""Who is on roll, team by team.

On 31/12/2023 they are 121: 93 CDI, 20 CDD, 8 apprentices. In 2024 45 come and 37 go; 4 apprentices who
graduated and 2 CDD become CDI; one person moves from Rennes to Nantes. On 31/12/2024 they are 129: 94 CDI,
9 CDD, 26 apprentices.
"""

from datetime import date

from sample_data.staff_groups import (
    APPRENTICES,
    CDD,
    CDI,
    END_OF_2023,
    END_OF_SCHOOL_2023,
    END_OF_SCHOOL_2024,
    LATER,
    LEFT_2023,
    LEFT_2024,
    OLD,
    SESSION_2022,
    SESSION_2023,
    SESSION_2024,
    SHORT_2022,
    SHORT_2023,
    SPRING_2024,
    Change,
    Team,
    between,
    on,
)

_GRADUATED_2023, _GRADUATED_2024 = date(2023, 7, 10), date(2024, 7, 8)
_NANTES = (
    Team("NANTES", None, "RESP", (CDI(1, 100, OLD),)),
    Team("NANTES", "NANTES-QUARTIER", "RESP", (CDI(3, 100, OLD),)),
    Team("NANTES", "NANTES-QUARTIER", "REF", (CDI(6, 100, OLD),)),
    Team(
        "NANTES",
        "NANTES-QUARTIER",
        "MED",
        (
            CDI(6, 80, OLD),
            CDI(2, 80, LATER),
            CDI(1, 60, OLD),
            CDI(1, 72, LATER),
            CDI(5, 100, OLD, LEFT_2024),
            CDI(4, 80, LATER, LEFT_2024),
            CDI(4, 80, LATER, LEFT_2023),
            CDD(4, 80, SHORT_2022, LEFT_2023),
            CDD(4, 80, SHORT_2023, SPRING_2024),
            CDD(3, 80, END_OF_2023, LEFT_2024, replacement=True),
            CDD(1, 80, END_OF_2023),
            CDD(1, 80, between((2024, 3, 4), (2024, 6, 3)), replacement=True),
            APPRENTICES(1, 60, SESSION_2022, change=Change(_GRADUATED_2023, 80)),
            APPRENTICES(1, 60, SESSION_2022, END_OF_SCHOOL_2023),
            APPRENTICES(8, 60, SESSION_2024),
        ),
    ),
    Team("NANTES", "VAN-NUIT", "MED", (CDI(4, 80, on(2023, 1, 30)),)),
    Team("NANTES", "CCAS", "MED", (CDI(1, 100, on(2022, 4, 1)),)),
    Team("NANTES", "NANTES-ECOLE", "RESP", (CDI(1, 100, OLD),)),
    Team(
        "NANTES",
        "NANTES-ECOLE",
        "MED",
        (
            CDI(9, 80, LATER),
            CDI(1, 80, LATER, END_OF_SCHOOL_2023),
            CDD(1, 80, END_OF_2023),
            CDD(1, 80, on(2024, 9, 2)),
            CDD(2, 80, on(2023, 9, 4), END_OF_SCHOOL_2024),
            CDD(2, 80, on(2022, 9, 1), END_OF_SCHOOL_2023),
        ),
    ),
)
_RENNES = (
    Team("RENNES", None, "RESP", (CDI(1, 100, OLD),)),
    Team("RENNES", "RENNES-JOUR", "RESP", (CDI(1, 100, OLD),)),
    Team("RENNES", "RENNES-JOUR", "REF", (CDI(1, 100, OLD),)),
    Team(
        "RENNES",
        "RENNES-JOUR",
        "MED",
        (
            CDI(2, 100, OLD),
            CDI(1, 100, LATER, on(2024, 6, 28)),
            CDI(1, 100, LATER, LEFT_2023),
            CDD(2, 100, SHORT_2023, SPRING_2024),
            CDD(1, 100, SHORT_2022, LEFT_2023),
            APPRENTICES(1, 60, SESSION_2022, END_OF_SCHOOL_2023),
            APPRENTICES(1, 60, SESSION_2023, change=Change(_GRADUATED_2024, 100)),
            APPRENTICES(3, 60, SESSION_2024),
        ),
    ),
    Team(
        "RENNES",
        "RENNES-BINOMES",
        "MED",
        (
            CDI(2, 100, LATER),
            CDD(1, 100, SHORT_2022, LEFT_2023),
            CDD(1, 100, END_OF_2023, on(2024, 9, 30)),
            APPRENTICES(2, 60, SESSION_2024),
        ),
    ),
    Team(
        "RENNES",
        "RENNES-ECOLE",
        "MED",
        (
            CDI(2, 80, LATER),
            CDI(1, 80, on(2024, 1, 8)),
            CDI(1, 80, LATER, END_OF_SCHOOL_2023),
            CDD(1, 80, on(2022, 9, 1), END_OF_SCHOOL_2023),
            CDD(1, 80, on(2023, 9, 4), change=Change(date(2024, 9, 2), 80)),
            CDD(1, 80, on(2023, 9, 4)),
            CDD(1, 80, on(2023, 9, 4), END_OF_SCHOOL_2024),
            CDD(1, 80, on(2024, 9, 2)),
            CDI(1, 80, LATER, change=Change(date(2024, 9, 2), 80, "NANTES-ECOLE", agency="NANTES")),
            CDI(1, 80, on(2024, 9, 2)),
        ),
    ),
    Team(
        "RENNES",
        "RENNES-PISCINE",
        "MED",
        (
            CDD(5, 100, on(2023, 6, 1), on(2023, 8, 31)),
            CDD(5, 100, on(2024, 6, 1), on(2024, 8, 31)),
        ),
    ),
    Team("RENNES", "ENCOMBRANTS", "AGENT-ENC", (CDI(1, 100, OLD),)),
)
_ANGERS = (
    Team("ANGERS", None, "RESP", (CDI(1, 100, OLD),)),
    Team("ANGERS", "ANGERS-NUIT", "REF", (CDI(2, 100, OLD),)),
    Team(
        "ANGERS",
        "ANGERS-NUIT",
        "MED",
        (
            CDI(2, 100, OLD),
            CDI(3, 100, LATER, LEFT_2024),
            CDI(1, 100, LATER, LEFT_2023),
            CDI(1, 100, LATER, change=Change(date(2024, 7, 1), 100, "VELIVAL")),
            APPRENTICES(1, 60, SESSION_2022, change=Change(_GRADUATED_2023, 100)),
            APPRENTICES(2, 60, SESSION_2023, change=Change(_GRADUATED_2024, 100)),
            APPRENTICES(1, 60, on(2024, 2, 5), change=Change(date(2024, 12, 2), 100)),
            APPRENTICES(1, 60, on(2024, 2, 5), on(2024, 11, 29)),
            APPRENTICES(3, 60, SESSION_2024),
        ),
    ),
)
_IDF = (
    Team("IDF", None, "RESP", (CDI(1, 100, OLD),)),
    Team("IDF", "CLICHY", "RESP", (CDI(1, 100, on(2024, 7, 1)),)),
    Team("IDF", "CLICHY", "REF", (CDI(1, 100, on(2024, 7, 1)),)),
    Team(
        "IDF",
        "CLICHY",
        "MED",
        (CDI(2, 80, on(2024, 7, 22)), CDD(1, 80, on(2024, 7, 29)), APPRENTICES(5, 60, SESSION_2024)),
    ),
    Team("IDF", "SCEAUX", "REF", (CDI(1, 100, OLD),)),
    Team("IDF", "SCEAUX", "MED", (CDI(2, 80, LATER), CDI(1, 80, LATER, LEFT_2023))),
    Team("IDF", "CHARENTON", "MED", (CDI(2, 80, LATER),)),
    Team(
        "IDF",
        "VINCENNES",
        "MED",
        (CDD(2, 100, on(2023, 6, 15), on(2023, 9, 15)), CDD(2, 100, on(2024, 6, 15), on(2024, 9, 15))),
    ),
    Team(
        "IDF",
        "AACC",
        "MED",
        (CDI(3, 80, LATER), CDD(1, 80, END_OF_2023, change=Change(date(2024, 10, 1), 80))),
    ),
    Team("IDF", "T13", "MED", (CDI(1, 100, on(2024, 6, 3)),)),
    Team("IDF", "IDF-ECOLE", "REF", (CDI(1, 100, OLD),)),
    Team(
        "IDF",
        "IDF-ECOLE",
        "MED",
        (
            CDI(4, 80, LATER),
            CDI(1, 80, LATER, END_OF_SCHOOL_2023),
            CDD(1, 80, on(2022, 9, 1), END_OF_SCHOOL_2023),
            CDD(1, 80, END_OF_2023),
        ),
    ),
)
_HEAD_OFFICE = (
    Team("SIEGE", None, "DIRECTION", (CDI(2, 100, OLD),)),
    Team(
        "SIEGE",
        None,
        "GESTION",
        (
            CDI(2, 100, OLD),
            CDI(1, 80, LATER),
            CDI(1, 100, OLD, LEFT_2023),
            CDD(1, 60, END_OF_2023, on(2024, 8, 30), replacement=True),
            CDD(1, 60, on(2024, 9, 2), replacement=True),
            APPRENTICES(1, 60, SESSION_2023),
        ),
    ),
    Team("SIEGE", None, "RH", (CDI(1, 100, OLD), CDI(1, 80, LATER), APPRENTICES(1, 60, SESSION_2023))),
    Team(
        "SIEGE",
        None,
        "FORMATION",
        (
            CDI(3, 100, OLD),
            CDI(1, 80, LATER),
            APPRENTICES(2, 60, on(2021, 9, 6), on(2023, 8, 31)),
            APPRENTICES(1, 60, on(2022, 9, 5), on(2024, 8, 30)),
            APPRENTICES(1, 60, SESSION_2024),
        ),
    ),
    Team(
        "SIEGE",
        None,
        "DEVELOPPEMENT",
        (
            CDI(1, 100, LATER),
            CDI(1, 100, on(2024, 4, 2)),
            APPRENTICES(1, 60, SESSION_2023),
            APPRENTICES(1, 60, on(2022, 9, 5), on(2024, 8, 30)),
            APPRENTICES(1, 60, SESSION_2024),
        ),
    ),
)
TEAMS = (*_NANTES, *_RENNES, *_ANGERS, *_IDF, *_HEAD_OFFICE)
