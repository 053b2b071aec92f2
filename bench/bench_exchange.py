"""How long import and export of 999 items take against lxml's parse and tostring of the same file.

Prints ratios of times measured in the same run: they hold on any machine. Goals: import at most
3 times parsing, export at most 4 times tostring, also after an edit that makes every figure stale.
"""

import gc
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from bench.table import record
from sad_desktop.resources import resource
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.reference_lists import load_book
from sad_desktop.xml.dialects import ASYCUDA, NATIVE
from sad_desktop.xml.read import read

ITEMS, ROUNDS = 999, 7
DAY = date(2026, 11, 21)


def file_of(count: int) -> bytes:
    """Return the shipped sample of seven items with as many as wanted."""
    content = resource("samples/im4-seven-items.xml").read_bytes()
    items = re.findall(rb"<Item>.*?</Item>\s*", content, re.DOTALL)
    start = content.index(items[0])
    end = content.rindex(b"</Item>") + len(b"</Item>")
    many = b"".join(items[number % len(items)] for number in range(count))
    total = b"<Total_number_of_items>%d</Total_number_of_items>" % count
    counted = re.sub(rb"<Total_number_of_items>\d*</Total_number_of_items>", total, content[:start])
    return counted + many.rstrip() + content[end:]


def best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        gc.collect()
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return min(times)


def main() -> None:
    content = file_of(ITEMS)
    tree = etree.fromstring(content)
    draft = read(content, "many.xml")
    assert len(draft.declaration.items) == ITEMS
    parsing = best(lambda: etree.fromstring(content))
    telling = best(lambda: etree.tostring(tree, encoding="UTF-8", xml_declaration=True))
    plainly = read.__wrapped__
    reading = best(lambda: plainly(content, "many.xml"))
    print(f"{len(content) / 1e6:.1f} MB, {ITEMS} items; parse {parsing:.1f} ms, "
          f"tostring {telling:.1f} ms")  # fmt: skip
    print(
        f"import                     {reading:9.1f} ms  {reading / parsing:6.2f} x parse (goal 3)"
    )
    record("import XML, 999 items", "lxml parse", reading / parsing, 3)
    desk = Desk(book=load_book("bh"), on=DAY)

    def export(name: str, changed: object, figures: object, dialect: object = ASYCUDA) -> None:
        writing = best(lambda: dialect.write(changed, figures))
        ratio = writing / telling
        print(f"export, {name:18} {writing:9.1f} ms  {ratio:6.2f} x tostring (goal 4)")
        record(f"export XML, 999 items, {name}", "lxml tostring", ratio, 4)

    figures = desk.figures(draft, assess_draft(draft, desk.book, desk.on))
    own = draft.declaration
    export("untouched", draft, figures)
    one = replace(own.items[500], commercial_description="something else")
    items = (*own.items[:500], one, *own.items[501:])
    export("one text edited", replace(draft, declaration=replace(own, items=items)), figures)
    stale = replace(draft, declaration=replace(own, exchange_rate=Decimal("0.4111")))
    export("all figures stale", stale, desk.figures(stale, assess_draft(stale, desk.book, DAY)))
    export("a new file", replace(draft, source=None, declared=None), figures)
    export("the program's own", replace(draft, source=None, declared=None), figures, NATIVE)


main()
