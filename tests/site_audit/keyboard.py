"""Every page walked through with the Tab key: where the focus is can be seen at every step, and nothing holds it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from playwright.sync_api import Browser, Page

from tests.site_audit.findings import Finding
from tests.site_audit.views import View, opened, settle

MOST_STEPS = 3000
# What has the focus: its place in the document, how it is called, whether it lies in the window, is drawn round, and lies on top.
_STANDING = """async () => {
  await new Promise((next) => requestAnimationFrame(next));
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const shown = one.matches('.md-option') ? one.nextElementSibling : one; // the theme draws a switch by the label behind it
  const boxes = [...shown.getClientRects()].filter(({width, height}) => width > 0 && height > 0);
  const inside = boxes.filter(({top, bottom, left, right}) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
  const onTop = inside.some(({top, bottom, left, right}) => [0.2, 0.5, 0.8].some(part => {
    const hit = document.elementFromPoint(left + (right - left) * part, Math.min(Math.max((top + bottom) / 2, 1), innerHeight - 1));
    return hit && (shown.contains(hit) || hit.contains(shown)) }));
  const style = getComputedStyle(shown);
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'
    || (one.type === 'date' && !one.matches(':focus-visible')); // its calendar's button, drawn by the browser
  return {at: [...document.querySelectorAll('*')].indexOf(one), name: one.outerHTML.slice(0, 120), skips: one.matches('.md-skip'),
    inside: inside.length > 0, onTop, ring};
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Return what takes the focus, step by step, until the page is through, or :data:`MOST_STEPS` are done."""
    steps: list[dict[str, Any]] = []
    while len(steps) < MOST_STEPS:
        page.keyboard.press("Tab")
        step = page.evaluate(_STANDING)
        if step is None or (steps and step["at"] == steps[0]["at"]):
            break
        steps.append(step)
    return steps


def walked(browser: Browser, address: str, pages: Iterable[str], view: View) -> list[Finding]:
    """Return what is in error with the way of the focus through ``pages``, the addresses below ``address``."""
    findings: list[Finding] = []
    with opened(browser, address, view) as (page, _):
        for place in pages:
            page.goto(place)
            settle(page)
            findings += (Finding(f"keyboard: {error}", place, name, str(view)) for error, name in errors(walk(page)))
    return findings


def errors(steps: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """Yield what is in error with the steps of one page: (the error, what had the focus)."""
    if not steps or not steps[0]["skips"]:
        yield "no link to skip the navigation comes first", ""
    if len(steps) >= MOST_STEPS:
        yield "the focus is held", steps[-1]["name"]
    for step in steps:
        for key, error in (("inside", "focus out of the window"), ("onTop", "focus hidden"), ("ring", "focus not to be seen")):
            if not step[key]:
                yield error, step["name"]
    places = [at for at, _ in groupby(step["at"] for step in steps)]  # a date's day, month and year are steps of one field
    if len(places) != len(set(places)):
        yield "something takes the focus twice", ""
