"""Users of the office: signing in and out, passwords, and what each may do.

Passwords are kept as Argon2id hashes (RFC 9106, the low-memory set of argon2-cffi). What this
protects is the program's own services; a database file that somebody copies is not encrypted.
"""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sad_desktop.brokerage.users import (
    Service,
    SignInRules,
    User,
    password_lacks,
    user_faults,
)
from sad_desktop.errors import UserError
from sad_desktop.services.rights import Rights, needs
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from sad_desktop.database.engine import Transaction
    from sad_desktop.services.workspace import Workspace

_EASY_TO_READ = "abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "+-=%"
_ONE_TIME_LENGTH = 12
_NO_HASH = ""
_WRONG = QT_TRANSLATE_NOOP("UserError", "The name or the password is wrong.")
_LOCKED = QT_TRANSLATE_NOOP(
    "UserError",
    "Too many wrong passwords: {name} is locked until {time}. A general user can unlock it.",
)
_INACTIVE = QT_TRANSLATE_NOOP(
    "UserError", "{name} may no longer sign in. Ask the general user to activate it."
)
_WEAK = QT_TRANSLATE_NOOP(
    "UserError", "The password does not satisfy the office's rule; choose a stronger one."
)
_SAME = QT_TRANSLATE_NOOP("UserError", "Choose a password other than the present one.")
_PRESENT_WRONG = QT_TRANSLATE_NOOP("UserError", "The present password is wrong.")
_FAULTY = QT_TRANSLATE_NOOP("UserError", "The user cannot be stored: {fault}")
_HAS_USERS = QT_TRANSLATE_NOOP(
    "UserError", "The office has users already; sign in as a general user."
)


class Users:
    """The users of a workspace's database; every method raises StorageUnavailable.

    ``now`` gives the moment, in UTC.
    """

    def __init__(self, workspace: "Workspace", now: Callable[[], datetime]) -> None:
        self._workspace = workspace
        self._now = now

    def rules(self) -> SignInRules:
        """Return how the office signs in."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return users.rules(connection)

    @needs(Service.USERS)
    def all(self) -> tuple[User, ...]:
        """Return every user by name."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return users.all_users(connection)

    def begin(self, first: User, password: str) -> User:
        """Turn sign-in on with the office's first user, the general user, who is signed in.

        S1-002. Raises UserError when there are users already, or the password is too weak.
        """
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        general = replace(first, id=0, is_general=True, is_active=True, must_change=False)
        with writing(self._workspace.database()) as connection:
            rules = users.rules(connection)
            if users.all_users_to_change(connection):
                raise UserError(_HAS_USERS)
            stored = self._added(connection, general, password, rules)
            users.write_rules(connection, replace(rules, is_on=True))
        self._workspace.use_rights(Rights(is_on=True, user=stored))
        return stored

    def sign_in(self, name: str, password: str) -> User:
        """Check a password and take the user's rights at this desk.

        Raises UserError, in the same words for an unknown name as for a wrong password; too
        many wrong ones lock the user for a while.
        """
        user = self._checked(name, password)
        self._workspace.use_rights(Rights(is_on=True, user=user))
        return user

    def sign_out(self) -> None:
        """Give the rights at this desk up; nothing can be done here until somebody signs in."""
        if self._workspace.rights.is_on:
            self._workspace.use_rights(Rights(is_on=True))

    def change_password(self, name: str, present: str, new: str) -> User:
        """Put another password in the place of one's own; raises UserError."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        user = self._checked(name, present)
        if present == new:
            raise UserError(_SAME)
        with writing(self._workspace.database()) as connection:
            _demand_strong(new, users.rules(connection), user.name)
            users.set_hash(connection, user.id, _hasher().hash(new))
            changed = replace(user, must_change=False)
            users.change(connection, changed, at=self._now(), changed_by=user.name)
        self._workspace.use_rights(Rights(is_on=True, user=changed))
        return changed

    @needs(Service.USERS)
    def add(self, user: User) -> tuple[User, str]:
        """Store a new user; returns it with the one-time password to be handed over.

        Raises UserError with what is wrong with the user.
        """
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        password = one_time_password()
        fresh = replace(user, id=0, must_change=True, failures=0, locked_until=None)
        with writing(self._workspace.database()) as connection:
            stored = self._added(connection, fresh, password, users.rules(connection))
        return stored, password

    @needs(Service.USERS)
    def change(self, user: User) -> User:
        """Store what a user may do from now on, or that it may no longer sign in."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            others = users.all_users_to_change(connection)
            _demand_sound(user, others)
            users.change(connection, user, at=self._now(), changed_by=self._workspace.user)
        present = self._workspace.rights.user
        if present is not None and present.id == user.id:
            self._workspace.use_rights(Rights(is_on=True, user=user))
        return user

    @needs(Service.USERS)
    def reset(self, user_id: int) -> str:
        """Give a user a one-time password and unlock it; returns the password."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        password = one_time_password()
        with writing(self._workspace.database()) as connection:
            user, _ = users.by_id(connection, user_id)
            users.set_hash(connection, user_id, _hasher().hash(password))
            changed = replace(user, must_change=True, failures=0, locked_until=None)
            users.change(connection, changed, at=self._now(), changed_by=self._workspace.user)
        return password

    @needs(Service.USERS)
    def set_rules(self, rules: SignInRules) -> None:
        """Store how the office signs in; turned off, everybody may do everything again."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        with writing(self._workspace.database()) as connection:
            users.write_rules(connection, rules)
        self._workspace.use_rights(replace(self._workspace.rights, is_on=rules.is_on))

    def _added(
        self, connection: "Transaction", user: User, password: str, rules: SignInRules
    ) -> User:
        from sad_desktop.database import users  # start-up cost

        others = users.all_users_to_change(connection)
        _demand_sound(user, others)
        _demand_strong(password, rules, user.name)
        by = self._workspace.user if others else user.name
        key = users.add(connection, user, _hasher().hash(password), at=self._now(), changed_by=by)
        return replace(user, id=key)

    def _checked(self, name: str, password: str) -> User:
        """Return the user whose name and password these are; counts what is wrong."""
        from sad_desktop.database import users  # start-up cost
        from sad_desktop.database.engine import writing

        now = self._now()
        with writing(self._workspace.database()) as connection:
            found = users.by_name(connection, name)
            user, known = found if found is not None else (None, _NO_HASH)
            refused = _refusal(user, now)
            is_right = _is_right(known, password)  # as slow for a name nobody has
            if user is not None and refused is None:
                rules = users.rules(connection)
                counted = _counted(user, rules, now, is_right=is_right)
                if counted != user:
                    users.change(connection, counted, at=now, changed_by=user.name)
                if is_right:
                    return counted
                refused = _refusal(counted, now) or UserError(_WRONG)
        raise refused or UserError(_WRONG)


