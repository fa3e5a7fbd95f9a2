"""``kyyeu serve`` and ``mkdocs serve``: an article that is edited shows by itself, and then the server rests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.site


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, words: str, log: Path, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    pytest.fail(f"{words!r} did not appear at {url}\n{log.read_text(encoding='utf-8')}")


@pytest.mark.parametrize(
    ("command", "mount"),
    [(["generator", "serve", "--address"], "/"), (["mkdocs", "serve", "--dev-addr"], "/ky-yeu/")],  # MkDocs serves below site_url's path
    ids=["kyyeu", "mkdocs"],
)
def test_an_edit_shows_and_then_the_server_rests(archive: Path, tmp_path: Path, command: list[str], mount: str) -> None:
    config = archive / "mkdocs.base.yml"
    settings = config.read_text(encoding="utf-8").replace("generator/hook.py", (ROOT / "generator" / "hook.py").as_posix())
    config.write_text(settings, encoding="utf-8")
    port, log = free_port(), tmp_path / "log"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", *command, f"127.0.0.1:{port}"],
            cwd=archive,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=output,
        )
    try:
        root = f"http://127.0.0.1:{port}{mount}"
        wait_for(f"{root}bai/hoa-mai/", "phường Hoa Mai", log)
        seed = archive / "seeds" / "hoa-mai.txt"
        seed.write_text(seed.read_text(encoding="utf-8").replace("Hoa Mai", "Lan Tím"), encoding="utf-8")
        wait_for(f"{root}bai/hoa-mai/", "phường Lan Tím", log)
        wait_for(f"{root}bai/hoa-mai/", "script-src 'self' 'unsafe-inline'; ", log)  # the live reload, which differs at every build
        time.sleep(3)
        builds = log.read_text(encoding="utf-8").count("Building documentation...")
        time.sleep(3)
        assert log.read_text(encoding="utf-8").count("Building documentation...") == builds <= 3, "writing pages set off another build"
        seed.write_bytes(b"")
        wait_for(root, "Kỷ Yếu", log)
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert "Traceback" not in log.read_text(encoding="utf-8")
