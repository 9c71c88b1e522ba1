"""Runs the migrations on the store whose address the caller gives, or on the default one."""

from alembic import context

from data_access.engine import store_url, writing_engine
from data_access.schema import metadata

_url = context.config.attributes.get("url") or store_url()

with writing_engine(_url).connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
