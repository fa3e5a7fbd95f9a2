"""Honours withdrawn: words of withdrawing, who asks for it, and which honours an article states as withdrawn."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.extraction.awards.forms.form import form_pattern
from generator.extraction.engine import Passage
from generator.lexicon.load import alternatives, lexicon

#: Văn phòng Đăng ký đất đai, sổ đăng ký: no aim.
REGISTERS = r"đăng(?<!\wđăng)(?<!văn phòng đăng)(?<!sổ đăng)\s+ký(?!\w)"


@cache
def cue(name: str) -> re.Pattern[str]:
    """Match the words of a group of the lexicon of cues."""
    words = lexicon("award-cues").by_id[name].variants
    more = f"|{REGISTERS}" if "đăng ký" in words else ""
    if name == "revoke":
        more += r"|(?<!\w)rút(?! kinh)(?!\w)"
    return re.compile(alternatives(word for word in words if word != "đăng ký") + more)


#: A request to withdraw the honour of one who is named, who holds it still: đề nghị thu hồi F đối với ông A.
_TO_WITHDRAW = re.compile(r"(?<!\w)(?:đề\s+nghị|kiến\s+nghị|đề\s+xuất|tờ\s+trình|trình|xem\s+xét)(?!\w)")
_OF_WHOM = re.compile(r"(?:[^.;:]{0,80}\s)?(?:đối\s+với|của)\s+(?:ông|bà|anh|chị|đồng\s+chí|cá\s+nhân)\s")
_IF = re.compile(r"(?<!\w)(?:khi|nếu|trường\s+hợp|sẽ|có\s+thể|hoặc|thì|thẩm\s+quyền|quy\s+định|phải|cần|không|chưa)(?!\w)")


def is_to_be_withdrawn(passage: Passage, start: int, form: int, after: int) -> bool:
    """Return whether somebody asks that the honour of a named person be withdrawn."""
    taken = last_revoked(passage, start, form)
    if taken is None or _TAKEN_WORDS.match(passage.views.canonical, taken.end()) is None:
        return False
    canonical = passage.views.canonical
    asked = _TO_WITHDRAW.search(canonical, passage.start, taken.start()) is not None
    return asked and _IF.search(canonical, passage.start, taken.start()) is None and _OF_WHOM.match(canonical, after) is not None


#: Words that may come between the verb of withdrawing and the award: thu hồi quyết định số 12 tặng danh hiệu F.
_TAKEN_WORDS = re.compile(
    r"(?:\s+(?:lại|bỏ|toàn\s+bộ|cả|các|những|việc|quyết\s+định(?:\s+số\s+\S+)?(?:\s+ngày\s+\S+)?(?:\s+về)?|đã|trao|tặng|trao\s+tặng|phong\s+tặng"
    r"|truy\s+tặng|công\s+nhận|khen\s+thưởng|tấm|danh\s+hiệu|hình\s+thức|vinh\s+dự|cao\s+quý|nhà\s+nước|thi\s+đua|bằng|và|\d+)){0,10}[\s\"']*"
)
#: Words of a threat, a request or a rule: nếu vi phạm sẽ bị thu hồi; kiến nghị thu hồi.
NOT_TAKEN = re.compile(
    r"(?<!\w)(?:kiến\s+nghị|yêu\s+cầu|khi|nếu|trường\s+hợp|sẽ|có\s+thể|bị\s+can|hoặc|thì|thẩm\s+quyền|quy\s+định|dọa|phải|cần|không|chưa|xem\s+xét)(?!\w)"
)


@lru_cache(maxsize=1)
def taken_after() -> re.Pattern[str]:
    """Match ``F của A đã bị G thu hồi`` from the end of F, without another award type between."""
    form = lexicon("award-types").alternatives
    return re.compile(rf"(?:(?!{form})[^.;]){{0,120}}?(?<!\w)bị\s+(?:[^\s.,;:]+\s+){{0,8}}?" + cue("revoke").pattern)


_DECIDED_TO_TAKE = re.compile(r"(?<!\w)(?:quyết\s+định|đã|vừa)(?!\w)")


def last_revoked(passage: Passage, start: int, form: int) -> re.Match[str] | None:
    """Return the last word of withdrawing between ``start`` and the award (``tước hiệu`` is not such a word)."""
    found = (
        list(cue("revoke").finditer(passage.views.canonical, start, form))
        if passage.holds("hủy", "thu hồi", "tước", "bãi bỏ", "rút")
        else ()
    )
    return next((match for match in reversed(found) if not passage.views.canonical.startswith(" hiệu", match.end())), None)


def is_revoked(passage: Passage, taken: re.Match[str], form: int) -> bool:
    """Return whether an award behind the words of withdrawing ``taken`` is withdrawn.

    Not if land or a licence is, or only a threat, a rule or a proposal is stated.
    """
    canonical = passage.views.canonical
    if _TAKEN_WORDS.fullmatch(canonical, taken.end(), form) is None:
        return False
    for words in (NOT_TAKEN, cue("target"), cue("proposed")):
        last = max((match.end() for match in words.finditer(canonical, passage.start, taken.start())), default=-1)
        if last >= 0 and _DECIDED_TO_TAKE.search(canonical, last, taken.start()) is None:
            return False
    return True


_WITHDRAWN = re.compile(
    r"(?:thu(?<!\wthu)\s+hồi|tước(?<!\wtước)|hủy(?<!\whủy)(?:\s+bỏ)?)\s+(?:quyết\s+định\s+|tặng\s+|danh\s+hiệu\s+|các\s+|cả\s+)*"
)


#: A request before the words of withdrawing, in the same clause.
_ASKED_NEAR = re.compile(_TO_WITHDRAW.pattern + r"[^.;:]*$")


def withdrawn(canonical: str) -> set[str]:
    """Return the types of award that the text states as withdrawn (``thu hồi Huân chương``): no grant of that type counts."""
    asked = (
        match
        for match in _WITHDRAWN.finditer(canonical)
        if _ASKED_NEAR.search(canonical, max(0, match.start() - 80), match.start()) is None
    )
    found = (form_pattern().match(canonical, match.end()) for match in asked)
    return {lexicon("award-types").entry_of(match.group()).id for match in found if match is not None}
