"""Bounds on the computing time and the memory of a piece of work, so that one article cannot stop the others.

Time is the processor's, by the system's timer (``ITIMER_VIRTUAL``): a busy machine makes no article fail. The timer's signal reaches
even a regular expression that is at work, which no thread could stop, and costs two system calls, where a process for each article
would cost more than most articles. It reaches the main thread only, and Windows has no such timer: there, and in other threads, time
is not bounded. Memory is bounded where the system enforces a limit and says what is used, which is Linux.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

from generator.reading import limits

_resource: Any = import_module("resource") if find_spec("resource") else None
_USED = Path("/proc/self/statm")


class OutOfTime(BaseException):
    """The work exceeded its time. Not an Exception, so that the work itself cannot catch it."""


@contextmanager
def bounded(size: int) -> Iterator[None]:
    """Bound the work in the block by the limits for an article of ``size`` bytes: OutOfTime or MemoryError is raised in it."""
    main = threading.current_thread() is threading.main_thread()
    with _memory(limits.memory(size)) if main else nullcontext(), _time(limits.seconds(size)) if main else nullcontext():
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    at_work = True

    def stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
        if at_work:
            raise OutOfTime

    before = signal.signal(signal.SIGVTALRM, stop)
    timer = signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1)  # again each second, should something swallow it
    try:
        try:
            yield
        finally:
            at_work = False  # a signal may come until here, so essential steps are outside
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, *timer)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _memory(size: int) -> Iterator[None]:
    if _resource is None:  # Windows
        yield
        return
    before = _resource.getrlimit(_resource.RLIMIT_AS)
    try:
        used = int(_USED.read_text(encoding="ascii").split()[0]) * _resource.getpagesize()
        least = min([used + size, *(limit for limit in before if limit != _resource.RLIM_INFINITY)])
        _resource.setrlimit(_resource.RLIMIT_AS, (least, before[1]))
    except (OSError, ValueError):  # no /proc, as on macOS, or a system that lets nobody limit himself
        yield
        return
    try:
        yield
    finally:
        _resource.setrlimit(_resource.RLIMIT_AS, before)
