"""What is done on macOS and on Windows: the system is given, so that all of it runs here."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.publishing.safe_changes.durability import Disk, disk, sync_file, sync_folder, sync_tree
from generator.publishing.safe_changes.exchange import exchanged_on
from generator.publishing.safe_changes.file_locks import Flock, RegionLock
from generator.publishing.safe_changes.lock import FOLDER, locked
from generator.publishing.writing.targets import path_limit

posix = pytest.mark.skipif(sys.platform == "win32", reason="opens folders, which it cannot")


def answering(number: int, heard: list[tuple[object, ...]]) -> Callable[..., int]:
    """Return a function of a C library that hears its arguments and gives 0, or leaves an error number."""

    def called(*arguments: object) -> int:
        heard.append(tuple(getattr(argument, "value", argument) for argument in arguments))
        ctypes.set_errno(number)
        return -1 if number else 0

    return called


# Exchange of names


@pytest.mark.parametrize(
    ("platform", "name", "arguments"),
    [("darwin", "renamex_np", (b"/a", b"/b", 2)), ("linux", "renameat2", (-100, b"/a", -100, b"/b", 2))],
)
def test_names_are_exchanged_as_the_system_does(platform: str, name: str, arguments: tuple[object, ...]) -> None:
    heard: list[tuple[object, ...]] = []
    assert exchanged_on(platform, Path("/a"), Path("/b"), SimpleNamespace(**{name: answering(0, heard)}))
    assert heard == [arguments]


@pytest.mark.parametrize(("platform", "name"), [("darwin", "renamex_np"), ("linux", "renameat2")])
@pytest.mark.parametrize("number", [errno.ENOTSUP, errno.EINVAL, errno.ENOSYS])
def test_a_file_system_without_exchange_is_told_from_one_that_refuses(platform: str, name: str, number: int) -> None:
    assert not exchanged_on(platform, Path("/a"), Path("/b"), SimpleNamespace(**{name: answering(number, [])}))
    with pytest.raises(PermissionError, match="/b"):
        exchanged_on(platform, Path("/a"), Path("/b"), SimpleNamespace(**{name: answering(errno.EACCES, [])}))


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux", "freebsd14"])
def test_a_system_without_the_function_renames_twice(platform: str) -> None:
    assert not exchanged_on(platform, Path("/a"), Path("/b"), SimpleNamespace())


# Writing out


@dataclass
class Control:
    """The module fcntl of macOS."""

    number: int = 0
    heard: list[tuple[int, int]] = field(default_factory=list)
    F_FULLFSYNC: int = 51

    def fcntl(self, descriptor: int, command: int) -> int:
        self.heard.append((descriptor, command))
        if self.number:
            raise OSError(self.number, os.strerror(self.number))
        return 0


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Provide the descriptors that fsync was called with."""
    heard: list[int] = []
    monkeypatch.setattr(os, "fsync", heard.append)
    return heard


def test_macos_writes_to_the_disk_itself(tmp_path: Path, synced: list[int]) -> None:
    control = Control()
    path = tmp_path / "a"
    path.touch()
    sync_file(path, disk("darwin", control=control))
    assert [command for _, command in control.heard] == [51]
    assert synced == []


def test_a_drive_that_knows_no_full_fsync_is_asked_for_what_it_knows(tmp_path: Path, synced: list[int]) -> None:
    path = tmp_path / "a"
    path.touch()
    sync_file(path, disk("darwin", control=Control(errno.ENOTSUP)))
    assert len(synced) == 1


