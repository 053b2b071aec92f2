"""What an ASYCUDA file says arrives in the draft."""

from decimal import Decimal
from pathlib import Path

import pytest

from sad_desktop.xml.read import read

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"

# items, forms, packages, invoice currency, invoice amount, CIF, total taxes, containers, documents
TOTALS = {
    "albania-im4-86-items.xml": (86, 30, "483", "EUR", "7881.48", "1344601", "364713", 0, 51),
    "albania-im4-containers-two-currencies.xml": (
        *(9, 4, "648", "EUR", "14643", "2208289", "904326", 9, 9),
    ),
    "albania-im4-mode2.xml": (1, 1, "1", "EUR", "6516", "887349", "180464", 0, 10),
    "albania-im4-unverified-draft.xml": (1, 1, "9", "EUR", "6000", "819240", None, 0, 0),
    "albania-im7-suspended.xml": (1, 1, "1", "EUR", "15992", "2222536", "2996", 0, 8),
    "grenada-blank.xml": (1, 1, None, "", "0", "0", None, 0, 0),
    "grenada-ex9-writeoff.xml": (1, 1, "1", "XCD", "5.57", "5.57", "0", 0, 0),
    "grenada-im7-assessed-3-items.xml": (3, 2, "1", "USD", "2079.5", "6172.63", "370.36", 0, 1),
    "jamaica-imr4-header-only.xml": (0, 4, "50", "JMD", "6800", "6800", "10445.47", 0, 0),
    "nepal-im4-119-items.xml": (119, 41, "12", "", "2108.89", "474575.07", None, 0, 0),
    "tool-easycustoms-119-items.xml": (119, 1, "12", "", "2108.89", "474575.07", None, 0, 0),
    "tool-jaxb-7-tax-slots.xml": (1, 1, "1", "EUR", "6516", "885720", "180464", 0, 0),
    "tool-waternut-4-items.xml": (4, 1, "1", "USD", "4266.52", None, None, 0, 0),
    "tool-xmport-3-items.xml": (3, 2, None, "USD", "231.64", "266.39", "0", 0, 3),
}


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.samples
@pytest.mark.parametrize("name", sorted(TOTALS))
def test_a_real_file_opens_with_its_items_and_totals(name: str):
    if not SAMPLES.is_dir():
        pytest.skip(f"{name} is not beside the project")
    draft = read((SAMPLES / name).read_bytes(), name)
    declaration, figures = draft.declaration, draft.declared
    items, forms, packages, currency, amount, cif, taxes, containers, documents = TOTALS[name]
    assert figures is not None
    assert len(declaration.items) == len(figures.items) == items
    assert figures.header.form_total == forms
    assert figures.header.package_count == decimal(packages)
    assert declaration.invoice_currency == currency
    assert declaration.invoice_amount == decimal(amount)
    assert figures.header.cif == decimal(cif)
    assert figures.header.total_taxes == decimal(taxes)
    assert len(declaration.containers) == containers
    assert sum(len(item.documents) for item in declaration.items) == documents
