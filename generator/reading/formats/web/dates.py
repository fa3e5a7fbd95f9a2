"""The moment of publication that a web page states to machines, to the minute, in Vietnam's time."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from lxml import etree

from generator.model.span import Span
from generator.reading.stamps import is_date_line, stamp_of

_HANOI = timezone(timedelta(hours=7))
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")
_NAMES = ("article:published_time", "pubdate", "publishdate", "datepublished", "dc.date.issued", "dc.date", "date", "og:pubdate", "ptime")
_NEAR = 12  #: pieces of text above an article among which its date line is
_MOST_JSON = 200_000  #: characters of a description for machines


def moment_in(root: etree._Element, day: str | None, address: str | None) -> str | None:
    """Return the moment of publication (ISO 8601) that the page ``root`` states; ``day`` is what was found otherwise, or None.

    A moment of the same day is preferred to it, since it says more; a day that neither the page nor its ``address`` writes is a guess, and
    does not count.
    """
    if day is not None and not _occurs(day, root, address):
        day = None
    stated = [moment for written in _stated(root) if (moment := _moment(written))]
    if day is None:
        return stated[0] if stated else None
    return next((moment for moment in stated if moment.startswith(day)), day)


def _occurs(day: str, root: etree._Element, address: str | None) -> bool:
    year, month, date = day[:4], day[5:7].lstrip("0"), day[8:10].lstrip("0")
    forms = rf"{year}\D0?{month}\D0?{date}(?!\d)|(?<!\d)0?{date}\D{{1,9}}0?{month}\D{{1,6}}{year}|{day.replace('-', '')}"
    written = (address or "", *root.xpath("//@content | //@datetime | //@href"), *root.itertext())
    return any(re.search(forms, words[:_MOST_JSON]) for words in written)


def _stated(root: etree._Element) -> Iterator[str]:
    metas = {}
    for meta in reversed(root.findall(".//meta")):
        metas[(meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()] = meta
    yield from (metas[name].get("content") or "" for name in _NAMES if name in metas)
    for script in root.xpath("//script[@type='application/ld+json']"):
        if script.text and len(script.text) < _MOST_JSON:
            try:
                yield from _published(json.loads(script.text), 0)
            except (ValueError, RecursionError):
                continue
    for element in root.iter("time"):
        yield element.get("datetime") or ""


def _published(found: Any, depth: int) -> Iterator[str]:
    if depth > 6:
        return
    if isinstance(found, dict):
        if isinstance(found.get("datePublished"), str):
            yield found["datePublished"]
        for inner in found.values():
            yield from _published(inner, depth + 1)
    elif isinstance(found, list):
        for inner in found[:50]:
            yield from _published(inner, depth + 1)


def _moment(written: str) -> str | None:
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", written.strip()):
        return written.strip()
    match = _ISO.fullmatch(written.strip())
    if match is None:
        return None
    try:
        if match[3]:
            moment = datetime.fromisoformat(f"{match[1]}T{match[2]}{match[3].replace('Z', '+00:00')}").astimezone(_HANOI)
            return moment.strftime("%Y-%m-%dT%H:%M")
        datetime.fromisoformat(match[1])
    except ValueError:
        return None
    return f"{match[1]}T{match[2]}" if match[2] and match[2] != "00:00" else match[1]


def stamp_above(body: etree._Element, place: etree._Element) -> str | None:
    """Return the date (ISO 8601) of the date line that a page has nearest above its article, the element ``place``; None without one."""
    near: deque[str] = deque(maxlen=_NEAR)
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start" and element is place:
            break
        words = element.text if event == "start" else element.tail
        if isinstance(element.tag, str) and words and words.strip():
            near.append(" ".join(words.split()))
    stamps = (stamp_of(line, Span(0, len(line))) for line in reversed(near) if is_date_line(line, Span(0, len(line))))
    return next((stamp.published for stamp in stamps if stamp is not None), None)
