"""Pages: every word of an article on its page, every fact with its words, every article in every index."""

from __future__ import annotations

import html
import json
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.model.archive import Archive, Entry
from generator.model.article import BODY_KINDS, Article, Source
from generator.model.facts import Facts
from generator.model.record import facts_to_data
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading.text import article_from_text
from generator.readings import read_and_extract
from generator.rendering.escaping import clean
from generator.rendering.linked.files import linked_files
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.site import render
from generator.rendering.words.labels import labels
from generator.rendering.words.statements import written
from generator.resolution.assembly import assemble
from tests.conftest import ROOT
from tests.rendering.made import BYLINE, FULL, FULL_FACTS, FURNITURE, ITEM, PARAGRAPH, STAMP, TITLE, article, award, host, words
from tests.rendering.shown import bare_cells, html_of, read
from tests.rendering.test_escaping import HOSTILE, shown

_FOLDER = ArchiveFolder.at(ROOT)
SEEDS = assemble([one for one in read_and_extract(_FOLDER.articles(), _FOLDER.root) if isinstance(one, tuple)])
MADE = assemble([(FULL, FULL_FACTS)])
KEYS = ["title", "description", "date", "source", "published", "byline", "unit", "years", "award_types", "event", "units", "awards",
        "ratings", "people", "documents", "figures"]  # fmt: skip


def page_of(read_article: Article, facts: Facts | None = None) -> str:
    archive = assemble([(read_article, facts or Facts())])
    return render(archive)[f"bai/{archive.entries[0].slug}.md"]


def text_of(page: str) -> str:
    """Return the words of the article as its page shows them: heading and text, without the panel."""
    html = html_of(page)
    heading = html.split("<h1")[1].split("</h1>")[0].split(">", 1)[1]
    return read(heading)[0] + " " + read(html.split('<div class="ky-text"')[1].split(">", 1)[1].split("<aside")[0])[0]


@pytest.mark.parametrize("entry", [*SEEDS.entries, *MADE.entries], ids=lambda entry: entry.slug)
def test_every_word_stands_on_the_page_and_no_other(entry: Entry) -> None:
    archive = SEEDS if entry in SEEDS.entries else MADE
    body = " ".join(block.span.of(entry.article.text) for block in entry.article.blocks if block.kind in BODY_KINDS)
    if not entry.article.title_is_headline:
        body = f"{entry.article.title} {body}"
    assert text_of(render(archive)[f"bai/{entry.slug}.md"]).split() == body.split()


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_each_fact_links_to_its_words(archive: Archive) -> None:
    pages = render(archive)
    for entry in archive.entries:
        page = html_of(pages[f"bai/{entry.slug}.md"])
        text = page.split('<div class="ky-text"')[0].split("</h1>")[0] + page.split('<div class="ky-text"')[1]
        found = anchors_of(entry)
        for _, fact in entry.facts.walk():
            for span in fact.evidence:
                assert f'href="#{found[span]}"' in page, (entry.slug, fact)
                assert text.count(f'id="{found[span]}"') == 1, (entry.slug, fact)


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_front_matter_holds_the_facts(archive: Archive) -> None:
    pages = render(archive)
    for entry in archive.entries:
        _, front = get_data(pages[f"bai/{entry.slug}.md"])
        assert [key for key in front if key not in ("before", "after", "published_time")] == [*KEYS, "json_ld"]
        facts = facts_to_data(entry.facts, written)
        assert {key: front[key] for key in facts} == facts
        assert front["title"] == entry.article.title
        assert front["source"]["sha256"] == entry.article.source.sha256
        assert front["unit"] == [{"id": unit.id, "name": unit.name} for unit in entry.units]


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_each_index_leads_to_every_article(archive: Archive) -> None:
    pages = render(archive)
    told: dict[str, Callable[[Facts], object]] = {
        "rating": lambda facts: facts.ratings,
        "document": lambda facts: [document for document in facts.documents if document.number or document.title],
    }
    for kind in labels().indexes:
        if kind.key == "person":  # whoever is only named has no page
            continue
        overview = pages[f"{kind.folder}/index.md"]
        values = set(re.findall(r"\]\(([a-z0-9-]+)\.md\)", overview))
        assert values == {PurePosixPath(path).stem for path in pages if path.startswith(f"{kind.folder}/")} - {"index"}
        reached = {slug for value in values for slug in re.findall(r"\]\(\.\./bai/([a-z0-9-]+)\.md\)", pages[f"{kind.folder}/{value}.md"])}
        # An index of a value that not every article has links to those that have it.
        assert reached == {entry.slug for entry in archive.entries if kind.unknown or told[kind.key](entry.facts)}


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_every_link_leads_to_a_page(archive: Archive) -> None:
    pages = render(archive)
    by_hand = {path.name for path in (ROOT / "docs").glob("*.md")}
    for path, text in pages.items():
        for target in re.findall(r"\]\(([^)#?]+\.md)(?:\?[^)]*)?\)", text):
            parts = [*PurePosixPath(path).parts[:-1]]
            for part in PurePosixPath(target).parts:
                parts = parts[:-1] if part == ".." else [*parts, part]
            assert "/".join(parts) in pages or "/".join(parts) in by_hand, (path, target)


