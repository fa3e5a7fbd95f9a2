"""Files of a dead run are recovered and removed; user files, or possible ones, stay."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.publishing.safe_changes.lock import FOLDER
from generator.publishing.safe_changes.recovery import keep_hidden
from generator.publishing.safe_changes.staging import working


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "docs" / "bai").mkdir(parents=True)
    return tmp_path


def put(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def recovered(root: Path) -> list[str]:
    """Return what there is after a run that does nothing."""
    with working(root):
        pass
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def test_all_that_is_temporary_goes(root: Path) -> None:
    for name in ("site/a/index.html", "old-site/index.html", "files/0", "archive/mkdocs.yml", "lock"):
        put(root / FOLDER / name)
    put(root / "site" / "index.html", "now")
    for name in (
        "docs/.index-ab12_cd3.new",
        "docs/bai/.hoa-mai-abcdefgh.new",
        "docs/assets/.words-abcdefgh.new",
        "docs/du-lieu/nam/.x-abcdefgh.new",
    ):
        put(root / name)
    assert recovered(root) == ["mkdocs.yml", "site/index.html"]
    assert not (root / FOLDER).exists()


def test_a_site_that_was_away_comes_back(root: Path) -> None:
    put(root / FOLDER / "old-site" / "index.html", "old")
    put(root / FOLDER / "site" / "index.html", "new")
    assert recovered(root) == ["mkdocs.yml", "site/index.html"]
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_it_comes_back_to_where_the_link_leads(root: Path) -> None:
    (root / "site").symlink_to(root / "web")
    put(root / FOLDER / "old-site" / "index.html", "old")
    recovered(root)
    assert (root / "site").is_symlink()
    assert (root / "web" / "index.html").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no modes to know them by")
def test_what_earlier_versions_left(root: Path) -> None:
    put(root / ".site-ab12_cd3" / "site" / "index.html", "old")
    put(root / ".site-zz12_cd3" / "index.html", "new")
    copied = put(root / ".site-old_2024" / "index.html", "a person's copy")
    for name in (".site-ab12_cd3", ".site-zz12_cd3"):
        (root / name).chmod(0o700)
    copied.parent.chmod(0o755)
    assert recovered(root) == [".site-old_2024/index.html", "mkdocs.yml", "site/index.html"]
    assert (root / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_system_without_users_leaves_what_it_cannot_know(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root / ".site-ab12_cd3" / "index.html")
    (root / ".site-ab12_cd3").chmod(0o700)
    monkeypatch.delattr(os, "getuid", raising=False)
    assert recovered(root) == [".site-ab12_cd3/index.html", "mkdocs.yml"]


def test_what_is_not_ours_stays(root: Path) -> None:
    names = [
        "docs/.gitkeep",
        "docs/bai/.ghi-chu.new",
        "docs/hinh/.x-abcdefgh.new",
        "docs/bai/a-abcdefgh.new",
        f"{FOLDER}/ghi-chu.txt",
        ".x-abcdefgh.new",
    ]
    for name in names:
        put(root / name)
    assert recovered(root) == sorted([*names, "mkdocs.yml"])


def test_what_begins_with_a_dot_goes_with_the_site(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    put(old / ".git" / "HEAD")
    put(old / ".nojekyll", "old")
    put(old / "index.html")
    put(new / ".nojekyll", "new")
    keep_hidden(old, new)
    assert sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file()) == [".git/HEAD", ".nojekyll"]
    assert (new / ".nojekyll").read_text(encoding="utf-8") == "new"
