"""Desks of one office keying at once on a server, whatever happens to it."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import Stored
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import ServerUnreachable
from sad_desktop.paths import Paths
from sad_desktop.services.workspace import Workspace

PATIENCE = 60


class Desk(threading.Thread):
    """One desk: its own data folder, the office's server, and a clerk who gives nothing up."""

    def __init__(self, folder: Path, url: str, name: str, work: Callable[["Desk"], None]) -> None:
        super().__init__(name=name)
        self.workspace = Workspace(Paths(folder / name), user=name, database_url=url)
        self.refusals = 0
        self.conflicts = 0
        self.error: BaseException | None = None
        self._work = work

    def run(self) -> None:
        try:
            self._work(self)
        except BaseException as error:  # noqa: BLE001 - told on the test's own thread
            self.error = error
        finally:
            self.workspace.close()

    def insist(self, do: Callable[[], Stored]) -> Stored:
        """Do something on the server, again until it answers."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return do()
            except ServerUnreachable:
                self.refusals += 1
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def store(self, declaration_id: str, draft: Draft, version: int) -> Stored:
        """Store a draft, again until the server answers."""
        return self.insist(lambda: self.workspace.store(declaration_id, draft, version))

    def add_one(self, declaration_id: str) -> None:
        """Add one to the invoice of a declaration others work on, too."""
        while True:
            stored = self.insist(lambda: self.workspace.load(declaration_id))
            declaration = stored.draft.declaration
            more = replace(
                declaration, invoice_amount=(declaration.invoice_amount or Decimal(0)) + 1
            )
            try:
                self.store(declaration_id, replace(stored.draft, declaration=more), stored.version)
            except Conflict:
                self.conflicts += 1
                continue
            return


def key_in(desk: Desk, number: int) -> None:
    """Key a declaration, store it, correct it, and store it again."""
    declaration_id = f"{desk.name}-{number}"
    item = Item(key=1, commodity_code="87032319", commercial_description="سيارة ركوب")
    declaration = Declaration(reference_number=declaration_id, items=(item,))
    first = desk.store(declaration_id, Draft(declaration=declaration), 0)
    corrected = replace(declaration, comments="corrected")
    desk.store(declaration_id, Draft(declaration=corrected), first.version)


def finish(desks: list[Desk]) -> None:
    """Wait for every desk; what failed at one is raised here."""
    for desk in desks:
        desk.join(PATIENCE * 10)
        if desk.error is not None:
            raise desk.error
        assert not desk.is_alive()
