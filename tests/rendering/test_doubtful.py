"""A doubtful fact: marked with its reason on its article's page, first in the review, counted apart in every total."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model.archive import Archive, ReviewItem, ReviewTopic
from generator.model.correction import Action, Correction
from generator.model.facts import Aim, Facts, Person, Rating
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.model.statement import statement
from generator.rendering.charts.by_year import ratings_by_year
from generator.rendering.exports.rows import Data
from generator.rendering.site import REVIEW, render
from generator.rendering.words.speaking import speaking
from generator.resolution.assembly import assemble
from generator.resolution.corrections.apply import apply, unapply
from generator.resolution.events.totals import Totals, counts, totals
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, TITLE, article, award, words
from tests.rendering.shown import html_of, read

ENGLISH = replace(NO_SETTINGS, language="en")
DOUBT = statement("doubts.turns")
WHY, WHY_IN_ENGLISH = "số đếm theo lượt, có thể gộp nhiều dịp", "the number counts occasions, perhaps of several ceremonies"
TEXT = article(
    (TITLE, "Tổng kết năm 2021"), (PARAGRAPH, "Tặng giấy khen cho 5 chi bộ. Có 70 lượt đảng viên được giấy khen."), path="seeds/a.txt"
)
SURE = award(words(TEXT, "giấy khen cho 5 chi bộ"), kind="chi-bo", count=5)
DOUBTED = award(words(TEXT, "70 lượt đảng viên được giấy khen"), count=70, sure=False, doubt=DOUBT)
FACTS = Facts(awards=(SURE, DOUBTED), years=(2021,))


def made(facts: Facts = FACTS) -> Archive:
    return assemble([(TEXT, facts)])


def shown(archive: Archive, path: str, settings: SiteSettings = NO_SETTINGS) -> str:
    return " ".join(read(html_of(render(archive, settings)[path]))[0].split())


@pytest.mark.parametrize(
    ("settings", "note", "why"), [(NO_SETTINGS, "chưa chắc", f"Chưa chắc {WHY}"), (ENGLISH, "doubtful", f"Doubtful {WHY_IN_ENGLISH}")]
)
def test_the_page_of_the_article_marks_it_and_tells_why(settings: SiteSettings, note: str, why: str) -> None:
    page = render(made(), settings)["bai/a.md"]
    told = " ".join(read(html_of(page))[0].split())
    assert told.count(why) == 1
    assert page.count(f'<span class="ky-note">{note}</span>') == 2, "in short above the text, and among the facts"
    assert page.count("ev-doubtful") == 1
    assert "sure: false" in page
    assert f"doubt: {WHY_IN_ENGLISH if settings is ENGLISH else WHY}" in page.replace('"', "")
    assert "doubt: {key: turns}" in page


def test_it_is_apart_in_the_totals_of_the_ledger() -> None:
    rows = made().ledger
    assert totals(rows) == Totals(granted=5, doubtful=1)
    assert sorted((row.award.count, counts(row)) for row in rows) == [(5, True), (70, False)]
    assert totals(made(replace(FACTS, awards=(SURE, replace(DOUBTED, sure=True, doubt=None)))).ledger) == Totals(granted=75)
    uncounted = replace(DOUBTED, count=None)
    assert totals(made(replace(FACTS, awards=(SURE, uncounted))).ledger) == Totals(granted=5, doubtful=1)


@pytest.mark.parametrize("path", ["khen-thuong/index.md", "khen-thuong/2021.md", "nam/2021.md", "hinh-thuc/giay-khen.md"])
def test_it_is_apart_in_the_total_of_each_page(path: str) -> None:
    told = shown(made(), path)
    assert "Số được khen: 5" in told
    assert "1 đợt khen chưa chắc, không cộng vào" in told
    assert "75" not in told


@pytest.mark.parametrize("path", ["nam/index.md", "hinh-thuc/index.md", "khen-thuong/index.md"])
def test_overviews_have_a_column_for_it_only_where_there_is_any(path: str) -> None:
    assert "| Chưa chắc |" in render(made())[path]
    assert "| Chưa chắc |" not in render(made(replace(FACTS, awards=(SURE,))))[path]


def test_the_home_page_counts_it_apart() -> None:
    told = shown(made(), "index.md")
    assert "1 đợt khen" in told
    assert "1 dữ kiện chưa chắc, chưa tính" in told
    assert "chưa chắc, chưa tính" not in shown(made(replace(FACTS, awards=(SURE,))), "index.md")


def test_doubtful_people_are_not_counted_on_the_home_page() -> None:
    told = Person(evidence=words(TEXT, "Tổng kết"), rule="r", name="Công Thương", roles=(), sure=False, doubt=DOUBT)
    known = Person(evidence=words(TEXT, "đảng viên"), rule="r", name="Lý Văn Tài", roles=())
    assert "1 người được nêu tên" in shown(made(replace(FACTS, people=(told, known))), "index.md")


def test_charts_leave_it_out() -> None:
    def rated(year: int, *, sure: bool) -> Rating:
        return Rating(
            evidence=words(TEXT, "chi bộ"), rule="r", subject="chi-bo", level="hoan-thanh-tot", count=None, percent=90.0, at_least=False,
            year=year, kind=Aim.RESULT, sure=sure,
        )  # fmt: skip

    both = replace(FACTS, ratings=(rated(2020, sure=True), rated(2021, sure=True)))
    one = replace(FACTS, ratings=(rated(2020, sure=True), rated(2021, sure=False)))
    assert "<svg" in render(made(both))["xep-loai/index.md"]
    assert "<svg" not in render(made(one))["xep-loai/index.md"]
    pairs = [(2020, rated(2020, sure=True)), (2021, rated(2021, sure=True))]
    with speaking(NO_SETTINGS):
        assert len(ratings_by_year(pairs, "Hoa Mai")) == 1
        assert ratings_by_year([pairs[0], (2021, rated(2021, sure=False))], "Hoa Mai") == ()
    years = (replace(SURE, years=(2020,)), replace(SURE, years=(2021,), count=6), replace(DOUBTED, years=(2021,)))
    chart = render(made(replace(FACTS, awards=years)))["khen-thuong/index.md"]
    assert "2021: 6 được khen" in chart


def test_the_data_tell_it() -> None:
    rows = {row["count"]: row for row in Data(made()).rows["awards"]}
    assert (rows[5]["sure"], rows[5]["doubt"], rows[5]["counted"]) == (True, None, True)
    assert (rows[70]["sure"], rows[70]["doubt"], rows[70]["counted"]) == (False, WHY, False)
    english = {row["count"]: row for row in Data(made(), ENGLISH).rows["awards"]}
    assert english[70]["doubt"] == WHY_IN_ENGLISH


def test_a_unit_with_doubtful_awards_only_has_no_table_without_rows() -> None:
    head = "| Khen thưởng | Đợt khen | Số được khen |"
    pages = {path: page for path, page in render(made(replace(FACTS, awards=(DOUBTED,)))).items() if path.startswith("don-vi/dang-bo-")}
    assert pages
    assert all(head not in page and "1 đợt khen chưa chắc" in page for page in pages.values())
    assert any(head in page for path, page in render(made()).items() if path.startswith("don-vi/dang-bo-"))


def test_it_comes_first_in_the_review() -> None:
    archive = made()
    other = ReviewItem(ReviewTopic.CONTRADICTION, "Khác nhau", "a", DOUBTED.evidence[0], "câu chữ", None)
    page = render(replace(archive, review=(other, *archive.review)))[REVIEW]
    assert "Khác nhau" in page
    assert page.index("## ") == page.index("## Chưa chắc đọc đúng")
    assert f"Khen thưởng này có thể đọc nhầm: {WHY}" in shown(made(), REVIEW)
    assert f"This award may be misread: {WHY_IN_ENGLISH}" in shown(made(), REVIEW, ENGLISH)


def test_machines_are_not_told_it_as_said() -> None:
    def granted(facts: Facts) -> str:
        front = render(made(facts))["bai/a.md"].split("json_ld: ")[1].split("\n")[0]
        return json.dumps(front)

    assert granted(FACTS) == granted(replace(FACTS, awards=(SURE,)))
    assert granted(FACTS) != granted(replace(FACTS, awards=(SURE, replace(DOUBTED, sure=True, doubt=None))))


def correction(right: dict[str, object], expected: dict[str, object]) -> Correction:
    return Correction(
        action=Action.CHANGE, kind="awards", quote="70 lượt đảng viên được giấy khen", expected=tuple(expected.items()),
        right=tuple(right.items()),
        by="Lụa", on="2024-05-01", why="Đã đọc lại.", path="c.yml", line=1,
    )  # fmt: skip


@pytest.mark.parametrize("right", [{"sure": True}, {"count": 71}])
def test_what_a_person_looked_at_is_sure(right: dict[str, object]) -> None:
    corrected = apply(TEXT, FACTS, [correction(right, {"sure": False, "count": 70})])
    assert corrected.errors == ()
    (_, fact) = corrected.facts.awards
    assert (fact.sure, fact.doubt) == (True, None)
    assert totals(assemble([(TEXT, corrected.facts)]).ledger).granted == 5 + (fact.count or 0)
    assert unapply(TEXT, corrected.facts, corrected.applied) == (TEXT, FACTS)


def test_a_person_may_doubt() -> None:
    corrected = apply(TEXT, Facts(awards=(SURE, replace(DOUBTED, sure=True, doubt=None))), [correction({"sure": False}, {"sure": True})])
    assert corrected.errors == ()
    archive = assemble([(TEXT, corrected.facts)])
    assert totals(archive.ledger) == Totals(granted=5, doubtful=1)
    assert "Khen thưởng này có thể đọc nhầm" in shown(archive, REVIEW)


def test_articles_that_confirm_each_other_are_sure() -> None:
    other = article((TITLE, "Tin hội nghị"), (PARAGRAPH, "Tặng giấy khen cho 12 đảng viên."), path="seeds/b.txt")
    told = award(words(FULL, FULL_FACTS.awards[0].evidence[0].of(FULL.text)), sure=False, doubt=DOUBT)
    event = FULL_FACTS.event
    assert event is not None
    both = [
        (FULL, Facts(event=event, units=FULL_FACTS.units, awards=(told,), years=(2021,))),
        (
            other,
            Facts(
                event=replace(event, evidence=words(other, "Tin")), units=FULL_FACTS.units, awards=(award(words(other, "12 đảng viên")),)
            ),
        ),
    ]
    archive = assemble(both)
    with speaking(NO_SETTINGS):
        assert [(row.sure, len(row.citations)) for row in archive.ledger] == [(True, 2)]
