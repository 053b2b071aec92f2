"""The editions of the sheet are those of the paper; named here for the screen."""

from sad_desktop.printing.edition import Edition

__all__ = ["Edition"]
