"""The first database: declarations, their items and lists, their source, and the library."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.Numeric().with_variant(sa.Text(), "sqlite")
_DAY = sa.Date().with_variant(sa.Text(), "sqlite")
_MOMENT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def text(name: str) -> sa.Column[str]:
    """Return a column of text, empty where nothing is keyed."""
    return sa.Column(name, sa.Text(), nullable=False)


def number(name: str) -> sa.Column[object]:
    """Return a column of an exact number."""
    return sa.Column(name, _NUMBER)


def count(name: str) -> sa.Column[int]:
    """Return a column of a whole number."""
    return sa.Column(name, sa.Integer())


def day(name: str) -> sa.Column[object]:
    """Return a column of a calendar day."""
    return sa.Column(name, _DAY)


def flag(name: str) -> sa.Column[bool]:
    """Return a column of a yes or no."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def moment(name: str) -> sa.Column[object]:
    """Return a column of a moment in UTC."""
    return sa.Column(name, _MOMENT, nullable=False)


def whole(name: str) -> sa.Column[int]:
    """Return a column of a whole number that is always there."""
    return sa.Column(name, sa.Integer(), nullable=False)


def declaration_id() -> sa.Column[str]:
    """Return the column that names the declaration a row belongs to."""
    return sa.Column("declaration_id", sa.String(36), nullable=False)


def belongs(table: str) -> sa.ForeignKeyConstraint:
    """Return the constraint that a row goes with its declaration."""
    return sa.ForeignKeyConstraint(
        ["declaration_id"],
        ["declarations.id"],
        name=f"fk_{table}_declaration_id",
        ondelete="CASCADE",
    )


def key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Return the primary key of a table."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def upgrade() -> None:
    """Create every table."""
    _create_declarations()
    _create_items()
    _create_rows()
    _create_sources()
    _create_library()
    _create_words()


def _create_declarations() -> None:
    op.create_table(
        "declarations",
        sa.Column("id", sa.String(36), nullable=False),
        whole("version"),
        text("status"),
        text("profile"),
        moment("created_at"),
        text("created_by"),
        moment("stored_at"),
        text("stored_by"),
        text("rejected"),
        text("filled"),
        sa.Column("declared", sa.Text()),
        text("declaration_type"),
        text("general_procedure"),
        text("transit_document"),
        text("office_code"),
        text("office_name"),
        text("registration_serial"),
        text("registration_number"),
        day("registration_day"),
        text("manifest"),
        day("manifest_day"),
        text("exporter_code"),
        text("exporter_name"),
        count("loading_lists"),
        count("reference_year"),
        text("reference_number"),
        text("consignee_code"),
        text("consignee_name"),
        text("payer_code"),
        text("payer_name"),
        text("consignment_country"),
        text("trading_country"),
        text("certificate_of_origin"),
        text("declarant_code"),
        text("declarant_name"),
        text("export_country_name"),
        text("export_country"),
        text("export_region"),
        text("destination_country"),
        text("destination_region"),
        text("destination_country_name"),
        text("arrival_identity"),
        text("arrival_nationality"),
        flag("has_containers"),
        text("delivery_terms"),
        text("delivery_place"),
        text("delivery_situation"),
        text("border_identity"),
        text("border_nationality"),
        text("invoice_currency"),
        number("invoice_amount"),
        number("exchange_rate"),
        text("transaction_nature_1"),
        text("transaction_nature_2"),
        text("border_mode"),
        text("inland_mode"),
        text("loading_place"),
        text("loading_place_name"),
        text("payment_terms"),
        text("payment_terms_name"),
        text("bank_code"),
        text("bank_name"),
        text("bank_branch"),
        text("bank_reference"),
        text("border_office"),
        text("border_office_name"),
        text("goods_location"),
        text("payment_account"),
        text("warehouse"),
        count("warehouse_days"),
        text("assessment_serial"),
        text("assessment_number"),
        day("assessment_day"),
        text("receipt_serial"),
        text("receipt_number"),
        day("receipt_day"),
        text("principal_code"),
        text("principal_name"),
        text("principal_representative"),
        text("principal_place"),
        day("principal_day"),
        text("departure_office"),
        *(text(f"transit_office_{number}") for number in range(1, 7)),
        text("guarantee_name"),
        day("guarantee_day"),
        text("guarantee_excluded_name"),
        text("guarantee_excluded"),
        text("transit_destination_office"),
        text("transit_destination_country"),
        text("control_result"),
        count("seals_number"),
        text("seals_identity"),
        text("time_limit"),
        text("control_officer"),
        text("declaration_place"),
        day("declaration_day"),
        text("representative"),
        text("transhipments"),
        text("incidents"),
        text("apportionment"),
        number("total_gross_mass"),
        number("external_freight"),
        text("external_freight_currency"),
        number("external_freight_rate"),
        number("internal_freight"),
        text("internal_freight_currency"),
        number("internal_freight_rate"),
        number("insurance"),
        text("insurance_currency"),
        number("insurance_rate"),
        number("other_costs"),
        text("other_costs_currency"),
        number("other_costs_rate"),
        number("deductions"),
        text("deductions_currency"),
        number("deductions_rate"),
        text("comments"),
        text("additional_information"),
        key("declarations", "id"),
    )


