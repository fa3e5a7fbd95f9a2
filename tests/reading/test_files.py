"""The bytes of odd files: nothing waits, nothing is read without end, and all that is there is relative to what is not."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import AuthorityError, CorrectionError, ReadingError, RedirectError
from generator.reading import files
from generator.reading.files import contents, contents_if_any
from generator.reading.limits import LARGEST
from generator.resolution.redirects import read_redirects
from generator.resolution.units.authority import read_authority

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path may be no longer than some hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _behind(path: Path) -> None:
    os.mkfifo(path.parent / "p")
    path.symlink_to("p")


def _two(path: Path) -> None:
    path.symlink_to("other")
    (path.parent / "other").symlink_to(path.name)


ODD: list[tuple[str, Callable[[Path], object], str]] = [
    ("folder", Path.mkdir, "folder"),
    ("pipe", os.mkfifo, "pipe"),
    ("socket", _socket, "socket"),
    ("endless device", lambda path: path.symlink_to("/dev/zero"), "device"),
    ("empty device", lambda path: path.symlink_to("/dev/null"), "device"),
    ("pipe behind a link", _behind, "pipe"),
    ("link to nothing", lambda path: path.symlink_to("gone"), "leads to nothing"),
    ("link to itself", _loop, "back to itself"),
    ("links in a circle", _two, "back to itself"),
    ("too large", lambda path: path.write_bytes(b"a" * (LARGEST + 1)), "larger than 8 MB"),
]


@pytest.mark.parametrize("read", [contents, contents_if_any])
@pytest.mark.parametrize(("make", "words"), [text[1:] for text in ODD], ids=[text[0] for text in ODD])
def test_what_is_no_file_is_an_error_with_a_fix(
    tmp_path: Path, make: Callable[[Path], object], words: str, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "x.txt"
    make(path)
    with pytest.raises(ReadingError) as caught:
        read(path)
    assert words in str(caught.value)
    assert (caught.value.path, bool(caught.value.fix)) == (path, True)


@pytest.mark.parametrize(("make", "words"), [text[1:] for text in ODD], ids=[text[0] for text in ODD])
def test_units_and_redirects_are_never_taken_for_absent(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    make(tmp_path / "x.yml")
    with pytest.raises(AuthorityError, match=words):
        read_authority(tmp_path / "x.yml")
    with pytest.raises(RedirectError, match=words):
        read_redirects(tmp_path / "x.yml")


def test_only_what_is_not_there_is_absent(tmp_path: Path) -> None:
    assert contents_if_any(tmp_path / "x") is None
    with pytest.raises(CorrectionError, match="no file here"):
        contents(tmp_path / "x", CorrectionError)
    with pytest.raises(ReadingError, match="longer than"):
        contents_if_any(tmp_path / ("x" * 300))


def test_the_largest_file_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "x").write_bytes(b"a" * 10)
    assert contents(tmp_path / "x") == b"a" * 10
    (tmp_path / "x").write_bytes(b"a" * 11)
    with pytest.raises(ReadingError):
        contents(tmp_path / "x")


def test_a_file_that_becomes_a_pipe_while_it_is_opened_does_not_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.touch()
    true = os.open

    def late(name: Path, flags: int) -> int:
        assert flags & os.O_NONBLOCK, "it would wait for ever"
        path.unlink()
        os.mkfifo(path)
        return true(name, flags)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(ReadingError, match="pipe"):
        contents(path)
