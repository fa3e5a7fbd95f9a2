"""Unreadable folders are errors, never silently skipped: exit 1, a line each, and the last pages stay."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.cli.reporting import FAILED
from generator.errors import KyYeuError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import files
from tests.conftest import ARTICLE, ROOT, Kyyeu
from tests.forking import Forking
from tests.test_pipeline import generated

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")
CORRECTION = """\
- fact: title
  expected: Đảng ủy phường Hoa Mai tổng kết công tác năm 2021
  right: Đảng ủy phường Hoa Mai tổng kết năm 2021
  by: Lê Thị Lụa
  on: 2024-05-01
  why: Đầu đề trên trang gốc.
"""
UNIT = "- {id: dang-uy-phuong-hoa-mai, name: Đảng ủy phường Hoa Mai, source: seeds/hoa-mai}\n"


def _written(path: Path, text: str = ARTICLE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _removed(tmp_path: Path) -> Iterator[None]:
    """Folders that are deeper than shutil, and so pytest, can remove."""
    yield
    for folder in tmp_path.glob("*/seeds/sâu"):
        subprocess.run(["rm", "-rf", str(folder)], check=True)


def _deep(seeds: Path) -> None:
    here = Path.cwd()
    os.chdir(seeds)
    try:
        for _ in range(900):
            Path("sâu").mkdir()
            os.chdir("sâu")
        _written(Path("x.txt"))
    finally:
        os.chdir(here)


def _folder_link(seeds: Path) -> None:
    _written(seeds.parents[1] / "other" / "x.txt")
    (seeds / "2022").symlink_to("../../other")


def _bad_link(name: str) -> Callable[[Path], None]:
    return lambda seeds: (seeds / name).symlink_to("gone")


def _loop(name: str) -> Callable[[Path], None]:
    return lambda seeds: (seeds / name).symlink_to(name)


def _pipe(name: str) -> Callable[[Path], None]:
    return lambda seeds: os.mkfifo(seeds / name)


def _pipe_among_corrections(seeds: Path) -> None:
    (seeds / "corrections").mkdir()
    os.mkfifo(seeds / "corrections" / "hoa-mai.yml")


ROWS: list[tuple[str, Callable[[Path], object], str]] = [
    ("corrections are a file", lambda seeds: _written(seeds / "corrections", CORRECTION), "seeds/corrections"),
    ("corrections lead nowhere", _bad_link("corrections"), "seeds/corrections"),
    ("corrections lead round", _loop("corrections"), "seeds/corrections"),
    ("corrections by another name", lambda seeds: _written(seeds / "Corrections" / "hoa-mai.yml", CORRECTION), "seeds/Corrections"),
    ("a correction is a pipe", _pipe_among_corrections, "corrections/hoa-mai.yml"),
    ("units lead nowhere", _bad_link("units.yml"), "seeds/units.yml"),
    ("units lead round", _loop("units.yml"), "seeds/units.yml"),
    ("units are a pipe", _pipe("units.yml"), "seeds/units.yml"),
    ("units are a folder", lambda seeds: (seeds / "units.yml").mkdir(), "seeds/units.yml"),
    ("units are endless", lambda seeds: (seeds / "units.yml").symlink_to("/dev/zero"), "seeds/units.yml"),
    ("units by another ending", lambda seeds: _written(seeds / "units.yaml", UNIT), "seeds/units.yaml"),
    ("units in capitals", lambda seeds: _written(seeds / "UNITS.YML", UNIT), "seeds/UNITS.YML"),
    ("redirects lead nowhere", _bad_link("redirects.yml"), "seeds/redirects.yml"),
    ("redirects lead round", _loop("redirects.yml"), "seeds/redirects.yml"),
    ("redirects by another ending", lambda seeds: _written(seeds / "redirects.yaml", "[]"), "seeds/redirects.yaml"),
    ("a link to a folder outside", _folder_link, "seeds/2022"),
    ("a link to a folder that is gone", _bad_link("2022"), "seeds/2022"),
    ("folders too deep", _deep, "/sâu"),
]


@pytest.mark.parametrize(("spoil", "words"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_it_is_an_error_and_the_last_pages_stay(archive: Path, spoil: Callable[[Path], object], words: str) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = generated(archive)
    spoil(folder.seeds)
    with pytest.raises(KyYeuError) as caught:
        pipeline.convert(folder)
    assert len(caught.value.errors) == 1
    assert words in str(caught.value)
    assert caught.value.fix
    assert generated(archive) == before


def test_all_that_is_closed_is_told_at_once(kyyeu: Kyyeu, archive: Path) -> None:
    _folder_link(archive / "seeds")
    (archive / "seeds" / "2023").symlink_to("../../other")
    result = kyyeu("convert", "-C", archive)
    assert result.returncode == 1
    assert [line.startswith("kyyeu: ") for line in result.stderr.splitlines()] == [True, True]


@pytest.fixture(scope="module")
def limited() -> Iterator[Forking]:
    """Run commands as one for whom permissions count: the system's administrator gives up the right to read everything before."""
    rights = "-dac_override,-dac_read_search"
    drop = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}"] if os.geteuid() == 0 else []
    if drop and not shutil.which("setpriv"):
        pytest.skip("the administrator may read everything, and there is no setpriv to change that")
    forking = Forking(ROOT, drop)
    yield forking
    forking.close()


