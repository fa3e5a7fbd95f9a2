"""Sites that several tests look at, built once a run: the workers of pytest-xdist share them, and nobody changes them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import make as make_archive
from tests.conftest import ROOT, new_archive

Articles = Mapping[str, bytes]


def read_only(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """Return what ``make`` returned for an empty folder: the folder is made by the first worker that asks for ``name``.

    A worker that comes meanwhile waits. When ``make`` fails, each that asks tries anew, so that each test shows the error.
    """
    base = factory.getbasetemp()
    if base.name.startswith("popen-"):  # a worker's own folder lies in the one that all workers of this run share
        base = base.parent
    done = base / f"shared-{name}.done"
    with FileLock(base / f"shared-{name}.lock"):
        if not done.exists():
            folder = Path(tempfile.mkdtemp(dir=base, prefix=f"shared-{name}-"))
            done.write_text(str(make(folder)), encoding="utf-8")
        return Path(done.read_text(encoding="utf-8"))


def articles_in(source: Path) -> dict[str, bytes]:
    """Return what a person gave in ``source``: the articles, the list of units and the corrections, by path."""
    return {path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*.*")) if path.is_file()}


def built(factory: pytest.TempPathFactory, name: str, articles: Articles) -> Path:
    """Return the folder ``site`` of an archive like the project's own with ``articles``; the archive is the folder above."""

    def make(folder: Path) -> Path:
        archive = ArchiveFolder.at(new_archive(folder / "a", dict(articles)))
        pipeline.build(archive)
        return archive.site

    return read_only(factory, name, make)


# Fewer tags than make a text HTML, which is not published.
HOSTILE = """\
</title><script>alert(1)// &lt;/title&gt; {{ config }} {% raw %} "hội nghị"

Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức "hội nghị" {% raw %} [[x]] *sao* `mã`.
"""
HOSTILE_PICTURE = """\
<img src=x onerror=alert(2)> Đảng ủy phường Lan Tím tổng kết {{ config }}

Sáng 16/01/2022, Đảng ủy phường <b>Lan Tím tổ chức hội nghị {{ config }}.
"""


def hostile_archive(folder: Path) -> Path:
    """Make an archive in ``folder`` of the seeds, two articles whose words are code to others, and a former address of it."""
    archive = new_archive(folder, {**articles_in(ROOT / "seeds"), "hostile.txt": HOSTILE.encode(), "picture.txt": HOSTILE_PICTURE.encode()})
    (archive / "seeds" / "redirects.yml").write_text("- {old: ten-cu, new: hostile}\n", encoding="utf-8")
    return archive


def hostile_site(factory: pytest.TempPathFactory) -> Path:
    """Return the built site of :func:`hostile_archive`."""

    def make(folder: Path) -> Path:
        archive = ArchiveFolder.at(hostile_archive(folder / "a"))
        pipeline.build(archive)
        return archive.site

    return read_only(factory, "hostile", make)


def english_site(factory: pytest.TempPathFactory) -> Path:
    """Return the built site of an English archive with the articles of ``tests/archive``."""

    def make(folder: Path) -> Path:
        target = folder / "a"
        make_archive(target, Wishes(language="en", name="Commendations"))
        shutil.copytree(ROOT / "tests" / "archive" / "seeds", target / "seeds", dirs_exist_ok=True)
        archive = ArchiveFolder.at(target)
        assert pipeline.build(archive).articles > 10
        return archive.site

    return read_only(factory, "english", make)


def seeds_site(factory: pytest.TempPathFactory) -> Path:
    """Return the built site of the seeds."""
    return built(factory, "seeds", articles_in(ROOT / "seeds"))
