"""Read ASYCUDA's manifest file (``Awmds``): a voyage and its bills of lading."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lxml import etree

from sad_desktop.brokerage.list_rows import Remark, Standing
from sad_desktop.brokerage.manifest_files import (
    NO_FIGURE,
    NO_NUMBER,
    ManifestFile,
    fault_of,
    figure_of,
    without_doubles,
)
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.fields import FieldDef, Kind
from sad_desktop.declaration.values import Unreadable, fold_digits, parse
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.xml.admission import admit

ROOT = "Awmds"
DIALECT = "asycuda manifest"
NO_DAY = QT_TRANSLATE_NOOP("ListImport", "The date {text} is not understood; it was left out.")
MORE_GOODS = QT_TRANSLATE_NOOP(
    "ListImport", "Bill {bill} has several goods with other packages or mass; key it yourself."
)
_REPEATED = frozenset({"ctn_segment", "Goods_segment"})
_Texts = Mapping[str, str]
_DAY = FieldDef(name="day", kind=Kind.DAY, box="", en="", ar="", length=10)


def read(content: bytes, name: str) -> ManifestFile:
    """Return the voyage a file holds; raises FileRefused, but never for a single bill.

    Bills are counted from 1 in the order of the file; one that cannot be kept is left out, with
    the reason among the remarks. Names of traders hold the address on further lines.
    """
    root = admit(content, name, ROOT)
    remarks: list[Remark] = []
    manifest = _manifest(root, remarks)
    bills: list[tuple[int, BillOfLading]] = []
    for number, element in enumerate(root.iterchildren("Bol_segment"), 1):
        bill, fault = _bill(element, number)
        if fault is None:
            bills.append((number, bill))
        else:
            remarks.append(fault)
    own, doubles = without_doubles(bills)
    return ManifestFile(manifest=manifest, bills=own, remarks=(*remarks, *doubles))


def _manifest(root: etree._Element, remarks: list[Remark]) -> Manifest:
    general = root.find("General_segment")
    own = _texts(general) if general is not None else {}
    identity, transport = "General_segment_id/", "Transport_information/"
    return Manifest(
        office=_code(own, f"{identity}Customs_office_code"),
        voyage=_code(own, f"{identity}Voyage_number"),
        departure=_day(_text(own, f"{identity}Date_of_departure"), remarks),
        arrival=_day(_text(own, f"{identity}Date_of_arrival"), remarks),
        vessel=_text(own, f"{transport}Identity_of_transporter"),
        nationality=_code(own, f"{transport}Nationality_of_transporter_code"),
        mode=_code(own, f"{transport}Mode_of_transport_code"),
        carrier_code=_code(own, f"{transport}Carrier/Carrier_code"),
        carrier=_text(own, f"{transport}Carrier/Carrier_name"),
        departure_place=_code(own, "Load_unload_place/Place_of_departure_code"),
        destination_place=_code(own, "Load_unload_place/Place_of_destination_code"),
    )


def _bill(element: etree._Element, number: int) -> tuple[BillOfLading, Remark | None]:
    own = _texts(element)
    goods = [_texts(one) for one in element.iterchildren("Goods_segment")]
    containers = (_texts(one) for one in element.iterchildren("ctn_segment"))
    first = goods[0] if goods else {}
    bill = BillOfLading(
        number=_code(own, "Bol_id/Bol_reference"),
        master=_code(own, "Bol_id/Master_bol_ref_number"),
        shipper=_trader(own, "Exporter"),
        consignee_code=_code(own, "Traders_segment/Consignee/Consignee_code"),
        consignee=_trader(own, "Consignee"),
        notify=_trader(own, "Notify"),
        package_kind=_code(first, "Package_type_code"),
        loading_place=_code(own, "Load_unload_place/Place_of_loading_code")
        or _code(own, "Load_unload_place/Port_of_origin_code"),
        unloading_place=_code(own, "Load_unload_place/Place_of_unloading_code"),
        marks=_text(first, "Shipping_marks"),
        goods="\n".join(
            dict.fromkeys(said for one in goods if (said := _text(one, "Goods_description")))
        ),
        containers=tuple(_container(one) for one in containers if "Ctn_reference" in one),
    )
    if not plain_number(bill.number):
        return bill, fault_of(number, NO_NUMBER)
    figures = []
    for one in goods:
        texts = _text(one, "Number_of_packages"), _text(one, "Gross_mass")
        try:
            figures.append((figure_of(texts[0]), figure_of(texts[1])))
        except Unreadable:
            return bill, fault_of(number, NO_FIGURE, bill=bill.number, text=" / ".join(texts))
    if len(set(figures)) > 1:
        return bill, fault_of(number, MORE_GOODS, bill=bill.number)
    packages, mass = figures[0] if figures else (None, None)
    return replace(bill, packages=packages, gross_mass=mass), None


def _container(own: _Texts) -> BillContainer:
    seals = (_text(own, name) for name in ("Marks1", "Marks2", "Marks3"))
    return BillContainer(
        identity=_code(own, "Ctn_reference"),
        kind=_code(own, "Type_of_container"),
        load=_code(own, "Empty_Full"),
        seals=" ".join(seal for seal in seals if seal),
    )


def _trader(own: _Texts, role: str) -> str:
    path = f"Traders_segment/{role}/{role}"
    name, address = _text(own, f"{path}_name"), own.get(f"{path}_address", "")
    lines = (" ".join(line.split()) for line in address.splitlines())
    return "\n".join(text for text in (name, *lines) if text)


def _texts(element: etree._Element, path: str = "") -> _Texts:
    """Return what stands below an element that is not blank, by path, but for what repeats."""
    found: dict[str, str] = {}
    for child in element:
        if child.tag in _REPEATED:
            continue
        own = f"{path}{child.tag}"
        if len(child):
            found.update(_texts(child, f"{own}/"))
        elif child.text and not child.text.isspace():
            found.setdefault(own, child.text)
    return found


def _text(own: _Texts, path: str) -> str:
    return " ".join(own.get(path, "").split())


def _code(own: _Texts, path: str) -> str:
    return fold_digits(_text(own, path)).upper()


def _day(text: str, remarks: list[Remark]) -> date | None:
    """Return a day; one with a time of the day is that day."""
    try:
        day = parse(_DAY, text.partition("T")[0].partition(" ")[0])
    except Unreadable:
        remarks.append(
            Remark(number=0, standing=Standing.NOTE, message=NO_DAY, values={"text": text[:40]})
        )
        return None
    return day if isinstance(day, date) else None
