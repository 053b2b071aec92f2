"""Tables of the reference lists an office keeps, and of what imports remember."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def upgrade() -> None:
    """Create the tables."""
    _create_editions()
    _create_entries()
    _create_memories()


def _create_editions() -> None:
    op.create_table(
        "list_editions",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        *_text("profile", "list_name", "work", "source", "stored_by"),
        sa.Column("stored_at", _MOMENT, nullable=False),
        *_whole("added", "changed", "ended"),
        sa.PrimaryKeyConstraint("number", name="pk_list_editions"),
    )
    op.create_index(
        "ix_list_editions_profile_list_name_number",
        "list_editions",
        ["profile", "list_name", "number"],
    )


def _create_entries() -> None:
    op.create_table(
        "list_entries",
        sa.Column("sequence", _SEQUENCE, nullable=False, autoincrement=True),
        *_text("profile", "list_name", "code", "en", "ar", "facts"),
        sa.Column("valid_from", _DAY),
        sa.Column("valid_to", _DAY),
        *_text("source"),
        *_whole("edition"),
        sa.Column("replaced_in", sa.Integer()),
        sa.PrimaryKeyConstraint("sequence", name="pk_list_entries"),
        *(
            sa.ForeignKeyConstraint(
                [column], ["list_editions.number"], name=f"fk_list_entries_{column}"
            )
            for column in ("edition", "replaced_in")
        ),
    )
    for columns in (
        ["profile", "list_name", "code"],
        ["profile", "edition"],
        ["profile", "replaced_in"],
    ):
        op.create_index(f"ix_list_entries_{'_'.join(columns)}", "list_entries", columns)


def _create_memories() -> None:
    op.create_table(
        "import_layouts",
        *_text("list_name", "shape", "columns"),
        sa.PrimaryKeyConstraint("list_name", "shape", name="pk_import_layouts"),
    )
    op.create_table(
        "successor_choices",
        *_text("importer", "product", "former_code", "code", "stored_by"),
        sa.Column("stored_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("importer", "product", "former_code", name="pk_successor_choices"),
    )
