"""``tariff`` and ``rates`` without a screen: import a file, find and show what is in force."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sad_desktop.errors import UserError
from sad_desktop.paths import paths_of
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.services.list_imports import Prepared
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.tariff.book import TariffLine

# Everything else is imported by the command that needs it: the window must not wait for it.

DONE = 0
_MOST_FOUND = 50
_MOST_FAULTS = 20
Lists = Callable[[argparse.Namespace], "ReferenceLists"]
Day = Callable[[str], date]


def add_lists(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    general: argparse.ArgumentParser,
    lists: Lists,
    day: Day,
) -> None:
    """Add ``tariff`` and ``rates``; ``lists`` returns the lists the options ask for."""
    tariff = commands.add_parser("tariff", help="import, find or show lines of the tariff")
    actions = tariff.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_import(actions, general, day, "tariff")
    find = actions.add_parser("find", parents=[general], help="find lines by code or words")
    find.add_argument("text", nargs="+")
    find.set_defaults(run=lambda options: _find(options, lists(options)))
    show = actions.add_parser("show", parents=[general], help="show a line in full")
    show.add_argument("code")
    show.set_defaults(run=lambda options: _show(options, lists(options)))
    rates = commands.add_parser("rates", help="import or show exchange rates")
    actions = rates.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_import(actions, general, day, "exchange_rates")
    rate = actions.add_parser("show", parents=[general], help="show the rate of a currency")
    rate.add_argument("currency")
    rate.set_defaults(run=lambda options: _show_rate(options, lists(options)))


def _add_import(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]",
    general: argparse.ArgumentParser,
    day: Day,
    list_name: str,
) -> None:
    command = actions.add_parser(
        "import", parents=[general], help="import a CSV, XLSX or JSON file"
    )
    command.add_argument("file", type=Path)
    command.add_argument(
        "--from", dest="starts", type=day, metavar="YYYY-MM-DD",
        help="the first day of rows that say none; the day of --on when not given",
    )  # fmt: skip
    command.add_argument(
        "--complete", action="store_true", help="what the file leaves out ends that day"
    )
    command.add_argument(
        "--leave-out", action="store_true", help="import although some rows have faults"
    )
    command.set_defaults(run=lambda options: _import(options, list_name))


def _on(options: argparse.Namespace) -> date:
    return options.on or date.today()  # noqa: DTZ011 - the office's own calendar day


def _import(options: argparse.Namespace, list_name: str) -> int:
    from sad_desktop.services.list_imports import ListImports, Wish
    from sad_desktop.services.office import office_of
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.settings import load_settings

    paths = paths_of(options.data_dir)
    settings = load_settings(paths.settings)
    code = options.profile or settings.profile
    with closing(office_of(paths, settings)) as workspace:
        workspace.take_folder()
        with closing(ReferenceLists(workspace, paths.lists(code), code)) as lists:
            lists.refresh()
            imports = ListImports(workspace, lists)
            table = imports.read(list_name, options.file)
            wish = Wish(
                on=_on(options),
                starts=options.starts or _on(options),
                is_complete=options.complete,
                leaves_faults_out=options.leave_out,
            )
            layout = imports.layout(list_name, table)
            prepared = imports.prepare(list_name, table, layout, wish)
            _tell_faults(prepared)
            imports.store(prepared)
    report = _report(prepared)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        counts = ("rows", "imported", "new", "changed", "ended", "same")
        print(", ".join(f"{name} {report[name]}" for name in counts))
    return DONE


def _tell_faults(prepared: "Prepared") -> None:
    from sad_desktop.brokerage.list_rows import Standing

    faults = prepared.reading.of(Standing.FAULT)
    for fault in faults[:_MOST_FAULTS]:
        print(f"{prepared.table.name}, row {fault.number}: {fault}", file=sys.stderr)
    if len(faults) > _MOST_FAULTS:
        print(f"and {len(faults) - _MOST_FAULTS} rows more", file=sys.stderr)


def _report(prepared: "Prepared") -> dict[str, Any]:
    from sad_desktop.brokerage.list_rows import Standing

    def told(standing: Standing) -> list[dict[str, Any]]:
        remarks = prepared.reading.of(standing)
        return [{"row": one.number, "reason": str(one)} for one in remarks]

    compared = prepared.comparisons.values()
    return {
        "list": prepared.list_name,
        "file": prepared.table.name,
        "rows": len(prepared.table.lines),
        "imported": prepared.reading.imported,
        "new": sum(len(one.added) for one in compared),
        "changed": sum(len(one.changed) for one in compared),
        "ended": sum(len(one.ended) for one in compared),
        "same": sum(one.same for one in compared),
        "faults": told(Standing.FAULT),
        "passed": told(Standing.PASSED),
    }


def _find(options: argparse.Namespace, lists: "ReferenceLists") -> int:
    from sad_desktop.tariff.book import LookupQuery
    from sad_desktop.tariff.lines import TARIFF, entry_as_line

    text = " ".join(options.text)
    query = LookupQuery(list_name=TARIFF, text=text, on=_on(options), limit=_MOST_FOUND)
    with closing(lists):
        rows = [_line(entry_as_line(entry)) for entry in lists.book.search(query)]
    _print(
        options, rows, lambda row: (row["code"], *_rates(row), row[_language(options)] or row["en"])
    )
    return DONE


def _show(options: argparse.Namespace, lists: "ReferenceLists") -> int:
    from sad_desktop.tariff.lines import HEADING_DIGITS, HEADINGS
    from sad_desktop.tariff.lookup import folded_code

    code, on = folded_code(options.code), _on(options)
    with closing(lists):
        line = lists.book.line(code, on)
        above = [lists.book.entry(HEADINGS, code[:digits], on) for digits in HEADING_DIGITS]
    if line is None:
        raise UserError(
            QT_TRANSLATE_NOOP("UserError", "The tariff has no line {code} on {day}."),
            {"code": options.code, "day": on.isoformat()},
        )
    row = _line(line)
    row["above"] = [{"code": one.code, "en": one.en, "ar": one.ar} for one in above if one]
    if options.json:
        print(json.dumps([row], ensure_ascii=False))
        return DONE
    language = _language(options)
    for heading in row["above"]:
        print(heading["code"], heading[language] or heading["en"])
    print(line.code, line.description(language))
    for name, value in row.items():
        if value and name not in ("code", "en", "ar", "above"):
            print(f"{name}: {_plain(value)}")
    return DONE


def _show_rate(options: argparse.Namespace, lists: "ReferenceLists") -> int:
    code, on = options.currency.upper(), _on(options)
    with closing(lists):
        rate = lists.book.exchange_rate(code, on)
        pegged = code in lists.profile.flags.get("pegged_currencies", "").split()
    if rate is None:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "There is no rate of {code} on {day}: import the rates of the day."
            ),
            {"code": options.currency, "day": on.isoformat()},
        )
    row = {
        "currency": code,
        "rate": f"{rate.rate:f}",
        "per": rate.per,
        "for_one": f"{rate.for_one:f}",
        "valid_from": rate.valid_from.isoformat(),
        "days_old": (on - rate.valid_from).days,
        "is_fixed": pegged,
        "source": rate.source,
    }
    _print(
        options,
        [row],
        lambda one: (one["currency"], one["for_one"], one["valid_from"], one["source"]),
    )
    return DONE


def _line(line: "TariffLine") -> dict[str, Any]:
    return {
        "code": line.code,
        "en": line.en,
        "ar": line.ar,
        "units": list(line.units),
        "rates": dict(line.rates),
        "specifications": list(line.specifications),
        "documents": list(line.documents),
        "prohibited": line.prohibited,
        "restricted_by": line.restricted_by,
        "notes": line.notes,
        "valid_from": line.valid_from.isoformat() if line.valid_from else "",
        "valid_to": line.valid_to.isoformat() if line.valid_to else "",
        "source": line.source,
    }


def _rates(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(f"{tax} {rate}" for tax, rate in row["rates"].items())


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {own}" for name, own in value.items())
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "yes" if value is True else str(value)


def _language(options: argparse.Namespace) -> str:
    return "ar" if options.language == "ar" else "en"


def _print(
    options: argparse.Namespace,
    rows: list[dict[str, Any]],
    shown: Callable[[dict[str, Any]], Iterable[str]],
) -> None:
    if options.json:
        print(json.dumps(rows, ensure_ascii=False))
    elif rows:
        print("\n".join("  ".join(filter(None, shown(row))) for row in rows))
