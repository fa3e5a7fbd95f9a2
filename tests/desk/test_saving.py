"""Files of ``seeds/`` are changed whole, never over another's, and put back."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.files.saving import Contents, Saver
from generator.desk.problems import DeskError
from generator.publishing.archive_folder.folder import ArchiveFolder


def adding(path: Path, words: bytes) -> dict[str, object]:
    def edit(now: Contents) -> Contents:
        return {path: (now[path] or b"") + words}

    return {"paths": [path], "edit": edit, "what": "confirmed"}


@pytest.fixture
def folder(archive: Path) -> ArchiveFolder:
    return ArchiveFolder.at(archive)


def test_two_desks_and_an_editor_keep_what_the_others_saved(folder: ArchiveFolder) -> None:
    one, other, path = Saver(folder), Saver(folder), folder.seeds / "checks" / "a.yml"
    one.change(**adding(path, b"1"))  # type: ignore[arg-type]
    other.change(**adding(path, b"2"))  # type: ignore[arg-type]
    path.write_bytes(path.read_bytes() + b"editor")
    one.change(**adding(path, b"3"))  # type: ignore[arg-type]
    assert path.read_bytes() == b"12editor3"


def test_what_an_editor_wrote_over_is_kept_beside(folder: ArchiveFolder) -> None:
    saver, path = Saver(folder), folder.seeds / "checks" / "a.yml"
    saver.change(**adding(path, b"ours"))  # type: ignore[arg-type]
    path.write_bytes(b"theirs ")
    saver.change(**adding(path, b"more"))  # type: ignore[arg-type]
    assert path.read_bytes() == b"theirs more"
    (kept,) = saver.kept
    assert kept.read_bytes() == b"ours"
    assert kept.is_relative_to(folder.root / ".desk")
    assert path not in ArchiveFolder.at(folder.root).articles()


def test_a_step_is_undone_unless_the_file_changed_since(folder: ArchiveFolder) -> None:
    saver, path = Saver(folder), folder.seeds / "checks" / "a.yml"
    saver.change(**adding(path, b"1"))  # type: ignore[arg-type]
    saver.change(**adding(path, b"2"))  # type: ignore[arg-type]
    saver.undo()
    assert path.read_bytes() == b"1"
    path.write_bytes(b"theirs")
    with pytest.raises(DeskError):
        saver.undo()
    assert path.read_bytes() == b"theirs"
    path.write_bytes(b"1")
    saver.undo()
    assert not path.exists()
    assert saver.undo() is None


@pytest.mark.parametrize("name", ["../mkdocs.yml", "out/x.yml", "link.yml", ".hidden", "."])
def test_nothing_outside_the_seeds_is_written(folder: ArchiveFolder, tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "mine.yml").write_text("mine")
    (folder.seeds / "out").symlink_to(tmp_path / "elsewhere")
    (folder.seeds / "link.yml").symlink_to(tmp_path / "mine.yml")
    before = (folder.root / "mkdocs.yml").read_bytes()
    with pytest.raises(DeskError):
        Saver(folder).change(**adding(folder.seeds / name, b"x"))  # type: ignore[arg-type]
    assert (tmp_path / "mine.yml").read_text() == "mine"
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (folder.root / "mkdocs.yml").read_bytes() == before


def test_an_edit_that_fails_changes_nothing(folder: ArchiveFolder) -> None:
    saver, path = Saver(folder), folder.seeds / "checks" / "a.yml"

    def edit(_now: Contents) -> Contents:
        raise DeskError(None)  # type: ignore[arg-type]

    with pytest.raises(DeskError):
        saver.change([path], edit, "confirmed")
    assert not path.exists()
    assert saver.steps == []
