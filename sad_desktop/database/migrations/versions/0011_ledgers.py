"""Usual prices, offences and import licences; what goods were assessed at, from every note."""

import json
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BATCH = 1_000


def upgrade() -> None:
    """Create the tables, and fill the cases from the last assessment of each declaration."""
    _ledger(
        "usual_prices",
        *_texts("commodity_code", "origin", "unit"),
        sa.Column("least", _EXACT),
        sa.Column("most", _EXACT),
        sa.Column("valid_from", _DAY),
        sa.Column("valid_until", _DAY),
        *_texts("source"),
    )
    _ledger(
        "offences",
        *_texts("importer"),
        sa.Column("noted_on", _DAY),
        *_texts("declaration", "what", "decision"),
        sa.Column("is_settled", sa.Boolean(), nullable=False),
    )
    _ledger(
        "licences",
        *_texts("number", "importer"),
        sa.Column("value", _EXACT),
        sa.Column("quantity", _EXACT),
        sa.Column("valid_until", _DAY),
        *_texts("note"),
    )
    for table, column in (
        ("usual_prices", "commodity_code"),
        ("offences", "importer"),
        ("licences", "number"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
    _create_cases()
    _fill()


def _texts(*names: str) -> Iterator[sa.Column[str]]:
    for name in names:
        yield sa.Column(name, sa.Text(), nullable=False)


def _ledger(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("id", _SEQUENCE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("stored_at", _MOMENT, nullable=False),
        sa.Column("stored_by", sa.Text(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sqlite_autoincrement=True,
    )


def _create_cases() -> None:
    op.create_table(
        "price_cases",
        sa.Column("declaration_id", sa.String(36), nullable=False),
        sa.Column("item_number", sa.Integer(), nullable=False),
        *_texts("unit", "commodity_code", "origin", "importer"),
        sa.Column("quantity", _EXACT, nullable=False),
        sa.Column("value", _EXACT, nullable=False),
        sa.Column("assessed_on", _DAY, nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"],
            ["declarations.id"],
            name="fk_price_cases_declaration_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("declaration_id", "item_number", "unit", name="pk_price_cases"),
    )
    op.create_index(
        "ix_price_cases_commodity_code_origin", "price_cases", ["commodity_code", "origin"]
    )


def _fill() -> None:
    bind = op.get_bind()
    last = sa.text(
        "SELECT a.declaration_id, a.law_day, a.note, d.consignee_code FROM assessments a "
        "JOIN declarations d ON d.id = a.declaration_id WHERE a.number = "
        "(SELECT max(b.number) FROM assessments b WHERE b.declaration_id = a.declaration_id)"
    )
    own = sa.text(
        "SELECT commodity_code || commodity_precision, origin_country, net_mass, unit_1, "
        "unit_1_quantity FROM items WHERE declaration_id = :id ORDER BY position"
    )
    put = sa.text(
        "INSERT INTO price_cases (declaration_id, item_number, unit, commodity_code, origin, "
        "importer, quantity, value, assessed_on) VALUES "
        "(:id, :item, :unit, :code, :origin, :importer, :quantity, :value, :on)"
    )
    for declaration_id, day, note, importer in bind.execute(last).all():
        worth = [item["cif"] for item in json.loads(zlib.decompress(note))["items"]]
        kept = bind.execute(own, {"id": declaration_id}).all()
        rows = [
            {
                "id": declaration_id,
                "item": number,
                "unit": unit,
                "code": code,
                "origin": origin,
                "importer": importer,
                "quantity": quantity,
                "value": value,
                "on": day,
            }
            for number, ((code, origin, mass, unit_1, in_unit), value) in enumerate(
                zip(kept, worth, strict=False), start=1
            )
            if code
            for unit, quantity in (("", mass), (unit_1, in_unit))
            if quantity is not None and Decimal(quantity) > 0 and (unit or quantity is mass)
        ]
        for begin in range(0, len(rows), _BATCH):
            bind.execute(put, rows[begin : begin + _BATCH])
