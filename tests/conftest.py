"""What the whole run shares: what is collected is no garbage, passwords are hashed quickly."""

import gc
from collections.abc import Iterator

import pytest


def pytest_collection_finish() -> None:
    """Look for no garbage in thousands of collected tests, again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Keep passwords at the least cost Argon2id takes; the program's own is a test's subject."""
    from argon2 import PasswordHasher

    least = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sad_desktop.services.users._hasher", lambda: least)
        yield
