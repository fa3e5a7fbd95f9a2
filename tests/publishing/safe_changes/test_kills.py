"""Builds that are killed, terminated or run out of disk at thirty points: see kills.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.site, pytest.mark.skipif(sys.platform == "win32", reason="no fork there")]


def test_a_killed_build_leaves_the_old_site_or_the_new_and_the_next_is_clean(tmp_path: Path) -> None:
    """In a process of its own: one that runs tests has threads, with which it must not fork."""
    command = [sys.executable, "-m", "tests.publishing.safe_changes.kills", "--runs", "30", "--seed", "12", "--folder", str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 errors" in run.stdout.splitlines()[-1]
