"""The list of dossiers: state in words, parties, what is next, days left of the ACID."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication

from sad_desktop.brokerage.advance_cargo import Dossier, Phase, State
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_terms import (
    days_left,
    file_by,
    next_deadline,
    valid_until,
)
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.dossier_words import acid_words, day_words, due_words, state_words
from sad_desktop.forms.lookup_lists import Column as Found
from sad_desktop.forms.lookup_lists import Searched
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.advance_cargo_finders import exporter_entries
from sad_desktop.tariff.lookup import normalise, searchable

STATE, IMPORTER, NEXT, LEFT, ACID, EXPORTER = range(6)
COLUMN_SAMPLES = (
    "Amendment asked",
    "MMMMMMMMMM",
    "request until 00/00/0000 00:00",
    "000",
    "0000 0000 0000 0000 000 M",
    "MMMMMMMMMM",
)
"""A text each column must be wide enough for."""
_SOON = 30
"""Days before its end from which a validity is shown as a warning."""


class DossierList(TextModel):
    """Dossiers that what is typed finds, the latest first."""

    def __init__(self, parent: QObject) -> None:
        columns = (
            Column(title=self.tr("State"), kind=Kind.TEXT),
            Column(title=self.tr("Importer"), kind=Kind.TEXT),
            Column(title=self.tr("Next"), kind=Kind.TEXT),
            Column(title=self.tr("Days left"), kind=Kind.COUNT),
            Column(title="ACID", kind=Kind.CODE),
            Column(title=self.tr("Exporter"), kind=Kind.TEXT),
        )
        super().__init__(columns, parent)
        self._dossiers: tuple[Dossier, ...] = ()

    def show_dossiers(
        self,
        dossiers: Iterable[Dossier],
        typed: str,
        law: AdvanceCargoLaw,
        now: datetime,
        *,
        closed_too: bool,
    ) -> None:
        """Show the dossiers what is typed finds; closed ones only if they are wanted."""
        wanted = normalise(typed).split()
        self._dossiers = tuple(
            one
            for one in dossiers
            if (closed_too or one.phase is not Phase.CLOSED) and _holds(one, wanted)
        )
        self.show_rows([_row(one, law, now) for one in self._dossiers])

    def dossier(self, row: int) -> Dossier | None:
        """Return the dossier of a row."""
        return self._dossiers[row] if 0 <= row < len(self._dossiers) else None

    def row_of(self, dossier_id: int) -> int:
        """Return the row of a dossier, -1 when it is not shown."""
        ids = [one.id for one in self._dossiers]
        return ids.index(dossier_id) if dossier_id in ids else -1


def exporters(dossiers: Iterable[Dossier]) -> Searched:
    """Return the finder's list of the exporters of dossiers."""
    known = searchable(exporter_entries(dossiers))
    translate = QCoreApplication.translate
    return Searched(
        search=lambda query: known.find(query.text, query.limit),
        columns=(
            Found(translate("DossierList", "Country"), lambda one: one.facts["exporter_country"]),
            Found(translate("DossierList", "E-mail"), lambda one: one.facts["exporter_email"]),
        ),
        code_title=translate("DossierList", "Registration"),
        name_title=translate("DossierList", "Exporter"),
        has_one_name=True,
    )


def is_late(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> bool:
    """Tell whether a time limit of a dossier has passed."""
    due = next_deadline(dossier, law, now)
    return due is not None and due.at < now


def _row(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> Row:
    ours = colours(QGuiApplication.palette())
    left = days_left(dossier, law, now.date()) if dossier.state is State.ACCEPTED else None
    inks: dict[int, str] = {}
    if left is not None and left <= _SOON:
        inks[LEFT] = ours.invalid if left < 0 else ours.warning
    if is_late(dossier, law, now):
        inks[NEXT] = ours.invalid
    elif _is_near(dossier, law, now):
        inks[NEXT] = ours.warning
    due = next_deadline(dossier, law, now) if dossier.phase is not Phase.CLOSED else None
    last = valid_until(dossier, law)
    return Row(
        (
            state_words(dossier),
            dossier.importer_name or dossier.importer_code,
            due_words(due),
            "" if left is None else f"{left:,}",
            acid_words(dossier),
            dossier.exporter_name,
        ),
        colours=inks,
        hint=day_words(last),
    )


def _is_near(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> bool:
    """Tell whether a request not filed yet has a day left at most."""
    last = file_by(dossier, law, now) if dossier.state is State.DRAFT else None
    return last is not None and (last - now).days < 1


def _holds(dossier: Dossier, wanted: list[str]) -> bool:
    if not wanted:
        return True
    numbers = " ".join(acid.text for acid in dossier.acids)
    whole = normalise(
        f"{numbers} {acid_words(dossier)} {dossier.importer_code} {dossier.importer_name} "
        f"{dossier.exporter_name} {dossier.exporter_registration} {dossier.order} {dossier.bill} "
        f"{dossier.vessel} {' '.join(one.number for one in dossier.invoices)}"
    )
    return all(word in whole for word in wanted)
