"""Files change all or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.safe_changes import atomic
from generator.publishing.safe_changes.atomic import replace, replace_all


def found(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_are_there(tmp_path: Path) -> None:
    replace(tmp_path / "a", b"old", tmp_path)
    replace_all({tmp_path / "a": b"new", tmp_path / "b" / "c" / "d": b"x"}, tmp_path)
    assert found(tmp_path) == {"a": b"new", "b/c/d": b"x"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("fits", [0, 1, 2])
def test_a_full_disk_changes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fits: int) -> None:
    files = {tmp_path / name: name.encode() for name in "abc"}
    replace_all(dict.fromkeys(files, b"old"), tmp_path)
    written: list[int] = []

    def write(path: Path, content: bytes) -> None:
        if len(written) == fits:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        written.append(path.write_bytes(content))

    monkeypatch.setattr(atomic, "_write", write)
    with pytest.raises(PublishingError, match=rf"{'abc'[fits]}: cannot be written: No space left on device \(free space"):
        replace_all(files, tmp_path)
    assert found(tmp_path) == dict.fromkeys("abc", b"old")


def test_another_disk_is_written_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.parent != target.parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    replace(tmp_path / "b" / "a", b"x", tmp_path)
    assert found(tmp_path) == {"b/a": b"x"}
    assert (tmp_path / "b" / "a").stat().st_mode & 0o777 == 0o644
