"""Work shared out among processes, one for each core, with results in the order of what was given.

The processes are forked, so that they have what the program has made without a copy; where a system cannot fork safely (Windows, macOS),
the work is done here, one piece after the other. Each process takes every n-th piece and hands its results on through a pipe, which
holds it up when nobody reads: memory does not grow with the number of pieces. What they share with the first process stays shared: the
collector of what nothing needs any more, which would write to every object, leaves alone what was there before.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
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
_PATIENCE = 10  #: seconds for a process to clear up after itself when it is ended


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
    else:
        if prepare is not None:
            prepare()
        yield from _shared(work, pieces, number)


def apart_each(work: Callable[[_Piece], _Made], pieces: Sequence[_Piece]) -> Iterator[_Made]:
    """Yield as :func:`fan_out`, with one other process doing all of it: what it takes of memory goes with it."""
    yield from _shared(work, pieces, 1) if sys.platform == "linux" and pieces else map(work, pieces)


def _shared(work: Callable[[_Piece], _Made], pieces: Sequence[_Piece], number: int) -> Iterator[_Made]:
    context = multiprocessing.get_context("fork")
    running: list[tuple[BaseProcess, Connection]] = []
    try:
        for at in range(number):
            receiver, sender = context.Pipe(duplex=False)
            others = [connection for _, connection in running]
            process: BaseProcess = context.Process(
                target=_share, args=(work, pieces[at::number], sender, [receiver, *others], os.getpid()), daemon=True
            )
            _start(process)
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


def apart(work: Callable[[], _Made], begun: Callable[[BaseProcess], object] | None = None) -> _Made:
    """Return what ``work`` returns, done in a process of its own: the memory that it took is free again with the process's end.
    ``begun`` is given the process, which may be ended before it is done.

    The result passes between processes, so it must be picklable. Raises what ``work`` raises, and PublishingError when the process was
    ended from outside. Whatever ends this process lets the other clear up and ends it too.
    """
    if sys.platform != "linux":
        return work()
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process: BaseProcess = context.Process(target=_alone, args=(work, sender, receiver, os.getpid()))
    _start(process)
    sender.close()
    if begun is not None:
        begun(process)
    try:
        return _received(receiver)
    except BaseException:
        process.terminate()
        process.join(_PATIENCE)
        process.kill()
        raise
    finally:
        receiver.close()
        process.join()
        process.close()


def _start(process: BaseProcess) -> None:
    _give_back()
    gc.freeze()
    try:
        process.start()
    finally:
        gc.unfreeze()  # here; the process that was started keeps it


def _give_back() -> None:
    """Give the system back what is free of this process' memory: glibc keeps it, and large texts that are gone leave much of it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
    if trim is not None:
        trim(0)


def _alone(work: Callable[[], object], sender: Connection, inherited: Connection, parent: int) -> None:
    """Do :func:`apart`'s work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process gets it too, and passes it on
    ctypes.CDLL(None).prctl(_ENDS_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        return
    inherited.close()
    try:
        made: tuple[bool, object] = (True, work())
    except Exception as error:  # noqa: BLE001 - raised again by the first process
        made = (False, _picklable(error))
    except SystemExit as ended:  # only it was asked to end, and has cleared up: the first process ends likewise
        made = (False, ended)
    with contextlib.suppress(BrokenPipeError):  # the first process has gone
        sender.send(made)


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
