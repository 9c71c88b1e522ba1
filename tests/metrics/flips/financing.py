"""The smallest changes that contradict the published figures of financing; sizes are cents, or documents."""

from sqlalchemy import select

from data_access import schema as s
from tests.metrics.flips.change import Change, Conditions, drop, shift, within

_AMOUNT = s.ledger.c.amount_cents


def _accounts(line: str) -> Conditions:
    return s.ledger.c.account_id.in_(select(s.account.c.id).where(s.account.c.line == line))


_SALES, _GRANTS, _APPRENTICESHIP = map(_accounts, ("sales", "grants", "apprenticeship"))
_IN_2024 = within(s.ledger, "2024-01-01", "2024-12-31")
_AGENCY, _BRANCH, _DISPOSITIF = s.ledger.c.agency_id, s.ledger.c.branch, s.ledger.c.dispositif_id
_INVOICES_2024 = within(s.invoice, "2024-01-01", "2024-12-31")


def _income(cents: int, *where: Conditions) -> Change:
    """One entry of 2024 whose amount moves."""
    return shift(_AMOUNT, cents, ~_accounts("expense"), _IN_2024, *where)


# For each figure: the cents that one record must move, and what the rounded figure becomes.
FLIPS = {
    "RA-001": _income(-370_01),  # 4 747 499,99 € is 4 747 k€; with 370 € less it would still be 4 748
    "RA-002": _income(-22_185_98),  # 310 608 € more than 4 437 262 € is 7 %; with that much less, 6.49… %
    "RA-003": _income(-115_987_65, _BRANCH == "mediation"),  # from 91.71 % to less than 91.5 %
    "RA-004": _income(-20_981_12, _BRANCH == "training"),  # from 5.92 % to less than 5.5 %
    "RA-005": _income(-14_113_66, _BRANCH == "bulky_waste"),  # from 1.79 % to less than 1.5 %
    "RA-050": _income(360_00, _AGENCY == "IDF"),  # 862 140 + 360 = 862 500 € is 863 k€
    "RA-051": _income(-3_145_51, _AGENCY == "IDF"),  # 629 300 × 1.365 = 858 994,50 €: less is 36 %
    "RA-060": _income(-370_01, _AGENCY == "NANTES"),  # 2 249 870 - 370,01 = 2 249 499,99 € is 2 249 k€
    "RA-061": _income(11_704_01, _AGENCY == "NANTES"),  # 2 343 600 × 0.965 = 2 261 574 €: more is -3 %
    "RA-080": _income(290_00, _AGENCY == "RENNES", _BRANCH == "mediation"),  # 746 210 + 290 = 746 500 €
    "RA-081": _income(-3_140_01, _AGENCY == "RENNES", _BRANCH == "mediation"),  # 632 400 × 1.175 = 743 070 €
    "RA-089": _income(380_00, _DISPOSITIF == "ENCOMBRANTS"),  # 85 120 + 380 = 85 500 €
    "RA-090": _income(-356_96, _DISPOSITIF == "ENCOMBRANTS"),  # 71 530 × 1.185 = 84 763,05 €
    "RA-100": _income(-440_01, _AGENCY == "ANGERS"),  # 495 940 - 440,01 = 495 499,99 €
    "RA-101": _income(-2_402_51, _AGENCY == "ANGERS"),  # 481 500 × 1.025 = 493 537,50 €
    "RA-120": _income(-460_01, _BRANCH == "training"),  # 280 960 - 460,01 = 280 499,99 €
    "RA-140": _income(50),  # half a euro makes the next one
    "RA-141": _income(50, _SALES),
    "RA-142": _income(50, _GRANTS),
    "RA-143": _income(50, _APPRENTICESHIP),
    "RA-144": _income(839_15, _SALES),  # (3 462 157 + 839,15) / (4 747 870 + 839,15) is 72.925 %
    "RA-145": _income(169_13, _GRANTS),  # (1 204 171 + 169,13) / (4 747 870 + 169,13) is 25.365 %
    "RA-146": _income(-118_06, _APPRENTICESHIP),  # (81 542 - 118,06) / (4 747 870 - 118,06) is under 1.715 %
    "RA-147": drop(s.grant_file, within(s.grant_file, "2024-01-01", "2024-12-31")),
    "RA-148": drop(s.invoice, _INVOICES_2024, s.invoice.c.direction == "client"),
    "RA-149": drop(s.invoice, _INVOICES_2024, s.invoice.c.direction == "supplier"),
    "RSE-002": _income(2_130_00),  # 4 747 870 + 2 130 = 4 750 000 € is 4.8 M€
}
