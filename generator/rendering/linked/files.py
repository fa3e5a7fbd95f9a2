"""Every file for machines and for citing: ``{path below docs/: bytes}``."""

from __future__ import annotations

import json

from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.rendering.linked import citations, feeds, web_annotations
from generator.rendering.linked.redirects import redirect_files
from generator.rendering.parts import reports
from generator.rendering.parts.source_line import archived_text
from generator.rendering.words.speaking import speaking


def linked_files(archive: Archive, settings: SiteSettings) -> dict[str, bytes]:
    """Citations, annotations, archived text and reports of each article, the feeds, the redirects. Depends on nothing but its arguments."""
    with speaking(settings):
        return _files(archive, settings)


def _files(archive: Archive, settings: SiteSettings) -> dict[str, bytes]:
    files: dict[str, str] = {}
    texts: dict[str, bytes] = {}
    for entry in archive.entries:
        path = f"bai/{entry.slug}.md"
        cited = citations.citation(entry, path, settings)
        files[f"{citations.FOLDER}/{entry.slug}.bib"] = cited.bibtex
        files[f"{citations.FOLDER}/{entry.slug}.json"] = cited.csl
        files[f"{web_annotations.FOLDER}/{entry.slug}.json"] = web_annotations.annotation_page(entry, path, settings)
        texts[f"{web_annotations.TEXT_FOLDER}/{entry.slug}.txt"] = archived_text(entry.article)
        if listed := reports.fact_reports(settings, path, entry):
            files[f"{reports.FOLDER}/{entry.slug}.json"] = f"{json.dumps(listed, indent=0)}\n"
    for feed in feeds.feeds(archive, settings).values():
        files[f"{feeds.FOLDER}/{feed.name}.xml"] = feeds.atom(feed, settings)
    return texts | {path: text.encode("utf-8") for path, text in files.items()} | redirect_files(archive, settings)
