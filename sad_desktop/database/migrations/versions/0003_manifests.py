"""Manifests with their bills and containers, and the ledger of write-offs."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NUMBER = sa.Numeric().with_variant(sa.Text(), "sqlite")
_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SORTED = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Create the tables; there is nothing to bring over."""
    op.create_table(
        "manifests",
        _sequence("id"),
        *map(_text, ("office", "voyage")),
        sa.Column("plain", _SORTED, nullable=False),
        sa.Column("departure", _DAY),
        sa.Column("arrival", _DAY),
        *map(_text, ("vessel", "nationality", "mode", "carrier_code", "carrier")),
        *map(_text, ("departure_place", "destination_place", "folded")),
        sa.Column("stored_at", _MOMENT, nullable=False),
        _text("stored_by"),
        sa.PrimaryKeyConstraint("id", name="pk_manifests"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_manifests_plain", "manifests", ["plain"])
    op.create_table(
        "bills",
        _sequence("id"),
        sa.Column("manifest_id", _SEQUENCE, nullable=False),
        _text("number"),
        sa.Column("plain", _SORTED, nullable=False),
        *map(_text, ("master", "shipper", "consignee_code", "consignee", "notify")),
        sa.Column("packages", _NUMBER),
        _text("package_kind"),
        sa.Column("gross_mass", _NUMBER),
        *map(_text, ("loading_place", "unloading_place", "marks", "goods")),
        sa.PrimaryKeyConstraint("id", name="pk_bills"),
        sa.ForeignKeyConstraint(["manifest_id"], ["manifests.id"], name="fk_bills_manifest_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bills_manifest_id_plain", "bills", ["manifest_id", "plain"], unique=True)
    op.create_index("ix_bills_plain", "bills", ["plain"])
    _create_containers()
    _create_ledger()


def _create_containers() -> None:
    op.create_table(
        "bill_containers",
        sa.Column("bill_id", _SEQUENCE, nullable=False, autoincrement=False),
        sa.Column("row", sa.Integer(), nullable=False, autoincrement=False),
        *map(_text, ("identity", "kind", "load", "seals")),
        sa.PrimaryKeyConstraint("bill_id", "row", name="pk_bill_containers"),
        sa.ForeignKeyConstraint(
            ["bill_id"], ["bills.id"], name="fk_bill_containers_bill_id", ondelete="CASCADE"
        ),
    )


def _create_ledger() -> None:
    op.create_table(
        "write_offs",
        _sequence("sequence"),
        sa.Column("bill_id", _SEQUENCE, nullable=False),
        sa.Column("declaration_id", sa.String(36), nullable=False),
        sa.Column("packages", _NUMBER, nullable=False),
        sa.Column("mass", _NUMBER, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        _text("user"),
        sa.PrimaryKeyConstraint("sequence", name="pk_write_offs"),
        sa.ForeignKeyConstraint(["bill_id"], ["bills.id"], name="fk_write_offs_bill_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_write_offs_bill_id", "write_offs", ["bill_id"])
    op.create_index("ix_write_offs_declaration_id", "write_offs", ["declaration_id"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _sequence(name: str) -> sa.Column[int]:
    return sa.Column(name, _SEQUENCE, nullable=False, autoincrement=True)
