"""Findings as a caller outside the program reads them: sentences and JSON."""

from collections.abc import Callable, Iterable

from sad_desktop.validation.findings import Finding
from sad_desktop.validation.messages import spoken_values

Say = Callable[[Finding], str]


def in_english(finding: Finding) -> str:
    """Return the sentence of a finding as it stands in the sources."""
    return finding.message.format_map(spoken_values(finding, "en"))


def as_json(findings: Iterable[Finding], say: Say = in_english) -> list[dict[str, object]]:
    """Return findings as plain values: code, severity, box, item, field, message, values."""
    return [
        {
            "code": finding.code,
            "severity": str(finding.severity),
            "box": finding.box,
            "item": finding.number,
            "field": finding.place.field,
            "message": say(finding),
            "values": dict(finding.values),
        }
        for finding in findings
    ]


def as_lines(findings: Iterable[Finding], say: Say = in_english) -> list[str]:
    """Return one line for each finding: severity, code, box, item, sentence."""
    return [
        " ".join(
            part
            for part in (
                str(finding.severity),
                finding.code,
                f"[{finding.box}]",
                f"#{finding.number}" if finding.number else "",
                say(finding),
            )
            if part
        )
        for finding in findings
    ]
