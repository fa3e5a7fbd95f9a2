"""Content that must never be in the repository: addresses of package registries, paths of a machine, generated pages, notes elsewhere."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

# Written in pieces, so that this file does not find itself.
_REGISTRIES = re.compile(
    r"(?:index-url|find-links|\"resolved\"|registry\s*=).{0,40}(?:https?|file)://"
    r"|(?:files\.python" + r"hosted|pypi\." + r"org/simple|registry\.npm" + r"js|deb\." + r"debian)",
    re.IGNORECASE,
)
#: Notes that maintainers hold outside the repository; the lexicons' README explains those that their entries name.
_OUTSIDE = re.compile(
    r"(?<![\w/])(?:sha" + r"red|dom" + r"ain)/[\w-]+|(?:first-si" + r"ght|read" + r"er|fau" + r"lts|house-to" + r"day)\.md"
)
_MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|tm" + r"p/\w|opt/py" + r"pi|Us" + r"ers/\w+)/")


def _tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in _tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def test_no_registry_address() -> None:
    assert _lines_with(_REGISTRIES) == []


def test_no_path_of_a_machine() -> None:
    assert _lines_with(_MACHINE_PATHS) == []


def test_no_code_points_outside_the_repository() -> None:
    assert [place for place in _lines_with(_OUTSIDE) if place.startswith("generator/") and ".py:" in place] == []


@pytest.mark.parametrize("name", ["site.txt", "dev.txt", "bench.txt"])
def test_every_requirement_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in text


def test_the_pins_cover_what_the_project_wants() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    for name, wanted in {
        "site.txt": [*project["project"]["dependencies"], *groups["install"]],
        "dev.txt": [*project["project"]["dependencies"], *groups["install"], *groups["dev"]],
        "bench.txt": [*project["project"]["dependencies"], *groups["install"], *groups["bench"]],
    }.items():
        pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / name).read_text(encoding="utf-8"), re.MULTILINE))
        assert {re.split(r"[<>=~ \[]", entry)[0].lower() for entry in wanted} <= pinned


def test_the_pin_files_agree() -> None:
    site, dev, bench = (
        set(re.split(r"\n(?=\S)", (ROOT / "requirements" / name).read_text(encoding="utf-8").strip()))
        for name in ("site.txt", "dev.txt", "bench.txt")
    )
    assert site <= dev
    assert site <= bench


def test_actions_are_pinned_by_commit() -> None:
    for workflow in (ROOT / ".github" / "workflows").glob("*.yml"):
        for line in workflow.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), f"{workflow.name}: {line}"


def test_modules_are_small() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "generator").rglob("*.py")}
    assert {name: length for name, length in lengths.items() if length > 350} == {}
