"""Who published an article, as a line of its page states it: ``Nguồn: Báo Hoa Mai``, ``Theo Báo Hoa Mai điện tử``."""

from __future__ import annotations

import re

from generator.reading.page import Page
from generator.text.folding import canonical

_ENDS = 8  #: lines at either end of a page among which it names its source
_LEAD = 8  #: letters of a line in which the words that name a source begin
_LONGEST = 8  #: words of a publisher's name
_NAMED = re.compile(r"(?:\((?=.*\)$))?(?:nguồn(?:\s(?:tin|bài))?\s?:\s?|theo\s(?=(?:báo|tạp\schí|cổng|trang|đài|ttxvn|thông\stấn)(?!\w)))")
#: What names no publisher: an address, a person's quotation, a sentence.
_PROSE = re.compile(r"[?!;\"“”]|\.\s|://|(?<!\w)(?:là|đã|được|tại|vào|từ|đến|cho biết|ảnh|internet|sưu tầm|tổng hợp)(?!\w)")


def named_publisher(page: Page) -> str | None:
    """Return the publisher's name as a line at an end of ``page`` writes it; None where no line is just that, or lines disagree."""
    lines = page.pieces[-_ENDS:] + page.pieces[: min(_ENDS, max(0, len(page.pieces) - _ENDS))]
    written = (line for line in map(page.words, lines) if _opens(line))
    found = {name for line in written if (name := _name(" ".join(line.split()))) is not None}
    return found.pop() if len(found) == 1 else None


def _opens(line: str) -> bool:
    return canonical(line[:_LEAD]).startswith(("(", "nguồn", "theo"))


def _name(line: str) -> str | None:
    view = canonical(line)
    match = _NAMED.match(view)
    if match is None:
        return None
    name = line[match.end() :].strip(" ().,-–—")
    said = canonical(name)
    return name if name and name[0].isupper() and len(name.split()) <= _LONGEST and _PROSE.search(said) is None else None
