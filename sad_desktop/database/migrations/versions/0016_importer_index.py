"""An index by which the declarations of an importer are found while another one is keyed."""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_declarations_consignee_code", "declarations", ["consignee_code"])
