"""Articles for machines and for citing: what they say is what the facts say, and what reads them reads it back."""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import posixpath
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.model.archive import Archive, Redirect
from generator.model.article import Article, Source
from generator.model.facts import Award, Facts, Inference, Person, Role
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering.escaping import clean
from generator.rendering.linked import citations, feeds, web_annotations
from generator.rendering.linked.files import linked_files
from generator.rendering.linked.moments import date_or_moment, moment
from generator.rendering.linked.web_annotations import INDEX, TEXT_FOLDER
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from generator.resolution.redirects import with_redirects
from generator.text.shards import bucket
from tests.rendering.corrected import corrected
from tests.rendering.made import BYLINE, FULL, FULL_FACTS, PARAGRAPH, STAMP, TITLE, article, award, host, words
from tests.rendering.sharded import record
from tests.rendering.shown import html_of, read
from tests.rendering.test_escaping import HOSTILE
from tests.rendering.test_pages import SEEDS

SITE = SiteSettings("https://a.test/k/", site_name="Kho <&> {thử} 100%")
MADE = assemble([(FULL, FULL_FACTS)])
UNIT = MADE.entries[0].units[0].id
_ATOM = "{http://www.w3.org/2005/Atom}"


def one_of(of: Article, facts: Facts | None = None) -> Archive:
    return assemble([(of, facts or Facts())])


def files_of(archive: Archive, settings: SiteSettings) -> dict[str, str]:
    files = linked_files(archive, settings)
    return {path: (gzip.decompress(content) if path.endswith(".gz") else content).decode("utf-8") for path, content in files.items()}


def annotations_of(files: dict[str, str], slug: str) -> list[dict[str, Any]]:
    """Return the annotations of an article, from the page of the collection that has them."""
    number = bucket(slug, json.loads(files[INDEX])["shards"])
    page = json.loads(files[f"{web_annotations.FOLDER}/{number}.json.gz"])
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    return [item for item in page["items"] if f"#{slug}." in item["id"]]


def data_of(archive: Archive, settings: SiteSettings = SITE) -> dict[str, Any]:
    """Return the JSON-LD of the first article's page, which the theme's template writes into a script as it is."""
    return nodes(render(archive, settings)[f"bai/{archive.entries[0].slug}.md"])


def nodes(page: str) -> dict[str, Any]:
    """Return the JSON-LD of a page, by type."""
    written = get_data(page)[1]["json_ld"]
    assert not re.search("[<>&\u2028\u2029]", written)
    data = json.loads(written)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def strings(node: Any) -> Iterator[str]:
    """Yield every value in words below ``node``."""
    if isinstance(node, str):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from strings(value)


# JSON-LD


def test_what_an_article_tells_machines() -> None:
    news = data_of(MADE)["NewsArticle"]
    address, unit = "https://a.test/k/bai/bai-mau/", {
        "@type": "Organization", "name": "Đảng ủy phường Hoa Mai", "url": f"https://a.test/k/don-vi/{UNIT}/",
    }  # fmt: skip
    assert news["url"] == address
    assert news["headline"] == FULL.title
    assert news["datePublished"] == "2022-01-16T07:30:00+07:00"
    assert news["author"] == {"name": "Thu Sương"}
    assert news["isBasedOn"] == [{"@type": "MediaObject", "name": "bai-mau.txt", "sha256": FULL.source.sha256}]
    event, about = news["about"]
    assert event == {"@type": "Event", "name": "Hội nghị tổng kết", "location": {"@type": "Place", "name": "hội trường phường"}}
    assert about == unit
    first = news["mentions"][0]
    assert (first["@type"], first["name"], first["agent"]) == ("GiveAction", "Giấy khen cho 3 chi bộ", unit)
    assert first["actionStatus"] == "https://schema.org/CompletedActionStatus"
    assert first["recipient"] == [
        {"@type": "Organization", "name": name, "award": "Giấy khen “Hoàn thành xuất sắc nhiệm vụ” năm 2021"}
        for name in ("Chi bộ Khu phố 1", "Chi bộ Khu phố 2")
    ]
    proposed = next(mention for mention in news["mentions"] if mention["name"] == "Khen thưởng cho 1 đảng viên")
    assert proposed["actionStatus"] == "https://schema.org/PotentialActionStatus"
    person = next(mention for mention in news["mentions"] if mention["@type"] == "Person")
    assert person["memberOf"] == [
        {"@type": "OrganizationRole", "roleName": "Bí thư", "memberOf": {"@type": "Organization", "name": "Đảng ủy phường Hoa Mai"}}
    ]