def _create_items() -> None:
    op.create_table(
        "items",
        declaration_id(),
        whole("key"),
        whole("position"),
        text("marks_1"),
        text("marks_2"),
        number("package_count"),
        text("package_kind"),
        text("package_kind_name"),
        *(text(f"container_{number}") for number in range(1, 5)),
        text("tariff_description"),
        text("commercial_description"),
        text("commodity_code"),
        text("commodity_precision"),
        text("commodity_additional_1"),
        text("commodity_additional_2"),
        text("commodity_national"),
        text("specification"),
        text("origin_country"),
        text("origin_region"),
        number("gross_mass"),
        text("preference"),
        text("procedure"),
        text("extended_code"),
        number("net_mass"),
        text("quota"),
        text("summary_declaration"),
        text("summary_declaration_line"),
        text("previous_document"),
        text("previous_warehouse"),
        text("unit_1"),
        text("unit_1_name"),
        number("unit_1_quantity"),
        text("unit_2"),
        text("unit_2_name"),
        number("unit_2_quantity"),
        text("unit_3"),
        text("unit_3_name"),
        number("unit_3_quantity"),
        number("invoice_amount"),
        text("valuation_method"),
        text("licence_number"),
        number("licence_value"),
        number("licence_quantity"),
        text("free_text_1"),
        text("free_text_2"),
        text("additional_information"),
        number("adjustment"),
        text("delivery_terms"),
        text("delivery_place"),
        number("external_freight"),
        number("internal_freight"),
        number("insurance"),
        number("other_costs"),
        number("deductions"),
        number("retail_price"),
        number("sugar_content"),
        key("items", "declaration_id", "key"),
        belongs("items"),
    )


def _create_rows() -> None:
    op.create_table(
        "containers",
        declaration_id(),
        whole("item_key"),
        whole("row"),
        text("identity"),
        text("container_type"),
        text("fullness"),
        number("gross_mass"),
        text("goods"),
        text("package_kind"),
        number("package_count"),
        number("package_mass"),
        key("containers", "declaration_id", "row"),
        belongs("containers"),
    )
    op.create_table(
        "documents",
        declaration_id(),
        whole("item_key"),
        whole("row"),
        text("document_code"),
        text("name"),
        text("reference"),
        day("issued"),
        day("valid_until"),
        flag("from_rule"),
        key("documents", "declaration_id", "item_key", "row"),
        belongs("documents"),
    )
    op.create_table(
        "previous_declarations",
        declaration_id(),
        whole("item_key"),
        whole("row"),
        text("office"),
        count("year"),
        text("serial"),
        text("number"),
        count("item_number"),
        text("commodity_code"),
        text("precision"),
        text("origin_country"),
        number("package_count"),
        number("net_mass"),
        number("supplementary_quantity"),
        number("reference_value"),
        number("packages_written_off"),
        number("mass_written_off"),
        number("quantity_written_off"),
        number("value_written_off"),
        key("previous_declarations", "declaration_id", "item_key", "row"),
        belongs("previous_declarations"),
    )
    op.create_table(
        "manual_taxes",
        declaration_id(),
        whole("item_key"),
        whole("row"),
        text("tax_code"),
        number("base"),
        number("tax_rate"),
        number("tax_amount"),
        text("mode_of_payment"),
        text("reason"),
        key("manual_taxes", "declaration_id", "item_key", "row"),
        belongs("manual_taxes"),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        declaration_id(),
        *map(text, ("dialect", "name", "item_keys")),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        key("sources", "declaration_id"),
        belongs("sources"),
    )


def _create_library() -> None:
    op.create_table(
        "library",
        sa.Column("sequence", _SEQUENCE, nullable=False, autoincrement=True),
        declaration_id(),
        whole("version"),
        *map(text, ("status", "profile", "reference", "registration", "declaration_model")),
        *map(text, ("office_code", "consignee_code", "consignee_name", "exporter_name")),
        *map(text, ("commodity_code", "goods")),
        sa.Column("item_count", sa.SmallInteger(), nullable=False),
        text("invoice_currency"),
        number("invoice_amount"),
        moment("stored_at"),
        text("stored_by"),
        key("library", "sequence"),
        belongs("library"),
        sa.UniqueConstraint("declaration_id", name="uq_library_declaration_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_library_status_sequence", "library", ["status", "sequence"])


def _create_words() -> None:
    """Create the search table; FTS5 takes our folded words as they are, split at blanks."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE library_words USING fts5"
            "(words, tokenize='ascii', detail=none, columnsize=0, prefix='1 2 3')"
        )
        return
    op.create_table(
        "library_words",
        sa.Column("sequence", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("words", TSVECTOR(), nullable=False),
        key("library_words", "sequence"),
        sa.ForeignKeyConstraint(
            ["sequence"],
            ["library.sequence"],
            name="fk_library_words_sequence",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_library_words_words", "library_words", ["words"], postgresql_using="gin")