@pytest.mark.parametrize(
    ("closed", "code"),
    [
        ("seeds/rieng", 1),
        ("seeds/corrections", 1),
        ("seeds/corrections/hoa-mai.yml", 1),
        ("seeds/units.yml", 1),
        ("seeds/redirects.yml", 1),
        ("seeds", 1),
        ("seeds/rieng/lan-anh.txt", 3),
    ],
)
def test_what_may_not_be_read_is_told(archive: Path, limited: Forking, closed: str, code: int) -> None:
    seeds = archive / "seeds"
    _written(seeds / "rieng" / "lan-anh.txt", ARTICLE.replace("Hoa Mai", "Lan Anh"))
    _written(seeds / "corrections" / "hoa-mai.yml", CORRECTION)
    _written(seeds / "units.yml", UNIT)
    _written(seeds / "redirects.yml", "- {old: cu, new: hoa-mai}\n")
    assert pipeline.convert(ArchiveFolder.at(archive)).errors == ()
    before = generated(archive)
    assert "bai/rieng-lan-anh.md" in before
    (archive / closed).chmod(0)
    try:
        result = limited.run(["convert", "-C", str(archive)], ROOT, {**os.environ, "PYTHONPATH": str(ROOT)})
    finally:
        (archive / closed).chmod(0o755)
    assert result.returncode == code, result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert closed in result.stderr
    if code == 1:
        assert generated(archive) == before
    else:
        assert "bai/rieng-lan-anh.md" in generated(archive), "its address says so"


#: Files that cost only themselves: name, how to make it, words of the error.
FILES: list[tuple[str, Callable[[Path], object], str]] = [
    ("don.docx", lambda path: path.write_bytes(b"PK\x03\x04"), ".docx"),
    ("anh.png", lambda path: path.write_bytes(b"\x89PNG"), ".png"),
    ("khong-duoi", Path.touch, "without an ending"),
    ("pipe.txt", os.mkfifo, "pipe"),
    ("zero.txt", lambda path: path.symlink_to("/dev/zero"), "leads out"),
    ("null.txt", lambda path: path.symlink_to("/dev/null"), "leads out"),
    ("gone.txt", lambda path: path.symlink_to("gone"), "leads to nothing"),
    ("loop.txt", lambda path: path.symlink_to(path.name), "leads to nothing"),
    ("large.txt", lambda path: path.write_bytes(b"a" * 2000), "larger than"),
    ("rong.txt", Path.touch, "empty"),
    ("nul.txt", lambda path: path.write_bytes(b"\0"), "NUL"),
]


@pytest.mark.parametrize(("name", "make", "words"), FILES, ids=[one[0] for one in FILES])
def test_a_file_costs_only_itself(
    archive: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: Callable[[Path], object], words: str
) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = generated(archive)
    monkeypatch.setattr(files, "LARGEST", 1000)
    make(folder.seeds / name)
    report = pipeline.convert(folder)
    (error,) = report.errors
    assert (report.articles, error.path) == (1, folder.seeds / name)
    assert words in str(error)
    assert error.fix
    after = generated(archive)
    kept = f"bai/{Path(name).stem}.md" if name != "nul.txt" else "bai/muc--nul.md"
    assert after.keys() - before.keys() == {kept}
    assert [path for path in before if before[path] != after[path] and not path.endswith(".sqlite")] == ["can-xem-lai.md"]
    assert f"seeds/{name}".encode() in after[kept]
    assert str(archive).encode() not in b"".join(after.values())
    (folder.seeds / name).unlink()
    assert pipeline.convert(folder).errors == ()
    assert generated(archive) == before


def test_an_article_that_goes_bad_keeps_its_address_and_its_redirects(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    _written(folder.seeds / "lan-anh.txt", ARTICLE.replace("Hoa Mai", "Lan Anh"))
    _written(folder.redirects, "- {old: cu, new: hoa-mai}\n")
    _written(folder.seeds / "corrections" / "hoa-mai.yml", CORRECTION)
    pipeline.convert(folder)
    (folder.seeds / "hoa-mai.txt").write_bytes(b"\xff")
    (error,) = pipeline.convert(folder).errors
    pages = generated(archive)
    shown = pages["bai/hoa-mai.md"].decode()
    assert error.line == 1
    assert "# Đảng ủy phường Hoa Mai tổng kết năm 2021\n" in shown
    assert "seeds/hoa-mai.txt (dòng 1)" in shown
    assert "../hoa-mai/" in pages["bai/cu/index.html"].decode()
    listed = b"".join(data for path, data in pages.items() if path not in ("bai/hoa-mai.md", "can-xem-lai.md", "bai/cu/index.html"))
    assert b"hoa-mai" not in listed.replace(b"phuong-hoa-mai", b"")


def test_a_correction_is_the_article_s_and_not_of_a_file_beside_it(archive: Path) -> None:
    _written(archive / "seeds" / "corrections" / "hoa-mai.yml", CORRECTION)
    (archive / "seeds" / "hoa-mai.ppt").touch()
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert (report.articles, len(report.errors)) == (1, 1)
    assert "tổng kết năm 2021" in (archive / "docs" / "bai" / "hoa-mai.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["extract"], ["explain"], ["repair"], ["repair", "--write"]], ids=" ".join)
@pytest.mark.parametrize(("name", "make", "words"), [row for row in FILES if row[0] in {"pipe.txt", "zero.txt", "null.txt", "gone.txt"}])
def test_every_command_refuses_a_pipe_at_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    name: str,
    make: Callable[[Path], object],
    words: str,  # noqa: ARG001 (those of an archive)
) -> None:
    """Opening one would wait for ever: so nothing here opens any."""
    opened = os.open

    def open_(path: str | Path, *arguments: int, **named: int) -> int:
        assert not str(path).startswith(str(tmp_path)), "this waits"
        return opened(path, *arguments, **named)

    make(tmp_path / name)
    monkeypatch.setattr(os, "open", open_)
    monkeypatch.setattr(Path, "open", lambda path, *_, **__: open_(path, 0))
    assert main([*command, str(tmp_path / name)]) == FAILED
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line
    assert line.endswith(")"), "the fix is missing"