def test_breadcrumbs_lead_from_the_home_page_to_the_article() -> None:
    items = data_of(MADE)["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item["item"] for item in items] == ["https://a.test/k/", "https://a.test/k/bai/", "https://a.test/k/bai/bai-mau/"]


def test_every_page_but_the_first_tells_where_it_stands() -> None:
    pages = render(MADE, SITE)
    for path, page in pages.items():
        if path == "index.md":
            assert "json_ld" not in get_data(page)[1]
            continue
        items = nodes(page)["BreadcrumbList"]["itemListElement"]
        links = re.findall(r"^\d+\. \[.*?\]\((\S+)\)$", page, re.MULTILINE)
        assert [item["item"] for item in items] == [
            page_address(SITE, posixpath.normpath(posixpath.join(posixpath.dirname(path), one)))
            for one in [*links, posixpath.basename(path)]
        ]
        assert html_of(page).count('class="ky-crumb"') == 1
        assert html_of(page).index("<nav") < html_of(page).index("<h1")
    assert all("json_ld" not in get_data(page)[1] for path, page in render(MADE).items() if path != "bai/bai-mau.md")


def test_what_was_inferred_is_not_told() -> None:
    guess = (Inference("granted_by", "nơi duy nhất"), Inference("standard", "nhan đề"))
    facts = replace(
        FULL_FACTS,
        awards=(award(words(FULL, "3 chi bộ"), standard="Thành tích đoán", granted_by="Nơi đoán", inferred=guess),),
        people=(Person(evidence=words(FULL, "Lê Thị Lụa"), rule="x", name="Lê Thị Lụa", roles=(Role("Chức đoán"),),
                       inferred=(Inference("roles", "chú thích ảnh"),)),),
    )  # fmt: skip
    told = " ".join(strings(data_of(one_of(FULL, facts))))
    assert "Giấy khen" in told
    assert "Lê Thị Lụa" in told
    assert "đoán" not in told
    assert "2022-01-15" not in told, "the event's year is inferred"


def test_a_fact_whose_kind_was_inferred_is_not_told_at_all() -> None:
    facts = Facts(awards=(award(words(FULL, "3 chi bộ"), inferred=(Inference("type", "nhan đề"),)),))
    assert "mentions" not in data_of(one_of(FULL, facts))["NewsArticle"]


def test_what_was_corrected_says_so() -> None:
    news = data_of(corrected())["NewsArticle"]
    assert news["correction"] == "Kho đã đính chính: đầu đề, ngày đăng, tác giả, năm xét khen"
    assert "author" not in news
    marked = {one["name"] for one in [*news["about"], *news["mentions"]] if "Đã đính chính" in one.get("description", "")}
    assert marked == {"Hội nghị tổng kết", "Giấy khen cho 2 chi bộ", "Trần Văn Mận"}


def test_a_named_recipient_of_what_is_only_proposed_has_no_award_yet() -> None:
    awards = [award(words(FULL, "3 chi bộ"), names=("Hoa Mai",), status=status) for status in ("granted", "past", "proposed")]
    told = data_of(one_of(FULL, Facts(awards=tuple(awards))))["NewsArticle"]["mentions"]
    assert ["award" in text["recipient"][0] for text in told] == [True, True, False]


def test_of_very_many_awards_the_page_tells_some_and_the_annotations_all() -> None:
    many = one_of(FULL, Facts(awards=tuple(award(words(FULL, "3 chi bộ"), count=number) for number in range(1, 151))))
    assert len(data_of(many)["NewsArticle"]["mentions"]) == 100
    slug = many.entries[0].slug
    assert len(annotations_of(files_of(many, SITE), slug)) == 150


def test_a_unit_that_the_words_alone_do_not_tell_has_no_address() -> None:
    entry = MADE.entries[0]
    name = "Đảng ủy phường Hoa Mai"
    inferred = replace(entry, names={name: replace(entry.names[name], basis="trang của chính đơn vị")})
    _, about = data_of(replace(MADE, entries=(inferred,)))["NewsArticle"]["about"]
    assert about == {"@type": "Organization", "name": name}


@pytest.mark.parametrize(
    ("kind", "type_"), [("ca-nhan", "Person"), ("tap-the", "Organization"), ("tap-the-va-ca-nhan", None), ("khac", None)]
)
def test_a_recipient_is_of_the_type_that_the_fact_tells(kind: str, type_: str | None) -> None:
    facts = Facts(awards=(award(words(FULL, "3 chi bộ"), kind=kind, names=("Hoa Mai",)),))
    recipient = data_of(one_of(FULL, facts))["NewsArticle"]["mentions"][0]["recipient"][0]
    assert recipient.get("@type") == type_


def test_only_a_host_that_the_sentence_of_the_event_names_organizes_it() -> None:
    there = words(FULL, "Đảng ủy phường Hoa Mai mở hội nghị")
    inside = replace(FULL_FACTS, units=(host("Đảng ủy phường Hoa Mai", there),))
    event = data_of(one_of(FULL, inside))["NewsArticle"]["about"][0]
    assert [one["name"] for one in event["organizer"]] == ["Đảng ủy phường Hoa Mai"]
    assert "organizer" not in data_of(MADE)["NewsArticle"]["about"][0], "there the headline alone names it"


def test_a_title_made_from_the_first_sentence_is_no_headline() -> None:
    news = data_of(one_of(article((PARAGRAPH, "Tin ngắn."))))["NewsArticle"]
    assert news["name"] == "Tin ngắn."
    assert "headline" not in news


def test_every_word_that_machines_are_told_stands_in_the_facts() -> None:
    """Of the seeds: names, places and dates come from the article's own facts."""
    for entry in SEEDS.entries:
        news = data_of(replace(SEEDS, entries=(entry,)))["NewsArticle"]
        event = news["about"][0]
        assert entry.facts.event is not None
        assert event.get("name", "").lower() == (entry.facts.event.name or "").lower()
        names = {person.name for person in entry.facts.units} | {unit.name for unit in entry.facts.people}
        granters = {award.granted_by for award in entry.facts.awards}
        recipients = {name for award in entry.facts.awards for name in award.names}
        for mention in news["mentions"]:
            if mention["@type"] in ("Person", "Organization"):
                assert mention["name"] in names
            else:
                assert mention.get("agent", {"name": None})["name"] in granters
                assert {who["name"] for who in mention.get("recipient", ())} <= recipients


@pytest.mark.parametrize("directory_urls", [True, False])
def test_without_an_address_of_the_site_its_links_are_relative_and_lead_to_pages(directory_urls: bool) -> None:
    settings = replace(NO_SETTINGS, directory_urls=directory_urls)
    data = data_of(MADE, settings)
    here = "http://x/bai/bai-mau/" if directory_urls else "http://x/bai/bai-mau.html"
    items = [urljoin(here, one["item"]) for one in data["BreadcrumbList"]["itemListElement"]]
    index = ("http://x/", "http://x/bai/") if directory_urls else ("http://x/index.html", "http://x/bai/index.html")
    assert items == [*index, here]
    unit = urljoin(here, data["NewsArticle"]["about"][1]["url"])
    assert unit == (f"http://x/don-vi/{UNIT}/" if directory_urls else f"http://x/don-vi/{UNIT}.html")


@pytest.mark.parametrize("many", [False, True], ids=["the site's extensions", "many extensions"])
@pytest.mark.parametrize("text", [*HOSTILE, "</script><script>alert(1)</script>", "\u2028", "<!--<script>", 'a"b\\'])
def test_a_hostile_title_is_only_words(text: str, many: bool) -> None:
    read_article = article((TITLE, f"Tin {text} hết"), (PARAGRAPH, "Thân bài."), (BYLINE, f"Ai {text} đó"))
    archive = one_of(read_article)
    news = data_of(archive)["NewsArticle"]
    assert clean(news["headline"]) == clean(f"Tin {text} hết")
    assert clean(news["author"]["name"]) == clean(f"Ai {text} đó")
    page = html_of(render(archive, SITE)[f"bai/{archive.entries[0].slug}.md"], many=many)
    assert "script" not in {tag for tag, _ in read(page)[1]}


# Citations


def tex(value: str) -> str:
    """Return what TeX shows of ``value``."""
    signs = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^", "less": "<", "greater": ">",
             "bar": "|", "quotedbl": '"'}  # fmt: skip
    value = re.sub(r"\\text(\w+)\{\}", lambda match: f"\x00{ord(signs[match[1]])}\x01", value)
    value = re.sub(r"\\([&%$#_])", r"\1", value)
    assert not re.search(r"[\\{}]", value), "a command that nobody wrote"
    return re.sub("\x00(\\d+)\x01", lambda match: chr(int(match[1])), value)


