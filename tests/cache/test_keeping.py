"""What is kept is taken over exactly where all that it depends on is the same, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import processes
from generator.cache.keeping import Keeping
from generator.cache.store import Store, opened
from generator.errors import ReadingError
from generator.messages import message


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


class _Work:
    """Squares numbers and notes which."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def __call__(self, number: int) -> int:
        self.done.append(number)
        return number * number


class _Failing:
    def __init__(self) -> None:
        self.done: list[int] = []

    def __call__(self, number: int) -> ReadingError:
        self.done.append(number)
        return ReadingError(message("disk.unreadable", reason="x"))


def run(root: Path, numbers: list[int], *shared: object) -> tuple[list[int], list[int]]:
    work = _Work()
    with opened(root) as store:
        keeping = Keeping(store, *shared)
        made = list(keeping.made("square", work, numbers, lambda number: number))
        keeping.finish()
    return made, work.done


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    assert run(tmp_path, [3, 1, 2]) == ([9, 1, 4], [3, 1, 2])
    assert run(tmp_path, [1, 4, 3, 2]) == ([1, 16, 9, 4], [4]), "in the order given"
    assert run(tmp_path, [1, 4], "other settings") == ([1, 16], [1, 4]), "what all share is another"


def test_what_no_piece_has_any_more_is_forgotten(tmp_path: Path) -> None:
    run(tmp_path, [1, 2])
    run(tmp_path, [2])
    assert run(tmp_path, [1, 2]) == ([1, 4], [1])


def test_nothing_is_kept_of_a_run_that_did_not_finish(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        list(Keeping(store).made("square", _Work(), [1], lambda number: number))
    assert run(tmp_path, [1])[1] == [1]


def test_neither_errors_nor_what_depends_on_nothing_known_are_kept(tmp_path: Path) -> None:
    for _ in range(2):
        with opened(tmp_path) as store:
            keeping, failing, unknown = Keeping(store), _Failing(), _Work()
            assert [type(one) for one in keeping.made("error", failing, [1], lambda number: number)] == [ReadingError]
            assert list(keeping.made("unknown", unknown, [2], lambda _: None)) == [4]
            keeping.finish()
        assert (failing.done, unknown.done) == ([1], [2])


def test_a_damaged_value_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, [1, 2, 3])
    with monkeypatch.context() as damaged:
        get = Store.get
        damaged.setattr(Store, "get", lambda store, kind, key: None if store.keys(kind)[1] == key else get(store, kind, key))
        made, done = run(tmp_path, [1, 2, 3])
    assert made == [1, 4, 9]
    assert len(done) == 1


def test_several_processes_keep_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 1)
    monkeypatch.setattr(processes, "cores", lambda: 2)
    assert run(tmp_path, [1, 2, 3, 4])[0] == [1, 4, 9, 16]
    assert run(tmp_path, [4, 3, 2, 1]) == ([16, 9, 4, 1], [])


def test_a_run_that_stops_keeping_leaves_what_was_kept(tmp_path: Path) -> None:
    run(tmp_path, [1, 2])
    with opened(tmp_path) as store:
        keeping, work = Keeping(store), _Work()
        assert list(keeping.made("square", work, [1, 3], lambda number: number)) == [1, 9]
        keeping.stop()
        assert (list(keeping.made("square", work, [1], lambda number: number)), keeping.once("x")) == ([1], "")
        keeping.finish()
    assert work.done == [3, 1]
    assert run(tmp_path, [1, 2, 3]) == ([1, 4, 9], [3])


def test_a_digest_is_made_once_and_of_the_content(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        keeping, one = Keeping(store), ["a"]
        assert keeping.once(one) == keeping.once(["a"]) != keeping.once(["b"])
        one.append("b")  # never done: shows that it is not made again
        assert keeping.once(one) == keeping.once(["a"])
