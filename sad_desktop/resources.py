"""Files shipped with the program: installed, frozen or in a checkout."""

from pathlib import Path

from sad_desktop.errors import ResourceMissing

# start-up cost: importlib.resources takes longer to import than the window to build
_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent / "resources"
_SHIPPED_TEXTS = _PACKAGE / "_translations"
_CHECKOUT_TEXTS = _PACKAGE.parent / "translations"

SAMPLE = "samples/im4-seven-items.xml"
"""A declaration to try the program with."""


def resource(name: str) -> Path:
    """Return a file or folder below resources/; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT, name)


def translation(name: str) -> Path:
    """Return a compiled translation; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED_TEXTS if _SHIPPED_TEXTS.is_dir() else _CHECKOUT_TEXTS, name)


def _below(root: Path, name: str) -> Path:
    found = root.joinpath(*name.split("/"))
    if not found.exists():
        raise ResourceMissing(name)
    return found