def bibtex(source: str) -> tuple[str, dict[str, str]]:
    """Return the key and the fields of one entry, by BibTeX's own rule: braces are counted, escaped or not."""
    head = re.match(r"@misc\{([a-z0-9-]+),\n", source)
    assert head is not None
    fields, at = {}, head.end()
    while match := re.compile(r"\s*(\w+) = ").match(source, at):
        at = match.end()
        if source[at] != "{":
            end = re.compile(r"\w+").match(source, at)
            assert end is not None
            fields[match[1]], at = end.group(), end.end()
        else:
            depth, start = 1, at + 1
            while depth:
                at += 1
                depth += {"{": 1, "}": -1}.get(source[at], 0)
            fields[match[1]] = source[start:at]
            at += 1
        at += source[at] == ","
    assert source[at:] == "\n}\n"
    return head[1], fields


def cited(of: Article, settings: SiteSettings = SITE) -> citations.Citation:
    entry = one_of(of).entries[0]
    return citations.citation(entry, f"bai/{entry.slug}.md", settings)


#: The beginning of the hash of the text that the archive keeps: which version of it a citation means.
VERSION = hashlib.sha256(record(linked_files(MADE, NO_SETTINGS), TEXT_FOLDER, "bai-mau").encode()).hexdigest()[:12]


