"""The archive itself: it builds, its facts are words of its articles, its links lead somewhere, and it is the same on every machine.

`make test` runs these. A correction or an article in error is stated here with its file and line, as `kyyeu build` reports it.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent
HERE = "http://here/"


def built(folder: Path, **environment: str) -> Path:
    """Return the site of a copy of this archive in ``folder``."""
    for name in ("docs", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    for settings in ROOT.glob("mkdocs*.yml"):
        shutil.copy(settings, folder)
    run = subprocess.run(
        [sys.executable, "-m", "generator", "build", "-C", str(folder)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        pytest.fail(f"the archive does not build:\n{run.stderr}", pytrace=False)
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("one"), PYTHONHASHSEED="1", TZ="UTC")


class Page(HTMLParser):
    """Link targets of a page, the files it loads, and its anchors."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.names: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.names.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "link" and given.get("rel") != "canonical":
            self.loads.append(given.get("href", ""))
        if tag in ("img", "script", "iframe", "source") and given.get("src"):
            self.loads.append(given["src"])


def test_it_builds_strictly_and_every_correction_fits(site: Path) -> None:
    assert (site / "index.html").is_file()


def test_every_fact_is_words_of_its_article(site: Path) -> None:
    data = site / "du-lieu"
    facts = 0
    texts: dict[str, str] = {}
    for file in (data / "toan-van").glob("*.gz"):
        texts |= json.loads(gzip.decompress(file.read_bytes()))
    for page in sorted((data / "chu-thich").glob("*.gz")):
        for target in (target for item in json.loads(gzip.decompress(page.read_bytes()))["items"] for target in item["target"]):
            text = texts.get(target["source"].rpartition("/")[2], "")
            selectors = {selector["type"]: selector for selector in target["selector"]}
            if "TextPositionSelector" in selectors:
                place = selectors["TextPositionSelector"]
                assert text[place["start"] : place["end"]] == selectors["TextQuoteSelector"]["exact"] != "", f"{page.name}: {place}"
                facts += 1
    assert facts > 0, "no fact in any article"


def test_every_link_and_anchor_leads_somewhere_and_nothing_comes_from_elsewhere(site: Path) -> None:
    pages = {path: Page(path) for path in sorted(site.rglob("*.html")) if path != site / "404.html"}
    errors = []
    for path, page in pages.items():
        here = urljoin(HERE, path.relative_to(site).as_posix())
        for link in (*page.links, *page.loads):
            target = urlsplit(urljoin(here, link))
            if target.scheme == "data":  # nothing is fetched
                continue
            if target.netloc != urlsplit(HERE).netloc:
                errors += [f"{path}: loads {link}"] if link in page.loads else []
                continue
            file = site / unquote(target.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (target.fragment and file in pages and unquote(target.fragment) not in pages[file].names):
                errors.append(f"{path}: {link}")
    assert errors == []


def test_the_same_articles_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = built(tmp_path, PYTHONHASHSEED="2", TZ="Asia/Ho_Chi_Minh")
    files = [{path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()} for root in (site, again)]
    assert sorted(files[0]) == sorted(files[1])
    assert [name for name in sorted(files[0]) if files[0][name] != files[1][name]] == []
