"""Somebody signed in at a desk with some services, kept in the office's database as users are."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from sad_desktop.brokerage.users import Service, SignInRules, User
from sad_desktop.database import users
from sad_desktop.database.engine import writing
from sad_desktop.services.rights import Rights
from sad_desktop.services.workspace import Workspace

MOMENT = datetime(2026, 11, 2, 8, tzinfo=UTC)


def sign_in(workspace: Workspace, services: Iterable[Service], name: str = "ali") -> User:
    """Keep a user with exactly these services, and let him work at the desk."""
    user = User(name=name, first_name=name, services=frozenset(services))
    with writing(workspace.database()) as connection:
        users.write_rules(connection, SignInRules(is_on=True))
        known = users.by_name(connection, name)
        if known is None:
            key = users.add(connection, user, "", at=MOMENT, changed_by="test")
        else:
            key = known[0].id
            users.change(connection, replace(user, id=key), at=MOMENT, changed_by="test")
    stored = replace(user, id=key)
    workspace.use_rights(Rights(is_on=True, user=stored))
    return stored