def test_a_citation() -> None:
    one = citations.citation(MADE.entries[0], "bai/bai-mau.md", replace(SITE, site_name="Kỷ Yếu"))
    at = "https://a.test/k/bai/bai-mau/"
    assert one.words == f"Thu Sương (16/01/2022) “Đảng ủy phường Hoa Mai tổng kết năm 2021”. Kỷ Yếu. {at} Văn bản lưu {VERSION}."
    assert bibtex(one.bibtex) == (
        "bai-mau",
        {"title": "{Đảng ủy phường Hoa Mai tổng kết năm 2021}", "author": "{Thu Sương}", "year": "2022", "month": "jan",
         "date": "2022-01-16", "howpublished": "Kỷ Yếu", "url": "https://a.test/k/bai/bai-mau/", "version": VERSION},
    )  # fmt: skip
    assert json.loads(one.csl) == [
        {"id": "bai-mau", "type": "article-newspaper", "title": FULL.title, "author": [{"literal": "Thu Sương"}],
         "issued": {"date-parts": [[2022, 1, 16]]}, "archive": "Kỷ Yếu", "URL": "https://a.test/k/bai/bai-mau/",
         "note": f"Văn bản lưu {VERSION}", "language": "vi"},
    ]  # fmt: skip


def test_a_citation_tells_no_more_than_is_known() -> None:
    one = cited(article((PARAGRAPH, "Tin ngắn."), path="seeds/tin.txt"), replace(NO_SETTINGS, site_name="K"))
    version = json.loads(one.csl)[0]["note"].removeprefix("Văn bản lưu ")
    assert one.words == f"“Tin ngắn.”. K. Văn bản lưu {version}."
    assert bibtex(one.bibtex) == ("tin", {"title": "{Tin ngắn.}", "howpublished": "K", "version": version})
    assert json.loads(one.csl) == [
        {"id": "tin", "type": "article-newspaper", "title": "Tin ngắn.", "archive": "K", "note": f"Văn bản lưu {version}", "language": "vi"}
    ]


