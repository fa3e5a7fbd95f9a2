"""“Báo sai sót”: filled in, short enough, and a correction that applies once it is completed."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.archive import Archive, Entry
from generator.model.facts import Facts
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering.linked.files import linked_files
from generator.rendering.parts.provenance.reports import FOLDER, LONGEST, correction_file, page_report
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.entries import entries
from tests.rendering.corrected import SETTINGS
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, TITLE, article, award, words
from tests.rendering.sharded import record
from tests.rendering.shown import html_of, read
from tests.rendering.test_escaping import HOSTILE
from tests.rendering.test_pages import SEEDS

MADE = assemble([(FULL, FULL_FACTS)])


def reports(page: str, *, many: bool = False) -> list[str]:
    """Return where the links of a page that say so lead, as the browser takes them."""
    return [str(of["href"]) for tag, of in read(html_of(page, many=many))[1] if tag == "a" and "issues/new" in (of.get("href") or "")]


def fact_reports(archive: Archive, slug: str) -> list[str]:
    """Return the reports about each fact of an article, as its page's script reads them."""
    return [str(one) for one in record(linked_files(archive, SETTINGS), FOLDER, slug)]


def told(address: str) -> tuple[str, str]:
    """Title and body of the report at ``address``."""
    asked = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert set(asked) == {"title", "body"}
    return asked["title"][0], asked["body"][0]


def test_without_a_tracker_there_is_no_link() -> None:
    for none in (NO_SETTINGS, SiteSettings("https://archive.test/")):
        assert not [path for path, page in render(SEEDS, none).items() if "Báo sai sót" in page]
        assert not [path for path in linked_files(SEEDS, none) if "bao-sai" in path]
    assert render(SEEDS, NO_SETTINGS) == render(SEEDS)


@pytest.mark.parametrize("archive", [SEEDS, MADE], ids=["seeds", "made"])
def test_each_page_has_one_and_each_fact(archive: Archive) -> None:
    pages = render(archive, SETTINGS)
    kinds = ("units", "awards", "ratings", "people", "documents", "figures")
    facts = {
        f"bai/{entry.slug}.md": sum(len(getattr(entry.facts, kind)) for kind in kinds) + (entry.facts.event is not None)
        for entry in archive.entries
    }
    for path, page in pages.items():
        assert page.count("[Báo sai sót](") == 1, path
        of_facts = fact_reports(archive, path[len("bai/") : -len(".md")]) if path in facts else []
        assert len(of_facts) == facts.get(path, 0)
        assert ("data-reports=" in page) == (path in facts)
        assert max(map(len, [*reports(page), *of_facts])) <= LONGEST < 2000


def test_what_a_report_of_a_fact_says() -> None:
    title, body = next(one for one in map(told, fact_reports(MADE, "bai-mau")) if "12 đảng viên" in one[0])
    assert title == "Sai sót: Giấy khen cho 12 đảng viên"
    assert (
        body
        == """\
Trang: https://archive.test/ky-yeu/bai/bai-mau/
Nguồn: seeds/bai-mau.txt
Dữ kiện: Giấy khen cho 12 đảng viên “Hoàn thành xuất sắc nhiệm vụ” năm 2021 Cơ quan khen thưởng: Đảng ủy phường Hoa Mai

Điều sai:\x20

Cách sửa (seeds/corrections/bai-mau.yml):
```yaml
- fact: awards
  quote: 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021
  expected: {type: giay-khen, kind: dang-vien, count: 12, standard: Hoàn thành xuất sắc nhiệm vụ, granted_by: Đảng ủy phường Hoa Mai, \
years: [2021], status: granted, posthumous: false}
  right: {}
  by:\x20
  on:\x20
  why:\x20
```
"""
    )


