"""What was paid for goods that may leave again: for refunds on re-export."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Engine, select

from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.database.engine import reading
from sad_desktop.database.schema import declarations
from sad_desktop.declaration.status import Status

_PAID = [Status.PAID.value, Status.RELEASED.value]


def payment_days(engine: Engine, wanted: Iterable[PreviousGoods]) -> dict[PreviousGoods, date]:
    """Return the receipts' days of the declarations some goods came in by.

    Goods of declarations the office does not keep, or that are not paid, are left out. Raises
    StorageUnavailable.
    """
    own = declarations.c
    found: dict[PreviousGoods, date] = {}
    with reading(engine) as connection:
        for goods in wanted:
            rows = connection.execute(
                select(own.registration_day, own.receipt_day).where(
                    own.registration_number == goods.number,
                    own.registration_serial == goods.serial,
                    own.office_code == goods.office,
                    own.status.in_(_PAID),
                    own.receipt_day.is_not(None),
                )
            )
            for registered, paid in rows:
                if goods.number and (goods.year is None or registered.year == goods.year):
                    found[goods] = paid
    return found
