"""A cluster gives what one process gives, also when its workers, its scheduler and its client are killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.engines.cluster import Cluster
from generator.corpus.processing.child import Child
from generator.corpus.sources.given import Given
from generator.errors import CorpusError
from tests.corpus.kills import compared
from tests.corpus.small import SETTINGS


@pytest.mark.slow
def test_two_workers_killed_at_random_give_what_one_process_gives(tmp_path: Path) -> None:
    killed = compared(tmp_path, count=60, kills=5, seed=1)
    assert sum(killed.values()) == 5


@pytest.mark.slow
def test_a_process_that_is_brought_down_costs_its_article_only(monkeypatch: pytest.MonkeyPatch) -> None:
    child = Child()
    answer = Child._answer

    def bringing_down(self: Child, batch: list[Given], settings: str) -> bytes:
        if any(b"bomb" in given.data for given in batch):
            self._started().kill()
        return answer(self, batch, settings)

    monkeypatch.setattr(Child, "_answer", bringing_down)
    batch = [Given(f"{n}.txt", ".txt", b"bomb" if n == 2 else "Đảng ủy phường Hoa Mai tổng kết công tác năm.".encode()) for n in range(5)]
    try:
        rows = child.rows(batch, SETTINGS.to_json())
    finally:
        child.close()
    assert len(rows) > 1
    assert sum(b"corpus.brought_down" in part for part in rows) == 1


@pytest.mark.slow
def test_a_scheduler_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.corpus.engines.cluster._CONNECT", "1s")
    with pytest.raises(CorpusError, match="no cluster answers"):
        Cluster("tcp://127.0.0.1:9")
