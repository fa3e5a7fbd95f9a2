"""One run at a time in a folder, however the other one ends."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.safe_changes.lock import FOLDER, locked
from generator.publishing.safe_changes.staging import working
from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import make
from tests.conftest import ROOT

HOLD = """
import sys
from pathlib import Path
from generator.publishing.safe_changes.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Return a process that holds the lock of ``folder`` until it is killed or its standard input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_nothing_is_left(tmp_path: Path) -> None:
    with locked(tmp_path):
        assert (tmp_path / FOLDER / "lock").is_file()
    assert list(tmp_path.iterdir()) == []


def waiting(*arguments: str | Path) -> subprocess.Popen[str]:
    """Return a command that has said that it waits for another run."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    assert "another run works on" in process.stderr.readline()
    return process


@pytest.mark.parametrize("killed", [pytest.param(False, marks=pytest.mark.slow), True], ids=["ended", "killed"])
def test_a_second_run_waits_and_says_so(archive: Path, *, killed: bool) -> None:
    with holder(archive) as first, waiting("convert", "-C", archive) as second:
        assert not (archive / "docs" / "bai").exists()
        if killed:
            first.kill()
        first.communicate()
        assert second.communicate()[1] == ""
    assert second.returncode == 0
    assert (archive / "docs" / "bai" / "hoa-mai.md").is_file()
    assert not (archive / FOLDER).exists()


@pytest.mark.slow
def test_an_update_and_an_index_wait_too(tmp_path: Path) -> None:
    target = tmp_path / "kho"
    make(target, Wishes())
    (target / "site").mkdir()
    (target / "site" / "index.html").write_text("<article><h1>Chào</h1></article>", encoding="utf-8")
    (target / "Makefile").unlink()
    with holder(target) as first, waiting("new", "--update", target) as update, waiting("index", target / "site") as index:
        assert not (target / "Makefile").exists()
        assert not (target / "site" / "search").exists()
        first.communicate()
        update.communicate()
        index.communicate()
    assert (update.returncode, index.returncode) == (0, 0)
    assert (target / "Makefile").is_file()
    assert (target / "site" / "search" / "manifest.json").is_file()
    assert not (target / FOLDER).exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_one_that_waits_can_be_ended_and_the_other_keeps_its_lock(archive: Path) -> None:
    with holder(archive) as first:
        with waiting("convert", "-C", archive) as second:
            second.send_signal(signal.SIGTERM)
        assert second.returncode == 143
        assert (archive / FOLDER / "lock").is_file()
        first.communicate()
    assert not (archive / FOLDER).exists()


def test_within_a_run_its_own_lock_is_no_hindrance(tmp_path: Path) -> None:
    with working(tmp_path) as outer, working(tmp_path) as inner:
        assert outer == inner
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no locks there")
def test_a_folder_that_may_not_be_written_is_locked_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with locked(tmp_path):
        assert list(tmp_path.iterdir()) == []
    assert tmp_path.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_link_of_its_name_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / "site").mkdir(parents=True)
    (tmp_path / "a" / FOLDER).symlink_to(tmp_path / "b")
    with pytest.raises(NotADirectoryError), locked(tmp_path / "a"):
        pass
    assert (tmp_path / "b" / "site").is_dir()
