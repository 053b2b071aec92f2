"""Reading a rate as a tariff prints it: "Free", "معفاة", "5%", "100% min SAR 200 per 1000 NMB"."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from sad_desktop.declaration.values import fold_digits
from sad_desktop.tariff.rates import Bracket, Limit, Rate, Specific

_FREE = frozenset(
    {"free", "exempt", "exempted", "nil", "none", "zero", "معفاة", "معفى", "معفي", "إعفاء", "اعفاء"}
)
_PROHIBITED = ("prohibited", "banned", "ممنوع", "ممنوعة", "محظور", "محظورة")
_RESTRICTED = ("restricted", "مقيد", "مقيدة")
_ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {"sugar": "sugar_content", "سكر": "sugar_content", "السكر": "sugar_content"}
)
_UNIT_WORDS = {
    "KGM": "kg kgs kgm kilo kilogram kilograms kilogramme kilogrammes"
    " كلغ كجم كغ كغم كيلوجرام كيلوغرام",
    "GRM": "g gr grm gram grams gramme غرام جرام غ",
    "TNE": "t tne ton tons tonne tonnes mt طن",
    "LTR": "l lt ltr lit liter liters litre litres لتر ليتر",
    "HLT": "hl hlt hectolitre hectolitres",
    "MTR": "m mtr metre metres meter meters متر",
    "MTK": "m2 m² mtk sqm",
    "MTQ": "m3 m³ mtq cbm",
    "CTM": "ct ctm carat carats قيراط",
    "DZN": "doz dzn dozen dozens دزينة",
    "NPR": "pair pairs npr pr زوج",
    "NMB": "nmb no nr each head unit units piece pieces pc pcs pce stick sticks"
    " cigarette cigarettes number عدد وحدة قطعة سيجارة سيكارة رأس",
}
_UNITS: Mapping[str, str] = MappingProxyType(
    {word: code for code, words in _UNIT_WORDS.items() for word in words.split()}
)
_MASSES: Mapping[str, str] = MappingProxyType(
    {"gross": ".GROSS", "قائم": ".GROSS", "packaging": ".PACKAGING", "packing": ".PACKAGING",
     "net": "", "صافي": ""}
)  # fmt: skip
_COINS: Mapping[str, int] = MappingProxyType({"cent": 2, "cents": 2, "¢": 2, "fils": 3, "فلس": 3})
_SYMBOLS = str.maketrans({"٪": "%", "٫": ".", "٬": ",", "،": ",", "\u00a0": " ", "−": "-"})
_NUMBER = r"\d[\d,]*(?:\.\d+)?|\.\d+"
_PERCENT = re.compile(rf"({_NUMBER})\s*(?:%|per\s?cent|percent|بالمائة|بالمئة|في المائة|في المئة)")
_PER = r"(?:/|\bper\b|\bfor\b|\beach\b|لكل|عن كل)"
_SPECIFIC = re.compile(
    rf"(?P<before>[a-z]{{3}}(?![a-z])|[$€£])?\s*(?P<amount>{_NUMBER})\s*"
    rf"(?P<after>(?!per\b)[a-z]{{3}}(?![a-z])|[$€£])?\s*(?P<coin>cents?|¢|fils|فلس)?\s*"
    rf"(?:(?:{_PER}\s*)+(?P<per>{_NUMBER})?\s*(?P<unit>[^\d].*)?|(?P<bare>each|head))?"
)
_LEAST = re.compile(
    r",?\s*(?:\bbut\b|\bwith\b|\bsubject to\b)?\s*(?:\ba\b)?\s*"
    r"(?:\bnot less than\b|\bminimum(?: of)?\b|\bmin\b\.?|بحد أدنى|بحد ادنى|"
    r"(?:على )?(?:ألا|الا|أن لا|ان لا|لا) (?:يقل|تقل) عن)\s*:?\s*"
)
_MOST = re.compile(
    r",?\s*(?:\bbut\b|\bwith\b|\bsubject to\b)?\s*(?:\ba\b)?\s*"
    r"(?:\bnot more than\b|\bnot exceeding\b|\bmaximum(?: of)?\b|\bmax\b\.?|\bup to\b|"
    r"بحد أقصى|بحد اقصى|(?:على )?(?:ألا|الا|أن لا|ان لا|لا) (?:يزيد|تزيد|يتجاوز|تتجاوز) عن)\s*:?\s*"
)
_HIGHER = re.compile(
    r",?\s*(?:whichever is (?:the )?(?:higher|greater)|أيهما (?:أعلى|أكثر|أكبر))\.?$"
)
_LOWER = re.compile(r",?\s*(?:whichever is (?:the )?(?:lower|less|smaller)|أيهما (?:أقل|أدنى))\.?$")
_OR = re.compile(r"\s+or\s+|\s+أو\s+")
_PLUS = re.compile(r"\s*\+\s*|\s+plus\s+|\s+and\s+|\s+زائد\s+|\s+زائدا\s+")
_BRACKETS = re.compile(r"(?P<attribute>\w+)\s*:?\s*(?P<rows>(?:from|من)\b.*)")
_BRACKET = re.compile(rf"(?:from|من)\s*(?P<start>{_NUMBER})\s*[:=]\s*(?P<rate>.+)")
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}


class UnreadableRate(ValueError):
    """A rate text nothing can be made of; the message is the text."""


@lru_cache(maxsize=4096)
def read_rate(text: str) -> Rate:
    """Return the rate a tariff text says; raises UnreadableRate and never guesses."""
    shown = " ".join(text.split())
    plain = fold_digits(shown).translate(_SYMBOLS).lower().strip(" .")
    if plain in _FREE or plain.startswith(("معفاة", "معفى", "معفي")):
        return Rate(percent=Decimal(0), text=shown)
    if plain.startswith(_PROHIBITED):
        return Rate(is_prohibited=True, text=shown)
    if plain.startswith(_RESTRICTED):
        return Rate(is_restricted=True, text=shown)
    if found := _BRACKETS.fullmatch(plain):
        return _bracketed(found, shown)
    return _limited(plain, shown)


def _bracketed(found: re.Match[str], shown: str) -> Rate:
    attribute = _ATTRIBUTES.get(found["attribute"])
    if attribute is None:
        raise UnreadableRate(shown)
    brackets = []
    for row in found["rows"].split(";"):
        parts = _BRACKET.fullmatch(row.strip())
        if parts is None:
            raise UnreadableRate(shown)
        rate = read_rate(parts["rate"].strip())
        brackets.append(Bracket(start=_number(parts["start"]), rate=rate))
    starts = [bracket.start for bracket in brackets]
    if starts != sorted(set(starts)):
        raise UnreadableRate(shown)
    return Rate(attribute=attribute, brackets=tuple(brackets), text=shown)


def _limited(plain: str, shown: str) -> Rate:
    rest, floor, ceiling = plain, None, None
    if _HIGHER.search(plain) or _LOWER.search(plain):
        rest, other = _alternatives(plain, shown)
        if _HIGHER.search(plain):
            floor = _limit(other, shown)
        else:
            ceiling = _limit(other, shown)
    most = _MOST.split(rest, maxsplit=1)
    least = _LEAST.split(rest, maxsplit=1)
    if len(most) == 2 and len(least) == 2:
        return _twice_limited(rest, shown)
    if len(most) == 2:
        rest, ceiling = most[0], _limit(most[1], shown)
    elif len(least) == 2:
        rest, floor = least[0], _limit(least[1], shown)
    percent, specifics = _terms(rest, shown)
    return Rate(percent=percent, specifics=specifics, floor=floor, ceiling=ceiling, text=shown)


def _alternatives(plain: str, shown: str) -> tuple[str, str]:
    parts = _OR.split(_LOWER.sub("", _HIGHER.sub("", plain)).strip())
    if len(parts) != 2:
        raise UnreadableRate(shown)
    first, second = parts
    return (first, second) if _PERCENT.search(first) else (second, first)


def _twice_limited(plain: str, shown: str) -> Rate:
    first = min(
        (found.start() for found in (_MOST.search(plain), _LEAST.search(plain)) if found),
    )
    limits = plain[first:]
    percent, specifics = _terms(plain[:first], shown)
    least, most = _LEAST.search(limits), _MOST.search(limits)
    if least is None or most is None:
        raise UnreadableRate(shown)
    if least.start() < most.start():
        floor, ceiling = limits[least.end() : most.start()], limits[most.end() :]
    else:
        floor, ceiling = limits[least.end() :], limits[most.end() : least.start()]
    return Rate(
        percent=percent,
        specifics=specifics,
        floor=_limit(_JOINT.sub("", floor), shown),
        ceiling=_limit(_JOINT.sub("", ceiling), shown),
        text=shown,
    )


_JOINT = re.compile(r"\s*(?:,|\band\b|و)\s*$")


def _limit(text: str, shown: str) -> Limit:
    percent, specifics = _terms(text, shown)
    if percent is not None and not specifics:
        return Limit(percent=percent)
    if percent is None and len(specifics) == 1:
        return Limit(specific=specifics[0])
    raise UnreadableRate(shown)


def _terms(text: str, shown: str) -> tuple[Decimal | None, tuple[Specific, ...]]:
    percent: Decimal | None = None
    specifics: list[Specific] = []
    for term in _PLUS.split(text.strip()):
        if found := _PERCENT.fullmatch(term.strip()):
            if percent is not None:
                raise UnreadableRate(shown)
            percent = _number(found[1])
        else:
            specifics.append(_specific(term.strip(), shown))
    return percent, tuple(specifics)


def _specific(term: str, shown: str) -> Specific:
    found = _SPECIFIC.fullmatch(term)
    if found is None:
        raise UnreadableRate(shown)
    currency = found["before"] or found["after"] or ""
    amount = _number(found["amount"])
    if found["coin"]:
        amount = amount.scaleb(-_COINS[found["coin"]])
    written = (found["bare"] or found["unit"] or "").strip()
    if not written and ("each" in term or found["per"]):
        written = "each"
    if not currency and not written and not found["coin"]:
        raise UnreadableRate(shown)
    return Specific(
        amount=amount,
        currency=_CURRENCIES.get(currency, currency.upper()),
        unit=_unit(written, shown) if written else "",
        per=_per(found["per"], shown),
    )


def _per(written: str | None, shown: str) -> Decimal:
    per = _number(written) if written else Decimal(1)
    if not per:
        raise UnreadableRate(shown)
    return per


def _unit(written: str, shown: str) -> str:
    words = written.replace(".", " ").split()
    of_mass = [_MASSES[word] for word in words if word in _MASSES]
    others = [word for word in words if word not in _MASSES]
    if len(others) == 1 and len(of_mass) <= 1:
        word = others[0]
        code = _UNITS.get(word)
        if code is None and re.fullmatch(r"[a-z0-9]{2,3}", word):
            code = word.upper()
        if code is not None:
            return code + (of_mass[0] if of_mass else "")
    raise UnreadableRate(shown)


def _number(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))
