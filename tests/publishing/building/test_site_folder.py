"""Ownership of ``site/``: a built site, or a link to one, is replaced; anything else stays and is reported."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.site_folder import replaceable

links = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
MADE = '<!doctype html><html><head><meta name="generator" content="{}"></head></html>'


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    (tmp_path / "kho").mkdir()
    return ArchiveFolder(tmp_path / "kho")


def put(site: Path, name: str, text: str = "x") -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, encoding="utf-8")


def test_one_that_is_not_there_yet(folder: ArchiveFolder) -> None:
    assert replaceable(folder) == folder.site


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("index.html", MADE.format("mkdocs-1.6.1, mkdocs-material-9.8.1")),
        ("404.html", MADE.format("zensical-0.0.73")),
        ("index.html", "<meta content=x name=viewport><meta name=generator content=mkdocs-1.7>"),
        ("search/manifest.json", "{}"),
        (".git", "gitdir: elsewhere"),
        (".well-known/security.txt", "x"),
    ],
)
def test_a_built_one_or_one_with_hidden_files_only(folder: ArchiveFolder, name: str, text: str) -> None:
    put(folder.site, name, text)
    assert replaceable(folder) == folder.site


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ban-thao.docx", "x"),
        ("index.html", "<h1>Trang của tôi</h1>"),
        ("index.html", MADE.format("WordPress 6.1")),
        ("index.html", MADE.format("my words on mkdocs-1.6.1")),
        ("anh/le-trao.jpg", "x"),
        ("search/ghi-chu.txt", "x"),
    ],
)
def test_what_was_never_built_stays(folder: ArchiveFolder, name: str, text: str) -> None:
    put(folder.site, name, text)
    with pytest.raises(PublishingError, match=r"site: .* is left unchanged \(move it"):
        replaceable(folder)
    assert (folder.site / name).read_text(encoding="utf-8") == text


def test_a_file(folder: ArchiveFolder) -> None:
    folder.site.write_text("x", encoding="utf-8")
    with pytest.raises(PublishingError, match="not a folder"):
        replaceable(folder)


@links
def test_a_link_is_kept_and_what_it_leads_to_is_replaced(folder: ArchiveFolder, tmp_path: Path) -> None:
    put(tmp_path / "web", "index.html", MADE.format("mkdocs-1.6.1"))
    folder.site.symlink_to(Path("..", "web"))
    assert replaceable(folder) == tmp_path / "web"


@links
def test_a_link_to_something_else_or_to_nothing(folder: ArchiveFolder, tmp_path: Path) -> None:
    folder.site.symlink_to(tmp_path / "web")
    with pytest.raises(PublishingError, match="leads nowhere"):
        replaceable(folder)
    put(tmp_path / "web", "quan-trong.txt")
    with pytest.raises(PublishingError, match="is left unchanged"):
        replaceable(folder)


@links
def test_a_link_to_the_archive_itself_or_around_it(folder: ArchiveFolder) -> None:
    put(folder.root, "index.html", MADE.format("mkdocs-1.6.1"))
    put(folder.root.parent, "index.html", MADE.format("mkdocs-1.6.1"))
    for target in (".", ".."):
        folder.site.symlink_to(target)
        with pytest.raises(PublishingError, match="is left unchanged"):
            replaceable(folder)
        folder.site.unlink()


@links
def test_another_disk(folder: ArchiveFolder) -> None:
    other = next(
        (one for one in ("/dev/shm", "/run", "/mnt") if os.access(one, os.W_OK) and Path(one).stat().st_dev != folder.root.stat().st_dev),
        None,
    )
    if other is None:
        pytest.skip("no other disk to write to")
    with tempfile.TemporaryDirectory(dir=other) as web:
        folder.site.symlink_to(web)
        with pytest.raises(PublishingError, match=r"another disk .* \(build into site/"):
            replaceable(folder)
