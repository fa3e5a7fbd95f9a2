"""The verbs, links and separators of an award sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.forms.places import BRINGS, is_of_prizes
from generator.extraction.engine import Passage
from generator.lexicon.load import alternatives, lexicon

_SEPARATOR = re.compile(r";|:|,(?!\d)|và(?<!\wvà)(?!\w)|cùng(?<!\wcùng)(?!\w)|lẫn(?<!\wlẫn)(?!\w)")
_SEPARATORS = {";": Piece.SEMICOLON, ":": Piece.COLON}  # the others join like a comma


@lru_cache(maxsize=1)
def _cues() -> tuple[re.Pattern[str], dict[str, Piece]]:
    """Return a pattern of all verbs and links of the lexicon, and the piece of each."""
    cues = lexicon("award-cues")
    pieces: dict[str, Piece] = {}
    for piece in (Piece.PASSIVE, Piece.RECEIVE, Piece.GIVE, Piece.TO, Piece.PART):
        for variant in sorted(cues.by_id[piece].variants, key=lambda variant: (-len(variant), variant)):
            pieces.setdefault(variant, piece)
    for variant in cues.by_id["revoke"].variants:
        pieces.setdefault(variant, Piece.GIVE)  # in the same position; acts/sides/status.py distinguishes them
    pieces["rút"] = Piece.GIVE  # right before an award only
    # The check for the middle of a word follows the first letter, so that the search jumps from letter to letter.
    says = "|".join(variant.removeprefix("cho ") for variant in cues.by_id["says"].variants)  # ông cho biết: nothing is given
    words = (re.escape(variant[0]) + r"(?<!\w.)" + re.escape(variant[1:]).replace(r"\ ", r"\s+") + r"(?!\w)" for variant in pieces)
    award = rf"(?=\s+(?:cả\s+|các\s+)?{lexicon('award-types').alternatives})"
    behind = {r"c(?<!\w.)ho(": rf"(?!\s+(?:{says})(?!\w))", r"r(?<!\w.)út(": award}
    return re.compile("|".join(word + next((more for head, more in behind.items() if word.startswith(head)), "") for word in words)), pieces


def _is_whence(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether ``cho`` or ``đến`` does not introduce a recipient: ``12 gia đình đại diện cho 3.405 gia đình``, ``đến từ``."""
    canonical = passage.views.canonical
    if match.group() in {"đến", "tới"} and canonical.startswith((" năm ", " nay", " ngày ", " tháng ", " khi "), match.end()):
        return True
    return canonical.endswith("đại diện ", passage.start, match.start()) or canonical.startswith(" từ ", match.end())


@lru_cache(maxsize=1)
def _is_taken() -> re.Pattern[str]:
    """Match the passive of withdrawing: ``bị UBND tỉnh thu hồi``."""
    return re.compile(r"bị(?<!\wbị)(?=\s+(?:[^\s.,;:]+\s+){0,8}?" + alternatives(lexicon("award-cues").by_id["revoke"].variants) + ")")


def _behind_a_name(passage: Passage, cues: re.Pattern[str], found: re.Match[str]) -> re.Match[str]:
    """Return the match without the last word of a name before the verb: ``Trần Hữu Đạt | được tặng``."""
    text, start = passage.views.text, found.start()
    first = found.group().split()[0]
    if start == passage.start or not text[start].isupper() or first == found.group() or not text[start - 2 : start - 1].isalpha():
        return found
    rest = cues.search(passage.views.canonical, start + len(first), found.end())
    return found if rest is None else rest


#: Praise that confers a title: tuyên dương “Đơn vị anh hùng lực lượng vũ trang nhân dân”.
_PROCLAIMED = re.compile(r"tuyên(?<!\wtuyên)\s+dương(?=(?:\s+(?:là|danh\s+hiệu))?[\s\"']+(?:đơn\s+vị|tập\s+thể)\s+anh\s+hùng)")


def links(passage: Passage) -> Iterator[Element]:
    """Yield verbs, links and separators."""
    for match in passage.matches(_is_taken()) if passage.holds("bị") else ():
        yield Element(Piece.PASSIVE, match.start(), match.end(), match.group())
    for match in passage.matches(_PROCLAIMED) if passage.holds("anh hùng") else ():
        yield Element(Piece.GIVE, match.start(), match.end(), match.group())
    cues, pieces = _cues()
    for found in passage.matches(cues):
        match = _behind_a_name(passage, cues, found)
        word = match.group()
        piece = pieces[" ".join(word.split())]
        if piece is Piece.TO and _is_whence(passage, match):
            continue
        if (word == "nhận" and passage.views.canonical.endswith("chứng ", 0, match.start())) or (
            word in BRINGS and not is_of_prizes(passage, match.end())
        ):
            continue  # giấy chứng nhận, mang về quê
        word = word.removesuffix(" danh hiệu")  # with which the title begins
        yield Element(piece, match.start(), match.start() + len(word), word)
    for match in passage.matches(_SEPARATOR):
        yield Element(_SEPARATORS.get(match.group(), Piece.COMMA), match.start(), match.end(), match.group())
