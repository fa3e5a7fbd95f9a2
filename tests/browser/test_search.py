"""The search in a real browser: every query of tests/search/queries.yml, among few pages and among thousands, and how it behaves."""

from __future__ import annotations

import gzip
import json
import random
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

from generator.publishing.search.index import index_site
from generator.text.search_terms import terms
from tests import built_sites
from tests.browser.conftest import served
from tests.conftest import ROOT
from tests.search.filler import add, article

SEARCH = ROOT / "tests" / "search"
QUERIES = yaml.safe_load((SEARCH / "queries.yml").read_text(encoding="utf-8"))
VECTORS = json.loads((SEARCH / "vectors.json").read_text(encoding="utf-8"))["cases"]
OTHERS = 5000
PHRASES = 200
_SCHOOL = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "ủy": "uỷ",
    "úy": "uý",
    "ùy": "uỳ",
    "ũy": "uỹ",
    "ụy": "uỵ",
    "ỏe": "oẻ",
    "óe": "oé",
}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide the site of the seeds and the traps."""
    sources = [*(ROOT / "seeds").glob("*.txt"), *(SEARCH / "archive").glob("*.txt")]
    return built_sites.built(tmp_path_factory, "search", {path.name: path.read_bytes() for path in sources})


@pytest.fixture(scope="module")
def many(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide the same among thousands of others."""

    def make(folder: Path) -> Path:
        site = folder / "site"
        shutil.copytree(few, site)
        add(site, OTHERS)
        index_site(site)
        return site

    return built_sites.read_only(tmp_path_factory, "many", make)


@pytest.fixture(scope="module", params=["few", pytest.param("many", marks=pytest.mark.slow)])
def search(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, Path]]:
    """Provide the page Tra cứu, open, and the folder of its site."""
    site: Path = request.getfixturevalue(request.param)
    with served(site) as address:
        page = browser.new_page(base_url=address)
        page.goto("tra-cuu/")
        yield page, site
        page.close()


def ask(page: Page, query: str, more: str = "") -> list[str]:
    """Return the addresses, below the site, of the results shown, best first."""
    page.goto(f"tra-cuu/?tk={quote(query)}{more}")
    page.wait_for_selector("[data-search-state=done]")
    return links(page, "a[data-hit]")


def links(page: Page, which: str) -> list[str]:
    """Return the addresses, below the site, of the links ``which`` of the page."""
    shown = page.locator(which).evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [urlsplit(one).path.strip("/") for one in shown]


def all_of(page: Page, site: Path, queries: list[str]) -> list[list[str]]:
    """Return the addresses of all results of each query, best first, as the engine of the page gives them."""
    given: list[list[int]] = page.evaluate(
        """async (queries) => {
          const base = new URL("..", location.href).href;
          const { open, search } = await import(new URL("assets/javascripts/search/search.js", base));
          const index = await open(base);
          const found = [];
          for (const query of queries) found.push((await search(index, query)).pages);
          return found;
        }""",
        queries,
    )
    known = addresses(site)
    return [[known[number] for number in one] for one in given]


@cache
def addresses(site: Path) -> list[str]:
    """Return the address of each page of the index, by its number."""
    manifest = json.loads((site / "search" / "manifest.json").read_text(encoding="utf-8"))
    pages = site / "search" / manifest["folder"] / "d"
    packs = [json.loads(gzip.decompress((pages / f"{number}.bin").read_bytes())) for number in range(manifest["packs"])]
    return [one["url"].strip("/") for pack in packs for one in pack]


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case["query"] + (" NFD" if case.get("nfd") else ""))
def test_query(search: tuple[Page, Path], case: dict[str, Any]) -> None:
    query = unicodedata.normalize("NFD" if case.get("nfd") else "NFC", case["query"])
    page, site = search
    shown = ask(page, query)
    (hits,) = all_of(page, site, [query])
    named = links(page, ".ky-entities a")  # they stand on top, not among the others
    assert shown == [hit for hit in hits if hit not in named][:10]
    assert page.locator("[data-hit-count]").first.text_content() == f"{len(hits):,}".replace(",", ".")

    def place(name: str) -> int | None:
        article = f"bai/{name}-" if re.fullmatch(r"00\d", name) else f"bai/trap-{name}"
        return next((number for number, hit in enumerate(hits) if hit == article or (article[-1] == "-" and hit.startswith(article))), None)

    assert [name for name in case.get("found", ()) if place(name) is None] == []
    assert [name for name in case.get("missing", ()) if place(name) is not None] == []
    for better, worse in case.get("above", ()):
        best, worst = place(better), place(worse)
        assert best is not None
        assert worst is None or best < worst, hits[:10]
    places = {place(name) for name in case.get("first", ())} - {None}
    assert places == set(range(len(places)))


