"""The program's own file holds a draft whole."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from sad_desktop.declaration.draft import Draft, Place, Source
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import FileRefused
from sad_desktop.xml import native
from sad_desktop.xml.native_read import read
from tests.strategies import drafts


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drafts())
def test_whatever_a_draft_holds_comes_back(draft: Draft):
    assert read(native.write(draft), "d.sad") == draft
