"""Column types that keep a value exactly, on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Dialect,
    Integer,
    Numeric,
    Select,
    Table,
    Text,
    insert,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from sad_desktop.declaration.fields import FieldDef, Kind

MOST_DIGITS_OF_INTEGER = 9


class ExactDecimal(TypeDecorator[Decimal]):
    """A number with every digit: NUMERIC on PostgreSQL, text on SQLite.

    Text sorts as text: no ORDER BY, SUM or comparison on such a column in SQL.
    """

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return text where NUMERIC would go through binary fractions."""
        return Text() if dialect.name == "sqlite" else Numeric()

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Write the number as it prints."""
        if value is None or dialect.name != "sqlite":
            return value
        return str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Read the number back."""
        if dialect.name == "sqlite" and value is not None:
            value = Decimal(value)
        number: Decimal | None = value
        return number


class Day(TypeDecorator[date]):
    """A calendar day: DATE on PostgreSQL, ISO text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return text on SQLite: its own processor formats each part anew."""
        return Text() if dialect.name == "sqlite" else Date()

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Write the day as year-month-day."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read the day back."""
        if dialect.name == "sqlite" and value is not None:
            value = date.fromisoformat(value)
        day: date | None = value
        return day


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: TIMESTAMP WITH TIME ZONE on PostgreSQL, ISO text on SQLite."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return text on SQLite, which knows no time zones."""
        return Text() if dialect.name == "sqlite" else DateTime(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write the moment in UTC; a moment without time zone is a bug."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        moment = value.astimezone(UTC)
        return moment.isoformat(timespec="microseconds") if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read the moment back in UTC."""
        if value is None:
            return None
        moment = datetime.fromisoformat(value) if dialect.name == "sqlite" else value
        return moment.astimezone(UTC)


def fetch_columns(connection: Connection, wanted: Select[Any]) -> list[Sequence[Any]]:
    """Return the rows of a selection column by column; no columns where there are no rows.

    SQLAlchemy's row objects would double the time to open a declaration of 999 items, and by
    column the many that are empty cost nothing.
    """
    result = connection.execute(wanted)
    assert result.cursor is not None  # noqa: S101 - a selection always has one
    columns: list[Sequence[Any]] = list(zip(*result.cursor.fetchall(), strict=True))
    result.close()
    if connection.dialect.name != "sqlite":
        return columns
    for position, (column, held) in enumerate(zip(wanted.selected_columns, columns, strict=False)):
        read = _FROM_TEXT.get(type(column.type))
        if read is not None:
            columns[position] = [None if one is None else read(one) for one in held]
    return columns


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Insert rows whose values are those of the named columns, in their order.

    On SQLite past SQLAlchemy's preparation of each row, which takes longer than the database.
    """
    if not rows:
        return
    if connection.dialect.name != "sqlite":
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
    for position, name in enumerate(names):
        spelled = _TO_TEXT.get(type(table.c[name].type))
        if spelled is not None:
            held = columns[position]
            columns[position] = [None if one is None else spelled(one) for one in held]
    quote = connection.dialect.identifier_preparer.quote
    listed = ", ".join(quote(name) for name in names)
    marks = ", ".join("?" * len(names))
    statement = f"INSERT INTO {quote(table.name)} ({listed}) VALUES ({marks})"  # noqa: S608 - names of the schema
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


_TO_TEXT: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {ExactDecimal: str, Day: date.isoformat}
)

_FROM_TEXT: Mapping[type, Callable[[Any], Any]] = MappingProxyType(
    {ExactDecimal: Decimal, Day: date.fromisoformat, Boolean: bool}
)

SEQUENCE = BigInteger().with_variant(Integer(), "sqlite")
"""A number given by the database; SQLite numbers INTEGER keys only."""


def column_type(definition: FieldDef) -> TypeEngine[Any]:
    """Return the column type of a field; lengths differ by country and are not the column's."""
    match definition.kind:
        case Kind.TEXT | Kind.LINES | Kind.CODE:
            return Text()
        case Kind.AMOUNT | Kind.QUANTITY | Kind.RATE:
            return ExactDecimal()
        case Kind.COUNT:
            return BigInteger() if definition.length > MOST_DIGITS_OF_INTEGER else Integer()
        case Kind.DAY:
            return Day()
        case Kind.FLAG:
            return Boolean()
