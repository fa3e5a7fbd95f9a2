"""Whether an award is granted, proposed or past, and which sentences speak of no award at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from generator.extraction.engine import Passage
from generator.extraction.rules.award_elements import Element, Piece
from generator.extraction.rules.award_forms import form_pattern
from generator.lexicon.load import alternatives, lexicon

NONE = "none"  #: a target, a wish, a rule, a withdrawal: no award


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("award-cues").by_id[name].variants))


@lru_cache(maxsize=1)
def _intended_near() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("award-cues").by_id["intended"].variants) + r"(?:\s+\w+){0,1}\s*$")


_NOBODY = re.compile(r"không\s+(?:có\s+)?(?:\S+\s+){1,6}?nào(?!\w)")
_TARIFF = re.compile(r"lần\s+mức|mức\s+(?:tiền\s+)?lương|lương\s+(?:cơ\s+sở|tối\s+thiểu)")
_DECIDED = re.compile(
    r"(?<!\w)(?:(?<!xét )(?<!xét  )(?<!xét, )(?<!xét,  )(?<!trình )quyết\s+định|đã\s+ký|vừa\s+ký|và\s+(?:được|có)|đã\s+được)(?!\w)"
)
_AMONG_MANY = re.compile(r"(?:cùng|và)\s+nhiều\s+phần\s+thưởng\s+cao\s+quý\s+khác")
_DENIED = re.compile(r"(?:,\s*giải\s+\S+){0,3}\s+không\s")
#: What somebody is told to prepare: giao Sở Nội vụ tham mưu UBND tỉnh ban hành quyết định tặng F.
_ASKED = re.compile(
    r"(?<!\w)(?:giao|yêu\s+cầu|chỉ\s+đạo|tham\s+mưu|hoàn\s+(?:tất|thiện|chỉnh)|phối\s+hợp)(?!\w)[^.;]{0,160}"
    r"(?:ban\s+hành|ra|ký|trình)\s+(?:các\s+)?quyết\s+định(?!\w)"
)
#: A rule of law: “Huân chương X” để tặng hoặc truy tặng cho …
_RULE = re.compile(r"[\"'\s]{0,3}(?:được\s+)?(?:dùng\s+|xét\s+)?để\s+(?:xét\s+)?(?:tặng|trao|truy\s+tặng)(?!\w)")
_AIM = re.compile(alternatives(("phấn đấu", "quyết tâm", "đăng ký", "cơ cấu giải", "thể lệ")) + r"|(?:mục|chỉ)\s+tiêu[^.;:]{0,60}:")


def clause_status(passage: Passage, start: int, form: int, verb: int, after: int) -> str | None:
    """The status that the words from ``start`` to the form at ``form`` give; ``verb`` is where the verb stands, ``after``
    where the form ends.

    None where they say nothing special (granted, unless the article's context says past); :data:`NONE` for no award.
    """
    canonical = passage.views.canonical
    if (
        _cue("negative").search(canonical, start, form)
        or _cue("target").search(canonical, start, form)
        or (canonical.find("nào", start, form) >= 0 and _NOBODY.search(canonical, start, form))
    ):
        return NONE
    if _stands_before(passage, _TARIFF, passage.stop) or _DENIED.match(canonical, after):
        return NONE
    if _RULE.match(canonical, after) or _ASKED.search(canonical, max(passage.start, form - 400), form):
        return NONE
    if _stands_before(passage, _AIM, form):
        return NONE  # the scope of an aim runs on over commas and semicolons (grammar.md §7.2)
    proposed = max((match.end() for match in _cue("proposed").finditer(canonical, max(start, verb - 140), form)), default=-1)
    if proposed >= 0 and _DECIDED.search(canonical, proposed, form) is None:
        return "proposed"
    near = _intended_near().search(canonical, max(start, verb - 24), verb)
    if near is not None and not (
        passage.views.text[near.start()].isupper() and canonical[near.start() - 2 : near.start() - 1].isalpha()
    ):  # Cần Thơ
        return NONE
    if _stands_before(passage, _cue("past"), form) or (_AMONG_MANY.search(canonical, after, min(after + 300, passage.stop))):
        return "past"
    return None


_DONE = re.compile(r"(?<!\w)(?:đã|vừa|quyết\s+định|dịp\s+này|cũng|còn|đồng\s+thời)(?!\w)")


def is_done(passage: Passage, start: int, stop: int) -> bool:
    """Whether words between two acts set the second apart from what the first only proposes."""
    return _DONE.search(passage.views.canonical, start, stop) is not None


def is_asked_too(passage: Passage, elements: list[Element], form: int, mode: str) -> bool:
    """Whether a second body is asked as the first one was: ``đề nghị Tỉnh ủy tặng F cho A và Đảng ủy tặng F cho B``."""
    if mode != "active" or form < 3:
        return False
    link, body, verb = elements[form - 3 : form]
    if (link.value, body.piece, verb.piece) != ("và", Piece.BODY, Piece.GIVE):
        return False
    between = passage.views.canonical[link.end : body.start] + passage.views.canonical[body.end : verb.start]
    return not between.strip()  # … và Đảng ủy đã tặng: an act of its own


_LONGEST_CUE = 120  # code points


def _stands_before(passage: Passage, cue: re.Pattern[str], at: int) -> bool:
    """Whether ``cue`` stands anywhere in the passage before ``at``; its first place is sought once a passage."""
    memory, key = passage.views.memory, (_stands_before, cue, passage.start, passage.stop)
    if key not in memory:
        first = cue.search(passage.views.canonical, passage.start, passage.stop)
        memory[key] = passage.stop + 1 if first is None else first.end()
    return memory[key] <= at or cue.search(passage.views.canonical, max(passage.start, at - _LONGEST_CUE), at) is not None


_WITHDRAWN = re.compile(
    r"(?:thu(?<!\wthu)\s+hồi|tước(?<!\wtước)|hủy(?<!\whủy)\s+bỏ)\s+(?:quyết\s+định\s+|tặng\s+|danh\s+hiệu\s+|các\s+|cả\s+)*"
)


def withdrawn(canonical: str) -> set[str]:
    """The types of award that the text tells of as withdrawn (``thu hồi Huân chương``): no award of theirs stands."""
    found = (form_pattern().match(canonical, match.end()) for match in _WITHDRAWN.finditer(canonical))
    return {lexicon("award-types").entry_of(match.group()).id for match in found if match is not None}


_TEASER = re.compile(r">>[^.!?\n]{0,200}$")


def is_teaser(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands in, or among, another article's headline: ``… bị bắt giữ. >> Khen thưởng 3 công dân``."""
    return ">>" in text[start:end] or _TEASER.search(text, max(0, start - 210), start) is not None


@lru_cache(maxsize=1)
def _mandate_before() -> re.Pattern[str]:
    return re.compile(_cue("mandate").pattern + r"(?:\s+(?:của|lãnh\s+đạo|ban\s+lãnh\s+đạo|tập\s+thể\s+lãnh\s+đạo)){0,2}\s*$")


def mandate(passage: Passage, scope: list[Element]) -> str | None:
    """The body in whose name a presenter hands over (``thừa ủy quyền của Chủ tịch nước, ông A trao …``)."""
    canonical = passage.views.canonical
    for index, element in enumerate(scope):
        if element.piece is not Piece.BODY:
            continue
        before = canonical[max(passage.start, element.start - 44) : element.start]
        if _mandate_before().search(before):
            return cast(str, element.value)
        after = canonical[element.end : element.end + 16]
        if re.match(r"\s+ủy\s+(?:nhiệm|quyền)", after) and (index == 0 or scope[index - 1].piece is Piece.PASSIVE):
            return cast(str, element.value)
    return None
