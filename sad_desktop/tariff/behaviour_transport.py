"""Which boxes of countries and transport are keyed: 10 to 19, 21, 25 to 27, 29, 30."""

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


def consignment_country(around: Circumstances) -> BoxState:
    """S3-024: the last consignment on import, the first destination on export."""
    if around.flow is Flow.EXPORT:
        return optional(QT_TRANSLATE_NOOP("Reason", "Box 10: the first country the goods go to."))
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 10: the last country the goods were consigned from.")
    )


def trading_country(around: Circumstances) -> BoxState:
    """S3-025: the country of the exporter."""
    if around.flow is Flow.EXPORT:
        return optional()
    return optional(QT_TRANSLATE_NOOP("Reason", "Box 11: the country of the exporter."))


def certificate_of_origin(around: Circumstances) -> BoxState:
    """S3-026: 1 with, 0 without a certificate of origin, where the country asks for it."""
    if around.flag("certificate_of_origin") == "keyed" and around.flow is Flow.IMPORT:
        return required(
            QT_TRANSLATE_NOOP(
                "Reason", "Box 13: key 1 with a certificate of origin, 0 without; 0 costs a fee."
            )
        )
    return optional()


def export_country(around: Circumstances) -> BoxState:
    """S3-028: where the goods were shipped from; on export the home country."""
    home = around.profile.country
    if around.flow is Flow.EXPORT and home and around.declaration.export_country == home:
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Box 15: goods are exported from the home country.")
        )
    return required(
        QT_TRANSLATE_NOOP("Reason", "Box 15: key the country the goods are shipped from.")
    )


def export_country_name(around: Circumstances) -> BoxState:
    """S3-028: the name of the code in box 15a."""
    declaration = around.declaration
    return _country_name(around, declaration.export_country, declaration.export_country_name)


def export_region(_: Circumstances) -> BoxState:
    """S3-028: box 15b is not used."""
    return not_used(QT_TRANSLATE_NOOP("Reason", "Box 15b is not used."))


def origin_name(_: Circumstances) -> BoxState:
    """S3-029: the one country of origin, or the word "various"."""
    return computed(
        QT_TRANSLATE_NOOP("Reason", "Box 16: the country of origin of all items, or “Various”.")
    )


def destination_country(around: Circumstances) -> BoxState:
    """S3-030: the home country on import; keyed on export."""
    home = around.profile.country
    if around.flow is Flow.IMPORT and home and around.declaration.destination_country == home:
        return computed(
            QT_TRANSLATE_NOOP("Reason", "Box 17: imported goods go to the home country.")
        )
    return required(QT_TRANSLATE_NOOP("Reason", "Box 17: key the country the goods finally go to."))


def destination_country_name(around: Circumstances) -> BoxState:
    """S3-030: the name of the code in box 17a."""
    declaration = around.declaration
    return _country_name(
        around, declaration.destination_country, declaration.destination_country_name
    )


def destination_region(_: Circumstances) -> BoxState:
    """S3-030: box 17b is not used."""
    return not_used(QT_TRANSLATE_NOOP("Reason", "Box 17b is not used."))


def arrival_means(around: Circumstances) -> BoxState:
    """S3-031 (anomaly A7): identity and nationality, at arrival on import, at departure else."""
    if around.flow is Flow.EXPORT:
        return optional(
            QT_TRANSLATE_NOOP(
                "Reason", "Box 18: the ship, aircraft or truck the goods leave on, and its flag."
            )
        )
    return optional(
        QT_TRANSLATE_NOOP(
            "Reason", "Box 18: the ship, aircraft or truck the goods came on, and its flag."
        )
    )


def has_containers(_: Circumstances) -> BoxState:
    """S3-032: ticking box 19 opens the list of containers."""
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 19: tick it for containers; their list opens.")
    )


def container_row(around: Circumstances) -> BoxState:
    """S3-032: the list of containers is keyed while box 19 is ticked."""
    if around.declaration.has_containers:
        return optional()
    return not_used(
        QT_TRANSLATE_NOOP("Reason", "Tick box 19 first; then the list of containers is keyed.")
    )


def container_identity(around: Circumstances) -> BoxState:
    """S3-033: every row of the list names its container."""
    state = container_row(around)
    return required() if state.is_keyed else state


def border_means(_: Circumstances) -> BoxState:
    """S3-035: the active means at the border; the one of box 18 is proposed."""
    return optional(
        QT_TRANSLATE_NOOP(
            "Reason", "Box 21: the means that crosses the border; box 18 is proposed."
        )
    )


def border_mode(around: Circumstances) -> BoxState:
    """S3-039: how the goods entered, or will leave, the territory."""
    if around.flow is Flow.EXPORT:
        return required(
            QT_TRANSLATE_NOOP("Reason", "Box 25: how the goods will leave the territory.")
        )
    return required(QT_TRANSLATE_NOOP("Reason", "Box 25: how the goods entered the territory."))


def inland_mode(around: Circumstances) -> BoxState:
    """S3-040: how the goods go from the border, or to it."""
    if around.flow is Flow.EXPORT:
        return optional(QT_TRANSLATE_NOOP("Reason", "Box 26: how the goods go to the border."))
    return optional(QT_TRANSLATE_NOOP("Reason", "Box 26: how the goods go on from the border."))


def loading_place_name(around: Circumstances) -> BoxState:
    """BOXES 27: the name of the place's code."""
    declaration = around.declaration
    if around.names("places", declaration.loading_place, declaration.loading_place_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 27: the name follows from the code."))
    return optional()


def border_office_name(around: Circumstances) -> BoxState:
    """BOXES 29: the name of the office's code."""
    declaration = around.declaration
    if around.names("offices", declaration.border_office, declaration.border_office_name):
        return computed(QT_TRANSLATE_NOOP("Reason", "Box 29: the name follows from the code."))
    return optional()


def goods_location(_: Circumstances) -> BoxState:
    """S3-042: where the goods wait for clearance."""
    return optional(
        QT_TRANSLATE_NOOP("Reason", "Box 30: where the goods are kept until they are released.")
    )


def _country_name(around: Circumstances, code: str, name: str) -> BoxState:
    if around.names("countries", code, name):
        return computed(QT_TRANSLATE_NOOP("Reason", "The country's name follows from its code."))
    return optional()


RULES: Mapping[str, HeaderRule] = MappingProxyType(
    {
        "consignment_country": consignment_country,
        "trading_country": trading_country,
        "certificate_of_origin": certificate_of_origin,
        "export_country": export_country,
        "export_country_name": export_country_name,
        "export_region": export_region,
        "origin_name": origin_name,
        "destination_country": destination_country,
        "destination_country_name": destination_country_name,
        "destination_region": destination_region,
        "arrival_identity": arrival_means,
        "arrival_nationality": arrival_means,
        "has_containers": has_containers,
        "border_identity": border_means,
        "border_nationality": border_means,
        "border_mode": border_mode,
        "inland_mode": inland_mode,
        "loading_place_name": loading_place_name,
        "border_office_name": border_office_name,
        "goods_location": goods_location,
    }
)
