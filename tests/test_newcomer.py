"""A newcomer who does just what CONTRIBUTING.md says: each how-to is followed in a copy of the repository, and the new thing is then found
by ``kyyeu extract`` or on the converted pages.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = """Quận ủy Sao Mai tổng kết công tác xây dựng Đảng năm 2023

Ngày 12/01/2024, Quận ủy Sao Mai tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2023.

{}
"""
pytestmark = pytest.mark.slow


class Newcomer:
    """Somebody with a copy of the repository, who edits files and runs commands in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("generator", "docs", "seeds"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("mkdocs.yml", "mkdocs.base.yml"):
            shutil.copy(ROOT / name, folder)
        for seed in (folder / "seeds").glob("*.txt"):
            seed.unlink()
        shutil.rmtree(folder / "seeds" / "corrections", ignore_errors=True)

    def insert(self, path: str, before: str, lines: str) -> None:
        """Put ``lines`` in front of the one line of ``path`` that begins with ``before``."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        places = [match.start() for match in re.finditer(rf"^{re.escape(before)}", text, re.MULTILINE)]
        assert places, f"no line of {path} begins with {before!r}"
        file.write_text(text[: places[0]] + lines + text[places[0] :], encoding="utf-8")

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.write_text(text, encoding="utf-8")
        return file

    def run(self, *arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "KYYEU_LANGUAGE": "en"}
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def facts(self, sentence: str, name: str = "a.txt") -> dict[str, Any]:
        """Return the facts of an article that holds ``sentence``."""
        return json.loads(self.run("extract", str(self.write(f"seeds/{name}", ARTICLE.format(sentence)))))  # type: ignore[no-any-return]

    def page(self, address: str) -> str:
        """Return a page of the converted archive."""
        self.run("convert")
        return (self.folder / "docs" / address).read_text(encoding="utf-8")


@pytest.fixture
def newcomer(tmp_path: Path) -> Newcomer:
    return Newcomer(tmp_path)


def how_to(title: str) -> list[str]:
    """Return the blocks of code below a heading of CONTRIBUTING.md."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(rf"^## How to {re.escape(title)}\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)
    assert section is not None, title
    return [re.sub(r"^ {3}", "", block, flags=re.MULTILINE) for block in re.findall(r"```\w+\n(.*?)```", section[1], re.DOTALL)]


def test_an_award_type(newcomer: Newcomer) -> None:
    (entry,) = how_to("add an award type")
    sentence = "Tại hội nghị, Quận ủy Sao Mai đã trao Vành khăn danh dự cho 3 cá nhân."
    assert newcomer.facts(sentence)["awards"] == []
    newcomer.insert("generator/lexicon/data/award-types.yml", "- {id: bang-khen,", entry)
    for language in ("vi", "en"):
        newcomer.insert(f"generator/rendering/words/{language}.yml", "  bang-khen: ", "  vanh-khan-danh-du: Vành khăn danh dự\n")
    (award,) = newcomer.facts(sentence)["awards"]
    assert (award["type"], award["kind"], award["count"]) == ("vanh-khan-danh-du", "ca-nhan", 3)
    assert "# Vành khăn danh dự" in newcomer.page("hinh-thuc/vanh-khan-danh-du.md")


def test_a_word(newcomer: Newcomer) -> None:
    """Another spelling of a form, as the section's example has it."""
    (entry,) = how_to("add a word")
    assert "variants: [kỉ niệm chương]" in entry
    sentence = "Tại hội nghị, Quận ủy Sao Mai đã trao Chương kỷ niệm cho 3 cá nhân."
    assert newcomer.facts(sentence)["awards"] == []
    path = newcomer.folder / "generator/lexicon/data/award-types.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("variants: [KNC]", "variants: [KNC, chương kỷ niệm]"), encoding="utf-8")
    assert [award["type"] for award in newcomer.facts(sentence)["awards"]] == ["ky-niem-chuong"]


def test_a_text_of_the_interface(newcomer: Newcomer) -> None:
    newcomer.facts("Năm 2023, Quận ủy khen thưởng 3 chi bộ.")
    path = newcomer.folder / "generator/rendering/words/vi.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("  articles: Tất cả bài\n", "  articles: Toàn bộ bài\n"), encoding="utf-8")
    assert "# Toàn bộ bài" in newcomer.page("bai/index.md")


def test_a_rule(newcomer: Newcomer) -> None:
    module, use = how_to("add a rule")
    sentence = "Năm 2023, thu ngân sách gấp 1,5 lần kế hoạch."
    assert newcomer.facts(sentence)["figures"] == []
    newcomer.write("generator/extraction/figures/times_plan.py", module)
    article = "generator/extraction/figures/article.py"
    newcomer.insert(article, "from generator.extraction.figures.vetoes", "from generator.extraction.figures.times_plan import TIMES_PLAN\n")
    newcomer.insert(article, "    listed = [amount", indent(use, "    "))
    (figure,) = newcomer.facts(sentence)["figures"]
    assert (figure["measure"], figure["value"], figure["unit"]) == ("gấp kế hoạch", 1.5, "lần")


def test_a_format(newcomer: Newcomer) -> None:
    (module,) = how_to("add a format")
    newcomer.write("generator/reading/formats/org.py", module)
    line = '".org": Format("Org", "org"),'
    assert f"`{line}`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    newcomer.insert("generator/reading/formats/__init__.py", '    ".docx": Format(', f"    {line}\n")
    facts = newcomer.facts("* Khen thưởng\n\nQuận ủy Sao Mai tặng giấy khen cho 3 chi bộ.", "b.org")
    assert [(award["type"], award["count"]) for award in facts["awards"]] == [("giay-khen", 3)]


def test_a_column(newcomer: Newcomer) -> None:
    newcomer.facts("Năm 2023, Quận ủy tặng giấy khen cho 3 chi bộ.")
    newcomer.insert("generator/rendering/exports/columns.yml", "  - key: ratings", "      - {name: letters, type: integer}\n")
    newcomer.insert("generator/rendering/exports/rows.py", '            "doubt":', '            "letters": len(row.award.type),\n')
    for language, meaning in (("vi", "Số chữ của mã hình thức"), ("en", "Letters of the id of the form")):
        newcomer.insert(f"generator/rendering/words/{language}.yml", "  ratings:\n    title:", f"      letters: {meaning}\n")
    assert "Số chữ của mã hình thức" in newcomer.page("du-lieu/index.md")
    with (newcomer.folder / "docs/du-lieu/khen-thuong.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["letters"] for row in csv.DictReader(file)] == ["9"]


def test_a_page(newcomer: Newcomer) -> None:
    (use,) = how_to("add a page")
    newcomer.facts("Năm 2023, Quận ủy tặng giấy khen cho 3 chi bộ.")
    newcomer.write("generator/rendering/templates/longest.md.jinja", '# {{ t("pages.longest") }}\n\n{{ page.title }}\n')
    newcomer.write(
        "generator/rendering/pages/longest.py",
        '''"""The page of the longest article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.archive import Archive


@dataclass(frozen=True, slots=True)
class LongestPage:
    """All that the template shows."""

    title: str


def longest_page(archive: Archive) -> LongestPage:
    """Return the page for ``archive``."""
    return LongestPage(max(archive.entries, key=lambda entry: len(entry.article.text)).article.title)
''',
    )
    for language, title in (("vi", "Bài dài nhất"), ("en", "The longest article")):
        newcomer.insert(f"generator/rendering/words/{language}.yml", "  part: ", f"  longest: {title}\n")
    site = "generator/rendering/site.py"
    newcomer.insert(site, "from generator.rendering.pages.review", "from generator.rendering.pages.longest import longest_page\n")
    newcomer.insert(site, 'REVIEW = "can-xem-lai.md"', 'LONGEST = "bai-dai-nhat.md"\n')
    path = newcomer.folder / site
    path.write_text(path.read_text(encoding="utf-8").replace("return (HOME, REVIEW)", "return (HOME, REVIEW, LONGEST)"), encoding="utf-8")
    newcomer.insert(site, "    yield REVIEW, ", indent(use, "    "))
    assert "Quận ủy Sao Mai tổng kết công tác xây dựng Đảng năm 2023" in newcomer.page("bai-dai-nhat.md")
    newcomer.run("convert")  # the page is the program's own: the next conversion may replace it
