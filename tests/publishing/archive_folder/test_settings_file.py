"""mkdocs.yml and what it inherits are read as MkDocs reads them, and nothing that they name is run or imported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.errors import ConfigurationError, KyYeuError
from generator.publishing.archive_folder.settings_file import CALLED, NAMES, CheckedFile, read_settings
from tests.conftest import Kyyeu

RUNS = "remote_name: !!python/object/apply:os.system ['touch {mark}']\n"
Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
        return tmp_path / "mkdocs.yml"

    return write


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: 1\nremote_name: !!python/object/apply:os.system ['true']\n", "mkdocs.yml:2: the tag !!python/object/apply:os.system is not"),
        ("a: !!python/name:os.system\n", "mkdocs.yml:1: the tag !!python/name:os.system"),
        ("a: !!python/name:material.extensions.emoji.twemoji.__globals__\n", "mkdocs.yml:1: the tag"),
        ("a: !!python/name:pymdownx.slugs.slugify x\n", "mkdocs.yml:1: the tag"),
        (f"a: !!python/name:{NAMES[0]} x\n", "mkdocs.yml:1: x is not a value for !!python/name:"),
        (f"a: !!python/object/apply:{NAMES[0]} {{}}\n", "mkdocs.yml:1: the tag"),
        (f"a: !!python/object/apply:{CALLED[0]} {{args: [a]}}\n", "mkdocs.yml:1:"),
        (f"a: !!python/object/apply:{CALLED[0]} {{kwds: {{}}, state: {{a: b}}}}\n", "mkdocs.yml:1:"),
        (f"a: !!python/object/apply:{CALLED[0]} {{kwds: {{a: [b]}}}}\n", "mkdocs.yml:1:"),
        (f"a: !!python/object/apply:{CALLED[0]} [a]\n", "mkdocs.yml:1:"),
        (f"a: !!python/object/new:{CALLED[0]} {{}}\n", "mkdocs.yml:1: the tag"),
        ("a: !ENV {b: c}\n", "mkdocs.yml:1:"),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml:1: INHERIT leads back to mkdocs.yml"),
        ("a: 1\nINHERIT: ./sub/../mkdocs.yml\n", "mkdocs.yml:2: INHERIT leads back"),
        ("INHERIT: [a]\n", "mkdocs.yml:1: INHERIT is not the name"),
        ('INHERIT: "a\\0b"\n', "mkdocs.yml:1: INHERIT is not the name"),
        ("INHERIT: none.yml\n", "mkdocs.yml:1: there is no file none.yml"),
        ("INHERIT: .\n", "this is not a file"),
        ("- a\n", "mkdocs.yml:1: these are not settings"),
        ("a: 1\nb: 2\na: 3\n", "mkdocs.yml:3: the key a occurs twice; first in line 1"),
        ("[" * 100_000, "mkdocs.yml:1: lists and tables nested more than 64 deep"),
        ("extra: {words: &a {b: *a}}\n", "mkdocs.yml:1: *a is inside"),
        ("extra:\n words: " + "{a: " * 2000 + "}" * 2000, "mkdocs.yml:2: lists and tables"),
    ],
)
def test_refuses(written: Written, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_settings(written(mkdocs=text))
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.fix or "not a file" in told


def test_what_it_inherits_is_checked_too(written: Written) -> None:
    path = written(mkdocs="INHERIT: base.yml\n", base="a: 1\nINHERIT: lowest.yml\n", lowest="a: !!python/name:os.system\n")
    with pytest.raises(ConfigurationError, match=r"lowest\.yml:1: the tag"):
        read_settings(path)


def test_a_loop_of_two(written: Written) -> None:
    with pytest.raises(ConfigurationError, match=r"base\.yml:1: INHERIT leads back to mkdocs\.yml"):
        read_settings(written(mkdocs="INHERIT: base.yml\n", base="INHERIT: mkdocs.yml\n"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such device")
def test_no_device_is_inherited(written: Written) -> None:
    with pytest.raises(ConfigurationError, match="/dev/zero: this is not a file"):
        read_settings(written(mkdocs="INHERIT: /dev/zero\n"))


@pytest.mark.parametrize("name", NAMES)
def test_the_functions_that_are_allowed_by_name_are_there_in_mkdocs(name: str) -> None:
    assert callable(yaml.load(f"!!python/name:{name}", Loader=get_yaml_loader()))


@pytest.mark.parametrize("name", CALLED)
def test_the_functions_that_are_allowed_to_be_called_make_functions(name: str) -> None:
    assert callable(yaml.load(f"!!python/object/apply:{name} {{kwds: {{}}}}", Loader=get_yaml_loader()))


def test_what_is_documented_is_read_and_not_imported(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "material.extensions.emoji", None)  # an import would fail
    text = """\
site_url: !ENV [KYYEU_NOT_SET, SITE_URL_OF_TEST, "https://a.test/"]
markdown_extensions:
  - toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.snippets: {base_path: !relative $config_dir/docs}
  - pymdownx.superfences:
      custom_fences: [{name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }]
