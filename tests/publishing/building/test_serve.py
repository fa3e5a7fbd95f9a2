"""``kyyeu serve`` and ``mkdocs serve``: an article that is edited shows by itself, and then the server rests."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.site


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: list[str], folder: Path, log: Path) -> Iterator[str]:
    """Provide the address (host:port) at which ``command`` serves ``folder``. Where somebody took the port first, it is tried with
    another."""
    address, server = started(command, folder, log)
    while taken(server, log):
        address, server = started(command, folder, log)
    try:
        yield address
    finally:
        server.terminate()
        server.wait(timeout=120)


def started(command: list[str], folder: Path, log: Path) -> tuple[str, subprocess.Popen[bytes]]:
    address = f"127.0.0.1:{free_port()}"
    with log.open("w", encoding="utf-8") as output:
        arguments = [sys.executable, "-m", *command, address]
        return address, subprocess.Popen(arguments, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=output, stderr=output)


def taken(server: subprocess.Popen[bytes], log: Path) -> bool:
    """Return whether ``server`` ended because somebody else has its port. Waits until it serves or has ended."""
    while server.poll() is None:
        if "Serving on" in log.read_text(encoding="utf-8"):
            return False
        time.sleep(0.1)
    return "in use" in log.read_text(encoding="utf-8")


def rests(log: Path) -> bool:
    """Return whether every build that began has ended and no other begins; a server that never rests is found after a while."""
    for _ in range(20):
        before = log.read_text(encoding="utf-8")
        time.sleep(3)
        after = log.read_text(encoding="utf-8")
        built = len(re.findall("Documentation built in|Đã dựng trang web trong|Built the site in", after))  # MkDocs' words, and ours
        if before == after and after.count("Building documentation...") == built:
            return True
    return False


def wait_for(url: str, words: str, log: Path, seconds: float = 300) -> None:
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
    [
        pytest.param(["generator", "serve", "--address"], "/", id="kyyeu"),
        # MkDocs serves below site_url's path.
        pytest.param(["mkdocs", "serve", "--dev-addr"], "/ky-yeu/", id="mkdocs", marks=pytest.mark.slow),
    ],
)
def test_an_edit_shows_and_then_the_server_rests(archive: Path, tmp_path: Path, command: list[str], mount: str) -> None:
    config = archive / "mkdocs.base.yml"
    settings = config.read_text(encoding="utf-8").replace("generator/hook.py", (ROOT / "generator" / "hook.py").as_posix())
    config.write_text(settings, encoding="utf-8")
    log = tmp_path / "log"
    with serving(command, archive, log) as address:
        root = f"http://{address}{mount}"
        wait_for(f"{root}bai/hoa-mai/", "phường Hoa Mai", log)
        seed = archive / "seeds" / "hoa-mai.txt"
        seed.write_text(seed.read_text(encoding="utf-8").replace("Hoa Mai", "Lan Tím"), encoding="utf-8")
        wait_for(f"{root}bai/hoa-mai/", "phường Lan Tím", log)
        wait_for(f"{root}bai/hoa-mai/", "script-src 'self' 'unsafe-inline'; ", log)  # the live reload, which differs at every build
        assert rests(log), "writing pages set off another build"
        seed.write_bytes(b"")
        wait_for(root, "Kỷ Yếu", log)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def status(url: str) -> int:
    """Return the answer's code; none comes in time where the server hangs."""
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def wait_for_line(log: Path, words: str, times: int = 1) -> None:
    deadline = time.monotonic() + 300
    while log.read_text(encoding="utf-8").count(words) < times:
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.2)


BROKEN = {
    "seeds/units.yml": "- id: [\n",
    "seeds/redirects.yml": "- {old: hoa-mai}\n",
    "seeds/corrections/hoa-mai.yml": "- fact: nothing\n",
    "mkdocs.yml": "site_name: [\n",
}


@pytest.mark.parametrize(
    ("command", "mount", "broken"),
    [
        pytest.param(["generator", "serve", "--address"], "/", list(BROKEN), id="kyyeu"),
        pytest.param(["mkdocs", "serve", "--dev-addr"], "/ky-yeu/", ["seeds/units.yml"], id="mkdocs"),
    ],
)
@pytest.mark.slow
def test_the_last_good_pages_stay_while_something_is_broken(
    archive: Path, tmp_path: Path, command: list[str], mount: str, broken: list[str]
) -> None:
    config = archive / "mkdocs.base.yml"
    settings = config.read_text(encoding="utf-8").replace("generator/hook.py", (ROOT / "generator" / "hook.py").as_posix())
    config.write_text(settings, encoding="utf-8")
    log, failures = tmp_path / "log", 0
    seed = archive / "seeds" / "hoa-mai.txt"
    with serving(command, archive, log) as address:
        root = f"http://{address}{mount}"
        wait_for(f"{root}bai/hoa-mai/", "phường Hoa Mai", log)
        for path in ("%00", "a%00b/", "bai/%00/", "x" * 5000, "livereload/" + "9" * 5000 + "/1"):
            assert status(root + path) == 404, path
            assert status(f"http://{address}/{path}") == 404, path
        for name in broken:
            file = archive / name
            before = file.read_bytes() if file.is_file() else None
            file.parent.mkdir(exist_ok=True)
            file.write_text(BROKEN[name], encoding="utf-8")
            failures += 1
            wait_for_line(log, "The pages of the last good build stay", failures)
            assert status(f"{root}bai/hoa-mai/") == 200, name
            assert status(f"{root}search/manifest.json") == 200, name
            if before is None:
                file.unlink()
            else:
                file.write_bytes(before)
            text = re.sub(r"\d+ chi bộ", f"3{failures} chi bộ", seed.read_text(encoding="utf-8"))
            seed.write_text(text, encoding="utf-8")
            wait_for(f"{root}bai/hoa-mai/", f"3{failures} chi bộ", log)
    said = log.read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert "units.yml:" in said
