"""Golden files: ``pytest tests/golden --update-golden`` writes them anew, for review as a diff."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def updates_golden(request):
    """Tell whether golden files are written instead of compared."""
    return bool(request.config.getoption("--update-golden", default=False))