def test_the_articles_lead_to_one_another_as_they_are_listed() -> None:
    pages = render(SEEDS)
    slugs = [entry.slug for entry in SEEDS.entries]
    assert re.findall(r"\]\(\.\./bai/([0-9a-z-]+)\.md\)<span", pages["bai/index.md"]) == slugs
    for before, slug, after in zip([None, *slugs], slugs, [*slugs[1:], None], strict=False):
        page = pages[f"bai/{slug}.md"]
        front = get_data(page)[1]
        for name, label, one in (("before", "← Mới hơn", before), ("after", "Cũ hơn →", after)):
            found = re.search(rf"{label}</span> \[.*?\]\(([0-9a-z-]+)\.md\)", page)
            assert (found and found[1]) == one
            assert front.get(name) == (one and f"bai/{one}/")


def test_an_article_leads_to_the_nearest_others_of_its_unit() -> None:
    pairs = [(article((PARAGRAPH, f"Bài số {number}."), path=f"seeds/b{number}.txt"), Facts(units=(host("Đảng ủy xã Hoa Mai"),)))
             for number in range(6)]  # fmt: skip
    archive = assemble([*pairs, (article((PARAGRAPH, "Bài lẻ."), path="seeds/le.txt"), Facts())])
    slugs = [entry.slug for entry in archive.entries if entry.units]
    pages = render(archive)
    for slug, others in ((slugs[0], slugs[1:4]), (slugs[3], [slugs[1], slugs[2], slugs[4]])):
        told = pages[f"bai/{slug}.md"].split('<div class="ky-same"')[1]
        assert "(còn 2 bài nữa)" in told
        assert re.findall(r"^- \[.*?\]\(([a-z0-9-]+)\.md\)", told, re.MULTILINE) == others
    assert "ky-same" not in pages["bai/le.md"]
    assert "<nav" not in page_of(FULL, FULL_FACTS).split("ky-text")[1]


def test_pages_do_not_depend_on_the_order_of_files() -> None:
    pairs = [(entry.article, entry.facts) for entry in SEEDS.entries]
    for seed in range(3):
        random.Random(seed).shuffle(pairs)
        again = render(assemble(pairs))
        assert again == render(SEEDS)
        assert list(again) == list(render(SEEDS))


def test_inferred_values_are_marked_with_their_basis() -> None:
    page, _ = read(html_of(page_of(FULL, FULL_FACTS)))
    assert "Bài chỉ ghi 15/1; năm 2022 là máy đoán theo ngày đăng 16/01/2022" in page


def test_several_pieces_of_evidence_are_several_links() -> None:
    html = html_of(page_of(FULL, FULL_FACTS))
    assert "xem câu trong bài (1/2)</a>" in html
    assert ">(2/2)</a>" in html


def test_furniture_stays_out_and_the_stamp_is_the_evidence_of_the_date() -> None:
    page, _ = read(html_of(page_of(FULL, FULL_FACTS)))
    assert "Bài viết liên quan" not in page
    assert page.count("Lượt xem: 9") == 1
    assert "Theo dòng Ngày đăng 16/01/2022" in page


