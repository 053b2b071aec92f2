"""The README's recipe of a box, followed in a copy of the program: the buyer's order in box 20."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sad_desktop.database.upgrade import known_revisions, scripts
from tests.structure.test_recipes import ROOT, Copy

NEWEST = known_revisions(scripts())[-1]
NEXT = f"{int(NEWEST) + 1:04}"
HELPERS = ("__init__.py", "builders.py", "databases.py", "postgresql_server.py")
COMPLETENESS = (
    "structure/test_completeness.py",
    "unit/test_xml_mapping.py",
    "unit/test_database_upgrade.py",
)
CHOSEN = "cell_on_the_main_sheet or explanation or has_a_path or (of_an_empty_database and sqlite)"

FIELD = (
    "declaration/model.py",
    '    border_identity: str = text(\n        "21"',
    '    buyer_order: str = code("20.4", "Buyer\'s order", "رقم طلب الشراء", length=12)\n',
)
MAPPING = (
    "xml/mapping.py",
    '    "border_identity": f"{_MEANS}',
    '    "buyer_order": "Transport/Delivery_terms/Buyer_order",\n',
)
RECTANGLE = ('["delivery_place", 44, 16, 28, 1]', '["delivery_place", 44, 16, 16, 1]')
CELL = '["delivery_situation", 72, 16, 6, 1]'
EXPLANATION = """
[declaration.buyer_order]
hint_en = "Key the number of the buyer's order."
hint_ar = "أدخل رقم طلب الشراء."
rule_en = "It may stay empty."
rule_ar = "يمكن تركه فارغًا."
example = "PO-4471"
"""
MIGRATION = f'''"""The buyer's order."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{NEWEST}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; no declaration has an order yet."""
    column = sa.Column("buyer_order", sa.Text(), nullable=False, server_default="")
    op.add_column("declarations", column)
    with op.batch_alter_table("declarations") as declarations:
        declarations.alter_column("buyer_order", server_default=None)
'''
AT_THE_DESK = """
from pypdf import PdfReader
from PySide6.QtCore import Qt

from sad_desktop.commands import main
from sad_desktop.services.exchange import open_file, save_file
from tests.gui.desk import open_desk


def test_the_box_is_keyed_stored_exchanged_and_printed(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("20.4")
    clerk.key_in("po-4471")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    stored = clerk.program.workspace.load(clerk.document.document_id)
    assert stored.draft.declaration.buyer_order == "PO-4471"
    save_file(stored.draft, None, tmp_path / "a.xml")
    assert b"<Buyer_order>PO-4471</Buyer_order>" in (tmp_path / "a.xml").read_bytes()
    assert open_file(tmp_path / "a.xml").declaration.buyer_order == "PO-4471"
    paths = [str(tmp_path / name) for name in ("a.xml", "a.pdf")]
    main(["print", paths[0], "-o", paths[1], "--data-dir", str(tmp_path / "data")])
    assert "PO-4471" in PdfReader(paths[1]).pages[0].extract_text()
    clerk.leave()
"""


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the program with the tests that name what a box lacks."""
    copy = Copy(tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    desks = ("desk", "conftest", "paper_office", "warm_clerks")
    for name in (*COMPLETENESS, *(f"gui/{name}.py" for name in desks)):
        (tmp_path / "tests" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    for name in HELPERS:
        if (ROOT / "tests" / name).exists():
            shutil.copy(ROOT / "tests" / name, tmp_path / "tests")
    return copy


def insert(copy: Copy, name: str, before: str, line: str) -> None:
    """Put a line into a module, before another one."""
    file = copy.folder / "sad_desktop" / name
    text = file.read_text("utf-8")
    assert text.count(before) == 1, name
    file.write_text(text.replace(before, line + before), "utf-8")


def replace(copy: Copy, name: str, former: str, text: str) -> None:
    file = copy.folder / name
    whole = file.read_text("utf-8")
    assert former in whole, name
    file.write_text(whole.replace(former, text, 1), "utf-8")


def run_tests(copy: Copy, *more: str) -> tuple[int, str]:
    """Run the tests of completeness in the copy; return the status and what they said."""
    names = [*COMPLETENESS, *more]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"]
        + [f"tests/{name}" for name in names]
        + ["-k", f"{CHOSEN} or the_box"],
        cwd=copy.folder,
        env={**os.environ, "PYTHONPATH": str(copy.folder), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_box_is_five_entries_and_each_that_is_left_out_is_named(copy):
    insert(copy, *FIELD)
    status, said = run_tests(copy)
    assert status == 1
    assert "AssertionError: buyer_order" in said  # no rectangle
    for missing in (
        "test_every_field_has_a_cell_on_the_main_sheet_or_a_reason",
        "an_explanation[declaration-buyer_order]",
        "test_every_field_has_a_path_or_a_reason_to_have_none[Declaration]",
        "test_the_migrations_of_an_empty_database_make_the_schema[sqlite]",
    ):
        assert missing in said, said

    replace(copy, "resources/sheets/sad-2026.json", *RECTANGLE)
    cells = f'["buyer_order", 60, 16, 12, 1], {CELL}'
    replace(copy, "resources/sheets/sad-2026.json", CELL, cells)
    insert(copy, *MAPPING)
    order = "Transport/Delivery_terms: Code Place Situation"
    replace(copy, "sad_desktop/xml/order.py", order, f"{order} Buyer_order")
    copy.add("resources/help/fields.toml", EXPLANATION)
    copy.add(f"sad_desktop/database/migrations/versions/{NEXT}_buyer_order.py", MIGRATION)
    copy.add("tests/gui/test_the_box.py", AT_THE_DESK)
    status, said = run_tests(copy, "gui/test_the_box.py")
    assert status == 0, said
