"""The HTML of a built site, held to more than a browser asks: every element closed where it must be, and nothing twice.

It needs nothing but Python, and so can run in every test; ``benchmarks/audit.py`` also asks the Nu checker, where there is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.site_audit.findings import Finding, file_of, pages

MOST_BYTES = 500_000


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split("|"))


_HEADINGS = "h1|h2|h3|h4|h5|h6"
_VOID = _names("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_PHRASING_ONLY = _names(f"p|{_HEADINGS}|span|a|strong|em|small|label|button|summary|dt|b|i|q|mark|sup|sub|time|cite|pre|code")
_FLOW = _names(f"p|{_HEADINGS}|ul|ol|dl|table|div|section|article|aside|nav|header|footer|form|figure|details|blockquote|pre|hr")
_CHILDREN = {
    "ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "thead": {"tr"}, "tbody": {"tr"}, "tfoot": {"tr"}, "tr": {"th", "td"}, "colgroup": {"col"},
}  # fmt: skip
_ONLY_IN = {
    "li": {"ul", "ol"}, "tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"}, "dt": {"dl", "div"}, "dd": {"dl", "div"},
}  # fmt: skip
_INTERACTIVE = frozenset({"a", "button"})
_OPEN_AS_IT_LIKES = frozenset({"a", "ins", "del"})  # hold what their parent may hold


def errors(site: Path) -> list[Finding]:
    """Return what is wrong with the HTML of ``site``: nesting, what is twice on a page, what is missing, pages that weigh too much."""
    found: list[Finding] = []
    for page in pages(site):
        html = file_of(site, page).read_text(encoding="utf-8")
        reader = _Reader()
        reader.feed(html)
        reader.close()
        found += (Finding("markup", page, error) for error in reader.all())
        if (weight := len(html.encode())) > MOST_BYTES:
            found.append(Finding("heavy page", page, f"{weight:,} bytes"))
    return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.errors: list[str] = []
        self.ids: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.described = False

    def all(self) -> Iterator[str]:
        yield from self.errors
        yield from (f"<{tag}> is not closed" for tag in self.open)
        yield from (f"id {name!r} stands {times} times" for name, times in self.ids.items() if times > 1)
        yield from (f"{self.seen[tag]} <{tag}> instead of one" for tag in ("html", "title", "h1", "main") if self.seen[tag] != 1)
        if not self.described:
            yield "no description"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        given = dict(attrs)
        self._note(len(set(names)) == len(names), f"<{tag}> has an attribute twice: {names}")
        self._note(tag != "img" or "alt" in given, f"<img> without alt: {given.get('src')}")
        self._note(tag != "html" or bool(given.get("lang")), "<html> without lang")
        if given.get("id") is not None:
            self.ids[given["id"] or ""] += 1
        if tag == "meta" and given.get("name") == "description" and given.get("content"):
            self.described = True
        if "svg" not in self.open:
            self.seen[tag] += 1
            self._placed(tag)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag in _VOID or "svg" in self.open, f"<{tag}/> is not closed by its slash")
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
            return
        self._note(False, f"</{tag}> where {self.open[-1:]} is open, line {self.getpos()[0]}")
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        parent = self.open[-1] if self.open else ""
        self._note(parent not in _CHILDREN or not data.strip(), f"words between the parts of <{parent}>: {data.strip()[:40]!r}")

    def _placed(self, tag: str) -> None:
        parent = self.open[-1] if self.open else ""
        line = f", line {self.getpos()[0]}"
        holder = next((one for one in reversed(self.open) if one not in _OPEN_AS_IT_LIKES), "")
        self._note(not (tag in _FLOW and holder in _PHRASING_ONLY), f"<{tag}> in <{holder}>{line}")
        self._note(parent not in _CHILDREN or tag in _CHILDREN[parent] | {"script", "template"}, f"<{tag}> in <{parent}>{line}")
        self._note(tag not in _ONLY_IN or parent in _ONLY_IN[tag], f"<{tag}> in <{parent}>{line}")
        self._note(not (tag in _INTERACTIVE and _INTERACTIVE & set(self.open)), f"<{tag}> within <a> or <button>{line}")

    def _note(self, right: bool, error: str) -> None:
        if not right:
            self.errors.append(error)
