"""Templates: a declaration saved as a pattern, new ones begun from it, and what it has outlived."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sad_desktop.brokerage.conflict import Difference, differences
from sad_desktop.brokerage.register import Prefetched
from sad_desktop.brokerage.templates import Kept, Template, TemplateLine, asked, clear_shipment
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.edits import Edit, Entry, set_field
from sad_desktop.declaration.lists import remove_row
from sad_desktop.declaration.rows import Container
from sad_desktop.errors import UserError
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.book import TariffBook
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Finding
from sad_desktop.valuation.assess import Assessor

# SQLAlchemy is imported where the database is first used, as in workspace.py.

_RATES_CHANGED = "T-11"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlived:
    """What a template says that no longer holds.

    ``lapsed`` are findings at codes that are not in force, ``rates`` findings T-11; ``differing``
    is how the last declaration made from it differs beyond what every shipment changes, None when
    there is none.
    """

    lapsed: tuple[Finding, ...]
    rates: tuple[Finding, ...]
    differing: tuple[Difference, ...] | None


class Templates:
    """The templates of one office; every method may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def lines(self) -> tuple[TemplateLine, ...]:
        """Return the templates, last used or saved first."""
        from sad_desktop.database import templates

        return templates.lines(self._workspace.database())

    def load(self, template_id: str) -> Template:
        """Return a template; raises TemplateGone."""
        from sad_desktop.database import templates

        return templates.load(self._workspace.database(), template_id)

    @needs(Service.TEMPLATES)
    def save(
        self,
        name: str,
        draft: Draft,
        kept: Kept,
        desk: Desk,
        *,
        over: TemplateLine | None = None,
        at: datetime | None = None,
    ) -> TemplateLine:
        """Save a draft as a template, a new one or over another; raises UserError.

        Nothing of its file and of that file's figures is kept.
        """
        from sad_desktop.database import templates

        line = _line(name, draft, kept, over)
        line = replace(line, saved_at=at or datetime.now(UTC), saved_by=self._workspace.user)
        own = replace(draft, source=None, declared=None)
        template = Template(line=line, draft=own, rates=rates_of(own, desk))
        return templates.store(self._workspace.database(), template)

    @needs(Service.TEMPLATES)
    def rename(self, line: TemplateLine, name: str) -> TemplateLine:
        """Give a template another name; raises UserError, TemplateChanged, TemplateGone."""
        from sad_desktop.database import templates

        database = self._workspace.database()
        template = templates.load(database, line.id)
        named = replace(line, name=_named(name))
        return templates.store(database, replace(template, line=named))

    @needs(Service.TEMPLATES)
    def end(self, template_id: str, at: datetime | None) -> TemplateLine:
        """Offer a template no more from a moment on; None offers it again. Raises TemplateGone."""
        from sad_desktop.database import templates

        return templates.end(self._workspace.database(), template_id, at)

    @needs(Service.DECLARE)
    def note_use(self, template_id: str, declaration_id: str, at: datetime | None = None) -> None:
        """Remember that a declaration was begun from a template; raises TemplateGone."""
        from sad_desktop.database import templates

        moment = at or datetime.now(UTC)
        user = self._workspace.user
        database = self._workspace.database()
        templates.note_use(database, template_id, declaration_id, user, moment)

    def outlived(self, template: Template, desk: Desk) -> Outlived:
        """Return what of a template no longer holds, and what its last declaration changed."""
        from sad_desktop.database import declarations

        last = None
        if template.line.last_declaration:
            with suppress(UserError):  # it was deleted meanwhile
                found = declarations.load(
                    self._workspace.database(), template.line.last_declaration
                )
                last = found.draft
        return outlived(template, desk, last)


def template_of(name: str, draft: Draft) -> Template:
    """Return a draft as a template that is not on the shelf: begun from a file once."""
    own = replace(draft, source=None, declared=None)
    return Template(line=_line(name, draft, Kept(), None), draft=own)


def _line(name: str, draft: Draft, kept: Kept, over: TemplateLine | None) -> TemplateLine:
    declaration = draft.declaration
    first = declaration.items[0] if declaration.items else None
    goods = "" if first is None else first.commercial_description or first.tariff_description
    model = " ".join(filter(None, (declaration.declaration_type, declaration.general_procedure)))
    facts: dict[str, Any] = {
        "name": _named(name),
        "importer_code": declaration.consignee_code,
        "importer_name": declaration.consignee_name.partition("\n")[0],
        "declaration_model": model,
        "goods": goods.partition("\n")[0],
        "item_count": len(declaration.items),
        "kept": kept,
    }
    if over is not None:
        return replace(over, **facts)
    return TemplateLine(
        id=Workspace.new_id(), version=0, saved_at=datetime.now(UTC), saved_by="", **facts
    )


