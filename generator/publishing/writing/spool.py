"""What is to be written, kept in a file until it is: an archive's pages and tables together are larger than what a machine has to hold."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal


class Spool(Mapping[str, bytes]):
    """Contents by path below docs/, in the order in which they were put, in a file without a name in ``folder`` that goes with the object.

    Raises PublishingError when the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.TemporaryFile(dir=folder, buffering=1 << 16)  # noqa: SIM115 - as long as the object
        except OSError as error:
            raise self._refused(error) from error
        weakref.finalize(self, self._file.close)

    def put(self, path: str, content: bytes | str) -> None:
        """Keep ``content`` (a text as UTF-8) in the place of what ``path`` had."""
        kept = content.encode("utf-8") if isinstance(content, str) else content
        try:
            self._file.seek(self._end)
            self._file.write(kept)
        except OSError as error:
            raise self._refused(error) from error
        self._places[path] = self._end, len(kept)
        self._end += len(kept)

    def __getitem__(self, path: str) -> bytes:
        start, length = self._places[path]
        try:
            self._file.seek(start)
            return bytes(self._file.read(length))
        except OSError as error:
            raise self._refused(error) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _refused(self, error: OSError) -> PublishingError:
        return PublishingError(message("disk.unwritable", reason=refusal(error)), path=self._folder, fix=message("disk.fix.unwritable"))
