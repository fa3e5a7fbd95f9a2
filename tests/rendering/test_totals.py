"""The totals of every index page, added up again from nothing but the front matter of the articles' pages."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from mkdocs.utils.meta import get_data

from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.readings import read_and_extract
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.conftest import ROOT
from tests.rendering.shown import bare_cells

GIFTS = {"tang-hoa", "tang-qua", "tien-thuong"}
#: For each event reported by several articles, the repeated reports: the numbers that must not be added, read by a person.
AGAIN = {
    "cam-le-tong-ket-ban-tin": {"cam-le-tong-ket-ban-tin": [("chi-bo", 3), ("dang-vien", 15)]},
    "dai-loc-huy-hieu-dang-ban-tin": {"dai-loc-huy-hieu-dang-ban-tin": [("dang-vien", 38)]},
}


#: A value with its recipients and, where any of the table was, what was only proposed and what is doubtful.
ROW = re.compile(r"\]\(([a-z0-9-]+)\.md\) \| [\d.–]+ \| ([^|]*) \|((?: [^|\n]* \|)*)\n")
OPTIONAL = ("Đề nghị, chưa trao", "Chưa chắc")


def fronts(pages: dict[str, str]) -> dict[str, dict[str, Any]]:
    return {
        path.removeprefix("bai/").removesuffix(".md"): get_data(text)[1]
        for path, text in pages.items()
        if path.startswith("bai/") and path != "bai/index.md"
    }


def awards(front: dict[str, Any], slug: str) -> list[dict[str, Any]]:
    again = AGAIN.get(front.get("event_page", ""), {}).get(slug, [])
    return [
        award
        for award in front["awards"]
        if award["type"] not in GIFTS and award["status"] != "past" and (award["kind"], award["count"]) not in again
    ]


def years(award: dict[str, Any], front: dict[str, Any]) -> list[str]:
    told = award["years"] or (award["period"] or [])[1:] or front["years"] or ([front["date"][:4]] if front["date"] else [])
    return [str(year) for year in told] or ["chua-ro"]


def number(text: str) -> int:
    return int(text.replace(".", "")) if text.strip("–+ ") else 0


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests" / "archive"], ids=["seeds", "archive"])
def test_index_pages_add_up(root: Path) -> None:
    folder = ArchiveFolder(root)
    archive = assemble([one for one in read_and_extract(folder.articles(), folder.root) if isinstance(one, tuple)])
    pages = render(archive)
    expected: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    whole = [0, 0, 0, 0]
    occasions = 0
    for slug, front in fronts(pages).items():
        for award in awards(front, slug):
            column = {"granted": 0, "proposed": 1}[award["status"]]
            counted = award["count"] or 0
            uncounted = int(award["count"] is None and award["status"] == "granted")
            doubtful = int(not award["sure"])
            occasions += int(award["sure"] and award["status"] == "granted")
            counted, uncounted = (0, 0) if doubtful else (counted, uncounted)
            keys = [("hinh-thuc", award["type"]), *(("nam", year) for year in years(award, front))]
            for one in (*(expected[key] for key in keys), whole):
                one[column] += counted
                one[2] += uncounted
                one[3] += doubtful
    assert whole[0] > 100  # or nothing was compared
    rows = 0
    for kind in ("nam", "hinh-thuc"):
        page = bare_cells(pages[f"{kind}/index.md"])
        columns = [one for one in OPTIONAL if f" {one} |" in page]
        for value, granted, others in ROW.findall(page):
            more = dict(zip(columns, (number(one.strip()) for one in others.split("|")), strict=False))
            found = [number(granted.strip().rstrip("+")), more.get(OPTIONAL[0], 0), int("+" in granted), more.get(OPTIONAL[1], 0)]
            told = expected.pop((kind, value), [0, 0, 0, 0])
            assert found == [told[0], told[1], min(told[2], 1), told[3]], (kind, value)
            of = re.search(r"Số được khen: \*\*([\d.]+)\*\*", pages[f"{kind}/{value}.md"])
            assert (number(of[1]) if of else 0) == told[0], (kind, value)
            rows += 1
    assert rows > 4
    assert not expected, "awards that no index page counts"
    home = re.search(r"\*\*([\d.]+)\*\* đợt khen", pages["index.md"])
    assert home is not None
    assert number(home[1]) == occasions
