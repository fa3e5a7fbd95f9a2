"""Every page of the seeds' site, as a reader without eyes, with a narrow screen or in the dark meets it; see tests/site_audit/.

The chief kinds of page on a phone; in the slow tier every kind and all pages, light and dark, and other widths
(``benchmarks/audit.py`` looks at every page at every width). That the audit finds errors is shown on pages that have them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site_audit.findings import Finding, kinds, pages, told
from tests.site_audit.serving import published
from tests.site_audit.views import View, axe, look, moved_late, opened

ARTICLE = "bai/004-0baa82ef82c13b59/"
MOST_FIRST_VIEW = 250_000
PAGE = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">{head}</head>'
    "<body><main><h1>x</h1>{body}</main></body></html>"
)
TALL = "<p style='height: 500px'>x</p>"
LATE = TALL + (
    "<script>new PerformanceObserver(() => requestAnimationFrame(() => { document.querySelector('p').style.marginTop = '300px' }))"
    ".observe({type: 'paint', buffered: true})</script>"
)
FADING = (
    "<p style='color: #6f6f6f; transition: opacity 1s linear'>some words</p><script>const { style } = document.querySelector('p');"
    " setInterval(() => { style.opacity = style.opacity === '0' ? '1' : '0' }, 400)</script>"
)
DARK = "<style>@media (prefers-color-scheme: dark) { p { color: #222; background: #111 } }</style>"


@pytest.fixture(scope="module")
def online(site: Path) -> Iterator[str]:
    """Provide where the seeds' site is served below its own path, packed."""
    with published(site) as address:
        yield address


@pytest.mark.slow
@pytest.mark.parametrize("first", ["light", "dark"])
def test_every_page_on_phone_and_desktop(browser: Browser, site: Path, online: str, first: str) -> None:
    views = {
        "light": (View(360, "light"), View(360, "dark", "colours")),
        "dark": (View(1280, "dark"), View(1280, "light", "colours")),
    }
    assert told(look(browser, online, pages(site), [views[first]])) == []


#: A list, an article, an index and one of its pages, a table, a chart, a form, words by hand, a wrong address: others are made of the same.
CHIEF = ("", "404.html", ARTICLE, "don-vi/", "gioi-thieu/", "khen-thuong/2022/", "su-kien/", "tra-cuu/")


@pytest.mark.slow
def test_the_chief_kinds_of_page_on_a_phone(browser: Browser, site: Path, online: str) -> None:
    chief = [page for page in kinds(site) if page in CHIEF or page.startswith("don-vi/")]
    assert len(chief) == len(CHIEF) + 1
    assert told(look(browser, online, chief, [[View(360, "light")]])) == []


@pytest.mark.slow
@pytest.mark.parametrize("view", [View(768, "light"), View(1920, "dark")], ids=str)  # other widths than those of every page
def test_every_kind_of_page(browser: Browser, site: Path, online: str, view: View) -> None:
    assert told(look(browser, online, kinds(site), [[view]])) == []


@pytest.mark.slow
def test_nothing_moves_when_scripts_come_late(browser: Browser, site: Path, online: str) -> None:
    assert told(moved_late(browser, online, kinds(site), View(360, "light"))) == []


def test_what_late_scripts_move_is_found(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE.format(head='<script defer src="y.js"></script>', body=TALL), encoding="utf-8")
    (tmp_path / "y.js").write_text("document.querySelector('p').style.marginTop = '300px'", encoding="utf-8")
    with published(tmp_path) as address:
        assert [one.rule for one in moved_late(browser, address, [""], View(360, "light"))] == ["layout shift"]


