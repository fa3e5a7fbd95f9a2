"""Zensical builds from the same pages what MkDocs builds; what differs is listed in CONTRIBUTING.md, and here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import zensical
from tests.built_sites import HOSTILE, hostile_site
from tests.publishing.building.test_content_security import unhashed

pytestmark = [pytest.mark.site, pytest.mark.slow, zensical.needed]

Sites = tuple[Path, Path]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Provide the seeds and a hostile article with a former address, built with MkDocs and with Zensical."""
    return hostile_site(tmp_path_factory), zensical.shared_site(tmp_path_factory)


def names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def themes(name: str) -> bool:
    """Return what the theme itself brings: the two have different versions of it."""
    scripts = r"javascripts/(bundle|workers|lunr|LICENSE|frame)"
    return re.match(rf"assets/({scripts}|stylesheets/(main|palette|classic|modern)|images)", name) is not None


def test_the_same_files_at_the_same_addresses(sites: Sites) -> None:
    ours, theirs = ({name for name in names(site) if not themes(name)} for site in sites)
    assert ours - theirs == {"sitemap.xml.gz"}
    assert theirs - ours == {"search.json"}
    assert len(ours) > 200


def test_the_content_security_policy_lets_the_themes_scripts_run(sites: Sites) -> None:
    assert [unhashed(site) for site in sites] == [[], []]


def test_files_that_are_no_pages_have_the_same_bytes(sites: Sites) -> None:
    shared = {name for name in names(sites[0]) & names(sites[1]) if not themes(name) and not name.endswith((".html", "sitemap.xml"))}
    assert {"robots.txt", "search/manifest.json", "du-lieu/khen-thuong.csv", "du-lieu/nguon-tin/tat-ca.xml"} <= shared
    assert [name for name in sorted(shared) if (sites[0] / name).read_bytes() != (sites[1] / name).read_bytes()] == []


def content(site: Path, name: str) -> dict[str, Any]:
    """Return what a page says to readers and to machines; links from the site's root."""
    tree = LexborHTMLParser((site / name).read_bytes())
    article = tree.css_first("article") or tree.body
    assert article is not None
    for skip in article.css("#__skip"):  # Zensical's: where its link to the content leads
        skip.decompose()
    here = urljoin("http://here/ky-yeu/", name)

    def lead(node: Any, key: str) -> str:
        there: str = urljoin(here, node.attributes[key] or "")
        return there.replace("/index.html", "/")  # as Zensical writes the way home

    return {
        "title": " ".join((tree.css_first("title") or article).text().split()),
        "html": re.sub(r'href="[^"]*"|\s+', " ", article.html or ""),
        "links": [lead(node, "href") for node in article.css("a[href]")],
        "loads": sorted(lead(node, "src") for node in article.css("[src]")),
        "JSON-LD": [node.text() for node in tree.css('script[type="application/ld+json"]')],
        "meta": sorted(
            (node.attributes.get("name") or node.attributes.get("property") or "", node.attributes.get("content") or "")
            for node in tree.css("meta:not([http-equiv=Content-Security-Policy])")  # the themes' scripts differ
            if node.attributes.get("name") != "generator"
        ),
        "told": sorted(
            (node.attributes.get("rel") or "", lead(node, "href"))
            for node in tree.css("head link[href]")
            if node.attributes.get("rel") != "stylesheet"
        ),
        "navigation": [(" ".join(node.text().split()), lead(node, "href")) for node in tree.css(".ky-nav a[href]")],
        "language": (tree.css_first("html") or article).attributes.get("lang"),
    }


def test_every_page_says_the_same(sites: Sites) -> None:
    pages = sorted(name for name in names(sites[0]) if name.endswith(".html"))
    assert len(pages) > 60
    for name in pages:
        ours, theirs = (content(site, name) for site in sites)
        assert ours == theirs, name


def test_the_site_map_leads_to_the_same_places(sites: Sites) -> None:
    places = [re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")) for site in sites]
    ours, theirs = (sorted(LexborHTMLParser(place).text() for place in found) for found in places)
    assert ours == theirs
    assert any(place.endswith("/bai/hostile/") for place in ours)
    assert "lastmod" not in (sites[1] / "sitemap.xml").read_text(encoding="utf-8")


def test_a_hostile_title_does_nothing(sites: Sites) -> None:
    for path in sites[1].rglob("*.html"):
        tree = LexborHTMLParser(path.read_bytes())
        assert not [node for node in tree.css("script:not([src])") if node.text().strip().startswith("alert")], path
        assert not tree.css("img[onerror]"), path
    page = LexborHTMLParser((sites[1] / "bai" / "hostile" / "index.html").read_bytes())
    title, description = page.css_first("title"), page.css_first('meta[name="description"]')
    assert title is not None
    assert title.text().strip() == f"{HOSTILE.splitlines()[0]} - Kỷ Yếu"
    assert description is not None
    assert description.attributes["content"] == HOSTILE.splitlines()[2]


def test_no_template_is_left_in_what_is_published(sites: Sites) -> None:
    for name in ("404.html", "sitemap.xml", "robots.txt", "index.html"):
        written = (sites[1] / name).read_text(encoding="utf-8").replace("{% raw %}", "")  # an article's title says so
        assert "{%" not in written
