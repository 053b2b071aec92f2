"""Test this copy of the program: each shipped part is used once, as the program would."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sad_desktop.errors import UserError
from sad_desktop.resources import SAMPLE, demand_whole, resource, translation

LATE = (
    "argon2",
    "charset_normalizer",
    "keyring.backends.SecretService",
    "openpyxl",
    "psycopg",
    "pypdf",
    "rapidfuzz.fuzz",
    "segno",
)
"""Libraries that a builder of programs overlooks, because they are imported late or by name."""
_DAY = date(2026, 11, 21)
_PICTURE = "manual/pictures/en/documents.png"
Check = Callable[[], str]


def self_check() -> int:
    """Run every check, print a line for each, and return 1 at the first that fails."""
    for name, check in checks().items():
        try:
            said = check()
        except (UserError, OSError, ValueError, ImportError) as error:
            print(f"FAILED {name}: {error}")
            return 1
        print(f"OK {name}: {said}")
    return 0


def checks() -> dict[str, Check]:
    """Return the checks by name, in the order they run."""
    return {
        "resources": _resources,
        "languages": _languages,
        "libraries": _libraries,
        "database": _database,
        "sample": _sample,
        "paper": _paper,
        "documents": _documents,
        "window": _window,
    }


def _resources() -> str:
    demand_whole()
    count = size = 0
    for file in _files(resource("")):
        size += len(file.read_bytes())
        count += 1
    return f"{count} files, {size // 1024} KB"


def _files(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry)
        elif not entry.name.startswith("."):
            yield entry


def _languages() -> str:
    for language in ("en", "ar"):
        translation(f"sad_{language}.qm").read_bytes()
    return "English, Arabic"


def _libraries() -> str:
    """Load what the program loads only when it is asked for."""
    from importlib import import_module

    from sad_desktop.services.headings import headings

    for name in LATE:
        import_module(name)
    return f"{len(LATE)} loaded, {len(headings())} headings"


def _database() -> str:
    from sad_desktop.paths import Paths
    from sad_desktop.services.workspace import Workspace

    with TemporaryDirectory() as folder:
        workspace = Workspace(Paths(Path(folder)), user="self-check")
        workspace.open_database()
        counts = workspace.counts()
        workspace.close()
    return f"made and brought up to date, {sum(counts.values())} declarations"


def _sample() -> str:
    from sad_desktop.services.assessment import assess_draft
    from sad_desktop.services.reference_lists import load_book
    from sad_desktop.xml.dialects import read_any

    draft = read_any(resource(SAMPLE).read_bytes(), SAMPLE)
    note = assess_draft(draft, load_book("bh"), _DAY)
    return f"{len(note.items)} items, total {note.total} {note.currency}"


def _documents() -> str:
    """Take a picture and a PDF made of it as digital documents, as a clerk attaches them."""
    from sad_desktop.brokerage.digital_documents import Limit
    from sad_desktop.services.digital_documents import examine, joined, reduced

    picture = examine(resource(_PICTURE).read_bytes(), _PICTURE)
    book = joined([picture, picture])
    small = reduced(book, Limit(size=book.document.size - 1))
    return f"{small.document.pages} pages, {small.document.size // 1024} KB"


def _paper() -> str:
    from sad_desktop.services.desk import Desk
    from sad_desktop.services.paper import Printing, print_draft
    from sad_desktop.services.reference_lists import load_book
    from sad_desktop.xml.dialects import read_any

    desk = Desk(book=load_book("bh"), on=_DAY, language="ar")
    draft = read_any(resource(SAMPLE).read_bytes(), SAMPLE)
    note = desk.assessor().assess(draft.declaration, draft.declared)
    paper = print_draft(
        draft, note, desk.figures(draft, note), desk.book.profile, Printing(edition="ar")
    )
    return f"{len(paper) // 1024} KB"


def _window() -> str:
    from sad_desktop.forms.language import Language, use_language
    from sad_desktop.launch import application_of

    application = application_of()
    for language in Language:
        use_language(application, language)
    return f"Qt on {application.platformName()}"