@pytest.mark.slow
@pytest.mark.parametrize("view", [View(360, "light"), View(1280, "dark")], ids=str)
def test_what_opens_on_a_page(browser: Browser, online: str, view: View) -> None:
    """Suggestions below the box, results of a search, an article with what was sought and with words lit up, the drawer on a phone."""
    found: list[Finding] = []
    with opened(browser, online, view) as (page, errors):
        page.goto("")
        page.locator(".ky-box input").fill("khen")
        page.locator(".ky-suggest a").first.wait_for()
        found += axe(page, "suggestions", view)
        page.goto("tra-cuu/?tk=giay%20khen")
        page.locator(".ky-hit").first.wait_for()
        found += axe(page, "results", view)
        page.goto(f"{ARTICLE}?tk=giay%20khen")
        page.get_by_role("checkbox", name="câu dẫn chứng").press("Space")  # a click may miss what still moves
        expect(page.get_by_role("checkbox", name="câu dẫn chứng")).not_to_be_checked()
        found += axe(page, "marks switched off", view)
        lit = page.locator(".ev:has(.ky-found)").first.get_attribute("id")
        page.goto(f"{ARTICLE}#{lit}")
        found += axe(page, "words lit up", view)
        if view.width < 1000:
            page.locator(".ky-drawer").click()
            page.locator(".ky-nav").wait_for()
            found += axe(page, "drawer", view)
        assert errors == []
    assert told(found) == []


def test_the_first_view_of_an_article_is_light(browser: Browser, site: Path, online: str) -> None:
    """Bytes over the wire without fonts, nothing cached, everything scrolled into sight: for the heaviest article."""
    heaviest = max((site / "bai").glob("*/index.html"), key=lambda path: (path.stat().st_size, path)).parent.name
    with opened(browser, online, View(1280, "light")) as (page, _):
        carried = dict[str, int]()
        page.on("requestfinished", lambda asked: carried.update({asked.url: asked.sizes()["responseBodySize"]}))
        page.goto(f"bai/{heaviest}/")
        page.mouse.wheel(0, 100_000)
        page.wait_for_load_state("networkidle")
        kept = {url: size for url, size in carried.items() if not url.endswith(".woff2")}
    html = kept[f"{online}bai/{heaviest}/"]
    assert html == len(gzip.compress((site / "bai" / heaviest / "index.html").read_bytes(), 6, mtime=0))
    assert html < sum(kept.values()) <= MOST_FIRST_VIEW, json.dumps(kept, indent=1)


def test_what_fades_is_never_seen_between_two_colours(browser: Browser, online: str) -> None:
    with opened(browser, online, View(360, "light")) as (page, _):
        page.set_content(PAGE.format(head="", body=FADING))
        assert told(one for _ in range(5) for one in axe(page, "fading", View(360, "light", "colours"))) == []


#: Pages (what is in the head, in the body), and the rule that finds what is wrong on each.
EXAMPLES: list[tuple[str, str, str | None]] = [
    ("", "<p>x</p>", None),
    ("", '<img src="y.svg">', "axe image-alt"),
    (DARK, "<p>some words</p>", "axe color-contrast"),
    ("", '<p style="width: 3000px">x</p>', "wider than the window"),
    ("", "<details><summary>x</summary><input></details>", "axe label"),
    ("", '<a href="#" style="display: inline-block; font-size: 4px">x</a><a href="#" style="font-size: 4px">y</a>', "axe target-size"),
    ("", LATE, "layout shift"),
    ("<script>console.error('x')</script>", "", "request or script"),
    ("<script>throw new Error('x')</script>", "", "request or script"),
    ('<script src="y.js"></script>', "", "request or script"),
    ('<link rel="stylesheet" href="http://other.invalid/x.css">', "", "request or script"),
]


@pytest.fixture(scope="module")
def looked(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> list[list[Finding]]:
    """Provide what the audit finds on each of EXAMPLES."""
    folder = tmp_path_factory.mktemp("examples")
    (folder / "404.html").write_text(PAGE.format(head="", body=""), encoding="utf-8")
    (folder / "y.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    places = ["index.html", *(f"{number}.html" for number in range(1, len(EXAMPLES)))]
    for place, (head, body, _) in zip(places, EXAMPLES, strict=True):
        (folder / place).write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    with published(folder) as address:
        found = look(browser, address, places, [(View(360, "light"), View(360, "dark", "colours"))])
    return [[finding for finding in found if finding.page == place] for place in places]


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=lambda number: f"{number}-{EXAMPLES[number][2]}")
def test_what_the_audit_finds(looked: list[list[Finding]], number: int) -> None:
    rule, found = EXAMPLES[number][2], looked[number]
    assert (rule in {finding.rule for finding in found}) if rule else found == [], told(found)
