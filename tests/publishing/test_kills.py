"""Builds that are killed, told to end or run out of disk at thirty points: see kills.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.publishing import kills

pytestmark = [
    pytest.mark.slow,
    pytest.mark.site,
    pytest.mark.skipif(not sys.platform.startswith(("linux", "darwin")), reason="no fork there"),
]


def test_a_killed_build_leaves_the_old_site_or_the_new_and_the_next_is_clean(tmp_path: Path) -> None:
    assert kills.run(tmp_path, runs=30, seed=12) == []
