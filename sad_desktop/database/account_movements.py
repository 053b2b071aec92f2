"""Accounts at customs: what a payment takes from one, what a voided receipt gives back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from sad_desktop.brokerage.account_movements import AccountMovement
from sad_desktop.brokerage.payments import PaymentRequest, left_after
from sad_desktop.database.company_tables import companies, company_accounts
from sad_desktop.database.engine import alone
from sad_desktop.database.payment_tables import account_movements


def move(
    connection: Connection,
    request: PaymentRequest,
    account: str,
    amount: Decimal,
    owners: Iterable[str],
    *,
    by: str,
    at: datetime,
) -> None:
    """Take an amount from an account, a negative one gives back; and record it.

    ``owners`` are the codes of the declaration's parties: where two companies have an account of
    the same code, theirs is meant. Raises PaymentRefused when it is not covered (PAY-04).
    """
    alone(connection, companies)
    row = _account(connection, request.profile, account, frozenset(owners))
    left = None
    if row is not None and row.left is not None:
        left = left_after(account, row.left, amount)
        its = company_accounts.c
        own = (its.company_id == row.company_id) & (its.row == row.row)
        connection.execute(update(company_accounts).where(own).values(left=left))
        # An editor that shows the former balance must not write it back.
        company = companies.c.id == row.company_id
        connection.execute(
            update(companies)
            .where(company)
            .values(version=companies.c.version + 1, stored_at=at, stored_by=by)
        )
    connection.execute(
        insert(account_movements),
        {
            "profile": request.profile,
            "account": account,
            "request_id": request.id,
            "at": at,
            "done_by": by,
            "amount": -amount,
            "left": left,
        },
    )


def movements_of(
    connection: Connection, request_ids: Iterable[int]
) -> Mapping[int, tuple[AccountMovement, ...]]:
    """Return what moved for some requests, at most some hundreds, oldest first."""
    its = account_movements.c
    wanted = select(account_movements).where(its.request_id.in_(list(request_ids)))
    found: dict[int, list[AccountMovement]] = {}
    for row in connection.execute(wanted.order_by(its.id)):
        found.setdefault(row.request_id, []).append(
            AccountMovement(
                account=row.account, at=row.at, by=row.done_by, amount=row.amount, left=row.left
            )
        )
    return {request: tuple(moved) for request, moved in found.items()}


def _account(
    connection: Connection, profile: str, account: str, owners: frozenset[str]
) -> Row[Any] | None:
    wanted = (
        select(company_accounts, companies.c.code.label("owner"))
        .join(companies, companies.c.id == company_accounts.c.company_id)
        .where(
            companies.c.profile == profile,
            companies.c.merged_into.is_(None),
            company_accounts.c.code == account,
        )
        .order_by(company_accounts.c.company_id, company_accounts.c.row)
    )
    found = connection.execute(wanted).all()
    return next((row for row in found if row.owner in owners), found[0] if found else None)
