"""What people call a month, or days from one to another, in French."""

from datetime import date, timedelta

from data_access.words import MONTHS


def month_name(day: date) -> str:
    """« décembre 2024 »."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def length(start: date, stop: date) -> str:
    """« 11 mois », « 22 jours » : from a day to the one before another, in months when they are whole."""
    if start.day == stop.day == 1:
        return f"{(stop.year - start.year) * 12 + stop.month - start.month} mois"
    days = (stop - start).days
    return f"{days} jours" if days > 1 else "1 jour"


def interval_name(start: date, last: date) -> str:
    """« octobre 2023 à septembre 2024 », both included; what starts and ends alike is named once."""
    if start == last:
        return f"journée du {start:%d/%m/%Y}"
    if start.day != 1 or (last + timedelta(days=1)).day != 1:
        return f"du {start:%d/%m/%Y} au {last:%d/%m/%Y}"
    if start.month == 1 and last.month == 12:
        return f"année {start.year}" if start.year == last.year else f"années {start.year} à {last.year}"
    return " à ".join(dict.fromkeys((month_name(start), month_name(last))))
