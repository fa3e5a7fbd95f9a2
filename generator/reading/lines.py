"""Description of short lines above an article's text, before anything is decided about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.lexicon.load import alternatives, lexicon
from generator.reading import furniture
from generator.reading.captions import is_list_item
from generator.reading.wrapping import LEAD
from generator.text.folding import canonical
from generator.text.sentences import UPPER

_WORD = re.compile(r"\w+")
_STEP = re.compile(r"\s*[»›>→]+\s*|\s/\s")
_GAP = re.compile(r"\s*\t\s*|[ \u00a0]{2,}|\s*[|•·]\s*")
_BRACKETED = re.compile(r"(?:\s*\[[^\[\]]{1,60}\]){2,40}\s*")
_CONTACT = re.compile(r"\w@\w|(?<!\w)www\.|https?:|(?<!\d)0\d{1,3}[ .-]?\d{3}[ .-]?\d{3,4}(?!\d)")
_TAGS = re.compile(r"(?:#\w+\s*)+")
_SENTENCE = re.compile(r"[:;?!\"“”]")
_LONGEST_STEP, _LONGEST_ITEM, _LONGEST_NAME = 8, 5, 12  # words
_LONGEST_SHORT_NAME, _LONGEST_ACRONYM = 8, 4  # words of a name that the text need not repeat
_LONGEST_KICKER = 4  # words


@dataclass(frozen=True, slots=True)
class Below:
    """Text after a page's head, on the canonical view, and its words."""

    text: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page's head. ``returns`` of its ``words`` distinct words come back below."""

    words: int
    returns: int
    is_path: bool  # steps of a path, a menu on one line
    is_aside: bool  # hashtags, an address
    is_kicker: bool  # a place or a section with a colon
    is_section: bool
    is_masthead: bool  # the name of a site or of its owner, no more
    is_owner: bool  # may be its owner's name: in capitals, from an organisation's first word on
    is_lead: bool  # begins as an article's first sentence does, or is an item of a list
    is_form: bool = False  # the kind of a document and no more: BÁO CÁO

    @property
    def share(self) -> float:
        """The part of its words that come back below, 0 to 1."""
        return self.returns / self.words if self.words else 0.0

    @property
    def is_of_page(self) -> bool:
        """Whether its shape alone excludes it as headline if another line could be the headline."""
        return self.is_path or self.is_aside or self.is_kicker or self.is_section or self.is_masthead or self.is_form


def below(text: str) -> Below:
    """Describe ``text``, which follows a head."""
    view = " ".join(canonical(text).split())
    return Below(view, frozenset(_WORD.findall(view)))


def describe(line: str, after: Below) -> Line:
    """Describe a line of a head by its own look and by what comes back of it ``after`` it."""
    distinct = frozenset(_WORD.findall(canonical(line)))
    return Line(
        words=len(distinct),
        returns=len(distinct & after.words),
        is_path=is_path(line) or is_menu(line),
        is_aside=_TAGS.fullmatch(line) is not None or _CONTACT.search(line) is not None,
        is_kicker=is_kicker(line),
        is_section=furniture.use_of(line) == "section",
        is_masthead=is_masthead(line, after),
        is_owner=line.isupper() and _is_named(line),
        is_lead=LEAD.match(line) is not None or is_list_item(line),
        is_form=line.isupper() and _forms().fullmatch(furniture.words_of(line)) is not None,
    )


def is_path(line: str) -> bool:
    """Return whether a line is the path to a page: ``Trang chủ » Tin trong tỉnh » Công tác Đảng``."""
    steps = [step for step in _STEP.split(line) if step.strip()]
    if len(steps) < 2 or any(len(step.split()) > _LONGEST_STEP for step in steps[:-1]) or line.endswith((".", ";", "…")):
        return False
    if len(steps[-1].split()) > _LONGEST_STEP or len(steps) == 2 or "/" in line:
        return any(furniture.use_of(step) in ("line", "section") for step in steps[:-1])
    return True


def is_menu(line: str) -> bool:
    """Return whether a line is a menu: short items between gaps, bars or in brackets."""
    if _BRACKETED.fullmatch(line):
        return True
    items = [item for item in _GAP.split(line) if item.strip()]
    if len(items) < 2 or any(len(item.split()) > _LONGEST_ITEM for item in items) or line.endswith((".", ";", ":")):
        return False
    known = sum(furniture.use_of(item) in ("line", "section") for item in items)
    return known == len(items) or (len(items) > 2 and not any(map(str.isdigit, line)))


def is_kicker(line: str) -> bool:
    """Return whether a line is a place or a section that is above a headline with a colon or a dash (``Sông Xanh:``, ``Sông Xanh -``)."""
    return line.endswith((":", " -", " –", " —")) and len(line.split()) <= _LONGEST_KICKER and line[:1].isupper() and not is_list_item(line)


def is_masthead(line: str, after: Below) -> bool:
    """Return whether a line only names a site or its owner (``LIÊN ĐOÀN LAO ĐỘNG TỈNH A``, ``Trang tin nội bộ``)."""
    view = furniture.words_of(line)
    count = len(view.split())
    if count <= _LONGEST_NAME and _sites().search(view) and not any(map(str.isdigit, view)):
        return True
    if not _is_named(line):
        return False
    comes_back = f" {view} " in f" {after.text} "
    if line.isupper():
        return comes_back or count <= _LONGEST_ACRONYM
    capitals = [word[:1] in _CAPITALS for word in line.split()]
    return capitals[-1] and (comes_back or (count <= _LONGEST_SHORT_NAME and 2 * sum(capitals) > len(capitals)))


def _is_named(line: str) -> bool:
    """Return whether a line begins with an organisation's first word, and no number or mark shows that it says more than a name."""
    view = furniture.words_of(line)
    return (
        len(view.split()) <= _LONGEST_NAME
        and not any(map(str.isdigit, view))
        and not _SENTENCE.search(line)
        and _heads().match(view) is not None
        and _events().search(view) is None  # ``Hội nghị tổng kết …`` reports something
    )


_CAPITALS = frozenset(char for char in map(chr, range(0x41, 0x1EFA)) if re.match(f"[{UPPER}]", char))


@lru_cache(maxsize=1)
def _sites() -> re.Pattern[str]:
    """Words of a site's own name, at either end of a line."""
    words = alternatives(variant for entry in lexicon("furniture").entries if entry.get("use") == "site" for variant in entry.variants)
    return re.compile(rf"^{words}|{words}$")


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile(lexicon("organisation-heads").alternatives)


@lru_cache(maxsize=1)
def _events() -> re.Pattern[str]:
    return re.compile(lexicon("event-types").alternatives)


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    return re.compile(lexicon("document-kinds").alternatives)
