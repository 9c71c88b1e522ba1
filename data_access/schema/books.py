"""The books of the store: imports, coverage, closings, people, what they write, and audit."""

from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Index, Integer, String, Table, Text

from data_access.schema.base import ROW_ID, key, metadata
from data_access.schema.dimensions import agency

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, comment="follows the order of commits"),
    Column("kind", String(40), nullable=False, comment="contract of the file"),
    Column("first_month", Date, nullable=True, comment="extent replaced; empty: everything"),
    Column("last_month", Date, nullable=True),
    Column("dispositif_id", String(40), nullable=True, comment="extent replaced; empty: all"),
    Column("file_name", String(200), nullable=False),
    Column("file_hash", String(64), nullable=False, comment="SHA-256"),
    Column("rows_loaded", Integer, nullable=False),
    Column("rows_retired", Integer, nullable=False),
    Column("undoes", Integer, nullable=True, comment="number of the import this one undoes"),
    Column("sample", Boolean, nullable=False, comment="the file says it holds example data"),
    Column("person", String(120), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
coverage = Table(
    "coverage",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("month", Date, nullable=True, comment="empty: always"),
    Column("dispositif_id", String(40), nullable=True, comment="empty: all"),
    Column("loaded_by", Integer, nullable=False),
    Column("retired_by", Integer, nullable=True),
    Index("ix_coverage_kind", "kind", "month"),
)
closing = Table(
    "closing",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("domain", String(20), nullable=False),
    key(agency, nullable=True),
    Column("month", Date, nullable=False),
    Column("state", String(20), nullable=False, comment="draft, checked, closed or published"),
    Column("import_id", Integer, nullable=False, comment="what was known when it was decided"),
    Column("person", String(120), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
person = Table(
    "person",
    metadata,
    Column("email", String(120), primary_key=True),
    Column("role", String(30), nullable=False),
    Column("active", Boolean, nullable=False),
)
person_agency = Table(
    "person_agency",
    metadata,
    Column("email", ForeignKey(person.c.email), primary_key=True),
    Column("agency_id", ForeignKey(agency.c.id), primary_key=True),
)
pseudonym_key = Table(
    "pseudonym_key",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("key", String(64), nullable=False, comment="drawn at random"),
    Column("since", DateTime(timezone=True), nullable=False),
)
saved_view = Table(
    "saved_view",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("person", String(120), nullable=False, comment="whose it is"),
    Column("page", String(40), nullable=False, comment="address of the page"),
    Column("name", String(60), nullable=False, comment="as the person calls it"),
    Column("address", String(2000), nullable=False, comment="what follows the question mark"),
    Column("is_default", Boolean, nullable=False, comment="opens the page, when nothing else is asked"),
    Index("ix_saved_view_person", "person", "page", "name", unique=True),
)
comment = Table(
    "comment",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("document", String(40), nullable=False, comment="name of the sheet"),
    Column("subject", String(40), nullable=False, comment="the agency or dispositif it is about"),
    key(agency),
    Column("period", String(40), nullable=False, comment="as commands write it"),
    Column("text", Text, nullable=False, comment="a paragraph a line"),
    Column("person", String(120), nullable=False, comment="who wrote it; empty once erased"),
    Column("at", DateTime(timezone=True), nullable=False),
    Index("ix_comment_document", "document", "subject", "period", unique=True),
)
audit = Table(
    "audit",
    metadata,
    Column("id", ROW_ID, primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("person", String(120), nullable=False),
    Column("action", String(40), nullable=False),
    Column("detail", Text, nullable=False),
    Column("view", String(40), nullable=False, comment="address of the page, when there is one"),
    Column("filters", Text, nullable=False, comment="what the page was asked, as its address says it"),
    Column("rows", Integer, nullable=True, comment="cells shown or rows handed out"),
    Column("hidden", Integer, nullable=True, comment="cells kept secret"),
    Column("origin", String(80), nullable=False, comment="the address it came from"),
    Column("previous_hash", String(64), nullable=False, comment="of the row before"),
    Column("hash", String(64), nullable=False, comment="SHA-256 of this row and of the hash before it"),
)
