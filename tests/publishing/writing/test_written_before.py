"""What lies as it was written is not read again; what a person changed is seen, however it was hidden."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.cache.store import opened
from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing import writer, written_before
from generator.publishing.writing.writer import Written, write
from generator.publishing.writing.written_before import WrittenBefore
from generator.rendering.parts.files.front_matter import front_matter

PAGE = front_matter({"title": "Bài"}) + "\n# Bài\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ArchiveFolder:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "archive" / "docs").mkdir(parents=True)
    return ArchiveFolder(tmp_path / "archive")


def written(folder: ArchiveFolder, *, settled: bool = True, **pages: str) -> Written:
    if settled:
        time.sleep(0.12)  # more than the coarsest clock is behind
    with opened(folder.root) as store:
        return write(folder, {f"bai/{name}.md": text for name, text in pages.items()}, before=WrittenBefore(store, folder.docs))


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    read = writer._read

    def noted(path: Path) -> bytes | None:
        found.append(path.name)
        return read(path)

    monkeypatch.setattr(writer, "_read", noted)
    return found


def test_what_lies_as_it_was_written_is_not_read(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, a=PAGE, b=PAGE)
    assert written(folder, a=PAGE, b=PAGE) == Written(0, 2, 0)
    found = reads(monkeypatch)
    assert written(folder, a=PAGE, b=f"{PAGE}\nThêm\n") == Written(1, 1, 0)
    assert "a.md" not in found
    assert "b.md" in found
    found.clear()
    monkeypatch.setattr(written_before, "program", lambda: "another")
    assert written(folder, a=PAGE, b=f"{PAGE}\nThêm\n") == Written(0, 2, 0)
    assert {"a.md", "b.md"} <= set(found), "another program remembers nothing"


def test_what_was_written_just_now_is_read(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, a=PAGE)
    found = reads(monkeypatch)
    assert written(folder, settled=False, a=PAGE) == Written(0, 1, 0)
    assert "a.md" in found


def test_a_change_is_seen_though_size_and_time_are_as_before(folder: ArchiveFolder) -> None:
    written(folder, a=PAGE)
    written(folder, a=PAGE)
    path = folder.docs / "bai" / "a.md"
    before = path.stat()
    path.write_text(PAGE.replace("# Bài", "# Bai!"), encoding="utf-8")
    assert path.stat().st_size == before.st_size
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(PublishingError):
        written(folder, a=PAGE)


def test_a_file_that_is_gone_is_written_again(folder: ArchiveFolder) -> None:
    written(folder, a=PAGE)
    written(folder, a=PAGE)
    (folder.docs / "bai" / "a.md").unlink()
    assert written(folder, a=PAGE) == Written(1, 0, 0)
