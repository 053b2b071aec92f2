"""Each of the manual's pictures: what is shown, and what somebody did before."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PIL import Image, ImageDraw
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog

from sad_desktop.brokerage.conflict import Conflict, differences
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.forms.conflict import ConflictDialog
from sad_desktop.forms.document_tab import (
    ASSESSMENT,
    COMPARISON,
    CONTAINERS,
    DETAILS,
    DOCUMENTS,
    FURTHER,
    ITEMS,
    PREVIEW,
    SHEET,
    VALUATION,
)
from sad_desktop.forms.documents import Asked
from sad_desktop.forms.exchange import ExchangeRoom
from sad_desktop.forms.first_start import FirstStart, proposed
from sad_desktop.forms.harvest import HarvestRoom
from sad_desktop.forms.history import HistoryTab
from sad_desktop.forms.list_imports import ListImportDialog
from sad_desktop.forms.lists import ListsRoom
from sad_desktop.forms.manifest_import import ManifestImportDialog
from sad_desktop.forms.manifests import ManifestsRoom
from sad_desktop.forms.recovered import RecoveredDrafts
from sad_desktop.forms.rooms import Room
from sad_desktop.forms.templates import TemplatesRoom
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.services.exchange import open_file
from sad_desktop.services.journal import Recovered, Recovery
from tools.manual_office import ASSESSED, SEVEN_ITEMS, now
from tools.manual_rooms import RoomScenes, Take

LEDGERS = ("usual_prices", "offences", "licences", "guarantees")
RATES = "code,rate,valid_from\nUSD,0.376,2026-12-01\nEUR,0.4391,2026-12-01\nKWD,1.2247,2026-12-01\n"
BILL_ROWS = "number,packages,gross_mass,consignee\nGF1340071,12,310,Al Waha Trading\n"


class Scenes(RoomScenes):
    """What one photographer takes; each leaves the window as it found it."""

    def all(self) -> Mapping[str, Take]:
        """Return who takes each picture, in an order that disturbs none."""
        one = self.one
        return {
            "window": one.whole,
            "tour": self.tour,
            "findings": self.findings,
            "sheet": lambda: one.part(SHEET, 640),
            "further": lambda: one.part(FURTHER, 560),
            "containers": lambda: one.part(CONTAINERS, 360),
            "valuation": lambda: one.part(VALUATION),
            "items": lambda: one.part(ITEMS),
            "assessment": lambda: one.part(ASSESSMENT),
            "why": self.why,
            "what-if": lambda: one.part(COMPARISON),
            "documents": lambda: one.part(DOCUMENTS),
            "digital-document": self.digital_document,
            "preview": lambda: one.part(PREVIEW),
            "print": lambda: one.of_command("print"),
            "print-several": lambda: one.of_command("print_several"),
            "finder": self.finder,
            "differences": lambda: one.of_command("differences"),
            "save-template": lambda: one.of_command("save_template"),
            "price-check": lambda: one.of_command("check_prices"),
            "keys": lambda: one.of_command("keys"),
            "details": self.details,
            "versions": self.versions,
            "register": self.register,
            "follow-up": self.follow_up,
            "conflict": self.conflict,
            "recovered": self.recovered,
            "first-start": self.first_start,
            "companies": lambda: one.room("companies", self._first_company),
            "duplicates": lambda: one.room("companies", self._duplicates),
            "manifests": lambda: one.room("manifests", self._first_voyage),
            "bill": lambda: one.room("manifests", self._first_bill),
            "manifest-import": self.manifest_import,
            "templates": lambda: one.room("templates"),
            "begin-template": self.begin_template,
            "harvest": self.harvest,
            "exchange": self.exchange,
            "export": self.export,
            **{name: self._ledger(name) for name in LEDGERS},
            "lists": lambda: one.room("lists", self._a_tariff_line),
            "list-import": self.list_import,
            "tracking": self.tracking,
            "advance_cargo": self.advance_cargo,
            "payments": self.payments,
            "payment-result": self.payment_result,
            "due-dates": lambda: one.room("due_dates"),
            "regime-needs": self.regime_needs,
            "settings": lambda: one.room("settings"),
            "manual": lambda: one.room("manual"),
            "users": self.users,
            "sign-in": self.sign_in,
        }

    def tour(self) -> QPixmap:
        """Take the second stop of the tour."""
        self.workplace.run("tour")
        tour = self.workplace.help.tour
        if tour is None:
            raise TypeError("the tour did not begin")
        tour.next_button.click()
        picture = self.one.whole()
        tour.end()
        return picture

    def why(self) -> QPixmap:
        """Take the explanation of the total."""
        part = self.one.tab().show_part(ASSESSMENT)
        return self.one.of_dialog(part.total.click)

    def digital_document(self) -> QPixmap:
        """Take a scanned invoice beside its row."""
        scan = self.one.folder / "invoice.png"
        invoice().save(scan)
        tab = self.one.tab()
        item = tab.document.draft.declaration.items[0]
        asked = Asked(
            item=item.key,
            row=0,
            count=len(item.documents),
            paper=item.documents[0],
            given=[scan],
        )

        return self.one.of_dialog(lambda: tab.digital_document_requested.emit(asked))

    def finder(self) -> QPixmap:
        """Take the finder on the commodity code."""
        item = self.one.document().draft.declaration.items[0].key
        place = Place("commodity_code", item)
        self.one.tab().go_to(place)
        return self.one.of_dialog(
            lambda: self.workplace.commands.open_finder(place),
            lambda dialog: dialog.line.setText("8703"),
        )

    def details(self) -> QPixmap:
        """Take the history of a released declaration."""
        self.one.show_stored("t12120")
        part = self.one.tab().show_part(DETAILS)
        self.one.settle()
        assert isinstance(part, HistoryTab)  # noqa: S101 - the part of that name
        choose_row(part.view, 1)
        picture = self.one.centre()
        self.workplace.run("close")
        return picture

    def versions(self) -> QPixmap:
        """Take two versions of an amended declaration side by side."""
        self.one.show_stored("t12123")
        life = self.one.life()
        stored = self.program.workspace.load("t12123")
        stored = life.amend(stored.id, stored.version, self._said("Quantity", "كمية"))
        self.workplace.run("close")
        self.one.show_stored("t12123")
        document = self.one.document()
        item = document.draft.declaration.items[0].key
        document.enter(Place("net_mass", item), "301.5")
        document.enter(Place("package_count", item), "17")
        self.workplace.run("save")
        self.one.settle()
        part = self.one.tab().show_part(DETAILS)
        self.one.settle()
        assert isinstance(part, HistoryTab)  # noqa: S101 - the part of that name
        picture = self.one.of_dialog(part.versions_button.click)
        self.workplace.run("close")
        return picture

    def register(self) -> QPixmap:
        """Take the question of registering, with warnings that wait."""
        self.one.show_stored("t12124")
        document = self.one.document()
        item = document.draft.declaration.items[1].key
        document.enter(Place("adjustment", item), "1.1")
        document.enter(Place("package_count", item), "9")
        self.workplace.run("save")
        self.one.settle()
        picture = self.one.of_command("register")
        self.workplace.run("close")
        return picture

    def follow_up(self) -> QPixmap:
        """Take what leaves a warehouse."""
        self.one.show_stored("t12119")
        picture = self.one.of_command("follow_up")
        self.workplace.run("close")
        return picture

    def regime_needs(self) -> QPixmap:
        """Take what the regime of a warehouse entry demands."""
        self.one.show_stored("t12119")
        picture = self.one.of_command("regime_needs")
        self.workplace.run("close")
        return picture

    def conflict(self) -> QPixmap:
        """Take two desks that changed one declaration."""
        stored = self.program.workspace.load("t12124")
        base = stored.draft
        theirs = _changed(base, invoice_amount=Decimal("2180.500"), delivery_place="Hidd")
        mine = _changed(base, invoice_amount=Decimal("2185.000"), manifest="2026 1147")
        by = self._said("Ali", "علي")
        other = replace(stored, draft=theirs, stored_by=by, stored_at=now())
        found = Conflict(other, differences(base, theirs, mine))
        dialog = ConflictDialog(found, mine, str(self.one.language), self.one.window)
        return self.one.of_dialog(dialog.open)

    def recovered(self) -> QPixmap:
        """Take what the next start offers after a power cut."""
        drafts = tuple(
            Recovered(
                document=path.stem,
                draft=open_file(path),
                base_version=base,
                focused=None,
                program="1.0",
                written=now(),
            )
            for base, path in enumerate((SEVEN_ITEMS, ASSESSED))
        )
        dialog = RecoveredDrafts(Recovery(drafts=drafts, notices=()), parent=self.one.window)
        return self.one.of_dialog(dialog.open)

    def first_start(self) -> QPixmap:
        """Take the questions of the first start."""
        dialog = FirstStart(proposed(self.one.settings), self.one.window)
        return self.one.of_dialog(dialog.open)

    def manifest_import(self) -> QPixmap:
        """Take bills of a table beside the voyage they belong to."""
        file = self.one.folder / "bills.csv"
        file.write_text(BILL_ROWS, encoding="utf-8")
        room = self._opened("manifests")
        assert isinstance(room, ManifestsRoom)  # noqa: S101 - made by its name
        room.show_target("manifest:3")
        self.one.settle()

        def read(dialog: QDialog) -> None:
            assert isinstance(dialog, ManifestImportDialog)  # noqa: S101 - the button's
            dialog.read(file)

        picture = self.one.of_dialog(room.buttons.bring_in.click, read)
        self._closed(room)
        return picture

    def begin_template(self) -> QPixmap:
        """Take what is cleared when a template is used."""
        room = self._opened("templates")
        assert isinstance(room, TemplatesRoom)  # noqa: S101 - made by its name
        picture = self.one.of_dialog(room.begin)
        self._closed(room)
        return picture

    def harvest(self) -> QPixmap:
        """Take what two past declarations teach."""

        def add(room: Room) -> None:
            assert isinstance(room, HarvestRoom)  # noqa: S101 - made by its name
            room.add_paths([self._past()])
            self.one.settle()

        return self.one.room("harvest", add)

    def exchange(self) -> QPixmap:
        """Take files that were imported, one of them damaged."""

        def add(room: Room) -> None:
            assert isinstance(room, ExchangeRoom)  # noqa: S101 - made by its name
            room.show_page(room.importing)
            room.importing.add_paths([self._past()])
            self.one.settle()
            room.importing.run()
            self.one.settle()

        return self.one.room("exchange", add)

    def export(self) -> QPixmap:
        """Take declarations ticked to be exported."""

        def show(room: Room) -> None:
            assert isinstance(room, ExchangeRoom)  # noqa: S101 - made by its name
            room.show_page(room.exporting)
            self.one.settle()

        return self.one.room("exchange", show)

    def list_import(self) -> QPixmap:
        """Take exchange rates that are looked at before they are imported."""
        file = self.one.folder / "rates.csv"
        file.write_text(RATES, encoding="utf-8")
        room = self._opened("lists")
        assert isinstance(room, ListsRoom)  # noqa: S101 - made by its name
        room.choose("exchange_rates")
        self.one.settle()

        def read(dialog: QDialog) -> None:
            assert isinstance(dialog, ListImportDialog)  # noqa: S101 - the button's
            dialog.read(file)

        picture = self.one.of_dialog(room.import_button.click, read)
        self._closed(room)
        return picture

    def findings(self) -> QPixmap:
        """Take the lower part of the window, with the findings of two faults."""
        document = self.one.document()
        self.one.tab().show_part(SHEET)
        document.enter(Place("border_mode"), "")
        document.enter(Place("invoice_amount"), "12,3x4")
        self.workplace.run("verify")
        picture = self.one.whole()
        document.undo_stack.undo()
        document.undo_stack.undo()
        top = picture.height() * 2 // 5
        return picture.copy(0, top, picture.width(), picture.height() - top)


def invoice() -> Image.Image:
    """Draw an invoice as a scanner would deliver it."""
    image = Image.new("RGB", (1240, 900), "#fbfaf6")
    draw = ImageDraw.Draw(image)
    draw.text((80, 60), "COMMERCIAL INVOICE", fill="#222", font_size=44)
    draw.text(
        (80, 130),
        "Bright Harbour Household Export Co., Ltd\nBH-26-1187   06/10/2026",
        fill="#333",
        font_size=26,
    )
    for row in range(9):
        top = 260 + row * 60
        draw.line((80, top, 1160, top), fill="#999")
        draw.text(
            (90, top + 14),
            f"{row + 1}   Gas cooker, 4 burners, model {row + 11}",
            fill="#333",
            font_size=24,
        )
        draw.text((950, top + 14), f"USD {(row + 3) * 117}.00", fill="#333", font_size=24)
    return image


def _changed(draft: Draft, **changes: object) -> Draft:
    return replace(draft, declaration=replace(draft.declaration, **changes))
