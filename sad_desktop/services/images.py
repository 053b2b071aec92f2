"""Images of documents: sound or refused, looked at, turned, cut and made smaller."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from sad_desktop.brokerage.digital_documents import MOST_PAGES, MOST_PIXELS, FileKind, Limit
from sad_desktop.errors import FileRefused
from sad_desktop.services.refused_files import damaged, no_smaller, too_many_pages, too_many_pixels

logger = logging.getLogger(__name__)

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF", "WEBP", "MPO")
_KEPT_AS_IT_IS = {"JPEG": FileKind.JPEG, "MPO": FileKind.JPEG, "PNG": FileKind.PNG}
_BEGINNINGS = (
    *(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"GIF8", b"BM", b"RIFF"),
)
_JPEG = ("JPEG", "MPO")
_ORIENTATION = 0x0112  # the EXIF tag: how the camera was held
_FEW_COLOURS = frozenset({"1", "L", "P"})
_FINE = 95
_QUALITIES = (85, 75, 65, 55)
_LEAST_SIDE = 700
"""Pixels: a page whose longer side has fewer cannot be read."""
_INCHES = 11.69
"""The longer side of A4, on which most of what is scanned stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image to be looked at: rows of red, green and blue from the top, a byte each."""

    width: int
    height: int
    content: bytes


def is_image(content: bytes) -> bool:
    """Tell whether a file begins as one of the images that are taken."""
    return content.startswith(_BEGINNINGS)


def examined(content: bytes, name: str) -> tuple[FileKind, bytes, tuple[int, int]]:
    """Return an image's kind, content and size in pixels, as it is kept; raises FileRefused.

    Other kinds than JPEG and PNG become PNG; the pages of a TIFF file become those of a PDF, and
    the size is 0 × 0 then.
    """
    image = _opened(content, name)
    try:
        if image.format in _KEPT_AS_IT_IS:
            image.load()
            return _KEPT_AS_IT_IS[image.format], content, _seen_size(image)
        frames = image.format == "TIFF" and getattr(image, "n_frames", 1) > 1
        if frames:
            return FileKind.PDF, as_pdf(_frames(image, name), name), (0, 0)
        still = _seen(image)
        return FileKind.PNG, _written(still, FileKind.PNG), still.size
    except FileRefused:
        raise
    except Exception as error:
        raise damaged(name) from error


def picture(content: bytes, name: str) -> Picture:
    """Return an image as it is looked at; raises FileRefused."""
    seen = _loaded(content, name).convert("RGB")
    return Picture(width=seen.width, height=seen.height, content=seen.tobytes())


def rotated(content: bytes, kind: FileKind, quarters: int, name: str) -> bytes:
    """Return an image turned clockwise by quarters; raises FileRefused."""
    turns = {
        1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90
    }  # fmt: skip
    seen = _loaded(content, name)
    turn = turns.get(quarters % 4)
    return _written(seen if turn is None else seen.transpose(turn), kind)


def cropped(
    content: bytes, kind: FileKind, part: tuple[float, float, float, float], name: str
) -> bytes:
    """Return a part of an image: left, top, right and bottom as shares of its size."""
    seen = _loaded(content, name)
    left, top, right, bottom = part
    box = (
        round(left * seen.width),
        round(top * seen.height),
        max(round(right * seen.width), round(left * seen.width) + 1),
        max(round(bottom * seen.height), round(top * seen.height) + 1),
    )
    return _written(seen.crop(box), kind)


def reduced(content: bytes, limit: Limit, name: str) -> bytes:
    """Return an image within a limit, as large and fine as it can stay; raises FileRefused."""
    seen = _loaded(content, name)
    longest = min(limit.pixels or max(seen.size), max(seen.size))
    least = min(_LEAST_SIDE, longest)
    while longest >= least:
        small = _no_larger(seen, longest)
        for written in _writings(small):
            if not limit.size or len(written) <= limit.size:
                return written
        longest = longest * 4 // 5
    raise no_smaller(name)


def shrunk(image: Image.Image, longest: int) -> Image.Image:
    """Return an image of a PDF no longer than so many pixels, without transparency."""
    return _no_larger(image if image.mode in _FEW_COLOURS else image.convert("RGB"), longest)


def jpeg_size(image: Image.Image, quality: int) -> int:
    """Return how many bytes an image has as JPEG."""
    file = BytesIO()
    image.save(file, "JPEG", quality=quality)
    return len(file.getvalue())


def as_pdf(images: Iterator[Image.Image], name: str) -> bytes:
    """Return a PDF with an image on each page, as large as it was scanned."""
    from sad_desktop.services.pdf_documents import joined  # cycle: both make and shrink pages

    return joined([_page(image) for image in images], name)


def image_page(content: bytes, name: str) -> bytes:
    """Return an image as a PDF of one page, a JPEG without a loss; raises FileRefused."""
    from sad_desktop.services.pdf_documents import jpeg_page  # cycle: both make and shrink pages

    image = _opened(content, name)
    is_upright = image.getexif().get(_ORIENTATION, 1) == 1
    if image.format in _JPEG and image.mode in ("L", "RGB") and is_upright:
        return jpeg_page(content, image.size, is_grey=image.mode == "L", dpi=_dpi(image))
    return _page(_loaded(content, name))


def _opened(content: bytes, name: str) -> Image.Image:
    """Open an image without reading its pixels; they are bounded before any is made."""
    try:
        image = Image.open(BytesIO(content), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels(name) from error
    except Exception as error:
        raise damaged(name) from error
    _bound(image, name)
    return image


def _loaded(content: bytes, name: str) -> Image.Image:
    image = _opened(content, name)
    try:
        return _seen(image)
    except Exception as error:
        raise damaged(name) from error


def _bound(image: Image.Image, name: str) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise too_many_pixels(name)


def _frames(image: Image.Image, name: str) -> Iterator[Image.Image]:
    for number, frame in enumerate(ImageSequence.Iterator(image)):
        if number >= MOST_PAGES:
            raise too_many_pages(name)
        _bound(frame, name)
        yield _seen(frame)


def _seen(image: Image.Image) -> Image.Image:
    """Return an image turned as its camera held it, in a mode every file can hold."""
    dpi = image.info.get("dpi")
    turned = ImageOps.exif_transpose(image)
    if turned.mode in _FEW_COLOURS and "transparency" not in turned.info:
        plain = turned.copy()
    elif turned.mode.startswith(("I", "F")):
        plain = turned.convert("L") if turned.mode == "F" else _eight_bits(turned)
    else:
        plain = _on_white(turned)
    plain.info = {} if dpi is None else {"dpi": dpi}
    return plain


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA", "PA", "P"):
        return image.convert("RGB")
    see_through = image.convert("RGBA")
    paper = Image.new("RGBA", see_through.size, "white")
    return Image.alpha_composite(paper, see_through).convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return grey of 16 bits as grey of 8; a plain conversion would turn it white."""
    return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")


