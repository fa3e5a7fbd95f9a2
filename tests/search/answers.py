"""What the search of a built site shows for queries of readers, in a browser, each with the pages that should answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Response

from tests.browser.conftest import served


@dataclass(frozen=True)
class Answer:
    """What a query was answered with: addresses below the site, best first, and the bytes of the index that were loaded."""

    query: str
    shown: tuple[str, ...]
    rank: int | None
    kilobytes: float


def answers(browser: Browser, site: Path, cases: list[dict[str, Any]]) -> Iterator[Answer]:
    """Yield the answer to each case that the site has a page for."""
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    with served(site) as base:
        for case in cases:
            wanted = tuple(page for page in pages if page.startswith(tuple(case["answer"])) and _holds(site / page, case.get("text", "")))
            if not wanted:
                continue
            context = browser.new_context(base_url=base)
            page = context.new_page()
            loaded: list[Response] = []
            page.on("response", _into(loaded))
            page.goto(f"tra-cuu/?tk={quote(case['query'])}")
            page.wait_for_selector("[data-search-state=done]")
            links = page.locator(".ky-results a[href]").evaluate_all("all => all.map(link => link.href)")
            context.close()
            shown = tuple(urlsplit(link).path.removeprefix("/") for link in links)
            rank = next((number for number, one in enumerate(shown, 1) if one.startswith(wanted)), None)
            yield Answer(case["query"], shown, rank, sum(map(_length, loaded)) / 1000)


def _holds(page: Path, words: str) -> bool:
    return not words or words.lower() in " ".join((page / "index.html").read_text(encoding="utf-8").lower().split())


def _into(loaded: list[Response]) -> Callable[[Response], None]:
    def keep(given: Response) -> None:  # Playwright takes no method of a list
        loaded.append(given)

    return keep


def _length(response: Response) -> int:
    return int(response.headers.get("content-length", 0)) if "/search/" in response.url and "/javascripts/" not in response.url else 0