"""
    monkeypatch.setenv("SITE_URL_OF_TEST", "https://b.test/")
    settings = read_settings(written(mkdocs=text))
    assert settings["site_url"] == "https://b.test/"
    assert settings["markdown_extensions"][1]["pymdownx.emoji"]["emoji_index"] == "material.extensions.emoji.twemoji"


@pytest.mark.parametrize(
    ("mkdocs", "base"),
    [
        ("INHERIT: base.yml\na: {b: 1, c: {d: [1]}}\n", "a: {b: 2, c: {d: [2], e: 3}, f: 4}\ng: 5\n"),
        ("INHERIT: base.yml\na: [1]\n", "a: {b: 2}\n"),
        ("INHERIT: base.yml\na: {b: 2}\n", "a: 1\nc: 2022-01-15\n"),
        ("INHERIT: base.yml\na: !ENV [KYYEU_NOT_SET, true]\n", "# nothing\n"),
    ],
)
def test_gives_what_mkdocs_gives(written: Written, mkdocs: str, base: str) -> None:
    path = written(mkdocs=mkdocs, base=base)
    with path.open("rb") as file:
        assert read_settings(path) == yaml_load(file)


@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(st.sampled_from(["INHERIT: ", "a", "mkdocs.yml", "\n", ": ", "!ENV ", "[", "]", "/", "\0"])).map(
            lambda parts: "".join(parts).encode()
        ),
    )
)
def test_any_bytes_give_settings_or_an_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "mkdocs.yml"
    path.write_bytes(data)
    try:
        read_settings(path)
    except KyYeuError as error:
        assert "\n" not in str(error)  # noqa: PT017 (many inputs give settings)
        assert str(path.name) in str(error) or error.line is None  # noqa: PT017


def test_mkdocs_reads_nothing_that_was_not_checked(written: Written, tmp_path: Path) -> None:
    """As `kyyeu serve` lets it: again and again, and what changed in between is checked anew."""
    (tmp_path / "docs").mkdir()
    path = written(mkdocs="INHERIT: base.yml\nsite_name: A\n", base="theme: mkdocs\n")
    checked = CheckedFile(path)
    for _ in range(2):
        assert load_config(checked, config_file_path=str(path)).site_name == "A"
    mark = tmp_path / "mark"
    for name in ("base", "mkdocs"):
        before = (tmp_path / f"{name}.yml").read_text(encoding="utf-8")
        written(**{name: before + RUNS.format(mark=mark)})
        with pytest.raises(ConfigurationError, match="the tag"):
            load_config(checked, config_file_path=str(path))
        written(**{name: before})
    assert load_config(checked, config_file_path=str(path)).site_name == "A"
    assert not mark.exists()


@pytest.mark.parametrize(
    ("command", "place"),
    [
        *((command, "mkdocs.yml") for command in ("review", "build")),
        *(pytest.param(command, "mkdocs.yml", marks=pytest.mark.slow) for command in ("convert", "units", "extract", "explain", "index")),
        *(pytest.param(command, "mkdocs.base.yml", marks=pytest.mark.slow) for command in ("review", "build")),
    ],
)
def test_no_command_runs_what_a_tag_names(archive: Path, kyyeu: Kyyeu, command: str, place: str) -> None:
    mark = archive.parent / "mark"
    path = archive / place
    path.write_text(path.read_text(encoding="utf-8") + RUNS.format(mark=mark), encoding="utf-8")
    files = {"extract": ["seeds/hoa-mai.txt"], "explain": ["seeds/hoa-mai.txt"]}.get(command, [])
    done = kyyeu(command, "-C", archive, *files)
    assert not mark.exists()
    if command in {"review", "convert", "build"}:
        line = path.read_text(encoding="utf-8").count("\n")
        assert done.returncode == 1
        assert f"{place}:{line}: the tag !!python/object/apply:os.system is not allowed" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["review", "convert", "units", "extract", "explain", "index"])
def test_commands_that_only_look_run_no_hook_and_no_plugin(archive: Path, kyyeu: Kyyeu, command: str) -> None:
    mark = archive.parent / "mark"
    (archive / "own.py").write_text(f"open({str(mark)!r}, 'w').close()\n", encoding="utf-8")
    path = archive / "mkdocs.yml"
    text = path.read_text(encoding="utf-8") + "hooks: [own.py]\nplugins: [own]\n"
    path.write_text(text.replace("theme:\n", "theme:\n  custom_dir: .\n"), encoding="utf-8")
    files = {"extract": ["seeds/hoa-mai.txt"], "explain": ["seeds/hoa-mai.txt"]}.get(command, [])
    done = kyyeu(command, "-C", archive, *files, cwd=archive)
    assert not mark.exists()
    assert done.returncode == (1 if command == "index" else 0), done.stderr  # there is no site to index
