"""Which boxes of the declaration's head and parties are keyed: 1 to 9, 14, A, 50 to 56.

A rule answers for one field; its docstring names the row of the guide it stands for.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.tariff.behaviour_circumstances import (
    BoxState,
    Circumstances,
    Flow,
    HeaderRule,
    computed,
    not_used,
    optional,
    required,
)
from sad_desktop.text import QT_TRANSLATE_NOOP


def declaration_type(_: Circumstances) -> BoxState:
    """S3-015: the model is chosen from the list and decides the states of other boxes."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 1: choose the model; it decides which boxes are keyed.")
    )


def general_procedure(_: Circumstances) -> BoxState:
    """S3-015: the second part of the model, 4 of IM4."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 1: the general procedure is part of the model.")
    )


def transit_document(around: Circumstances) -> BoxState:
    """BOXES 1c: the transit document is named by transit declarations."""
    if around.flow is Flow.TRANSIT or around.suspends or around.flow is Flow.UNKNOWN:
        return optional()
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "Box 1: the transit type is keyed for goods in transit only.")
    )


def exporter_code(around: Circumstances) -> BoxState:
    """S3-007, S3-008 (anomaly A1): disabled on import, keyed on export."""
    if around.flow is Flow.EXPORT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 2: key the exporter's code; the name follows.")
        )
    if around.flow is not Flow.IMPORT:
        return optional()
    return not_used(
        QT_TRANSLATE_NOOP(
            "Reason",
            "Box 2: the exporter's code is not keyed on import; key the name and address.",
        )
    )


def exporter_name(around: Circumstances) -> BoxState:
    """S3-007, S3-008: free text on import; on export the company's of the code."""
    if around.flow is Flow.IMPORT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 2: key the exporter's full name and address.")
        )
    return _party_name(around, around.declaration.exporter_code, around.declaration.exporter_name)


def form_number(_: Circumstances) -> BoxState:
    """S3-017: this form's number among the forms, 1/3."""
    return computed(
        QT_TRANSLATE_NOOP(
            "Reason", "Box 3 is counted: one item on the first form, three on each other."
        )
    )


def loading_lists(_: Circumstances) -> BoxState:
    """S3-018: how many loading lists are attached; optional."""
    return optional()


def item_count(_: Circumstances) -> BoxState:
    """S3-019: the number of items is counted."""
    return computed(QT_TRANSLATE_NOOP("Reason", "Box 5: the items are counted."))


def package_total(_: Circumstances) -> BoxState:
    """S3-020: the packages of all items are added up."""
    return computed(
        QT_TRANSLATE_NOOP("Reason", "Box 6: the packages of all items are added up from box 31.")
    )


def reference_year(around: Circumstances) -> BoxState:
    """S3-021: the year is set by the program."""
    if around.declaration.reference_year is None:
        return required()
    return computed(QT_TRANSLATE_NOOP("Reason", "Box 7: the program sets the year."))


def reference_number(around: Circumstances) -> BoxState:
    """S3-021, S3-022: keyed by the declarant, or numbered by the program."""
    if around.flag("reference_numbering") == "automatic":
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Box 7: the program gives the number when you store.")
        )
    return required(QT_TRANSLATE_NOOP("Reason", "Box 7: key your own number, used once a year."))


def consignee_code(around: Circumstances) -> BoxState:
    """S3-009, S3-010: the company's tax number on import, disabled on export."""
    if around.flow is Flow.IMPORT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 8: key the consignee's tax number; the name follows.")
        )
    if around.flow is not Flow.EXPORT:
        return optional()
    return not_used(
        QT_TRANSLATE_NOOP(
            "Reason",
            "Box 8: the consignee's code is not keyed on export; key the name and address.",
        )
    )


def consignee_name(around: Circumstances) -> BoxState:
    """S3-009, S3-010: the company's of the code on import; free text on export."""
    if around.flow is Flow.EXPORT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 8: key the consignee's full name and address.")
        )
    return _party_name(around, around.declaration.consignee_code, around.declaration.consignee_name)