def test_a_full_disk_is_heard_of(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    with pytest.raises(OSError, match="No space left"):
        sync_file(path, disk("darwin", control=Control(errno.ENOSPC)))


@posix
def test_a_tree_on_macos_is_written_file_by_file_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for number in range(20):
        (tmp_path / "b" / str(number)).touch()
    control = Control()
    sync_tree(tmp_path, disk("darwin", control=control))
    assert len(control.heard) == 22


def test_windows_opens_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, synced: list[int]) -> None:
    (tmp_path / "a").touch()
    sync_tree(tmp_path, disk("win32"))
    assert len(synced) == 1

    def refuse(path: Path, *_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    sync_folder(tmp_path, disk("win32"))


@posix
def test_linux_writes_many_files_in_one_step(tmp_path: Path, synced: list[int]) -> None:
    for number in range(20):
        (tmp_path / str(number)).touch()
    heard: list[tuple[object, ...]] = []
    sync_tree(tmp_path, disk("linux", SimpleNamespace(syncfs=answering(0, heard))))
    assert (len(heard), synced) == (1, [])
    with pytest.raises(OSError, match="Input/output error"):
        sync_tree(tmp_path, disk("linux", SimpleNamespace(syncfs=answering(errno.EIO, []))))
    sync_tree(tmp_path, disk("linux", SimpleNamespace()))
    assert len(synced) == 21


@posix
def test_a_folder_that_may_not_be_read_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    sync_folder(tmp_path, Disk(os.fsync))


# Locks


class Msvcrt:
    """The module msvcrt of Windows, of which one open file at a time has a region."""

    LK_NBLCK = 2

    def __init__(self, number: int = errno.EACCES) -> None:
        self.holders: dict[int, int] = {}
        self.number = number

    def locking(self, descriptor: int, mode: int, size: int) -> None:
        assert (mode, size) == (self.LK_NBLCK, 1)
        if self.holders.setdefault(os.fstat(descriptor).st_ino, descriptor) != descriptor:
            raise OSError(self.number, os.strerror(self.number))


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[Msvcrt]:
    """Provide its locks end when their file is closed, and it removes no file that is open."""
    system = Msvcrt()
    opened: dict[int, Path] = {}
    real_open, close, unlink = os.open, os.close, Path.unlink

    def open_(path: Path, flags: int, mode: int = 0o777, **named: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        descriptor = real_open(path, flags, mode, **named)
        opened[descriptor] = Path(path)
        return descriptor

    def close_(descriptor: int) -> None:
        opened.pop(descriptor, None)
        system.holders = {inode: one for inode, one in system.holders.items() if one != descriptor}
        close(descriptor)

    def unlink_(path: Path, *, missing_ok: bool = False) -> None:
        if path in opened.values():
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(os, "close", close_)
    monkeypatch.setattr(Path, "unlink", unlink_)
    yield system
    assert not opened, "files are still open"


def test_windows_holds_a_lock_and_leaves_nothing(tmp_path: Path, windows: Msvcrt) -> None:
    with locked(tmp_path, RegionLock(windows)):
        assert len(windows.holders) == 1
        assert (tmp_path / FOLDER / "lock").is_file()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EACCES, errno.EDEADLK])
def test_windows_asks_until_the_other_is_done(tmp_path: Path, windows: Msvcrt, number: int, caplog: pytest.LogCaptureFixture) -> None:
    windows.number = number
    first = contextlib.ExitStack()
    first.enter_context(locked(tmp_path, RegionLock(windows)))
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            first.close()

    with locked(tmp_path, RegionLock(windows, pause)):
        assert len(pauses) == 3
        assert (tmp_path / FOLDER / "lock").is_file(), "the first one must not remove what the second has open"
    assert sum("another run works on" in record.message for record in caplog.records) == 1
    assert list(tmp_path.iterdir()) == []


def test_windows_works_without_a_lock_where_nothing_may_be_written(
    tmp_path: Path, windows: Msvcrt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with locked(tmp_path, RegionLock(windows)):
        assert windows.holders == {}


@pytest.mark.parametrize("kind", [RegionLock, Flock])
def test_a_drive_without_locks_is_worked_on_without(tmp_path: Path, kind: type[RegionLock | Flock]) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    system = SimpleNamespace(locking=refuse, flock=refuse, LK_NBLCK=2, LOCK_EX=2, LOCK_NB=4)
    with locked(tmp_path, kind(system)):
        pass
    assert list(tmp_path.iterdir()) == []


def test_another_refusal_is_heard_of(tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(OSError, match="Input/output"), locked(tmp_path, RegionLock(SimpleNamespace(locking=refuse, LK_NBLCK=2))):
        pass


# Length of paths


def test_windows_counts_characters_and_the_others_bytes() -> None:
    vietnamese = Path("/" + "ế" * 200)
    assert path_limit("win32").holds(vietnamese)
    assert not path_limit("win32").holds(Path("/" + "a" * 220))
    assert not path_limit("win32").holds(Path("/" + "\U0001f600" * 110))
    assert path_limit("darwin").holds(vietnamese)
    assert not path_limit("darwin").holds(Path("/" + "ế" * 330))
    assert path_limit("linux").holds(Path("/" + "ế" * 330))
    assert not path_limit("linux").holds(Path("/" + "a" * 4056))
