"""Looking for garbage on the GUI thread only: a worker must never destroy a widget.

Python looks for reference cycles on whatever thread happens to allocate, and PySide destroys a
widget it finds in one there and then: in a worker that ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000
"""Milliseconds from one look to the next."""


class Sweeper(QObject):
    """Takes the place of Python's own looking while it is at work."""

    def __init__(self) -> None:
        super().__init__()
        self._looked_by_itself = False
        self._settled = 0
        self._new = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Keep Python from looking by itself, and look from time to time."""
        self._looked_by_itself = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let Python look by itself again, if it did."""
        self._timer.stop()
        if self._looked_by_itself:
            gc.enable()

    def sweep(self) -> None:
        """Look as far as Python would.

        At all there is only when a quarter of it is new: that takes a tenth of a second.
        """
        young, _, old = gc.get_count()
        limits = gc.get_threshold()
        if young <= limits[0]:
            return
        if old > limits[2] and self._new > self._settled // 4:
            self._settled += self._new - gc.collect()
            self._new = 0
            return
        # counted by what was made, not by gc.get_objects(): that breaks a tuple a worker fills
        self._new += young - gc.collect(1)
