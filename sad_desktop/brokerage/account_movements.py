"""What moves on an account at customs: taken by a payment, given back with a voided receipt."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMovement:
    """What was taken (negative) or given back; ``left`` is None where no balance is followed."""

    account: str
    at: datetime
    by: str
    amount: Decimal
    left: Decimal | None = None
