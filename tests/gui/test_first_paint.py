"""What the first paint does not need begins after it, also where nobody sees the window."""

from PySide6.QtWidgets import QWidget

from sad_desktop.forms import first_paint
from sad_desktop.forms.first_paint import FirstPaint


class Painted(QWidget):
    def __init__(self, order):
        super().__init__()
        self._order = order

    def paintEvent(self, _event):
        self._order.append("painted")


def test_what_follows_begins_once_after_the_window_was_painted(qtbot):
    order = []
    window = Painted(order)
    qtbot.addWidget(window)
    painted = FirstPaint(window)
    painted.over.connect(lambda: order.append("begun"))
    window.show()
    qtbot.waitSignal(painted.over).wait()
    window.repaint()
    qtbot.wait(5)
    assert order[:2] == ["painted", "begun"]
    assert order.count("begun") == 1


def test_a_window_that_nobody_sees_begins_all_the_same(qtbot, monkeypatch):
    monkeypatch.setattr(first_paint, "_UNSEEN", 1)
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.waitSignal(FirstPaint(window).over).wait()
