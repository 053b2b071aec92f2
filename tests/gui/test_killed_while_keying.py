"""The program is killed while somebody keys: what is older than two seconds is on the disk."""

import random
import time
from dataclasses import fields
from operator import itemgetter

import pytest

from sad_desktop.declaration.draft import Draft
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal, Recovered

AT_ONCE = 5
GRACE = 2.0
"""Seconds after which a change is safe (issue: 'within 2 seconds of a change')."""


def texts_of(found: Recovered) -> set[str]:
    """Everything that stands in any box of a recovered draft, and in the box being typed in."""
    draft: Draft = found.draft
    values = {str(getattr(draft.declaration, field.name)) for field in fields(draft.declaration)}
    for item in draft.declaration.items:
        values |= {str(getattr(item, field.name)) for field in fields(item)}
    values |= set(draft.rejected.values())
    if found.focused is not None:
        values.add(found.focused[1])
    return values


def newest_number(found: Recovered) -> int:
    numbers = [int(text[1:]) for text in texts_of(found) if text[:1] == "K" and text[1:].isdigit()]
    return max(numbers, default=0)


@pytest.mark.parametrize("first", range(0, 20, AT_ONCE))
def test_nothing_older_than_two_seconds_is_missing_after_a_kill(first, tmp_path, warm_clerks):
    begun = [
        (warm_clerks.begin("keying", tmp_path / str(seed), seed), tmp_path / str(seed), seed)
        for seed in range(first, first + AT_ONCE)
    ]
    ends = []
    for clerk, folder, seed in begun:
        clerk.until_it_speaks()
        began = clerk.said()[0][0]
        ends.append((began + 0.3 + random.Random(seed).random() * 3.0, clerk, folder))
    for end, clerk, folder in sorted(ends, key=itemgetter(0)):
        time.sleep(max(0, end - time.monotonic()))
        assert_safe(clerk.kill(), clerk.said(), folder)


def assert_safe(killed, keyed, folder):
    old = [int(text[1:]) for moment, text in keyed if moment < killed - GRACE]
    recovery = Journal(Paths(folder)).recovered()
    assert not recovery.notices
    if old:
        assert len(recovery.drafts) == 1
        assert newest_number(recovery.drafts[0]) >= max(old)
