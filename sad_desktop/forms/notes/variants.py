"""What if: what a clerk keys of another case, as a variant the valuation can compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, Value, parse
from sad_desktop.tariff.book import TariffBook
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.compare import (
    Change,
    Variant,
    as_it_stands,
    together,
    with_adjustment,
    with_certificate,
    with_preference,
    with_regime,
    with_terms,
)

MODEL, PROCEDURE, EXTENDED = "model", "procedure", "extended_code"
PREFERENCE, TERMS = "preference", "delivery_terms"
ADJUSTMENT, CERTIFICATE = "adjustment", "certificate_of_origin"

_ITEM = definitions(Item)
_HEADER = definitions(Declaration)
SETTINGS: Mapping[str, FieldDef] = {
    MODEL: replace(_HEADER["declaration_type"], length=5, lookup="models"),
    PROCEDURE: _ITEM[PROCEDURE],
    EXTENDED: _ITEM[EXTENDED],
    PREFERENCE: _ITEM[PREFERENCE],
    TERMS: _HEADER[TERMS],
    ADJUSTMENT: _ITEM[ADJUSTMENT],
    CERTIFICATE: replace(_HEADER[CERTIFICATE], kind=Kind.FLAG),
}
"""What can differ between variants, in the order it is keyed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One case as keyed: its name, and what differs from the declaration, as typed."""

    name: str
    typed: Mapping[str, str] = field(default_factory=dict)

    def with_setting(self, name: str, text: str) -> "Sketch":
        """Return the sketch with a setting typed; "" leaves it as the declaration has it."""
        kept = {other: said for other, said in self.typed.items() if other != name}
        return replace(self, typed={**kept, name: text.strip()} if text.strip() else kept)


def fault_of(name: str, typed: str, book: TariffBook, on: date) -> str:
    """Return why a setting does not count: a text of the context Unreadable; "" when it does."""
    definition = SETTINGS[name]
    try:
        value = parse(definition, typed)
    except Unreadable as error:
        return str(error)
    listed = definition.lookup
    if listed and book.has_list(listed) and book.entry(listed, str(value), on) is None:
        return QT_TRANSLATE_NOOP("Unreadable", "The list of the day does not have this code.")
    return ""


def variant_of(sketch: Sketch, book: TariffBook, on: date) -> Variant:
    """Return the variant a sketch stands for; settings that do not count are left out."""
    values: dict[str, Value] = {
        name: parse(SETTINGS[name], typed)
        for name, typed in sketch.typed.items()
        if not fault_of(name, typed, book, on)
    }
    changes = [*_regime(values, book, on), *_goods(values, book, on)]
    return Variant(name=sketch.name, change=together(*changes) if changes else as_it_stands)


def _regime(values: Mapping[str, Value], book: TariffBook, on: date) -> list[Change]:
    """Return what changes model and procedure; a model alone brings its own procedure."""
    model, procedure = str(values.get(MODEL, "")), str(values.get(PROCEDURE, ""))
    extended = str(values.get(EXTENDED, ""))
    if not (model or procedure or extended):
        return []
    entry = book.entry("models", model, on) if model else None
    if not procedure and entry is not None:
        procedure = entry.facts.get("procedure", "")

    def change(declaration: Declaration) -> Declaration:
        own = f"{declaration.declaration_type}{declaration.general_procedure}"
        first = declaration.items[0] if declaration.items else Item()
        under = with_regime(
            model or own, procedure or first.procedure, extended or first.extended_code
        )
        return under(declaration)

    return [change]


def _goods(values: Mapping[str, Value], book: TariffBook, on: date) -> list[Change]:
    changes: list[Change] = []
    if PREFERENCE in values:
        preference = book.entry("preferences", str(values[PREFERENCE]), on)
        proofs = preference.facts.get("documents", "").split() if preference is not None else []
        changes.append(with_preference(str(values[PREFERENCE]), next(iter(proofs), "")))
    if TERMS in values:
        terms = book.entry("incoterms", str(values[TERMS]), on)
        contained = terms.facts.get("contains", "").split() if terms is not None else []
        changes.append(with_terms(str(values[TERMS]), contained))
    adjustment = values.get(ADJUSTMENT)
    if isinstance(adjustment, Decimal):
        changes.append(with_adjustment(adjustment))
    if CERTIFICATE in values:
        changes.append(with_certificate(is_produced=values[CERTIFICATE] is True))
    return changes
