"""The index of the search takes the place of the last one, and of nothing else."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.building.finishing import finish
from generator.publishing.search.index import index_site

PAGE = "<!doctype html><html><body><main><article><h1>{0}</h1><p>{0} tặng giấy khen.</p></article></main></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page(tmp_path / "site" / "index.html", "Trang chủ")
    return page(tmp_path / "site" / "bai" / "index.html", "Đảng ủy phường").parents[1]


def page(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(words), encoding="utf-8")
    return path


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def manifest(site: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((site / "search" / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_a_new_index_takes_the_place_of_the_last(site: Path) -> None:
    index_site(site)
    first = tree(site / "search")
    index_site(site)
    assert tree(site / "search") == first, "the same pages, the same bytes"
    page(site / "bai" / "index.html", "Đảng ủy xã")
    index_site(site)
    assert {name.split("/")[0] for name in tree(site / "search")} == {"manifest.json", manifest(site)["folder"]}


OWN = ["quan-trong.txt", "ghi/chu.txt", "new/x.bin", "0123456789ab/quan-trong.txt", "0123456789ab/t/ghi-chu.md", "index.html", "x.bin"]


@pytest.mark.parametrize("name", OWN)
def test_what_is_no_index_stays(site: Path, name: str) -> None:
    own = site / "search" / name
    own.parent.mkdir(parents=True)
    own.write_text("của tôi", encoding="utf-8")
    for words in ("Đảng ủy xã", "Đảng ủy thôn"):
        page(site / "bai" / "index.html", words)
        index_site(site)
        assert own.read_text(encoding="utf-8") == "của tôi"
        there = {one.split("/")[0] for one in tree(site / "search")}
        assert there == {"manifest.json", manifest(site)["folder"], Path(name).parts[0]}


@pytest.mark.parametrize("content", ["của tôi", "{}", "[1]", '{"folder": "x", "name": "app"}', "9" * 5000])
def test_a_manifest_that_is_not_ours_stays_and_is_told(site: Path, content: str) -> None:
    own = site / "search" / "manifest.json"
    own.parent.mkdir()
    own.write_text(content, encoding="utf-8")
    before = tree(site)
    with pytest.raises(PublishingError, match=r"manifest\.json: .*does not belong to it") as caught:
        index_site(site)
    assert caught.value.fix
    assert tree(site) == before


def test_a_file_with_the_name_of_the_folder_stays_and_is_told(site: Path) -> None:
    (site / "search").write_text("của tôi", encoding="utf-8")
    with pytest.raises(PublishingError, match="search: "):
        index_site(site)
    assert (site / "search").read_text(encoding="utf-8") == "của tôi"


def test_another_s_file_under_the_name_of_the_new_index(site: Path) -> None:
    index_site(site)
    folder = str(manifest(site)["folder"])
    (site / "search" / folder / "quan-trong.txt").write_text("của tôi", encoding="utf-8")
    before = tree(site)
    with pytest.raises(PublishingError, match=folder):
        index_site(site)
    assert tree(site) == before, "nothing lost, nothing left over"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
@pytest.mark.parametrize("where", ["search", "search/manifest.json", "search/0123456789ab", "search/0123456789ab/t", "robots.txt"])
def test_nothing_is_written_or_removed_through_a_link(site: Path, where: str) -> None:
    outside = site.parent / "outside"
    if where.endswith((".json", ".txt")):
        outside = site.parent / "outside.txt"  # it is not there
    else:
        (outside / "t").mkdir(parents=True)
        (outside / "facets.bin").write_bytes(b"x")
        (outside / "t" / "0.bin").write_bytes(b"x")
    before = tree(outside)
    (site / where).parent.mkdir(parents=True, exist_ok=True)
    (site / where).symlink_to(outside)
    if where in ("search", "search/manifest.json"):
        with pytest.raises(PublishingError, match="search"):
            finish(site)
    else:
        finish(site)
    assert (site / where).is_symlink()
    assert tree(outside) == before
    assert outside.exists() == (outside.suffix == "")


def test_what_a_dead_run_left_is_cleared(site: Path) -> None:
    left = site / "search" / ".new-abc" / "t"
    left.mkdir(parents=True)
    (left / "0.bin").write_bytes(b"x")
    (left.parents[1] / "ba9876543210" / "t").mkdir(parents=True)
    (left.parents[1] / "ba9876543210" / "t" / "0.bin").write_bytes(b"x")
    index_site(site)
    assert {name.split("/")[0] for name in tree(site / "search")} == {"manifest.json", manifest(site)["folder"]}
