"""Companies in the database: whole values in, whole values out; nobody's change is overwritten."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from sad_desktop.brokerage.companies import Account, AccountKind, Company, Licence, Role
from sad_desktop.database.company_tables import (
    companies,
    company_accounts,
    company_licences,
    suppliers,
)
from sad_desktop.database.engine import alone
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_TEXTS = (
    *("profile", "code", "en", "ar", "address_en", "address_ar", "country", "phone", "email"),
    "notes",
)
_MOST_AT_ONCE = 500
_Made = TypeVar("_Made")


class CompanyChanged(UserError):
    """Another desk changed the company meanwhile; nothing was overwritten."""

    def __init__(self, name: str, who: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{who} changed {name} after you opened it. Open it again, and key your changes "
                "once more.",
            ),
            {"name": name, "who": who},
        )


class CodeTaken(UserError):
    """Another company has the code."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Code {code} belongs to {name} already. Open that company, or merge the two.",
            ),
            {"code": code, "name": name},
        )


def stamp(connection: Connection) -> tuple[int, int]:
    """Return what differs after every change of a company."""
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(companies.c.version), 0))
    ).one()
    return int(row[0]), int(row[1])


def load_all(connection: Connection, profile: str) -> tuple[Company, ...]:
    """Return every company of a country's law, also ended and merged ones, as they were keyed."""
    return _read(connection, companies.c.profile == profile)


def load(connection: Connection, company_id: int) -> Company:
    """Return a company; raises UserError when it is gone."""
    found = _read(connection, companies.c.id == company_id)
    if not found:
        raise UserError(QT_TRANSLATE_NOOP("UserError", "The company is no longer in the database."))
    return found[0]


def with_codes(connection: Connection, profile: str, codes: Iterable[str]) -> tuple[Company, ...]:
    """Return the companies of these codes that were not merged into others."""
    own = companies.c.code.in_(sorted(codes)) & (companies.c.profile == profile)
    return _read(connection, own & companies.c.merged_into.is_(None))


def store(connection: Connection, company: Company, *, at: datetime, user: str) -> Company:
    """Insert a company, or put it in the place of the version it began with; returns it as kept.

    Raises CompanyChanged when that version is no longer the newest, CodeTaken.
    """
    alone(connection, companies)
    _refuse_taken(connection, company)
    row = {
        **{name: getattr(company, name) for name in _TEXTS},
        "roles": " ".join(sorted(company.roles)),
        "former": json.dumps(company.former, ensure_ascii=False),
        "ended": company.ended,
        "merged_into": company.merged_into or None,
        "version": company.version + 1,
        "stored_at": at.astimezone(UTC),
        "stored_by": user,
    }
    if company.id:
        number = company.id
        same = (companies.c.id == number) & (companies.c.version == company.version)
        if not connection.execute(update(companies).where(same).values(row)).rowcount:
            load(connection, number)
            who = connection.scalar(select(companies.c.stored_by).where(companies.c.id == number))
            raise CompanyChanged(company.name("en"), str(who))
    else:
        number = int(connection.scalar(insert(companies).returning(companies.c.id), row) or 0)
    _store_rows(connection, number, company)
    return load(connection, number)


def remember_supplier(
    connection: Connection, profile: str, importer: str, company_id: int, at: datetime
) -> None:
    """Keep that an importer bought from a supplier, and when it did last."""
    link = {"profile": profile, "importer": importer, "company_id": company_id}
    _link(connection, link, at.astimezone(UTC))


def suppliers_of(connection: Connection, profile: str, importer: str) -> tuple[Company, ...]:
    """Return an importer's suppliers, last used first."""
    ids = connection.scalars(
        select(suppliers.c.company_id)
        .where(suppliers.c.profile == profile, suppliers.c.importer == importer)
        .order_by(suppliers.c.last_used.desc(), suppliers.c.company_id)
    ).all()
    read = _in_parts(list(ids), lambda some: _read(connection, companies.c.id.in_(some)))
    found = {company.id: company for company in read}
    return tuple(found[one] for one in ids)


def balances(connection: Connection, profile: str, codes: Iterable[str]) -> Mapping[str, Decimal]:
    """Return what is left on the accounts of these codes whose balance is kept."""
    rows = connection.execute(
        select(company_accounts.c.code, company_accounts.c.left)
        .join(companies, companies.c.id == company_accounts.c.company_id)
        .where(
            companies.c.profile == profile,
            companies.c.merged_into.is_(None),
            company_accounts.c.code.in_(sorted(codes)),
            company_accounts.c.left.is_not(None),
        )
    )
    return {row.code: row.left for row in rows}