def payer_code(around: Circumstances) -> BoxState:
    """S3-023: who pays; the consignee unless somebody else is named."""
    if around.flow is Flow.IMPORT and not around.suspends:
        return required(
            QT_TRANSLATE_NOOP(
                "Reason", "Box 9: key the payer's tax number; the consignee is proposed."
            )
        )
    return optional()


def payer_name(around: Circumstances) -> BoxState:
    """S3-023: the name of the payer's code."""
    state = _party_name(around, around.declaration.payer_code, around.declaration.payer_name)
    return state if not state.is_keyed else optional()


def declarant_code(_: Circumstances) -> BoxState:
    """S3-027: the licensed broker's tax number."""
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 14: key the declarant's tax number; the name follows.")
    )


def declarant_name(around: Circumstances) -> BoxState:
    """S3-027: the name and address of the declarant's code."""
    return _party_name(around, around.declaration.declarant_code, around.declaration.declarant_name)


def office_code(_: Circumstances) -> BoxState:
    """BOXES A: the customs office the declaration is lodged at."""
    return required()


def office_name(around: Circumstances) -> BoxState:
    """BOXES A: the name of the office's code."""
    declaration = around.declaration
    if around.names("offices", declaration.office_code, declaration.office_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box A: the name follows from the code."))
    return optional()


def acid(around: Circumstances) -> BoxState:
    """S2-001: keyed where a country asks advance cargo information of imports (flag ``acid``)."""
    if not around.flag("acid"):
        return not_used(
            QT_TRANSLATE_NOOP("Reason", "The country asks no advance cargo information.")
        )
    if around.flow is Flow.EXPORT:
        return not_used(QT_TRANSLATE_NOOP("Reason", "The ACID is keyed for imports only."))
    return optional()


def official(_: Circumstances) -> BoxState:
    """S3-045, S3-046, BOXES A, B, C, D/J: numbers and dates given by customs."""
    return computed(
        QT_TRANSLATE_NOOP("Reason", "For official use: filled in at registration and assessment.")
    )


def transit(around: Circumstances) -> BoxState:
    """BOXES 50 to 56: boxes of goods in transit."""
    if around.flow is Flow.TRANSIT or around.suspends:
        return optional()
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "Boxes 50 to 56 are keyed for goods in transit only.")
    )


def principal(around: Circumstances) -> BoxState:
    """BOXES 50: a transit declaration has a principal."""
    return required() if around.flow is Flow.TRANSIT else transit(around)


def _party_name(around: Circumstances, code: str, name: str) -> BoxState:
    if around.names_company(code, name):
        return computed(
            QT_TRANSLATE_NOOP(
                "Reason", "The name and address follow from the code; change them in Companies."
            )
        )
    if around.flow is Flow.UNKNOWN:
        return optional()
    return required(
        QT_TRANSLATE_NOOP("Reason", "Key the full name and address, or a code that is known.")
    )


RULES: Mapping[str, HeaderRule] = MappingProxyType(
    {
        "declaration_type": declaration_type,
        "general_procedure": general_procedure,
        "transit_document": transit_document,
        "office_code": office_code,
        "office_name": office_name,
        "exporter_code": exporter_code,
        "exporter_name": exporter_name,
        "form_number": form_number,
        "form_total": form_number,
        "loading_lists": loading_lists,
        "item_count": item_count,
        "package_count": package_total,
        "reference_year": reference_year,
        "reference_number": reference_number,
        "consignee_code": consignee_code,
        "consignee_name": consignee_name,
        "payer_code": payer_code,
        "payer_name": payer_name,
        "declarant_code": declarant_code,
        "declarant_name": declarant_name,
        "acid": acid,
        "principal_code": principal,
        "principal_name": principal,
    }
)
