"""Sentence boundaries in Vietnamese news, also where the source lost its spaces (``đoạt giảiĐược biết``)."""

from __future__ import annotations

import re
from itertools import pairwise

_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ"
_LOWER = "a-zà-öø-ÿăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹý"
UPPER, LOWER = _UPPER, _LOWER  #: character classes of Vietnamese letters, for patterns on the text itself

# Ends that are no ends: TP. Hồ Chí Minh, PGS.TS., Th.S, T.Ư, a single initial, "số 1." in a list.
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:TP|Tp|TX|Tx|TT|GS|PGS|TS|ThS|Ths|Th|BS|CN|KS|LS|NS|Q|P|H|Đ|đ|St|Mr|Mrs|Dr|v\.v|vv|tr|Tr|No|Nxb)"
    rf"|(?<!\w)[{_UPPER}])$"
)
# Words that want something after them: where one is glued to a capital, the space is lost, not the full stop.
_OPEN_WORD = re.compile(rf"(?<![{_LOWER}{_UPPER}])(?:tặng|trao|được|của|do|và|cho|tại|với|là|ở|trong|về|thuộc|các|những|nhận|bởi|từ|theo)$")
_BOUNDARY = re.compile(
    rf"(?P<mark>[.!?…]+[\"”’»)\]]*)(?=\s+[\"“‘«(\[]*(?:[{_UPPER}]|\d|-))"  # Tốt. Sau đó
    rf"|(?P<glued>[{_LOWER}\d\"”)][.!?…]+/?\.?)(?=[\"“]?[{_UPPER}][{_LOWER}])"  # 2012.Tới dự
    rf"|(?P<case>[{_LOWER}]{{2}})(?=[{_UPPER}][{_LOWER}]+[\s.,])"  # đoạt giảiĐược biết
    rf"|(?P<line>\n+)"
)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as half-open ranges without the white space around them, in order."""
    stop = len(text) if end is None else end
    cuts = [start]
    for match in _BOUNDARY.finditer(text, start, stop):
        if (
            match.lastgroup == "mark"
            and text[match.start()] == "."
            and _ABBREVIATION.search(text, max(start, match.start() - 6), match.start())
        ):
            continue
        if match.lastgroup == "glued" and _ABBREVIATION.search(text, max(start, match.start() - 6), match.start() + 1):
            continue
        if match.lastgroup == "case" and _OPEN_WORD.search(text, max(start, match.start() - 6), match.end()):
            continue
        cuts.append(match.end())
    cuts.append(stop)
    spans = []
    for left, right in pairwise(cuts):
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            spans.append((left, right))
    return spans
