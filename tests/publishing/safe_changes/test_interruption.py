"""Signals become exceptions, at a moment that does no harm."""

from __future__ import annotations

import signal
import sys

import pytest

from generator.publishing.safe_changes.interruption import Terminated, deferred, ending_cleanly

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="no process can send itself these signals there"),
    pytest.mark.usefixtures("heard_signals"),
]


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_with_its_code(name: str, code: int) -> None:
    before = signal.getsignal(getattr(signal, name))
    with pytest.raises(Terminated) as told, ending_cleanly():
        signal.raise_signal(getattr(signal, name))
    assert told.value.code == code
    assert signal.getsignal(getattr(signal, name)) == before


def test_ctrl_c_stays_what_it_is() -> None:
    with pytest.raises(KeyboardInterrupt), ending_cleanly():
        signal.raise_signal(signal.SIGINT)


def test_it_waits_for_the_outermost_step() -> None:
    done = []

    def steps() -> None:
        with deferred():
            with deferred():
                signal.raise_signal(signal.SIGTERM)
                done.append("inner")
            done.append("outer")
        done.append("after")

    with pytest.raises(Terminated), ending_cleanly():
        steps()
    assert done == ["inner", "outer"]


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ending_cleanly():
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
