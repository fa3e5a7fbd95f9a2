"""Whole builds that must not take place, and those that do beside others: what is there stays until the new site is whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building import site
from tests.conftest import ARTICLE, ROOT, new_archive
from tests.publishing.building.test_serve import free_port
from tests.publishing.safe_changes.kills import tree

pytestmark = pytest.mark.site
ALONE = ["docs", "mkdocs.base.yml", "mkdocs.yml", "seeds", "site"]

#: A hook of an archive's own that takes away what MkDocs built.
ROBBER = """
import os
def on_post_build(config):
    os.remove(os.path.join(config.site_dir, {name!r}))
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide a built archive to copy."""
    root = new_archive(tmp_path_factory.mktemp("model") / "archive", {"hoa-mai.txt": ARTICLE.encode()})
    pipeline.build(ArchiveFolder.at(root))
    return root


@pytest.fixture
def built(model: Path, tmp_path: Path) -> ArchiveFolder:
    return ArchiveFolder.at(shutil.copytree(model, tmp_path / "built"))


def names(folder: ArchiveFolder) -> list[str]:
    return sorted(path.name for path in folder.root.iterdir())


def running(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.parametrize("name", ["bai/hoa-mai/index.html", "du-lieu/khen-thuong.csv"])
def test_a_site_that_is_not_whole_does_not_take_the_place(built: ArchiveFolder, name: str) -> None:
    before = tree(built.site)
    (built.root / "robber.py").write_text(ROBBER.format(name=name), encoding="utf-8")
    base = built.root / "mkdocs.base.yml"
    base.write_text(base.read_text(encoding="utf-8").replace("hooks:\n", "hooks:\n  - robber.py\n"), encoding="utf-8")
    with pytest.raises(PublishingError, match=rf"lacks a file: {name};"):
        site.build(built)
    assert tree(built.site) == before
    assert [name for name in names(built) if not name.startswith(("robber", "__pycache__"))] == ALONE


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_link_stays_a_link_and_the_web_folder_follows(built: ArchiveFolder, tmp_path: Path) -> None:
    web = tmp_path / "web"
    built.site.rename(web)
    (web / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    (web / "bai" / "hoa-mai" / "index.html").unlink()
    built.site.symlink_to(Path("..", "web"))
    site.build(built)
    assert built.site.readlink() == Path("..", "web")
    assert (web / "bai" / "hoa-mai" / "index.html").is_file()
    assert (web / ".git").read_text(encoding="utf-8") == "gitdir: elsewhere\n"
    assert names(built) == ALONE


def test_a_folder_of_somebodys_stays(built: ArchiveFolder) -> None:
    for path in (built.site / "index.html", built.site / "404.html", built.site / "search" / "manifest.json"):
        path.unlink()
    before = tree(built.root)
    with pytest.raises(PublishingError, match="is left unchanged"):
        site.build(built)
    assert tree(built.root) == before


@pytest.mark.skipif(sys.platform == "win32", reason="no umask there")
def test_a_web_server_can_read_the_site_whatever_the_umask(archive: Path) -> None:
    before = os.umask(0o077)
    try:
        pipeline.build(ArchiveFolder.at(archive))
    finally:
        os.umask(before)
    for path in (archive / "site", *(archive / "site").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.usefixtures("heard_signals")
def test_a_server_that_is_told_to_end_leaves_nothing(archive: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for number in (signal.SIGTERM, signal.SIGHUP):
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "-C", str(archive), "--address", f"127.0.0.1:{free_port()}"],
            env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        with server:
            assert server.stderr is not None
            for line in server.stderr:
                if "Serving on" in line:
                    break
            server.send_signal(number)
            rest = server.stderr.read()
        assert server.returncode == 128 + number
        assert "Traceback" not in rest
        assert list(temporary.iterdir()) == []
        assert not (archive / ".kyyeu").exists()


@pytest.mark.slow
def test_three_builds_at_once(built: ArchiveFolder) -> None:
    before = tree(built.root)
    runs = [running("build", "-C", built.root) for _ in range(3)]
    for run in runs:
        _, errors = run.communicate()
        assert run.returncode == 0, errors
        assert all("another run works on" in line for line in errors.splitlines())
    assert tree(built.root) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root mounts a small disk")
@pytest.mark.parametrize("free", [0, 300, 3000])
def test_a_disk_that_is_full(built: ArchiveFolder, tmp_path: Path, free: int) -> None:
    """``free`` KiB are less than a site needs: the old one stays, one line, nothing left over."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        folder = ArchiveFolder.at(shutil.copytree(built.root, disk / "kho"))
        (folder.seeds / "hoa-mai.txt").write_text((folder.seeds / "hoa-mai.txt").read_text("utf-8") * 2, encoding="utf-8")
        before = tree(folder.root)
        space = os.statvfs(disk)
        with (disk / "filler").open("wb") as filler:
            filler.write(bytes(max(0, space.f_bavail * space.f_frsize - free * 1024)))
        run = running("build", "-C", folder.root)
        _, errors = run.communicate()
        assert run.returncode == 1
        assert len(errors.splitlines()) == 1, errors
        assert "No space left" in errors
        after = tree(folder.root)
        assert {path: content for path, content in after.items() if path.startswith("site/")} == {
            path: content for path, content in before.items() if path.startswith("site/")
        }
        assert names(folder) == ALONE
    finally:
        subprocess.run(["umount", disk], check=False)
