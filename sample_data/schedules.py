"""The schedule of each dispositif in the field, after what the activity report says of it."""

from datetime import date

from sample_data.schedule import Schedule, Shift


def _flat(*weekdays: int) -> dict[int, int]:
    return dict.fromkeys(weekdays, 100)


_SUMMER = (92, 90, 96, 102, 108, 116, 112, 96, 102, 100, 92, 84)  # outdoors
_NIGHTS = (86, 86, 94, 100, 110, 122, 124, 112, 104, 96, 88, 80)
_SCHOOL = (100, 98, 102, 98, 104, 96, 60, 0, 96, 104, 106, 98)
_SCHOOL_DAYS = (
    Shift(
        weekdays={1: 104, 2: 100, 4: 100, 5: 112},
        hours={8: 110, 9: 80, 10: 130, 11: 90, 12: 160, 13: 140, 14: 80, 15: 120, 16: 150},
    ),
    Shift(weekdays={3: 55}, hours={8: 110, 9: 80, 10: 120, 11: 100}),
)
SCHEDULES = {
    "NANTES-QUARTIER": Schedule(
        text="Lundi au samedi, 13 h - 21 h",
        days="open",
        months=_SUMMER,
        shifts=(
            Shift(
                weekdays={1: 92, 2: 98, 3: 116, 4: 98, 5: 104, 6: 92},
                hours={13: 60, 14: 85, 15: 100, 16: 130, 17: 145, 18: 135, 19: 110, 20: 85},
            ),
        ),
    ),
    "VAN-NUIT": Schedule(
        text="Jeudi au samedi, 21 h 30 - 6 h 00",
        months=_NIGHTS,
        first=date(2023, 2, 1),
        shifts=(
            Shift(
                weekdays={4: 74, 5: 108, 6: 122},
                hours={21: 30, 22: 80, 23: 110, 24: 125, 25: 130, 26: 140, 27: 105, 28: 75, 29: 45},
                halves=(21,),
            ),
        ),
    ),
    "CCAS": Schedule(
        text="Lundi au vendredi, 8 h - 12 h et 13 h - 17 h",
        days="offices",
        months=(110, 102, 100, 98, 94, 96, 88, 82, 112, 108, 102, 96),
        shifts=(
            Shift(
                weekdays={1: 124, 2: 104, 3: 94, 4: 92, 5: 86},
                hours={8: 70, 9: 140, 10: 130, 11: 110, 13: 90, 14: 110, 15: 90, 16: 60},
            ),
        ),
    ),
    "NANTES-ECOLE": Schedule(
        text="Jours d'école, 8 h - 17 h (mercredi matin)", days="term B", months=_SCHOOL, shifts=_SCHOOL_DAYS
    ),
    "RENNES-ECOLE": Schedule(
        text="Jours d'école, 8 h - 17 h (mercredi matin)", days="term B", months=_SCHOOL, shifts=_SCHOOL_DAYS
    ),
    "IDF-ECOLE": Schedule(
        text="Jours d'école, 8 h - 17 h (mercredi matin)", days="term C", months=_SCHOOL, shifts=_SCHOOL_DAYS
    ),
    "RENNES-JOUR": Schedule(
        text="Lundi au samedi, 12 h - 20 h",
        days="open",
        months=_SUMMER,
        shifts=(
            Shift(
                weekdays={1: 90, 2: 98, 3: 118, 4: 98, 5: 106, 6: 90},
                hours={12: 70, 13: 70, 14: 95, 15: 105, 16: 130, 17: 140, 18: 125, 19: 90},
            ),
        ),
    ),
    "RENNES-BINOMES": Schedule(
        text="Mardi au samedi, 15 h - 22 h",
        days="open",
        months=_SUMMER,
        shifts=(
            Shift(
                weekdays={2: 92, 3: 112, 4: 94, 5: 108, 6: 98},
                hours={15: 70, 16: 95, 17: 120, 18: 130, 19: 120, 20: 100, 21: 70},
            ),
        ),
    ),
    "RENNES-PISCINE": Schedule(
        text="Juin à août, tous les jours, 12 h - 19 h",
        months=(0, 0, 0, 0, 0, 70, 120, 110, 0, 0, 0, 0),
        shifts=(
            Shift(
                weekdays={1: 90, 2: 90, 3: 110, 4: 90, 5: 96, 6: 124, 7: 130},
                hours={12: 50, 13: 70, 14: 120, 15: 150, 16: 150, 17: 120, 18: 70},
                opens=(6, 1),
                closes=(8, 31),
            ),
        ),
    ),
    "ANGERS-NUIT": Schedule(
        text="Mardi au samedi, 18 h 30 - 1 h 30",
        months=_NIGHTS,
        shifts=(
            Shift(
                weekdays={2: 84, 3: 94, 4: 98, 5: 118, 6: 120},
                hours={18: 35, 19: 90, 20: 120, 21: 145, 22: 150, 23: 120, 24: 80, 25: 30},
                halves=(18, 25),
            ),
        ),
    ),
    "FOIRE": Schedule(
        text="Novembre, mercredi et vendredi au dimanche, 15 h - 22 h",
        shifts=(
            Shift(
                weekdays={3: 90, 5: 90, 6: 130, 7: 110},
                hours={15: 80, 16: 100, 17: 120, 18: 130, 19: 120, 20: 100, 21: 70},
                opens=(11, 1),
                closes=(11, 30),
            ),
        ),
    ),
    "VELIVAL": Schedule(
        text="Lundi au vendredi, 7 h - 19 h",
        days="offices",
        months=(100,) * 7 + (60, 110, 115, 110, 85),
        first=date(2024, 7, 1),
        shifts=(
            Shift(
                weekdays=_flat(1, 2, 3, 4, 5),
                hours={7: 90, 8: 130, 9: 100, 10: 110, 11: 110, 12: 80}
                | {13: 70, 14: 100, 15: 100, 16: 110, 17: 120, 18: 80},
            ),
        ),
    ),
    "CLICHY": Schedule(
        text="Mardi au samedi, 14 h - 23 h (jusqu'à 3 h en août, vendredi et samedi)",
        months=(100,) * 7 + (110, 108, 104, 98, 90),
        first=date(2024, 8, 1),
        shifts=(
            Shift(
                weekdays={2: 92, 3: 110, 4: 94, 5: 106, 6: 104},
                hours={14: 60, 15: 80, 16: 110, 17: 125, 18: 130, 19: 120, 20: 110, 21: 95, 22: 70},
            ),
            Shift(
                weekdays={5: 40, 6: 50},
                hours={23: 110, 24: 110, 25: 90, 26: 60},
                opens=(8, 1),
                closes=(8, 31),
            ),
        ),
    ),
    "SCEAUX": Schedule(
        text="Mardi au samedi, 14 h - 21 h",
        days="open",
        months=_SUMMER,
        shifts=(
            Shift(
                weekdays={2: 90, 3: 120, 4: 92, 5: 104, 6: 100},
                hours={14: 80, 15: 95, 16: 125, 17: 135, 18: 120, 19: 95, 20: 70},
            ),
        ),
    ),
    "CHARENTON": Schedule(
        text="Mardi au samedi, 15 h - 22 h",
        days="open",
        months=_SUMMER,
        shifts=(
            Shift(
                weekdays={2: 90, 3: 116, 4: 92, 5: 106, 6: 104},
                hours={15: 80, 16: 115, 17: 130, 18: 125, 19: 105, 20: 90, 21: 70},
            ),
        ),
    ),
    "VINCENNES": Schedule(
        text="15 juin au 15 septembre, mercredi au dimanche, 18 h - 24 h",
        months=(0, 0, 0, 0, 0, 90, 120, 100, 80, 0, 0, 0),
        shifts=(
            Shift(
                weekdays={3: 86, 4: 90, 5: 116, 6: 122, 7: 90},
                hours={18: 70, 19: 100, 20: 120, 21: 140, 22: 130, 23: 90},
                opens=(6, 15),
                closes=(9, 15),
            ),
        ),
    ),
    "AACC": Schedule(
        text="Lundi au vendredi, 10 h - 20 h",
        days="offices",
        months=(100, 100, 115, 105, 105, 115, 60, 15, 110, 120, 115, 80),
        shifts=(
            Shift(
                weekdays={1: 80, 2: 120, 3: 100, 4: 125, 5: 70},
                hours={10: 60, 11: 60, 12: 30, 13: 30, 14: 80, 15: 80, 16: 70, 17: 90, 18: 170, 19: 180},
            ),
        ),
    ),
    "T13": Schedule(
        text="Lundi au vendredi, 9 h - 17 h",
        days="offices",
        months=(100,) * 7 + (60, 110, 110, 100, 80),
        first=date(2024, 6, 3),
        shifts=(
            Shift(
                weekdays=_flat(1, 2, 3, 4, 5),
                hours={9: 110, 10: 120, 11: 110, 12: 60, 13: 70, 14: 100, 15: 100, 16: 110},
            ),
        ),
    ),
}
