"""Due dates, refunds and parcels: each wording, each limit, and both languages of a regime."""

from dataclasses import replace
from datetime import date, timedelta

from sad_desktop.validation.messages import spoken_values
from tests.builders import a_rate
from tests.clean_declaration import DAY, Given, clean, codes
from tests.seeded_faults_of_regimes import due, refunded, simplified


def found(given: Given, code: str):
    return [one for one in given.found() if one.code == code]


def in_riyals(given: Given) -> Given:
    rate = a_rate("SAR", "0.1", since=date(2026, 1, 1))
    return replace(given, book=replace(given.book, rates=(*given.book.rates, rate)))


def test_a_regime_is_named_in_the_language_of_the_reader():
    (one,) = found(due(clean(), DAY + timedelta(days=7)), "R-01")
    assert spoken_values(one, "en")["regime"] == "Transit"
    assert spoken_values(one, "ar")["regime"] == "العبور"


def test_what_is_over_without_an_extension_is_still_told():
    assert codes(due(clean(), DAY - timedelta(days=90)).found()) == ["R-01"]


def test_a_country_without_a_law_of_regimes_tells_30_days_ahead():
    given = due(clean(), DAY + timedelta(days=30)).flags(regimes="", refund_codes="E11")
    assert codes(given.found()) == ["R-01"]
    assert not found(refunded(clean(), "1", DAY).flags(regimes=""), "R-03")
    assert not found(simplified(clean(), "99").flags(regimes=""), "R-04")


def test_a_refund_is_late_365_days_after_the_payment_and_claimed_within_180():
    late = found(refunded(clean(), "1000", DAY - timedelta(days=366)), "R-03")
    assert [one.message for one in late] == [late[0].message] * 7
    assert dict(late[0].values)["date"] == "01/11/2025"
    in_time = refunded(clean(), "1000", DAY, DAY + timedelta(days=180))
    assert not found(in_time, "R-03")
    (claim,) = found(refunded(clean(), "1000", DAY, DAY + timedelta(days=181)), "R-03")
    assert dict(claim.values)["n"] == "180"


def test_a_refund_of_goods_the_office_does_not_keep_is_judged_by_value_only():
    given = refunded(clean(), "1000", DAY).registered(paid_on={})
    assert not found(given.header(registration_day=None), "R-03")


def test_parcels_are_judged_by_mass_by_post_and_by_value():
    by_post = simplified(clean(), "5", border_mode="5")
    assert dict(found(by_post, "R-04")[0].values)["v"] == "35 kg > 30 kg"
    (worth,) = found(in_riyals(simplified(clean(), "2")), "R-04")
    assert dict(worth.values)["v"].endswith("SAR > 1,000 SAR")
    assert not found(simplified(clean(), "2"), "R-04")
