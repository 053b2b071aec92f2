"""Write a draft as an ASYCUDA file: the file it came from with its edits, or a new one."""

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.xml.admission import head_of
from sad_desktop.xml.edited_file import edited_file
from sad_desktop.xml.new_file import new_file
from sad_desktop.xml.read import DIALECT, read
from sad_desktop.xml.spans import root_of
from sad_desktop.xml.stale import counted, current_figures
from sad_desktop.xml.statement import Statement


def write(draft: Draft, figures: Figures | None) -> bytes:
    """Return the file of a draft; what nobody edited is written as it was read, byte for byte.

    ``figures`` are the computed ones; they go into a new file, and in the file a draft was read
    from they take the place of those an edit made stale.
    """
    source = draft.source
    if source is None or source.dialect != DIALECT:
        return new_file(Statement(draft, counted(draft.declaration, figures or draft.declared)))
    original = read(source.content, source.name)
    current = current_figures(original, draft, figures)
    if (
        draft.declaration == original.declaration
        and draft.rejected == original.rejected
        and current == original.declared
    ):
        return source.content
    encoding = head_of(source.content, source.name).encoding
    text = source.content.decode(encoding)
    root = root_of(text)
    after = Statement(draft, current)
    if root.is_empty_tag:
        return new_file(after)
    before = Statement(original, original.declared or Figures())
    edited = edited_file(text, root, before, after, source.keys)
    return edited.encode(encoding, "xmlcharrefreplace")
