"""WARC, also compressed: the pages of a crawl, read as a stream by warcio. Pictures, requests and redirects are passed over."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import IO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from generator.corpus.sources.given import Damaged, Given
from generator.messages import message
from generator.reading.limits import LARGEST_PAGE

_PAGES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}
_TYPES = frozenset({"response", "resource", "conversion"})
_BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, zlib.error, ValueError)
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_LONGEST_REASON = 200  #: characters
_STEP = 1 << 20  #: bytes that are searched at a time


def read(path: Path, name: str) -> Iterator[Given | Damaged]:
    """Yield the pages of ``path``, whose place is ``name#OFFSET``, in bytes of the file.

    A damaged record is an error of its own; the next one is sought behind it. Raises OSError when the file cannot be opened.
    """
    start: int | None = 0
    with path.open("rb") as file:
        while start is not None:
            file.seek(start)
            records = ArchiveIterator(file)
            try:
                while (record := _following(records)) is not None:
                    wrong = records.err_count
                    place = f"{name}#{records.offset}"
                    if (page := _page(record, place)) is not None:
                        yield page
                    if _ended_wrongly(records, wrong):
                        yield _damaged(name, place, message("corpus.wrong_length"))
                return
            except _BROKEN as error:
                at = max(start, int(records.offset))
                yield _damaged(name, f"{name}#{at}", " ".join(str(error).split())[:_LONGEST_REASON])
                start = _next(file, at + 1)


def _damaged(name: str, place: str, reason: object) -> Damaged:
    return Damaged(name, place, message("corpus.damaged_warc", reason=reason), message("corpus.fix.damaged_warc"))


def _following(records: ArchiveIterator) -> ArcWarcRecord | None:
    """Return the next record; what warcio would say of the last one on standard error is said by us."""
    with redirect_stderr(io.StringIO()):
        return next(records.the_iter, None)


def _ended_wrongly(records: ArchiveIterator, before: int) -> bool:
    """Read the record to its end; return whether it is not where the record's length says."""
    with redirect_stderr(io.StringIO()):
        records.read_to_end()
    return int(records.err_count) > before


def _page(record: ArcWarcRecord, place: str) -> Given | None:
    """Return the page in ``record``; None for all else."""
    headers = record.rec_headers
    if record.rec_type not in _TYPES:
        return None
    http = record.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    kind = (http.get_header("Content-Type") if http is not None else headers.get_header("Content-Type")) or ""
    suffix = _PAGES.get(kind.partition(";")[0].strip().lower())
    if suffix is None:
        return None
    data = record.content_stream().read(LARGEST_PAGE + 1)
    stated = {"url": headers.get_header("WARC-Target-URI"), "retrieved": (headers.get_header("WARC-Date") or "")[:10]}
    return Given(place, suffix, data, {field: value for field, value in stated.items() if value}) if data.strip() else None


def _next(file: IO[bytes], start: int) -> int | None:
    """Return where the next record may begin, from ``start`` on; None if nowhere."""
    file.seek(0)
    mark = _GZIP if file.read(2) == _GZIP[:2] else _PLAIN
    file.seek(start)
    at, kept = start, b""
    while portion := file.read(_STEP):
        kept += portion
        found = kept.find(mark)
        while found >= 0:
            if mark is _PLAIN or _is_record(file, at + found):
                return at + found
            found = kept.find(mark, found + 1)
        at, kept = at + len(kept) - len(mark), kept[-len(mark) :]
    return None


def _is_record(file: IO[bytes], at: int) -> bool:
    """Return whether the compressed data at ``at`` begin as a record does; leaves ``file`` where it was."""
    before = file.tell()
    file.seek(at)
    try:
        return zlib.decompressobj(31).decompress(file.read(1_024), len(_PLAIN)).startswith(_PLAIN)
    except zlib.error:
        return False
    finally:
        file.seek(before)
