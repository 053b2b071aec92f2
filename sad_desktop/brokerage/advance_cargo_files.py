"""Lines of an invoice out of the rows of a table (S2-027, S2-028)."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from sad_desktop.brokerage.advance_cargo import FIELDS, InvoiceLine
from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import Part
from sad_desktop.brokerage.list_rows import IsCancelled, Progress, ReadingStopped, Remark, Standing
from sad_desktop.brokerage.list_tables import Line, Table, folded_heading
from sad_desktop.declaration.fields import NUMBERS
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.text import QT_TRANSLATE_NOOP

MOST_LINES = 9_999
"""Lines of a dossier; an invoice has some hundred."""
NO_GOODS = QT_TRANSLATE_NOOP(
    "ListImport", "There is no heading and no description here: it is no line of goods."
)
UNREAD = QT_TRANSLATE_NOOP("ListImport", "Column {column}: {text} is not understood.")
SHORT = QT_TRANSLATE_NOOP("ListImport", "Heading {text} has not {count} digits.")
TOO_MANY = QT_TRANSLATE_NOOP("ListImport", "A dossier has {count} lines at most.")
_EVERY = 500
_BETWEEN = re.compile(r"[\s.\-]")


def _part(name: str, title: str, words: str) -> Part:
    own = FIELDS[f"lines.{name}"]
    written = (*words.split("/"), name, own.en, own.ar)
    folded = frozenset(map(folded_heading, written))
    return Part(name=name, title=title, words=folded, is_needed=name == "description")


LINE_PARTS: tuple[Part, ...] = (
    _part(
        "heading",
        QT_TRANSLATE_NOOP("ListPart", "Tariff heading"),
        "hs code/hs/hscode/heading/hs heading/tariff/tariff code/tariff heading/commodity code"
        "/hs no/customs code/البند الجمركي/بند التعريفة/رمز النظام المنسق/البند/بند التعرفة",
    ),
    _part(
        "description",
        QT_TRANSLATE_NOOP("ListPart", "Description"),
        "description/item description/goods description/description of goods/goods/item/product"
        "/product name/name/article/الوصف/وصف الصنف/الصنف/اسم الصنف/البيان/وصف البضاعة",
    ),
    _part(
        "origin",
        QT_TRANSLATE_NOOP("ListPart", "Origin"),
        "origin/country of origin/coo/made in/origin country/المنشأ/بلد المنشأ/دولة المنشأ",
    ),
    _part(
        "gtin",
        QT_TRANSLATE_NOOP("ListPart", "Standard code (GS1)"),
        "gtin/gs1/gs1 code/ean/ean code/barcode/bar code/upc/standard code/standard item code"
        "/الكود القياسي/الكود العالمي/الباركود/كود gs1",
    ),
    _part(
        "part_number",
        QT_TRANSLATE_NOOP("ListPart", "Part number"),
        "part number/part no/part/sku/item no/item number/item code/product code/article no"
        "/model/رقم القطعة/كود الصنف/رقم الصنف/الموديل",
    ),
    _part(
        "unit_quantity",
        QT_TRANSLATE_NOOP("ListPart", "Quantity"),
        "quantity/qty/pcs/pieces/statistical quantity/units/الكمية/العدد",
    ),
    _part(
        "unit",
        QT_TRANSLATE_NOOP("ListPart", "Unit"),
        "unit/uom/unit of measure/measure/الوحدة/وحدة القياس",
    ),
    _part(
        "gross_mass",
        QT_TRANSLATE_NOOP("ListPart", "Gross mass"),
        "gross/gross weight/gross mass/g w/gw/gross kg/gross weight kg/الوزن القائم/القائم",
    ),
    _part(
        "net_mass",
        QT_TRANSLATE_NOOP("ListPart", "Net mass"),
        "net/net weight/net mass/n w/nw/net kg/net weight kg/الوزن الصافي/الصافي",
    ),
    _part(
        "price",
        QT_TRANSLATE_NOOP("ListPart", "Price"),
        "amount/total/total amount/total price/line total/value/total value/price/extended price"
        "/القيمة/الثمن/الإجمالي/السعر الإجمالي/القيمة الإجمالية",
    ),
    _part(
        "invoice",
        QT_TRANSLATE_NOOP("ListPart", "Invoice"),
        "invoice/invoice no/invoice number/inv no/رقم الفاتورة/الفاتورة",
    ),
)
"""What a row of an invoice may say."""


def lines_of_table(
    table: Table,
    layout: Layout,
    lengths: Collection[int],
    *,
    progress: Progress = lambda _done, _total: None,
    is_cancelled: IsCancelled = lambda: False,
) -> tuple[tuple[InvoiceLine, ...], tuple[Remark, ...]]:
    """Return the lines of a table's rows, and what is said of rows; raises ReadingStopped.

    ``lengths`` are those of full headings. Rows without goods, such as totals, are passed over.
    """
    titles = {
        part: table.title(column) or str(column + 1) for column, part in layout.columns.items()
    }
    lines: list[InvoiceLine] = []
    remarks: list[Remark] = []
    for done, row in enumerate(table.lines):
        if done % _EVERY == 0:
            if is_cancelled():
                raise ReadingStopped
            progress(done, len(table.lines))
        cells = {part: row.cell(column) for column, part in layout.columns.items()}
        if not cells.get("heading", "") and not cells.get("description", ""):
            remarks.append(Remark(number=row.number, standing=Standing.PASSED, message=NO_GOODS))
            continue
        line, remark = _line_of(row, cells, lengths, titles)
        if remark is not None:
            remarks.append(remark)
        if line is not None:
            lines.append(line)
        if len(lines) > MOST_LINES:
            remarks.append(_fault(row.number, TOO_MANY, count=f"{MOST_LINES:,}"))
            return tuple(lines[:MOST_LINES]), tuple(remarks)
    return tuple(lines), tuple(remarks)


def _line_of(
    row: Line, cells: Mapping[str, str], lengths: Collection[int], titles: Mapping[str, str]
) -> tuple[InvoiceLine | None, Remark | None]:
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        field = FIELDS[f"lines.{name}"]
        tidy = _BETWEEN.sub("", cell) if name in ("heading", "gtin") else cell
        try:
            values[name] = parse(field, tidy[: field.length] if name == "description" else tidy)
        except Unreadable:
            if field.kind in NUMBERS and tidy.strip() in ("", "-"):
                continue
            return None, _fault(row.number, UNREAD, column=titles[name], text=cell)
    line = InvoiceLine(**values)
    if line.heading and lengths and len(line.heading) not in lengths:
        count = "/".join(str(one) for one in sorted(lengths))
        said = {"text": line.heading, "count": count}
        return line, Remark(number=row.number, standing=Standing.NOTE, message=SHORT, values=said)
    return line, None


def _fault(row: int, message: str, **values: str) -> Remark:
    return Remark(number=row, standing=Standing.FAULT, message=message, values=values)
