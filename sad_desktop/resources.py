"""Files shipped with the program: installed, frozen or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from sad_desktop.errors import ResourceMissing

_SHIPPED = files("sad_desktop") / "_resources"
_CHECKOUT = Path(__file__).resolve().parent.parent / "resources"
_SHIPPED_TEXTS = files("sad_desktop") / "_translations"
_CHECKOUT_TEXTS = Path(__file__).resolve().parent.parent / "translations"


def resource(name: str) -> Traversable:
    """Return a file or folder below resources/; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED if _SHIPPED.is_dir() else _CHECKOUT, name)


def translation(name: str) -> Traversable:
    """Return a compiled translation; raises ResourceMissing when it is not there."""
    return _below(_SHIPPED_TEXTS if _SHIPPED_TEXTS.is_dir() else _CHECKOUT_TEXTS, name)


def _below(root: Traversable, name: str) -> Traversable:
    found = root.joinpath(*name.split("/"))
    if not found.is_file() and not found.is_dir():
        raise ResourceMissing(name)
    return found
