"""Rules of weights and packages (RULES, section W)."""

from collections.abc import Iterator

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding


def masses(case: Case) -> Iterator[Finding]:
    """W-01 and W-03: both masses are above zero, and net is not above gross (CDS11006, 12123)."""
    for _, item in case.numbered_items():
        gross, net = Place("gross_mass", item.key), Place("net_mass", item.key)
        if not (case.is_readable(gross) and case.is_readable(net)):
            continue
        if not item.gross_mass or not item.net_mass:
            yield case.finding("W-03", net if item.gross_mass else gross)
        elif item.net_mass > item.gross_mass:
            yield case.finding(
                "W-01", net, v1=show_number(item.gross_mass), v2=show_number(item.net_mass)
            )
