"""The settings: replaced whole, and never a reason not to start."""

import ast
import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from sad_desktop import settings as module
from sad_desktop.errors import StorageUnavailable
from sad_desktop.settings import (
    UPGRADES,
    Digits,
    LearnedOffers,
    ManifestDate,
    ReferenceMode,
    Settings,
    ThemeChoice,
    load_settings,
    save_settings,
    upgraded,
)
from tests.read_only import read_only

CHANGED = Settings(
    language="ar",
    theme=ThemeChoice.DARK,
    profile="sa",
    digits=Digits.ARABIC,
    learned_offers=LearnedOffers.OFF,
    sheet_edition="both",
    zoom=150,
    keys={"check": "F7"},
    manifest_date_mode=ManifestDate.OFF,
    reference_mode=ReferenceMode.AUTO,
    user_name="سلمى",
    office_code="BHKBS",
    office_name="ميناء خليفة",
    declarant_code="18095-04",
    declarant_name="مكتب التخليص\nالمنامة",
    declaration_place="المنامة",
    representative="K. Salman",
    database_url="postgresql://office@server/desk",
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "settings.json"


def load(path):
    notices = []
    return load_settings(path, notices.append), [str(notice) for notice in notices]


def test_what_is_saved_is_loaded_each_choice(path):
    for choice in fields(Settings):
        assert getattr(CHANGED, choice.name) != getattr(Settings(), choice.name)
    save_settings(path, CHANGED)
    assert load(path) == (CHANGED, [])


def test_a_new_installation_has_the_defaults_and_no_notice(path):
    assert load(path) == (Settings(), [])
    assert not path.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"version": 1}',
        b'{"version": "1", "settings": {}}',
        b"[" * 99_999,
    ],
)
def test_a_damaged_file_is_kept_aside_and_told(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings, (notice,) = load(path)
    assert settings == Settings()
    assert "damaged" in notice
    assert str(path) + ".damaged" in notice
    assert Path(f"{path}.damaged").read_bytes() == content
    assert load(path) == (Settings(), [])


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("theme", "pink"),
        ("digits", 3),
        ("zoom", "wide"),
        ("zoom", True),
        ("language", None),
        ("keys", ["F7"]),
        ("keys", {"check": 7}),
        ("reference_mode", "sometimes"),
    ],
)
def test_a_choice_that_is_not_understood_falls_back_alone(path, name, wrong):
    save_settings(path, CHANGED)
    plain = json.loads(path.read_text("utf-8"))
    plain["settings"][name] = wrong
    path.write_text(json.dumps(plain), "utf-8")
    settings, (notice,) = load(path)
    assert settings == replace(CHANGED, **{name: getattr(Settings(), name)})
    assert notice.endswith(f": {name}.")


@pytest.mark.parametrize(("written", "read"), [(10, 75), (75, 75), (200, 200), (900, 200)])
def test_the_zoom_stays_within_its_bounds(path, written, read):
    save_settings(path, replace(CHANGED, zoom=written))
    assert load(path)[0].zoom == read


def test_a_choice_of_a_later_version_does_no_harm(path):
    save_settings(path, CHANGED)
    plain = json.loads(path.read_text("utf-8"))
    plain["version"] += 5
    plain["settings"]["unheard_of"] = 1
    path.write_text(json.dumps(plain), "utf-8")
    assert load(path) == (CHANGED, [])


def test_older_choices_pass_through_each_upgrade_since():
    def add_one(choices):
        return {**choices, "zoom": choices["zoom"] + 1}

    def double(choices):
        return {**choices, "zoom": choices["zoom"] * 2}

    steps = (add_one, double)
    assert [upgraded({"zoom": 10}, version, steps)["zoom"] for version in (0, 1, 2, 3, 9)] == [
        22,
        22,
        20,
        10,
        10,
    ]


def test_each_upgrade_is_a_named_function_with_a_test():
    own_tests = {
        node.name
        for node in ast.walk(ast.parse(Path(__file__).read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    for upgrade in UPGRADES:
        assert vars(module)[upgrade.__name__] is upgrade
        assert f"test_{upgrade.__name__}" in own_tests


def test_a_folder_that_is_read_only_is_told_and_the_former_settings_stay(path):
    save_settings(path, CHANGED)
    with (
        read_only(path.parent),
        pytest.raises(StorageUnavailable, match="until the program ends"),
    ):
        save_settings(path, Settings())
    assert load(path) == (CHANGED, [])


def test_a_file_that_may_not_be_read_is_told_and_left(path):
    path.mkdir(parents=True)
    settings, (notice,) = load(path)
    assert settings == Settings()
    assert "cannot be read" in notice
    assert path.is_dir()


def test_others_on_the_machine_cannot_read_them(path):
    save_settings(path, CHANGED)
    assert os.name != "posix" or path.stat().st_mode & 0o077 == 0