def test_evidence_outside_the_body_is_quoted_without_a_link() -> None:
    read_article = article((STAMP, "Ngày đăng 16/01/2022"), (PARAGRAPH, "Nội dung của bài."))
    html = html_of(page_of(read_article, Facts(awards=(award(words(read_article, "Ngày đăng 16/01/2022")),))))
    assert "<q>Ngày đăng 16/01/2022</q>" in html
    assert "xem câu trong bài</a>" not in html


def test_totals_do_not_count_what_was_only_proposed_or_given_as_a_gift() -> None:
    read_article = article((PARAGRAPH, "Một bài có khen thưởng."))
    here = words(read_article, "bài")
    facts = Facts(
        years=(2021,),
        awards=(
            award(here, count=5), award(here, count=3, status="proposed"), award(here, count=7, status="past"),
            award(here, count=11, type="tang-qua"), award(here, count=None),
        ),
    )  # fmt: skip
    pages = render(assemble([(read_article, facts)]))
    assert "**2** đợt khen" in pages["index.md"]
    assert re.search(r"\| \[Giấy khen\]\(giay-khen\.md\) \| 1 \| ít nhất 5 \| 3 \|", bare_cells(pages["hinh-thuc/index.md"]))
    assert re.search(r"\| \[Năm 2021\]\(2021\.md\) \| 1 \| ít nhất 5 \| 3 \|", bare_cells(pages["nam/index.md"]))
    assert "tang-qua.md" not in "".join(pages)


def test_units_stand_in_vietnamese_alphabetical_order() -> None:
    names = ["Trường Đông", "Trường Ấp Đông", "Trường An Bình", "Trường Dân Tiến", "Trường Ăn Khê"]
    pairs = [(article((PARAGRAPH, "Bài."), path=f"seeds/{number}.txt"), Facts(units=(host(name),))) for number, name in enumerate(names)]
    found = re.findall(r"\| \[([^\]]+)\]", render(assemble(pairs))["don-vi/index.md"])
    in_order = ["Trường An Bình", "Trường Ăn Khê", "Trường Ấp Đông", "Trường Dân Tiến", "Trường Đông"]
    assert [name for name in found if name in names] == in_order


def hostile_words() -> st.SearchStrategy[str]:
    return (
        (st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
        .filter(str.strip)
        .map(str.strip)
    )


@pytest.mark.slow
@given(hostile_words(), hostile_words(), hostile_words(), hostile_words())
def test_hostile_articles_are_shown_as_written(title: str, first: str, second: str, signed: str) -> None:
    read_article = article((TITLE, title), (PARAGRAPH, first), (ITEM, second), (ITEM, first), (BYLINE, signed), (FURNITURE, "Chia sẻ"))
    facts = Facts(
        units=(host(first, words(read_article, first)),),
        awards=(award(words(read_article, second), names=(title,), standard=second, granted_by=signed, count=1),),
    )
    page = page_of(read_article, facts)
    assert text_of(page).split() == shown(f"{title} {first} {second} {first} {signed}").split()
    allowed = {"h1", "p", "br", "span", "a", "aside", "details", "summary", "ul", "ol", "li", "b", "q", "div", "pre", "nav"}
    tags = read(html_of(page))[1]
    assert {tag for tag, _ in tags} <= allowed
    assert html.unescape(get_data(page)[1]["title"]) == clean(title)


@pytest.mark.parametrize("title", ["# Đề mục", "**Đề mục** hội nghị", "#thidua #khenthuong", "Đề mục & <b>mục</b> #1", "Đề mục"])
def test_an_article_has_one_title_everywhere(title: str) -> None:
    read_article = article_from_text(f"{title}\n\n10/01/2025\n\n{PARAGRAPH}\n", Source("seeds/a.txt", "0" * 64, "text"))
    archive, settings = assemble([(read_article, Facts())]), SiteSettings("https://a.test/")
    page = render(archive, settings)["bai/a.md"]
    front = get_data(page)[1]
    heading = html_of(page).split("<h1")[1].split("</h1>")[0].split(">", 1)[1]
    feed = ET.fromstring(linked_files(archive, settings)["du-lieu/nguon-tin/tat-ca.xml"])
    (news,) = [node for node in json.loads(front["json_ld"])["@graph"] if node["@type"] == "NewsArticle"]
    told = {html.unescape(heading), html.unescape(front["title"]), news["headline"], *(
        node.text or "" for node in feed.findall("{*}entry/{*}title"))}  # fmt: skip
    assert told == {title}
