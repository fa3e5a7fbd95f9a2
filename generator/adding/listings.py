"""Feeds (RSS, Atom) and sitemaps: the addresses that they list, the oldest first."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree

from generator.adding.fetched import Fetched
from generator.errors import KyYeuError
from generator.reading.formats.packages import parsed

MOST = 50_000  #: addresses of one listing. Source: sitemaps.org, which allows no more
_LARGEST = 50_000_000  #: bytes, unpacked. Source: sitemaps.org
_FEEDS = frozenset({"rss", "feed", "RDF"})
_MAPS = frozenset({"urlset", "sitemapindex"})
_ROOT = re.compile(rb"<(?:[a-z]+:)?(?:rss|feed|rdf|urlset|sitemapindex)[\s>]")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists: ``addresses`` of pages, and ``maps``, the addresses of further sitemaps."""

    addresses: tuple[str, ...]
    maps: tuple[str, ...] = ()


def listing_of(fetched: Fetched) -> Listing | None:
    """Return the listing that was fetched, or None for what is none, such as a page."""
    data = _unpacked(fetched.data)
    head = data[:2000].lstrip().removeprefix(b"\xef\xbb\xbf").lower()
    if not head.startswith(b"<") or _ROOT.search(head) is None:
        return None
    try:
        root = parsed(data, Path(fetched.name))
    except KyYeuError:
        return None
    kind = _local(root)
    if kind not in _FEEDS | _MAPS:
        return None
    dated = sorted(_entries(root), key=lambda entry: entry[0])
    base = fetched.address or ""
    addresses = tuple(dict.fromkeys(urljoin(base, address) for _, address in dated))[-MOST:]
    return Listing((), addresses) if kind == "sitemapindex" else Listing(addresses)


def _unpacked(data: bytes) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _LARGEST)
    except (zlib.error, gzip.BadGzipFile):
        return b""


def _entries(root: etree._Element) -> Iterator[tuple[float, str]]:
    """Yield moment and address of each entry; without a moment the last ones are the oldest, as in feeds."""
    kinds = {"item", "entry", "url", "sitemap"}
    entries = [element for element in root.iter() if isinstance(element.tag, str) and _local(element) in kinds]
    for place, entry in enumerate(reversed(entries)):
        address, moment = "", None
        for child in entry:
            if not isinstance(child.tag, str):
                continue
            name = _local(child)
            if name in {"link", "loc"} and child.get("rel", "alternate") == "alternate":
                address = address or (child.get("href") or child.text or "").strip()
            elif name in {"pubDate", "published", "lastmod", "date", "updated"} and moment is None:
                moment = _moment((child.text or "").strip())
        if address.startswith(("http://", "https://", "/")):
            yield (moment if moment is not None else float(place)), address


def _moment(written: str) -> float | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        try:
            found = parsedate_to_datetime(written)
        except (ValueError, TypeError):
            return None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
