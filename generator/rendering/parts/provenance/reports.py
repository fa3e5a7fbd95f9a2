"""“Báo sai sót”: the address of a new report on the archive's issue tracker, filled in with the page and the fact."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote_plus

import yaml
from markupsafe import Markup

from generator.model.archive import Entry
from generator.model.facts import Decision, Fact, FactKind, Role
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering.escaping import clean, cleaned, destination
from generator.rendering.parts.article_text.facts_in_order import facts_in_order
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.words import wording
from generator.rendering.words.speaking import say
from generator.resolution.corrections.fields import FACT_FIELDS

FOLDER = "du-lieu/bao-sai"  #: the folder of the files of reports about facts
#: The longest address, in characters: some browsers and servers take no more than two thousand.
LONGEST = 1999
_LONGEST_TITLE = 80
_WIDE = 1_000_000
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml where there: several times as fast
_TAIL = "  by: \n  on: \n  why: \n"


def page_report(settings: SiteSettings, path: str) -> Markup | None:
    """Return the report about a page other than an article's; None without a tracker. ``path`` is the page's, below docs/."""
    place = page_address(settings, path)
    return _report(
        settings,
        say("reports.page_title", page=page_address(NO_SETTINGS, path) or place),
        (f"{say('reports.page', address=place)}\n\n{_wrong()}",),
    )


def article_report(settings: SiteSettings, path: str, entry: Entry) -> Markup | None:
    """Return the report about an article: something in it, or a fact that was not found."""
    head = f"{_page(settings, path, entry)}\n{_wrong()}"
    skeleton = _fenced(entry, f"- fact: awards\n  quote: \n  add: {{}}\n{_TAIL}", "reports.missing")
    return _report(settings, say("reports.title", what=entry.article.title), (head + skeleton, head))


def fact_reports(settings: SiteSettings, path: str, entry: Entry) -> tuple[str, ...]:
    """Return the reports about each fact of the article's page at ``path``, in their order there, each with a correction to complete. They
    are a file of their own (in :data:`FOLDER`): in the page they would be half of it. Nothing without a tracker."""
    return (
        tuple(_fact_report(settings, path, entry, kind.key, fact) for kind, fact in facts_in_order(entry)) if settings.issue_tracker else ()
    )


def _fact_report(settings: SiteSettings, path: str, entry: Entry, kind: FactKind, fact: Fact) -> str:
    words = wording.fact_words(kind, fact)
    sentence = " ".join(part for part in (words.head, words.body, *words.details) if part)
    title = say("reports.title", what=f"{words.head} {words.body}".rstrip())
    return str(_report(settings, title, _bodies(settings, path, entry, kind, fact, sentence)))


def _bodies(settings: SiteSettings, path: str, entry: Entry, kind: FactKind, fact: Fact, sentence: str) -> Iterator[str]:
    """From the fullest to the barest."""
    page = _page(settings, path, entry)
    if fact.corrections:
        lines = ", ".join(say("reports.place", path=correction.path, line=str(correction.line)) for correction in fact.corrections)
        yield f"{page}{say('reports.fact', fact=sentence)}\n{say('reports.corrected_at', places=lines)}\n\n{_wrong()}"
    else:
        evidence = fact.evidence[0].of(entry.article.text).split()
        for longest, full in ((30, True), (12, True), (12, False), (5, False)):
            if evidence:
                skeleton = _skeleton(kind, fact, " ".join(evidence[:longest]), full=full)
                short = _cut(sentence, 300 if full else 60)
                yield f"{page}{say('reports.fact', fact=short)}\n\n{_wrong()}{_fenced(entry, skeleton, 'reports.fix')}"
    yield f"{page}{say('reports.fact', fact=_cut(sentence, 60))}\n"
    yield f"{say('reports.page', address=page_address(settings, path))}\n"


def _page(settings: SiteSettings, path: str, entry: Entry) -> str:
    return f"{say('reports.page', address=page_address(settings, path))}\n{say('reports.source', path=entry.article.source.path)}\n"


def _wrong() -> str:
    return f"{say('reports.wrong')} \n"


def _skeleton(kind: FactKind, fact: Fact, quote: str, *, full: bool) -> str:
    """Return a correction that is right but for what is to be written in. Without ``full``, `expected` has no free text."""
    expected = {}
    for name in FACT_FIELDS[kind]:
        value = getattr(fact, name) if name != "doubt" else None
        free = (isinstance(value, str) and " " in value) or isinstance(value, Decision) or (isinstance(value, tuple) and name != "years")
        if value is not None and value != () and (full or not free) and (name != "sure" or not value):
            expected[name] = _plain(value)
    lines = [f"- fact: {kind}", f"  quote: {_flow(quote)}", f"  expected: {_flow(expected)}", "  right: {}"]
    return "\n".join(lines) + "\n" + _TAIL


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Role):
        return {key: part for key, part in (("title", value.title), ("unit", value.unit), ("written", value.written)) if part is not None}
    if isinstance(value, Decision):
        return {key: part for key, part in (("number", value.number), ("date", value.date), ("issuer", value.issuer)) if part is not None}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _flow(value: Any) -> str:
    seen = value == cleaned(value)  # else as escapes, so that the correction still finds the words
    written: str = yaml.dump(value, Dumper=_DUMPER, default_flow_style=True, allow_unicode=seen, sort_keys=False, width=_WIDE)
    return written.removesuffix("...\n").strip()


def _fenced(entry: Entry, skeleton: str, label: str) -> str:
    return f"\n{say('reports.file', what=say(label), path=correction_file(entry.article.source.path))}\n```yaml\n{skeleton}```\n"


def correction_file(source: str) -> str:
    """Return the path of the corrections file of the article in the file ``source`` (relative to the archive's folder)."""
    parts = PurePosixPath(source).parts
    return str(PurePosixPath(*parts[:1], "corrections", *parts[1:]).with_suffix(".yml")) if len(parts) > 1 else ""


def _report(settings: SiteSettings, title: str, bodies: Iterator[str] | tuple[str, ...]) -> Markup | None:
    """Return the address with the first of ``bodies`` that leaves it short enough."""
    tracker = settings.issue_tracker
    if tracker is None:
        return None
    names = ("issue[title]", "issue[description]") if "/-/" in tracker else ("title", "body")
    start = tracker + ("&" if "?" in tracker else "?")
    short = _cut(title, _LONGEST_TITLE)
    addresses = (_with(start, names, short, body) for body in bodies)
    return next((address for address in addresses if len(address) <= LONGEST), destination(tracker))


def _with(start: str, names: tuple[str, str], title: str, body: str) -> Markup:
    pairs = zip(names, (clean(title), clean(body)), strict=True)
    return destination(start + "&".join(f"{quote_plus(name)}={quote_plus(value, errors='replace')}" for name, value in pairs))


def _cut(words: str, longest: int) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else plain[:longest].rsplit(" ", 1)[0] + " …"
