"""Items valued and taxed again and again: what did not change is not worked out anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import InvalidOperation

from sad_desktop.declaration.figures import ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.applicable import LawOfDay
from sad_desktop.valuation.apportion import Shares
from sad_desktop.valuation.declared_taxes import DeclaredTaxes
from sad_desktop.valuation.duties import item_note, plain_notes, with_totals
from sad_desktop.valuation.item_value import ItemValuer
from sad_desktop.valuation.note import ItemNote, ItemValue, Remark
from sad_desktop.valuation.plan import Planner
from sad_desktop.valuation.planned import Plan
from sad_desktop.valuation.value import Terms


@dataclass(slots=True)
class _Worked:
    """An item worked out: from what, and with what result; the note is put in last.

    ``plan`` is None where the taxes are those of a file.
    """

    item: Item
    figures: ItemFigures | None
    plan: Plan | None
    plan_remarks: tuple[Remark, ...]
    place: int
    shares: Shares
    value: ItemValue
    value_remarks: tuple[Remark, ...]
    note: ItemNote | None = None
    tax_remarks: tuple[Remark, ...] = ()


class ItemWork:
    """The items of one open declaration as they were worked out last."""

    def __init__(self) -> None:
        self._frame: tuple[Terms, LawOfDay, tuple[str, int] | None] | None = None
        self._planner: Planner | None = None
        self._of_file: DeclaredTaxes | None = None
        self._known: dict[int, _Worked] = {}

    def prepare(self, terms: Terms, law: LawOfDay, of_file: DeclaredTaxes | None) -> None:
        """Set what holds for all items; when it is not what held before, forget them all.

        ``of_file`` are the taxes of an imported file, where those count instead of the law.
        """
        frame = (terms, law, None if of_file is None else (of_file.form, of_file.decimals))
        if self._planner is None or frame != self._frame:
            self._frame = frame
            self._planner = Planner(law, terms)
            self._known = {}
        self._of_file = of_file

    def notes(
        self, items: Sequence[Item], valuer: ItemValuer, remarks: list[Remark]
    ) -> list[ItemNote]:
        """Return the notes of the items in their order, and tell what they met."""
        figures = {} if self._of_file is None else dict(self._of_file.declared.items)
        done: list[_Worked] = []
        waiting: dict[Plan, list[_Worked]] = {}
        for place, item in enumerate(items):
            worked = self._known.get(item.key)
            own = figures.get(item.key)
            if worked is None or worked.item is not item or worked.figures is not own:
                worked = self._valued(item, place, own, valuer)
            elif worked.place != place or worked.shares is not valuer.shares:
                self._value_again(worked, place, valuer)
            if worked.note is None:
                self._tax(worked, valuer.terms, waiting)
            done.append(worked)
        for plan, some in waiting.items():
            _tax_together(plan, some, valuer.terms)
        self._known = {worked.item.key: worked for worked in done}
        for worked in done:
            if worked.plan_remarks or worked.value_remarks or worked.tax_remarks:
                remarks += worked.plan_remarks + worked.value_remarks + worked.tax_remarks
        return [worked.note for worked in done if worked.note is not None]

    def _valued(
        self, item: Item, place: int, figures: ItemFigures | None, valuer: ItemValuer
    ) -> _Worked:
        """Value an item and find the taxes it meets."""
        met: list[Remark] = []
        plan = self._plan(item, met)
        plan_remarks = _taken(met)
        value = valuer.value(item, place, met)
        return _Worked(item, figures, plan, plan_remarks, place, valuer.shares, value, _taken(met))

    def _value_again(self, worked: _Worked, place: int, valuer: ItemValuer) -> None:
        """Value an item anew; the taxes it met and paid are kept where nothing can differ."""
        before, note = worked.value, worked.note
        worked.note = None
        worked.place, worked.shares = place, valuer.shares
        if not valuer.is_worth(before, place):
            met: list[Remark] = []
            worked.value = valuer.value(worked.item, place, met)
            worked.value_remarks = _taken(met)
            return
        value = worked.value = valuer.same_value(before, worked.item, place)
        if note is not None and worked.plan is not None:
            worked.note = ItemNote(value, note.taxes, note.taxes_total, note.guarantee)

    def _plan(self, item: Item, met: list[Remark]) -> Plan | None:
        if self._of_file is not None or self._planner is None:
            return None
        return self._planner.plan(item, met)

    def _tax(self, worked: _Worked, terms: Terms, waiting: dict[Plan, list[_Worked]]) -> None:
        """Tax an item, or let it wait for the others that meet the same percentages."""
        met: list[Remark] = []
        plan, of_file = worked.plan, self._of_file
        if plan is None:
            lines = () if of_file is None else of_file.lines_of(worked.item, worked.figures, met)
            worked.note = with_totals(worked.value, lines)
        elif plan.is_plain and not worked.item.manual_taxes:
            waiting.setdefault(plan, []).append(worked)
        else:
            worked.note = item_note(worked.item, worked.value, plan, terms, met)
        worked.tax_remarks = tuple(met)


def _tax_together(plan: Plan, some: Sequence[_Worked], terms: Terms) -> None:
    """Tax the items that meet the same percentages."""
    try:
        notes = plain_notes(plan, [worked.value for worked in some])
    except InvalidOperation:  # an amount too long for any currency
        notes = [item_note(one.item, one.value, plan, terms, []) for one in some]
    for worked, note in zip(some, notes, strict=True):
        worked.note = note


def _taken(met: list[Remark]) -> tuple[Remark, ...]:
    """Empty a list of remarks and return them."""
    if not met:
        return ()
    remarks = tuple(met)
    met.clear()
    return remarks
