"""Concentration: the first funder's share and the Herfindahl index, with what no funder brought."""

from fractions import Fraction

import pytest

from metrics.concentration import first_share, herfindahl
from metrics.model import Members


def funders(unassigned: int | None = None, **amounts: int | None) -> Members:
    rows: dict[str | None, tuple[Fraction | None, ...]] = {
        name: (None if amount is None else Fraction(amount),) for name, amount in amounts.items()
    }
    return rows if unassigned is None else {**rows, None: (Fraction(unassigned),)}


def test_shares_are_of_the_whole() -> None:
    amounts = funders(city=50, state=30, landlord=20)
    assert first_share(amounts) == (50, 100)
    assert herfindahl(amounts) == (50**2 + 30**2 + 20**2, 100**2)  # 0.38


def test_one_funder_of_everything_is_1_and_four_alike_are_a_quarter() -> None:
    assert herfindahl(funders(city=70)) == (70**2, 70**2)
    assert herfindahl(funders(a=5, b=5, c=5, d=5)) == (4 * 5**2, 20**2)


def test_what_is_assigned_to_nobody_is_part_of_the_whole_and_no_funder() -> None:
    amounts = funders(city=30, state=10, unassigned=60)
    assert first_share(amounts) == (30, 100)  # not 60: nobody is no first funder
    assert herfindahl(amounts) == (30**2 + 10**2, 100**2)


def test_a_funder_without_an_amount_weighs_nothing() -> None:
    assert first_share(funders(city=30, state=None)) == (30, 30)


@pytest.mark.parametrize(
    "amounts",
    [
        funders(city=50, state=-10),
        funders(city=50, unassigned=-10),
        funders(city=0, state=0),
        funders(unassigned=40),
        funders(),
    ],
    ids=["credit notes", "unassigned credit notes", "nothing", "no funder named", "no row"],
)
def test_what_has_no_share_is_not_computable(amounts: Members) -> None:
    for rule in (first_share, herfindahl):
        found = rule(amounts)
        assert found is not None
        assert found[1] == 0  # a figure over 0 is « n.c. »