def _seen_size(image: Image.Image) -> tuple[int, int]:
    turned = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
    return (image.height, image.width) if turned else image.size


def _no_larger(image: Image.Image, longest: int) -> Image.Image:
    if max(image.size) <= longest:
        return image
    share = longest / max(image.size)
    size = (max(round(image.width * share), 1), max(round(image.height * share), 1))
    grey = image.convert("L") if image.mode == "1" else image
    plain = grey.convert("RGB") if grey.mode == "P" else grey
    small = plain.resize(size, Image.Resampling.LANCZOS)
    dpi = _dpi(image)
    small.info = {"dpi": (dpi * share, dpi * share)}
    return small


def _writings(image: Image.Image) -> Iterator[bytes]:
    """Yield an image as files, the finest first."""
    if image.mode in _FEW_COLOURS:
        yield _written(image, FileKind.PNG)
    for quality in _QUALITIES:
        yield _written(image, FileKind.JPEG, quality)


def _written(image: Image.Image, kind: FileKind, quality: int = _FINE) -> bytes:
    file = BytesIO()
    options: dict[str, Any] = {"dpi": image.info["dpi"]} if "dpi" in image.info else {}
    if kind is FileKind.JPEG:
        plain = image if image.mode in ("L", "RGB") else image.convert("RGB")
        plain.save(file, "JPEG", quality=quality, optimize=True, **options)
    else:
        image.save(file, "PNG", optimize=max(image.size) < 4_000, **options)
    return file.getvalue()


def _page(image: Image.Image) -> bytes:
    file = BytesIO()
    plain = image.convert("RGB") if image.mode == "P" else image
    options = {} if plain.mode == "1" else {"quality": 85}  # black and white is packed as fax
    plain.save(file, "PDF", resolution=_dpi(image), **options)
    return file.getvalue()


def _dpi(image: Image.Image) -> float:
    """Return dots an inch as scanned, or as if it were A4 where nothing sensible is said."""
    try:
        said = float(image.info["dpi"][0])
    except (KeyError, TypeError, ValueError, IndexError, ZeroDivisionError):
        said = 0
    return said if 36 <= said <= 2_400 else max(image.size) / _INCHES
