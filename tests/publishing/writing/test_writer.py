"""The writer: only what changed, in one step, never outside docs/ and never over what a person wrote."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing.ownership import LIST, digest
from generator.publishing.writing.writer import Written, write
from generator.rendering.parts.files.front_matter import front_matter

PAGE = front_matter({"title": "Bài"}) + "\n# Bài\n"


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "gioi-thieu.md").write_text("# Giới thiệu\n", encoding="utf-8")
    return ArchiveFolder(tmp_path)


def files(folder: ArchiveFolder) -> list[str]:
    """Return all but the writer's list."""
    return sorted(path.relative_to(folder.docs).as_posix() for path in folder.docs.rglob("*") if path.is_file() and path.name != LIST)


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
    with pytest.raises(PublishingError, match=r"index\.md: a page of your own"):
        write(folder, {"bai/a.md": PAGE, "index.md": PAGE})
    assert files(folder) == ["gioi-thieu.md", "index.md"]


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "bai/../../x.md", "bai/../x.md", "/etc/x.md", "x.md", "gioi-thieu.md", "bai", "bai.md", "assets/x.md", "bai/x.html",
        "bai\\..\\x.md", "C:/x.md", "bai//x.md", "./index.md", "bai/x\0.md", "", "overrides/main.md",
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
    with pytest.raises(PublishingError, match="symbolic link"):
        write(folder, {"bai/a.md": PAGE})
    assert list(outside.iterdir()) == []


def test_when_the_disk_refuses_the_old_page_stays(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"bai/a.md": PAGE, "bai/b.md": PAGE})

    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "a.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PublishingError, match=r"a\.md: cannot be written: No space left"):
        write(folder, {"bai/a.md": PAGE + "mới\n"})
    monkeypatch.undo()
    assert files(folder) == ["bai/a.md", "bai/b.md", "gioi-thieu.md"], "nothing removed, no temporary file left"
    assert (folder.docs / "bai" / "a.md").read_text(encoding="utf-8") == PAGE


def test_a_folder_with_the_name_of_a_page_is_told(folder: ArchiveFolder) -> None:
    (folder.docs / "bai" / "a.md").mkdir(parents=True)
    with pytest.raises(PublishingError, match=r"a\.md: this is in the place of a generated page"):
        write(folder, {"bai/a.md": PAGE})


def test_written_pages_can_be_read_by_a_web_server(folder: ArchiveFolder) -> None:
    write(folder, {"bai/a.md": PAGE})
    assert (folder.docs / "bai" / "a.md").stat().st_mode & 0o044 == 0o044


DATA = {"du-lieu/bai.csv": b"id\r\n1\r\n", "du-lieu/nam/2022.csv": b"id\r\n"}


def test_files_of_data_are_written_renewed_and_removed(folder: ArchiveFolder) -> None:
    assert write(folder, {"index.md": PAGE}, DATA) == Written(3, 0, 0)
    before = (folder.docs / LIST).stat()
    assert write(folder, {"index.md": PAGE}, DATA) == Written(0, 3, 0)
    after = (folder.docs / LIST).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert write(folder, {"index.md": PAGE}, {"du-lieu/bai.csv": b"id\r\n"}) == Written(1, 1, 1)
    assert (folder.docs / "du-lieu" / "bai.csv").read_bytes() == b"id\r\n"
    assert files(folder) == ["du-lieu/bai.csv", "gioi-thieu.md", "index.md"]
    write(folder, {"index.md": PAGE})
    assert files(folder) == ["gioi-thieu.md", "index.md"]
    assert not (folder.docs / "du-lieu").exists()


