"""The issuer of a document, from the words beside the number or from the number's own code.

Source: lexicon ``document-issuers``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.extraction.names.bodies.organisations import organisation_at
from generator.lexicon.load import lexicon
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER
from generator.text.views import Views

_UNNAMED = re.compile(r"các cấp|(?:cấp trên|cấp mình|đơn vị|cơ quan|nhà nước)$")
_ABBREVIATION = re.compile(rf"\s?\([{UPPER}&-]{{2,12}}\)")
_ACT = re.compile(
    r"(?:\s*[,)]?\s*(?:đã|vừa|mới|cũng|vừa qua|còn|kịp thời|đồng thời|tiếp tục))*\s+(?:ban hành|ra|ký ban hành|có|ký|trình)"
    r"(?:\s+(?:các|những|một số|thêm))?\s+$"
)
_ACT_AHEAD = 90  # characters searched before a citation; the longest issuer in the development articles has 62


@lru_cache(maxsize=1)
def _heads() -> tuple[re.Pattern[str], Mapping[str, str]]:
    issuers = lexicon("document-issuers")
    kinds = {v: "office" if e.get("office") else "open" if e.get("open") else "closed" for e in issuers.entries for v in e.variants}
    return re.compile(issuers.alternatives), kinds


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    return {canonical(code): entry.label for entry in lexicon("document-issuers").entries for code in entry.get("codes", ())}


def issuer_of_code(code: str) -> str | None:
    """Return the issuer of the code at the end of a document's number (``TTg``, ``QH15``, ``UBND-NC``); None for an unknown or
    ambiguous code."""
    words = canonical(code).replace(" ", "").rstrip(".")
    return _codes().get(words) or _codes().get(re.sub(r"\d+$|-.*$", "", words))


def issuer_at(views: Views, start: int, stop: int) -> int | None:
    """Return the end of the issuer's name that begins at ``start``, at most ``stop``; None if none begins there."""
    pattern, kinds = _heads()
    head = pattern.match(views.canonical, start, stop)
    kind = kinds[" ".join(head.group().split())] if head else None
    if head is not None and kind == "closed":
        return head.end()
    if head is not None and kind == "office":
        space = re.compile(r"\s+").match(views.text, head.end(), stop)
        named = None if space is None else issuer_at(views, space.end(), stop) or _abbreviation_at(views, space.end(), stop)
        return _bare_office(views, head, stop) if named is None else named
    end = organisation_at(views, start, stop)
    if head is not None and (end is None or end < head.end()):
        end = head.end()
    return None if end is None or _UNNAMED.search(views.canonical, start, end) else end


def _bare_office(views: Views, head: re.Match[str], stop: int) -> int | None:
    """Return the end of an office without its body, which is the article's own (``của Viện trưởng``); None if a name, its
    holder's, follows."""
    alone = views.text[head.start()].isupper() and re.compile(rf"\s+[{UPPER}]").match(views.text, head.end(), stop) is None
    return head.end() if alone else None


def _abbreviation_at(views: Views, start: int, stop: int) -> int | None:
    """Return the end of an organisation named by capitals alone (``CATP`` in ``Giám đốc CATP``), or None."""
    match = re.compile(rf"[{UPPER}&-]{{2,10}}(?![{UPPER}{LOWER}])").match(views.text, start, stop)
    return match.end() if match else None


def issuer_after(views: Views, start: int, stop: int) -> tuple[int, int, int] | None:
    """Return the issuer in ``của …`` at ``start``: its range, and the end with an abbreviation in brackets behind it; or None."""
    of = re.compile(r"[\s,]{0,3}của\s+(?:đồng chí\s+)?").match(views.canonical, start, stop)
    if of is None:
        return None
    end = issuer_at(views, of.end(), stop)
    if end is None:
        return None
    bracket = _ABBREVIATION.match(views.text, end, stop)
    return of.end(), end, bracket.end() if bracket else end


def issuer_before(views: Views, start: int, left: int) -> tuple[int, int] | None:
    """Return the issuer that enacts the document at ``start`` (``Tỉnh ủy vừa ban hành``), searched back to ``left``; or None."""
    left = max(left, start - _ACT_AHEAD)
    act = None
    for cut in range(max(left, start - 45), start):
        if views.canonical[cut].isspace() or views.canonical[cut] == ",":
            act = _ACT.match(views.canonical, cut, start)
            if act is not None:
                break
    if act is None:
        return None
    end = act.start()
    for begin in re.compile(r"(?<![^\s,(.])\w").finditer(views.canonical, left, end):
        if issuer_at(views, begin.start(), end) == end:
            return begin.start(), end
    return None