def one_time_password() -> str:
    """Return a password that satisfies every rule and reads well from paper."""
    pools = list(_EASY_TO_READ)
    signs = [secrets.choice(pool) for pool in pools]
    signs += [secrets.choice("".join(pools[:3])) for _ in range(_ONE_TIME_LENGTH - len(signs))]
    secrets.SystemRandom().shuffle(signs)
    return "".join(signs)


def _counted(user: User, rules: SignInRules, now: datetime, *, is_right: bool) -> User:
    """Return the user after a password was tried."""
    if is_right:
        return replace(user, failures=0, locked_until=None)
    failures = user.failures + 1
    if failures < rules.attempts:
        return replace(user, failures=failures)
    until = now + timedelta(minutes=rules.lock_minutes)
    return replace(user, failures=0, locked_until=until)


def _refusal(user: User | None, now: datetime) -> UserError | None:
    """Return why a user may not sign in whatever the password is."""
    if user is None:
        return None
    if not user.is_active:
        return UserError(_INACTIVE, {"name": user.name})
    if user.locked_until is not None and user.is_locked(now):
        time = user.locked_until.astimezone().strftime("%H:%M")
        return UserError(_LOCKED, {"name": user.name, "time": time})
    return None


def _demand_sound(user: User, others: Iterable[User]) -> None:
    for fault in user_faults(user, others):
        raise UserError(_FAULTY, {"fault": fault.message}, texts={"fault": "User"})


def _demand_strong(password: str, rules: SignInRules, name: str) -> None:
    if password_lacks(password, rules, name):
        raise UserError(_WEAK)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher, profiles  # start-up cost

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


def _is_right(known: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError  # start-up cost

    hasher = _hasher()
    try:
        return hasher.verify(known or hasher.hash(""), password) and bool(known)
    except (VerificationError, InvalidHashError):
        return False


def system_user() -> str:
    """Return the name the operating system knows the user by, "" for none."""
    import getpass  # start-up cost

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Python before 3.13 says it in three ways
        return ""
