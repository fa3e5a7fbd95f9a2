"""The HTML and the links of whole sites: the seeds' and that of the archive whose articles share events and have corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import built_sites
from tests.conftest import ROOT
from tests.site_audit.findings import told
from tests.site_audit.links import broken
from tests.site_audit.markup import MOST_BYTES, errors

SOURCES = {"seeds": ROOT / "seeds", "archive": ROOT / "tests" / "archive" / "seeds"}
PAGE = (
    '<!doctype html><html lang="vi"><head><title>x</title><meta name="description" content="x">'
    '<link rel="canonical" href="https://archive.example/kho/{at}"></head><body><main><h1 id="x">x</h1>{body}</main></body></html>'
)


@pytest.fixture(scope="module", params=list(SOURCES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_sites.built(tmp_path_factory, request.param, built_sites.articles_in(SOURCES[request.param]))


@pytest.mark.site
def test_every_reference_leads_somewhere(built: Path) -> None:
    assert told(broken(built)) == []


@pytest.mark.site
def test_the_html_is_whole_and_light(built: Path) -> None:
    assert told(errors(built)) == []


def site_of(folder: Path, body: str) -> Path:
    """Return a site whose home page holds ``body``, with a sound page and a style sheet beside it."""
    (folder / "bai").mkdir()
    (folder / "index.html").write_text(PAGE.format(at="", body=body), encoding="utf-8")
    (folder / "bai" / "index.html").write_text(PAGE.format(at="bai/", body=""), encoding="utf-8")
    (folder / "site.css").write_text("body { background: url('bai/') }", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<a href="bai/">x</a> <a href="bai/#x">x</a> <a href="#x">x</a> <a href="#">x</a> <a href="https://other.example/y">x</a>', None),
        ('<a href="https://archive.example/kho/bai/#x">x</a> <a href="mailto:a@b.example">x</a> <a href="/kho/bai/">x</a>', None),
        ('<a href="bài/">x</a>', "broken link"),
        ('<a href="bai">x</a>', "link without slash"),
        ('<a href="bai/#y">x</a>', "broken anchor"),
        ('<a href="#y">x</a>', "broken anchor"),
        ('<a href="/bai/">x</a>', "link outside the site"),
        ('<a href="https://archive.example/kho/y">x</a>', "broken link"),
        ('<img src="y.webp" alt="">', "broken link"),
        ('<img srcset="bai/ 1x, y.webp 2x" alt="">', "broken link"),
        ('<form action="y/"></form>', "broken link"),
        ('<p style="background: url(y.svg)">x</p>', "broken link"),
        ('<meta content="https://archive.example/kho/y">', "broken link"),
    ],
)
def test_what_is_a_broken_reference(tmp_path: Path, body: str, rule: str | None) -> None:
    assert {one.rule for one in broken(site_of(tmp_path, body))} == ({rule} if rule else set())


@pytest.mark.parametrize("name", ["feed.xml", "data.json", "rows.csv", "robots.txt"])
def test_other_files_are_read_too(tmp_path: Path, name: str) -> None:
    site = site_of(tmp_path, "")
    (site / name).write_text("<x>https://archive.example/kho/bai/#y</x> https://archive.example/kho/#x", encoding="utf-8")
    assert [(one.rule, one.page) for one in broken(site)] == [("broken anchor", name)]
    (site / "site.css").write_text("body { background: url(y.svg) }", encoding="utf-8")
    assert ("broken link", "site.css") in [(one.rule, one.page) for one in broken(site)]


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("<p>x <a href='#'>y</a></p><ul><li><p>z</p></li></ul><svg><g/><title>t</title></svg><br><input>", None),
        ("<p>x", "</main> where ['p'] is open"),
        ("<p><div></div></p>", "<div> in <p>"),
        ("<h2><a href='#'><p>x</p></a></h2>", "<p> in <h2>"),
        ("<span></div></span>", "</div> where ['span'] is open"),
        ("<div/>", "<div/> is not closed by its slash"),
        ("<a href='#'><button>x</button></a>", "<button> within <a> or <button>"),
        ("<ul><p>x</p></ul>", "<p> in <ul>"),
        ("<ul>x</ul>", "words between the parts of <ul>"),
        ("<li>x</li>", "<li> in <main>"),
        ("<table><td>x</td></table>", "<td> in <table>"),
        ("<p id='x'></p>", "id 'x' stands 2 times"),
        ("<p class='a' class='b'></p>", "<p> has an attribute twice"),
        ("<img src='x'>", "<img> without alt"),
        ("<h1>y</h1>", "2 <h1> instead of one"),
    ],
)
def test_what_is_wrong_html(tmp_path: Path, body: str, error: str | None) -> None:
    found = [error.where for error in errors(site_of(tmp_path, body)) if error.rule == "markup"]
    assert any(finding.startswith(error) for finding in found) if error else found == []


def test_a_page_may_not_weigh_too_much(tmp_path: Path) -> None:
    assert [error.rule for error in errors(site_of(tmp_path, "ố" * (MOST_BYTES // 3)))] == ["heavy page"]
