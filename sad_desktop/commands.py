"""The command line: the same use cases as the windows, for batches, scripts and checks."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sad_desktop import __version__
from sad_desktop.errors import UserError
from sad_desktop.history_commands import add_history
from sad_desktop.list_commands import add_lists
from sad_desktop.paths import Paths, paths_of

if TYPE_CHECKING:
    from sad_desktop.declaration.draft import Draft
    from sad_desktop.services.desk import Desk
    from sad_desktop.services.findings import Say
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.valuation.note import AssessmentNote

# Everything else is imported by the command that needs it: a command then starts in a fraction
# of the time, and the window paints before SQLAlchemy is loaded.

DONE, HAS_ERRORS, UNUSABLE = 0, 1, 2
_WINDOW_SIZE = "1600x1000"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; without a command open the window."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words and all(word.lower().endswith(".xml") for word in words):
        words = ["--open", *words]  # as the system starts it with files
    options = _parser().parse_args(words)
    try:
        status: int = options.run(options)
    except UserError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sad-desktop", description="The customs declaration desk.", parents=[_general("")]
    )
    parser.set_defaults(run=_window)
    parser.add_argument("--version", action="version", version=f"SAD Desktop {__version__}")
    parser.add_argument(
        "--self-check", dest="run", action="store_const", const=_self_check, help="test this copy"
    )
    parser.add_argument(
        "--open", type=Path, nargs="+", default=(), metavar="FILE", help="open files"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    general = _general(argparse.SUPPRESS)
    assess = commands.add_parser("assess", parents=[general], help="value and assess a declaration")
    assess.add_argument("file", type=Path)
    assess.add_argument("--taxes", choices=("profile", "declared"), default="profile")
    assess.set_defaults(run=_assess)
    check = commands.add_parser("check", parents=[general], help="verify a declaration")
    check.add_argument("file", type=Path)
    check.set_defaults(run=_check)
    export = commands.add_parser("export", parents=[general], help="read and write declarations")
    export.add_argument("files", type=Path, nargs="+", metavar="FILE or FOLDER")
    export.add_argument("-o", "--output", type=Path, required=True)
    export.set_defaults(run=_export)
    taken = commands.add_parser("import", parents=[general], help="store declarations of files")
    taken.add_argument("files", type=Path, nargs="+", metavar="FILE or FOLDER")
    taken.set_defaults(run=_import)
    template = commands.add_parser("template", parents=[general], help="make a template")
    template.add_argument("file", type=Path)
    template.add_argument("-o", "--output", type=Path, required=True)
    template.set_defaults(run=_template)
    harvest = commands.add_parser(
        "harvest", parents=[general], help="fill the office's lists from past declarations"
    )
    harvest.add_argument("files", type=Path, nargs="+", metavar="FILE or FOLDER")
    harvest.set_defaults(run=_harvest)
    _add_print(commands, general)
    _add_screenshot(commands, general)
    add_history(commands, general)
    add_lists(commands, general, _lists, _day)
    demo = commands.add_parser("demo", parents=[general], help="the main job on a sample")
    demo.add_argument("-o", "--output", type=Path, default=Path("demo"))
    demo.set_defaults(run=_demo)
    return parser


def _general(default: str) -> argparse.ArgumentParser:
    """Return the options that stand before or after the command.

    Behind the command they have no default of their own, or it would overwrite what was given
    before it.
    """
    before = default != argparse.SUPPRESS
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--profile", default=None if before else default, help="country profile, such as bh"
    )
    parser.add_argument(
        "--on",
        type=_day,
        default=None if before else default,
        metavar="YYYY-MM-DD",
        help="the day whose law and rates apply; today when not given",
    )
    parser.add_argument(
        "--language", choices=("en", "ar", "both"), default=None if before else default
    )
    parser.add_argument("--data-dir", type=Path, default=None if before else default)
    parser.add_argument("--json", action="store_true", default=False if before else default)
    return parser


def _add_print(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    general: argparse.ArgumentParser,
) -> None:
    from sad_desktop.printing.job import What  # start-up cost

    command = commands.add_parser("print", parents=[general], help="print a declaration to PDF")
    command.add_argument("file", type=Path)
    command.add_argument("-o", "--output", type=Path, required=True)
    command.add_argument(
        "--what",
        choices=get_args(What),
        default="sad",
    )
    command.add_argument(
        "--design", default="", metavar="NAME", help="a print design in the declaration's place"
    )
    command.add_argument("--values-only", action="store_true")
    command.add_argument("--offset-x", type=float, default=0.0, metavar="MM")
    command.add_argument("--offset-y", type=float, default=0.0, metavar="MM")
    command.set_defaults(run=_print)


def _add_screenshot(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    general: argparse.ArgumentParser,
) -> None:
    command = commands.add_parser("screenshot", parents=[general], help="show a declaration")
    command.add_argument("file", type=Path)
    command.add_argument("-o", "--output", type=Path, required=True)
    command.add_argument(
        "--tab",
        choices=(
            "sad",
            "valuation",
            "items",
            "assessment",
            "containers",
            "documents",
            "further",
            "comparison",
            "details",
            "findings",
        ),
        default="sad",
    )
    command.add_argument("--page", type=int, default=1)
    command.add_argument("--theme", choices=("light", "dark"), default="light")
    command.add_argument("--size", default=_WINDOW_SIZE, metavar="WxH")
    command.set_defaults(run=_screenshot)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed} is no day; write it as YYYY-MM-DD") from error


def _desk(options: argparse.Namespace) -> "Desk":
    """Return the law of the day the options ask for."""
    from sad_desktop.services.desk import Desk

    lists = _lists(options)
    language = "ar" if options.language == "ar" else "en"
    return Desk(book=lists.book, on=_on(options), language=language)


def _on(options: argparse.Namespace) -> date:
    return options.on or date.today()  # noqa: DTZ011 - the office's own calendar day


def _lists(options: argparse.Namespace) -> "ReferenceLists":
    """Return the reference lists as the office keeps them, where there is an office.

    An office out of reach is told of; the lists are then those of the last time.
    """
    from sad_desktop.services.office import office_of
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.services.server import address
    from sad_desktop.settings import load_settings

    paths = _paths(options)
    settings = load_settings(paths.settings)
    code = options.profile or settings.profile
    url = address(settings.database_url)
    workspace = office_of(paths, settings)
    lists = ReferenceLists(workspace, paths.lists(code), code)
    has_office = bool(url) or paths.database.is_file()
    if has_office and (url or not lists.is_current):
        try:
            lists.refresh()
        except UserError as error:
            print(error, file=sys.stderr)
    return lists


def _paths(options: argparse.Namespace) -> Paths:
    return paths_of(options.data_dir)


def _assess(options: argparse.Namespace) -> int:
    from sad_desktop.services.assessment import as_json, assess_draft
    from sad_desktop.services.exchange import open_file

    desk = _desk(options)
    draft = open_file(options.file)
    note = assess_draft(draft, desk.book, desk.on, taxes=options.taxes)
    shown = as_json(note, draft.declaration)
    print(json.dumps(shown, ensure_ascii=False, indent=None if options.json else 2))
    return HAS_ERRORS if _errors(desk, draft, note) else DONE


def _check(options: argparse.Namespace) -> int:
    from sad_desktop.brokerage.register import Prefetched
    from sad_desktop.services.assessment import assess_draft
    from sad_desktop.services.exchange import open_file
    from sad_desktop.services.findings import as_json, as_lines

    desk = _desk(options)
    draft = open_file(options.file)
    note = assess_draft(draft, desk.book, desk.on)
    findings = desk.check(draft, note, Prefetched(as_read=draft.declaration))
    say = _sayer(desk.language)
    if options.json:
        print(json.dumps(as_json(findings, say), ensure_ascii=False))
    else:
        print("\n".join(as_lines(findings, say)) or "No findings.")
    return HAS_ERRORS if any(finding.severity == "error" for finding in findings) else DONE


def _sayer(language: str) -> "Say":
    """Return what words a finding; Qt is loaded only for a language that needs translating."""
    from sad_desktop.services.findings import in_english

    if language == "en":
        return in_english
    from sad_desktop.forms.language import finding_in

    return finding_in(language)


def _errors(desk: "Desk", draft: "Draft", note: "AssessmentNote") -> bool:
    from sad_desktop.brokerage.register import Prefetched

    findings = desk.check(draft, note, Prefetched(as_read=draft.declaration))
    return any(finding.severity == "error" for finding in findings)


def _export(options: argparse.Namespace) -> int:
    from sad_desktop.file_commands import export_files

    return export_files(options.files, options.output, _desk(options), as_json=options.json)


def _import(options: argparse.Namespace) -> int:
    from sad_desktop.file_commands import import_below
    from sad_desktop.services.office import office_of
    from sad_desktop.settings import load_settings

    paths = _paths(options)
    settings = load_settings(paths.settings)
    workspace = office_of(paths, settings)
    return import_below(options.files, workspace, as_json=options.json)


def _template(options: argparse.Namespace) -> int:
    from sad_desktop.brokerage.templates import clear_shipment
    from sad_desktop.services.exchange import open_file, save_file

    draft, cleared = clear_shipment(open_file(options.file))
    save_file(draft, None, options.output)
    names = [f"{place.definition().box} {place.field}" for place in cleared]
    print(json.dumps(names) if options.json else "\n".join(names))
    return DONE


def _harvest(options: argparse.Namespace) -> int:
    from sad_desktop.services.companies import Companies
    from sad_desktop.services.desk import Desk
    from sad_desktop.services.files_below import files_below
    from sad_desktop.services.harvest import Harvests, counts, gather, is_proposed, judge
    from sad_desktop.services.office import office_of
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.settings import load_settings

    paths = _paths(options)
    settings = load_settings(paths.settings)
    code = options.profile or settings.profile
    workspace = office_of(paths, settings)
    lists = ReferenceLists(workspace, paths.lists(code), code)
    try:
        workspace.take_folder()
        lists.refresh()
        companies = Companies(workspace, code, lists.profile.tin_pattern)
        harvests = Harvests(workspace, code)
        gathered = gather(files_below(options.files), harvests.known_files())
        companies.refresh()
        judged = judge(gathered.lines, Desk(book=lists.book, on=_on(options)), companies.all())
        taken = tuple(one.line for one in judged if is_proposed(one))
        harvests.keep(replace(gathered, lines=taken), companies, lists)
    finally:
        lists.close()
        workspace.close()
    for path, error in gathered.refused:
        print(f"{path}: {error}", file=sys.stderr)
    found = counts(gathered.lines)
    lines = (f"{shelf} {count}" for shelf, count in found.items())
    print(json.dumps(found) if options.json else "\n".join(lines))
    return UNUSABLE if gathered.refused and not gathered.files else DONE


def _print(options: argparse.Namespace) -> int:
    from sad_desktop.services.exchange import open_file
    from sad_desktop.services.paper import Printing, save_pdf
    from sad_desktop.services.print_batch import subject_of
    from sad_desktop.services.print_orders import Order, carry_out, design_named

    desk = _desk(options)
    folder = _paths(options).root / "designs"
    design = design_named(options.design, folder) if options.design else None
    printing = Printing(
        what=options.what,
        edition=options.language or "en",
        values_only=options.values_only,
        offset_x=options.offset_x,
        offset_y=options.offset_y,
    )
    order = Order(printing=printing, design=design)
    save_pdf(carry_out(subject_of(open_file(options.file), desk), order).content, options.output)
    print(options.output, file=sys.stderr)
    return DONE


def _without_screen() -> None:
    """Have Qt draw in memory: these commands show nothing and need no screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt's drawing in memory warns at every window that nobody tells it the window's size
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def _screenshot(options: argparse.Namespace) -> int:
    _without_screen()
    from sad_desktop.screenshot import Shot, take_screenshot

    shot = Shot(
        file=options.file,
        output=options.output,
        tab=options.tab,
        page=options.page,
        theme=options.theme,
        size=options.size,
        edition=options.language or "en",
    )
    take_screenshot(shot, _desk(options))
    print(options.output, file=sys.stderr)
    return DONE


def _demo(options: argparse.Namespace) -> int:
    _without_screen()
    from sad_desktop.demonstration import demonstrate

    for line in demonstrate(_desk(options), options.output):
        print(line)
    return DONE


def _self_check(_options: argparse.Namespace) -> int:
    _without_screen()
    from sad_desktop.self_check import self_check

    return self_check()


def _window(options: argparse.Namespace) -> int:
    from sad_desktop.launch import run_window

    paths = _paths(options)
    return run_window(paths, profile=options.profile, on=options.on, files=options.open)