def test_a_citation_names_publisher_original_day_of_access_and_copies() -> None:
    source = Source("seeds/tin.txt", "0" * 64, "text", "https://bao.test/tin_1", "Báo Hoa Mai", "2024-05-03", "https://luu.test/1")
    one = replace(article((TITLE, "Tin"), (PARAGRAPH, "Thân.")), source=source)
    told, item = cited(one), json.loads(cited(one).csl)[0]
    version = bibtex(told.bibtex)[1]["version"]
    assert told.words == (
        f"“Tin”. Báo Hoa Mai. https://bao.test/tin_1 (truy cập 03/05/2024). {SITE.site_name}. https://a.test/k/bai/tin/ "
        f"Văn bản lưu {version}."
    )
    fields = bibtex(told.bibtex)[1]
    assert (fields["publisher"], fields["url"], fields["urldate"]) == ("Báo Hoa Mai", "https://bao.test/tin_1", "2024-05-03")
    assert tex(fields["note"]) == "Lưu tại https://a.test/k/bai/tin/; Bản lưu ở nơi khác: https://luu.test/1"
    assert item["note"] == f"{tex(fields['note'])}; Văn bản lưu {version}"
    assert (item["container-title"], item["URL"], item["archive_location"]) == (
        "Báo Hoa Mai", "https://bao.test/tin_1", "https://a.test/k/bai/tin/",
    )  # fmt: skip
    assert item["accessed"] == {"date-parts": [[2024, 5, 3]]}
    alone = cited(one, NO_SETTINGS)
    assert json.loads(alone.csl)[0]["URL"] == bibtex(alone.bibtex)[1]["url"] == "https://bao.test/tin_1"


def test_what_is_no_web_address_is_cited_as_none() -> None:
    source = Source("seeds/tin.txt", "0" * 64, "text", "javascript:alert(1)", None, "2024-05-03")
    one = replace(article((TITLE, "Tin"), (PARAGRAPH, "Thân.")), source=source)
    assert json.loads(cited(one).csl)[0]["URL"] == "https://a.test/k/bai/tin/"
    assert "javascript" not in cited(one).bibtex + cited(one).words


@given(st.text(max_size=60) | st.sampled_from(HOSTILE) | st.text('{}\\"%$&#_~^@<>|, =\n', max_size=20))
def test_any_title_and_signature_come_back_from_their_citations(text: str) -> None:
    read_article = article(
        (TITLE, f"Tin {text} hết"), (STAMP, "16/01/2022"), (PARAGRAPH, "Thân."), (BYLINE, f"Ai {text} đó"), path="seeds/x.txt"
    )
    told = cited(read_article)
    _, fields = bibtex(told.bibtex)
    plain = " ".join(clean(f"Tin {text} hết").split())
    assert tex(fields["title"][1:-1]) == plain
    assert tex(fields["author"][1:-1]) == " ".join(clean(f"Ai {text} đó").split())
    assert tex(fields["howpublished"]) == SITE.site_name
    item = json.loads(told.csl)[0]
    assert item["title"] == clean(f"Tin {text} hết")
    assert plain in told.words


def test_the_page_shows_each_citation_as_its_file_has_it() -> None:
    read_article = article((TITLE, "Tin {x} <b> & \\y % _z_ ~"), (PARAGRAPH, "Thân."), path="seeds/x.txt")
    archive = one_of(read_article)
    told = cited(read_article)
    blocks = re.findall(r"<pre[^>]*>(.*?)</pre>", html_of(render(archive, SITE)["bai/x.md"]), re.DOTALL)
    assert [html.unescape(block) for block in blocks] == [told.words, told.bibtex, told.csl]
    files = files_of(archive, SITE)
    assert (files[f"{citations.ALL}.bib"], json.loads(files[f"{citations.ALL}.json"])) == (told.bibtex, json.loads(told.csl))


def test_all_citations_are_one_file_each() -> None:
    files = files_of(SEEDS, SITE)
    cited = [citations.citation(entry, f"bai/{entry.slug}.md", SITE) for entry in SEEDS.entries]
    assert [item["id"] for item in json.loads(files[f"{citations.ALL}.json"])] == [entry.slug for entry in SEEDS.entries]
    assert all(one.bibtex in files[f"{citations.ALL}.bib"] for one in cited)


# Annotations


