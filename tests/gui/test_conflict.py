from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.conflict import Conflict, differences
from sad_desktop.brokerage.library import Stored
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.conflict import ConflictDialog, Way

BASE = Draft(
    declaration=Declaration(
        invoice_amount=Decimal(12500), items=(Item(key=5), Item(key=9, gross_mass=Decimal(100)))
    )
)


def changed(draft, **changes):
    return replace(draft, declaration=replace(draft.declaration, **changes))


THEIRS = changed(BASE, invoice_amount=Decimal(12600), exporter_name="ACME\nLondon")
MINE = replace(
    changed(
        BASE,
        invoice_amount=Decimal(12700),
        items=(Item(key=5), Item(key=9, gross_mass=Decimal(120))),
    ),
    rejected={Place("exchange_rate"): "abc"},
)


def conflict():
    stored = Stored(
        id="1",
        version=3,
        draft=THEIRS,
        created_at=datetime(2026, 5, 1, tzinfo=UTC),
        created_by="ali",
        stored_at=datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
        stored_by="huda",
    )
    return Conflict(stored, differences(BASE, THEIRS, MINE))


@pytest.fixture
def dialog(qtbot):
    made = ConflictDialog(conflict(), MINE, "en")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_the_fields_that_differ_stand_with_both_values_and_who_changed_them(dialog):
    assert sorted(rows(dialog)) == [
        ["2", "", "Consignor/Exporter", "ACME / London", "—", "them"],
        ["22.2", "", "Total amount invoiced", "12,600.00", "12,700.00", "both"],
        ["23", "", "Exchange rate", "—", "abc", "me"],
        ["35", "2", "Gross mass (kg)", "100", "120", "me"],
    ]


@pytest.mark.parametrize("way", list(Way))
def test_each_way_is_chosen_by_its_button(qtbot, dialog, way):
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.ways[way].click()
    assert chosen.args == [way]
    assert not dialog.isVisible()


def test_enter_keeps_mine_as_a_copy_which_loses_nothing(qtbot, dialog):
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert chosen.args == [Way.COPY]


def test_escape_decides_nothing(qtbot, dialog):
    chosen = []
    dialog.chosen.connect(chosen.append)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not chosen


def test_who_and_when_are_told(qtbot, language):
    from PySide6.QtWidgets import QLabel

    made = ConflictDialog(conflict(), MINE, str(language))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    said = " ".join(label.text() for label in made.findChildren(QLabel))
    local = datetime(2026, 5, 12, 9, 30, tzinfo=UTC).astimezone()
    assert "huda" in said
    assert local.strftime("%H:%M") in said
    assert all(button.accessibleDescription() for button in made.ways.values())
