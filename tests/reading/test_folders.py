"""Which files of a folder count: all but what is hidden and what other programs are known to leave; what is closed is stated."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading import FORMATS
from generator.reading.folders import files_below, is_debris

DEBRIS = """
Thumbs.db thumbs.db THUMBS.DB ehthumbs.db ehthumbs_vista.db desktop.ini Desktop.ini .DS_Store ._x.txt .~lock.x.txt# ~$x.docx ~$tin.doc
~$bang.xlsx ~WRD0001.tmp ~wrl0003.TMP x.tmp x.txt.tmp x.txt~ x.yml~ x.txt.~1~ #x.txt# #x.yml# .x.txt.swp x.swp x.swo x.txt.bak x.yml.bak
x.part x.txt.part x.crdownload x.partial x.opdownload x.filepart x.wbk x.asd x.ffs_tmp x.txt.sb-1a2b3c4d-AbCdEf
"""
FOLDERS = [
    "__MACOSX", "$RECYCLE.BIN", "@eaDir", "#recycle", "lost+found", "RECYCLER", ".git", ".Trash-1000", "x.download",
    "System Volume Information",
]  # fmt: skip
#: What a person may have written, or put there in the belief that it is read: never left out in silence.
OTHERS = """
x.txt X.TXT x.docx x.doc x.pdf x.rtf x.odt x.html x x.bak x.old x.orig x.txt.old ~x.txt $x.txt x~.txt x.tmp.txt x.part.txt x.bak.txt
Thumbs.db.txt desktop.ini.txt thumbs.txt #x.txt x#.txt x.txt# tmp part swp x.yml units.yml x.lnk x.url x.eml nhap.zip
"""


@pytest.mark.parametrize("name", [*DEBRIS.split(), "Icon\r"])
def test_debris_is_left_out(tmp_path: Path, name: str) -> None:
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("no such name on this system")
    assert files_below(tmp_path) == ([], [])


@pytest.mark.parametrize("name", FOLDERS)
def test_folders_of_other_programs_are_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "x.txt").touch()
    assert files_below(tmp_path) == ([], [])


@pytest.mark.parametrize("name", OTHERS.split())
def test_what_a_person_may_have_written_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert files_below(tmp_path) == ([tmp_path / name], [])


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "x.tmp", "x.txt~", "#x#"])
def test_a_folder_is_debris_by_other_names_than_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "x.txt").touch()
    assert files_below(tmp_path) == ([tmp_path / name / "x.txt"], [])


@pytest.mark.parametrize("name", [*FOLDERS])
def test_a_file_with_the_name_of_such_a_folder_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert len(files_below(tmp_path)[0]) == (0 if name.startswith(".") or name == "x.download" else 1)


@given(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=20), st.sampled_from([*FORMATS, ".yml", ".yaml"])
)
def test_no_name_of_an_article_or_a_correction_is_debris(name: str, ending: str) -> None:
    assert not is_debris(Path("/nowhere", f"x{name}{ending}"))
    assert not is_debris(Path("/nowhere", f"{name}{ending}")), "its size is not known to be small"


def test_an_article_is_debris_by_its_name_only_while_it_is_as_small_as_such_files_are(tmp_path: Path) -> None:
    (tmp_path / "~$x.txt").write_bytes(b"a" * 165)
    assert files_below(tmp_path) == ([], [])
    (tmp_path / "~$x.txt").write_bytes(b"a" * 166)
    assert files_below(tmp_path) == ([tmp_path / "~$x.txt"], [])


def test_the_order_is_one_and_names_apart_count_at_the_top_only(tmp_path: Path) -> None:
    for name in ("b.txt", "a/b.txt", "a/apart", "apart", "a-b/c.txt", "a/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path, ["apart"])[0]]
    assert found == ["a/a.txt", "a/apart", "a/b.txt", "a-b/c.txt", "b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_are_followed_and_told_where_they_lead_back_or_nowhere(tmp_path: Path) -> None:
    top, there = tmp_path / "top", tmp_path / "there"
    top.mkdir()
    there.mkdir()
    (there / "x.txt").touch()
    (top / "file").symlink_to(there / "x.txt")
    (top / "folder").symlink_to(there)
    (top / "up").symlink_to(".")
    (top / "2022").symlink_to("gone")
    (top / "loop").symlink_to("loop")
    (top / "gone.txt").symlink_to("gone")
    found, closed = files_below(top, endings=[".txt"])
    assert found == [top / "file", top / "folder" / "x.txt", top / "gone.txt"], "whoever opens the link to nothing says so"
    assert [(path.path.name, bool(path.fix)) for path in closed] == [(name, True) for name in ("2022", "loop", "up")]


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
@pytest.mark.parametrize(("name", "depth"), [("xxxxx", 900), ("x", 1900)])
def test_folders_as_deep_as_no_call_and_no_path_can_be(tmp_path: Path, name: str, depth: int) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        for _ in range(depth):
            Path(name).mkdir()
            os.chdir(name)
        Path("x.txt").touch()
        os.chdir(here)
        found, closed = files_below(tmp_path)
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(tmp_path / name)], check=True)  # deeper than shutil, and so pytest, can remove
    if name == "x" and len(str(tmp_path)) < 200:
        assert (len(found), closed) == (1, [])
    else:
        assert found == []
        assert [str(path.reason) for path in closed] == ["its path is longer than the system allows"]


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error"), OSError(116, "Stale")])
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "x.txt").touch()
    true = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "shut":
            raise error
        return true(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, closed = files_below(tmp_path)
    assert found == [tmp_path / "x.txt"]
    assert [path.path for path in closed] == [tmp_path / "shut"]
    assert str(tmp_path) not in str(closed[0].reason)
