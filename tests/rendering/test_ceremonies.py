"""When events were: which count, once each; the picture and its table state the same; few make no picture."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from generator.model.facts import Event, Facts
from generator.rendering.charts import calendar
from generator.rendering.parts.lists.ceremonies import Ceremony, ceremonies, timeline
from generator.rendering.parts.lists.paging import ROWS
from generator.rendering.site import render
from tests.rendering.made_units import HERE, archive_of, bare
from tests.rendering.shown import html_of, read

SVG = "{http://www.w3.org/2000/svg}"


def event(name: str | None, date: str | None) -> Facts:
    return Facts(event=Event(evidence=HERE, rule="r", name=name, date=date, part_of_day=None, place=None))


def held(*days: str | None) -> list[Ceremony]:
    return [Ceremony(f"Lễ {number}", day, (), f"bai/le-{number}.md", (f"le-{number}",)) for number, day in enumerate(days)]


def drawn(svg: str) -> tuple[int, list[str]]:
    """Return how many dots there are, and the words in order of appearance."""
    root = ET.fromstring(svg)
    dots = [path for path in root.iter(f"{SVG}circle") if path.get("fill") == "var(--ky-chart-1)"]
    return len(dots), [path.text for path in root.iter(f"{SVG}text") if path.text]


def test_what_is_an_event() -> None:
    archive = archive_of(bare("a", event("lễ trao", "2022-01-10")), bare("b", event(None, "2023-02")), bare("c", event("hội nghị", None)),
                         bare("d", event(None, None)), bare("e", Facts()))  # fmt: skip
    found = ceremonies(archive, archive.entries)
    assert [(finding.name, finding.date, finding.at) for finding in found] == [
        (archive.by_slug["b"].article.title, "02/2023", "bai/b.md"),
        ("Lễ trao", "10/01/2022", "bai/a.md"),
        ("Hội nghị", None, "bai/c.md"),
    ]


def test_the_picture_tells_how_many_in_which_month() -> None:
    view = timeline(held("2021-12-30", "2023-01-04", "2023-01-05", "2023-01-20", "2023-06", "2021", None), "Nơi <này>")
    assert view is not None
    dots, words = drawn(view.svg)
    assert dots == 4
    assert words == [*map(str, range(1, 13)), "?", "2023", "4", "2022", "2021", "2", "3"]
    assert ET.fromstring(view.svg).findtext(f"{SVG}desc") == "Nơi <này>. năm 2023: 4 sự kiện; năm 2021: 2 sự kiện."
    assert [event.name for event in view.events] == [f"Lễ {number}" for number in range(6)]


@pytest.mark.parametrize(
    "days", [(), ("2022-01", "2023-01"), ("2022-01-01", "2022-01-02", "2022-01-03"), (None, None, None)],
    ids=["none", "two", "one month", "no date"],
)  # fmt: skip
def test_few_make_no_picture(days: tuple[str | None, ...]) -> None:
    assert timeline(held(*days), "x") is None


def test_many_are_counted_and_the_picture_stays_small() -> None:
    days = [f"{1960 + n % 64}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(5000)]
    view = timeline(held(*days), "x")
    assert view is not None
    assert view.events == ()
    assert [row[0] for row in view.years] == [str(year) for year in range(2023, 2023 - calendar.MOST_YEARS, -1)]
    assert view.years[0] == ("2023", "78", "tháng 4: 26; tháng 8: 26; tháng 12: 26")
    assert len(view.svg) < 40_000
    calendar._drawn.cache_clear()
    assert timeline(held(*days), "x") == view
    assert not re.search(r"<script|<style|\son\w+=|href|url\(|font-family", view.svg)


def test_the_overview_is_paged_and_says_when_there_is_none() -> None:
    pages = render(archive_of(*(bare(f"a-{n}", event("lễ trao", f"20{10 + n % 9}-0{1 + n % 9}-11")) for n in range(ROWS + 1))))
    assert "Trang 1/2" in pages["su-kien/index.md"]
    assert "<svg" in pages["su-kien/index.md"]
    assert "<svg" not in pages["su-kien/index--trang-2.md"]
    assert "| [Lễ trao](../bai/a-" in pages["su-kien/index--trang-2.md"]
    empty = render(archive_of(bare("a", Facts())))["su-kien/index.md"]
    assert "chưa nêu hội nghị, buổi lễ nào. Xem tất cả bài." in read(html_of(empty))[0]