def move_links(connection: Connection, gone: Company, kept: Company) -> None:
    """Let suppliers and importers of a merged company belong to the one that is kept."""
    own = suppliers.c.company_id == gone.id
    if gone.code and gone.code != kept.code:
        of_importer = (suppliers.c.importer == gone.code) & (suppliers.c.profile == gone.profile)
        own = own | of_importer
    rows = connection.execute(select(suppliers).where(own)).all()
    connection.execute(delete(suppliers).where(own))
    for row in rows:
        link = {
            "profile": row.profile,
            "importer": kept.code if row.importer == gone.code else row.importer,
            "company_id": kept.id if row.company_id == gone.id else row.company_id,
        }
        _link(connection, link, row.last_used)


def _link(connection: Connection, link: Mapping[str, object], last_used: datetime) -> None:
    """Keep a link of an importer with a supplier, once, with the last time it was used."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    linked = dialect.insert(suppliers).values(**link, last_used=last_used)
    newer = linked.excluded.last_used
    connection.execute(
        linked.on_conflict_do_update(
            index_elements=list(link),
            set_={"last_used": newer},
            where=suppliers.c.last_used < newer,
        )
    )


def _refuse_taken(connection: Connection, company: Company) -> None:
    if not company.code or company.merged_into:
        return
    for other in with_codes(connection, company.profile, [company.code]):
        if other.id != company.id:
            raise CodeTaken(company.code, other.name("en"))


def _store_rows(connection: Connection, number: int, company: Company) -> None:
    licences: list[dict[str, object]] = [
        {"name": one.name, "number": one.number, "valid_until": one.valid_until}
        for one in company.licences
    ]
    accounts: list[dict[str, object]] = [
        {"code": one.code, "kind": str(one.kind), "left": one.left} for one in company.accounts
    ]
    for table, rows in ((company_licences, licences), (company_accounts, accounts)):
        connection.execute(delete(table).where(table.c.company_id == number))
        numbered = [{**row, "company_id": number, "row": at} for at, row in enumerate(rows)]
        if numbered:
            connection.execute(insert(table), numbered)


def _read(connection: Connection, condition: ColumnElement[bool]) -> tuple[Company, ...]:
    rows = connection.execute(select(companies).where(condition).order_by(companies.c.id)).all()
    ids = [row.id for row in rows]
    licences = _hanging(connection, company_licences, ids, _licence)
    accounts = _hanging(connection, company_accounts, ids, _account)
    return tuple(
        Company(
            id=row.id,
            version=row.version,
            **{name: getattr(row, name) for name in _TEXTS},
            roles=frozenset(map(Role, row.roles.split())),
            former=tuple(json.loads(row.former)),
            ended=row.ended,
            merged_into=row.merged_into or 0,
            licences=licences.get(row.id, ()),
            accounts=accounts.get(row.id, ()),
        )
        for row in rows
    )


def _hanging(
    connection: Connection, table: Table, ids: list[int], made: Callable[[Row[Any]], _Made]
) -> Mapping[int, tuple[_Made, ...]]:
    found: dict[int, list[_Made]] = {}

    def rows_of(some: list[int]) -> Iterable[Row[Any]]:
        own = select(table).where(table.c.company_id.in_(some)).order_by(table.c.row)
        return connection.execute(own)

    for row in _in_parts(ids, rows_of):
        found.setdefault(row.company_id, []).append(made(row))
    return {company: tuple(some) for company, some in found.items()}


def _licence(row: Row[Any]) -> Licence:
    return Licence(name=row.name, number=row.number, valid_until=row.valid_until)


def _account(row: Row[Any]) -> Account:
    left: Decimal | None = row.left
    return Account(code=row.code, kind=AccountKind(row.kind), left=left)


def _in_parts(ids: list[int], read: Callable[[list[int]], Iterable[_Made]]) -> Iterable[_Made]:
    """Read by many keys, so many at once as a statement takes."""
    for start in range(0, len(ids), _MOST_AT_ONCE):
        yield from read(ids[start : start + _MOST_AT_ONCE])
