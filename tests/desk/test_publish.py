"""What changes for readers is told before it is built; git takes what the desk wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.desk.difference import difference
from generator.desk.publication import Publication
from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, tables
from tests.desk.asking import browser

ELSE = "Tổng kết năm 2020\n\nSáng 15/01/2021, Đảng ủy phường Hoa Sen tặng giấy khen cho 5 chi bộ hoàn thành xuất sắc nhiệm vụ năm 2020.\n"


def built(folder: ArchiveFolder) -> None:
    """Write the tables that a build of the archive leaves in its site."""
    rows = Data(gather(folder).assembled()[0]).rows
    (folder.site / FOLDER).mkdir(parents=True)
    for key in ("awards", "articles"):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows[key])
        (folder.site / FOLDER / f"{tables()[key].file}.jsonl").write_text(lines, encoding="utf-8")


def test_the_first_build_and_no_change(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    made, settings = gather(folder).assembled()[0], browser(archive).room.settings
    first = difference(made, settings, folder)
    assert (first.is_first, len(first.new), first.all.before, first.all.after) == (True, 2, 0, 15)
    built(folder)
    assert difference(made, settings, folder).is_nothing


def test_new_changed_and_lost_awards_and_articles(archive: Path) -> None:
    (archive / "seeds" / "else.txt").write_text(ELSE, encoding="utf-8")
    folder = ArchiveFolder.at(archive)
    built(folder)
    (archive / "seeds" / "else.txt").unlink()
    seed = archive / "seeds" / "hoa-mai.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("12 đảng viên", "13 đảng viên và 2 cá nhân"), encoding="utf-8")
    found = difference(gather(folder).assembled()[0], browser(archive).room.settings, folder)
    assert any("5" in line for line in found.gone)
    assert found.gone_articles == ("Tổng kết năm 2020",)
    assert any("13" in line for line in (*found.new, *(new for _, new in found.changed)))
    assert (found.all.before, found.all.after) == (20, 18)
    assert not found.is_nothing


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_takes_what_the_desk_wrote_and_nothing_else(archive: Path, tmp_path: Path) -> None:
    folder, remote = ArchiveFolder.at(archive), tmp_path / "remote.git"
    publication = Publication(folder, "en")
    assert not publication.has_git()
    for command in (
        ["init", "--quiet", "--bare", str(remote)], ["init", "--quiet", "--initial-branch", "main", "."],
        ["config", "user.email", "a@example.org"], ["config", "user.name", "A"], ["config", "push.autoSetupRemote", "true"],
        ["remote", "add", "origin", str(remote)],
    ):  # fmt: skip
        subprocess.run(["git", *command], cwd=archive, check=True)
    (archive / "seeds" / ".inbox").mkdir()
    (archive / "seeds" / ".inbox" / "waiting.data").write_text("x")
    assert publication.has_git()
    assert "hoa-mai.txt" in publication.pending() or "seeds/" in publication.pending()
    done = publication.commit('Thêm "bài"; $(touch hacked)', "Lê Thị Lụa")
    assert [one.code for one in done] == [0, 0, 0], done
    assert not (archive / "hacked").exists()
    listed = subprocess.run(["git", "ls-tree", "-r", "--name-only", "main"], cwd=remote, check=True, capture_output=True, text=True).stdout
    assert listed.split() == ["seeds/hoa-mai.txt"]
    assert publication.pending() == ""


def test_the_page_waits_for_the_archive_and_then_tells(archive: Path) -> None:
    desk = browser(archive)
    assert "data-waiting" in desk.ask("/publish").text
    desk.room.whole.now()
    answer = desk.ask("/publish")
    assert answer.status == 200
    assert "Tổng số được khen: trước 0, nay 15." in answer.text
    assert desk.post("/publish/preview", {}).status == 409
