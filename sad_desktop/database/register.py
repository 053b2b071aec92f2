"""Which lists of the office hold nothing at all."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import ColumnElement, Engine, exists, or_, select

from sad_desktop.brokerage.ledgers import Ledger
from sad_desktop.brokerage.register import KeptList
from sad_desktop.database.advance_cargo_tables import advance_cargo
from sad_desktop.database.company_tables import company_accounts, company_licences
from sad_desktop.database.digital_document_tables import digital_documents
from sad_desktop.database.engine import reading
from sad_desktop.database.ledger_tables import LEDGERS, price_cases
from sad_desktop.database.life_tables import goods_movements
from sad_desktop.database.manifest_tables import bills

_PRICES = LEDGERS[Ledger.PRICES]
_HOLDS: Mapping[KeptList, ColumnElement[bool]] = MappingProxyType(
    {
        KeptList.PAPERS: exists().where(company_licences.c.valid_until.is_not(None)),
        KeptList.ACCOUNTS: exists().where(company_accounts.c.left.is_not(None)),
        KeptList.BILLS: exists(select(bills.c.id)),
        KeptList.DOSSIERS: exists(select(advance_cargo.c.id)),
        KeptList.FILES: exists(select(digital_documents.c.digest)),
        KeptList.PRICES: or_(exists(select(_PRICES.c.id)), exists(select(price_cases.c.unit))),
        KeptList.LICENCES: exists(select(LEDGERS[Ledger.LICENCES].c.id)),
        KeptList.GUARANTEES: exists(select(LEDGERS[Ledger.GUARANTEES].c.id)),
        KeptList.BALANCES: exists(select(goods_movements.c.sequence)),
    }
)
"""Whether each list holds anything."""


def empty_lists(engine: Engine) -> frozenset[KeptList]:
    """Return the lists that hold nothing; raises StorageUnavailable."""
    wanted = select(*(held.label(name.value) for name, held in _HOLDS.items()))
    with reading(engine) as connection:
        row = connection.execute(wanted).mappings().one()
    return frozenset(name for name in _HOLDS if not row[name.value])