@pytest.mark.parametrize("archive", [SEEDS, MADE, corrected()], ids=["seeds", "made", "corrected"])
@pytest.mark.parametrize("settings", [SITE, NO_SETTINGS], ids=["site", "no address"])
def test_every_selector_leads_to_the_quote(archive: Archive, settings: SiteSettings) -> None:
    files = files_of(archive, settings)
    pages = render(archive, settings)
    base = "https://a.test/k/"
    for entry in archive.entries:
        items = annotations_of(files, entry.slug)
        built = html_of(pages[f"bai/{entry.slug}.md"])
        ids = {given.get("id") for _, given in read(built)[1]}
        shown = read(built.split('id="toan.van"')[1])[0]
        heading = read(built.split("</h1>")[0])[0]
        assert items
        for item in items:
            assert item["type"] == "Annotation"
            assert urljoin(base + INDEX, item["id"]).startswith(f"{base}{INDEX}#{entry.slug}.")
            for target in item["target"]:
                source = urljoin(base + INDEX, target["source"])
                first, quote = target["selector"]
                assert quote["type"] == "TextQuoteSelector"
                around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
                if source.startswith(f"{base}{TEXT_FOLDER}/"):
                    path, pointer = source.removeprefix(base).split("#/")
                    assert pointer == entry.slug
                    text = json.loads(files[path])[pointer]
                    assert text[first["start"] : first["end"]] == quote["exact"]
                    assert around in text
                else:
                    assert source == f"{base}bai/{entry.slug}/"
                    assert first["value"] in ids
                    assert " ".join(quote["exact"].split()) in f"{heading} {shown}"
        ids_of = [item["id"] for item in items]
        assert len(set(ids_of)) == len(ids_of)


def test_an_annotation_tells_its_fact_and_what_of_it_was_inferred() -> None:
    items = web_annotations.fact_annotations(MADE.entries[0], "bai/bai-mau.md", SITE, "x.txt")
    assert len(items) == 1 + 2 + 3 + 1 + 1 + 1 + 1
    words_, data, kind, note = items[0]["body"]
    assert words_["value"] == "Hội nghị tổng kết; Sáng 15/01/2022; Nơi: hội trường phường"
    assert json.loads(data["value"])["event"]["place"] == "hội trường phường"
    assert (kind["value"], kind["purpose"]) == ("Sự kiện", "tagging")
    assert note["value"] == "Bài chỉ ghi 15/1; năm 2022 là máy đoán theo ngày đăng 16/01/2022"


def test_words_that_the_page_does_not_show_are_sought_in_the_archived_text_only() -> None:
    read_article = article((STAMP, "Ngày đăng 16/01/2022"), (PARAGRAPH, "Nội dung."))
    entry = one_of(read_article, Facts(awards=(award(words(read_article, "Ngày đăng 16/01/2022")),))).entries[0]
    (item,) = web_annotations.fact_annotations(entry, f"bai/{entry.slug}.md", SITE, "x.json.gz#/y")
    assert [target["source"] for target in item["target"]] == ["https://a.test/k/x.json.gz#/y"]


def test_the_collection_leads_through_all_its_pages() -> None:
    files = files_of(SEEDS, SITE)
    whole = json.loads(files[INDEX])
    pages = [json.loads(text) for path, text in sorted(files.items()) if path.startswith("du-lieu/chu-thich/") and path != INDEX]
    assert (whole["type"], whole["shards"]) == ("AnnotationCollection", len(pages))
    assert whole["total"] == sum(len(page["items"]) for page in pages)
    by_id = {page["id"]: page for page in pages}
    reached, page = [], by_id[whole["first"]]
    while page:
        reached.append(page["id"])
        assert (page["type"], page["partOf"]) == ("AnnotationPage", whole["id"])
        page = by_id.get(page.get("next", ""))
    assert set(reached) == set(by_id)
    assert reached[-1] == whole["last"]


# Feeds


def parsed(archive: Archive, name: str = feeds.ALL) -> ET.Element:
    return ET.fromstring(files_of(archive, SITE)[f"du-lieu/nguon-tin/{name}.xml"])


