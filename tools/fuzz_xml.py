"""Open spoiled files by the hundred thousand: each is refused in a sentence, or opened and kept.

`python -m tools.fuzz_xml 200000 --seed 1` runs; a file that breaks the program is written to
`fuzz-found/` and named with its number, which makes it again. `--from` goes on where a run ended.
"""

import argparse
import random
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import perf_counter

from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import FileRefused
from sad_desktop.resources import resource
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.reference_lists import load_book
from sad_desktop.xml import native
from sad_desktop.xml.dialects import DIALECTS, read_any

NAME = "file.xml"
DAY = date(2026, 11, 21)
EVERY_ASSESSED = 25
"""One opened file in so many is assessed and verified, too."""

_PIECES = (
    *(b"<Item/>", b"<Item><Item>", b"</Item>", b"<null/>", b"<null>x</null>", b"<!--", b"-->"),
    *(b"<![CDATA[", b"]]>", b"<?x ?>", b"&amp;", b"&x;", b"&#0;", b"&#1;", b"\x00", b"\xff"),
    *(b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc3", b"9" * 5000, b"1E9999", b"-1", b"NaN", b"sNaN"),
    *(b"\xd9\xa1", b"\xc2\xa0", b"\r\n", b"\t", b"<Taxation/>", b"<Valuation_item/>", b'="'),
    *(b"<Container><Item_Number>1</Item_Number></Container>", b"<Prev_decl/>", b"<A.I._code>"),
    b"<Attached_documents><Attached_document_code>1</Attached_document_code>",
    *(b"</Attached_documents>", b"<!DOCTYPE a>", b' encoding="x"', b' xmlns="u"', b'form="json"'),
    *(b"<a>" * 300, b"<Item>" * 40, b"</ASYCUDA>", b"<ASYCUDA>", b"<x:Item>", b" a='>'"),
)
_TEXTS = (
    *(b"", b" ", b"0", b"-7", b"1E400", b"1.0E-7", b"9" * 400, b"x" * 3000, b"?", b"<b/>", b"true"),
    *(b"31/12/2026", b"2/30/26", b"12/31/9999", b"00/00/00", b"1,234.5", b"\xd9\xa1\xd9\xa2"),
    *(b"&#13;", b"&lt;&gt;", b"]]&gt;", b"a&#10;b", b"\xe2\x80\xae", b"NaN", b"Infinity", b"-0"),
)
_LEAF = re.compile(rb"<([A-Za-z_.0-9]+)(?:/>|>[^<]*</\1>|>\s*<null/>\s*</\1>)")
_BLOCK = re.compile(rb"<(Item|Taxation|Valuation_item|Tarification|Container|item)>.*?</\1>", re.S)


def seeds() -> tuple[bytes, ...]:
    """Return the sound files that are spoiled: both samples, one cut short, and our own."""
    samples = [resource(f"samples/{name}.xml").read_bytes() for name in _SAMPLES]
    items = list(re.finditer(rb"<Item>.*?</Item>", samples[0], re.DOTALL))
    short = samples[0][: items[1].start()] + samples[0][items[-1].end() :]
    own = native.write(replace(read_any(short, NAME), source=None))
    return (short, short, own, *samples)


_SAMPLES = ("im4-assessed", "im4-seven-items")


def spoiled(chance: random.Random, content: bytes) -> bytes:
    """Return a file after one to four accidents."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = chance.choice(_ACCIDENTS)(chance, content)
    return content


def _overwrite(chance: random.Random, content: bytes) -> bytes:
    start = chance.randrange(len(content) + 1)
    end = start + chance.choice((0, 0, 1, 7, 200))
    return content[:start] + chance.choice(_PIECES) + content[end:]


def _flip(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 12))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _in_leaf(chance: random.Random, content: bytes) -> bytes:
    leaves = list(_LEAF.finditer(content))
    for leaf in chance.sample(leaves, min(len(leaves), chance.choice((1, 1, 3)))):
        text = b"<%b>%b</%b>" % (leaf[1], chance.choice(_TEXTS), leaf[1])
        content = content.replace(leaf[0], chance.choice((text, b"", leaf[0] * 2, text * 2)), 1)
    return content


def _with_block(chance: random.Random, content: bytes) -> bytes:
    blocks = list(_BLOCK.finditer(content))
    if not blocks:
        return content
    block = chance.choice(blocks)
    place = chance.choice((block.start(), block.end(), chance.randrange(len(content))))
    if chance.random() < 0.4:
        return content[: block.start()] + content[block.end() :]
    return content[:place] + block[0] + content[place:]


def _recoded(chance: random.Random, content: bytes) -> bytes:
    encoding = chance.choice(("utf-16", "utf-16-le", "latin-1", "cp1256", "utf-8-sig", "utf-7"))
    text = content.decode("utf-8", "replace").replace("UTF-8", chance.choice((encoding, "UTF-8")))
    return text.encode(encoding, "xmlcharrefreplace" if encoding != "utf-7" else "replace")


_ACCIDENTS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *(_overwrite, _overwrite, _in_leaf, _in_leaf, _in_leaf, _flip, _with_block, _cut, _recoded),
)


class Broken(Exception):
    """A file was opened, and then something else than a refusal happened."""


def try_out(content: bytes, desk: Desk | None = None) -> bool:
    """Open a file and write it in every format, edited and not; False when it was refused.

    Raises Broken, or whatever the program raises, for what must not happen.
    """
    try:
        draft = read_any(content, NAME)
    except FileRefused as refusal:
        if not str(refusal).startswith(f"{NAME} was not opened: "):
            raise Broken(str(refusal)) from refusal
        return False
    figures = None
    if desk is not None:
        note = assess_draft(draft, desk.book, desk.on)
        desk.check(draft, note)
        figures = desk.figures(draft, note)
    for changed in (draft, _edited(draft)):
        for dialect in DIALECTS:
            again = dialect.read(dialect.write(changed, figures), "again.xml")
            if len(again.declaration.items) != len(draft.declaration.items):
                raise Broken(f"{dialect.name}: another number of items")
            if again.declaration.warehouse != changed.declaration.warehouse:
                raise Broken(f"{dialect.name}: an edit is lost")
    return True


def _edited(draft: Draft) -> Draft:
    declaration = replace(draft.declaration, warehouse="W7", exchange_rate=Decimal("0.3761"))
    kept = {
        place: text
        for place, text in draft.rejected.items()
        if place.field not in ("warehouse", "exchange_rate")
    }
    return replace(draft, declaration=declaration, rejected=kept)


def made(seed: int, number: int, sound: Sequence[bytes]) -> bytes:
    """Return the file of a number: the same for the same seed."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - to be repeatable, not secret
    return spoiled(chance, chance.choice(sound))


def fuzz(
    count: int,
    seed: int,
    start: int = 0,
    on_broken: Callable[[int, bytes], None] = lambda _number, _content: None,
    on_progress: Callable[[int, int], None] = lambda _done, _opened: None,
) -> tuple[int, int]:
    """Try so many files; return how many were opened, and how many broke the program."""
    sound, desk = seeds(), Desk(book=load_book("bh"), on=DAY)
    opened = broken = 0
    for number in range(start, start + count):
        content = made(seed, number, sound)
        try:
            opened += try_out(content, desk if number % EVERY_ASSESSED == 0 else None)
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            broken += 1
            on_broken(number, content)
        on_progress(number + 1 - start, opened)
    return opened, broken


def main() -> int:
    """Run as told and report; the status is 1 when a file broke the program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"))
    options = parser.parse_args()

    def keep(number: int, content: bytes) -> None:
        options.keep.mkdir(exist_ok=True)
        (options.keep / f"{options.seed}-{number}.xml").write_bytes(content)
        print(f"file {number} of seed {options.seed}:", file=sys.stderr)
        traceback.print_exc()

    def tell(done: int, opened: int) -> None:
        if done % 5000 == 0:
            print(f"{done} files, {opened} opened, {perf_counter() - begun:.0f} s", flush=True)

    begun = perf_counter()
    opened, broken = fuzz(options.count, options.seed, options.start, keep, tell)
    seconds = perf_counter() - begun
    print(f"{options.count} files in {seconds:.0f} s: {opened} opened, {broken} broke the program")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
