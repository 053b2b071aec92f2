"""PySide6 6.12.0 on Python 3.11 takes a reference off None at every void call and then aborts."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_void_calls_of_qt_leave_the_references_to_none_alone():
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
