"""Recognises what of a page is not the article: menus, buttons, counters, related items, tags, section names.

The words are in ``lexicon/data/furniture.yml``; here are the shapes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.lexicon.load import Entry, lexicon
from generator.model.span import Span
from generator.text.folding import canonical
from generator.text.sentences import UPPER

_EDGE = " \t\u00a0:;.,|-–—_*#»«›‹>+•·()[]…"
_ADDRESS = re.compile(r"(?:https?:/)?/{1,2}[\w.\-/?=&%#~:]{3,300}")
_TAG_LIST = re.compile(r"[^,;:!?\n]{1,90}(?:,[^\s,][^,;:!?\n]{0,89}){2,60}")
_SIGNS = r"[\s./*#()\[\]\-–—_~•]"  # around a mark of the end
_STOP = re.compile(r"[.!?…](?:\s?/\s?\.)?[\"”»)]?(?=[\s(\[*\-–—A-Za-z])")
_MEANING = re.compile(r"[^\W_]")
_COUNT = re.compile(r"[\s:(]{0,4}[\d.,]{0,12}[)\s]{0,3}")
_LONGEST = 320  # characters; a longer line is prose
_LONGEST_REST = 220  # characters; a longer line is no headline of another article
_LONGEST_BUTTON = 10  # words
_SHORT_SENTENCE = 60  # characters; a headline of another article may end with a full stop


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    variants = sorted((v for e in _entries("opening") for v in e.variants), key=lambda v: (-len(v), v))
    return re.compile(rf"(?:{'|'.join(map(re.escape, variants))})(?P<rest>\s?:.{{0,300}}|\s?[\d.,]{{1,12}}\s?)")


@cache
def _entries(use: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in lexicon("furniture").entries if entry.get("use") == use)


@lru_cache(maxsize=1)
def _galleries() -> tuple[str, ...]:
    return tuple(variant for entry in _entries("gallery") for variant in entry.variants)


@lru_cache(maxsize=1)
def _glued() -> re.Pattern[str]:
    texts = sorted((words for entry in _entries("glued") for words in entry.get("texts", ())), key=lambda words: (-len(words), words))
    return re.compile(rf"(?:{'|'.join(map(re.escape, texts))})\s*$")


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    words = "|".join(re.escape(variant).replace(r"\ ", r"\s+") for entry in _entries("end") for variant in entry.variants)
    return re.compile(rf"{_SIGNS}{{0,20}}\b(?:{words})(?:{_SIGNS}|…){{0,20}}", re.IGNORECASE)


def words_of(line: str) -> str:
    """Return the line's words on the canonical view, one space between, without the marks around them."""
    return " ".join(canonical(line).split()).strip(_EDGE)


def use_of(line: str) -> str | None:
    """Return the lexicon's class of the whole line (``line``, ``rest``, ``section``, ``source``, ``opening``) or None."""
    if len(line) > _LONGEST:
        return None
    words = words_of(line)
    if _asks_to_follow(words):
        return "line"
    if _is_pair_of_sections(words):
        return "section"
    entry = lexicon("furniture").by_variant.get(words)
    if entry is not None and entry.get("use") != "gallery":
        use = str(entry.get("use"))
        return "line" if use in ("glued", "opening", "end", "site") else use
    match = _openings().match(words)
    if match is not None and (_COUNT.fullmatch(match["rest"]) or not match["rest"].rstrip().endswith(".")):
        return "opening"
    if words and (_ADDRESS.fullmatch(words) or _ends().fullmatch(line.strip())):
        return "line"
    # ``Số lượt người xem :  Bản in``: two buttons on one line.
    left, colon, right = words.partition(":")
    known = lexicon("furniture").by_variant
    if colon and left.strip(_EDGE) in known and right.strip(_EDGE) in known:
        return "line"
    return None


def _is_pair_of_sections(words: str) -> bool:
    """Return whether a line joins two sections: ``Thời sự - Chính trị``."""
    known = lexicon("furniture").by_variant
    parts = re.split(r"\s+(?:[-–&]|và)\s+", words)
    return len(parts) == 2 and all((entry := known.get(part)) is not None and entry.get("use") == "section" for part in parts)


def _asks_to_follow(words: str) -> bool:
    """``Theo dõi Báo Sông Xanh trên Google News``: a button, not a sentence about following something."""
    if len(words.split()) > _LONGEST_BUTTON:
        return False
    return any(
        words.startswith(entry.variants) or (words.startswith("theo dõi ") and words.endswith(tuple(entry.get("channels", ()))))
        for entry in _entries("follow")
    )


def is_mark(line: str) -> bool:
    """Return whether a line holds no letter and no digit (``***``)."""
    return _MEANING.search(line) is None


def is_short(line: str) -> bool:
    """Return whether a line could be a headline of another article or a counter: short and no sentence."""
    return len(line) < _SHORT_SENTENCE or (len(line) <= _LONGEST_REST and not line.rstrip("\"”»)' ").endswith((".", "…", ";", ":")))


def is_tag_list(line: str) -> bool:
    """``Học sinh,Bằng khen,Huy chương``: three and more short items, no space after the commas, no sentence."""
    return ". " not in line and _TAG_LIST.fullmatch(line.strip()) is not None


def is_gallery(line: str) -> bool:
    """Return whether a line announces pictures: ``Một số hình ảnh tại hội nghị:``."""
    if len(line) > _LONGEST or line.rstrip().endswith("."):
        return False
    words = words_of(line)
    return len(words.split()) <= 16 and words.startswith(_galleries())


def glued_end(text: str, block: Span) -> Span | None:
    """Buttons or a mark of the end stuck to the end of a paragraph, or None."""
    start = max(block.start, block.end - 60)
    match = _glued().search(text, start, block.end) or _end_after(text, start, block.end)
    if match is None or match.start() <= block.start:
        return None
    return Span(match.start(), block.start + len(block.of(text).rstrip()))


def _end_after(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return a mark of the end that is after a sentence's end."""
    stops = [match.end() for match in _STOP.finditer(text, start, end)]
    return next((match for at in stops if (match := _ends().fullmatch(text, at, end))), None)


def section_prefix(text: str, start: int, stop: int) -> int | None:
    """Return where the headline begins in ``Xã hội Bốn thầy thuốc …``, after the section; None without a section.

    The rest must begin like a sentence (``Bốn thầy``, ``Đảng ủy``), because ``Giáo dục Việt Nam`` belongs to a headline.
    """
    view = " ".join(canonical(text[start:stop]).split(" "))
    best: int | None = None
    for entry in _entries("section"):
        for variant in entry.variants:
            if view.startswith(variant + " ") and (best is None or len(variant) > best):
                best = len(variant)
    if best is None:
        return None
    after = start + best + 1
    return after if re.match(rf"[{UPPER}][^\s{UPPER}]*\s+[^{UPPER}\W]|\d", text[after:stop]) else None
