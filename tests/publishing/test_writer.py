"""The writer: only what changed, in one step, never outside docs/ and never over what a person wrote."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.folder import ArchiveFolder
from generator.publishing.writer import Written, write
from generator.rendering.front_matter import front_matter
from generator.rendering.linked.redirects import HEAD

PAGE = front_matter({"title": "Bài"}) + "\n# Bài\n"


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "gioi-thieu.md").write_text("# Giới thiệu\n", encoding="utf-8")
    return ArchiveFolder(tmp_path)


def files(folder: ArchiveFolder) -> list[str]:
    return sorted(path.relative_to(folder.docs).as_posix() for path in folder.docs.rglob("*") if path.is_file())


def test_writes_what_is_new_leaves_what_is_the_same_removes_what_is_stale(folder: ArchiveFolder) -> None:
    assert write(folder, {"index.md": PAGE, "bai/a.md": PAGE, "bai/b.md": PAGE}) == Written(3, 0, 0)
    before = (folder.docs / "bai" / "a.md").stat()
    assert write(folder, {"index.md": PAGE, "bai/a.md": PAGE, "bai/c.md": PAGE + "\nThêm\n"}) == Written(1, 2, 1)
    after = (folder.docs / "bai" / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert files(folder) == ["bai/a.md", "bai/c.md", "gioi-thieu.md", "index.md"]
    assert (folder.docs / "bai" / "c.md").read_bytes() == (PAGE + "\nThêm\n").encode()


def test_the_page_of_what_needs_review_is_ours_too(folder: ArchiveFolder) -> None:
    write(folder, {"index.md": PAGE, "can-xem-lai.md": PAGE})
    write(folder, {"index.md": PAGE})
    assert files(folder) == ["gioi-thieu.md", "index.md"]


def test_an_empty_folder_goes_too(folder: ArchiveFolder) -> None:
    write(folder, {"index.md": PAGE, "nam/2022.md": PAGE})
    write(folder, {"index.md": PAGE})
    assert not (folder.docs / "nam").exists()


def test_pages_by_hand_stay(folder: ArchiveFolder) -> None:
    (folder.docs / "bai").mkdir()
    (folder.docs / "bai" / "ghi-chu.md").write_text("# Ghi chú\n", encoding="utf-8")
    write(folder, {"bai/a.md": PAGE})
    write(folder, {})
    assert files(folder) == ["bai/ghi-chu.md", "gioi-thieu.md"]


def test_a_page_by_hand_is_not_overwritten_and_nothing_is_written(folder: ArchiveFolder) -> None:
    (folder.docs / "index.md").write_text("# Trang của tôi\n", encoding="utf-8")
    with pytest.raises(PublishingError, match=r"index\.md: .*by hand"):
        write(folder, {"bai/a.md": PAGE, "index.md": PAGE})
    assert files(folder) == ["gioi-thieu.md", "index.md"]


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "bai/../../x.md", "bai/../x.md", "/etc/x.md", "x.md", "gioi-thieu.md", "bai", "bai.md", "assets/x.md", "nam/x.html",
        "bai\\..\\x.md", "C:/x.md", "bai//x.md", "./index.md", "bai/x\0.md", "", "overrides/main.md", "bai/x.json", "du-lieu/x.md",
        "du-lieu/x.html", "du-lieu", "du-lieu/../bai/x.json",
    ],
)  # fmt: skip
def test_no_other_place(folder: ArchiveFolder, path: str) -> None:
    with pytest.raises(PublishingError):
        write(folder, {"bai/a.md": PAGE, path: PAGE})
    assert files(folder) == ["gioi-thieu.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_no_way_out_by_a_symbolic_link(folder: ArchiveFolder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder.docs / "bai").symlink_to(outside)
    with pytest.raises(PublishingError, match="outside docs/"):
        write(folder, {"bai/a.md": PAGE})
    assert list(outside.iterdir()) == []


def test_when_the_disk_refuses_the_old_page_stays(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"bai/a.md": PAGE, "bai/b.md": PAGE})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PublishingError, match=r"a\.md: cannot be written: No space left"):
        write(folder, {"bai/a.md": PAGE + "mới\n"})
    monkeypatch.undo()
    assert files(folder) == ["bai/a.md", "bai/b.md", "gioi-thieu.md"], "nothing removed, no temporary file left"
    assert (folder.docs / "bai" / "a.md").read_text(encoding="utf-8") == PAGE


def test_an_unreadable_page_is_told(folder: ArchiveFolder) -> None:
    (folder.docs / "bai" / "a.md").mkdir(parents=True)
    with pytest.raises(PublishingError, match=r"a\.md: cannot be read"):
        write(folder, {"bai/a.md": PAGE})


def test_written_pages_can_be_read_by_a_web_server(folder: ArchiveFolder) -> None:
    write(folder, {"bai/a.md": PAGE})
    assert (folder.docs / "bai" / "a.md").stat().st_mode & 0o044 == 0o044


def test_data_is_all_ours_and_what_is_no_longer_made_goes(folder: ArchiveFolder) -> None:
    write(
        folder, {"du-lieu/chu-thich/a.json": "{}\n", "du-lieu/trich-dan/a.bib": "@misc{a}\n", "du-lieu/nguon-tin/don-vi/x.xml": "<feed/>\n"}
    )
    write(folder, {"du-lieu/trich-dan/a.bib": "@misc{b}\n"})
    assert files(folder) == ["du-lieu/trich-dan/a.bib", "gioi-thieu.md"]
    assert (folder.docs / "du-lieu" / "trich-dan" / "a.bib").read_text(encoding="utf-8") == "@misc{b}\n"
    write(folder, {})
    assert not (folder.docs / "du-lieu").exists()


def test_html_by_hand_stays(folder: ArchiveFolder) -> None:
    (folder.docs / "bai").mkdir()
    (folder.docs / "bai" / "cu.html").write_text("<p>Của tôi\n", encoding="utf-8")
    write(folder, {"bai/moi.html": HEAD + "<p>\n"})
    write(folder, {})
    assert files(folder) == ["bai/cu.html", "gioi-thieu.md"]
