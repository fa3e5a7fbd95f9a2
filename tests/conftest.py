"""Fixtures of all tests: hypothesis profiles, and a small archive to work on."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.publishing.writing.ownership import LIST
from generator.rendering.site import files, folders, shared_files
from tests.forking import LONGEST, Forking
from tests.signals import heard

os.environ.pop("GITHUB_ACTIONS", None)  # what the program prints there besides is tested where it is asked for
os.environ.setdefault("KYYEU_LANGUAGE", "en")  # the words that tests look for
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="kyyeu-tests-cache-")  # not the user's own
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

ROOT = Path(__file__).resolve().parent.parent

# The same examples on every machine, so that a test that passed once passes again; KYYEU_HYPOTHESIS=search looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("KYYEU_HYPOTHESIS", "same"))

ARTICLE = """\
Đảng ủy phường Hoa Mai tổng kết công tác năm 2021

Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2021.

Dịp này, Đảng ủy phường Hoa Mai tặng giấy khen cho 3 chi bộ và 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021.
"""

Kyyeu = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Provide an archive folder like the project's own, with one short article."""
    folder = tmp_path / "archive"
    return new_archive(folder, {"hoa-mai.txt": ARTICLE.encode()})


def new_archive(folder: Path, articles: dict[str, bytes]) -> Path:
    """Return a copy of the project's configuration and handwritten pages, with ``articles`` (name to bytes) in seeds/."""
    generated = {ROOT / "docs" / name for name in (*folders(), *files(), *shared_files())}

    def left_out(here: str, names: list[str]) -> list[str]:
        return [name for name in names if name == LIST or Path(here) / name in generated]

    shutil.copytree(ROOT / "docs", folder / "docs", ignore=left_out)
    for name in ("mkdocs.yml", "mkdocs.base.yml"):
        shutil.copy(ROOT / name, folder)
    (folder / "seeds").mkdir()
    for name, data in articles.items():
        (folder / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "seeds" / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def forking() -> Iterator[Forking]:
    """Start commands without the second that the program's imports cost."""
    forking = Forking(ROOT)
    yield forking
    forking.close()


@pytest.fixture
def kyyeu(forking: Forking) -> Kyyeu:
    """Run the command line in a process of its own; keyword arguments are environment variables."""

    def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        whole = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        if forking.can(whole):
            return forking.run([*map(str, arguments)], cwd, whole)
        return subprocess.run(
            [sys.executable, "-m", "generator", *map(str, arguments)],
            cwd=cwd,
            env=whole,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )

    return run


@pytest.fixture
def heard_signals() -> Iterator[None]:
    """Signals that end a program do so in the test, whoever runs it."""
    with heard():
        yield
