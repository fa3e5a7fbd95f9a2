"""The package that is installed holds all that the program needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT


def test_the_wheel_holds_code_words_and_templates(tmp_path: Path) -> None:
    code = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = [path for path in (ROOT / "generator").rglob("*") if path.suffix in {".py", ".yml", ".jinja", ".typed"}]
    assert {path.relative_to(ROOT).as_posix() for path in wanted} <= names
    assert not [name for name in names if name.startswith(("seeds/", "tests/", "docs/"))]
    assert any(name.endswith("entry_points.txt") for name in names)
