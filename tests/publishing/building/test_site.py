"""Building the site: strictly, and the last good one stays when a build fails."""

from __future__ import annotations

import json
import os
import re
import socket
import struct
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from generator import pipeline
from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building import site
from tests.built_sites import HOSTILE, hostile_site
from tests.conftest import ROOT

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def seeds_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_site(tmp_path_factory)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.loads: list[str] = []
        self.scripts: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_script = tag == "script" and "src" not in given
        if given.get("id"):
            self.names.add(str(given["id"]))
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag in ("img", "script", "iframe", "source") and given.get("src"):
            self.loads.append(str(given["src"]))
        if tag == "link" and given.get("href") and given.get("rel") != "canonical":
            self.loads.append(str(given["href"]))
        assert not [name for name, _ in attrs if name.startswith("on")], attrs

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts.append(data)


def parsed(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def test_every_link_and_anchor_leads_somewhere_and_nothing_comes_from_elsewhere(seeds_site: Path) -> None:
    pages = {path: parsed(path) for path in seeds_site.rglob("*.html") if path.name != "404.html"}
    assert len(pages) > 15
    for path, page in pages.items():
        here = "http://here/" + path.relative_to(seeds_site).as_posix()
        for link in [*page.links, *page.loads]:
            target = urlsplit(urljoin(here, link))
            if target.scheme == "data":
                continue
            if target.netloc != "here":
                assert link in page.links, f"{path} loads {link}"
                continue
            file = seeds_site / unquote(target.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), f"{path} links to {link}"
            if target.fragment and file in pages:
                assert unquote(target.fragment) in pages[file].names, f"{path} links to {link}"


def test_a_hostile_title_does_nothing_anywhere(seeds_site: Path) -> None:
    for path in seeds_site.rglob("*.html"):
        page = parsed(path)
        assert not [script for script in page.scripts if script.strip().startswith("alert")], path
        assert "x" not in page.loads
    html = (seeds_site / "bai" / "hostile" / "index.html").read_text(encoding="utf-8")
    assert html.count("<title>") == html.count("</title>") == 1
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)" in html
    manifest = json.loads((seeds_site / "search" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["pages"] > 0  # what the index holds enters pages as text only: tests/browser/test_search_page.py


def test_the_templates_of_the_theme_are_no_pages(seeds_site: Path) -> None:
    assert not (seeds_site / "overrides").exists()


def test_the_data_is_published_as_it_was_written(seeds_site: Path) -> None:
    written = seeds_site.parent / "docs" / "du-lieu"
    names = {path.relative_to(written).as_posix() for path in written.rglob("*") if path.is_file() and path.suffix != ".md"}
    assert {"khen-thuong.csv", "khen-thuong.jsonl", "ky-yeu.sqlite", "datapackage.json", "bang/index.json", "bang/0.json.gz"} <= names
    assert (written.parent / ".generated").exists()
    assert not (seeds_site / ".generated").exists()
    for name in names:
        assert (seeds_site / "du-lieu" / name).read_bytes() == (written / name).read_bytes()


def test_a_failed_build_leaves_the_last_site(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.build(folder)
    before = (folder.site / "index.html").read_bytes()
    (archive / "docs" / "gioi-thieu.md").write_text("# Hỏng\n\n[đứt](khong-co.md)\n", encoding="utf-8")
    with pytest.raises(PublishingError, match="the site built before stays"):
        site.build(folder)
    assert (folder.site / "index.html").read_bytes() == before
    assert sorted(path.name for path in archive.iterdir()) == ["docs", "mkdocs.base.yml", "mkdocs.yml", "seeds", "site"]


def mkdocs_build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=1800,
        check=False,
    )


@pytest.fixture
def hooked(archive: Path) -> Path:
    """Provide an archive whose configuration names the hook where it lies, for MkDocs run by itself."""
    config = archive / "mkdocs.base.yml"
    ours = (ROOT / "generator" / "hook.py").as_posix()
    config.write_text(config.read_text(encoding="utf-8").replace("generator/hook.py", ours), encoding="utf-8")
    return archive


@pytest.mark.slow
def test_plain_mkdocs_converts_first(hooked: Path) -> None:
    run = mkdocs_build(hooked)
    assert run.returncode == 0, run.stderr
    assert (hooked / "site" / "bai" / "hoa-mai" / "index.html").is_file()
    (hooked / "seeds" / "rong.txt").write_bytes(b"")
    run = mkdocs_build(hooked)
    assert run.returncode == 1, "an article in error makes the strict build fail"
    assert "rong.txt" in run.stderr
    assert "Traceback" not in run.stderr
    assert "::" not in run.stderr


@pytest.mark.slow
def test_plain_mkdocs_tells_every_error_and_notes_it_where_it_is_asked_to(hooked: Path) -> None:
    (hooked / "seeds" / "rong.txt").write_bytes(b"")
    run = mkdocs_build(hooked, GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(hooked))
    assert "\n::warning file=seeds/rong.txt::" in run.stderr
    for name in ("units.yaml", "redirects.yaml"):
        (hooked / "seeds" / name).touch()
    run = mkdocs_build(hooked)
    assert run.returncode == 1
    assert "units.yaml" in run.stderr
    assert "redirects.yaml" in run.stderr, "all errors of the archive are told"
    assert "Traceback" not in run.stderr


@pytest.mark.slow
def test_an_address_that_is_taken(archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PublishingError):
            site.serve(ArchiveFolder.at(archive), f"127.0.0.1:{taken.getsockname()[1]}", lambda _: {})


def test_the_clock_leaves_no_mark(seeds_site: Path) -> None:
    """Built on another day, the site has the same bytes: no date in the site map, none in what is packed."""
    assert "lastmod" not in (seeds_site / "sitemap.xml").read_text(encoding="utf-8")
    assert (seeds_site / "sitemap.xml.gz").read_bytes()[4:8] == bytes(4)  # gzip's own time stamp


class _Head(HTMLParser):
    """Metadata for other sites in the head of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or ""
            assert name not in self.meta or name in ("", "theme-color"), f"{name} twice"
            self.meta[name] = given.get("content", "")
        elif tag == "link":
            self.links[given.get("type") or given.get("rel", "")] = given.get("href", "")


CARDS = {"bai", "nguoi", "don-vi", "nam", "hinh-thuc"}  #: kinds of page with a picture of their own
BASE = "https://ky-yeu.github.io/ky-yeu/"


def test_what_other_sites_are_told_of_an_article(seeds_site: Path) -> None:
    head = _Head(seeds_site / "bai" / "003-d98efc04c9da44ad" / "index.html")
    address = f"{BASE}bai/003-d98efc04c9da44ad/"
    assert head.meta["og:title"].startswith("Giao ban chuyên đề công tác xây dựng Đảng")
    assert head.meta["og:type"] == "article"
    assert head.meta["og:url"] == head.links["canonical"] == address
    assert head.meta["article:published_time"] == "2023-06-02T17:12:00+07:00"
    assert head.meta["description"] == head.meta["og:description"] != ""
    assert head.meta["og:description"].removesuffix(" …") in " ".join((ROOT / "seeds/003_d98efc04c9da44ad.txt").read_text("utf-8").split())
    assert urljoin(address, head.links["application/atom+xml"]) == f"{BASE}du-lieu/nguon-tin/tat-ca.xml"


def test_what_other_sites_are_told_of_the_other_pages(seeds_site: Path) -> None:
    for path in seeds_site.rglob("*.html"):
        if 'name="robots" content="noindex"' not in path.read_text(encoding="utf-8"):  # former addresses lead on
            head = _Head(path)
            assert head.meta["og:title"]
            assert head.meta["og:description"]
            feed = head.links.get("application/atom+xml")
            assert 'rel="alternate"' not in path.read_text(encoding="utf-8"), "the theme's script would seek a site map there"
            assert feed is None or (path.parent / feed).is_file(), f"{path} has no feed {feed}"
            kind = path.relative_to(seeds_site).parts[0]
            card = f"cards/{kind}" if kind in CARDS else "social"
            assert head.meta["og:image"] == f"{BASE}assets/{card}.png"
            assert head.links["apple-touch-icon"].endswith("assets/apple-touch-icon.png")
            assert head.meta["twitter:card"] == "summary_large_image"
    assert (seeds_site / "assets" / "apple-touch-icon.png").is_file()
    assert {path.stem for path in (seeds_site / "assets" / "cards").iterdir()} == CARDS
    for picture in ("social", *(f"cards/{kind}" for kind in CARDS)):
        png = (seeds_site / "assets" / f"{picture}.png").read_bytes()
        assert (png[:8], struct.unpack(">II", png[16:24])) == (b"\x89PNG\r\n\x1a\n", (1200, 630))
        assert len(png) < 100_000
    assert _Head(seeds_site / "index.html").meta["og:type"] == "website"
    award = _Head(seeds_site / "hinh-thuc" / "giay-khen" / "index.html")
    assert award.links["application/atom+xml"].endswith("nguon-tin/hinh-thuc/giay-khen.xml")


def test_hostile_words_are_words_to_other_sites(seeds_site: Path) -> None:
    head = _Head(seeds_site / "bai" / "hostile" / "index.html")
    assert head.meta["og:title"] == HOSTILE.splitlines()[0]
    assert head.meta["description"] == head.meta["og:description"] == HOSTILE.splitlines()[2]


def test_robots_and_site_map(seeds_site: Path) -> None:
    lines = (seeds_site / "robots.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {BASE}sitemap.xml"]
    places = (seeds_site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{BASE}bai/hostile/" in places
    assert "ten-cu" not in places


def test_an_old_address_leads_on(seeds_site: Path) -> None:
    old = seeds_site / "bai" / "ten-cu"
    assert _Head(old / "index.html").links["canonical"] == f"{BASE}bai/hostile/"
    led = {(old / link).resolve() for link in parsed(old / "index.html").links}
    assert led == {seeds_site / "bai" / "hostile", seeds_site}  # the article, and home
    assert all((one / "index.html").is_file() for one in led)


def test_without_an_address_of_its_own_a_site_is_sane(archive: Path) -> None:
    config = archive / "mkdocs.yml"
    config.write_text(re.sub(r"(?m)^site_url:.*\n", "", config.read_text(encoding="utf-8")), encoding="utf-8")
    folder = ArchiveFolder.at(archive)
    pipeline.build(folder)
    assert (folder.site / "robots.txt").read_text(encoding="utf-8").strip() == "User-agent: *\nAllow: /"
    assert not (folder.site / "du-lieu" / "nguon-tin").exists()
    for path in folder.site.rglob("*.html"):
        head = _Head(path)
        assert "og:url" not in head.meta
        assert "application/atom+xml" not in head.links
        assert "None" not in head.meta.values()
