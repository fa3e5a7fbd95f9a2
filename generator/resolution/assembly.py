"""Articles and their facts become an archive: copies are merged, each gets its address and units, common facts are stated once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.cache.keeping import NOTHING_KEPT, Keeping
from generator.errors import ArchiveError
from generator.messages import message
from generator.model.archive import Archive, Entry
from generator.model.article import Article, Source
from generator.model.check import Checked
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.resolution.addresses import marked
from generator.resolution.corrections.files import address_of
from generator.resolution.events.copies import Merged, merge_copies
from generator.resolution.events.groups import group_events, with_events, with_rows
from generator.resolution.events.ledger import ledger
from generator.resolution.events.one_award import one_award_each
from generator.resolution.events.revocations import with_revocations, with_withdrawn
from generator.resolution.events.wholes import with_wholes
from generator.resolution.review.queue import review
from generator.resolution.units.authority import Authority
from generator.resolution.units.resolve import resolve


def assemble(
    articles: Iterable[tuple[Article, Facts]],
    authority: Authority | None = None,
    corrections: Mapping[str, tuple[Correction, ...]] = MappingProxyType({}),
    checked: Mapping[str, Checked] = MappingProxyType({}),
    keeping: Keeping = NOTHING_KEPT,
) -> Archive:
    """Return the archive of ``articles``, whatever their order; ``corrections`` maps source paths to the corrections applied, ``checked``
    to who confirmed the whole article. ``keeping`` has what the last run made of the same articles.

    Two files that give one address cannot both be kept: the one whose path sorts first is, and the other is left out with an
    :class:`~generator.errors.ArchiveError` in ``errors`` that names both and the fix. A copy's facts are not used, so corrections of them
    are an error too.
    """
    kept: dict[str, Merged] = {}
    errors: list[ArchiveError] = []
    for merged in merge_copies(articles, keeping):
        article = merged.article
        place = article_address(article)
        if place in kept:
            other = kept[place].article.source.path
            errors.append(
                ArchiveError(
                    message("archive.same_address", other=other, address=f"bai/{place}/"),
                    path=article.source.path,
                    fix=message("archive.fix.same_address"),
                )
            )
        else:
            kept[place] = merged
            errors += [_unused(copy, article.source) for copy in merged.copies if copy.path in corrections]
    resolved = resolve([(merged.article, merged.facts) for merged in kept.values()], authority or Authority(), keeping)
    entries = [
        Entry(
            place,
            merged.article,
            merged.facts,
            resolved.hosts(number),
            resolved.names(number),
            corrections.get(merged.article.source.path, ()),
            merged.copies,
            former=tuple(dict.fromkeys(own for copy in merged.copies if (own := source_address(copy)) not in kept)),
            checked=checked.get(merged.article.source.path),
        )
        for number, (place, merged) in enumerate(kept.items())
    ]
    entries.sort(key=lambda entry: entry.slug)
    entries.sort(key=lambda entry: entry.date or "", reverse=True)
    events = group_events(entries)
    placed = with_events(entries, events)
    by_slug = {entry.slug: entry for entry in placed}
    rows = with_wholes(with_revocations(one_award_each(ledger(placed, events), by_slug)), by_slug)
    placed = with_withdrawn(placed, rows)
    archive = Archive(placed, tuple(errors), resolved.units, with_rows(events, rows), rows, unit_pointers=resolved.pointers)
    return replace(archive, review=review(placed, rows, resolved.units, keeping))


def _unused(copy: Source, kept: Source) -> ArchiveError:
    return ArchiveError(
        message("archive.copy", kept=kept.path),
        path=copy.path,
        fix=message("archive.fix.copy", kept=kept.path),
    )


def article_address(article: Article) -> str:
    """Return the address of ``article``, as :func:`source_address` does."""
    return source_address(article.source)


def source_address(source: Source) -> str:
    """Return the address of the article in ``source``: its file's name, with its folders below the first, as an ASCII slug.

    The name and not the title, so that the address stays when a title is corrected. A name without one letter or digit that ASCII can show
    has a mark made of it.
    """
    path = PurePosixPath(source.path)
    below = PurePosixPath(*path.parts[1:]) if len(path.parts) > 1 else path
    return address_of(below) or marked("bai", str(below))
