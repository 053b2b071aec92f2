"""What the shipper is told of an ACID: a text to copy, and the draft of a mail (S2-003, S2-008)."""

import tomllib
from collections.abc import Mapping
from email.message import EmailMessage
from functools import cache
from pathlib import Path

from sad_desktop.brokerage.advance_cargo import Dossier, Mark
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_terms import valid_until
from sad_desktop.errors import ResourceMissing, StorageUnavailable, UserError
from sad_desktop.resources import resource
from sad_desktop.services.saved_files import save_whole
from sad_desktop.text import QT_TRANSLATE_NOOP

_FILE = "advance_cargo/notice.toml"
_LANGUAGES = ("en", "ar")
_FACTS = ("acid", "importer", "importer_number", "exporter", "exporter_number")
_MORE = ("order", "invoice", "bill", "valid_until")
_RULE = "\n\n" + "-" * 40 + "\n\n"


def notice(dossier: Dossier, law: AdvanceCargoLaw, language: str) -> str:
    """Return the text for the shipper in both languages, the desk's first; raises UserError.

    The ACID stands without blanks, as it is written on documents.
    """
    facts = _facts(dossier, law)
    first = language if language in _LANGUAGES else _LANGUAGES[0]
    others = [one for one in _LANGUAGES if one != first]
    return _RULE.join(_said(words()[one], facts) for one in (first, *others))


def mail_draft(dossier: Dossier, law: AdvanceCargoLaw, language: str) -> bytes:
    """Return a mail to the exporter, a copy to the importer, that is not sent yet (.eml).

    Raises UserError where no number was given yet.
    """
    facts = _facts(dossier, law)
    message = EmailMessage()
    message["Subject"] = words()[language]["subject"].format_map(facts)
    if dossier.exporter_email:
        message["To"] = _one_line(dossier.exporter_email)
    if dossier.importer_email:
        message["Cc"] = _one_line(dossier.importer_email)
    message["X-Unsent"] = "1"  # mail programs open it as a draft
    message.set_content(notice(dossier, law, language), charset="utf-8", cte="base64")
    return message.as_bytes()


def save_mail(dossier: Dossier, law: AdvanceCargoLaw, language: str, path: Path) -> None:
    """Write the mail's draft, whole or not at all; raises UserError."""
    content = mail_draft(dossier, law, language)
    try:
        save_whole(content, path)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The mail {name} cannot be written ({reason}). Choose another folder.",
            ),
            {"name": path.name, "reason": error.strerror or error},
        ) from error


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences by language; raises ResourceMissing when the file is damaged."""
    try:
        return tomllib.loads(resource(_FILE).read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise ResourceMissing(_FILE) from fault


def _facts(dossier: Dossier, law: AdvanceCargoLaw) -> dict[str, str]:
    acid = dossier.acid
    if acid is None or acid.mark is Mark.CANCELLED:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "There is no ACID in force yet that the shipper could be told."
            )
        )
    last = valid_until(dossier, law)
    return {
        "acid": acid.text,
        "importer": dossier.importer_name,
        "importer_number": dossier.importer_code,
        "exporter": dossier.exporter_name,
        "exporter_number": dossier.exporter_registration,
        "order": dossier.order,
        "invoice": ", ".join(one.number for one in dossier.invoices if one.number),
        "bill": dossier.bill,
        "valid_until": "" if last is None else last.strftime("%d/%m/%Y"),
    }


def _said(own: Mapping[str, str], facts: Mapping[str, str]) -> str:
    lines = [own[name].format_map(facts) for name in (*_FACTS, *_MORE) if facts[name]]
    return "\n".join((own["before"], "", *lines, own["after"]))


def _one_line(address: str) -> str:
    return " ".join(address.split())