def _named(name: str) -> str:
    if not name.strip():
        raise UserError(QT_TRANSLATE_NOOP("UserError", "Give the template a name."))
    return name.strip()


def rates_of(draft: Draft, desk: Desk) -> dict[tuple[str, str], str]:
    """Return the tariff's rates of a draft's items on the desk's day, by code and tax."""
    rates: dict[tuple[str, str], str] = {}
    for code in dict.fromkeys(full_code(item) for item in draft.declaration.items):
        line = desk.book.line(code, desk.on) if code else None
        if line is not None:
            rates |= {(code, tax): rate for tax, rate in line.rates.items()}
    return rates


Foreseen = tuple[tuple[Place, ...], tuple[Place, ...]]
"""The fields that using a pattern clears, and those that are asked for anew."""


def expected(draft: Draft, kept: Kept) -> Foreseen:
    """Return the fields that using a draft as a template clears, and those asked for anew."""
    _, cleared = clear_shipment(draft, kept)
    return cleared, asked(draft, cleared, kept)


def begin(pattern: Draft, kept: Kept, desk: Desk) -> Draft:
    """Return the draft of a new declaration: the pattern cleared, the day's defaults filled in.

    Of its containers the rows stay, without what tells one container from another;
    ``without_blank_containers`` drops those that were given no number.
    """
    draft, _ = clear_shipment(pattern, kept)
    rows = tuple(
        Container(item_key=row.item_key, container_type=row.container_type, fullness=row.fullness)
        for row in pattern.declaration.containers
    )
    declaration = replace(draft.declaration, containers=rows, has_containers=bool(rows))
    draft = replace(draft, declaration=declaration, profile=desk.book.profile.code)
    return desk.begun(draft)


@dataclass(frozen=True, slots=True)
class Begun:
    """A new declaration of a pattern, and the fields asked for; assessed, for the first look."""

    draft: Draft
    asked: tuple[Place, ...]
    assessor: Assessor


def begun(pattern: Draft, kept: Kept, desk: Desk) -> Begun:
    """Return a new declaration of a pattern with all its screen needs; to be run beside it."""
    draft = begin(pattern, kept, desk)
    assessor = desk.by_law_of(draft).assessor()
    assessor.assess(draft.declaration, draft.declared)
    return Begun(draft, expected(pattern, kept)[1], assessor)


def without_blank_containers(draft: Draft) -> tuple[Edit, ...]:
    """Return what takes the containers without a number out of a draft; nothing if each has one."""
    edits: list[Edit] = []
    for number, row in reversed(tuple(enumerate(draft.declaration.containers))):
        place = Place("identity", 0, Rows.CONTAINERS, number)
        if not row.identity and place not in draft.rejected:
            edits.append(remove_row(draft, 0, Rows.CONTAINERS, number))
            draft = edits[-1].apply(draft)
    if edits and not draft.declaration.containers:
        edits.append(set_field(draft, Place("has_containers"), Entry(value=False)))
    return tuple(edits)


def outlived(template: Template, desk: Desk, last: Draft | None) -> Outlived:
    """Return what of a template no longer holds on the desk's day."""
    pattern, cleared = clear_shipment(template.draft, template.line.kept)
    note = assess_draft(pattern, desk.book, desk.on)
    findings = desk.check(pattern, note, Prefetched(template_rates=template.rates))
    differing = None
    if last is not None:
        every_time = set(cleared) | set(asked(template.draft, cleared, template.line.kept))
        differing = tuple(
            one
            for one in differences(pattern, last, pattern)
            if one.place not in every_time and one.place not in last.filled
        )
    return Outlived(
        lapsed=tuple(one for one in findings if _is_lapsed(pattern, one, desk.book, desk)),
        rates=tuple(one for one in findings if one.code == _RATES_CHANGED),
        differing=differing,
    )


def _is_lapsed(draft: Draft, finding: Finding, book: TariffBook, desk: Desk) -> bool:
    """Tell whether a finding stands at a code that is not in force."""
    place = finding.place
    try:
        lookup, value = place.definition().lookup, draft.value(place)
    except (KeyError, AttributeError, IndexError):
        return False  # a computed box, or a row that is not there
    if not lookup or not isinstance(value, str) or not value or not book.has_list(lookup):
        return False
    if lookup == "tariff" and place.item:
        return book.line(full_code(draft.declaration.item(place.item)), desk.on) is None
    return book.entry(lookup, value, desk.on) is None
