"""The process in which articles are read, apart from the worker that hands them over: an article that takes too long is stopped by the
system's timer, which needs a main thread, and one that brings the process down costs itself only.

Frames over standard input and output: eight bytes with the length, then the content. The process ends with its input, so also when whoever
started it is killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from typing import IO

from generator.corpus.processing.batches import failed, parquet_of, processed
from generator.corpus.sources.given import Given
from generator.messages import in_language, message

_LENGTH = struct.Struct(">Q")
_TRIES = 2  #: an article that brings the process down so often is set aside


class EndedError(Exception):
    """The process ended while it worked."""


class Child:
    """A process that reads articles. One at a time may use it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def rows(self, batch: Sequence[Given], settings: str) -> list[bytes]:
        """Return the rows of ``batch`` as Parquet files: one, or several where the process had to be started anew in between."""
        try:
            return [self._answer(batch, settings)]
        except EndedError:
            if len(batch) > 1:
                middle = len(batch) // 2
                return [*self.rows(batch[:middle], settings), *self.rows(batch[middle:], settings)]
        for _ in range(_TRIES - 1):
            with contextlib.suppress(EndedError):
                return [self._answer(batch, settings)]
        with in_language(json.loads(settings)["language"]):
            return [parquet_of([failed(batch[0], message("corpus.brought_down"), message("left_out.fix.defect"))])]

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def _answer(self, batch: Sequence[Given], settings: str) -> bytes:
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process.stdin, settings.encode())
            _send(process.stdin, json.dumps([given.to_data() for given in batch]).encode())
            return _received(process.stdout)
        except (EOFError, OSError) as error:
            self.close()
            raise EndedError from error
        except BaseException:  # interrupted in the middle of an answer, which nobody would read
            self.close()
            raise

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            command = [sys.executable, "-m", "generator.corpus.processing.child"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process


def _send(stream: IO[bytes], content: bytes) -> None:
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def _received(stream: IO[bytes]) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    return _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def main() -> None:
    """Answer until the input ends. What would be printed goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    questions = sys.stdin.buffer
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            settings = _received(questions).decode()
            batch = [Given.of_data(data) for data in json.loads(_received(questions))]
            _send(answers, processed(batch, settings))


if __name__ == "__main__":
    main()
