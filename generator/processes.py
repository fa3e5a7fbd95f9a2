"""Work shared out among processes, one for each core, with results in the order of what was given.

The processes are forked, so that they have what the program has made without a copy; where a system cannot fork safely (Windows, macOS),
the work is done here, one piece after the other. Each process takes every n-th piece and hands its results on through a pipe, which
holds it up when nobody reads: memory does not grow with the number of pieces.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TypeVar

from generator.errors import PublishingError
from generator.messages import message

_Piece = TypeVar("_Piece")
_Made = TypeVar("_Made")
FEWEST = 64  #: pieces for which a process is worth its start
_ENDS_WITH_PARENT = 1  #: PR_SET_PDEATHSIG of Linux, <sys/prctl.h>
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fan_out(
    work: Callable[[_Piece], _Made],
    pieces: Sequence[_Piece],
    *,
    fewest: int | None = None,
    prepare: Callable[[], object] | None = None,
) -> Iterator[_Made]:
    """Yield ``work`` of each of ``pieces``, in their order; with less than ``fewest`` for a process (:data:`FEWEST`), fewer do it.
    ``prepare`` is called before processes are started: it makes once what each would make for itself.

    Results pass between processes, so they must be picklable. Raises what ``work`` raises at the piece where it does, and PublishingError
    when a process was ended from outside, for want of memory say.
    """
    number = min(cores(), len(pieces) // (FEWEST if fewest is None else fewest)) if sys.platform == "linux" else 1
    if number < 2:
        yield from map(work, pieces)
        return
    if prepare is not None:
        prepare()
    context = multiprocessing.get_context("fork")
    running: list[tuple[BaseProcess, Connection]] = []
    try:
        for at in range(number):
            receiver, sender = context.Pipe(duplex=False)
            others = [connection for _, connection in running]
            process: BaseProcess = context.Process(
                target=_share, args=(work, pieces[at::number], sender, [receiver, *others], os.getpid()), daemon=True
            )
            process.start()
            sender.close()
            running.append((process, receiver))
        for at in range(len(pieces)):
            yield _received(running[at % number][1])
    finally:
        for process, receiver in running:
            receiver.close()
            if process.is_alive():
                process.kill()
            process.join()
            process.close()


def _share(
    work: Callable[[_Piece], _Made], pieces: Sequence[_Piece], sender: Connection, inherited: Sequence[Connection], parent: int
) -> None:
    """Do one process' share."""
    for name in _SIGNALS:  # the first process is asked to end, and ends the others
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    ctypes.CDLL(None).prctl(_ENDS_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        return
    for connection in inherited:
        connection.close()
    try:
        for piece in pieces:
            try:
                made: tuple[bool, object] = (True, work(piece))
            except Exception as error:  # noqa: BLE001 - raised again by the first process
                made = (False, _picklable(error))
            sender.send(made)
    except BrokenPipeError:
        return


def _picklable(error: Exception) -> Exception:
    """Return ``error``, or its words where it cannot pass between processes."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - whatever its class does
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error


def _received(connection: Connection) -> _Made:  # type: ignore[type-var]
    """Return the next result, or raise what was raised instead."""
    try:
        good, made = connection.recv()
    except EOFError:
        raise PublishingError(message("processes.ended"), fix=message("processes.fix.ended")) from None
    if not good:
        raise made
    return made  # type: ignore[no-any-return]
