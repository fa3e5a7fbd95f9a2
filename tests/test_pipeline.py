"""The whole flow over an archive on disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import pipeline, readings
from generator.errors import KyYeuError, shown
from generator.model.article import Article
from generator.model.facts import Facts
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import files, folders
from tests.conftest import ARTICLE, ROOT, Kyyeu, new_archive
from tests.messages.verbatim import Verbatim

SEEDS = {path.name: path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))}


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder``: path to bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def generated(folder: Path) -> dict[str, bytes]:
    """Return the generated pages of the archive in ``folder``."""
    return {name: data for name, data in tree(folder / "docs").items() if name in files() or name.split("/")[0] in folders()}


def test_every_seed_has_its_page(tmp_path: Path) -> None:
    folder = ArchiveFolder.at(new_archive(tmp_path / "a", SEEDS))
    report = pipeline.convert(folder)
    assert (report.articles, report.errors) == (len(SEEDS), ())
    assert len([name for name in generated(folder.root) if name.startswith("bai/") and name != "bai/index.md"]) == len(SEEDS)


def test_each_file_is_handed_to_the_tracker(tmp_path: Path) -> None:
    folder = ArchiveFolder.at(new_archive(tmp_path / "a", SEEDS))
    seen: list[Path] = []

    def track(paths: Sequence[Path]) -> Iterator[Path]:
        for path in paths:
            seen.append(path)
            yield path

    pipeline.convert(folder, track)
    assert seen == folder.articles()


def test_nothing_is_written_twice(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = {path: path.stat().st_mtime_ns for path in (archive / "docs").rglob("*.md")}
    pipeline.convert(folder)
    assert {path: path.stat().st_mtime_ns for path in (archive / "docs").rglob("*.md")} == before


def test_the_page_of_a_deleted_article_goes(tmp_path: Path) -> None:
    one = ARTICLE.encode()
    folder = ArchiveFolder.at(new_archive(tmp_path / "a", {"mot.txt": one, "hai.txt": one.replace(b"Hoa", b"Lan")}))
    pipeline.convert(folder)
    (folder.seeds / "hai.txt").unlink()
    pipeline.convert(folder)
    pages = generated(folder.root)
    assert "bai/mot.md" in pages
    assert "bai/hai.md" not in pages
    assert not [name for name, data in pages.items() if b"bai/hai" in data or b"hai.md" in data]


@pytest.mark.parametrize("bad", [b"", b"\x00\x01\x02" * 50])
def test_no_readable_article_leaves_the_last_pages(archive: Path, bad: bytes) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = generated(archive)
    (archive / "seeds" / "hoa-mai.txt").write_bytes(bad)
    report = pipeline.convert(folder)
    assert report.articles == 0
    assert len(report.errors) == 1
    assert generated(archive) == before


def test_two_files_with_one_address(archive: Path) -> None:
    (archive / "seeds" / "Hoa Mái.txt").write_text(ARTICLE.replace("Hoa Mai", "Lan Anh"), encoding="utf-8")
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert report.articles == 1
    (error,) = report.errors
    assert "hoa-mai.txt" in str(error)
    assert "Hoa Mái.txt" in str(error)
    assert str(error).startswith(shown(archive))


def test_one_article_in_two_files_has_one_page(archive: Path) -> None:
    shutil.copy(archive / "seeds" / "hoa-mai.txt", archive / "seeds" / "noi-khac.txt")
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert (report.articles, report.errors) == (1, ())
    page = generated(archive)["bai/hoa-mai.md"].decode()
    assert "Cũng đăng ở" in page
    assert "seeds/noi-khac.txt" in page


def test_a_error_in_extraction_is_the_one_article_s(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (archive / "seeds" / "other.txt").write_bytes(ARTICLE.replace("Hoa Mai", "Lan Anh").encode())

    def extract(article: Article) -> Facts:
        if "other" in article.source.path:
            raise KyYeuError(Verbatim("cannot be extracted"), path=article.source.path, fix=Verbatim("fix it"))
        return Facts()

    monkeypatch.setattr(readings, "extract", extract)
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert report.articles == 1
    assert [str(error.message) for error in report.errors] == ["cannot be extracted"]


def test_which_files_are_articles(archive: Path) -> None:
    seeds = archive / "seeds"
    for name in ("units.yml", ".hidden.txt", "corrections/hoa-mai.yml", ".git/x.txt", "2022/b.txt", "2022/units.yml", "a.docx"):
        (seeds / name).parent.mkdir(exist_ok=True)
        (seeds / name).touch()
    names = [path.relative_to(seeds).as_posix() for path in ArchiveFolder.at(archive).articles()]
    assert names == ["2022/b.txt", "2022/units.yml", "a.docx", "hoa-mai.txt"]


@pytest.mark.site
@pytest.mark.parametrize("command", ["convert", pytest.param("build", marks=pytest.mark.slow)])
def test_the_same_bytes_whatever_the_machine(kyyeu: Kyyeu, tmp_path: Path, command: str) -> None:
    names = list(SEEDS)
    results = []
    for number, (order, environment) in enumerate(
        [
            (names, {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"}),
            (names[::-1], {"PYTHONHASHSEED": "4711", "LC_ALL": "C.UTF-8", "TZ": "Asia/Ho_Chi_Minh"}),
        ]
    ):
        folder = new_archive(tmp_path / str(number), {name: SEEDS[name] for name in order})
        result = kyyeu(command, "-C", folder, **environment)
        assert (result.returncode, result.stderr) == (0, "")
        results.append(generated(folder) if command == "convert" else tree(folder / "site"))
    assert results[0].keys() == results[1].keys()
    assert [name for name in results[0] if results[0][name] != results[1][name]] == []


@pytest.mark.site
def test_build_makes_a_site_and_a_failing_one_leaves_it(kyyeu: Kyyeu, archive: Path) -> None:
    assert kyyeu("build", "-C", archive).returncode == 0
    before = tree(archive / "site")
    assert "index.html" in before
    assert "bai/hoa-mai/index.html" in before

    (archive / "seeds" / "hoa-mai.txt").write_bytes(b"")
    result = kyyeu("build", "-C", archive)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert tree(archive / "site") == before

    (archive / "seeds" / "hoa-mai.txt").write_text(ARTICLE, encoding="utf-8")
    (archive / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")
    result = kyyeu("build", "-C", archive)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "mkdocs.yml" in result.stderr
    assert tree(archive / "site") == before


@pytest.mark.site
def test_build_goes_on_without_the_failing_article(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "empty.txt").touch()
    result = kyyeu("build", "-C", archive)
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1
    assert "empty.txt" in result.stderr
    site = tree(archive / "site")
    assert "bai/hoa-mai/index.html" in site
    assert [name for name in site if "empty" in name] == ["bai/empty/index.html"], "the address stays, and nothing else is told of it"
    assert b'<meta name="robots" content="noindex">' in site["bai/empty/index.html"]
    assert b"noindex" not in site["bai/hoa-mai/index.html"]
    assert [name for name, data in site.items() if b"bai/empty" in data] == ["bai/empty/index.html", "can-xem-lai/index.html"]


@pytest.mark.slow
@pytest.mark.site
def test_plain_mkdocs_converts_first(archive: Path) -> None:
    (archive / "generator").mkdir()
    shutil.copy(ROOT / "generator" / "hook.py", archive / "generator")
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}  # the theme advertises its successor

    def mkdocs(*options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *options], cwd=archive, env=environment, capture_output=True, encoding="utf-8", check=False)

    good = mkdocs("--strict")
    assert good.returncode == 0, good.stderr
    assert "12 đảng viên" in (archive / "site" / "bai" / "hoa-mai" / "index.html").read_text(encoding="utf-8")

    (archive / "seeds" / "empty.txt").touch()
    for options, code in (("--strict",), 1), ((), 0):
        result = mkdocs(*options)
        assert result.returncode == code
        assert "empty.txt" in result.stderr
        assert "Traceback" not in result.stderr