def check_atom(feed: ET.Element, address: str) -> None:
    """Check the requirements of RFC 4287 on a feed and its entries (4.1.1, 4.1.2, 4.2.6, 4.2.7, 3.3)."""
    one = {"id", "title", "updated"}
    for node in (feed, *feed.iter(f"{_ATOM}entry")):
        tags = [child.tag.removeprefix(_ATOM) for child in node]
        assert all(tags.count(tag) == 1 for tag in one), tags
        assert (node.findtext(f"{_ATOM}id") or "").startswith("https://")
        for tag in ("updated", "published"):
            moment = node.findtext(f"{_ATOM}{tag}")
            assert moment is None or re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", moment), moment
        alternate = [child for child in node.findall(f"{_ATOM}link") if child.get("rel") == "alternate"]
        assert len(alternate) == 1, "an entry without content needs one; two of one type and language are forbidden"
        assert (alternate[0].get("href") or "").startswith("https://")
        assert all(child.findtext(f"{_ATOM}name") for child in node.findall(f"{_ATOM}author"))
        assert tags.count("summary") <= 1
    assert feed.tag == f"{_ATOM}feed"
    assert feed.find(f"{_ATOM}author") is not None, "or every entry needs one"
    assert [child.get("href") for child in feed.findall(f"{_ATOM}link") if child.get("rel") == "self"] == [address]
    ids = [node.findtext(f"{_ATOM}id") for node in feed.iter(f"{_ATOM}entry")]
    assert len(ids) == len(set(ids)) > 0
    moments = [node.findtext(f"{_ATOM}updated") or "" for node in feed.iter(f"{_ATOM}entry")]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{_ATOM}updated") == moments[0]


@pytest.mark.parametrize("archive", [SEEDS, MADE, corrected()], ids=["seeds", "made", "corrected"])
def test_every_feed_is_valid_and_belongs_to_a_page_that_tells_of_it(archive: Archive) -> None:
    files, pages = files_of(archive, SITE), render(archive, SITE)
    found = feeds.feeds(archive, SITE)
    assert feeds.ALL in found
    assert any(name.startswith("don-vi/") for name in found)
    for name, feed in found.items():
        check_atom(ET.fromstring(files[f"du-lieu/nguon-tin/{name}.xml"]), f"https://a.test/k/du-lieu/nguon-tin/{name}.xml")
        assert f"\nfeed: {name}\n" in pages[feed.page]
        assert f"du-lieu/nguon-tin/{name}.xml" in pages[feed.page]
    assert {path for path in files if path.endswith(".xml")} == {f"du-lieu/nguon-tin/{name}.xml" for name in found}


def test_a_feed_says_when_the_article_was_published_or_corrected() -> None:
    entry = parsed(MADE).find(f"{_ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{_ATOM}updated") == entry.findtext(f"{_ATOM}published") == "2022-01-16T07:30:00+07:00"
    assert entry.findtext(f"{_ATOM}summary") == "Giấy khen cho 3 chi bộ; Giấy khen cho 12 đảng viên; Khen thưởng cho 1 đảng viên (đề nghị)"
    later = parsed(corrected()).find(f"{_ATOM}entry")
    assert later is not None
    assert later.findtext(f"{_ATOM}published") == "2022-01-17T00:00:00+07:00"
    assert later.findtext(f"{_ATOM}updated") == "2024-05-02T00:00:00+07:00"


def test_an_article_without_a_date_is_in_no_feed_and_without_an_address_there_is_none() -> None:
    assert feeds.feeds(one_of(article((PARAGRAPH, "Tin không ngày."))), SITE) == {}
    assert feeds.feeds(MADE, NO_SETTINGS) == {}
    assert not [page for page in render(MADE).values() if "nguon-tin" in page or "\nfeed:" in page]


def test_a_corrected_title_leaves_addresses_and_ids_as_they_are() -> None:
    other = one_of(replace(FULL, title="Đầu đề khác hẳn"), FULL_FACTS)
    assert list(files_of(other, SITE)) == list(files_of(MADE, SITE))
    assert [node.text for node in parsed(other).iter(f"{_ATOM}id")] == [node.text for node in parsed(MADE).iter(f"{_ATOM}id")]


@pytest.mark.parametrize("text", [*HOSTILE, "]]>", "\x00\x0b", "\ufffe"])
def test_hostile_words_are_words_in_a_feed(text: str) -> None:
    read_article = article((TITLE, f"Tin {text} hết"), (STAMP, "x"), (PARAGRAPH, "Thân."), (BYLINE, f"Ai {text} đó"))
    feed = parsed(one_of(read_article))
    check_atom(feed, "https://a.test/k/du-lieu/nguon-tin/tat-ca.xml")
    entry = feed.find(f"{_ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{_ATOM}title") == clean(" ".join(f"Tin {text} hết".split()))


