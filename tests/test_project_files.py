"""Files around the code: forms for reports, updates of pins, the citation, the release, the hooks."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.yaml_documents import load
from tests import commit_subject
from tests.conftest import ROOT

FORMS = sorted(path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")


def data(name: str) -> Any:
    return load((ROOT / name).read_bytes())


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages(form: Path) -> None:
    told = load(form.read_bytes())
    assert {"name", "description", "title", "labels", "body"} == set(told)
    assert " / " in told["name"]
    assert " / " in told["description"]
    fields = told["body"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert any(field.get("validations", {}).get("required") for field in fields)
    for field in fields:
        assert field["type"] in {"input", "textarea"}
        assert " / " in field["attributes"]["label"]


def test_the_sites_own_reports_are_let_in() -> None:
    assert len(FORMS) == 3
    assert data(".github/ISSUE_TEMPLATE/config.yml")["blank_issues_enabled"] is True


def test_the_citation_is_of_this_version() -> None:
    cited = data("CITATION.cff")
    assert cited["version"] == generator.__version__
    assert cited["license"] == "MIT"
    assert {"cff-version", "message", "title", "authors", "type"} <= set(cited)


def test_the_changelog_has_this_version_or_none_yet() -> None:
    versions = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert versions[1:2] in ([generator.__version__], [])


def test_updates_are_proposed_for_pins_and_actions() -> None:
    updates = data(".github/dependabot.yml")["updates"]
    assert [(update["package-ecosystem"], update["directory"]) for update in updates] == [("pip", "/requirements"), ("github-actions", "/")]


def test_a_release_is_of_its_tag_tested_and_attested() -> None:
    jobs = load((ROOT / ".github" / "workflows" / "release.yml").read_bytes())["jobs"]
    commands = [step.get("run", "") for step in jobs["build"]["steps"]]
    assert "bash .ci/run" in commands
    assert "v$version" in commands[-2]
    assert commands[-2].rstrip().endswith("make dist")
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["publish"]["permissions"] == {"contents": "write", "id-token": "write", "attestations": "write"}
    assert any(step.get("uses", "").startswith("actions/attest-build-provenance@") for step in jobs["publish"]["steps"])


def test_continuous_integration_fails_below_the_floor_of_branches() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["coverage"]
    assert settings["run"]["branch"] is True
    assert settings["run"]["source"] == ["generator"]
    assert settings["report"]["fail_under"] >= 95
    steps = load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))["jobs"]["coverage"]["steps"]
    assert steps[-1] == {"run": "make coverage"}
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncoverage:")[2].partition("\n\n")[0]
    assert recipe.splitlines()[-1] == "\t@$(BIN)/python -m coverage report"


def test_hooks_run_what_make_check_runs() -> None:
    (hooks,) = [repo["hooks"] for repo in data(".pre-commit-config.yaml")["repos"] if repo["repo"] == "local"]
    checked = re.search(r"^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert checked is not None
    tools = set(re.findall(r"\$\(BIN\)/([\w-]+)", checked[1]))
    assert {Path(hook["entry"].split()[0]).name for hook in hooks} - {"python"} == tools - {"zizmor"}


@pytest.mark.parametrize("subject", [
    "search: find a name without its tones", "release: 0.2.0", "awards, ratings: share one table", "Merge branch 'a' into b",
])  # fmt: skip
def test_a_subject_that_is_right(subject: str) -> None:
    assert commit_subject.error(subject) is None


@pytest.mark.parametrize("subject", [
    "", "wip", "search find a name", "Search: find", "search: Find a name", "search: find a name.", "search: " + "find " * 13 + "it",
])  # fmt: skip
def test_a_subject_that_is_wrong(subject: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commit_subject.error(subject) is not None
    message = tmp_path / "message"
    message.write_text(f"{subject}\n\nwhy\n", encoding="utf-8")
    assert commit_subject.main(message) == 1
    assert "subject of the commit" in capsys.readouterr().err
