"""Sentences of weights, values, tariff and procedures."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

ITEMS: Mapping[str, Message] = MappingProxyType(
    {
        "W-01": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: net mass {v2} kg is greater than gross mass {v1} kg."
            ),
        ),
        "W-02": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: net equals gross mass; packed goods normally weigh more."
            ),
        ),
        "W-03": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: enter gross and net mass greater than zero."
            ),
        ),
        "W-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Packages: items {v1}, box 6 of the file {v2}.")
        ),
        "W-05": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: number of packages must be at least 1 for this kind."
            ),
        ),
        "W-06": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Item {item}: bulk goods normally have 0 packages.")
        ),
        "W-07": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Gross mass: items {v1} kg, valuation note {v2} kg.")
        ),
        "W-08": Message(
            _W,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: package count {v} has too many decimals."),
        ),
        "W-09": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: enter marks and numbers of packages.")
        ),
        "W-10": Message(_W, QT_TRANSLATE_NOOP("Finding", "Item {item}: description is too vague.")),
        "W-11": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: description has {v1} characters, target allows {v2}."
            ),
        ),
        "V-01": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item prices total {v1}, invoice total {v2}, difference {d}."
            ),
        ),
        "V-02": Message(_E, QT_TRANSLATE_NOOP("Finding", "Box {box}: currency {v} is not valid.")),
        "V-02.missing": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box {box}: enter the currency of the amount.")
        ),
        "V-03": Message(_E, QT_TRANSLATE_NOOP("Finding", "No exchange rate for {cur} on {date}.")),
        "V-04": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Rate {v} for {cur} is {n} days old or unusual.")
        ),
        "V-05": Message(_E, QT_TRANSLATE_NOOP("Finding", "{line} cannot be negative.")),
        "V-06": Message(_E, QT_TRANSLATE_NOOP("Finding", "Calculated customs value is negative.")),
        "V-07": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Terms {inco} already include {field}: check the valuation note."
            ),
        ),
        "V-08": Message(_W, QT_TRANSLATE_NOOP("Finding", "Terms {inco}: {field} is zero.")),
        "V-09": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "No apportionment: item {line} total {v1}, header {v2}."),
        ),
        "V-10": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Apportionment by weight needs a gross mass.")
        ),
        "V-11": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: adjustment must be greater than zero.")
        ),
        "V-12": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: adjustment {v} multiplies the statistical value."
            ),
        ),
        "V-13": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: valuation method {v} needs a justification."
            ),
        ),
        "V-14": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Item {item}: unit value {v} is outside {min}-{max} for this heading and origin.",
            ),
        ),
        "V-15": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "All invoices must be in one currency or converted; the file has {list}."
            ),
        ),
        "T-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: code {v} is not valid on {date}.")
        ),
        "T-02": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: code {v} must have {n} digits.")
        ),
        "T-03": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Item {item}: code {v} was replaced by {list}.")
        ),
        "T-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: enter the quantity in {unit}.")
        ),
        "T-05": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: choose the specification code for {v}.")
        ),
        "T-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: goods under {v} are prohibited.")
        ),
        "T-07": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Item {item}: permit from {agency} required.")
        ),
        "T-08": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: you declared this description as {v2} before ({list})."
            ),
        ),
        "T-09": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: preference {v} needs an eligible origin and proof."
            ),
        ),
        "T-10": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: origin {v} is not allowed.")
        ),
        "T-11": Message(
            _I, QT_TRANSLATE_NOOP("Finding", "Item {item}: duty rate changed from {v1} to {v2}.")
        ),
        "P-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: procedure {v} is not allowed.")
        ),
        "P-02": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: procedure {v1} does not belong to model {v2}."
            ),
        ),
        "P-03": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: extended code {v} cannot be used with procedure {p}."
            ),
        ),
        "P-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Items use incompatible procedures: {list}.")
        ),
        "P-05": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: enter the previous declaration reference."),
        ),
        "P-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: exceeds the remaining balance {v}.")
        ),
        "P-07": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 49: warehouse code and time limit are required.")
        ),
        "P-07.unknown": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 49: warehouse {v} is not in the list.")
        ),
        "P-08": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 49: {v} days exceeds the limit {n}.")
        ),
        "P-09": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Guarantee {v1} is less than duties {v2}.")
        ),
        "P-10": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Item {item}: not allowed under temporary admission.")
        ),
        "P-11": Message(
            _W,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: choose the re-export case (a-g) in box 44."),
        ),
    }
)
