"""Every choice of the settings as the settings room shows it: where, in what words, as what."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from sad_desktop.forms.language import Language
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.settings import LearnedOffers, ThemeChoice
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP

APPEARANCE = QT_TRANSLATE_NOOP("Settings", "Appearance")
KEYING = QT_TRANSLATE_NOOP("Settings", "While keying")
OFFICE = QT_TRANSLATE_NOOP("Settings", "Your office")
SAFETY = QT_TRANSLATE_NOOP("Settings", "Backups")
DESKS = QT_TRANSLATE_NOOP("Settings", "Several desks")

ELSEWHERE = frozenset(
    {
        "keys",  # Help, Keys
        "database_url",  # the section of several desks
        "digits",
        "manifest_date_mode",
        "reference_mode",
    }
)
"""Settings without a line of their own: shown elsewhere, or nothing asks for them yet."""

Options = tuple[tuple[str, str], ...]
"""Values with the words they are chosen by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One line of the settings; the texts are of the translation context ``Settings``.

    ``options`` gives the values of a list, in the desk's language; None lets one type. A
    ``later`` choice holds from the next start.
    """

    name: str
    section: str
    title: str
    hint: str = ""
    options: Callable[[], Options] | None = None
    later: bool = False

    def words(self) -> str:
        """Return everything the line is found by."""
        said = (self.section, self.title, self.hint)
        options = self.options() if self.options is not None else ()
        return " ".join([*(say(text) for text in said if text), *(text for _, text in options)])


def choices(profiles: Iterable[Profile], language: str) -> tuple[Choice, ...]:
    """Return the lines of the settings in their order; ``profiles`` are those to choose from."""
    countries = tuple((one.code, one.ar if language == "ar" else one.en) for one in profiles)
    return (*_appearance(), *_keying(), *_office(countries))


def _appearance() -> tuple[Choice, ...]:
    return (
        Choice(
            name="language",
            section=APPEARANCE,
            title=QT_TRANSLATE_NOOP("Settings", "Language"),
            options=lambda: tuple((str(one), one.own_name) for one in Language),
        ),
        Choice(
            name="theme",
            section=APPEARANCE,
            title=QT_TRANSLATE_NOOP("Settings", "Theme"),
            options=lambda: _named(
                (ThemeChoice.SYSTEM, QT_TRANSLATE_NOOP("Preferences", "Like the system")),
                (ThemeChoice.LIGHT, QT_TRANSLATE_NOOP("Preferences", "Light")),
                (ThemeChoice.DARK, QT_TRANSLATE_NOOP("Preferences", "Dark")),
            ),
        ),
        Choice(
            name="sheet_edition",
            section=APPEARANCE,
            title=QT_TRANSLATE_NOOP("Settings", "The sheet"),
            hint=QT_TRANSLATE_NOOP("Settings", "The language the boxes of the form are named in."),
            options=lambda: (
                ("", say(QT_TRANSLATE_NOOP("Settings", "In the language of the desk"))),
                *_named(
                    (Edition.ENGLISH, QT_TRANSLATE_NOOP("Preferences", "English")),
                    (Edition.ARABIC, QT_TRANSLATE_NOOP("Preferences", "Arabic, mirrored")),
                    (Edition.BOTH, QT_TRANSLATE_NOOP("Preferences", "Both languages")),
                ),
            ),
        ),
        Choice(
            name="zoom",
            section=APPEARANCE,
            title=QT_TRANSLATE_NOOP("Settings", "Size of the sheet"),
            hint=QT_TRANSLATE_NOOP("Settings", "For declarations opened from now on."),
            options=lambda: (
                ("0", say(QT_TRANSLATE_NOOP("Settings", "Fits the window"))),
                *((str(size), f"{size} %") for size in (75, 90, 100, 110, 125, 150, 175, 200)),
            ),
        ),
    )


def _keying() -> tuple[Choice, ...]:
    return (
        Choice(
            name="learned_offers",
            section=KEYING,
            title=QT_TRANSLATE_NOOP("Settings", "What the importer usually declares"),
            hint=QT_TRANSLATE_NOOP(
                "Settings", "Stands grey in empty boxes; nothing is put in unless you take it."
            ),
            options=lambda: (
                (
                    str(LearnedOffers.SHOWN),
                    say(QT_TRANSLATE_NOOP("Settings", "Offered in empty boxes")),
                ),
                (str(LearnedOffers.OFF), say(QT_TRANSLATE_NOOP("Settings", "Not offered"))),
            ),
        ),
    )


def _office(countries: Options) -> tuple[Choice, ...]:
    into_new = QT_TRANSLATE_NOOP("Settings", "Put into new declarations.")
    return (
        Choice(
            name="profile",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Country"),
            hint=QT_TRANSLATE_NOOP("Settings", "Whose law, lists and form you work by."),
            options=lambda: countries,
            later=True,
        ),
        Choice(
            name="user_name",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Your name"),
            hint=QT_TRANSLATE_NOOP("Settings", "Stored with each declaration you save."),
            later=True,
        ),
        Choice(
            name="office_code",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Customs office, code"),
            hint=into_new,
        ),
        Choice(
            name="office_name",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Customs office, name"),
            hint=QT_TRANSLATE_NOOP("Settings", "Where the list of offices has no name for it."),
        ),
        Choice(
            name="declarant_code",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Declarant, number"),
            hint=into_new,
        ),
        Choice(
            name="declarant_name",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Declarant, name"),
            hint=QT_TRANSLATE_NOOP("Settings", "Where the companies have no name for it."),
        ),
        Choice(
            name="declaration_place",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Place of declaration"),
            hint=into_new,
        ),
        Choice(
            name="representative",
            section=OFFICE,
            title=QT_TRANSLATE_NOOP("Settings", "Who signs"),
            hint=into_new,
        ),
    )


def say(text: str) -> str:
    """Return a text of the settings in the desk's language."""
    return QCoreApplication.translate("Settings", text)


def _named(*options: tuple[str, str]) -> Options:
    return tuple(
        (str(value), QCoreApplication.translate("Preferences", text)) for value, text in options
    )
