"""An article of a thousand facts: its pages stay light, and none of its facts is lost."""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.model.archive import Archive
from generator.model.facts import Facts
from generator.model.settings import SiteSettings
from generator.model.span import Span
from generator.rendering.linked.files import linked_files
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.parts.lists.paging import FACTS
from generator.rendering.parts.provenance.reports import FOLDER
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.rendering.made import PARAGRAPH, TITLE, article, award, host
from tests.rendering.sharded import record
from tests.rendering.shown import html_of

MANY = 1000
#: What the theme adds to a page (head, header, tabs, footer): 26 KB when this was written.
FRAME = 32_000
SETTINGS = SiteSettings("https://archive.test/ky-yeu/", "https://github.com/org/repo/issues/new")
NAMES = [f"Chi bộ Tổ dân phố số {number} phường Hoa Mai" for number in range(MANY)]
LONG = article(
    (TITLE, "Khen thưởng một nghìn chi bộ"), *((PARAGRAPH, f"Tặng giấy khen cho {name} vì thành tích năm 2021.") for name in NAMES)
)


def _facts() -> Facts:
    awards = []
    for name in NAMES:
        start = LONG.text.index(f"cho {name} ") + len("cho ")
        awards.append(award([Span(start, start + len(name))], kind="tap-the", count=1, names=(name,)))
    return Facts(awards=tuple(awards), units=(host("Đảng ủy phường Hoa Mai"),))


@cache
def _archive() -> Archive:
    return assemble([(LONG, _facts())])


@pytest.mark.slow
def test_no_page_is_heavy_and_no_fact_is_lost() -> None:
    pages = render(_archive(), SETTINGS)
    own = {path: html_of(text) for path, text in pages.items() if path.startswith("bai/bai-mau")}
    assert sorted(own) == ["bai/bai-mau--trang-2.md", "bai/bai-mau--trang-3.md", "bai/bai-mau--trang-4.md", "bai/bai-mau--trang-5.md",
                           "bai/bai-mau.md"]  # fmt: skip
    for path, html in own.items():
        head = len(str(pages[path].partition("json_ld: ")[2].partition("\n")[0]).encode())
        assert len(html.encode()) + head + FRAME < 500_000, path
    found = anchors_of(_archive().entries[0])
    for fact in _archive().entries[0].facts.awards:
        (span,) = fact.evidence
        anchor = found[span]
        assert own["bai/bai-mau.md"].count(f'id="{anchor}"') == 1
        links = [path for path, html in own.items() if re.search(rf'href="(bai-mau\.md)?#{re.escape(anchor)}"', html)]
        assert len(links) == 1, "each fact is told on one page"


@pytest.mark.slow
def test_each_page_knows_where_its_reports_begin() -> None:
    reports = record(linked_files(_archive(), SETTINGS), FOLDER, "bai-mau")
    assert len(reports) == MANY + 1
    for path, page in render(_archive(), SETTINGS).items():
        if path.startswith("bai/bai-mau"):
            number = re.search(r"--trang-(\d+)", path)
            first = (int(number[1]) - 1) * FACTS if number else 0
            assert f'data-reports="bai-mau" data-first="{first}"' in page
