"""A rate over too few is not computable, keeps no sums, and still protects what it was taken from."""

from sqlalchemy import Connection

from metrics.catalogue import metric
from metrics.catalogue.units import PERCENT
from metrics.model import Metric
from metrics.result import State
from tests.metrics.asking import ask, value, values
from tests.metrics.store import put


def test_a_rate_over_too_few_is_not_computable_which_is_not_hidden(db: Connection) -> None:
    base = metric("permanent_share")
    small = Metric(
        id="small",
        label="Part sur une base minimale",
        domain=base.domain,
        unit=PERCENT,
        definition="Part calculée à partir de vingt personnes.",
        measure=base.measure,
        over=base.over,
        min_cohort=20,
    )
    put(db, "staff day times\n 2024-12-31 19")
    assert value(ask(db, small)) == "n.c."
    figure = ask(db, small).rows[0].cells[0].figure
    assert (figure.numerator, figure.denominator) == (None, None)  # its sums would be counts of people
    put(db, "staff day\n 2024-12-31")
    assert value(ask(db, small)) == 100


def test_a_rate_over_nobody_has_no_sums_to_hide(db: Connection) -> None:
    figure = ask(db, "satisfaction_rate").rows[0].cells[0].figure
    assert (figure.state, figure.denominator) == (State.NOT_COMPUTABLE, 0)


def test_a_rate_over_too_few_still_takes_its_neighbour_along(db: Connection) -> None:
    put(
        db,
        """
        exam  day         agency  result  times
              2024-06-28  RENNES  passed  3
              2024-06-28  NANTES  passed  30
              2024-06-28  NANTES  failed  10
              2024-06-28  ANGERS  passed  40
              2024-06-28  ANGERS  failed  10
        """,
    )  # 43 of 53 less the others would tell 3 of 3
    shown_ = values(ask(db, "pass_rate", by="agency"))
    assert (shown_["RENNES"], shown_["NANTES"], shown_["ANGERS"]) == ("s", "s", 80)
