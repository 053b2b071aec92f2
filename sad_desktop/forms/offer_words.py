"""What is said of an offer: how often the value stood there, in which declarations, and when."""

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.habits import Offer, Scope
from sad_desktop.brokerage.register import PriceRange, PriceSource
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import isolated
from sad_desktop.text import QT_TRANSLATE_NOOP

_COUNTED = {
    Scope.SUPPLIER: QT_TRANSLATE_NOOP(
        "Offer", "as in {times} of {total} declarations of this importer from this supplier"
    ),
    Scope.IMPORTER: QT_TRANSLATE_NOOP(
        "Offer", "as in {times} of {total} declarations of this importer"
    ),
    Scope.DESCRIPTION: QT_TRANSLATE_NOOP(
        "Offer", "as in {times} of {total} declarations of this importer with these goods"
    ),
    Scope.CODE: QT_TRANSLATE_NOOP(
        "Offer", "as in {times} of {total} declarations of this importer with this commodity code"
    ),
    Scope.FILES: QT_TRANSLATE_NOOP(
        "Offer", "as in {times} of {total} declarations of this importer learned from files"
    ),
}
_PRICED = {
    PriceSource.TABLE: QT_TRANSLATE_NOOP("Offer", "by the table of usual prices"),
    PriceSource.IMPORTER: QT_TRANSLATE_NOOP("Offer", "in {count} cases of this importer"),
    PriceSource.OFFICE: QT_TRANSLATE_NOOP("Offer", "in {count} declarations of the office"),
}
_UNIT = Decimal("0.001")


def provenance(offer: Offer) -> str:
    """Return where an offer is from, in the desk's language."""
    said = _say(_COUNTED[offer.scope]).format(times=offer.times, total=offer.total)
    if offer.model:
        said = f"{said} ({isolated(offer.model)})"
    if offer.last is None:
        return said
    last = _say(QT_TRANSLATE_NOOP("Offer", "{said}, last on {day}"))
    return last.format(said=said, day=isolated(_written(offer.last)))


def offer_hint(document: Document, place: Place, key: str = "") -> str:
    """Return the sentence the status line says of what is offered for a box; "" for nothing.

    ``key`` is the one that takes it. Of an item's price the usual value of a unit is said.
    """
    offer = document.offers.at(place)
    if offer is None:
        return _price_hint(document, place)
    value = isolated(offer.value.partition("\n")[0])
    hint = _say(QT_TRANSLATE_NOOP("Offer", "Offered: {value}, {said}."))
    taking = _say(QT_TRANSLATE_NOOP("Offer", "{key} takes it.")).format(key=isolated(key))
    return " ".join(
        part for part in (hint.format(value=value, said=provenance(offer)), key and taking) if part
    )


def document_offers(document: Document, key: int) -> str:
    """Return the documents offered for an item, each with how often it stood there; "" for none."""
    offers = document.offers.documents(key)
    if not offers:
        return ""
    desk = document.desk
    named = []
    for one in offers:
        entry = desk.book.entry("documents", one.value, desk.on)
        name = f" {entry.name(desk.language)}" if entry is not None else ""
        often = _say(QT_TRANSLATE_NOOP("Offer", "{times} of {total}"))
        often = often.format(times=one.times, total=one.total)
        named.append(f"{isolated(one.value)}{name} ({often})")
    listed = _say(QT_TRANSLATE_NOOP("Offer", ", ")).join(named)
    sentence = _say(QT_TRANSLATE_NOOP("Offer", "Usual for this importer: {documents}."))
    return sentence.format(documents=listed)


def _price_hint(document: Document, place: Place) -> str:
    if place.field != "invoice_amount" or not place.item or place.rows is not None:
        return ""
    usual = document.offers.price(document.draft.declaration.item(place.item))
    if usual is None:
        return ""
    sentence = _say(
        QT_TRANSLATE_NOOP("Offer", "Usual value of 1 {unit}: {least} to {most} {currency}, {said}.")
    )
    return sentence.format(
        unit=isolated(usual.unit or "kg"),
        least=isolated(show_number(usual.least.quantize(_UNIT, ROUND_FLOOR))),
        most=isolated(show_number(usual.most.quantize(_UNIT, ROUND_CEILING))),
        currency=isolated(document.note.currency),
        said=_known_from(usual),
    )


def _known_from(usual: PriceRange) -> str:
    return _say(_PRICED[usual.source]).format(count=usual.count)


def _written(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _say(text: str) -> str:
    return QCoreApplication.translate("Offer", text)
