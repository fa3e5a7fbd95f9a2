"""An archive built with Zensical, as CONTRIBUTING.md describes."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.built_sites import hostile_archive, read_only

needed = pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="no Zensical: install requirements/dev.txt")


def shared_site(factory: pytest.TempPathFactory) -> Path:
    """Return the site of :func:`~tests.built_sites.hostile_archive` as Zensical builds it."""
    return read_only(factory, "zensical", lambda folder: zensical_site(hostile_archive(folder / "a")))


def zensical_site(folder: Path) -> Path:
    """``kyyeu convert && zensical build && kyyeu index``."""
    archive = ArchiveFolder.at(folder)
    assert pipeline.convert(archive).errors == ()
    run = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "SITE_URL"},
        capture_output=True,
        encoding="utf-8",
        timeout=1800,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "No issues found" in run.stdout + run.stderr
    pipeline.index(archive.site)
    return archive.site
