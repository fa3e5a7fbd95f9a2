"""Every page of a built site opened in Chromium, at some widths, in light and dark, and looked at by axe-core.

    with published(site) as address:
        findings = look(browser, address, pages(site), [[View(360, "light"), View(360, "dark", "colours")]])

A finding is: a violation of WCAG 2.2 AA or of axe's best practices, a page wider than its window, text that moves while the
page opens, an error in the console, a script's error, a request that fails or goes to another host.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Browser, Error, Page, Route

from tests.site_audit.findings import Finding

WIDTHS = (360, 768, 1280, 1920)
MOST_SHIFT = 0.05
MOST_SHIFT_LATE = 0.01  #: what scripts add has its place; where fonts differ, it may be a line apart
_LATEST = 10_000  #: milliseconds

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OF_COLOURS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
_RULES = {
    "all": {"runOnly": {"type": "tag", "values": _WCAG}, "rules": {"target-size": {"enabled": True}}},
    "colours": {"runOnly": {"type": "rule", "values": _OF_COLOURS}},
}
_RUN = """options => axe.run(document, {resultTypes: ['violations'], elementRef: false, ...options}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(({target, html, any}) =>
    [id, target.flat().join(' '), html.slice(0, 160), any.map(one => one.message).join('; ').slice(0, 160)])))"""

WATCH_SHIFTS = """window.kyShift = [];
window.kySee = (entries) => { for (const one of entries) window.kyShift.push(
  [one.value, one.sources.map(({node}) => node?.nodeName + '.' + (node?.className ?? '')).join(', ')]) };
window.kyWatch = new PerformanceObserver((list) => window.kySee(list.getEntries()));
window.kyWatch.observe({type: 'layout-shift', buffered: true});"""
# Nothing moves before the first paint: a busy machine paints late. Frames are counted, not milliseconds.
SETTLED = """async () => {
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  await document.fonts.ready;
  for (let waited = 0; waited < 300 && !performance.getEntriesByName('first-contentful-paint').length; waited++) await frame();
  for (let after = 0; after < 4; after++) await frame();
  await new Promise((next) => setTimeout(next));
  window.kySee(window.kyWatch.takeRecords());
  return window.kyShift;
}"""
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
# What is folded is looked at too.
_UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
# Waiting is not enough: what a scroll of the page starts later, such as the title in the header, would be seen between two colours.
_STILL = """async () => {
  if (!document.getElementById('ky-still')) {
    const still = document.createElement('style');
    still.id = 'ky-still';
    still.textContent = '*, ::before, ::after { transition: none !important; animation: none !important }';
    document.head.append(still);
  }
  await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 100)));
  const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ends.map((one) => one.finished.catch(() => null)));
}"""
_TOO_WIDE = """() => { const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return null;
  const over = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > wide + 1);
  return over.slice(-1).map(one => one.outerHTML.slice(0, 160))[0] ?? 'the page' }"""


@dataclass(frozen=True, slots=True)
class View:
    """Views of pages. ``axe`` states how much of axe-core runs: everything, what depends on width and colours, or nothing."""

    width: int
    scheme: Literal["light", "dark"]
    axe: Literal["all", "colours", "none"] = "all"

    def __str__(self) -> str:
        return f"{self.width} px, {self.scheme}"


def look(browser: Browser, address: str, pages: Iterable[str], rounds: Iterable[Sequence[View]]) -> list[Finding]:
    """Return what is in error with ``pages``, the addresses below ``address``. In each round every page is loaded, with nothing from the
    cache, in the round's first view, and then turned to the others: that is quicker than loading it again."""
    listed = list(pages)
    findings: list[Finding] = []
    for views in rounds:
        with opened(browser, address, views[0]) as (page, errors):
            page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
            for place in listed:
                _turn(page, views[0])
                page.goto(place)
                findings += _moved(page, place, views[0])
                page.evaluate(_UNFOLD)
                settle(page)
                for view in views:
                    _turn(page, view)
                    findings += _too_wide(page, place, view)
                    if view.axe != "none":
                        findings += axe(page, place, view)
                findings += (Finding("request or script", place, error, str(views[0])) for error in errors)
                errors.clear()
    return findings


def moved_late(browser: Browser, address: str, pages: Iterable[str], view: View) -> list[Finding]:
    """Return what moves on ``pages`` when the scripts come after the words are there, as over a slow line."""
    findings: list[Finding] = []
    with opened(browser, address, view) as (page, _):

        def late(route: Route) -> None:
            with suppress(Error):  # a script that keeps a page from being painted comes all the same, after a while
                page.wait_for_function(_PAINTED, timeout=_LATEST)
            route.continue_()

        page.route("**/*.js", late)
        for place in pages:
            page.goto(place, wait_until="networkidle")
            findings += _moved(page, place, view, MOST_SHIFT_LATE)
    return findings


def _turn(page: Page, view: View) -> None:
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(color_scheme=view.scheme)


def _moved(page: Page, place: str, view: View, most: float = MOST_SHIFT) -> Iterator[Finding]:
    shifts = page.evaluate(SETTLED)
    if (moved := sum(value for value, _ in shifts)) >= most:
        yield Finding("layout shift", place, f"{moved:.3f}: {max(shifts)[1]}", str(view))


def _too_wide(page: Page, place: str, view: View) -> Iterator[Finding]:
    wide = page.evaluate(_TOO_WIDE)
    if wide is not None:
        yield Finding("wider than the window", place, wide, str(view))


def settle(page: Page) -> None:
    """Wait until nothing on ``page`` fades or slides, and let nothing do so from then on."""
    page.evaluate(_STILL)


def axe(page: Page, place: str, view: View) -> Iterator[Finding]:
    """Yield the findings of axe-core on ``page`` in its present state, after all transitions."""
    settle(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    for rule, target, html, message in page.evaluate(_RUN, _RULES[view.axe]):
        yield Finding(f"axe {rule}", place, f"{target} {html} {message}", str(view))


@contextmanager
def opened(browser: Browser, address: str, view: View, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """Provide a fresh page in this view, and the list that :func:`watched` fills."""
    size = {"width": view.width, "height": 900}
    context = browser.new_context(base_url=address, viewport=size, color_scheme=view.scheme, locale="vi-VN", **options)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        yield page, watched(page, address)
    finally:
        context.close()


def watched(page: Page, address: str) -> list[str]:
    """Return a list that fills with what goes wrong on ``page``: errors in the console, errors of scripts, requests that fail or go
    anywhere but below ``address``."""
    errors: list[str] = []
    note: Callable[[str], None] = errors.append
    missing_page = f"{address}404.html"

    page.on("console", lambda message: note(f"console: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: note(f"script: {error}"))
    page.on("requestfailed", lambda asked: note(f"{asked.url}: {asked.failure}") if "ERR_ABORTED" not in str(asked.failure) else None)
    page.on("response", lambda given: note(f"{given.url}: {given.status}") if given.status >= 400 and given.url != missing_page else None)
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else note(f"another host: {asked.url}"))
    return errors
