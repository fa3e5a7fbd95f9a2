"""The desk killed at random moments loses at most the decision that was in flight, and leaves no file half written."""

from __future__ import annotations

import http.client
import json
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

TIMES = 10
pytestmark = pytest.mark.slow


def decide(desk: Running, rows: list[dict[str, str]], saved: list[str], begun: threading.Event) -> None:
    """Confirm the rows one after another, and note each that the desk said is saved, until it answers no more."""
    connection = http.client.HTTPConnection("127.0.0.1", desk.access.port, timeout=60)
    headers = {
        "Host": f"127.0.0.1:{desk.access.port}", "Origin": desk.access.address.rstrip("/"), "X-Desk-Token": desk.access.token,
        "Cookie": f"{desk.access.cookie}={desk.access.session}; kyyeu-desk-name=An", "Content-Type": "application/json",
    }  # fmt: skip
    with suppress(OSError, http.client.HTTPException), closing(connection):
        for row in rows:
            body = json.dumps({"a": "dai.txt", "what": "confirm", "key": row["key"], "state": row["state"]})
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
    chance, kept = random.Random(seed), set[str]()
    for _ in range(TIMES):
        saved, begun = list[str](), threading.Event()
        with running(archive) as desk:
            rows = [row for row in shown(browser(archive).ask("/article?a=dai.txt")).values() if row["standing"] == "open"]
            if not rows:
                break  # a quick machine decided all of them before the last kill
            thread = threading.Thread(target=decide, args=(desk, rows, saved, begun))
            thread.start()
            assert begun.wait(60)
            time.sleep(chance.random() * 0.4)
            desk.kill()
            thread.join()
        checks = archive / "seeds" / "checks" / "dai.yml"
        assert checks.exists() or not saved
        if checks.exists():
            load(checks.read_bytes())
        done = {key for key, row in shown(browser(archive).ask("/article?a=dai.txt")).items() if row["standing"] == "checked"}
        assert kept | set(saved) <= done, "a decision that was said to be saved is lost"
        assert len(done - kept - set(saved)) <= 1, "only one can have been in flight"
        assert list((archive / "seeds").rglob("*.new")) == []
        kept = done
    assert kept
    gather(ArchiveFolder.at(archive))
