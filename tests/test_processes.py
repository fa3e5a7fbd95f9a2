"""Work shared out gives the results of work done here, in order; whatever ends a process is an error and leaves none behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from generator import processes
from generator.errors import KyYeuError, PublishingError
from generator.processes import apart, fan_out
from generator.publishing.safe_changes.interruption import Terminated, ending_cleanly
from tests.messages.verbatim import Verbatim

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")


@pytest.fixture(autouse=True)
def _three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "cores", lambda: 3)


class UnpicklableError(Exception):
    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} {other}")


def test_results_come_in_order_from_several_processes() -> None:
    found = list(fan_out(lambda number: (number, os.getpid()), range(100), fewest=10))
    assert [number for number, _ in found] == list(range(100))
    assert len({process for _, process in found} | {os.getpid()}) == 4


def test_few_pieces_are_done_here() -> None:
    assert set(fan_out(lambda _: os.getpid(), range(19), fewest=10)) == {os.getpid()}


@pytest.mark.parametrize(("error", "kind"), [(ValueError("seven"), ValueError), (UnpicklableError(7, 7), RuntimeError)])
def test_an_error_comes_where_its_piece_is(error: Exception, kind: type[Exception]) -> None:
    def work(number: int) -> int:
        if number == 7:
            raise error
        return number

    results = fan_out(work, range(30), fewest=10)
    assert [next(results) for _ in range(7)] == list(range(7))
    with pytest.raises(kind, match=r"7|seven"):
        next(results)


def test_a_process_that_is_killed_is_an_error() -> None:
    def work(number: int) -> int:
        if number == 8:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(PublishingError, match="ended from outside"):
        list(fan_out(work, range(30), fewest=10))


def test_nobody_is_left_when_results_are_not_wanted_any_more(tmp_path: Path) -> None:
    def work(_: int) -> bytes:
        (tmp_path / str(os.getpid())).touch()
        return b"x" * 100_000  # more than a pipe holds: the process waits

    results = fan_out(work, range(300), fewest=10)
    next(results)
    results.close()  # type: ignore[attr-defined] # it is a generator
    for path in tmp_path.iterdir():
        assert not Path("/proc", path.name).exists()


def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    def work(_: int) -> None:
        (tmp_path / str(os.getpid())).touch()
        time.sleep(0.05)

    parent = os.fork()
    if not parent:
        for _ in fan_out(work, range(9000), fewest=10):
            pass
        os._exit(0)
    while len(list(tmp_path.iterdir())) < 3:
        time.sleep(0.05)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    for _ in range(600):
        if not any(Path("/proc", path.name).exists() for path in tmp_path.iterdir()):
            return
        time.sleep(0.1)
    pytest.fail("processes were left behind")


def test_work_apart_gives_its_result_or_its_error() -> None:
    here = os.getpid()
    assert apart(os.getpid) != here
    with pytest.raises(KyYeuError, match=r"a\.txt:3: text \(fix\)"):
        apart(lambda: _fail(KyYeuError(Verbatim("text"), path=Path("a.txt"), line=3, fix=Verbatim("fix"))))
    with pytest.raises(PublishingError, match="ended from outside"):
        apart(lambda: os.kill(os.getpid(), signal.SIGKILL))


def test_what_works_apart_and_is_told_to_end_ends_all_likewise() -> None:
    def work() -> None:
        with ending_cleanly():
            os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(Terminated) as ended:
        apart(work)
    assert ended.value.code == 128 + signal.SIGTERM


def test_who_is_ended_lets_what_works_apart_clear_up(tmp_path: Path) -> None:
    def work() -> None:
        with ending_cleanly():
            try:
                (tmp_path / str(os.getpid())).touch()
                time.sleep(60)
            finally:
                (tmp_path / "cleared").touch()

    def interrupted(*_: object) -> None:  # once, when the other has begun
        if any(tmp_path.iterdir()):
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise KeyboardInterrupt

    signal_before = signal.signal(signal.SIGALRM, interrupted)
    signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
    try:
        with pytest.raises(KeyboardInterrupt):
            apart(work)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal_before)
    (name,) = {path.name for path in tmp_path.iterdir()} - {"cleared"}
    assert (tmp_path / "cleared").exists()
    assert not Path("/proc", name).exists()


def _fail(error: Exception) -> None:
    raise error
