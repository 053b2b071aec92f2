"""A tariff line as an entry of a list and back: units, rates and demands are its facts."""

from datetime import date
from decimal import Decimal

from sad_desktop.tariff.book import ExchangeRate, ListEntry, TariffLine

TARIFF = "tariff"
RATES = "exchange_rates"
HEADINGS = "headings"
"""The list of chapters, headings and subheadings above the tariff's lines, by 2, 4, 6 digits."""
HEADING_DIGITS = (2, 4, 6)
RATE = "rate:"
"""Facts that begin so hold the rate of a tax, ``rate:VAT``."""


def line_as_entry(line: TariffLine) -> ListEntry:
    """Return a tariff line as a finder shows it."""
    facts = {
        "units": " ".join(line.units),
        **{f"{RATE}{tax}": rate for tax, rate in line.rates.items()},
        "specifications": " ".join(line.specifications),
        "documents": " ".join(line.documents),
        "prohibited": "yes" if line.prohibited else "",
        "restricted_by": line.restricted_by,
        "notes": line.notes,
    }
    return ListEntry(
        code=line.code,
        en=line.en,
        ar=line.ar,
        facts={key: value for key, value in facts.items() if value},
        valid_from=line.valid_from,
        valid_to=line.valid_to,
        source=line.source,
    )


def entry_as_line(entry: ListEntry) -> TariffLine:
    """Return the tariff line an entry of the list ``tariff`` describes."""
    facts = entry.facts
    return TariffLine(
        code=entry.code,
        en=entry.en,
        ar=entry.ar,
        units=tuple(facts.get("units", "").split()),
        rates={
            key.removeprefix(RATE): value for key, value in facts.items() if key.startswith(RATE)
        },
        specifications=tuple(facts.get("specifications", "").split()),
        documents=tuple(facts.get("documents", "").split()),
        prohibited=facts.get("prohibited") == "yes",
        restricted_by=facts.get("restricted_by", ""),
        notes=facts.get("notes", ""),
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
        source=entry.source,
    )


def rate_as_entry(rate: ExchangeRate) -> ListEntry:
    """Return an exchange rate as an entry: the currency is its code."""
    return ListEntry(
        code=rate.currency,
        en="",
        ar="",
        facts={"rate": f"{rate.rate:f}", "per": str(rate.per)},
        valid_from=rate.valid_from,
        source=rate.source,
    )


def entry_as_rate(entry: ListEntry) -> ExchangeRate:
    """Return the exchange rate an entry of the list ``exchange_rates`` describes."""
    return ExchangeRate(
        currency=entry.code,
        rate=Decimal(entry.facts["rate"]),
        per=int(entry.facts.get("per", "1")),
        valid_from=entry.valid_from or date.min,
        source=entry.source,
    )
