"""End of a command by a signal: Ctrl-C, SIGTERM (a service that stops) or by SIGHUP (a terminal that closes).

Each becomes an exception in the main thread, so that every ``finally`` removes what is temporary. Where half a step would be worse than a
moment's wait, :func:`deferred` lets it come after the step.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: What ends the program; Windows has no SIGHUP, and SIGBREAK (Ctrl-Break) besides.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Terminated(SystemExit):
    """The program was ended by a signal other than Ctrl-C; ``code`` is 128 plus the signal's number, as in shells."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.number = number

    def __reduce__(self) -> tuple[type[Terminated], tuple[int]]:
        """Pass between processes with the signal's number."""
        return type(self), (self.number,)


class _State:
    """Number of open deferring blocks, and the signal that arrived within them."""

    depth = 0
    pending: int | None = None


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """Raise KeyboardInterrupt for Ctrl-C and :class:`Terminated` for the other signals that end a program, within the block.

    A signal that the caller has set to be ignored, as ``nohup`` does with SIGHUP, stays ignored. In a thread other than the main one,
    which receives no signals, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {}
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) not in {signal.SIG_IGN, None}:
            before[number] = signal.signal(number, _received)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def deferred() -> Iterator[None]:
    """Let a signal that comes within the block raise its exception after the block."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _State.depth += 1
    try:
        yield
    finally:
        _State.depth -= 1
        if _State.depth == 0 and _State.pending is not None:
            number, _State.pending = _State.pending, None
            _end(number)


def _received(number: int, _frame: FrameType | None) -> None:
    if _State.depth:
        _State.pending = number
    else:
        _end(number)


def _end(number: int) -> None:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Terminated(number)
