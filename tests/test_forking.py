"""A command in a fork is a command in a process started afresh."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.forking import Forking

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks there: every command is started afresh")
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("arguments", [["--version"], ["convrt"], ["extract", "bài.txt", "no-such.txt"]])
def test_output_errors_and_code_are_the_same(forking: Forking, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "bài.txt").write_text(
        "Đảng ủy phường Hoa Mai tổng kết\n\nSáng 15/01/2022, Đảng ủy phường họp tổng kết năm.\n", encoding="utf-8"
    )
    environment = {**HERE, "KYYEU_LANGUAGE": "vi"}
    command = [sys.executable, "-m", "generator", *arguments]
    fresh = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    forked = forking.run(arguments, tmp_path, environment)
    assert (forked.returncode, forked.stdout, forked.stderr) == (fresh.returncode, fresh.stdout, fresh.stderr)
    assert forked.stdout + forked.stderr


def test_what_the_interpreter_reads_as_it_starts_needs_a_fresh_process(forking: Forking) -> None:
    assert forking.can({**HERE, "KYYEU_LANGUAGE": "vi", "HOME": "/nowhere"})
    for name in ("LC_ALL", "LANG", "PYTHONIOENCODING"):
        assert not forking.can({**HERE, name: "changed"})