@pytest.mark.parametrize("entry", [*SEEDS.entries, *MADE.entries], ids=lambda entry: entry.slug)
def test_each_skeleton_applies_once_it_is_completed(entry: Entry) -> None:
    archive = SEEDS if entry in SEEDS.entries else MADE
    bodies = [told(address)[1] for address in fact_reports(archive, entry.slug)]
    skeletons = [found[1] for body in bodies if (found := re.search(r"```yaml\n(.*)```", body, re.DOTALL)) and "add:" not in found[1]]
    assert len(skeletons) == len(bodies)
    for skeleton in skeletons:
        whole = skeleton.replace("  right: {}", "  remove: true").replace("  by: ", "  by: A").replace("  on: ", "  on: 2024-05-01")
        read_back, errors = entries(whole.replace("  why: ", "  why: B"), "c.yml")
        assert errors == ()
        done = apply(entry.article, entry.facts, read_back)
        assert done.errors == ()
        assert len(done.applied) == 1


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=400), min_size=3, max_size=3), st.integers(1, 40))
def test_any_words_go_into_an_address_that_is_short_and_does_nothing(parts: list[str], times: int) -> None:
    first, second, third = (" ".join([part] * times).strip() or "x" for part in parts)
    read_article = article((TITLE, first), (PARAGRAPH, second), path=f"seeds/{'d' * times}/bai.txt")
    facts = Facts(awards=(award(words(read_article, second), standard=third, names=(first, third)),))
    archive = assemble([(read_article, facts)])
    of_facts = fact_reports(archive, archive.entries[0].slug)
    assert len(of_facts) == 1
    for text in render(archive, SETTINGS).values():
        for many in (False, True):
            addresses = reports(text, many=many)
            assert len(addresses) == 1
            for address in (*addresses, *of_facts):
                assert len(address) <= LONGEST
                assert told(address)[0].startswith("Sai sót: ")


@pytest.mark.parametrize(
    ("of", "path", "place"),
    [
        (SETTINGS, "bai/a.md", "https://archive.test/ky-yeu/bai/a/"),
        (SETTINGS, "bai/index.md", "https://archive.test/ky-yeu/bai/"),
        (SETTINGS, "index.md", "https://archive.test/ky-yeu/"),
        (SiteSettings("https://a.test/", "https://t.test/issues/new", directory_urls=False), "nam/2021.md", "https://a.test/nam/2021.html"),
        (
            SiteSettings("https://a.test/", "https://t.test/issues/new", directory_urls=False),
            "nam/index.md",
            "https://a.test/nam/index.html",
        ),
        (SiteSettings(None, "https://t.test/issues/new"), "nam/2021.md", "nam/2021/"),
    ],
)
def test_the_page_s_address(of: SiteSettings, path: str, place: str) -> None:
    assert told(str(page_report(of, path)))[1] == f"Trang: {place}\n\nĐiều sai: \n"


def test_gitlab_names_the_parts_otherwise_and_a_query_goes_on() -> None:
    gitlab = str(page_report(SiteSettings(None, "https://gitlab.com/o/r/-/issues/new"), "nam/2021.md"))
    assert set(parse_qs(urlsplit(gitlab).query)) == {"issue[title]", "issue[description]"}
    labelled = str(page_report(SiteSettings(None, "https://github.com/o/r/issues/new?labels=sai"), "nam/2021.md"))
    assert set(parse_qs(urlsplit(labelled).query)) == {"labels", "title", "body"}


def test_a_name_too_long_for_any_report_leaves_the_tracker_s_own_address() -> None:
    assert str(page_report(SETTINGS, f"bai/{'a' * 2000}.md")) == SETTINGS.issue_tracker


@pytest.mark.parametrize(
    ("source", "file"),
    [("seeds/a.txt", "seeds/corrections/a.yml"), ("seeds/2021/Quý I/v1.2.txt", "seeds/corrections/2021/Quý I/v1.2.yml"), ("a.txt", "")],
)
def test_where_the_corrections_of_an_article_stand(source: str, file: str) -> None:
    assert correction_file(source) == file
