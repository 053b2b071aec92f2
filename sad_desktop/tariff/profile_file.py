"""Reading a profile file: the whole file is sound, or none of it is used."""

import re
import tomllib
from datetime import date

from sad_desktop.errors import FileRefused
from sad_desktop.resources import demand_whole, resource
from sad_desktop.tariff.payment_numbers import read_payment_numbers
from sad_desktop.tariff.profile import BoxTitle, Profile
from sad_desktop.tariff.profile_taxes import read_tax_law
from sad_desktop.tariff.tax_law import TaxLaw
from sad_desktop.tariff.toml_table import TomlTable
from sad_desktop.text import QT_TRANSLATE_NOOP

ROUNDINGS = ("exact", "asycuda")
_MOST_DECIMALS = 4


def load_profile(code: str) -> tuple[Profile, TaxLaw]:
    """Return a shipped country's profile and its tax law, which the profile holds as well.

    Raises ResourceMissing for a country that is not shipped, FileRefused for a faulty file. Law
    and lists are whole or not used: half a tariff would be wrong without a word.
    """
    demand_whole("profiles", "codelists")
    name = f"profiles/{code}.toml"
    profile = read_profile(resource(name).read_bytes(), name)
    return profile, profile.tax_law


def shipped_profiles() -> tuple[Profile, ...]:
    """Return the profiles of all countries that are shipped, by their codes."""
    names = sorted(file.name for file in resource("profiles").iterdir())
    codes = (name.removesuffix(".toml") for name in names if name.endswith(".toml"))
    return tuple(load_profile(code)[0] for code in codes)


def read_profile(content: bytes, name: str) -> Profile:
    """Return the profile a file says; raises FileRefused with file, key and reason."""
    try:
        read = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "The profile {file} was not used: it is no TOML file: {reason}."
            ),
            {"file": name, "reason": error},
        ) from error
    table = TomlTable(read, name)
    profile = _profile(table)
    table.done()
    return profile


def _profile(table: TomlTable) -> Profile:
    lengths = _code_lengths(table)
    return Profile(
        code=table.text("code"),
        en=table.text("en"),
        ar=table.text("ar"),
        country=table.text("country", ""),
        currency=table.text("currency", ""),
        decimals=_decimals(table, "decimals"),
        rounding=_rounding(table),
        code_lengths=tuple(sorted({n for _, some in lengths for n in some}, reverse=True)) or (8,),
        dated_code_lengths=lengths,
        reference_pattern=_pattern(table, "reference_pattern"),
        reference_example=table.text("reference_example", ""),
        tin_pattern=_pattern(table, "tin_pattern"),
        authority_en=table.text("authority_en", ""),
        authority_ar=table.text("authority_ar", ""),
        binding_en=table.text("binding_en", ""),
        binding_ar=table.text("binding_ar", ""),
        titles=_titles(table.table("titles")),
        currency_decimals=_currency_decimals(table.table("currency_decimals")),
        unused=frozenset(table.texts("unused")),
        flags=_flags(table.table("flags")),
        warehouse_procedures=frozenset(table.texts("warehouse_procedures")),
        price_tolerance=table.decimal("price_tolerance", "0.01"),
        payment_numbers=read_payment_numbers(table),
        tax_law=read_tax_law(table),
    )


def _code_lengths(table: TomlTable) -> tuple[tuple[date, tuple[int, ...]], ...]:
    dated = []
    for one in table.tables("code_lengths"):
        dated.append((one.day("valid_from"), one.numbers("lengths")))
        one.text("source")
        one.done()
    if [start for start, _ in dated] != sorted({start for start, _ in dated}):
        raise table.refused("code_lengths", "the days stand in their order, each once")
    return tuple(dated)


def _rounding(table: TomlTable) -> str:
    rounding = table.text("rounding", ROUNDINGS[0])
    if rounding not in ROUNDINGS:
        raise table.refused("rounding", "one of " + ", ".join(ROUNDINGS))
    return rounding


def _decimals(table: TomlTable, key: str) -> int:
    decimals = table.number(key)
    if not 0 <= decimals <= _MOST_DECIMALS:
        raise table.refused(key, f"between 0 and {_MOST_DECIMALS}")
    return decimals


def _pattern(table: TomlTable, key: str) -> str:
    pattern = table.text(key, "")
    try:
        re.compile(pattern)
    except re.error as error:
        raise table.refused(key, f"no pattern: {error}") from error
    return pattern


def _titles(table: TomlTable) -> dict[str, BoxTitle]:
    titles = {}
    for box in table.names():
        one = table.table(box)
        titles[box] = BoxTitle(en=one.text("en"), ar=one.text("ar"))
        one.done()
    return titles


def _currency_decimals(table: TomlTable) -> dict[str, int]:
    return {currency: _decimals(table, currency) for currency in table.names()}


def _flags(table: TomlTable) -> dict[str, str]:
    return {name: table.text(name) for name in table.names()}
