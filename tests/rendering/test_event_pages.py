"""The page of an event: its articles, common facts once, differences side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath

import pytest

from generator.model.archive import Archive, Entry
from generator.model.facts import Aim, Rating
from generator.model.span import Span
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.readings import read_and_extract
from generator.rendering.pages.events import EventPage, SharedFact, event_pages
from generator.rendering.site import folders, render
from generator.resolution.addresses import mark
from generator.resolution.assembly import assemble
from generator.resolution.events.groups import group_events, with_events, with_rows
from generator.resolution.events.ledger import ledger
from tests.conftest import ROOT
from tests.rendering.shown import html_of, read
from tests.resolution.telling import HOST, award, report


@cache
def press() -> Archive:
    """Return the archive of the articles of tests/archive."""
    folder = ArchiveFolder(ROOT / "tests" / "archive")
    return assemble([one for one in read_and_extract(folder.articles(), folder.root) if isinstance(one, tuple)])


def archive_of(*entries: Entry) -> Archive:
    events = group_events(entries)
    placed = with_events(entries, events)
    rows = ledger(placed, events)
    return Archive(placed, units={HOST.id: HOST}, events=with_rows(events, rows), ledger=rows)


def page_of(*entries: Entry) -> EventPage:
    (page,) = event_pages(archive_of(*entries))
    return page


def section(page: EventPage, key: str) -> tuple[SharedFact, ...]:
    return next((section.facts for section in page.sections if section.key == key), ())


def sides(fact: SharedFact) -> list[tuple[str, list[int]]]:
    return [(one.words, [told.number for told in one.reports]) for one in fact.contrary]


def rating(count: int | None = 3, percent: float | None = None, subject: str = "chi-bo", year: int | None = 2021) -> Rating:
    return Rating(evidence=(Span(0, 3),), rule="r", subject=subject, level="hoan-thanh-tot", count=count, percent=percent, at_least=False,
                  year=year, kind=Aim.RESULT)  # fmt: skip


def rated(entry: Entry, *ratings: Rating) -> Entry:
    return replace(entry, facts=replace(entry.facts, ratings=ratings))


def test_only_what_several_articles_report_has_a_page() -> None:
    pages = render(archive_of(report("a"), report("b", date="2020-01-01")))
    assert [path for path in pages if path.startswith("su-kien/")] == ["su-kien/index.md"]
    assert "su-kien" in folders()


def test_an_award_told_alike_stands_once_with_the_words_of_both() -> None:
    (fact,) = section(page_of(report("a", award()), report("b", award())), "awards")
    words = (f"w.{mark('bài')}",)
    assert [(told.number, told.slug, told.anchors) for told in fact.reports] == [(1, "a", words), (2, "b", words)]
    assert fact.contrary == ()


def test_a_disagreement_shows_both_numbers_and_the_total_counts_one() -> None:
    page = page_of(report("a", award(count=15)), report("b", award(count=12), award("chi-bo", 3)))
    fact, _ = section(page, "awards")
    assert sides(fact) == [("15 đảng viên", [1]), ("12 đảng viên", [2])]
    assert [side.counts for side in fact.contrary] == [False, True]
    assert fact.words.body == "cho đảng viên"
    assert page.contradictions == 1
    assert page.total.granted == 15
    html, _ = read(html_of(render(archive_of(report("a", award(count=15)), report("b", award(count=12))))[f"su-kien/{page.id}.md"]))
    assert "Hai bài nêu khác nhau" in html


def test_parts_of_the_day_contradict_each_other_and_a_missing_one_does_not() -> None:
    facts = {fact.words.head: fact for fact in section(page_of(report("a", part="sáng"), report("b", part="chiều"), report("c")), "event")}
    assert sides(facts["Buổi"]) == [("sáng", [1]), ("chiều", [2])]
    assert [told.number for told in facts["Tên"].reports] == [1, 2, 3]
    (name, part) = section(page_of(report("a", part="sáng"), report("b")), "event")
    assert (name.contrary, part.contrary, part.words.body) == ((), (), "sáng")


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ([rating()], [rating()], [("3 chi bộ", [1, 2], [])]),
        ([rating()], [rating(4)], [("Chi bộ", [1, 2], ["3 chi bộ", "4 chi bộ"])]),
        ([rating()], [rating(None, 60)], [("3 chi bộ", [1, 2], [])]),
        ([rating()], [rating(subject="dang-vien")], [("3 chi bộ", [1], []), ("3 đảng viên", [2], [])]),
        ([rating()], [rating(year=2020)], [("3 chi bộ", [1], []), ("3 chi bộ", [2], [])]),
        # two of one kind in an article are two facts: only their numbers show which of them the other means
        ([rating(3), rating(5)], [rating(5)], [("3 chi bộ", [1], []), ("5 chi bộ", [1, 2], [])]),
    ],
)
def test_ratings(one: list[Rating], two: list[Rating], expected: list[tuple[str, list[int], list[str]]]) -> None:
    page = page_of(rated(report("a"), *one), rated(report("b"), *two))
    found = [(fact.words.head, [told.number for told in fact.reports], [side.words for side in fact.contrary])
             for fact in section(page, "ratings")]  # fmt: skip
    assert found == expected


def test_of_persons_only_those_whom_two_articles_name() -> None:
    page = page_of(report("a", people=("Lê Thị Lụa", "Trần Văn Gấm")), report("b", people=("LÊ THỊ LỤA",)))
    assert [fact.words.head for fact in section(page, "people")] == ["Lê Thị Lụa"]


def test_the_archive_s_events() -> None:
    cam_le, dai_loc = sorted(event_pages(press()), key=lambda page: page.id)
    assert [report.slug for report in cam_le.reports] == ["cam-le-tong-ket-ban-tin", "cam-le-tong-ket-bao-tinh"]
    assert [sides(fact) for fact in section(cam_le, "awards") if fact.contrary] == [[("15 đảng viên", [1]), ("12 đảng viên", [2])]]
    assert dai_loc.contradictions == 0
    assert (dai_loc.total.articles, dai_loc.total.granted) == (2, 38)


def test_every_link_of_an_event_leads_to_a_page_and_to_words_in_it() -> None:
    pages = render(press())
    found = 0
    for path, text in pages.items():
        if not path.startswith("su-kien/"):
            continue
        for target, anchor in re.findall(r"\]\(([^)#]+\.md)(?:#([^)]+))?\)", text):
            parts = [*PurePosixPath(path).parts[:-1]]
            for part in PurePosixPath(target).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            page = pages["/".join(parts)]
            assert not anchor or f'id="{anchor}"' in page, (path, target, anchor)
            found += bool(anchor)
    assert found > 20
    for slug, event in ((entry.slug, entry.event) for entry in press().entries if entry.event):
        assert f"(../su-kien/{event}.md)" in pages[f"bai/{slug}.md"]


def test_a_page_of_an_article_names_its_copies() -> None:
    page, _ = read(html_of(render(press())["bai/an-phu-tong-ket-2023.md"]))
    assert "Cũng đăng ở" in page
    assert "seeds/bao-quan-an-phu.txt" in page
    assert "bai/bao-quan-an-phu.md" not in render(press())


def test_hostile_words_are_shown_as_written() -> None:
    hostile = "hội nghị tổng kết <script>alert(1)</script> {{ 1 }} [x](y)"
    archive = archive_of(report("a", award(), name=hostile, part="*sáng*"), report("b", award(), part="`chiều`"))
    event, _ = read(html_of(render(archive)[f"su-kien/{archive.events[0].id}.md"]))
    assert "<script>alert(1)</script> {{ 1 }} [x](y)" in event
    assert "*sáng*" in event
    assert "`chiều`" in event
