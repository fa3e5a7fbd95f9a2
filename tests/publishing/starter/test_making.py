"""Archives on the disk: made whole or not at all, brought up to date without touching what is the owner's."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import ConfigurationError, KyYeuError, StartingError
from generator.extraction.extract import extract
from generator.publishing.starter import making, sources
from generator.publishing.starter.contents import Wishes, own_files, program_files
from generator.publishing.starter.making import make, update
from generator.publishing.starter.places import can_be_the_programs
from generator.reading import read
from generator.rendering.words.wordbook import LANGUAGES
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.entries import entries
from tests.conftest import ROOT, Kyyeu


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    make(tmp_path / "kho", Wishes())
    return tmp_path / "kho"


def test_the_list_holds_every_file_of_the_program(made: Path) -> None:
    lines = (made / making.LIST).read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = tree(made)
    assert {name: hashlib.sha256(files[name].replace(b"\r\n", b"\n")).hexdigest() for name in told} == told
    owners = {name for name in files if name not in told}
    assert owners == {
        making.LIST, "README.md", "mkdocs.yml", "seeds/bai-vi-du.txt", "seeds/units.yml", "docs/assets/favicon.svg", "docs/assets/logo.svg",
        "docs/cac-cach-tra.md", "docs/do-chinh-xac.md", "docs/gioi-thieu.md",
    }  # fmt: skip


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    make(tmp_path / "kho", Wishes())
    make(tmp_path / "a" / "b", Wishes())
    assert tree(tmp_path / "kho") == tree(tmp_path / "a" / "b")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "kho"]


@pytest.mark.parametrize("there", ["folder", "file"])
def test_what_is_there_stays(tmp_path: Path, there: str) -> None:
    target = tmp_path / "kho"
    if there == "folder":
        target.mkdir()
        (target / ".hidden").write_text("x", encoding="utf-8")
    else:
        target.write_text("x", encoding="utf-8")
    before = tree(tmp_path)
    with pytest.raises(StartingError, match=r"not empty|not a folder"):
        make(target, Wishes())
    assert tree(tmp_path) == before


@pytest.mark.parametrize("empty", [True, False])
def test_what_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, empty: bool) -> None:
    if empty:
        (tmp_path / "kho").mkdir()
    rename, left = Path.rename, 3

    def refuse(path: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left == 0 or not empty:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StartingError, match="No space left"):
        make(tmp_path / "kho", Wishes())
    assert tree(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == (["kho"] if empty else [])


def test_an_update_brings_the_program_and_leaves_the_owners_things(made: Path) -> None:
    whole = tree(made)
    for name in ("mkdocs.yml", "README.md", "docs/gioi-thieu.md", "docs/assets/logo.svg", "seeds/units.yml"):
        (made / name).write_bytes(whole[name] + b"\n# mine\n")
    (made / "seeds" / "bai-vi-du.txt").unlink()
    mine = tree(made)
    older = {
        "generator/pipeline.py": b"# older\n",
        "docs/assets/stylesheets/parts/site.css": b"/* mine */\n",
        "generator/old/gone.py": b"x\n",
    }
    for name, content in older.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_bytes(content)
    (made / "LICENSE").unlink()
    listed = (made / making.LIST).read_text(encoding="utf-8")
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in older.items() if name.startswith("generator")}
    lines = [line for line in listed.splitlines() if not line.endswith(("pipeline.py", "  LICENSE"))]
    (made / making.LIST).write_text(
        "".join(f"{line}\n" for line in [*lines, *(f"{one}  {name}" for name, one in digests.items())]), "utf-8"
    )
    done = update(made)
    assert done.changed == ("docs/assets/stylesheets/parts/site.css", "generator/pipeline.py")
    assert done.added == ("LICENSE",)
    assert done.removed == ("generator/old/gone.py",)
    assert done.kept == ("docs/assets/stylesheets/parts/site.css",)
    assert tree(made) == {**mine, "before-update/docs/assets/stylesheets/parts/site.css": b"/* mine */\n"}
    assert not (made / "generator" / "old").exists()
    assert update(made) == making.Updated((), (), (), ())
    for text in (b"/* again */\n", b"/* mine */\n", b"/* third */\n"):
        (made / "docs/assets/stylesheets/parts/site.css").write_bytes(text)
        assert update(made).kept == ("docs/assets/stylesheets/parts/site.css",)
    laid = [content for name, content in sorted(tree(made).items()) if name.startswith("before-update/")]
    assert laid == [b"/* mine */\n", b"/* again */\n", b"/* third */\n"], "what was laid aside before stays"


OWNERS = ("seeds/bai-vi-du.txt", "seeds/units.yml", "mkdocs.yml", "README.md", "docs/gioi-thieu.md", "docs/assets/logo.svg")


@pytest.mark.parametrize("right", [True, False], ids=["its digest", "another digest"])
def test_a_line_for_the_owners_file_does_not_remove_it(made: Path, *, right: bool) -> None:
    (made / "docs" / "cua-toi.md").write_text("# Của tôi\n", encoding="utf-8")
    before = tree(made)
    digest = {name: hashlib.sha256(before[name]).hexdigest() if right else "0" * 64 for name in (*OWNERS, "docs/cua-toi.md")}
    with (made / making.LIST).open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{one}  {name}\n" for name, one in digest.items())
    assert update(made) == making.Updated((), (), (), ())
    assert tree(made) == before


def test_what_may_be_the_owners_is_laid_aside_when_it_is_removed(made: Path) -> None:
    picture = made / "docs" / "assets" / "le-trao.svg"
    picture.write_bytes(b"<svg/>")
    with (made / making.LIST).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"{hashlib.sha256(b'<svg/>').hexdigest()}  docs/assets/le-trao.svg\n")
    assert update(made).kept == ("docs/assets/le-trao.svg",)
    assert (made / making.KEPT / "docs/assets/le-trao.svg").read_bytes() == b"<svg/>"


def test_every_file_of_the_program_lies_where_it_may() -> None:
    for language in LANGUAGES:
        program = program_files(sources.source(), language)
        assert [name for name in program if not can_be_the_programs(name)] == []
        assert [name for name in own_files(sources.source(), Wishes(language)) if can_be_the_programs(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "docs/assets",
        "docs/overrides",
        "docs",
        "generator",
        "generator/text",
        ".github",
        "before-update",
        "before-update/docs",
    ],
)
@pytest.mark.parametrize("inside", [True, False], ids=["in the archive", "outside"])
def test_nothing_is_written_through_a_folder_that_is_a_link(made: Path, name: str, *, inside: bool) -> None:
    elsewhere = made / "more" if inside else made.parent / "more"
    path = made / name
    path.parent.mkdir(exist_ok=True)
    path.rename(elsewhere) if path.is_dir() else elsewhere.mkdir()
    path.symlink_to(elsewhere)
    (made / "LICENSE").write_text("other", encoding="utf-8")
    before = tree(made), tree(elsewhere)
    with pytest.raises(KyYeuError, match="symbolic link") as caught:
        update(made)
    assert caught.value.path == path
    assert (tree(made), tree(elsewhere)) == before


@pytest.mark.parametrize("name", ["docs/overrides/main.html", "LICENSE", "generator/pipeline.py", making.LIST])
def test_a_file_that_is_a_link_out_is_neither_read_nor_replaced(made: Path, name: str) -> None:
    outside = made.parent / "secret"
    (made / name).rename(outside)
    (made / name).symlink_to(outside)
    before = tree(made)
    with pytest.raises(KyYeuError, match="leads out of the archive"):
        update(made)
    assert tree(made) == before
    assert not (made / making.KEPT).exists()


def test_a_name_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StartingError, match="use a shorter name"):
        make(tmp_path / ("a" * 300), Wishes())


def test_line_ends_of_windows_are_no_change(made: Path) -> None:
    path = made / "Makefile"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert update(made) == making.Updated((), (), (), ())


def test_the_language_of_the_settings_is_that_of_the_search_page(made: Path) -> None:
    settings = made / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("language: vi", "language: en"), encoding="utf-8")
    assert update(made).changed == ("docs/tra-cuu.md",)
    assert "# Search" in (made / "docs" / "tra-cuu.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("listed", [None, "no list\n", f"{'0' * 64}  ../outside\n", f"{'0' * 64}  /outside\n"])
def test_no_update_without_a_list(made: Path, listed: str | None) -> None:
    if listed is None:
        (made / making.LIST).unlink()
    else:
        (made / making.LIST).write_text(listed, encoding="utf-8")
    before = tree(made)
    with pytest.raises(StartingError, match="list of the program's files"):
        update(made)
    assert tree(made) == before


def test_no_update_where_there_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no mkdocs\.yml here"):
        update(tmp_path)


def test_the_program_in_an_archive_makes_no_others(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = made / "generator" / "publishing" / "starter"
    assert (here / "sources.py").is_file()
    monkeypatch.setattr(sources, "_HERE", here)
    with pytest.raises(StartingError, match="cannot create or update other archives"):
        make(made.parent / "other", Wishes())
    assert not (made.parent / "other").exists()


def test_the_correction_in_the_readme_fits_the_example(made: Path) -> None:
    text = (made / "README.md").read_text(encoding="utf-8")
    block = text.split("```yaml\n")[1].split("```")[0]
    corrections, errors = entries(block, "seeds/corrections/bai-vi-du.yml")
    article = read(made / "seeds" / "bai-vi-du.txt", made)
    done = apply(article, extract(article), corrections)
    assert (errors, done.errors, len(done.applied)) == ((), (), 1)


def test_the_example_shows_every_kind_of_fact_and_says_that_it_is_made_up(made: Path) -> None:
    article = read(made / "seeds" / "bai-vi-du.txt", made)
    facts = extract(article)
    assert "hư cấu" in article.text
    for kind in ("units", "years", "awards", "ratings", "people", "documents", "figures"):
        assert getattr(facts, kind), kind
    assert facts.event is not None


@pytest.mark.parametrize(
    ("environment", "arguments", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, [], "en"),
        ({"LANG": "vi_VN.UTF-8"}, [], "vi"),
        ({"LANG": "C.UTF-8"}, [], "vi"),
        ({"LANG": "en_US.UTF-8"}, ["--language", "vi"], "vi"),
        ({"LANG": "vi_VN.UTF-8", "KYYEU_LANGUAGE": "en"}, [], "en"),
    ],
)
def test_an_archive_speaks_as_its_maker_does(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    arguments: list[str],
    language: str,
) -> None:
    for name in ("KYYEU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(ROOT)  # an archive in Vietnamese, which says nothing of another
    assert main(["new", str(tmp_path / "kho"), *arguments]) == 0
    assert f"  language: {language} " in (tmp_path / "kho" / "mkdocs.yml").read_text(encoding="utf-8")
    said = capsys.readouterr().out.splitlines()
    assert ("created" in said[0]) == (language == "en")
    assert (len(said) == 2, any("--language" in line for line in said)) == (not arguments, not arguments)


@pytest.mark.slow
def test_the_command(kyyeu: Kyyeu, tmp_path: Path) -> None:
    target = tmp_path / "kho của tôi"
    run = kyyeu("new", target, "--name", "Kho “A”", "--language", "en")
    assert (run.returncode, run.stderr) == (0, "")
    assert "README.md" in run.stdout
    run = kyyeu("new", target)
    assert run.returncode == 1
    assert "this folder is not empty" in run.stderr
    assert kyyeu("new", "--update", target).stdout == f"{target}: up to date\n"
    (target / "Makefile").write_text("mine\n", encoding="utf-8")
    assert kyyeu("new", "--update", target).stdout == "replaced Makefile (yours is in before-update/)\n"
    assert kyyeu("new", "--update", "--name", "B", target).returncode == 2
    assert kyyeu("new", tmp_path / "b", "--language", "fr").returncode == 2
    run = kyyeu("new", tmp_path / "b", "--name", "a\nb")
    assert run.returncode == 1
    assert "not a name for an archive" in run.stderr
    assert json.dumps("Kho “A”", ensure_ascii=False) in (target / "mkdocs.yml").read_text(encoding="utf-8")
