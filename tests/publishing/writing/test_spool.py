"""What is to be written waits in a file, not in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import PublishingError
from generator.publishing.writing.spool import Spool


def test_contents_come_back_as_they_were_put_in_their_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "work")
    spool.put("bai/b.md", "Đảng ủy\n")
    spool.put("du-lieu/a.bin", b"\0\xff")
    assert spool["bai/b.md"] == "Đảng ủy\n".encode()
    spool.put("bai/c.md", "")
    spool.put("bai/b.md", "Quận ủy")
    assert dict(spool) == {"bai/b.md": "Quận ủy".encode(), "du-lieu/a.bin": b"\0\xff", "bai/c.md": b""}
    assert list(spool) == ["bai/b.md", "du-lieu/a.bin", "bai/c.md"]
    assert not list((tmp_path / "work").iterdir())  # the file has no name
    with pytest.raises(KeyError):
        spool["bai/d.md"]


def test_a_disk_that_refuses_is_an_error_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("a file", encoding="utf-8")
    with pytest.raises(PublishingError, match="work"):
        Spool(tmp_path / "work")
    full = Spool(tmp_path)
    full._file.close()
    full._file = _Full()  # type: ignore[assignment]
    with pytest.raises(PublishingError):
        full.put("bai/a.md", "x")


class _Full:
    def seek(self, at: int) -> None:
        pass

    def write(self, _: bytes) -> None:
        raise OSError(28, "No space left on device")
