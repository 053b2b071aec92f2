"""Make the database file of a release, to be kept and opened by every later version.

Run once when a version is released, from the checkout of that version, and never again for it:

    python -m tools.make_old_database

It writes tests/old_databases/<version>.sqlite3 with three fictitious declarations. A file that
is there already is not overwritten: it is what users of that version have on their disks.
"""

import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import Engine

from sad_desktop import __version__
from sad_desktop.database.declarations import put, standing_of
from sad_desktop.database.engine import connect, database_url, writing
from sad_desktop.database.upgrade import upgrade
from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.figures import Figures, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.declaration.status import Status

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "old_databases"
STORED_AT = datetime(2026, 7, 1, 9, 15, 30, 250_000, tzinfo=UTC)
SMALL_PAGE = 1024


def main() -> int:
    """Write the file of this version; returns 1 when it is there already."""
    target = FOLDER / f"{__version__}.sqlite3"
    if target.exists():
        print(f"{target.name} is there already and stays as it is", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute(f"PRAGMA page_size={SMALL_PAGE}")
        connection.execute("VACUUM")
    engine = connect(database_url(target))
    upgrade(engine, FOLDER, STORED_AT)
    _put(engine, "import", imported(), version=1, user="Salma")
    _put(engine, "import", imported(), version=2, user="Karim")
    _put(engine, "draft", unfinished(), version=1, user="Salma")
    _put(engine, "export", exported(), version=1, user="سلمى")
    engine.dispose()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
        connection.execute("VACUUM")
    print(f"{target.name}: {target.stat().st_size} bytes")
    return 0


def _put(engine: Engine, name: str, draft: Draft, *, version: int, user: str) -> None:
    """Put a draft of any status there; the steps of its life are not this file's matter."""
    with writing(engine) as connection:
        standing = standing_of(connection, name)
        put(connection, name, draft, standing, version=version, user=user, at=STORED_AT)


def imported() -> Draft:
    """Return a registered import with a row in every list, a source and declared figures."""
    item = Item(
        key=1,
        commodity_code="87032319",
        commercial_description="سيارة ركوب",
        package_count=Decimal("1"),
        gross_mass=Decimal("1540.500"),
        invoice_amount=Decimal("123456789012345678.1234567891"),
        documents=(Document(document_code="380", reference="INV-88", issued=date(2026, 6, 20)),),
        previous_declarations=(PreviousDeclaration(year=2025, number="77", item_number=3),),
        manual_taxes=(ManualTax(tax_code="01", tax_amount=Decimal("0.001"), reason="ruling 4"),),
    )
    declaration = Declaration(
        declaration_type="IM",
        general_procedure="4",
        reference_year=2026,
        reference_number="BR-0117",
        registration_number="4711",
        registration_day=date(2026, 6, 30),
        consignee_name="شركة الأمل للسيّارات\nص.ب. 12، المنامة",
        has_containers=True,
        invoice_currency="EUR",
        invoice_amount=Decimal("1234.50"),
        items=(item, Item(key=4, commodity_code="84713000", marks_1="A/B")),
        containers=(Container(item_key=1, identity="MSCU1234567"),),
    )
    figures = Figures(
        header=HeaderFigures(item_count=2, cif=Decimal("1300.125")),
        items=((1, ItemFigures(taxes=(TaxFigure(tax_code="01", amount=Decimal("65.006")),))),),
    )
    source = Source(dialect="made up", name="بيان.xml", content=b"<declaration/>", keys=(1, 4))
    return Draft(
        declaration=declaration,
        status=Status.REGISTERED,
        profile="bh",
        source=source,
        declared=figures,
    )


def unfinished() -> Draft:
    """Return a draft with text that is no value and a field the program filled in."""
    declaration = Declaration(reference_number="T9", items=(Item(key=2), Item(key=1)))
    return Draft(
        declaration=declaration,
        rejected={
            Place("gross_mass", 2): "١٢ صندوق",
            Place("manifest_day"): "31/02/2026",
        },
        filled=frozenset({Place("exchange_rate")}),
        profile="bh",
    )


def exported() -> Draft:
    """Return an export; its container's mass is a text that is no number."""
    container = Container(item_key=1, identity="TGHU7654321")
    declaration = Declaration(
        declaration_type="EX",
        exporter_name="Pearl Trading",
        items=(Item(key=1, commercial_description="لؤلؤ طبيعي"),),
        containers=(container, replace(container, identity="TGHU7654322")),
    )
    return Draft(
        declaration=declaration,
        status=Status.PAID,
        rejected={Place("gross_mass", 0, Rows.CONTAINERS, 1): "heavy"},
    )


if __name__ == "__main__":
    raise SystemExit(main())
