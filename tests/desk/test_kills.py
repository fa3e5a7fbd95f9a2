"""The desk killed at random moments loses at most the decision that was in flight, and leaves no file half written."""

from __future__ import annotations

import http.client
import json
import os
import random
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.yaml_documents import load
from tests.conftest import ARTICLE, new_archive
from tests.desk.asking import browser
from tests.desk.running import Running, running
from tests.desk.test_check import shown

TIMES = int(os.environ.get("KYYEU_KILLS", "10"))
pytestmark = pytest.mark.slow


def decide(desk: Running, rows: list[dict[str, str]], saved: list[str], begun: threading.Event) -> None:
    """Confirm the rows one after another, or open those that are confirmed, and note each that the desk said is saved, until it answers no
    more."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.access.port, timeout=60)
    headers = {
        "Host": f"127.0.0.1:{desk.access.port}", "Origin": desk.access.address.rstrip("/"), "X-Desk-Token": desk.access.token,
        "Cookie": f"{desk.access.cookie}={desk.access.session}; kyyeu-desk-name=An", "Content-Type": "application/json",
    }  # fmt: skip
    with suppress(OSError, http.client.HTTPException), closing(connection):
        for row in rows:
            what = "confirm" if row["standing"] == "open" else "reopen"
            body = json.dumps({"a": "dai.txt", "what": what, "key": row["key"], "state": row["state"]})
            begun.set()
            connection.request("POST", "/decide", body, headers)
            with closing(connection.getresponse()) as answer:
                if answer.read() and answer.status == 200:
                    saved.append(row["key"])


@pytest.mark.parametrize("seed", [1])
def test_nothing_that_was_saved_is_lost(tmp_path: Path, seed: int) -> None:
    kinds = ("chi bộ", "đảng viên", "tập thể", "cá nhân", "đoàn viên", "hội viên", "hộ gia đình", "doanh nghiệp", "học sinh")
    sentences = "\n\n".join(f"Đảng ủy phường Hoa Mai tặng bằng khen cho {3 + number} {kind}." for number, kind in enumerate(kinds))
    archive = new_archive(tmp_path / "archive", {"dai.txt": f"{ARTICLE}\n{sentences}\n".encode()})
    chance, kept, caught = random.Random(seed), set[str](), 0
    for _ in range(TIMES):
        saved, begun = list[str](), threading.Event()
        with running(archive) as desk:
            rows = list(shown(browser(archive).ask("/article?a=dai.txt")).values())
            thread = threading.Thread(target=decide, args=(desk, rows, saved, begun))
            thread.start()
            assert begun.wait(60)
            time.sleep(chance.random() * 0.4)
            desk.kill()
            thread.join()
        checks = archive / "seeds" / "checks" / "dai.yml"
        if checks.exists():
            load(checks.read_bytes())
        done = {key for key, row in shown(browser(archive).ask("/article?a=dai.txt")).items() if row["standing"] == "checked"}
        flown = (kept ^ set(saved)) ^ done  # each decision turns a row that was open into one that is confirmed, or back
        assert not flown & set(saved), "a decision that was said to be saved is lost"
        assert len(flown) <= 1, "only one can have been in flight"
        assert next(iter(flown), None) in {None, *(row["key"] for row in rows[len(saved) : len(saved) + 1])}
        caught += len(saved) < len(rows)
        assert list((archive / "seeds").rglob("*.new")) == []
        kept = done
    assert caught, "no kill came while decisions were made"
    gather(ArchiveFolder.at(archive))
