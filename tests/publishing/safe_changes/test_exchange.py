"""Old site or new, never none, and open to readers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.publishing.safe_changes import exchange


@pytest.fixture(params=[True, False], ids=["exchanged", "renamed"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With the system's exchange of names, and without."""
    if not request.param:
        monkeypatch.setattr(exchange, "exchanged", lambda _one, _other: False)
    return bool(request.param)


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path, Path]:
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    return tmp_path / "new", tmp_path / "site", tmp_path / "old"


@pytest.mark.usefixtures("either")
def test_the_new_takes_the_place(sites: tuple[Path, Path, Path]) -> None:
    new, site, old = sites
    exchange.take_place(new, site, old)
    assert [path.name for path in site.iterdir()] == ["new"]
    assert [path.name for one in (new, old) if one.exists() for path in one.iterdir()] == ["site"]


@pytest.mark.usefixtures("either")
def test_without_an_old_one(sites: tuple[Path, Path, Path]) -> None:
    new, site, old = sites
    (site / "site").unlink()
    site.rmdir()
    exchange.take_place(new, site, old)
    assert [path.name for path in site.iterdir()] == ["new"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems may lack it")
def test_linux_exchanges(sites: tuple[Path, Path, Path]) -> None:
    assert exchange.exchanged(sites[0], sites[1])
    assert [path.name for path in sites[1].iterdir()] == ["new"]
    with pytest.raises(FileNotFoundError):
        exchange.exchanged(sites[2], sites[1])


def test_the_second_step_fails_and_the_old_is_put_back(sites: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    new, site, old = sites
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == new:
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(exchange, "exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        exchange.take_place(new, site, old)
    assert [path.name for path in site.iterdir()] == ["site"]
    assert not old.exists()


def test_the_first_step_fails_and_nothing_has_changed(sites: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows renames no folder of which a file is open."""
    new, site, old = sites

    def refuse(path: Path, target: Path) -> Path:  # noqa: ARG001
        raise PermissionError(13, "Access is denied", str(path))

    monkeypatch.setattr(exchange, "exchanged", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        exchange.take_place(new, site, old)
    assert [path.name for one in (new, site) for path in one.iterdir()] == ["new", "site"]
    assert not old.exists()


def test_a_system_without_groups(sites: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    new, site, _ = sites
    monkeypatch.delattr(os, "chown", raising=False)
    exchange.open_to_readers(new, site)
    assert (new / "new").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
@pytest.mark.parametrize(("umask", "kept"), [(0o077, 0o755), (0o002, 0o750), (0o022, 0o2755)])
def test_readers_may_read_whatever_the_umask(tmp_path: Path, umask: int, kept: int) -> None:
    site = tmp_path / "site"
    site.mkdir()
    site.chmod(kept)
    before = os.umask(umask)
    try:
        new = tmp_path / "new"
        (new / "a" / "b").mkdir(parents=True)
        (new / "a" / "b" / "index.html").touch()
    finally:
        os.umask(before)
    exchange.open_to_readers(new, site)
    assert oct(new.stat().st_mode & 0o7777) == oct(kept)
    for path in new.rglob("*"):
        needed = 0o755 if path.is_dir() else 0o644
        assert path.stat().st_mode & needed == needed
        assert bool(path.stat().st_mode & 0o020) == (umask == 0o002)
