"""Lists on paper: attached documents, containers, and the estimate a client gets."""

from collections.abc import Iterable

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import FieldDef, definitions
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.values import show
from sad_desktop.printing.layout_assessment import totals_blocks
from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Kind,
    Paragraph,
    Row,
    Table,
    Written,
)
from sad_desktop.printing.layout_subject import subject, title_of
from sad_desktop.printing.words import word
from sad_desktop.valuation.note import AssessmentNote

_DOCUMENT_COLUMNS = (
    ("document_code", 20, Kind.CODE),
    ("name", 60, Kind.TEXT),
    ("reference", 40, Kind.TEXT),
    ("issued", 22, Kind.CODE),
    ("valid_until", 22, Kind.CODE),
)
_CONTAINER_COLUMNS = (
    ("identity", 34, Kind.CODE),
    ("container_type", 18, Kind.CODE),
    ("fullness", 18, Kind.CODE),
    ("package_count", 22, Kind.AMOUNT),
    ("package_kind", 18, Kind.CODE),
    ("package_mass", 24, Kind.AMOUNT),
    ("gross_mass", 26, Kind.AMOUNT),
    ("goods", 60, Kind.TEXT),
)
_ITEM_SHARE = 12


def documents_list(draft: Draft, note: AssessmentNote) -> Written:
    """Return the list of attached documents with the item each belongs to."""
    rows = [
        (str(number), document)
        for number, item in enumerate(draft.declaration.items, start=1)
        for document in item.documents
    ]
    return Written(
        title=word("documents"),
        facts=subject(draft, note),
        blocks=(documents_table(rows),),
    )


def containers_list(draft: Draft, note: AssessmentNote) -> Written:
    """Return the list of containers with the item each belongs to."""
    numbers = {item.key: str(n) for n, item in enumerate(draft.declaration.items, start=1)}
    rows = [(numbers.get(row.item_key, ""), row) for row in draft.declaration.containers]
    return Written(
        title=word("containers"),
        facts=subject(draft, note),
        blocks=(containers_table(rows),),
        is_wide=True,
    )


def documents_table(rows: Iterable[tuple[str, Document]]) -> Table:
    """Return documents as a table, each with its item's number."""
    return _table(Document, _DOCUMENT_COLUMNS, rows)


def containers_table(rows: Iterable[tuple[str, Container]]) -> Table:
    """Return containers as a table, each with its item's number."""
    return _table(Container, _CONTAINER_COLUMNS, rows)


def client_estimate(draft: Draft, note: AssessmentNote) -> Written:
    """Return what a client is told the goods will cost at customs (S3-111)."""
    kept = draft.declaration
    client = kept.exporter_name if kept.declaration_type.startswith("EX") else kept.consignee_name
    blocks: list[Block] = [
        Facts(
            pairs=(
                (word("estimate_for"), client),
                (word("declarant"), kept.declarant_name.split("\n")[0]),
            )
        ),
        *totals_blocks(note),
        Paragraph(text=word("estimate_terms")),
    ]
    return Written(title=word("estimate"), facts=subject(draft, note), blocks=tuple(blocks))


def _table(
    model: type, shown: Iterable[tuple[str, int, Kind]], rows: Iterable[tuple[str, object]]
) -> Table:
    """Return a table of rows, each with the number of the item it belongs to."""
    columns = tuple(
        (
            definitions(model)[name],
            Column(title=title_of(definitions(model)[name]), share=share, kind=kind),
        )
        for name, share, kind in shown
    )
    first = Column(title=word("item"), share=_ITEM_SHARE, kind=Kind.AMOUNT)
    return Table(
        columns=(first, *(column for _, column in columns)),
        rows=tuple(
            Row(cells=(number, *(_shown(definition, row) for definition, _ in columns)))
            for number, row in rows
        ),
    )


def _shown(definition: FieldDef, row: object) -> str:
    return show(definition, getattr(row, definition.name))
