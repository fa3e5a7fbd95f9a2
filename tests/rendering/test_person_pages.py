"""Persons: what they received, the offices they hold, who mentions them; who has no page is found by the search."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.archive import Archive
from generator.model.facts import Decision, Facts, Person, Role
from generator.model.person import PersonDecision
from generator.model.settings import NO_SETTINGS
from generator.model.unit import Resolution, Standing
from generator.rendering.linked.redirects import FOLDER, redirect_files
from generator.rendering.pages import people
from generator.rendering.parts.records.streaks import runs_of
from generator.rendering.site import render
from generator.resolution.addresses import mark
from generator.resolution.assembly import assemble
from tests.rendering.made import PARAGRAPH, TITLE, article, award, words
from tests.rendering.made_units import BLOC, HERE, archive_of, bare
from tests.rendering.sharded import record
from tests.rendering.shown import html_of, read

NAMES = {"Khối": Resolution("Khối", Standing.LISTED, BLOC.id)}
LUA, GAM = "Lê Thị Lụa", "Trần Văn Gấm"


def person(name: str, *roles: Role) -> Person:
    return Person(evidence=HERE, rule="p", name=name, roles=roles)


def honoured() -> Archive:
    """Return an archive in which one person is honoured in three years, another holds an office, a third is only named."""
    entries = []
    for year in (2019, 2020, 2022):
        made = article(
            (TITLE, f"Tổng kết {year}"),
            (PARAGRAPH, f"Khối tổng kết. Bà Lụa đạt chiến sĩ thi đua cơ sở năm {year}. Ông Gấm dự."),
            path=f"seeds/khoi-{year}.txt",
        )
        given = award(
            words(made, "chiến sĩ thi đua cơ sở"), type="chien-si-thi-dua-co-so", kind="ca-nhan", count=1, names=(LUA,), years=(year,),
            granted_by="Khối", decision=Decision("12/QĐ-K", "2023-01-05"), standard="đổi mới dạy học",
        )  # fmt: skip
        facts = Facts(
            awards=(given,),
            people=(person(GAM, Role("Bí thư", "Khối")), person(LUA, Role("Giáo viên", "Khối")), person("Đỗ Mơ")),
            years=(year,),
        )
        entries.append(replace(bare(f"khoi-{year}", facts, (BLOC,), names=NAMES), article=made))
    return archive_of(*entries, units={BLOC.id: BLOC})


def page_of(name: str, pages: dict[str, str]) -> str:
    (found,) = (text for path, text in pages.items() if path.startswith("nguoi/") and f"\n# {name}\n" in text)
    return found


def test_a_person_page_tells_what_the_person_received_by_year() -> None:
    archive = honoured()
    text = page_of(LUA, render(archive))
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == ["Năm 2022", "Năm 2020", "Năm 2019"]
    assert "**3** lần được khen" in text
    assert "Chiến sĩ thi đua cơ sở: 2 năm liền (2019–2020)" in text
    shown, _ = read(html_of(text))
    for told in (
        "Theo Quyết định số 12/QĐ-K ngày 05/01/2023", "“Đổi mới dạy học” năm 2022", "“Bà Lụa đạt chiến sĩ thi đua cơ sở năm 2022.”",
        "Cơ quan khen thưởng: Đảng bộ Khối Hoa Mai",
    ):  # fmt: skip
        assert told in shown
    assert re.findall(r"\]\(\.\./bai/(khoi-\d+)\.md#w", text.split("## Chức vụ")[0]) == ["khoi-2022", "khoi-2020", "khoi-2019"]


def test_an_office_holder_has_offices_and_who_is_only_named_no_page() -> None:
    pages = render(honoured())
    text = page_of(GAM, pages)
    assert "## Được khen" not in text
    assert "**Bí thư**" in text or "Bí thư</span>, [Đảng bộ Khối Hoa Mai](../don-vi/" in text
    assert not [path for path in pages if path.startswith("nguoi/do-mo")]


def test_the_index_leads_with_those_honoured_and_leaves_the_rest_to_the_search() -> None:
    text = render(honoured())["nguoi/index.md"]
    honours, offices = text.split("## Người giữ chức vụ")
    assert re.search(r"\| \[Lê Thị Lụa\]\([a-z-]+\.md\) \| Chiến sĩ thi đua cơ sở<span class=\"ky-detail\">3 lần khen</span> \|", honours)
    assert "| Giáo viên, Khối | 2022, 2020, 2019 |" in honours
    assert "| Bí thư, Khối | 3 |" in offices
    assert "Còn 1 người chỉ được nhắc tên" in offices
    assert "Đỗ Mơ" not in text


def test_many_office_holders_have_pages_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "ROWS", 1)
    pages = render(honoured())
    assert "[1 người giữ chức vụ](nhom--chuc-vu.md)" in pages["nguoi/index.md"]
    assert "Trần Văn Gấm" in pages["nguoi/nhom--chuc-vu.md"]


def test_articles_the_ledger_and_units_lead_to_the_person_and_back() -> None:
    pages = render(honoured())
    (address,) = (path.removesuffix(".md") for path in pages if path.startswith("nguoi/le-thi-lua"))
    for path in ("bai/khoi-2022.md", "khen-thuong/2022.md", f"don-vi/{BLOC.id}.md"):
        assert f"(../{address}.md)" in pages[path], path


def test_the_address_of_who_has_no_page_leads_to_the_search() -> None:
    files = redirect_files(honoured(), NO_SETTINGS)
    assert not [path for path in files if path.endswith(".html")]
    for article_slug in ("khoi-2019", "khoi-2022"):
        assert record(files, FOLDER, f"nguoi/do-mo--{mark('đỗ mơ', article_slug)}") == "?Đỗ Mơ"


def test_namesakes_have_pages_of_their_own_and_a_neutral_note() -> None:
    one = award(HERE, kind="ca-nhan", count=1, names=(LUA,), years=(2021,))
    other = award(HERE, type="bang-khen", kind="ca-nhan", count=1, names=(LUA,), years=(2015,))
    entries = [bare(slug, Facts(awards=(given,), people=(person(LUA, Role("Bí thư", unit)),)))
               for slug, given, unit in (("a", one, "Xã X"), ("b", other, "Xã Y"))]  # fmt: skip
    pages = render(archive_of(*entries))
    first, second = (f"le-thi-lua--{mark('lê thị lụa', slug)}" for slug in "ab")
    shown, _ = read(html_of(pages[f"nguoi/{first}.md"]))
    assert "Trong kho còn 1 trang khác mang tên này; các bài không cho biết có phải cùng một người hay không: Lê Thị Lụa, Bí thư" in shown
    assert f"({second}.md)" in pages[f"nguoi/{first}.md"]
    assert f"({first}.md)" in pages[f"nguoi/{second}.md"]
    decided = replace(archive_of(*entries), people=(PersonDecision(LUA, ("a", "b"), id="le-thi-lua-x"),))
    assert [path for path in render(decided) if path.startswith("nguoi/le-thi-lua")] == ["nguoi/le-thi-lua-x.md"]


def test_what_was_proposed_or_is_doubtful_is_marked_and_not_counted() -> None:
    marked: list[dict[str, object]] = [{}, {"type": "bang-khen", "status": "proposed"}, {"type": "ky-niem-chuong", "sure": False}]
    given = [award(HERE, kind="ca-nhan", count=1, names=(LUA,), years=(2021,), **values) for values in marked]
    text = page_of(LUA, render(assemble([(bare("a", Facts()).article, Facts(awards=tuple(given)))])))
    assert "**1** lần được khen" in text
    assert text.count('<span class="ky-note">đề nghị</span>') == text.count('<span class="ky-note">chưa chắc</span>') == 1


def test_who_is_called_a_victim_has_no_page_for_an_office() -> None:
    told = []
    for name in ("mot", "hai"):
        made = article((PARAGRAPH, "Công an cứu nạn nhân Trần Văn Gấm."), path=f"seeds/{name}.txt")
        told.append((made, Facts(people=(replace(person(GAM, Role("Đại tướng")), evidence=words(made, GAM)),))))
    assert not [path for path in render(assemble(told)) if path.startswith("nguoi/tran")]


def test_years_in_a_row() -> None:
    assert runs_of([2022, 2019, 2020, 2016, 2015, 2014]) == [[2019, 2020], [2014, 2015, 2016]]
    assert runs_of([2022]) == []
