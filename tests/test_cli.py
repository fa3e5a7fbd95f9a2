"""The commands as a user meets them: each in a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import kyyeu as commands
from tests.conftest import ARTICLE, ROOT, Kyyeu, new_archive

GOOD = ARTICLE.encode()


def one_line(errors: str, *words: str) -> bool:
    """Return whether there is exactly one line of errors, from us, and it holds all of ``words``."""
    lines = errors.splitlines()
    return len(lines) == 1 and lines[0].startswith("kyyeu") and all(word in lines[0] for word in words)


@pytest.mark.parametrize("command", ["", *commands.places])
def test_help_has_examples(kyyeu: Kyyeu, command: str) -> None:
    result = kyyeu(*command.split(), "--help")
    assert result.returncode == 0
    assert "Examples:" in result.stdout
    assert "-C DIR" in result.stdout
    assert result.stderr == ""


def test_extract_prints_one_json_object_a_line(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "hai.txt").write_bytes(GOOD.replace(b"3 chi", b"4 chi"))
    result = kyyeu("extract", "-C", archive, "seeds/hoa-mai.txt", "seeds/hai.txt")
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["source"]["path"] for record in records] == ["seeds/hoa-mai.txt", "seeds/hai.txt"]
    assert records[0]["title"] == "Đảng ủy phường Hoa Mai tổng kết công tác năm 2021"
    assert "Đảng ủy" in result.stdout  # as letters, not as \\u escapes


def test_extract_follows_c_as_git_does(kyyeu: Kyyeu, archive: Path) -> None:
    outputs = {
        kyyeu("extract", "-C", archive, "seeds/hoa-mai.txt").stdout,
        kyyeu("-C", archive, "extract", "seeds/hoa-mai.txt").stdout,
        kyyeu("-C", archive.parent, "extract", "-C", archive.name, "seeds/hoa-mai.txt").stdout,
        kyyeu("extract", "seeds/hoa-mai.txt", cwd=archive).stdout,
        kyyeu("extract", archive / "seeds" / "hoa-mai.txt", cwd=archive).stdout,
    }
    assert len(outputs) == 1
    assert outputs != {""}


def test_extract_needs_no_archive(kyyeu: Kyyeu, tmp_path: Path) -> None:
    (tmp_path / "bài.txt").write_bytes(GOOD)
    result = kyyeu("extract", "bài.txt", cwd=tmp_path)
    assert result.returncode == 0
    assert json.loads(result.stdout)["source"]["path"] == "bài.txt"


def test_extract_goes_on_after_a_bad_file(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "empty.txt").touch()
    result = kyyeu("extract", "-C", archive, "seeds/empty.txt", "seeds/missing.txt", "seeds", "seeds/hoa-mai.txt")
    assert result.returncode == 3
    assert [json.loads(line)["source"]["path"] for line in result.stdout.splitlines()] == ["seeds/hoa-mai.txt"]
    assert len(result.stderr.splitlines()) == 3
    assert "Traceback" not in result.stderr
    assert kyyeu("extract", "-C", archive, "seeds/empty.txt").returncode == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no such locales there")
@pytest.mark.parametrize("locale", ["C", "POSIX", "vi_VN.UTF-8", "en_US.ISO-8859-1"])
def test_any_locale_gives_the_same_bytes(kyyeu: Kyyeu, archive: Path, locale: str) -> None:
    plain = kyyeu("extract", "-C", archive, "seeds/hoa-mai.txt")
    other = kyyeu("extract", "-C", archive, "seeds/hoa-mai.txt", LC_ALL=locale, LANG=locale, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert other.returncode == 0
    assert other.stdout == plain.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["convert", "--colour"], ["--colour", "kyyeu convert --help"]),
        (["--colour"], ["--colour", "kyyeu --help"]),
        (["convrt"], ["convrt", "kyyeu --help"]),
        (["extract"], ["FILE", "kyyeu extract --help"]),
        (["build", "too", "many"], ["too", "kyyeu build --help"]),
        (["convert", "-C", "no-such-folder"], ["no-such-folder", "kyyeu convert --help"]),
        (["serve", "--address"], ["--address", "--help"]),
        (["serve", "--address", "8000"], ["8000", "HOST:PORT"]),
        (["serve", "--address", "127.0.0.1:70000"], ["70000", "HOST:PORT"]),
    ],
)
def test_wrong_usage_is_one_line_and_2(kyyeu: Kyyeu, arguments: list[str], words: list[str]) -> None:
    result = kyyeu(*arguments)
    assert result.returncode == 2
    assert result.stdout == ""
    assert one_line(result.stderr, *words), result.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [("new", 1), ("new --update", 1), ("index", 1), ("extract", 1), ("explain", 1), ("convert -C", 2), ("-C", 2)],
)
def test_a_name_longer_than_names_can_be_is_one_line(kyyeu: Kyyeu, tmp_path: Path, command: str, code: int) -> None:
    long = "a" * 300
    result = kyyeu(*command.split(), long, *(["convert"] if command == "-C" else []), cwd=tmp_path)
    assert result.returncode == code
    assert one_line(result.stderr, long), result.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_command_shows_the_help(kyyeu: Kyyeu) -> None:
    result = kyyeu()
    assert result.returncode == 2
    assert "convert" in result.stderr


@pytest.mark.parametrize("command", ["convert", "build", "serve"])
@pytest.mark.parametrize("lacking", ["mkdocs.yml", "seeds", "docs"])
def test_a_folder_that_is_no_archive(kyyeu: Kyyeu, tmp_path: Path, command: str, lacking: str) -> None:
    for part in {"seeds", "docs"} - {lacking}:
        (tmp_path / part).mkdir()
    if lacking != "mkdocs.yml":
        (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    result = kyyeu(command, "-C", tmp_path)
    assert result.returncode == 1
    assert one_line(result.stderr, lacking), result.stderr


@pytest.mark.parametrize("command", ["convert", "build"])
def test_no_articles(kyyeu: Kyyeu, tmp_path: Path, command: str) -> None:
    folder = new_archive(tmp_path / "archive", {})
    result = kyyeu(command, "-C", folder)
    assert result.returncode == 1
    assert one_line(result.stderr, "seeds", "no article", ".txt"), result.stderr
    assert not (folder / "site").exists()


@pytest.mark.site
def test_an_address_that_is_taken(kyyeu: Kyyeu, archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        result = kyyeu("serve", "-C", archive, "--address", address)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert one_line(result.stderr.splitlines()[-1], address, "--address"), result.stderr


BAD = [
    ("empty.txt", b"", ["empty.txt", "empty"]),
    ("blank.txt", b" \n\t\n", ["blank.txt", "empty"]),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, ["picture.txt"]),
    ("picture.png", b"\x89PNG\r\n\x1a\n", ["picture.png", ".txt"]),
    ("bytes.txt", "Đảng ủy phường Hoa Mai\nHội nghị ".encode() + b"\xff\xfe\xff t\xe9 ng k\xff\n", ["bytes.txt:2:"]),
    ("HOA MAI.txt", GOOD.replace(b"Hoa Mai", b"Lan Anh"), ["hoa-mai.txt", "HOA MAI.txt", "rename"]),
    ("furniture.txt", "Chia sẻ\nBài viết liên quan\n".encode(), ["furniture.txt"]),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_input_is_one_line_and_the_others_are_built(kyyeu: Kyyeu, archive: Path, name: str, data: bytes, words: list[str]) -> None:
    (archive / "seeds" / name).write_bytes(data)
    result = kyyeu("convert", "-C", archive)
    assert result.returncode == 3
    assert result.stdout.splitlines()[1:] == ["1 item was skipped; see above"]
    assert one_line(result.stderr, *words), result.stderr
    assert re.search(r"\(.+\)$", result.stderr.strip()), "the fix is missing"
    assert "12 đảng viên" in "".join(path.read_text(encoding="utf-8") for path in (archive / "docs" / "bai").glob("*.md"))


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root and Windows may read it")
def test_a_file_that_may_not_be_read(kyyeu: Kyyeu, archive: Path) -> None:
    secret = archive / "seeds" / "secret.txt"
    secret.write_bytes(GOOD)
    secret.chmod(0)
    result = kyyeu("convert", "-C", archive)
    assert result.returncode == 3
    assert one_line(result.stderr, "secret.txt"), result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids such names")
def test_a_hostile_file_name_cannot_steer_the_terminal(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "a\x1b[31m\nb.txt").touch()
    result = kyyeu("convert", "-C", archive)
    assert result.returncode == 3
    assert one_line(result.stderr, "b.txt"), result.stderr
    assert "\x1b" not in result.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no UTF-8")
def test_a_file_name_that_is_no_text(kyyeu: Kyyeu, archive: Path) -> None:
    Path(os.fsdecode(os.fsencode(archive / "seeds") + b"/b\xe0i.txt")).write_bytes(GOOD)
    result = kyyeu("convert", "-C", archive)
    assert "Traceback" not in result.stderr
    extracted = kyyeu("extract", os.fsdecode(b"seeds/b\xe0i.txt"), cwd=archive)
    assert "Traceback" not in extracted.stderr
    assert extracted.returncode in {0, 1}
    for line in extracted.stdout.splitlines():
        json.loads(line)


def test_no_progress_when_standard_error_is_no_terminal(kyyeu: Kyyeu, archive: Path) -> None:
    result = kyyeu("convert", "-C", archive)
    assert (result.returncode, len(result.stdout.splitlines()), result.stderr) == (0, 1, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there")
def test_progress_is_shown_on_a_terminal(archive: Path) -> None:
    master, slave = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "convert", "-C", str(archive)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(Path(__file__).parent.parent)},
    ) as process:
        os.close(slave)
        shown = b""
        try:
            while data := os.read(master, 4096):
                shown += data
        except OSError:  # Linux states the end so
            pass
        assert process.stdout is not None
        assert process.stdout.read().startswith(b"Converted 1 article ")
    os.close(master)
    assert process.returncode == 0
    assert b"Articles" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes of that kind there")
def test_a_reader_that_leaves_early_is_no_error(archive: Path) -> None:
    for number in range(30):
        (archive / "seeds" / f"{number}.txt").write_bytes(GOOD * 20)
    command = f'"{sys.executable}" -m generator extract seeds/*.txt | head -c 10'
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    result = subprocess.run(command, shell=True, cwd=archive, env=environment, capture_output=True, check=False)
    assert result.stderr == b""


def test_index_makes_the_search_of_built_pages(kyyeu: Kyyeu, archive: Path) -> None:
    assert kyyeu("build", "-C", archive).returncode == 0
    shutil.rmtree(archive / "site" / "search")
    result = kyyeu("index", "-C", archive)
    assert result.returncode == 0, result.stderr
    assert json.loads((archive / "site" / "search" / "manifest.json").read_text(encoding="utf-8"))["pages"] > 1
    (archive / "empty").mkdir()
    failed = kyyeu("index", "-C", archive, "empty")
    assert failed.returncode == 1
    assert one_line(failed.stderr, "empty", "build the site first")


@pytest.mark.site
@pytest.mark.parametrize("inside", ["", "docs", "seeds"])
def test_a_relative_folder_is_the_same_archive(kyyeu: Kyyeu, archive: Path, inside: str) -> None:
    """Seen from around the archive, and from folders in it: the site is where it belongs, and no other is made."""
    here = archive / inside if inside else archive.parent
    name = os.path.relpath(archive, here)
    result = kyyeu("build", "-C", name, cwd=here)
    assert (result.returncode, result.stderr) == (0, "")
    assert (archive / "site" / "bai" / "hoa-mai" / "index.html").is_file()
    assert sorted(path.name for path in archive.iterdir()) == ["docs", "mkdocs.base.yml", "mkdocs.yml", "seeds", "site"]
    shutil.rmtree(archive / "site" / "search")
    assert kyyeu("index", os.path.relpath(archive / "site", here), cwd=here).returncode == 0
    assert (archive / "site" / "search" / "manifest.json").is_file()


def test_a_file_in_error_is_named_as_one_sees_it(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "empty.txt").touch()
    assert kyyeu("convert", "-C", "archive", cwd=archive.parent).stderr.startswith("kyyeu: archive/seeds/empty.txt: ")
    assert kyyeu("convert", cwd=archive).stderr.startswith("kyyeu: seeds/empty.txt: ")
    assert kyyeu("convert", "-C", "..", cwd=archive / "docs").stderr.startswith("kyyeu: ../seeds/empty.txt: ")
    assert kyyeu("convert", "-C", archive, cwd=ROOT).stderr.startswith(f"kyyeu: {archive}/seeds/empty.txt: ")
