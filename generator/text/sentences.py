"""Sentence boundaries in Vietnamese news, also after lost spaces (``đoạt giảiĐược biết``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ"
_LOWER = "a-zà-öø-ÿăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹý"
UPPER, LOWER = _UPPER, _LOWER  #: character classes of Vietnamese letters, for patterns on the text itself

# Full stops that do not end a sentence: TP. Hồ Chí Minh, PGS.TS., Th.S, T.Ư, a single initial, "số 1." in a list.
_ABBREVIATION = re.compile(
    r"(?:(?<!\w)(?:TP|Tp|TX|Tx|TT|GS|PGS|TS|ThS|Ths|Th|BS|CN|KS|LS|NS|Q|P|H|Đ|đ|St|Mr|Mrs|Dr|v\.v|vv|tr|Tr|No|Nxb|P?CT|P?GĐ)"
    rf"|(?<!\w)(?<![Gg]iải )(?<![Ll]oại )(?<![Bb]ảng )(?<![Nn]hóm )(?<![Hh]ạng )[{_UPPER}])$"
)
# Words that require something after them: before a capital without a space, the space is lost, not the full stop.
OPEN_WORD = re.compile(rf"(?<![{_LOWER}{_UPPER}])(?:tặng|trao|được|của|do|và|cho|tại|với|là|ở|trong|về|thuộc|các|những|nhận|bởi|từ|theo)$")
# Abbreviations of three or more capitals that a name may follow without a space: TSKH.Nguyễn, KCN.Tân Bình.
_TITLE = re.compile(
    rf"(?<![{_UPPER}])"
    r"(?:TSKH|GSTS|KTS|PGS|BSCKI{1,2}|N[SGN]ND|N[SGN]ƯT|TTND|TTƯT|UBND|HĐND|BCH|HTX|KCN|KCX|KDC|NXB|HLV)$"
)
# A name in capitals, joined to the words after it: Ảnh: THANH NGATrước đó.
_CAPITALS = re.compile(rf"(?<![{_LOWER}{_UPPER}])[{_UPPER}]{{2,12}}\s[{_UPPER}]*[AEIOUYÀ-ÝĂĨŨƠƯẠ-Ỹ][{_UPPER}]*$")
# VietNamNet, YouTube: a capital inside a foreign name, unless it opens a word that begins sentences (VnExpressTheo).
_FOREIGN = re.compile(rf"(?<![{_LOWER}{_UPPER}])[A-Z][A-Za-z]{{1,20}}$")
_FOREIGN_END = re.compile(rf"(?!(?:Theo|Trong|Sau|Khi|Tuy|Ngay)(?![a-z]))[A-Z][a-z]+(?![{_LOWER}{_UPPER}])")
_BOUNDARY = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]+[\"”’»)\]]*)(?=\s+[\"“‘«(\[]*(?:[{_UPPER}]|\d|-))"  # Tốt. Sau đó
    rf"|(?P<glued>[{_LOWER}\d\"”)][.!?…]+/?\.?)(?=[\"“]?[{_UPPER}][{_LOWER}])"  # 2012.Tới dự
    rf"|(?P<code>(?<=[{_UPPER}]{{3}})[.!?…]{{1,5}}(?=[\"“]?[{_UPPER}][{_LOWER}]|Đ/c))"  # USD.Trong đó
    rf"|(?P<capitals>[{_UPPER}]{{2}})(?=[{_UPPER}][{_LOWER}]{{2,8}}\s)"  # THANH NGATrước đó
    rf"|(?P<case>[{_LOWER}]{{2}})(?=[{_UPPER}][{_LOWER}]+[\s.,])"  # đoạt giảiĐược biết
    rf"|(?P<line>\n+)"
)

#: A character in every boundary, with what must be beside it; its class comes first, so that the search jumps from one to the next.
#: Of a run of full stops it is the first.
_MARK = re.compile(
    rf"[.!?…\n{_UPPER}](?:(?<=\n)|(?<=[{_LOWER}{_UPPER}][{_UPPER}])(?=[{_LOWER}])"
    rf"|(?<=[.!?…])(?<![.!?…].)(?:(?<=[{_LOWER}\d\"”)].)|(?<=[{_UPPER}]{{3}}.)|(?=[.!?…]*[\"”’»)\]]*\s)))"
)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as half-open ranges without the white space around them, in order."""
    stop = len(text) if end is None else end
    cuts = [start, *(match.end() for match in _boundaries(text, start, stop) if not _is_no_end(text, match, start)), stop]
    spans = []
    for left, right in pairwise(cuts):
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            spans.append((left, right))
    return spans


def _boundaries(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield possible boundaries in order, as ``_BOUNDARY.finditer`` would, but tried only around their marks."""
    done = start
    for hit in _MARK.finditer(text, start, stop):
        at, mark = hit.start(), hit.group()
        # A boundary begins with its line feed or full stop, a letter before the full stop, or two letters before a capital.
        for first in (at,) if mark == "\n" else (at - 1, at) if mark in ".!?…" else (at - 2,):
            match = _BOUNDARY.match(text, first, stop) if first >= done else None
            if match is not None:
                yield match
                done = match.end()
                break


def _is_no_end(text: str, match: re.Match[str], start: int) -> bool:
    """Return whether a possible boundary is not one: an abbreviation, a word that requires another, a foreign name."""
    kind, at = match.lastgroup, match.start()
    if kind == "mark":
        return text[at] == "." and _ABBREVIATION.search(text, max(start, at - 6), at) is not None
    if kind == "glued":
        return _ABBREVIATION.search(text, max(start, at - 6), at + 1) is not None
    if kind == "code":
        return _TITLE.search(text, max(start, at - 8), at) is not None
    if kind == "capitals":
        glued = _CAPITALS.search(text, max(start, at - 24), match.end()) is not None
        return not glued or _FOREIGN_END.match(text, match.end()) is not None
    if kind == "case":
        if OPEN_WORD.search(text, max(start, at - 6), match.end()):
            return True
        return _FOREIGN.search(text, max(start, at - 20), match.end()) is not None and _FOREIGN_END.match(text, match.end()) is not None
    return False
