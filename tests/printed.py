"""Declarations worth printing, the paper made of them, and the text read back from it."""

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.status import Status
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout import LaidOut, lay_out
from sad_desktop.printing.sheet import PAGE_HEIGHT, Rect
from sad_desktop.services.paper import Printed, print_pages
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import read_profile
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.figures import figures
from sad_desktop.valuation.note import AssessmentNote
from tests.builders import A_DAY, a_book, a_declaration, a_line, a_rate, an_item

EDITIONS = ("en", "ar", "both")
_CODES = ("870322700000", "090111100000", "851712000000")
_GOODS = (
    "Used cars, petrol, 1,600 cc (2 doors)",
    "بُنّ غير محمَّص (50 كغ)",
    "هواتف Galaxy S24 (256 GB)",
)
_INVISIBLE = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u061c\x00\ufeff"))
_POINT = 72 / 25.4
_WATERMARK = 10.0  # mm: letters so high are the draft's watermark, which lies under all boxes


@dataclass(frozen=True, kw_only=True)
class Case:
    """A draft with what is computed from it."""

    draft: Draft
    note: AssessmentNote
    figures: Figures
    profile: Profile

    def print(self, edition="en", **wanted) -> Printed:
        printing = Printing(edition=edition, **wanted)
        return print_pages(self.draft, self.note, self.figures, self.profile, printing)

    def lay_out(self, edition="en", **wanted) -> LaidOut:
        printing = Printing(edition=edition, **wanted)
        return lay_out(self.draft, self.figures, self.note, self.profile, printing)


def a_case(*items: Item, status: Status = Status.DRAFT, **changes) -> Case:
    """Return an assessed import into a country made up; its items are those given, else one."""
    file = Path(__file__).parent / "profiles" / "paper.toml"
    book = a_book(
        read_profile(file.read_bytes(), file.name),
        lines=[a_line(code, DTY="5%") for code in _CODES],
        rates=[a_rate("USD", "0.376"), a_rate("EUR", "0.41")],
    )
    declaration = a_declaration(*items, **{**_GENERAL, **changes})
    draft = Draft(declaration=declaration, profile="paper", status=status)
    note = assess(declaration, book, A_DAY)
    return Case(
        draft=draft,
        note=note,
        figures=figures(declaration, note, "en"),
        profile=book.profile,
    )


def printed_items(count: int) -> tuple[Item, ...]:
    """Return items whose texts, codes and numbers all differ."""
    return tuple(printed_item(number) for number in range(1, count + 1))


def printed_item(key: int, **changes) -> Item:
    """Return an item with something in nearly every box."""
    return an_item(
        key,
        **{
            "commodity_code": _CODES[key % 3],
            "marks_1": f"MARKS {key}/A",
            "package_count": Decimal(key),
            "package_kind": "CT",
            "package_kind_name": "كرتون" if key % 2 else "Carton",
            "tariff_description": f"بضائع البند {key}",
            "commercial_description": f"{_GOODS[key % 3]} {key}",
            "gross_mass": Decimal(1000 + key),
            "net_mass": Decimal(900 + key),
            "summary_declaration": f"BL{key:05}",
            "invoice_amount": Decimal("1000.50") + key,
            "valuation_method": "1",
            "licence_number": f"L-{key}",
            "free_text_1": f"نص حر {key}",
            "documents": (
                Document(document_code="380", reference=f"INV-{key}", issued=date(2026, 10, 1)),
            ),
            **changes,
        },
    )


def pages_of(printed: Printed) -> pypdfium2.PdfDocument:
    """Return the PDF opened for reading."""
    return pypdfium2.PdfDocument(printed.content)


@dataclass(frozen=True, kw_only=True)
class ReadPage:
    """The letters of a printed page with the middle of each, in mm from the top-left corner.

    Each is its distance from the top, from the left, and itself; from top to bottom.
    """

    letters: tuple[tuple[float, float, str], ...]

    def inside(self, rect: Rect) -> str:
        """Return the letters in a rectangle from left to right, line by line, without blanks.

        Readers put the letters of a whole line in order, over all boxes it crosses; what stands
        in one box is therefore told by the places of its letters.
        """
        first = bisect_left(self.letters, (rect.y,))
        last = bisect_right(self.letters, (rect.y + rect.height, math.inf))
        found = [
            (round(y / 2), x, letter)
            for y, x, letter in self.letters[first:last]
            if rect.x <= x <= rect.x + rect.width
        ]
        return "".join(letter for _, _, letter in sorted(found))


def read_page(
    document: pypdfium2.PdfDocument, number: int, height: float = PAGE_HEIGHT
) -> ReadPage:
    """Read a page's letters back with their places."""
    page = document[number].get_textpage()
    found = []
    for index in range(page.count_chars()):
        letter = letters(chr(pypdfium2.raw.FPDFText_GetUnicode(page, index)))
        left, bottom, right, top = page.get_charbox(index, loose=True)
        if letter and (top - bottom) / _POINT < _WATERMARK:
            found.append(
                (height - (bottom + top) / 2 / _POINT, (left + right) / 2 / _POINT, letter)
            )
    return ReadPage(letters=tuple(sorted(found)))


def letters(text: str) -> str:
    """Return a text without blanks and marks of direction, for comparing what was read back."""
    return "".join(text.translate(_INVISIBLE).split())


_GENERAL = {
    "office_code": "BH001",
    "office_name": "ميناء خليفة بن سلمان",
    "manifest": "MAN-2026/4411",
    "exporter_name": "Anatolia Motor A.Ş.\nOrganize Sanayi Bölgesi 12\n34956 Istanbul",
    "reference_year": 2026,
    "reference_number": "A12345",
    "consignee_code": "5001234",
    "consignee_name": "شركة الخليج للسيارات ذ.م.م.\nص.ب. 1234\nالمنامة، البحرين",
    "declarant_code": "301",
    "declarant_name": "مكتب النور للتخليص (Al Noor Clearing)\nالمنامة",
    "consignment_country": "TR",
    "trading_country": "TR",
    "export_country": "TR",
    "export_country_name": "Türkiye",
    "destination_country": "BH",
    "destination_country_name": "البحرين",
    "arrival_identity": "MV ATLAS STAR",
    "arrival_nationality": "PA",
    "delivery_place": "Istanbul",
    "border_mode": "1",
    "goods_location": "KBSP-07",
    "declaration_place": "المنامة",
    "declaration_day": A_DAY,
    "representative": "فاطمة علي",
    "external_freight": Decimal("250.00"),
    "external_freight_currency": "USD",
    "external_freight_rate": Decimal("0.376"),
    "comments": "شحنة واحدة؛ لا خصومات.",
}


def many_containers(count: int, item: int = 1) -> tuple[Container, ...]:
    """Return containers of one item."""
    return tuple(
        Container(item_key=item, identity=f"MSCU{number:07}", goods=f"سيارات {number}")
        for number in range(1, count + 1)
    )
