"""The package that is installed holds all that the program needs, and makes archives that need nothing of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import make
from generator.rendering.words.wordbook import LANGUAGES
from tests.conftest import ROOT
from tests.publishing.building.test_serve import free_port, taken

NAME = 'Kỷ yếu "phường" Hoa Mai\'s & bạn'


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(folder)], cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_code_words_and_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = [path for path in (ROOT / "generator").rglob("*") if path.suffix in {".py", ".yml", ".jinja", ".typed"}]
    assert {path.relative_to(ROOT).as_posix() for path in wanted} <= names
    assert not [name for name in names if name.startswith(("seeds/", "tests/", "docs/"))]
    assert any(name.endswith("entry_points.txt") for name in names)


def clean_environment() -> dict[str, str]:
    """Return the environment without what would lead to this checkout."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SITE_URL")}


def run(folder: Path, *arguments: str | Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run a module in ``folder``, with the package that lies in ``path``, or else in ``folder``."""
    environment = clean_environment()
    if path:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=1800,
        check=False,
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def made(wheel: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Provide an archive made by the wheel alone, in a folder whose name has spaces and diacritics."""
    folder = tmp_path_factory.mktemp("một kho")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    done = run(folder, "generator", "new", "kho của tôi", "--name", NAME, "--language", request.param, path=folder / "installed")
    assert done.returncode == 0, done.stderr
    make(folder / "same", Wishes(request.param, NAME))
    return folder / "kho của tôi"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
@pytest.mark.site
def test_an_archive_of_the_wheel_is_one_of_the_repository_and_works(made: Path) -> None:
    theirs, ours = files(made), files(made.parent / "same")
    assert sorted(theirs) == sorted(ours)
    assert [name for name in theirs if theirs[name] != ours[name]] == []
    done = run(made, "mkdocs", "build", "--strict", "--site-dir", "plain")
    assert done.returncode == 0, done.stderr
    done = run(made, "generator", "build")
    assert (done.returncode, done.stderr) == (0, "")
    home = (made / "site" / "index.html").read_text(encoding="utf-8")
    assert "<title>" in home
    assert "Hoa Mai&#39;s" in home or "Hoa Mai's" in home
    assert "--md-primary-fg-color: #7a1712" in (made / "site" / "assets" / "stylesheets" / "kyyeu.css").read_text(encoding="utf-8")
    assert files(made / "site") == files(made / "plain")
    about = (made / "site" / "gioi-thieu" / "index.html").read_text(encoding="utf-8")
    assert ("is made and kept by" if 'lang="en"' in about else "lập và giữ") in about
    # The program in the archive is the archive's own.
    done = run(made, "generator", "new", "../other")
    assert done.returncode == 1
    assert "cannot create or update other archives" in done.stderr


@pytest.mark.site
@pytest.mark.slow
def test_the_installed_command_makes_builds_and_serves_an_archive(wheel: Path, tmp_path: Path) -> None:
    """As ``pipx install`` does it: the wheel in an environment of its own, its command run outside any checkout."""
    venv.create(tmp_path / "own", with_pip=False)
    commands = tmp_path / "own" / ("Scripts" if os.name == "nt" else "bin")
    python = next(path for path in commands.iterdir() if path.stem == "python")
    there = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True, encoding="utf-8"
        ).stdout.strip()
    )
    (there / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")  # what pip would have fetched
    installing = [sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--force-reinstall", wheel]
    done = subprocess.run(list(map(str, installing)), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    command, outside = str(commands / "kyyeu"), tmp_path / "ngoài kho"
    outside.mkdir()

    def kyyeu(*arguments: str) -> str:
        environment = clean_environment()
        done = subprocess.run([command, *arguments], cwd=outside, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert str(ROOT) not in kyyeu("--help")
    kyyeu("new", "kho", "--language", "vi")
    kyyeu("build", "-C", "kho")
    titles = re.compile("<title>.*?</title>")
    home = (outside / "kho" / "site" / "index.html").read_text(encoding="utf-8")
    log = tmp_path / "log"
    address = f"127.0.0.1:{free_port()}"
    with log.open("w", encoding="utf-8") as output:
        server = subprocess.Popen([command, "serve", "-C", "kho", "--address", address], cwd=outside, stdout=output, stderr=output)
    try:
        assert not taken(server, log), log.read_text(encoding="utf-8")
        with urllib.request.urlopen(f"http://{address}/", timeout=600) as answer:
            assert titles.findall(answer.read().decode()) == titles.findall(home)
    finally:
        server.terminate()
        server.wait(timeout=600)


@pytest.mark.site
@pytest.mark.slow
def test_an_archives_own_tests_pass_and_can_fail(made: Path) -> None:
    done = run(made, "pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout
    page = made / "docs" / "gioi-thieu.md"
    whole = page.read_text(encoding="utf-8")
    page.write_text(f'{whole}\n<a href="../khong-co/">x</a>\n', encoding="utf-8")
    corrections = made / "seeds" / "corrections"
    try:
        done = run(made, "pytest", "-q", "-p", "no:cacheprovider", "-k", "link")
        assert done.returncode == 1
        assert "khong-co" in done.stdout
        page.write_text(whole, encoding="utf-8")
        corrections.mkdir()
        stale = "- {fact: awards, quote: 5 chi bộ, expected: {count: 7}, right: {count: 6}, by: A, on: 2025-01-15, why: B}\n"
        (corrections / "bai-vi-du.yml").write_text(stale, encoding="utf-8")
        done = run(made, "pytest", "-q", "-p", "no:cacheprovider", "-k", "builds")
        assert done.returncode == 1
        assert "corrections/bai-vi-du.yml:1" in done.stdout
    finally:
        page.write_text(whole, encoding="utf-8")
        (corrections / "bai-vi-du.yml").unlink(missing_ok=True)
