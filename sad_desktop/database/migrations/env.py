"""Run migrations on the connection the program gives; there is no ini file and no offline mode."""

from alembic import context

from sad_desktop.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
