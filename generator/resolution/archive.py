"""Articles and their facts become an archive: each gets its address and its units, and all get one order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.errors import ArchiveError
from generator.model.archive import Archive, Entry
from generator.model.article import Article
from generator.model.facts import Facts
from generator.resolution.addresses import address
from generator.resolution.units import Units
from generator.text.slugs import slug


def assemble(articles: Sequence[tuple[Article, Facts]]) -> Archive:
    """The archive of ``articles``, whatever their order.

    Two files that give one address cannot both be kept: the one whose path sorts first is, and the other is left out
    with an :class:`~generator.errors.ArchiveError` in ``faults`` that names both and the mend.
    """
    kept: dict[str, tuple[Article, Facts]] = {}
    faults: list[ArchiveError] = []
    for article, facts in sorted(articles, key=lambda one: one[0].source.path):
        place = article_address(article)
        if place in kept:
            other = kept[place][0].source.path
            faults.append(
                ArchiveError(
                    f"this file and {other} give one address, bai/{place}/, so this one is left out",
                    path=article.source.path,
                    mend="rename one of them",
                )
            )
        else:
            kept[place] = (article, facts)
    units = Units.of(facts for _, facts in kept.values())
    entries = [Entry(place, article, facts, units.hosts(facts)) for place, (article, facts) in kept.items()]
    entries.sort(key=lambda entry: entry.slug)
    entries.sort(key=lambda entry: entry.date or "", reverse=True)
    return Archive(tuple(entries), tuple(faults), {unit.id: unit for unit in units.by_key.values()})


def article_address(article: Article) -> str:
    """The address of an article: its file's name, with its folders below the first, as an ASCII slug.

    The name and not the title, so that the address stays when a title is corrected. A name without one letter or
    digit that ASCII can show gives way to the title, and that to the file's sha256.
    """
    path = PurePosixPath(article.source.path)
    folders = path.parts[1:-1] if len(path.parts) > 1 else ()
    name = slug(" ".join((*folders, path.stem)), longest=120)
    return address(name or slug(article.title) or article.source.sha256[:16])
