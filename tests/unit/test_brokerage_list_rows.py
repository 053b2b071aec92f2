"""Rows of a file as entries: every row is imported, or listed with its reason."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.list_days import UnreadableDay, day_reader, read_day
from sad_desktop.brokerage.list_layouts import Layout, layout_of, missing, suggest
from sad_desktop.brokerage.list_parts import known_words, parts_of
from sad_desktop.brokerage.list_quotes import Money, read_quotes
from sad_desktop.brokerage.list_rows import ReadingStopped, RowFault, Standing, rate_of, read_rows
from sad_desktop.brokerage.list_tables import Line, Table, with_headings
from sad_desktop.tariff.lines import entry_as_rate

TODAY = date(2026, 11, 21)
TARIFF = parts_of("tariff", (), ("DTY", "VAT"))
RATES = parts_of("exchange_rates")
CURRENCIES = frozenset({"USD", "EUR", "GBP", "JPY", "BHD", "AED", "IDR"})


def table(text, parts=TARIFF, separator=","):
    lines = [
        Line(number=number, cells=tuple(cell.strip() for cell in row.split(separator)))
        for number, row in enumerate(text.strip().splitlines(), 1)
    ]
    return with_headings("file.csv", lines, known_words(parts))


def read(text, list_name="tariff", parts=TARIFF, starts=None):
    own = table(text, parts)
    layout = suggest(list_name, own, parts, CURRENCIES.__contains__)
    reading = read_rows(list_name, own, layout, source="file.csv", starts=starts)
    assert accounted(reading, own)
    return reading


def quotes(text, kept=None, national="BHD", separator=",", **layout):
    own = table(text, RATES, separator)
    suggested = suggest("exchange_rates", own, RATES, CURRENCIES.__contains__)
    if layout:
        suggested = Layout(columns=suggested.columns, **layout)
    rates = kept or {"USD": Decimal("0.376")}
    money = Money(
        national=national,
        pegged=frozenset({"USD", "AED"} if national == "BHD" else ()),
        is_currency=CURRENCIES.__contains__,
        kept=lambda code, _day: rates.get(code),
    )
    reading = read_quotes(own, suggested, money, source="bank", starts=TODAY)
    assert accounted(reading, own)
    return reading, {one.code: entry_as_rate(one) for one in reading.entries["exchange_rates"]}


def accounted(reading, own):
    told = [one.number for one in reading.remarks if one.standing is not Standing.NOTE]
    return len(set(told)) == len(told) and reading.imported + len(told) == len(own.lines)


def said(reading):
    return {one.number: str(one) for one in reading.of(Standing.FAULT)}


def test_a_row_becomes_a_line_of_the_tariff():
    reading = read(
        "الرمز,الوصف,Description EN,الوحدة,فئة الرسم,VAT,Documents,Prohibited,Effective date\n"
        "0101.21.10.0000,ـ ـ خيــول,- - Horses……,KGM,5%,10,853,نعم,01/02/2026",
    )
    (entry,) = reading.entries["tariff"]
    assert (entry.code, entry.en, entry.ar) == ("010121100000", "Horses", "خيول")
    assert entry.valid_from == date(2026, 2, 1)
    assert entry.facts == {
        "units": "KGM", "rate:DTY": "5%", "rate:VAT": "10%", "documents": "853",
        "prohibited": "yes",
    }  # fmt: skip


def test_headings_of_the_system_are_kept_apart_from_lines():
    reading = read("HS code,Description\n01,Animals\n0101,Horses\n010121,Pure\n01012100,Bred")
    assert [one.code for one in reading.entries["headings"]] == ["01", "0101", "010121"]
    assert [one.code for one in reading.entries["tariff"]] == ["01012100"]


def test_a_code_that_lost_its_zero_in_a_spreadsheet_gets_it_back():
    assert read("code,description\n1012110,Horses").entries["tariff"][0].code == "01012110"


def test_every_fault_is_told_with_its_row():
    reading = read(
        "code,description,duty,from,to\n"
        ",Nothing,5%,,\n"
        "01012x,Letters,5%,,\n"
        "0101210000001,Thirteen,5%,,\n"
        "01012100,,5%,,\n"
        "01012200,Rate,a bit,,\n"
        "01012300,Fraction,0.05,,\n"
        "01012400,Day,5%,31/02/2026,\n"
        "01012500,Days,5%,01/02/2026,01/01/2026\n"
        "01012600,One,5%,,\n"
        "01012600,One,5%,,\n"
        "01012600,Two,5%,,\n"
        "Section II\n"
        "code,description,duty,from,to",
    )
    assert list(said(reading)) == [2, 3, 4, 5, 6, 7, 8, 9, 12]
    assert said(reading)[12] == "01012600 stands in row 10 already, otherwise."
    assert [one.number for one in reading.of(Standing.PASSED)] == [11, 13, 14]
    assert reading.imported == 1


@pytest.mark.parametrize(
    ("written", "rate"),
    [("5", "5%"), ("٥", "5%"), ("0", "0%"), ("6.8", "6.8%"), ("معفاة", "معفاة"),
     ("100% min SAR 200 per 1000 NMB", "100% min SAR 200 per 1000 NMB")],
)  # fmt: skip
def test_rates_stay_as_written_and_bare_numbers_are_percentages(written, rate):
    assert rate_of(written) == rate


@pytest.mark.parametrize("written", ["0.05", "٠٫٠٥", "five", "5,5,5", "1e999999999"])
def test_a_rate_that_may_mean_two_things_is_refused(written):
    with pytest.raises(RowFault):
        rate_of(written)


def test_successors_of_one_line_come_together():
    parts = parts_of("successors")
    reading = read("old code,new code\n01012110,010121100000\n01012110,010121900000",
                   "successors", parts)  # fmt: skip
    (entry,) = reading.entries["successors"]
    assert (entry.code, entry.facts) == ("01012110", {"codes": "010121100000 010121900000"})


def test_columns_without_headings_are_told_by_what_is_in_them():
    reading = read("01012110,خيول,Horses\n01012190,بغال,Mules\n01012199,حمير,Asses")
    assert [(one.code, one.en, one.ar) for one in reading.entries["tariff"]][1] == (
        "01012190", "Mules", "بغال",
    )  # fmt: skip


def test_a_missing_column_is_named_and_a_remembered_layout_must_fit():
    own = table("goods,rate\nHorses,5%\nMules,5%")
    layout = suggest("tariff", own, TARIFF, CURRENCIES.__contains__)
    assert [part.name for part in missing(layout, TARIFF)] == ["code"]
    layout = layout.with_column(0, "code")
    assert layout_of(layout.as_text(), own, TARIFF) == layout
    assert layout_of(Layout(columns={9: "code"}).as_text(), own, TARIFF) is None
    for damaged in ("", "[]", "{", '{"columns": 1}', '{"columns": {"x": 1}, "per": 1}'):
        assert layout_of(damaged, own, TARIFF) is None
    assert layout.with_column(1, "code").columns == {1: "code"}


def test_reading_can_be_stopped():
    own = table("code,description\n01012110,Horses")
    with pytest.raises(ReadingStopped):
        read_rows("tariff", own, Layout(), source="", starts=None, is_cancelled=lambda: True)


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-11-01", (2026, 11, 1)), ("1/11/2026", (2026, 11, 1)), ("٠١/١١/٢٠٢٦", (2026, 11, 1)),
     ("01.11.26", (2026, 11, 1)), ("20261101", (2026, 11, 1)), ("2026-11", (2026, 11, 1)),
     ("1-Nov-2026", (2026, 11, 1)), ("1 نوفمبر 2026", (2026, 11, 1)),
     ("Nov 1, 2026", (2026, 11, 1)),
     ("2026-11-01T00:00:00", (2026, 11, 1)), ("01/01/90", (1990, 1, 1))],
)  # fmt: skip
def test_days_of_every_shape(written, day):
    assert read_day(written) == date(*day)


@pytest.mark.parametrize("written", ["31/02/2026", "x", "1 foo 2026", "2026", "99999999", "0-0-0"])
def test_what_is_no_day_is_refused(written):
    with pytest.raises(UnreadableDay):
        read_day(written)


def test_the_month_comes_first_where_the_whole_file_has_it_so():
    assert day_reader(["11/21/2026", "01/02/2026"])("01/02/2026") == date(2026, 1, 2)
    assert day_reader(["21/11/2026", "01/02/2026"])("01/02/2026") == date(2026, 2, 1)


def test_the_table_of_a_central_bank_as_it_is_pasted():
    reading, rates = quotes("AED,0.102394\nJPY,0.2493\nUSD,0.376", per=1)
    assert reading.imported == 3
    assert rates["AED"].for_one == Decimal("0.102394")
    _, rates = quotes("Currency\tPer\tRate\nJPY\t100\t0,2493", separator="\t")
    assert rates["JPY"].for_one == Decimal("0.002493")


def test_a_day_per_row_and_a_currency_per_column_is_crossed_with_a_kept_rate():
    text = "Date,USD,JPY,GBP,IDR\n2026-10-30,1.1172,175.68,0.8338,20275.17\n2026-10-29,N/A,,N/A,-"
    reading, rates = quotes(text)
    euro = Decimal("1.1172") * Decimal("0.376")
    assert rates["EUR"].rate == euro
    assert rates["JPY"].rate == Decimal("0.0023910929")  # 0.4200672 / 175.68
    assert (rates["IDR"].per, rates["IDR"].rate) == (1000, Decimal("0.020718307"))
    assert "USD" not in rates  # fixed by law: a cross rate does not replace it
    assert [one.number for one in reading.of(Standing.PASSED)] == [3]


def test_quotes_per_one_pound_are_turned_round_by_the_tables_own_national_rate():
    text = "currency,units_per_gbp,period\nBHD,0.5,2026-11\nEUR,1.25,2026-11\nUSD,1.3,2026-11"
    _, rates = quotes(text)
    assert rates["EUR"].for_one == Decimal("0.4")
    assert rates["GBP"].for_one == Decimal("0.5")
    assert rates["EUR"].valid_from == date(2026, 11, 1)


def test_without_a_bridge_to_national_money_nothing_is_guessed():
    reading, rates = quotes("Date,USD,JPY,GBP,IDR\n2026-10-30,1.1,175,0.8,20275",
                            kept={"XXX": Decimal(1)}, national="EGP")  # fmt: skip
    assert not rates
    assert "EUR is in EGP on 2026-10-30" in said(reading)[2]


@pytest.mark.parametrize(
    ("row", "fault"),
    [("XXX,1", "XXX is not in the list"), ("USD,0", "not understood"), ("USD,-1", "not understood"),
     ("USD,1e3", "not understood"), (",1", "no code"), ("USD,0.12345678901", "not understood")],
)  # fmt: skip
def test_a_rate_that_cannot_be_is_told(row, fault):
    reading, _ = quotes(f"currency,rate\nEUR,0.42\n{row}")
    assert fault in said(reading)[3]
    assert reading.imported == 1


def test_a_lone_comma_that_may_be_a_thousand_is_refused_and_zero_comma_is_not():
    reading, rates = quotes("currency;rate\nEUR;1,117\nGBP;0,505", separator=";")
    assert "write it with a point" in said(reading)[2]
    assert rates["GBP"].rate == Decimal("0.505")


cells = st.sampled_from(["", "0101", "01012110", "Horses", "خيول", "5%", "01/02/2026", "x" * 5000])


@given(st.lists(st.lists(cells, min_size=1, max_size=6), max_size=12))
def test_whatever_the_rows_each_is_accounted_for(rows):
    lines = [Line(number=at, cells=tuple(row)) for at, row in enumerate(rows, 1) if any(row)]
    own = Table(name="f", headings=("code", "en", "duty", "from"), lines=tuple(lines))
    layout = suggest("tariff", own, TARIFF, CURRENCIES.__contains__)
    assert accounted(read_rows("tariff", own, layout, source="f", starts=TODAY), own)
