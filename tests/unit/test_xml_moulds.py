"""Figures put in by a mould give the very text that the long way gives."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import CostFigure, Figures, ItemFigures, TaxFigure
from sad_desktop.resources import resource
from sad_desktop.xml import moulds
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write

SAMPLES = [
    resource(f"samples/{name}.xml").read_bytes() for name in ("im4-assessed", "im4-seven-items")
]
AMOUNT = st.none() | st.decimals(0, 10**9, places=3)
COST = st.builds(
    CostFigure,
    foreign=AMOUNT,
    currency=st.sampled_from(["", "USD", "<&>"]),
    rate=AMOUNT,
    national=AMOUNT,
)
TAX = st.builds(
    TaxFigure,
    tax_code=st.sampled_from(["DTY", "VAT"]),
    base=AMOUNT,
    rate=AMOUNT,
    amount=AMOUNT,
    mode_of_payment=st.sampled_from(["", "1"]),
)
FIGURES = st.builds(
    ItemFigures,
    statistical_value=AMOUNT,
    alpha=AMOUNT,
    taxes_total=AMOUNT,
    taxes_mode=st.sampled_from(["", "1"]),
    invoice=COST,
    insurance=COST,
    cif=AMOUNT,
    taxes=st.lists(TAX, max_size=9).map(tuple),
)
ODDITIES = [
    (b"", b""),
    (b"<Taxation>", b"<!-- taxes --><Taxation>"),
    (b"<Taxation>", b'<Taxation kind="a>b">'),
    (b"<Valuation_item>", b"<Valuation_item>stray"),
    (b"<Taxation>", b"<Valuation_item/><Taxation>"),
    (b"<Total_CIF_itm>", b"<Total_CIF_itm>1</Total_CIF_itm><Total_CIF_itm>"),
    (b"<Item_Invoice>", b"<Odd><X>1</X></Odd><Item_Invoice>"),
    (b"<Duty_tax_MP>1</Duty_tax_MP>", b"<Duty_tax_MP><null/></Duty_tax_MP>"),
    (b"<Taxation_line>", b"<Taxation_line/><Taxation_line>"),
    (b"<Statistical_value>", b"<null/><Statistical_value>"),
    (b"\n", b"\r\n"),
    (b"\n", b"\n  "),
]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_short_way_writes_what_the_long_way_writes(data):
    old, new = data.draw(st.sampled_from(ODDITIES))
    content = data.draw(st.sampled_from(SAMPLES)).replace(old, new, data.draw(st.integers(-1, 3)))
    draft = read(content, "a.xml")
    figures = Figures(
        items=tuple((item.key, data.draw(FIGURES)) for item in draft.declaration.items)
    )
    assert written(draft, figures, moulds.MOST_MOULDS) == written(draft, figures, 0)


def written(draft: Draft, figures: Figures, most: int) -> bytes:
    """Return the file after an edit that makes every figure stale."""
    stale = replace(draft, declaration=replace(draft.declaration, exchange_rate=Decimal("7.77")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moulds, "MOST_MOULDS", most)
        return write(stale, figures)


def test_items_written_alike_share_a_mould(monkeypatch):
    learned = []
    make = moulds._Mould
    monkeypatch.setattr(moulds, "_Mould", lambda parts: learned.append(1) or make(parts))
    content = SAMPLES[1]
    items = re.findall(rb"<Item>.*?</Item>\s*", content, re.DOTALL)
    draft = read(content.replace(items[0], items[0] * 20), "a.xml")
    figures = ItemFigures(cif=Decimal("1.5"), invoice=CostFigure(national=Decimal(3)))
    keys = [item.key for item in draft.declaration.items]
    text = written(draft, Figures(items=tuple((key, figures) for key in keys)), 40)
    assert text.count(b"<Total_CIF_itm>1.5</Total_CIF_itm>") == len(keys) > 20
    assert len(learned) < len(items) + 1
