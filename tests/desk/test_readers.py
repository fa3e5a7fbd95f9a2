"""What persons checked, as readers and `kyyeu evaluate --checked` show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import render
from generator.yaml_documents import load
from tests.conftest import Kyyeu
from tests.desk.asking import browser
from tests.desk.test_check import decide, form, rows


def checked(archive: Path, *, finish: bool = True) -> None:
    """Confirm the first award, correct the second, read the rest to its end."""
    desk = browser(archive)
    decide(desk, "confirm", rows(desk)[0])
    other = rows(desk)[1]
    decide(desk, "correct", other, values={**form(desk, f"key={other['key']}"), "count": ["13"]})
    if finish:
        decide(desk, "finish")


def pages(archive: Path) -> dict[str, str]:
    return render(gather(ArchiveFolder.at(archive)).assembled()[0])


def test_nothing_is_said_where_nobody_checked(archive: Path) -> None:
    made = pages(archive)
    assert "Chưa ai kiểm bài nào" in made.pop("du-lieu/da-kiem.md")
    assert "Đã kiểm" not in "".join(made.values())


def test_readers_see_who_checked_and_how_right_the_program_is_here(archive: Path) -> None:
    checked(archive)
    made = pages(archive)
    article, review = made["bai/hoa-mai.md"], made["du-lieu/da-kiem.md"]
    assert "Đã kiểm cả bài</b> Lê Thị Lụa, " in article
    assert article.count('<span class="ky-checked">') == 1
    assert "checked:" in article.partition("\n---")[0]
    assert "Đã có người kiểm **2** trong" in review
    assert "| Khen thưởng | 2 | 2 | 50% (9,5%–90,5%) | 50% (9,5%–90,5%) |" in review


def test_a_share_is_shown_before_any_article_is_whole(archive: Path) -> None:
    checked(archive, finish=False)
    review = pages(archive)["du-lieu/da-kiem.md"]
    assert "Đã có người kiểm **2** trong" in review
    assert "| Khen thưởng" not in review


@pytest.mark.slow
def test_evaluate_measures_against_what_was_checked_and_exports_it(kyyeu: Kyyeu, archive: Path, tmp_path: Path) -> None:
    nothing = kyyeu("evaluate", "--checked", "-C", archive)
    assert nothing.returncode == 1
    assert "no article has been checked" in nothing.stderr
    checked(archive)
    result = kyyeu("evaluate", "--checked", "--export", tmp_path / "gold", "-C", archive)
    assert (result.returncode, result.stderr) == (0, "")
    row = next(line.split() for line in result.stdout.splitlines() if line.startswith("awards"))
    assert row[:5] == ["awards", "2", "2", "0.500", "(0.095-0.905)"]
    gold = load((tmp_path / "gold" / "hoa-mai.yml").read_bytes())
    assert [award["count"] for award in gold["awards"]] == [3, 13]
    again = kyyeu("evaluate", tmp_path / "gold", "-C", archive)
    assert again.returncode == 0
    assert next(line.split() for line in again.stdout.splitlines() if line.startswith("awards"))[3:] == ["0.500", "0.500", "0.500"]
    (tmp_path / "gold" / "hoa-mai.yml").write_text("mine: 1\n")
    assert kyyeu("evaluate", "--checked", "--export", tmp_path / "gold", "-C", archive).returncode == 1
    assert (tmp_path / "gold" / "hoa-mai.yml").read_text() == "mine: 1\n"


def test_evaluate_takes_a_gold_standard_or_what_was_checked(kyyeu: Kyyeu, archive: Path) -> None:
    for arguments in ([], ["tests/gold", "--checked"], ["tests/gold", "--export", "x"]):
        assert kyyeu("evaluate", *arguments, "-C", archive).returncode == 2
