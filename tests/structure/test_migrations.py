"""The migrations are one chain, and every module of tables is known to those who copy them."""

import re
from pathlib import Path

from sad_desktop.database.tables import MODULES
from sad_desktop.database.upgrade import scripts

_NAMED = re.compile(r'^(down_)?revision = "?(\w+)"?$', re.MULTILINE)


def test_each_migration_follows_the_one_before():
    before = "None"
    for file in sorted((scripts() / "versions").glob("*.py")):
        own = {bool(down): name for down, name in _NAMED.findall(file.read_text("utf-8"))}
        assert own == {False: file.name[:4], True: before}, file.name
        before = file.name[:4]


def test_every_module_that_declares_tables_is_listed():
    folder = Path(scripts()).parent
    declaring = {
        path.stem
        for path in folder.glob("*.py")
        if re.search(r"\bTable\(\n", path.read_text("utf-8"))
    }
    assert {module.__name__.rpartition(".")[2] for module in MODULES} == declaring
