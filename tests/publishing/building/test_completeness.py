"""A site that lacks something does not take the old one's place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.building.completeness import Listed, check_whole


@pytest.fixture
def listed() -> Listed:
    told = Listed()
    told.pages, told.files = ["index.html", "bai/a/index.html"], ["du-lieu/a.csv"]
    return told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    manifest = {"format": 1, "folder": "f", "files": 1, "pages": 3, "packs": 2, "letters": {"v": ["a"]}}
    names = ["index.html", "bai/a/index.html", "du-lieu/a.csv", *(f"search/f/{one}.bin" for one in ("facets", "t/0", "d/0", "d/1", "v/a"))]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "search" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return tmp_path


def test_a_whole_one(site: Path, listed: Listed) -> None:
    check_whole(site, listed)


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "bai/a/index.html",
        "du-lieu/a.csv",
        "search/manifest.json",
        "search/f/facets.bin",
        "search/f/t/0.bin",
        "search/f/d/1.bin",
        "search/f/v/a.bin",
    ],
)
def test_one_that_lacks_a_file(site: Path, listed: Listed, name: str) -> None:
    (site / name).unlink()
    with pytest.raises(PublishingError, match=f"lacks a file: {name};"):
        check_whole(site, listed)


def test_an_empty_page(site: Path, listed: Listed) -> None:
    (site / "index.html").write_bytes(b"")
    with pytest.raises(PublishingError, match=r"index\.html"):
        check_whole(site, listed)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"folder": 1, "files": "x", "pages": 1, "letters": {}}'])
def test_a_torn_manifest(site: Path, listed: Listed, text: str) -> None:
    (site / "search" / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(PublishingError, match=r"manifest\.json"):
        check_whole(site, listed)


def test_no_page_at_all(site: Path) -> None:
    with pytest.raises(PublishingError, match="no page"):
        check_whole(site, Listed())


def test_many_are_counted(tmp_path: Path, listed: Listed) -> None:
    with pytest.raises(PublishingError, match=r"lacks 4 files: index\.html, .* …;"):
        check_whole(tmp_path, listed)
