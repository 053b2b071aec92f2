"""Begin a declaration that takes goods out of an earlier one: only what the ledger has left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sad_desktop.brokerage.follow_up import Holding, Portion, follow_up
from sad_desktop.brokerage.life import HOLDING
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document
from sad_desktop.errors import UserError
from sad_desktop.services.desk import Desk
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.behaviour_circumstances import PREVIOUS, REQUESTED
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.text import QT_TRANSLATE_NOOP

_MOST_PROCEDURES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What may follow an assessed declaration.

    ``procedures`` are those whose previous part is the requested one of an item that has goods
    left; ``holdings`` are such items in their order.
    """

    draft: Draft
    holdings: tuple[Holding, ...]
    procedures: tuple[ListEntry, ...]

    def holdings_for(self, procedure: str) -> tuple[Holding, ...]:
        """Return the items a procedure may take goods out of."""
        return tuple(one for one in self.holdings if _follows(procedure, one.item.procedure))


class FollowUps:
    """Every method may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def offer(self, declaration_id: str, desk: Desk) -> Offer:
        """Return what is left of a declaration's goods and which procedures may take it.

        Raises NotStored, and UserError where nothing is held.
        """
        from sad_desktop.database import declarations, goods

        database = self._workspace.database()
        draft = declarations.load(database, declaration_id).draft
        items = dict(_named(draft))
        kept = goods.holdings(database, items) if draft.status in HOLDING else {}
        holdings = tuple(
            Holding(goods=one, item=items[one], entered=entered, left=left)
            for one, (entered, left) in kept.items()
        )
        holdings = tuple(one for one in holdings if one.leading)
        procedures = _procedures(desk, holdings)
        if not procedures:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "No goods of this declaration are left under a procedure that another one "
                    "may end. Box 40 of later declarations tells where they went.",
                )
            )
        return Offer(draft=draft, holdings=holdings, procedures=procedures)

    @needs(Service.DECLARE)
    def begin(
        self, offer: Offer, procedure: ListEntry, portions: Sequence[Portion], desk: Desk
    ) -> Draft:
        """Return the draft of the follow-up, not stored; raises NotEnoughGoods, UserError."""
        model = procedure.facts.get("models", "").split()[0]
        entry = desk.book.entry("models", model, desk.on)
        former = procedure.code[PREVIOUS]
        draft = follow_up(
            offer.draft,
            portions,
            model=model,
            procedure=procedure.code,
            is_export=entry is not None and entry.facts.get("flow") == "export",
            leaves_warehouse=former in desk.book.profile.warehouse_procedures,
        )
        if former not in desk.book.profile.warehouse_procedures:
            draft = _with_previous_document(draft, offer.draft, desk)
        return desk.begun(draft)


def _with_previous_document(draft: Draft, earlier: Draft, desk: Desk) -> Draft:
    """Name the earlier declaration among the documents of what ends a temporary regime (S3-076).

    The flag ``previous_document`` of the profile is its code; without one nothing is named.
    """
    code = desk.book.profile.flags.get("previous_document", "")
    if not code or not draft.declaration.items:
        return draft
    entry = desk.book.entry("documents", code, desk.on)
    first, *others = draft.declaration.items
    row = Document(
        document_code=code,
        name=entry.name(desk.language) if entry is not None else "",
        reference=first.previous_document,
        issued=earlier.declaration.registration_day,
    )
    items = (replace(first, documents=(row, *first.documents)), *others)
    return replace(draft, declaration=replace(draft.declaration, items=items))


def _named(draft: Draft) -> list[tuple[PreviousGoods, Item]]:
    """Return the items of a registered declaration as box 40 of another one names them."""
    kept = draft.declaration
    year = kept.registration_day.year if kept.registration_day else None
    return [
        (
            PreviousGoods(
                office=kept.office_code,
                year=year,
                serial=kept.registration_serial,
                number=kept.registration_number,
                item_number=number,
            ),
            item,
        )
        for number, item in enumerate(kept.items, start=1)
    ]


def _procedures(desk: Desk, holdings: Sequence[Holding]) -> tuple[ListEntry, ...]:
    query = LookupQuery(list_name="procedures", text="", on=desk.on, limit=_MOST_PROCEDURES)
    found = (
        entry
        for entry in desk.book.search(query)
        if entry.facts.get("previous") == "yes" and entry.facts.get("models")
    )
    wanted = (
        entry
        for entry in found
        if any(_follows(entry.code, one.item.procedure) for one in holdings)
    )
    return tuple(sorted(wanted, key=lambda entry: entry.code))


def _follows(procedure: str, earlier: str) -> bool:
    return bool(earlier) and procedure[PREVIOUS] == earlier[REQUESTED]
