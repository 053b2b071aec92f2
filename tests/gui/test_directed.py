import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from sad_desktop.forms.widgets.directed import DirectedDelegate


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("2026/T12129", Qt.LayoutDirection.LeftToRight),
        ("12/05/2026 09:30", Qt.LayoutDirection.LeftToRight),
        ("شركة الخليج (م.م.ح)", Qt.LayoutDirection.RightToLeft),
        ("", Qt.LayoutDirection.LeftToRight),
    ],
)
@pytest.mark.parametrize("table", list(Qt.LayoutDirection)[:2])
def test_a_text_runs_its_own_way_and_stands_on_the_side_of_the_table(qtbot, text, direction, table):
    view = QTableView()
    qtbot.addWidget(view)
    model = QStandardItemModel()
    model.appendRow(QStandardItem(text))
    option = QStyleOptionViewItem()
    option.direction = table
    DirectedDelegate(view).initStyleOption(option, model.index(0, 0))
    side = (
        Qt.AlignmentFlag.AlignRight if table.name == "RightToLeft" else Qt.AlignmentFlag.AlignLeft
    )
    assert option.direction is direction
    assert option.displayAlignment & side
    assert option.displayAlignment & Qt.AlignmentFlag.AlignAbsolute
