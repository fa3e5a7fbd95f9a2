"""Contents of a new archive: what it shares with the repository is the repository's, the rest is whole in both languages."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import StartingError
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.starter import adapting
from generator.publishing.starter.contents import Wishes, own_files, program_files
from generator.publishing.starter.sources import SHIPPED, source
from generator.rendering.words.wordbook import LANGUAGES
from tests.conftest import ROOT

NASTY = 'Kỷ yếu "phường" Hoa Mai\'s: {{ x }} *a* & [b] #c'
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def program(language: str) -> dict[str, str]:
    return {name: content.decode("utf-8", "replace") for name, content in program_files(source(), language).items()}


@pytest.fixture(scope="module")
def own(language: str) -> dict[str, str]:
    return {name: content.decode() for name, content in own_files(source(), Wishes(language, NASTY, "https://a.test/kho/")).items()}


def settings(text: str) -> dict[str, Any]:
    settings = yaml.safe_load(text.replace("!ENV ", ""))
    assert isinstance(settings, dict)
    return settings


def test_the_settings_say_what_was_wished(own: dict[str, str], language: str) -> None:
    told = settings(own["mkdocs.yml"])
    assert told["site_name"] == NASTY
    assert told["site_url"] == ["SITE_URL", "https://a.test/kho/"]
    assert told["theme"]["language"] == language


def test_the_words_that_the_settings_offer_to_replace_are_words_of_the_interface(own: dict[str, str], tmp_path: Path) -> None:
    offered = own["mkdocs.yml"].replace("  # words:", "  words:").replace("  #   facts", "    facts")
    (tmp_path / "mkdocs.yml").write_text(offered, encoding="utf-8")
    (tmp_path / "mkdocs.base.yml").write_text((ROOT / "mkdocs.base.yml").read_text(encoding="utf-8"), encoding="utf-8")
    ((key, word),) = site_settings(ArchiveFolder(tmp_path)).words
    assert key == "facts.awards"
    assert word


def test_the_settings_are_those_of_the_repository_with_other_words(own: dict[str, str]) -> None:
    def shape(told: Any) -> Any:
        if isinstance(told, dict):
            return {key: shape(value) for key, value in told.items()}
        return [shape(path) for path in told] if isinstance(told, list) else type(told)

    def targets(nav: list[dict[str, Any]]) -> list[Any]:
        return [targets(where) if isinstance(where, list) else where for one in nav for where in one.values()]

    ours, new = settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8")), settings(own["mkdocs.yml"])
    assert new["INHERIT"] == ours["INHERIT"]
    assert targets(new["nav"]) == targets(ours["nav"])
    assert shape(new["theme"]) == shape(ours["theme"])
    assert [list(one) for one in new["theme"]["palette"]] == [list(one) for one in ours["theme"]["palette"]]
    assert set(new) == set(ours)
    assert set(new["extra"]) == {*ours["extra"], "colours"}


def test_pages_show_the_name_as_it_is_written(own: dict[str, str]) -> None:
    for page in ("README.md", "docs/gioi-thieu.md"):
        assert "{{" not in own[page]
        assert "*a*" not in own[page]
        assert "Hoa Mai" in own[page]


def test_the_same_pages_in_every_language(own: dict[str, str], language: str) -> None:
    pages = {name for name in own if name.endswith(".md")}
    assert pages == {"README.md", "docs/cac-cach-tra.md", "docs/do-chinh-xac.md", "docs/gioi-thieu.md"}
    for name in sorted(pages - {"README.md"}):
        ours = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"\]\(([^)#]+)", own[name])) == set(re.findall(r"\]\(([^)#]+)", ours)), name
        shorter = 1 if name == "docs/do-chinh-xac.md" else 0  # what was measured on the repository's own articles is left out
        assert len(re.findall(r"(?m)^#", own[name])) == len(re.findall(r"(?m)^#", ours)) - shorter, name
    if language == "en":
        for name in sorted(pages):
            words = re.sub(r"“[^”]*”|(?s:```.*?```)|`[^`]*`|Kỷ [Yy]ếu|phường", "", own[name])
            assert _VIETNAMESE.findall(words) == [], name


def test_the_measured_figures_are_those_that_the_repository_tells(own: dict[str, str]) -> None:
    def figures(text: str) -> list[str]:
        return sorted(re.findall(r"\d+(?:[.,]\d+)*", text.replace("**", "")))

    ours = adapting.accuracy((ROOT / "docs" / "do-chinh-xac.md").read_text(encoding="utf-8"))
    theirs, told = ({one.replace(",", ".") for one in figures(text)} for text in (ours, own["docs/do-chinh-xac.md"]))
    assert told - theirs == set()
    measured = re.search(r"(?ms)^\| .*?\n\n", ours)
    assert measured is not None
    assert {figure.replace(",", ".") for figure in figures(measured[0])} <= told
    assert "tests/gold" not in own["docs/do-chinh-xac.md"]


def test_the_search_page_is_the_repositorys_in_the_language(program: dict[str, str], language: str) -> None:
    ours, page = (ROOT / "docs" / "tra-cuu.md").read_text(encoding="utf-8"), program["docs/tra-cuu.md"]
    if language == "vi":
        assert page == ours
    else:
        shown = re.sub(r"<[^>]*>|“[^”]*”|\"[^\"]*\"", "", page.replace('aria-label="Bộ', "Bộ"))
        assert _VIETNAMESE.findall(shown) == []
    for pattern in (r"<[\w]+", r"\b(?:id|name|class|href|for)=\"[^\"]*\""):
        assert re.findall(pattern, page) == re.findall(pattern, ours)


def test_what_the_program_shares_is_the_repositorys(program: dict[str, str]) -> None:
    for name in ("mkdocs.base.yml", "LICENSE", "generator/pipeline.py", "docs/overrides/main.html", ".github/workflows/pages.yml"):
        assert program[name] == (ROOT / name).read_text(encoding="utf-8")
    assert not [name for name in program if name.startswith(("generator/publishing/starter/archive", "seeds/", "tests/golden"))]
    assert not [name for name in program if name.endswith((".pyc", "screenshot.webp", "logo.svg"))]
    assert {"docs/assets/fonts/lora-vietnamese-600-normal.woff2", "docs/assets/javascripts/marks.js"} <= set(program)


def test_no_test_but_the_archives_own(program: dict[str, str]) -> None:
    assert [name for name in program if name.startswith("tests/")] == ["tests/test_archive.py"]


def test_the_makefile_has_no_target_of_those_who_work_on_the_program(program: dict[str, str]) -> None:
    targets = re.findall(r"(?m)^([a-z]+):", program["Makefile"])
    assert targets == ["help", "desk", "serve", "build", "add", "test", "clean"]
    assert "bench" not in program["Makefile"]
    assert re.findall(r"-m pytest.*", program["Makefile"]) == ["-m pytest $(ARGS)"]  # an archive has no plugins of pytest
    assert "BYTECODE" not in program["Makefile"]


def test_the_pins_hold_what_the_tests_need(program: dict[str, str]) -> None:
    pinned = {entry.partition("==")[0].strip().lower() for entry in re.split(r"\n(?=\S)", program["requirements/dev.txt"])}
    wanted = {
        re.split(r"[<>=~ \[;!]", requirement)[0].lower()
        for requirement in importlib.metadata.requires("pytest") or ()
        if "extra ==" not in requirement
    }
    assert {"pytest", "mkdocs", "hatchling", "editables", *wanted} - {"tomli", "exceptiongroup"} <= pinned  # Python 3.10's
    assert not {"mypy", "ruff", "playwright"} & pinned


def test_the_project_can_be_installed(program: dict[str, str]) -> None:
    told, ours = tomllib.loads(program["pyproject.toml"]), tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert told["project"]["dependencies"] == ours["project"]["dependencies"]
    assert told["project"]["scripts"] == ours["project"]["scripts"]
    assert told["build-system"] == ours["build-system"]
    assert told["tool"]["pytest"] == ours["tool"]["pytest"]
    assert "force-include" not in told["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert set(told["project"]["license-files"]) <= set(program)


def test_the_workflows_are_sound(program: dict[str, str], tmp_path: Path) -> None:
    for name in (".github/workflows/test.yml", ".github/workflows/pages.yml"):
        (tmp_path / Path(name).name).write_text(program[name], encoding="utf-8")
    run = subprocess.run(
        [Path(sys.executable).with_name("actionlint"), *sorted(tmp_path.glob("*.yml"))], capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    settings = yaml.safe_load(program[".github/workflows/test.yml"])
    assert list(settings["jobs"]) == ["linux"]
    assert settings["jobs"]["linux"]["steps"][-1] == {"run": "make test"}


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs on Linux")
@pytest.mark.parametrize(("code", "goes_on"), [(0, True), (1, False), (2, False), (3, True), (130, False)])
def test_publishing_goes_on_without_the_articles_left_out(program: dict[str, str], tmp_path: Path, code: int, goes_on: object) -> None:
    steps = yaml.safe_load(program[".github/workflows/pages.yml"])["jobs"]["build"]["steps"]
    (line,) = (step["run"] for step in steps if "kyyeu" in step.get("run", ""))
    command = tmp_path / ".venv" / "bin" / "kyyeu"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\ntest "$*" = build && exit {code}\nexit 99\n', encoding="utf-8")
    command.chmod(0o755)
    run = subprocess.run(["bash", "-e", "-c", line], cwd=tmp_path, check=False)
    assert (run.returncode == 0) is goes_on


def test_what_is_shipped_is_what_the_wheel_includes() -> None:
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert hatch["wheel"]["force-include"] == {name: f"generator/publishing/starter/repository/{name}" for name in SHIPPED}
    assert {f"/{name}" for name in SHIPPED} <= set(hatch["sdist"]["include"])


@pytest.mark.parametrize("name", ["a\nb", "a\x00b", "<b>", "x" * 201, "a\u2028b"])
def test_no_name(name: str) -> None:
    with pytest.raises(StartingError, match="not a name for an archive"):
        Wishes("vi", name)


@pytest.mark.parametrize("url", ["a.test", "ftp://a.test/", "https://", 'https://a.test/"x', "https://a.test/ b", "javascript:alert(1)"])
def test_no_address(url: str) -> None:
    with pytest.raises(StartingError, match="not a web address"):
        Wishes("vi", "a", url)


@pytest.mark.parametrize(
    ("adapt", "text"),
    [
        (adapting.makefile, "all:\n"),
        (adapting.accuracy, "# Độ chính xác\n"),
        (adapting.measured, "| a |\n"),
        (lambda text: adapting.known_units(text, "vi"), "# A\n- {id: a}\n"),
        (adapting.test_workflow, "jobs: {}\n"),
    ],
)
def test_what_is_not_there_to_be_replaced_is_told(adapt: Any, text: str) -> None:
    with pytest.raises(ValueError, match=r"not there|no section|no tables"):
        adapt(text)
