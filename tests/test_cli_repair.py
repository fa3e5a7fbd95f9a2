"""``kyyeu repair``: shows by default, writes on demand, keeps what was there, leaves alone what is not certain."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.reporting import FAILED

DAMAGED = "§¶ng ñy x· ®· tÆng GiÊy khen.\r\nHä.\r\n"
GOOD = "Đảng ủy xã đã tặng Giấy khen.\r\nHọ.\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bai.txt"
    path.write_bytes(DAMAGED.replace("ä", "ä").encode())
    return path


def test_it_shows_and_writes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    assert main(["repair", str(file)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "-§¶ng ñy x· ®· tÆng GiÊy khen." in shown
    assert "+Đảng ủy xã đã tặng Giấy khen." in shown
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_it_writes_and_keeps_the_original(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    file.chmod(0o640)
    assert main(["repair", "--write", str(file)]) == 0
    assert file.read_bytes().decode().startswith("Đảng ủy xã đã tặng Giấy khen.\r\n")
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.with_name("bai.txt~").read_bytes() == before
    assert "bai.txt~" in capsys.readouterr().out
    assert main(["repair", "--write", str(file)]) == 0  # nothing left to do
    assert "nothing" in capsys.readouterr().out


def test_a_copy_that_is_there_is_kept(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()
    file.with_name("bai.txt~").write_bytes(b"mine")
    assert main(["repair", "--write", str(file)]) == FAILED
    assert "bai.txt~" in capsys.readouterr().err
    assert (file.read_bytes(), file.with_name("bai.txt~").read_bytes()) == (before, b"mine")


def test_a_disk_that_refuses_leaves_all_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert main(["repair", "--write", str(file)]) == FAILED
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_what_is_not_certain_is_not_written_and_the_others_are(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doubtful = file.with_name("nghi.txt")
    doubtful.write_text("á»§y phÆ°á»\ufffdng tá»•ng káº¿t", encoding="utf-8")
    before = doubtful.read_bytes()
    assert main(["repair", "--write", str(doubtful), str(file), str(file.with_name("khong-co.txt"))]) == FAILED
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 2
    assert "nghi.txt" in printed.err
    assert doubtful.read_bytes() == before
    assert "Đảng" in file.read_text(encoding="utf-8")


def test_utf_16_becomes_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes("Đảng ủy xã họp.\n".encode("utf-16-le"))
    assert main(["-C", str(tmp_path), "repair", "--write", "bai.txt"]) == 0
    assert path.read_text(encoding="utf-8") == "Đảng ủy xã họp.\n"
