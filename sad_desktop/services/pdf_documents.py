"""PDF files of documents: sound or refused, turned, cut, joined and made smaller."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

from pypdf import (
    Configuration,
    PageObject,
    PdfReader,
    PdfWriter,
    apply_configuration,
    get_configuration,
)
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)

from sad_desktop.brokerage.digital_documents import MOST_PAGES, MOST_PIXELS, Limit
from sad_desktop.errors import FileRefused
from sad_desktop.services import images
from sad_desktop.services.refused_files import damaged, no_smaller, protected, too_many_pages

_MARK = b"%PDF-"
_POINTS = 72  # of an inch
_WITHIN = 1_024  # bytes: where readers look for the mark
_STEPS = ((2_400, 75), (1_800, 65), (1_400, 55), (1_000, 45))
"""Longer side in pixels and JPEG quality of the images in a file, tried one after the other."""

_SEEN_THROUGH = frozenset({"/SMask", "/Mask", "/ImageMask"})
"""Images that let through what is below would lose that as JPEG; scans never are."""

Part = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of a page as it is looked at."""


def is_pdf(content: bytes) -> bool:
    """Tell whether a file begins as a PDF."""
    return _MARK in content[:_WITHIN]


def page_count(content: bytes, name: str) -> int:
    """Return the pages of a sound PDF; raises FileRefused for any other file."""
    with _readable(name):
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise protected(name)
        count = 0
        for page in reader.pages:
            count += 1
            if count > MOST_PAGES:
                raise too_many_pages(name)
            if not _is_whole(page):
                raise damaged(name)
        if not count:
            raise damaged(name)
        return count


def joined(contents: Sequence[bytes], name: str) -> bytes:
    """Return the pages of several PDFs as one; raises FileRefused."""
    with _readable(name):
        writer = PdfWriter()
        for content in contents:
            writer.append(BytesIO(content))
        return _written(writer)


def jpeg_page(content: bytes, size: tuple[int, int], *, is_grey: bool, dpi: float) -> bytes:
    """Return a PDF whose one page is a JPEG file as it is, of a size in pixels."""
    width, height = (side * _POINTS / dpi for side in size)
    writer = PdfWriter()
    page = writer.add_blank_page(width, height)
    image = StreamObject.initialize_from_dictionary(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Width"): NumberObject(size[0]),
            NameObject("/Height"): NumberObject(size[1]),
            NameObject("/ColorSpace"): NameObject("/DeviceGray" if is_grey else "/DeviceRGB"),
            NameObject("/BitsPerComponent"): NumberObject(8),
            NameObject("/Filter"): NameObject("/DCTDecode"),
            "__streamdata__": content,
        }
    )
    drawn = DecodedStreamObject()
    drawn.set_data(f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Scan Do Q".encode())
    pictures = DictionaryObject({NameObject("/Scan"): writer._add_object(image)})  # noqa: SLF001 - pypdf has no public name for it
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    page[NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001
    return _written(writer)


def rotated(content: bytes, page: int, quarters: int, name: str) -> bytes:
    """Return a PDF with one page, from 0, turned clockwise by quarters; raises FileRefused."""
    with _readable(name):
        writer = PdfWriter(clone_from=BytesIO(content))
        writer.pages[page].rotate(90 * quarters)
        return _written(writer)


def cropped(content: bytes, page: int, part: Part, name: str) -> bytes:
    """Return a PDF of which one page, from 0, shows a part only; raises FileRefused."""
    with _readable(name):
        writer = PdfWriter(clone_from=BytesIO(content))
        shown = writer.pages[page]
        box = _box(shown, part)
        shown.cropbox = box
        shown.mediabox = box
        return _written(writer)


def reduced(content: bytes, limit: Limit, name: str) -> bytes:
    """Return a PDF with all its pages whose images make it fit; raises FileRefused."""
    for longest, quality in _STEPS:
        with _readable(name), apply_configuration(_room()):
            small = _with_smaller_images(content, min(longest, limit.pixels or longest), quality)
        if not limit.size or len(small) <= limit.size:
            return small
    raise no_smaller(name)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Refuse a file that turns out to be spoilt where something is done with it."""
    try:
        yield
    except FileRefused:
        raise
    except Exception as error:
        raise damaged(name) from error


def _room() -> Configuration:
    """Let pypdf take room for A4 in colour at 600 dpi, which its own limit is below."""
    most = MOST_PIXELS * 4
    return get_configuration().with_overwrites(
        image_maximum_buffer_size=most, zlib_maximum_output_length=most
    )


def _with_smaller_images(content: bytes, longest: int, quality: int) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(content))
    done: set[int] = set()
    for page in writer.pages:
        for key in page.images.keys():  # noqa: SIM118 - no mapping: it is no iterator of keys
            _make_smaller(page, key, longest, quality, done)
    writer.compress_identical_objects(remove_unreferenced=True)
    return _written(writer)


def _make_smaller(
    page: PageObject, key: str | list[str], longest: int, quality: int, done: set[int]
) -> None:
    """Make one image smaller; one in a manner nobody here writes stays as it is."""
    try:
        found = page.images[key]
        its = found.indirect_reference
        if its is None or its.idnum in done:
            return
        done.add(its.idnum)
        facts = its.get_object()
        if not isinstance(facts, StreamObject):
            return
        if _SEEN_THROUGH & facts.keys():
            return
        if (
            int(str(facts["/Width"])) * int(str(facts["/Height"])) > MOST_PIXELS
            or found.image is None
        ):
            return
        small = images.shrunk(found.image, longest)
        if small.mode != "1" and images.jpeg_size(small, quality) < len(found.data):
            found.replace(small, quality=quality)
    except Exception:  # noqa: BLE001 - what cannot be read of an image is left in peace
        return


def _is_whole(page: PageObject) -> bool:
    box = page.mediabox
    contents = page.get("/Contents")
    if contents is not None and isinstance(contents.get_object(), NullObject):
        return False
    return float(box.width) > 0 and float(box.height) > 0


def _box(page: PageObject, part: Part) -> RectangleObject:
    """Return a part of a page as its file measures it: before it is turned, from below."""
    near_x, near_y = _point(page, part[0], part[1])
    far_x, far_y = _point(page, part[2], part[3])
    corners = (min(near_x, far_x), min(near_y, far_y), max(near_x, far_x), max(near_y, far_y))
    return RectangleObject(corners)


def _point(page: PageObject, across: float, down: float) -> tuple[float, float]:
    box = page.cropbox
    left, bottom, right, top = (float(side) for side in (*box.lower_left, *box.upper_right))
    width, height = right - left, top - bottom
    match page.rotation % 360:
        case 90:
            return left + down * width, bottom + across * height
        case 180:
            return right - across * width, bottom + down * height
        case 270:
            return right - down * width, top - across * height
        case _:
            return left + across * width, top - down * height


def _written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
