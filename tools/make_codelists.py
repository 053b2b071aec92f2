"""Write the lists of countries and currencies from Babel, iso3166 and iso4217.

Run at build time when those packages are raised: ``python tools/make_codelists.py``. The
program reads only what is written here; what the packages name unlike customs do is overridden
below.
"""

import csv
import io
from importlib.metadata import version
from pathlib import Path

import iso3166
from babel import Locale
from iso4217 import Currency

WORLD = Path(__file__).resolve().parent.parent / "resources" / "codelists" / "world"

COUNTRIES = {
    "BO": ("Bolivia", "بوليفيا"),
    "CD": ("Congo, Democratic Republic of the", "جمهورية الكونغو الديمقراطية"),
    "CG": ("Congo", "الكونغو"),
    "CI": ("Côte d'Ivoire", "كوت ديفوار"),
    "CZ": ("Czechia", "التشيك"),
    "GS": ("South Georgia", "جورجيا الجنوبية"),
    "HK": ("Hong Kong", "هونغ كونغ"),
    "KP": ("North Korea", "كوريا الشمالية"),
    "KR": ("South Korea", "كوريا الجنوبية"),
    "MM": ("Myanmar", "ميانمار"),
    "MO": ("Macao", "ماكاو"),
    "PS": ("Palestine", "فلسطين"),
    "TF": ("French Southern Territories", "الأقاليم الجنوبية الفرنسية"),
    "TR": ("Türkiye", "تركيا"),
    "TW": ("Taiwan", "تايوان"),
    "XK": ("Kosovo", "كوسوفو"),
}
# Other names people type; searched, never shown.
ALSO = {
    "AE": "UAE Emirates Dubai Abu Dhabi دبي أبوظبي",
    "CD": "Zaire DRC زائير",
    "CI": "Ivory Coast ساحل العاج",
    "CV": "Cabo Verde",
    "CZ": "Czech Republic جمهورية التشيك",
    "GB": "UK Great Britain England بريطانيا إنجلترا",
    "IR": "Persia",
    "KP": "Korea DPRK كوريا",
    "KR": "Korea كوريا",
    "LA": "Lao",
    "LK": "Ceylon سيلان سري لانكا",
    "MK": "Macedonia مقدونيا",
    "MM": "Burma بورما",
    "NL": "Holland",
    "RU": "Russian Federation روسيا الاتحادية",
    "SA": "KSA السعودية",
    "SY": "سورية",
    "SZ": "Swaziland سوازيلاند",
    "TL": "East Timor تيمور الشرقية",
    "TR": "Turkey Turkiye تركية",
    "US": "USA America أمريكا",
    "VA": "Holy See",
    "VN": "Viet Nam",
}
NOT_ISO = {"XK": ("XKX", "")}
# What no goods are invoiced in: bonds, metals, testing and funds codes.
NO_MONEY = {
    "BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD", "XAG", "XAU", "XBA",
    "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX",
}  # fmt: skip
CURRENCIES = {
    "BYN": ("Belarusian Ruble", "روبل بيلاروسي"),
    "GHS": ("Ghanaian Cedi", "سيدي غاني"),
    "INR": ("Indian Rupee", "روبية هندية"),
    "JOD": ("Jordanian Dinar", "دينار أردني"),
    "KZT": ("Kazakhstani Tenge", "تنغ كازاخستاني"),
    "MRU": ("Mauritanian Ouguiya", "أوقية موريتانية"),
    "NPR": ("Nepalese Rupee", "روبية نيبالية"),
    "OMR": ("Omani Rial", "ريال عُماني"),
    "PKR": ("Pakistani Rupee", "روبية باكستانية"),
    "SLE": ("Sierra Leonean Leone", "ليون سيراليوني"),
    "VED": ("Digital Bolívar", "بوليفار رقمي"),
    "XCG": ("Caribbean guilder", "غيلدر كاريبي"),
    "ZWG": ("Zimbabwe Gold", "ذهب زيمبابوي"),
}
# Money that has gone but stands in older declarations.
USUAL = ("USD", "EUR", "GBP", "AED", "SAR", "BHD", "KWD", "OMR", "QAR", "EGP", "CNY", "INR", "JPY")
ENDED = (
    ("BGN", "Bulgarian Lev", "ليف بلغاري", "2", "975", "2026-01-01"),
    ("HRK", "Croatian Kuna", "كونا كرواتية", "2", "191", "2023-01-01"),
)


def main() -> None:
    """Write both files."""
    for name, content in texts().items():
        (WORLD / f"{name}.csv").write_text(content, encoding="utf-8")


def texts() -> dict[str, str]:
    """Return both files as they are written, by the name of their list."""
    english, arabic = Locale("en"), Locale("ar")
    countries = _text(
        f"ISO 3166-1 (iso3166 {version('iso3166')}); names CLDR (Babel {version('Babel')})",
        ("code", "en", "ar", "alpha3", "numeric", "also"),
        _countries(english, arabic),
    )
    currencies = _text(
        f"ISO 4217 (iso4217 {version('iso4217')}); names CLDR (Babel {version('Babel')})",
        ("code", "en", "ar", "decimals", "numeric", "valid_to"),
        _currencies(english, arabic),
    )
    return {"countries": countries, "currencies": currencies}


def _countries(english: Locale, arabic: Locale) -> list[tuple[str, ...]]:
    rows = []
    for code, country in iso3166.countries_by_alpha2.items():
        en, ar = COUNTRIES.get(code, (english.territories.get(code), arabic.territories.get(code)))
        alpha3, numeric = NOT_ISO.get(code, (country.alpha3, country.numeric))
        rows.append((code, en or "", ar or "", alpha3, numeric, ALSO.get(code, "")))
    return sorted(rows)


def _currencies(english: Locale, arabic: Locale) -> list[tuple[str, ...]]:
    rows = []
    for currency in Currency:
        code = currency.code
        if code in NO_MONEY:
            continue
        en, ar = CURRENCIES.get(code, (english.currencies.get(code), arabic.currencies.get(code)))
        rows.append(
            (code, en or "", ar or "", str(currency.exponent or 0), f"{currency.number:03d}", "")
        )
    return sorted([*rows, *ENDED], key=_order)


def _order(row: tuple[str, ...]) -> tuple[int, str]:
    """Put the currencies of most invoices first: a dollar is meant to be the American one."""
    code = row[0]
    return (USUAL.index(code) if code in USUAL else len(USUAL), code)


def _text(source: str, header: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    missing = [row for row in rows if not all(row[:3])]
    if missing:
        raise SystemExit(f"No name in one language: {missing}")
    text = io.StringIO()
    text.write(f"# source: {source}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
