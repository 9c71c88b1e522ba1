"""Staff on roll: replacements, foundation course, titles, ages and seniority.

Revision: 0008
Follows: 0007
"""

from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_CODES = {
    "foundation": ("within_six_months", "later", "never"),
    "title": ("own_cfa", "elsewhere", "none"),
    "age_band": ("under_25", "25_34", "35_44", "45_54", "55_over"),
    "seniority_band": ("under_1", "1_2", "3_5", "6_9", "10_over"),
}
_AGES = ((25, "under_25"), (35, "25_34"), (45, "35_44"), (55, "45_54"), (200, "55_over"))
_YEARS = ((1, "under_1"), (3, "1_2"), (6, "3_5"), (10, "6_9"), (200, "10_over"))


def upgrade() -> None:
    """Adds the columns; what older files did not say of a person reads « pas encore » and « aucun »."""
    with op.batch_alter_table("staff") as staff:
        staff.add_column(_filled("replacement", sa.Boolean(), sa.false(), "stands in for an absent employee"))
        staff.add_column(_filled("foundation", sa.String(20), "never", "formation socle"))
        staff.add_column(_filled("title", sa.String(20), "none", "titre détenu"))
        staff.add_column(_filled("age", sa.SmallInteger(), "0", "reached in the year"))
        staff.add_column(_filled("age_band", sa.String(20), "under_25", "tranche d'âge"))
        staff.add_column(_filled("seniority_months", sa.SmallInteger(), "0", "whole months since hired"))
        staff.add_column(_filled("seniority_band", sa.String(20), "under_1", "tranche d'ancienneté"))
        for column, codes in _CODES.items():
            staff.create_check_constraint(column, sa.column(column).in_(codes))
    _fill()
    with op.batch_alter_table("staff") as staff:
        for column in ("replacement", *_CODES, "age", "seniority_months"):
            staff.alter_column(column, server_default=None)


def downgrade() -> None:
    """Drops the columns."""
    with op.batch_alter_table("staff") as staff:
        for column in _CODES:
            staff.drop_constraint(column, type_="check")
        for column in ("replacement", *_CODES, "age", "seniority_months"):
            staff.drop_column(column)


def _filled(name: str, kind: Any, default: Any, comment: str) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, server_default=default, comment=comment)


def _fill() -> None:
    """Works out ages and seniorities of the rows that are already there."""
    names = ("day", "birth_year", "hired_on")
    keys = [sa.column("day", sa.Date()), sa.column("birth_year"), sa.column("hired_on", sa.Date())]
    new = ("age", "age_band", "seniority_months", "seniority_band")
    staff = sa.table("staff", *keys, *(sa.column(name) for name in new))
    connection = op.get_bind()
    for row in connection.execute(sa.select(*(staff.c[name] for name in names)).distinct()):
        age, months = row.day.year - row.birth_year, _months(row.hired_on, row.day)
        here = [staff.c[name] == getattr(row, name) for name in names]
        values = {"age": age, "seniority_months": months, "age_band": _band(_AGES, age)}
        values["seniority_band"] = _band(_YEARS, months // 12)
        connection.execute(sa.update(staff).where(*here).values(values))


def _months(hired: date, day: date) -> int:
    return (day.year - hired.year) * 12 + day.month - hired.month - (day.day < hired.day)


def _band(bands: tuple[tuple[int, str], ...], number: int) -> str:
    return next(code for limit, code in bands if number < limit)
