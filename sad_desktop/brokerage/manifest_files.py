"""Bills of lading out of files: what a file holds, and the rows of a table as bills."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import Part
from sad_desktop.brokerage.list_rows import IsCancelled, Progress, ReadingStopped, Remark, Standing
from sad_desktop.brokerage.list_tables import Line, Table, folded_heading
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.fields import FieldDef, Kind
from sad_desktop.declaration.values import Unreadable, fold_digits, parse
from sad_desktop.text import QT_TRANSLATE_NOOP

FIGURE = FieldDef(name="figure", kind=Kind.QUANTITY, box="", en="", ar="", length=15, decimals=3)
"""How packages and kilograms are written, of a bill as of an item."""
NO_NUMBER = QT_TRANSLATE_NOOP("ListImport", "There is no number of a bill here.")
NO_FIGURE = QT_TRANSLATE_NOOP("ListImport", "Bill {bill}: {text} is no number.")
TWICE = QT_TRANSLATE_NOOP(
    "ListImport", "Bill {bill} stands in row {first} already, with other packages or mass."
)
COUNTED_ONCE = QT_TRANSLATE_NOOP(
    "ListImport", "Bill {bill} stands in row {first} already: its packages and mass count once."
)
_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFile:
    """A voyage with its bills as a file says them, and what is said of their places in it."""

    manifest: Manifest
    bills: tuple[BillOfLading, ...]
    remarks: tuple[Remark, ...] = ()


def _part(name: str, title: str, words: str) -> Part:
    folded = frozenset(folded_heading(word) for word in f"{words}/{name}".split("/"))
    return Part(name=name, title=title, words=folded, is_needed=name == "number")


BILL_PARTS: tuple[Part, ...] = (
    _part(
        "number",
        QT_TRANSLATE_NOOP("ListPart", "Bill"),
        "bill/bill no/bill number/bl/bl no/bl number/b l/b l no/b l number/bol/bol number/house bl"
        "/hbl/awb/awb no/hawb/bill of lading/bill of lading no/رقم البوليصة/البوليصة"
        "/بوليصة الشحن/رقم بوليصة الشحن",
    ),
    _part(
        "master",
        QT_TRANSLATE_NOOP("ListPart", "Master bill"),
        "master/master bl/master bill/mbl/mawb/master bl no/البوليصة الرئيسية",
    ),
    _part(
        "packages",
        QT_TRANSLATE_NOOP("ListPart", "Packages"),
        "packages/no of packages/number of packages/pkgs/qty/quantity/pieces/pcs"
        "/الطرود/عدد الطرود/العدد",
    ),
    _part(
        "package_kind",
        QT_TRANSLATE_NOOP("ListPart", "Kind of packages"),
        "package kind/package type/kind of packages/type of packages/pkg type/نوع الطرود",
    ),
    _part(
        "gross_mass",
        QT_TRANSLATE_NOOP("ListPart", "Gross mass"),
        "gross mass/gross weight/gross kg/weight/weight kg/gross weight kg/kgs/kg"
        "/الوزن/الوزن القائم/الوزن كلغ",
    ),
    _part(
        "consignee_code",
        QT_TRANSLATE_NOOP("ListPart", "Consignee No."),
        "consignee no/consignee code/consignee tin/رقم المرسل اليه",
    ),
    _part(
        "consignee",
        QT_TRANSLATE_NOOP("ListPart", "Consignee"),
        "consignee/consignee name/importer/receiver/المرسل اليه/اسم المرسل اليه/المستورد",
    ),
    _part(
        "shipper",
        QT_TRANSLATE_NOOP("ListPart", "Shipper"),
        "shipper/shipper name/exporter/sender/consignor/الشاحن/المرسل/المصدر",
    ),
    _part(
        "notify",
        QT_TRANSLATE_NOOP("ListPart", "Notify"),
        "notify/notify party/notify name/جهة الاشعار",
    ),
    _part(
        "goods",
        QT_TRANSLATE_NOOP("ListPart", "Goods"),
        "goods/goods description/description/description of goods/commodity/cargo"
        "/البضاعة/وصف البضاعة/الصنف",
    ),
    _part(
        "marks",
        QT_TRANSLATE_NOOP("ListPart", "Marks"),
        "marks/shipping marks/marks and numbers/العلامات",
    ),
    _part(
        "loading_place",
        QT_TRANSLATE_NOOP("ListPart", "Loaded at"),
        "loading place/port of loading/pol/place of loading/ميناء الشحن/مكان التحميل",
    ),
    _part(
        "unloading_place",
        QT_TRANSLATE_NOOP("ListPart", "Unloaded at"),
        "unloading place/port of discharge/pod/place of unloading/ميناء التفريغ/مكان التفريغ",
    ),
    _part(
        "container",
        QT_TRANSLATE_NOOP("ListPart", "Container"),
        "container/container no/container number/cntr/cntr no/ctn no/الحاوية/رقم الحاوية",
    ),
    _part(
        "container_kind",
        QT_TRANSLATE_NOOP("ListPart", "Type of container"),
        "container type/container kind/type/size type/iso type/iso code/نوع الحاوية",
    ),
    _part(
        "seals",
        QT_TRANSLATE_NOOP("ListPart", "Seals"),
        "seal/seals/seal no/seal number/الختم/الاختام/رقم الختم",
    ),
)
"""What a row of a table of bills may say."""
_CODES = frozenset(
    {"number", "master", "package_kind", "consignee_code", "loading_place", "unloading_place"}
)
_TEXTS = frozenset({"consignee", "shipper", "notify", "goods", "marks"})
_FIGURES = frozenset({"packages", "gross_mass"})


def bills_of_table(
    table: Table,
    layout: Layout,
    *,
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> tuple[tuple[BillOfLading, ...], tuple[Remark, ...]]:
    """Return the bills of a table's rows, and what is said of rows; raises ReadingStopped.

    Rows of one number are one bill: each further one brings a container, and its packages and
    mass are blank or those of the first row.
    """
    bills: dict[str, tuple[int, BillOfLading]] = {}
    remarks: list[Remark] = []
    for done, line in enumerate(table.lines):
        if done % _EVERY == 0:
            if is_cancelled():
                raise ReadingStopped
            progress(done, len(table.lines))
        cells = {part: line.cell(column) for column, part in layout.columns.items()}
        bill, fault = _bill_of(line, cells)
        plain = plain_number(bill.number)
        if fault is not None:
            remarks.append(fault)
        elif plain in bills:
            first, known = bills[plain]
            joined, remark = _joined(line.number, first, known, bill)
            bills[plain] = (first, joined)
            remarks.extend([remark] if remark is not None else [])
        else:
            bills[plain] = (line.number, bill)
    return tuple(bill for _row, bill in bills.values()), tuple(remarks)


def figure_of(text: str) -> Decimal | None:
    """Return packages or kilograms as a file writes them, None for none; raises Unreadable."""
    value = parse(FIGURE, text)
    return value if isinstance(value, Decimal) else None


def fault_of(row: int, message: str, **values: str) -> Remark:
    """Return what is wrong with a row, or with a segment of a file."""
    return Remark(number=row, standing=Standing.FAULT, message=message, values=values)


def without_doubles(
    rows: Iterable[tuple[int, BillOfLading]],
) -> tuple[tuple[BillOfLading, ...], tuple[Remark, ...]]:
    """Return bills each of which stands once, and a fault for every further one."""
    first: dict[str, tuple[int, BillOfLading]] = {}
    remarks = []
    for row, bill in rows:
        plain = plain_number(bill.number)
        if plain in first:
            remarks.append(fault_of(row, TWICE, bill=bill.number, first=str(first[plain][0])))
        else:
            first[plain] = (row, bill)
    return tuple(bill for _row, bill in first.values()), tuple(remarks)


def _bill_of(line: Line, cells: Mapping[str, str]) -> tuple[BillOfLading, Remark | None]:
    texts: dict[str, Any] = {name: cells[name] for name in _TEXTS & cells.keys()}
    texts |= {name: fold_digits(cells[name]).upper() for name in _CODES & cells.keys()}
    bill = BillOfLading(**texts)
    if not plain_number(bill.number):
        return bill, fault_of(line.number, NO_NUMBER)
    figures: dict[str, Any] = {}
    for name in sorted(_FIGURES & cells.keys()):
        try:
            figures[name] = figure_of(cells[name])
        except Unreadable:
            return bill, fault_of(line.number, NO_FIGURE, bill=bill.number, text=cells[name])
    containers: tuple[BillContainer, ...] = ()
    if identity := fold_digits(cells.get("container", "")).upper():
        kind = cells.get("container_kind", "").upper()
        containers = (BillContainer(identity=identity, kind=kind, seals=cells.get("seals", "")),)
    return replace(bill, **figures, containers=containers), None


def _joined(
    row: int, first: int, known: BillOfLading, further: BillOfLading
) -> tuple[BillOfLading, Remark | None]:
    """Return a bill with the container of a further row of it."""
    values = {"bill": known.number, "first": str(first)}
    stated = [
        (getattr(known, name), getattr(further, name))
        for name in sorted(_FIGURES)
        if getattr(further, name) is not None
    ]
    if any(before != now for before, now in stated):
        return known, fault_of(row, TWICE, **values)
    joined = replace(known, containers=(*known.containers, *further.containers))
    if not stated:
        return joined, None
    note = Remark(number=row, standing=Standing.NOTE, message=COUNTED_ONCE, values=values)
    return joined, note
