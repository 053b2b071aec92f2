"""Which successor of an ended tariff line an importer's product was given last."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select, tuple_

from sad_desktop.database.engine import reading, writing
from sad_desktop.database.schema import successor_choices

Product = tuple[str, str]
"""The folded name of a product and its former code."""


def choices(engine: Engine, importer: str, products: Collection[Product]) -> Mapping[Product, str]:
    """Return the successors an importer's products were given."""
    kept = successor_choices.c
    wanted = select(kept.product, kept.former_code, kept.code).where(
        kept.importer == importer,
        tuple_(kept.product, kept.former_code).in_(list(products)),
    )
    with reading(engine) as connection:
        return {(product, former): code for product, former, code in connection.execute(wanted)}


def remember(
    engine: Engine, importer: str, chosen: Mapping[Product, str], *, user: str, at: datetime
) -> None:
    """Keep the successors an importer's products were given, in place of those before."""
    if not chosen:
        return
    kept = successor_choices.c
    with writing(engine) as connection:
        connection.execute(
            delete(successor_choices).where(
                kept.importer == importer,
                tuple_(kept.product, kept.former_code).in_(list(chosen)),
            )
        )
        connection.execute(
            insert(successor_choices),
            [
                {
                    "importer": importer,
                    "product": product,
                    "former_code": former,
                    "code": code,
                    "stored_by": user,
                    "stored_at": at.astimezone(UTC),
                }
                for (product, former), code in chosen.items()
            ],
        )