# Redirects


@pytest.mark.parametrize(
    ("settings", "path", "there", "known"),
    [
        (SITE, "bai/ten-cu/index.html", "../bai-mau/", "https://a.test/k/bai/bai-mau/"),
        (NO_SETTINGS, "bai/ten-cu/index.html", "../bai-mau/", "../bai-mau/"),
        (SiteSettings(directory_urls=False), "bai/ten-cu.html", "bai-mau.html", "bai-mau.html"),
    ],
)
def test_a_renamed_article_leaves_a_page_that_leads_on(settings: SiteSettings, path: str, there: str, known: str) -> None:
    hostile = one_of(replace(FULL, title='"><script>alert(1)</script>'), FULL_FACTS)
    files = files_of(with_redirects(hostile, (Redirect("ten-cu", "bai-mau", 1),), "seeds/redirects.yml"), settings)
    tags = read(files[path])[1]
    assert {"rel": "canonical", "href": known} in [given for tag, given in tags if tag == "link"]
    assert {"http-equiv": "refresh", "content": f"0; url={there}"} in [given for tag, given in tags if tag == "meta"]
    assert f'<noscript><meta http-equiv="refresh" content="0; url={there}"></noscript>' in files[path]
    (script,) = (given for tag, given in tags if tag == "script")
    assert script["data-to"] == there
    assert posixpath.normpath(posixpath.join(posixpath.dirname(path), str(script["src"]))) == "assets/javascripts/moved.js"
    assert next(given for tag, given in tags if tag == "a") == {"href": there}
    shown = known if settings.site_url else f"bai/{there.removeprefix('../')}"
    assert f'<a href="{there}">{shown}</a>' in files[path]
    assert [given for tag, given in tags if tag == "body"] == [{"data-search": "off"}]


def test_the_same_archive_gives_the_same_files_whatever_the_order_of_articles() -> None:
    bare = article((PARAGRAPH, "Tin ngắn."), path="seeds/tin.txt")
    ways = [assemble([(FULL, FULL_FACTS), (bare, Facts())]), assemble([(bare, Facts()), (FULL, FULL_FACTS)])]
    assert files_of(ways[0], SITE) == files_of(ways[1], SITE)
    assert isinstance(FULL_FACTS.awards[0], Award)
    assert all(unquote(path) == path for path in files_of(MADE, SITE))


@pytest.mark.parametrize(
    ("iso", "told", "first"),
    [
        ("2025-01-10T08:30", "2025-01-10T08:30:00+07:00", "2025-01-10T08:30:00+07:00"),
        ("2025-01-10 08:30", "2025-01-10T08:30:00+07:00", "2025-01-10T08:30:00+07:00"),
        ("2025-01-10T08:30:05", "2025-01-10T08:30:05+07:00", "2025-01-10T08:30:05+07:00"),
        ("2025-01-10T08:30Z", "2025-01-10T08:30:00Z", "2025-01-10T08:30:00Z"),
        ("2025-01-10", "2025-01-10", "2025-01-10T00:00:00+07:00"),
        ("2025-01", "2025-01", "2025-01-01T00:00:00+07:00"),
        ("2025", "2025", "2025-01-01T00:00:00+07:00"),
    ],
)
def test_a_moment_is_written_in_one_way(iso: str, told: str, first: str) -> None:
    assert (date_or_moment(iso), moment(iso)) == (told, first)


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_page_and_feed_tell_one_moment_of_publication(archive: Archive) -> None:
    """Wherever a machine is stated the time, with its zone."""
    feed = {node.findtext(f"{_ATOM}id"): node.findtext(f"{_ATOM}published") for node in parsed(archive).iter(f"{_ATOM}entry")}
    pages, timed = render(archive, SITE), 0
    for entry in archive.entries:
        if "T" in (entry.article.published or ""):
            front = get_data(pages[f"bai/{entry.slug}.md"])[1]
            (news,) = [row for row in json.loads(front["json_ld"])["@graph"] if row["@type"] == "NewsArticle"]
            assert {news["datePublished"], front["published_time"]} == {feed[news["url"]]}
            timed += 1
    assert timed
