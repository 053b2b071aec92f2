"""Who may do what in the office: users, the services granted to them, and passwords' rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sad_desktop.declaration.model import Declaration
from sad_desktop.text import QT_TRANSLATE_NOOP


class Service(StrEnum):
    """What can be granted to a user (FEATURES S1-001); the value is kept in the database.

    Reading, searching, printing and tracking are open to everybody who is signed in. Users are
    looked after by the general user only (S1-024).
    """

    DECLARE = "declare"
    REGISTER = "register"
    REVERSE = "reverse"
    PAY = "pay"
    COMPANIES = "companies"
    MANIFESTS = "manifests"
    LISTS = "lists"
    TEMPLATES = "templates"
    OFFICE = "office"
    USERS = "users"


GRANTABLE = tuple(service for service in Service if service is not Service.USERS)
"""What a normal user can be granted; the general user has all of it, and the users."""

SERVICE_TITLES = {
    Service.DECLARE: QT_TRANSLATE_NOOP("Service", "Key and store declarations"),
    Service.REGISTER: QT_TRANSLATE_NOOP("Service", "Register and assess"),
    Service.REVERSE: QT_TRANSLATE_NOOP("Service", "Cancel and amend"),
    Service.PAY: QT_TRANSLATE_NOOP("Service", "Payment and release"),
    Service.COMPANIES: QT_TRANSLATE_NOOP("Service", "Companies"),
    Service.MANIFESTS: QT_TRANSLATE_NOOP("Service", "Manifests and bills of lading"),
    Service.LISTS: QT_TRANSLATE_NOOP("Service", "Tariff, code lists and exchange rates"),
    Service.TEMPLATES: QT_TRANSLATE_NOOP("Service", "Templates and past declarations"),
    Service.OFFICE: QT_TRANSLATE_NOOP("Service", "Settings of the office, backup and restore"),
    Service.USERS: QT_TRANSLATE_NOOP("Service", "Users"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who signs in. ``name`` is what is typed to sign in, "" before it is known.

    ``id`` is 0 until the user is stored. ``companies`` are the codes of the companies the user
    acts for (S1-029), none for all. ``locked_until`` is set after too many wrong passwords.
    """

    id: int = 0
    name: str = ""
    first_name: str = ""
    last_name: str = ""
    civil_id: str = ""
    mobile: str = ""
    email: str = ""
    is_general: bool = False
    services: frozenset[Service] = frozenset()
    companies: frozenset[str] = frozenset()
    is_active: bool = True
    must_change: bool = False
    failures: int = 0
    locked_until: datetime | None = None

    @property
    def full_name(self) -> str:
        """The user's own name, as lists show it."""
        return f"{self.first_name} {self.last_name}".strip() or self.name

    def may(self, service: Service) -> bool:
        """Tell whether a service is granted; the general user has them all (S1-026)."""
        return self.is_active and (self.is_general or service in self.services)

    def acts_for(self, declaration: Declaration) -> bool:
        """Tell whether one of a declaration's traders is a company the user acts for (S1-029).

        One that names no trader yet is anybody's.
        """
        traders = {declaration.consignee_code, declaration.exporter_code} - {""}
        return (
            self.is_general or not self.companies or not traders or bool(traders & self.companies)
        )

    def is_locked(self, now: datetime) -> bool:
        """Tell whether no password is taken at a moment."""
        return self.locked_until is not None and now < self.locked_until


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInRules:
    """How the office signs in: kept with its declarations, the same at every desk.

    Off for an office of one. ``least_length`` to ``needs_symbol`` are the rule of passwords
    (S0-002, S1-025); ``attempts`` wrong passwords lock a user for ``lock_minutes``; a desk
    nobody touches for ``idle_minutes`` asks for the password again, 0 never.
    """

    is_on: bool = False
    least_length: int = 8
    needs_upper: bool = True
    needs_lower: bool = True
    needs_digit: bool = True
    needs_symbol: bool = False
    attempts: int = 5
    lock_minutes: int = 15
    idle_minutes: int = 15


@dataclass(frozen=True, slots=True)
class UserFault:
    """What keeps a user from being stored: the field, and a text of the context ``User``."""

    field: str
    message: str


NO_NAME = QT_TRANSLATE_NOOP("User", "Give the name the user signs in with.")
NAME_TAKEN = QT_TRANSLATE_NOOP("User", "Another user signs in with this name; choose another.")
NO_OWN_NAME = QT_TRANSLATE_NOOP("User", "Give the user's first or last name.")
NO_SERVICE = QT_TRANSLATE_NOOP("User", "Grant at least one service.")
NO_GENERAL = QT_TRANSLATE_NOOP("User", "One general user must remain who can sign in.")
BAD_EMAIL = QT_TRANSLATE_NOOP("User", "An e-mail address is written name@office.example.")

TOO_SHORT = QT_TRANSLATE_NOOP("User", "at least {length} signs")
NEEDS_UPPER = QT_TRANSLATE_NOOP("User", "a capital letter")
NEEDS_LOWER = QT_TRANSLATE_NOOP("User", "a small letter")
NEEDS_DIGIT = QT_TRANSLATE_NOOP("User", "a digit")
NEEDS_SYMBOL = QT_TRANSLATE_NOOP("User", "a sign that is no letter or digit")
HOLDS_NAME = QT_TRANSLATE_NOOP("User", "not the user's name in it")


def folded_name(name: str) -> str:
    """Return the name a user signs in with as names are compared."""
    return " ".join(name.split()).casefold()


def user_faults(user: User, others: Iterable[User]) -> tuple[UserFault, ...]:
    """Return what is wrong with a user among the office's other users (S1-025, S1-027)."""
    rest = [other for other in others if other.id != user.id]
    own = folded_name(user.name)
    has_general = any(one.is_general and one.is_active for one in (user, *rest))
    faults = (
        ("name", NO_NAME, not own),
        ("name", NAME_TAKEN, bool(own) and own in {folded_name(other.name) for other in rest}),
        ("first_name", NO_OWN_NAME, not (user.first_name.strip() or user.last_name.strip())),
        ("services", NO_SERVICE, not user.is_general and not user.services & {*GRANTABLE}),
        ("is_general", NO_GENERAL, not has_general),
        ("email", BAD_EMAIL, bool(user.email) and not _is_address(user.email)),
    )
    return tuple(UserFault(field, message) for field, message, is_wrong in faults if is_wrong)


def password_lacks(password: str, rules: SignInRules, name: str = "") -> tuple[str, ...]:
    """Return what the rule of passwords asks for and a password lacks, as texts of ``User``."""
    own = folded_name(name)
    wanted = (
        (TOO_SHORT, len(password) < rules.least_length),
        (NEEDS_UPPER, rules.needs_upper and not any(sign.isupper() for sign in password)),
        (NEEDS_LOWER, rules.needs_lower and not any(sign.islower() for sign in password)),
        (NEEDS_DIGIT, rules.needs_digit and not any(sign.isdigit() for sign in password)),
        (NEEDS_SYMBOL, rules.needs_symbol and all(sign.isalnum() for sign in password)),
        (HOLDS_NAME, len(own) > 2 and own in password.casefold()),
    )
    return tuple(text for text, is_lacking in wanted if is_lacking)


def _is_address(text: str) -> bool:
    local, at, domain = text.strip().partition("@")
    return bool(local and at and "." in domain.strip(".") and " " not in text.strip())
