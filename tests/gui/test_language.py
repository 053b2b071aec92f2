import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from sad_desktop.declaration.draft import Place
from sad_desktop.errors import ResourceMissing, UserError
from sad_desktop.forms import language as module
from sad_desktop.forms.language import (
    Language,
    current_language,
    in_desk_direction,
    isolated,
    translate_error,
    translate_finding,
    translate_reason,
    translate_step,
    translate_unreadable,
    use_language,
)
from sad_desktop.validation.findings import Finding, Severity

UNREADABLE = "This is not a number."


def finding(message, **values):
    return Finding(
        code="X-1",
        severity=Severity.ERROR,
        place=Place("invoice_amount"),
        message=message,
        values=tuple(values.items()),
    )


def test_arabic_runs_from_the_right_and_english_from_the_left(speak):
    speak(Language.ARABIC)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert current_language() is Language.ARABIC
    speak(Language.ENGLISH)
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert current_language() is Language.ENGLISH


def test_qt_itself_speaks_arabic(qtbot, speak):
    speak(Language.ARABIC)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "ألغِ"


def test_our_own_texts_are_translated_and_come_back(speak):
    speak(Language.ARABIC)
    assert translate_unreadable(UNREADABLE) == "هذا ليس رقمًا."
    speak(Language.ENGLISH)
    assert translate_unreadable(UNREADABLE) == UNREADABLE


def test_switching_again_and_again_leaves_one_set_of_translators(qapp, speak):
    for _ in range(3):
        speak(Language.ARABIC)
        speak(Language.ENGLISH)
    assert len(qapp.findChildren(QTranslator)) <= 1
    speak(Language.ARABIC)
    assert len(qapp.findChildren(QTranslator)) == 2


def test_numbers_stay_latin_whatever_the_language(speak):
    speak(Language.ARABIC)
    assert QLocale().toString(1234) == "1234"


def test_a_missing_translation_is_told(qapp, monkeypatch):
    def missing(name):
        raise ResourceMissing(name)

    monkeypatch.setattr(module, "translation", missing)
    with pytest.raises(ResourceMissing, match=r"sad_ar\.qm"):
        use_language(qapp, Language.ARABIC)


def test_an_error_and_a_finding_carry_their_values(speak):
    speak(Language.ENGLISH)
    error = UserError("The file {name} is too large.", {"name": "a.xml"})
    assert translate_error(error) == "The file a.xml is too large."
    told = finding("Box {box}: {v} is not {v2}.", box="22", v="1", v2="2")
    assert translate_finding(told) == "Box 22: 1 is not 2."


def test_braces_in_a_value_are_not_filled_again(speak):
    speak(Language.ENGLISH)
    assert translate_finding(finding("{v} is no code.", v="{box}")) == "{box} is no code."
    assert translate_finding(finding("Nothing is to be filled.")) == "Nothing is to be filled."


def test_a_reason_and_a_step_nobody_translated_stay_as_they_are(speak):
    speak(Language.ENGLISH)
    assert translate_reason("Only for exports.") == "Only for exports."
    assert translate_step("{base} x {rate}", [("base", "100"), ("rate", "5 %")]) == "100 x 5 %"


@pytest.mark.parametrize(
    ("value", "turned"), [("-5", "\u2066"), ("ABC (12)", "\u2066"), ("شركة (م.م.ح)", "\u2067")]
)
def test_in_arabic_a_value_keeps_its_own_order(speak, value, turned):
    speak(Language.ARABIC)
    assert isolated(value) == f"{turned}{value}\u2069"
    assert isolated("") == ""


def test_in_english_only_an_arabic_value_is_set_apart(speak):
    speak(Language.ENGLISH)
    assert isolated("ABC (12)") == "ABC (12)"
    assert isolated("شركة (م.م.ح)") == "\u2067شركة (م.م.ح)\u2069"


def test_each_language_names_itself():
    assert [language.own_name for language in Language] == ["English", "العربية"]


def test_the_context_of_a_text_is_that_of_its_kind(speak):
    speak(Language.ARABIC)
    assert QCoreApplication.translate("Nobody", UNREADABLE) == UNREADABLE


def test_a_sentence_that_begins_with_a_foreign_word_runs_as_the_desk_does(speak):
    speak(Language.ENGLISH)
    assert in_desk_direction("F3 finds") == "F3 finds"
    speak(Language.ARABIC)
    assert in_desk_direction("F3 للبحث\nEsc للرجوع") == "\u200fF3 للبحث\n\u200fEsc للرجوع"
    assert in_desk_direction("") == ""
