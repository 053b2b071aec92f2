"""Files of documents for the tests: small, made here, some of them spoilt on purpose."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw
from pypdf import PdfWriter


def image(width: int = 60, height: int = 80, mode: str = "RGB") -> Image.Image:
    """Return a picture whose top left quarter is dark and whose rest is white."""
    paper = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(paper).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=(20, 30, 40))
    return paper.convert(mode)


def written(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as a file."""
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def noise(width: int, height: int) -> Image.Image:
    """Return a picture that no format makes small."""
    return Image.effect_noise((width, height), 70).convert("RGB")


def pdf(pages: int = 2, width: float = 200, height: float = 300) -> bytes:
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, height)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of few bytes that says it has so many pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        summed = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + summed

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(bytes(1_000_000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )
