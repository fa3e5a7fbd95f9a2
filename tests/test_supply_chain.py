"""What is installed is what was pinned and looked at: wheels with their hashes, known vulnerabilities, licences, a bill of materials."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
#: Where installing is written down: for people, for make and for workflows, of this repository and of the archives it makes.
WRITTEN = [
    ROOT / "Makefile",
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / ".github" / "workflows").glob("*.yml")),
    *sorted(ROOT.glob(".ci/*")),
    *sorted((ROOT / "generator" / "publishing" / "starter").rglob("*.jinja")),
]


def careless(text: str) -> list[str]:
    """Return the lines of ``text`` that install pins otherwise than as wheels with hashes."""
    lines = [line for line in text.splitlines() if re.search(r"pip3?\s+install\b.*(?:\s-r\b|--requirement\b)", line)]
    return [line for line in lines if "--require-hashes" not in line or "--only-binary :all:" not in line]


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pins_are_installed_as_wheels_with_their_hashes(path: Path) -> None:
    assert careless(path.read_text(encoding="utf-8")) == []


def test_careless_lines_are_found() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert len(careless(text.replace("--only-binary :all:", ""))) == 1
    assert len(careless(text.replace("--require-hashes", ""))) == 1
    assert careless("python3 -m pip install -r requirements/dev.txt")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_pin_has_its_hashes(path: Path) -> None:
    entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert [entry.split()[0] for entry in entries if not re.match(r"[\w.-]+==[\w.!+]+[\s\S]*--hash=sha256:[0-9a-f]{64}", entry)] == []


def steps(workflow: dict[str, Any], job: str) -> str:
    """Return all that a job runs and uses."""
    return "\n".join(f"{step.get('run', '')}\n{step.get('uses', '')}\n{step.get('with', '')}" for step in workflow["jobs"][job]["steps"])


def test_the_workflow_asks_for_vulnerabilities_and_licences_and_keeps_a_bill_of_materials() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    done = steps(workflow, "supply-chain")
    assert "make audit" in done
    assert "test_licences.py" in done
    assert re.search(r"actions/upload-artifact@[0-9a-f]{40}\n.*build/sbom\.json", done)
    rules = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\naudit:")[2].partition("\n\n")[0]
    assert "pip-audit --require-hashes --disable-pip --requirement requirements/dev.txt" in rules
    assert re.search(r"cyclonedx-py requirements requirements/site\.txt .*--outfile build/sbom\.json", rules)


def test_workflows_are_checked_where_all_is() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2].partition("\n\n")[0]
    assert "actionlint .github/workflows/*.yml" in rules
    assert "zizmor --offline" in rules
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8"))
    assert ".ci/run" in steps(workflow, "linux")
    assert re.search(r"^make check$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
