"""Pages of marks drawn as pictures, and where their ink lies."""

from io import BytesIO

import pypdfium2
from PIL import Image

from sad_desktop.printing.marks import Page


def page(*marks, background=()):
    return Page(width=210, height=297, marks=marks, background=background)


def png(colour):
    file = BytesIO()
    Image.new("RGBA", (4, 4), colour).save(file, "PNG")
    return file.getvalue()


def raster(document, number=0):
    """The page in shades of grey, four dots to the millimetre."""
    picture = pypdfium2.PdfDocument(document)[number].render(scale=4 * 25.4 / 72)
    return picture.to_pil().convert("L")


def ink(picture, x, y, width, height):
    """Where there is ink in a rectangle of the page (mm): its bounding box in mm, or None."""
    part = picture.crop((int(x * 4), int(y * 4), int((x + width) * 4), int((y + height) * 4)))
    box = part.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    if box is None:
        return None
    return (x + box[0] / 4, y + box[1] / 4, x + box[2] / 4, y + box[3] / 4)