def _phrases() -> list[tuple[str, str]]:
    """Phrases of two to four words cut from articles, with the address of one that holds each."""
    chance = random.Random(42)
    found: list[tuple[str, str]] = []
    while len(found) < PHRASES:
        number = chance.randrange(OTHERS)
        words = chance.choice(article(number)[1]).split()
        length = chance.randint(2, 4)
        start = chance.randrange(len(words) - length)
        found.append((" ".join(words[start : start + length]), f"bai/khac-{number:05}"))
    return found


def _text(hit: str) -> str:
    """Return the text of one of the others; of another page nothing."""
    name = hit.removeprefix("bai/khac-")
    if not name.isdigit():
        return ""
    title, paragraphs = article(int(name))
    return "\n".join((title, *paragraphs))


def _holds(text: str, phrase: str, form: str) -> bool:
    words = [getattr(term, form) for term in terms(text)]
    sought = [getattr(term, form) for term in terms(phrase)]
    return any(words[i : i + len(sought)] == sought for i in range(len(words)))


def _plain(phrase: str) -> str:
    return "".join(
        one for one in unicodedata.normalize("NFD", phrase.replace("đ", "d").replace("Đ", "D")) if not unicodedata.combining(one)
    )


def _placed(phrase: str) -> str:
    for press, school in _SCHOOL.items():
        phrase = re.sub(rf"{press}(?!\w)", school, phrase)
    return phrase


_WAYS: dict[str, Callable[[str], str]] = {
    "stands": lambda one: one,
    "plain": _plain,
    "nfd": lambda one: unicodedata.normalize("NFD", one),
    "placed": _placed,
    "quoted": lambda one: f'"{one}"',
}


@pytest.mark.slow
@pytest.mark.parametrize("way", _WAYS)
def test_random_phrases(many: Path, browser: Browser, way: str) -> None:
    phrases = _phrases()
    with served(many) as address:
        page = browser.new_page(base_url=address)
        page.goto("tra-cuu/")
        results = all_of(page, many, [_WAYS[way](phrase) for phrase, _ in phrases])
        page.close()
    form = "folded" if way == "plain" else "exact"
    lost = [phrase for (phrase, source), hits in zip(phrases, results, strict=True) if source not in hits]
    assert lost == []
    right = sum(_holds(_text(hits[0]), phrase, form) for (phrase, _), hits in zip(phrases, results, strict=True))
    assert right >= 0.98 * PHRASES
    if way == "quoted":
        wrong = [
            (phrase, hit)
            for (phrase, _), hits in zip(phrases, results, strict=True)
            for hit in hits[:40]
            if _text(hit) and not _holds(_text(hit), phrase, form)
        ]
        assert wrong == []


def test_the_normaliser_is_one(few: Path, browser: Browser) -> None:
    with served(few) as address:
        page = browser.new_page(base_url=address)
        page.goto("tra-cuu/")
        shown = page.evaluate(
            """async ([texts, base]) => {
              const { terms } = await import(new URL("assets/javascripts/search/terms.js", base));
              return texts.map((text) => terms(text.normalize("NFC")).map((one) => [one.exact, one.folded, one.joined]));
            }""",
            [[text for text, _ in VECTORS], address],
        )
        page.close()
    assert shown == [expected for _, expected in VECTORS]
