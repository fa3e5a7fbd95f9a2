"""The desk in a process of its own, as `kyyeu desk` serves it, for a browser and to be killed."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.desk.access import Access
from generator.desk.serving import bound, serve
from generator.publishing.archive_folder.folder import ArchiveFolder

_LONGEST = 120  # seconds


@dataclass(frozen=True)
class Running:
    """A desk that answers: the ``process``, and what lets in."""

    process: BaseProcess
    access: Access

    @property
    def entrance(self) -> str:
        """The address that the command prints."""
        return f"{self.access.address}?key={self.access.key}"

    def kill(self) -> None:
        """End the process as a power failure would."""
        self.process.kill()
        self.process.join()


@contextmanager
def running(archive: Path) -> Iterator[Running]:
    """Serve the desk of ``archive`` within the block."""
    listening = bound("127.0.0.1", 0)
    access = Access("127.0.0.1", listening.getsockname()[1])
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(ArchiveFolder.at(archive), listening, access))
    process.start()
    listening.close()
    try:
        _wait(access.address)
        yield Running(process, access)
    finally:
        process.kill()
        process.join()


def _serve(folder: ArchiveFolder, listening: object, access: Access) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    serve(folder, listening, access, None)  # type: ignore[arg-type]


def _wait(address: str) -> None:
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            try:
                urllib.request.urlopen(address, timeout=_LONGEST)
            except urllib.error.HTTPError:
                return  # it answers: without the key it must not show anything
        time.sleep(0.05)
    raise TimeoutError(address)
