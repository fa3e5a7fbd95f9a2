"""Keeps the address of an article whose file was renamed: what the last conversion left in ``docs/`` states what was where.

The line goes to the end of ``seeds/redirects.yml``, where it is seen and committed, and the rest of the file stays to the byte. So a
site that is built where nothing of before lies (the workflow of Pages) has the redirect too.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.errors import KyYeuError, PublishingError
from generator.messages import message
from generator.model.archive import Redirect
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.safe_changes.atomic import replace
from generator.reading.files import contents_if_any
from generator.rendering.escaping import clean
from generator.rendering.linked.web_annotations import TEXT_FOLDER
from generator.resolution.redirects import parse_redirects
from generator.resolution.renames import renamed


def with_renamed(
    folder: ArchiveFolder, texts: Mapping[str, str], unread: AbstractSet[str], redirects: tuple[Redirect, ...]
) -> tuple[tuple[Redirect, ...], tuple[KyYeuError, ...]]:
    """Return ``redirects`` with those of the articles renamed since the last conversion, and a note on each.

    ``texts`` are the articles' now, by address; ``unread`` the addresses of those that cannot be read. Where the file cannot be
    written, or would not be read as meant, the note states the line to write.
    """
    before = _before(folder.docs, texts.keys(), unread)
    found = sorted(renamed(before, {address: clean(text) for address, text in texts.items()}, redirects).items())
    notes: list[KyYeuError] = []
    for old, new in found:
        line = f"- {{old: {old}, new: {new}}}"
        if added := _added(folder, line):
            redirects = added
            note = message("addresses.renamed", old=old, new=new, line=line)
            notes.append(PublishingError(note, path=folder.redirects, line=redirects[-1].line, fix=message("addresses.fix.renamed")))
        else:
            note = message("addresses.not_recorded", old=old)
            notes.append(PublishingError(note, path=folder.redirects, fix=message("addresses.fix.not_recorded", line=line)))
    return redirects, tuple(notes)


def _before(docs: Path, current: AbstractSet[str], unread: AbstractSet[str]) -> dict[str, str]:
    """Return the addresses of the last conversion with the texts of those that are not ``current``."""
    kept: dict[str, str] = {}
    for path in (docs / TEXT_FOLDER).glob("*.json.gz"):
        kept |= _texts(path)
    for path in (docs / TEXT_FOLDER).glob("*.txt"):  # an earlier version had a file for each article
        if path.is_file():
            kept[path.stem] = path.read_bytes().decode("utf-8", "replace")
    return {slug: "" if slug in current else text for slug, text in kept.items() if slug not in unread}


def _texts(path: Path) -> dict[str, str]:
    """Return the texts in a file of archived texts; none from one that is damaged."""
    try:
        found = json.loads(gzip.decompress(path.read_bytes()))
    except (OSError, EOFError, ValueError, zlib.error):
        return {}
    return {slug: text for slug, text in found.items() if isinstance(text, str)} if isinstance(found, dict) else {}


def _added(folder: ArchiveFolder, line: str) -> tuple[Redirect, ...]:
    """Return the redirects with ``line`` at the end of their file; none where it was not written."""
    try:
        data = contents_if_any(folder.redirects) or b""
        before = parse_redirects(data, folder.redirects)
        end = b"\r\n" if b"\r\n" in data else b"\n"
        written = data + (end if data and not data.endswith(b"\n") else b"") + line.encode() + end
        now = parse_redirects(written, folder.redirects)
        if now[:-1] != before:
            return ()
        replace(folder.redirects.resolve(), written, folder.root)
    except KyYeuError:
        return ()
    return now
