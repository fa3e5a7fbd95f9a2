"""The page of what a person should look at, and the same for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.messages.terminal import printable
from generator.model.archive import Archive, Entry, ReviewItem
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.rendering.parts.article_text.anchors import anchors_of
from generator.rendering.parts.article_text.body import body_of
from generator.rendering.parts.provenance.missing_page import LeftOutLine, left_out_lines
from generator.rendering.words.labels import ReviewKind, labels
from generator.rendering.words.speaking import say, speaking
from generator.rendering.words.statements import sentence

MOST = 200  #: how many items of a kind the page shows


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An item: the article's address and title, the anchor of the words where they are marked, and what the item says."""

    slug: str
    title: str
    anchor: str | None
    why: str
    words: str | None
    fix: str | None


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """The items of one kind; ``count`` is of all of them, ``lines`` the first :data:`MOST`."""

    kind: ReviewKind
    count: int
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """All that the template shows. Kinds without an item are left out. ``left_out`` is what could not be read or used at all."""

    groups: tuple[ReviewGroup, ...]
    count: int
    left_out: tuple[LeftOutLine, ...] = ()


def review_page(archive: Archive) -> ReviewPage:
    """Return the review queue of ``archive`` by kind, in the queue's order."""
    groups = []
    for kind in labels().reviews:
        items = [item for item in archive.review if item.kind == kind.key and item.slug in archive.by_slug]
        if items:
            lines = tuple(_line(archive.by_slug[item.slug or ""], item) for item in items[:MOST])
            groups.append(ReviewGroup(kind, len(items), lines))
    return ReviewPage(tuple(groups), sum(group.count for group in groups), left_out_lines(archive, archive.left_out))


def _line(entry: Entry, item: ReviewItem) -> ReviewLine:
    return ReviewLine(
        entry.slug, entry.article.title, _anchor(entry, item), sentence(item.why), item.words, sentence(item.fix) if item.fix else None
    )


def _anchor(entry: Entry, item: ReviewItem) -> str | None:
    """Return the anchor of the item's words, where the article's page marks just these."""
    span = item.span
    if span is None or not body_of(entry.article).shows(span):
        return None
    return anchors_of(entry).get(span)


def listing(found: Iterable[tuple[ReviewItem, str]], settings: SiteSettings = NO_SETTINGS) -> str:
    """Items with their places (``seeds/x.txt:12``) for a terminal, grouped by kind, in the language of the site."""
    with speaking(settings):
        return _listing(list(found))


def said(item: ReviewItem, settings: SiteSettings) -> ReviewItem:
    """Return ``item`` in the language of the site."""
    with speaking(settings):
        return replace(item, why=sentence(item.why), fix=item.fix and sentence(item.fix))


def _listing(rows: Sequence[tuple[ReviewItem, str]]) -> str:
    lines: list[str] = []
    for kind in labels().reviews:
        items = [(item, where) for item, where in rows if item.kind == kind.key]
        if items:
            lines += ["", f"{kind.label} [{kind.key}]: {len(items)}"]
        for item, where in items:
            lines.append(f"  {where}: {sentence(item.why)}")
            lines += [f"      “{item.words}”"] if item.words else []
            lines += [f"      → {sentence(item.fix)}"] if item.fix else []
    return "\n".join(map(printable, lines[1:])) if lines else say("review.nothing_listed")