def test_a_file_of_one_s_own_is_neither_overwritten_nor_removed(folder: ArchiveFolder) -> None:
    write(folder, {}, DATA)
    own = folder.docs / "du-lieu" / "cua-toi.csv"
    own.write_bytes(b"a,b\n")
    with pytest.raises(PublishingError, match=r"cua-toi\.csv: .*your own"):
        write(folder, {"index.md": PAGE}, {**DATA, "du-lieu/cua-toi.csv": b"id\r\n"})
    assert own.read_bytes() == b"a,b\n"
    assert not (folder.docs / "index.md").exists()
    write(folder, {})
    assert files(folder) == ["du-lieu/cua-toi.csv", "gioi-thieu.md"]


def test_what_a_crash_left_behind_is_known_as_ours(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def crash(self: Path, target: Path) -> Path:
        if target.name == "2022.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(PublishingError):
        write(folder, {}, DATA)
    monkeypatch.undo()
    assert (folder.docs / "du-lieu" / "bai.csv").exists()
    write(folder, {}, {"du-lieu/nam/2022.csv": b"id\r\n"})
    assert files(folder) == ["du-lieu/nam/2022.csv", "gioi-thieu.md"]


@pytest.mark.parametrize("line", ["../gioi-thieu.md", "../bang.csv", "/bang.csv", "nam/../../bang.csv", "index.md", "ra/bang.csv"])
def test_a_list_that_names_others_files_is_not_believed(folder: ArchiveFolder, line: str) -> None:
    here = folder.docs / "du-lieu"
    here.mkdir()
    for path in (folder.docs / "bang.csv", here / "index.md"):
        path.write_bytes(b"x")
    if sys.platform != "win32":
        (here / "ra").symlink_to(folder.docs)
    for data in (DATA, {}):
        (here / LIST).write_text(f"{line}\n", encoding="utf-8")  # as the version before wrote it
        write(folder, {}, data)
    for below in (line, f"du-lieu/{line}") if line != "index.md" else ():
        (folder.docs / LIST).write_text(f"{digest(b'x')}  {below}\n", encoding="utf-8")
        write(folder, {})
    assert {"bang.csv", "gioi-thieu.md", "du-lieu/index.md"} <= set(files(folder))


@pytest.mark.parametrize(
    "path",
    [
        "du-lieu/a.md",
        "du-lieu/a.js",
        "bang.csv",
        "assets/a.csv",
        "assets/words.csv",
        "overrides/a.html",
        "du-lieu/../a.csv",
        "du-lieu",
        "du-lieu/.a.csv",
        "index.md",
    ],
)
def test_no_other_place_for_data(folder: ArchiveFolder, path: str) -> None:
    with pytest.raises(PublishingError):
        write(folder, {}, {**DATA, path: b"x"})
    assert files(folder) == ["gioi-thieu.md"]


def test_words_stand_beside_the_owner_s_templates_and_scripts(folder: ArchiveFolder) -> None:
    own = folder.docs / "overrides" / "main.html"
    own.parent.mkdir()
    own.write_bytes(b"main")
    words = {"overrides/words.html": b"1", "assets/words.js": b"2"}
    assert write(folder, {}, words) == Written(2, 0, 0)
    with (folder.docs / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{digest(b'main')}  overrides/main.html\n")
    assert write(folder, {}) == Written(0, 0, 2)
    assert files(folder) == ["gioi-thieu.md", "overrides/main.html"]
    (own.parent / "words.html").write_bytes(b"own")
    with pytest.raises(PublishingError, match=r"words\.html: .*your own"):
        write(folder, {}, words)


def test_a_folder_that_a_killed_run_emptied_goes(folder: ArchiveFolder) -> None:
    write(folder, {"index.md": PAGE}, {"don-vi/a/b/index.html": b"x", "don-vi/c.csv": b"y"})
    (folder.docs / "don-vi" / "a" / "b" / "index.html").unlink()
    (folder.docs / "don-vi" / "a" / "b").rmdir()
    write(folder, {"index.md": PAGE}, {"don-vi/c.csv": b"y"})
    assert not (folder.docs / "don-vi" / "a").exists()
    assert files(folder) == ["don-vi/c.csv", "gioi-thieu.md", "index.md"]
