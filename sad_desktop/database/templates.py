"""Store, list and load templates; remember which declarations were begun from them."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    Select,
    delete,
    insert,
    outerjoin,
    select,
    update,
)

from sad_desktop.brokerage.templates import Kept, Template, TemplateLine
from sad_desktop.database import plain
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.schema import declarations
from sad_desktop.database.template_tables import template_uses, templates
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_OF_LINE = tuple(column for column in templates.c if column.name not in ("draft", "rates"))


class TemplateGone(UserError):
    """The template is not, or no longer, in the database."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "The template is no longer in the database.")
        )


class TemplateChanged(UserError):
    """Somebody changed the template meanwhile; nothing was overwritten."""

    def __init__(self, who: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{who} changed this template after you opened it; nothing was stored. Look at it "
                "again, or save yours under another name.",
            ),
            {"who": who},
        )


def store(engine: Engine, template: Template) -> TemplateLine:
    """Store a template over the version it began with (0: a new one), and return its line.

    Raises TemplateChanged, TemplateGone, StorageUnavailable.
    """
    line = template.line
    row = _row(template)
    with writing(engine) as connection:
        if not line.version:
            connection.execute(insert(templates), {**row, "id": line.id, "version": 1})
            return _line_of(connection, line.id)
        same = (templates.c.id == line.id) & (templates.c.version == line.version)
        changed = connection.execute(
            update(templates).where(same), {**row, "version": line.version + 1}
        )
        if not changed.rowcount:
            raise TemplateChanged(_line_of(connection, line.id).saved_by)
        return _line_of(connection, line.id)


def lines(engine: Engine) -> tuple[TemplateLine, ...]:
    """Return the templates, last used or saved first; raises StorageUnavailable."""
    with reading(engine) as connection:
        uses = _last_uses(connection)
        found = [_line(row, uses) for row in connection.execute(select(*_OF_LINE))]
    return tuple(sorted(found, key=_freshness, reverse=True))


def load(engine: Engine, template_id: str) -> Template:
    """Return a template; raises TemplateGone, StorageUnavailable."""
    with reading(engine) as connection:
        row = connection.execute(select(templates).where(templates.c.id == template_id)).first()
        if row is None:
            raise TemplateGone
        return Template(
            line=_line(row, _last_uses(connection, template_id)),
            draft=plain.draft_from(json.loads(row.draft), None),
            rates=_rates_from(row.rates),
        )


def end(engine: Engine, template_id: str, at: datetime | None) -> TemplateLine:
    """Offer a template no more from a moment on; None offers it again. Raises TemplateGone."""
    its = templates.c.id == template_id
    with writing(engine) as connection:
        connection.execute(update(templates).where(its), {"ended_at": at and at.astimezone(UTC)})
        return _line_of(connection, template_id)


def note_use(
    engine: Engine, template_id: str, declaration_id: str, user: str, at: datetime
) -> None:
    """Remember that a declaration was begun from a template; raises TemplateGone."""
    use = {
        "declaration_id": declaration_id,
        "template_id": template_id,
        "used_at": at.astimezone(UTC),
        "used_by": user,
    }
    with writing(engine) as connection:
        _line_of(connection, template_id)
        its = template_uses.c.declaration_id == declaration_id
        connection.execute(delete(template_uses).where(its))
        connection.execute(insert(template_uses), use)


def rates_of(engine: Engine, declaration_id: str) -> Mapping[tuple[str, str], str]:
    """Return the rates of the day its template was saved; none where there was no template."""
    its = template_uses.c.declaration_id == declaration_id
    wanted = select(templates.c.rates).join(template_uses).where(its)
    with reading(engine) as connection:
        found = connection.scalar(wanted)
    return _rates_from(found) if found else {}


def _row(template: Template) -> dict[str, Any]:
    line = template.line
    names = ("name", "importer_code", "importer_name", "declaration_model", "goods", "item_count")
    return {
        **{name: getattr(line, name) for name in names},
        "keeps_amounts": line.kept.amounts,
        "keeps_masses": line.kept.masses,
        "keeps_taxes": line.kept.taxes,
        "saved_at": line.saved_at,
        "saved_by": line.saved_by,
        "draft": json.dumps(plain.plain_draft(template.draft)),
        "rates": json.dumps([[code, tax, rate] for (code, tax), rate in template.rates.items()]),
    }


def _rates_from(text: str) -> dict[tuple[str, str], str]:
    return {(code, tax): rate for code, tax, rate in json.loads(text)}


def _line_of(connection: Connection, template_id: str) -> TemplateLine:
    row = connection.execute(select(*_OF_LINE).where(templates.c.id == template_id)).first()
    if row is None:
        raise TemplateGone
    return _line(row, _last_uses(connection, template_id))


def _line(row: Row[Any], uses: Mapping[str, tuple[datetime, str]]) -> TemplateLine:
    used_at, declaration = uses.get(row.id, (None, ""))
    return TemplateLine(
        id=row.id,
        version=row.version,
        name=row.name,
        importer_code=row.importer_code,
        importer_name=row.importer_name,
        declaration_model=row.declaration_model,
        goods=row.goods,
        item_count=row.item_count,
        kept=Kept(amounts=row.keeps_amounts, masses=row.keeps_masses, taxes=row.keeps_taxes),
        saved_at=row.saved_at,
        saved_by=row.saved_by,
        used_at=used_at,
        last_declaration=declaration,
        ended_at=row.ended_at,
    )


def _last_uses(connection: Connection, template_id: str = "") -> Mapping[str, tuple[datetime, str]]:
    """Return of each template when it was last used, and the last declaration stored of it."""
    stored = template_uses.c.declaration_id == declarations.c.id
    wanted: Select[Any] = (
        select(template_uses.c.template_id, template_uses.c.used_at, declarations.c.id)
        .select_from(outerjoin(template_uses, declarations, stored))
        .order_by(template_uses.c.used_at)
    )
    if template_id:
        wanted = wanted.where(template_uses.c.template_id == template_id)
    uses: dict[str, tuple[datetime, str]] = {}
    for row in connection.execute(wanted):
        _, former = uses.get(row.template_id, (None, ""))
        uses[row.template_id] = row.used_at, row.id or former
    return uses


def _freshness(line: TemplateLine) -> tuple[datetime, str]:
    return max(filter(None, (line.used_at, line.saved_at))), line.name
