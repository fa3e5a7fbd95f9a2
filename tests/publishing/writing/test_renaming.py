"""An article whose file is renamed keeps its address: the conversion writes the redirect, and leaves the rest of its file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import PublishingError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing import renaming
from tests.conftest import ARTICLE


def renamed(folder: ArchiveFolder, old: str, new: str) -> list[str]:
    """Return what the conversion after a rename notes."""
    (folder.seeds / new).parent.mkdir(exist_ok=True)
    (folder.seeds / old).rename(folder.seeds / new)
    report = pipeline.convert(folder)
    assert report.errors == ()
    return [str(note).removeprefix(f"{folder.root}/") for note in report.notes]


def test_a_renamed_article_keeps_its_address(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    (note,) = renamed(folder, "hoa-mai.txt", "2021/tong-ket.txt")
    assert note.startswith("seeds/redirects.yml:1: the file of bai/hoa-mai/ was renamed")
    assert folder.redirects.read_text(encoding="utf-8") == "- {old: hoa-mai, new: 2021-tong-ket}\n"
    page = (folder.docs / "bai" / "hoa-mai" / "index.html").read_text(encoding="utf-8")
    assert 'data-to="../2021-tong-ket/"' in page
    assert pipeline.convert(folder).notes == ()
    assert "data-to" in (folder.docs / "bai" / "hoa-mai" / "index.html").read_text(encoding="utf-8")


def test_it_may_be_renamed_again_and_back(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    for old, new in (("hoa-mai.txt", "b.txt"), ("b.txt", "c.txt"), ("c.txt", "hoa-mai.txt"), ("hoa-mai.txt", "d.txt")):
        assert len(renamed(folder, old, new)) == 1
    assert [path.parent.name for path in sorted((folder.docs / "bai").glob("*/index.html"))] == ["b", "c", "hoa-mai"]
    pages = [path.read_text(encoding="utf-8") for path in (folder.docs / "bai").glob("*/index.html")]
    assert all('data-to="../d/"' in page for page in pages)


def test_what_a_person_wrote_there_stays(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = "# của tôi\r\n- {old: cu, new: hoa-mai} # ghi chú".encode()
    folder.redirects.write_bytes(before)
    assert len(renamed(folder, "hoa-mai.txt", "b.txt")) == 1
    assert folder.redirects.read_bytes() == before + b"\r\n- {old: hoa-mai, new: b}\r\n"
    assert (folder.docs / "bai" / "cu" / "index.html").is_file()


def test_a_file_in_another_form_is_left_alone_and_the_line_told(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = "[{old: cu, new: b}]\n"
    folder.redirects.write_text(before, encoding="utf-8")
    (note,) = renamed(folder, "hoa-mai.txt", "b.txt")
    assert "write this line here: - {old: hoa-mai, new: b}" in note
    assert folder.redirects.read_text(encoding="utf-8") == before


def test_a_full_disk_is_no_reason_to_stop(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)

    def full(*_: object) -> None:
        raise PublishingError(message("disk.unwritable", reason="full"))

    monkeypatch.setattr(renaming, "replace", full)
    (note,) = renamed(folder, "hoa-mai.txt", "b.txt")
    assert "write this line here" in note


def test_an_article_that_cannot_be_read_is_not_renamed(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    (folder.seeds / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (folder.seeds / "hoa-mai.txt").write_bytes(b"\0")
    report = pipeline.convert(folder)
    assert (len(report.errors), report.notes, folder.redirects.exists()) == (1, (), False)
