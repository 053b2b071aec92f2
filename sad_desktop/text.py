"""Mark texts for translation in code that must not import Qt."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - lupdate reads the context
    """Return the text as it is; lupdate finds the call by this name."""
    return text
