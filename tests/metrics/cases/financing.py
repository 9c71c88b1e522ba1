"""Financing, by hand: income by source and branch, documents, grants."""

from fractions import Fraction

from tests.metrics.cases.case import Case

_LEDGER = """
    ledger  day         account  branch       amount_cents
            2023-12-31  706      mediation    99900
            2024-01-01  706      mediation    60050
            2024-06-15  740      mediation    20000
            2024-06-15  755      training     10000
            2024-07-01  706      training     5000
            2024-12-31  706      bulky_waste  7000
            2024-12-31  706      other        1
            2024-12-31  706      mediation    -1000
            2024-12-31  641      mediation    -50000
"""
_SALES = 60050 + 5000 + 7000 + 1 - 1000
_INCOME = _SALES + 20000 + 10000
_UNASSIGNED = """
    ledger  agency  account  branch     amount_cents
            SIEGE   706      other      200
            SIEGE   740      other      100
            SIEGE   706      training   500
            SIEGE   641      other      -9000
            RENNES  706      other      70
            RENNES  706      mediation  130
"""
_DOCUMENTS = """
    invoice  day         direction  document     amount_cents
             2024-01-01  client     invoice      1000
             2024-12-31  client     credit_note  -1000
             2025-01-01  client     invoice      1000
             2024-05-01  supplier   invoice      700
             2024-05-02  supplier   credit_note  -700
             2024-05-03  supplier   invoice      700
"""
_GRANT_FILES = """
    grant_file  day         status   asked_cents  granted_cents
                2024-01-15  granted  1000000      800000
                2024-02-15  refused  500000       0
                2024-03-15  pending  250050       0
                2023-12-15  granted  9900000      9900000
"""


def _share(metric: str, trap: str, part: int) -> Case:
    return Case(metric=metric, trap=trap, rows=_LEDGER, expected=Fraction(part, _INCOME) * 100)


CASES = (
    Case(
        metric="revenue",
        trap="expenses are no negative income, a credit note is",
        rows=_LEDGER,
        expected=Fraction(_INCOME, 100),
    ),
    Case(
        metric="revenue",
        trap="a branch filters income, and the head office's own is one of them",
        rows=_LEDGER,
        where="branch=other",
        expected=Fraction(1, 100),
    ),
    Case(
        metric="sales",
        trap="every branch, credit notes included",
        rows=_LEDGER,
        expected=Fraction(_SALES, 100),
    ),
    Case(
        metric="grants", trap="the accounts of grants, by data and not by number", rows=_LEDGER, expected=200
    ),
    Case(
        metric="apprenticeship_funding",
        trap="neither sales of training nor grants",
        rows=_LEDGER,
        expected=100,
    ),
    _share("sales_share", "over income, expenses left out", _SALES),
    _share("grants_share", "over income, expenses left out", 20000),
    _share("apprenticeship_share", "over income, expenses left out", 10000),
    _share("mediation_share", "the branch of the entry, all sources together", 60050 + 20000 - 1000),
    _share("training_share", "sales and apprenticeship of training together", 5000 + 10000),
    _share("bulky_waste_share", "a branch apart, though its agency is another's", 7000),
    Case(
        metric="unassigned_revenue",
        trap="neither training, nor what an agency of territory books under the same branch, nor expenses",
        rows=_UNASSIGNED,
        expected=3,
    ),
    Case(
        metric="unassigned_share",
        trap="over all income, expenses left out",
        rows=_UNASSIGNED,
        expected=Fraction(300, 300 + 500 + 70 + 130) * 100,
    ),
    Case(
        metric="revenue_per_field_hour",
        trap="income and hours of the same dispositifs: neither training nor conventional mediation",
        rows="""
            dispositif   id       agency  family        branch     field_mediation
                         CONVENU  RENNES  conventional  mediation  no

            ledger       dispositif  agency  account  amount_cents
                         JOUR        RENNES  706      90000
                         QUARTIER    NANTES  740      10000
                         JOUR        RENNES  641      -80000
                         CONVENU     RENNES  706      7000
                         -           SIEGE   706      500000

            field_hours  dispositif  done_minutes
                         JOUR        90
                         QUARTIER    30
                         CONVENU     600
        """,
        expected=Fraction(900 + 100) / Fraction(90 + 30, 60),
    ),
    Case(
        metric="client_documents",
        trap="a credit note is one document more, and not one less",
        rows=_DOCUMENTS,
        expected=1 + 1,
    ),
    Case(
        metric="supplier_documents",
        trap="documents are counted, not amounts",
        rows=_DOCUMENTS,
        expected=1 + 1 + 1,
    ),
    Case(
        metric="grant_files",
        trap="refused and pending files were sent all the same",
        rows=_GRANT_FILES,
        expected=1 + 1 + 1,
    ),
    Case(
        metric="grants_asked",
        trap="what was asked, whatever was granted",
        rows=_GRANT_FILES,
        expected=Fraction(1000000 + 500000 + 250050, 100),
    ),
    Case(
        metric="grants_awarded",
        trap="what was granted, at the date of the request",
        rows=_GRANT_FILES,
        expected=8000,
    ),
)
