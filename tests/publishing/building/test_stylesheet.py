"""The style sheet: complete, in order, with an error if it cannot be built."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.pipeline import convert
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.stylesheet import FOLDER, PARTS, stylesheet
from generator.rendering.site import STYLESHEET
from tests.conftest import ROOT

OURS = ArchiveFolder.at(ROOT)


def test_every_part_in_order() -> None:
    sheet = stylesheet(OURS)[STYLESHEET].decode()
    parts = [(ROOT / "docs" / FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in PARTS]
    places = [sheet.index(part) for part in parts]
    assert places == sorted(places)
    assert {path.stem for path in (ROOT / "docs" / FOLDER).iterdir()} == set(PARTS)


def test_the_archive_s_own_colours_come_last(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs" / FOLDER, tmp_path / "docs" / FOLDER)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text('site_name: Kho\nextra: {colours: {primary: "#003a70", accent: "#7a1712"}}\n', encoding="utf-8")
    plain, sheet = (stylesheet(of)[STYLESHEET].decode() for of in (OURS, ArchiveFolder.at(tmp_path)))
    own = sheet.removeprefix(plain)
    assert len(own) < len(sheet)
    assert re.findall(r"--md-(?:primary|accent)-fg-color: (.*);", own) == ["#003a70", "#7a1712", "color-mix(in srgb, #7a1712 45%, #fff)"]
    assert own.count("{") == own.count("}")


def test_what_it_names_is_there() -> None:
    named = re.findall(r'url\("([^"#]+)"\)', stylesheet(OURS)[STYLESHEET].decode())
    assert len(named) > 10
    for one in named:
        assert one.startswith("data:") or ((ROOT / "docs" / STYLESHEET).parent / one).is_file(), one


def test_each_part_stands_alone() -> None:
    """A part's open brace or comment would swallow the next."""
    for path in (ROOT / "docs" / FOLDER).iterdir():
        rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert "/*" not in rules
        assert rules.count("{") == rules.count("}")


def test_a_part_gone_is_told_and_nothing_is_lost(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    convert(folder)
    before = {path: path.read_bytes() for path in folder.docs.rglob("*") if path.is_file()}
    gone = folder.docs / FOLDER / "site.css"
    gone.unlink()
    with pytest.raises(PublishingError, match=r"site\.css: a part of the style sheet .*restore it"):
        convert(folder)
    after = {path: path.read_bytes() for path in folder.docs.rglob("*") if path.is_file()}
    del before[gone]
    assert after == before
