"""Reading the regimes of a customs territory: the whole file is sound, or none of it is used."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeVar

from sad_desktop.resources import resource
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.regime_law import (
    ClaimTerms,
    Cover,
    Paper,
    ParcelTerms,
    Period,
    RefundTerms,
    RegimeLaw,
    RegimeTerms,
    Wording,
)
from sad_desktop.tariff.toml_table import TomlTable

_W = TypeVar("_W", bound=Wording)


def regime_law(profile: Profile) -> RegimeLaw | None:
    """Return the regimes of a country, None where its file of regimes is not named.

    The flag ``regimes`` of the profile names the file below resources/regimes.
    """
    name = profile.flags.get("regimes", "")
    return _load(name) if name else None


@cache
def _load(name: str) -> RegimeLaw:
    file = f"regimes/{name}.toml"
    return read_regimes(resource(file).read_bytes(), file)


def read_regimes(content: bytes, name: str) -> RegimeLaw:
    """Return the regimes a file says; raises FileRefused with file, key and reason."""
    table = TomlTable(tomllib.loads(content.decode("utf-8")), name)
    papers = {one.code: one for one in _papers(table.table("papers"))}
    proofs = {one.code: one for one in _wordings(table.table("proofs"))}
    alerts = table.table("alerts")
    law = RegimeLaw(
        source=table.text("source"),
        alerts=tuple(sorted(alerts.numbers("days"), reverse=True)),
        claims=_claims(table.table("claims")),
        refunds=_refunds(table.table("refunds")),
        parcels=_parcels(table.table("parcels")),
        regimes=tuple(_regime(one, papers, proofs) for one in table.tables("regimes")),
    )
    _sourced(alerts)
    table.done()
    return law


def _papers(table: TomlTable) -> Iterator[Paper]:
    for code in table.names():
        one = table.table(code)
        codes = frozenset(one.texts("codes"))
        yield Paper(code=code, en=one.text("en"), ar=one.text("ar"), codes=codes)
        one.done()


def _wordings(table: TomlTable) -> Iterator[Wording]:
    for code in table.names():
        one = table.table(code)
        yield Wording(code=code, en=one.text("en"), ar=one.text("ar"))
        one.done()


def _claims(table: TomlTable) -> ClaimTerms:
    terms = ClaimTerms(
        days=table.number("days"),
        extension=table.number("extension"),
        most=table.number("most"),
        document_days=table.number("document_days"),
    )
    _sourced(table)
    return terms


def _refunds(table: TomlTable) -> RefundTerms:
    terms = RefundTerms(
        re_export_days=table.number("re_export_days"),
        claim_days=table.number("claim_days"),
        least_value=table.decimal("least_value", "0"),
        currency=table.text("currency"),
        taxes=frozenset(table.texts("taxes")),
        procedures=table.texts("procedures"),
    )
    _sourced(table)
    return terms


def _parcels(table: TomlTable) -> ParcelTerms:
    terms = ParcelTerms(
        mass=table.decimal("mass", "0"),
        value=table.decimal("value", "0"),
        currency=table.text("currency"),
        models=frozenset(table.texts("models")),
        post_mass=table.decimal("post_mass", "0"),
        post_modes=frozenset(table.texts("post_modes")),
    )
    _sourced(table)
    return terms


def _regime(
    table: TomlTable, papers: Mapping[str, Paper], proofs: Mapping[str, Wording]
) -> RegimeTerms:
    limits_en, limits_ar = table.texts("limits_en"), table.texts("limits_ar")
    if len(limits_en) != len(limits_ar):
        raise table.refused("limits_ar", "as many as limits_en")
    terms = RegimeTerms(
        code=table.text("code"),
        en=table.text("en"),
        ar=table.text("ar"),
        valid_from=table.day("valid_from"),
        source=table.text("source"),
        procedures=table.texts("procedures"),
        extended_codes=table.texts("extended_codes"),
        papers=_named(table, "papers", papers),
        requirements=_named(table, "requirements", papers),
        cover=_cover(table, "guarantee") or Cover.NONE,
        guarantee=Wording(en=table.text("guarantee_en"), ar=table.text("guarantee_ar")),
        limits=tuple(Wording(en=en, ar=ar) for en, ar in zip(limits_en, limits_ar, strict=True)),
        cases=tuple(_period(one, proofs) for one in table.tables("cases")),
    )
    table.done()
    return terms


def _period(table: TomlTable, proofs: Mapping[str, Wording]) -> Period:
    period = Period(
        code=table.text("code"),
        en=table.text("en"),
        ar=table.text("ar"),
        days=table.optional_number("days"),
        extension=table.number("extension", 0),
        limit=table.optional_number("limit"),
        most=table.optional_number("most"),
        may_exceed=table.flag("approval"),
        is_documents=table.flag("is_documents"),
        cover=_cover(table, "guarantee"),
        procedures=table.texts("procedures"),
        proofs=_named(table, "proofs", proofs),
    )
    if period.days is not None and period.days <= 0:
        raise table.refused("days", "one day at least")
    table.done()
    return period


def _named(table: TomlTable, key: str, known: Mapping[str, _W]) -> tuple[_W, ...]:
    names = table.texts(key)
    for name in names:
        if name not in known:
            raise table.refused(key, f"{name} is not described")
    return tuple(known[name] for name in names)


def _cover(table: TomlTable, key: str) -> Cover | None:
    name = table.text(key, "")
    if name and name not in frozenset(Cover):
        raise table.refused(key, "one of " + ", ".join(Cover))
    return Cover(name) if name else None


def _sourced(table: TomlTable) -> None:
    table.text("source")
    table.done()
