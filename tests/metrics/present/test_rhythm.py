"""Where a rate divides by means of month-ends, a page says at which pace it reads."""

from metrics import period
from metrics.catalogue import metric
from metrics.present.rhythm import rhythm

PER_FTE, PER_HOUR = metric("interventions_per_fte"), metric("interventions_per_hour")


def test_a_month_of_a_year_reads_as_a_year() -> None:
    assert rhythm(period.parse("2024"), PER_HOUR, PER_FTE).endswith("s'y lit en rythme annuel.")
    assert rhythm(period.parse("marche:2024"), PER_FTE).endswith("s'y lit en rythme annuel.")
    assert rhythm(period.parse("2024-T1"), PER_FTE).endswith("s'y lit au rythme de toute la période.")


def test_nothing_is_said_of_one_month_nor_of_other_figures() -> None:
    assert rhythm(period.parse("2024-12"), PER_FTE) == ""
    assert rhythm(period.parse("2024"), PER_HOUR, metric("mean_field_fte")) == ""
