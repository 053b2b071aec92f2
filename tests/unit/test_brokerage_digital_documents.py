"""What a country takes of a digital document."""

from dataclasses import replace

from sad_desktop.brokerage.digital_documents import DigitalDocument, FileKind, Limit


def test_limits_are_those_of_the_profile():
    limit = Limit.of({"document_bytes": "1000", "document_pixels": "500"})
    fits = DigitalDocument(digest="", kind=FileKind.PNG, size=1000, width=500, height=500)
    assert limit.is_kept_by(fits)
    assert not limit.is_kept_by(replace(fits, size=1001))
    assert not limit.takes(replace(fits, size=1001))
    assert not limit.is_kept_by(replace(fits, height=501))
    assert limit.takes(replace(fits, height=501))
    assert Limit.of({}).is_kept_by(replace(fits, size=10**9))
