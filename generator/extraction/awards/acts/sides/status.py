"""The status of an award: granted, proposed, past or withdrawn; and sentences that state no award at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.asides import is_lottery, is_now
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import Frame, Mode
from generator.extraction.awards.acts.sides.withdrawing import NOT_TAKEN, REGISTERS, cue, is_revoked, last_revoked, taken_after
from generator.extraction.engine import Passage
from generator.lexicon.load import alternatives, lexicon
from generator.model.facts import AwardStatus
from generator.text.opened import Opened, first_words

NONE = "none"  #: a target, a wish, a rule, a withdrawal: no award


@lru_cache(maxsize=1)
def _intended_near() -> re.Pattern[str]:
    return re.compile(alternatives(lexicon("award-cues").by_id["intended"].variants) + r"(?:\s+\w+){0,1}\s*$")


_IN_ROUNDS = re.compile(r"(?<!\w)(?:lần|đợt)\s+$")  # qua 15 lần xét tặng, … đã ký
_VOTED = re.compile(r"(?<!\w)(?:bỏ\s+phiếu|biểu\s+quyết|họp|đang|tiến\s+hành)(?!\w)")
_NOBODY = re.compile(r"không\s+(?:có\s+)?(?:\S+\s+){1,6}?nào(?!\w)")
_TARIFF = re.compile(r"lần\s+mức|mức\s+(?:tiền\s+)?lương|lương\s+(?:cơ\s+sở|tối\s+thiểu)")
_DECIDED = re.compile(
    r"(?<!\w)(?:(?<!xét )(?<!xét  )(?<!xét, )(?<!xét,  )(?<!trình )quyết\s+định|đã\s+ký|vừa\s+ký|và\s+(?:được|có)|đã\s+được)(?!\w)"
)
_AMONG_MANY = re.compile(r"(?:cùng|và)\s+nhiều\s+phần\s+thưởng\s+cao\s+quý\s+khác")
#: A reward promised to future winners.
_PROMISED = re.compile(r"sẽ\s+(?:được\s+)?(?:treo\s+)?thưởng(?!\w)")
_DENIED = re.compile(r"(?:,\s*giải\s+\S+){0,3}\s+không\s")
#: An order to prepare an award: giao Sở Nội vụ tham mưu UBND tỉnh ban hành quyết định tặng F.
_ASKED = re.compile(
    r"(?<!\w)(?:giao|yêu\s+cầu|chỉ\s+đạo|tham\s+mưu|hoàn\s+(?:tất|thiện|chỉnh)|phối\s+hợp)(?!\w)[^.;]{0,160}"
    r"(?:ban\s+hành|ra|ký|trình)\s+(?:các\s+)?quyết\s+định(?!\w)"
)
#: A rule of law: “Huân chương X” để tặng hoặc truy tặng cho …
_RULE = re.compile(r"[\"'\s]{0,3}(?:được\s+)?(?:dùng\s+|xét\s+)?để\s+(?:xét\s+)?(?:tặng|trao|truy\s+tặng)(?!\w)")
_AIMS = ("phấn đấu", "quyết tâm", "cơ cấu giải", "thể lệ")
_AIM = Opened(
    alternatives(_AIMS) + rf"|{REGISTERS}" + r"|(?:mục|chỉ)\s+tiêu[^.;:]{0,60}:|(?:phải(?<!\wphải)|cần(?<!\wcần))\s+(?:được\s+)?đạt(?!\w)",
    f"{first_words(_AIMS)}|đăng|mục|chỉ|phải|cần",
)


def clause_status(passage: Passage, start: int, form: int, verb: int, after: int) -> str | None:
    """Return the status that the words from ``start`` to the award type at ``form`` give.

    ``verb`` is the verb's offset; ``after`` is where the award type ends. None without special words (granted, unless the
    context of the article shows past); :data:`NONE` for no award.
    """
    canonical = passage.views.canonical
    if (taken := last_revoked(passage, start, form)) is not None:
        return AwardStatus.REVOKED if is_revoked(passage, taken, form) else NONE
    if passage.holds("bị") and (gone := taken_after().match(canonical, after, passage.stop)) is not None:
        return NONE if NOT_TAKEN.search(gone.group()) or NOT_TAKEN.search(canonical, passage.start, form) else AwardStatus.REVOKED
    weighed = cue("weighed").search(canonical, start, form)
    if weighed is not None and not (
        _IN_ROUNDS.search(canonical, start, weighed.start())
        or cue("proposed").search(canonical, start, weighed.start())
        or _VOTED.search(canonical, start, weighed.start())
    ):
        return NONE  # a regulation: việc xét tặng F
    if (
        cue("negative").search(canonical, start, form)
        or _is_target(passage, start, form)
        or (canonical.find("nào", start, form) >= 0 and _NOBODY.search(canonical, start, form))
    ):
        return NONE
    if is_lottery(passage, form) or _RECORD.search(canonical, max(start, form - 16), form):
        return NONE
    if (passage.holds("lương", "mức") and _TARIFF.search(canonical, passage.start, passage.stop)) or _DENIED.match(canonical, after):
        return NONE
    since = max(passage.start, form - 400)
    if _RULE.match(canonical, after) or (canonical.find("quyết", since, form) >= 0 and _ASKED.search(canonical, since, form)):
        return NONE
    if _stands_before(passage, _AIM, form) or _is_promised(passage, form):
        return NONE  # an aim extends over commas and semicolons (architecture/grammar.md §7.2)
    asked = cue("proposed").finditer(canonical, max(start, verb - 140), form)
    proposed = max((match.end() for match in asked if not _is_settled(canonical, start, match)), default=-1)
    proposed = max(proposed, -1 if weighed is None else weighed.end())
    if proposed >= 0 and _DECIDED.search(canonical, proposed, form) is None:
        return "proposed"
    near = _intended_near().search(canonical, max(start, verb - 24), verb)
    if (
        near is not None
        and _BY_DECISION.search(canonical, max(passage.start, near.start() - 100), near.end()) is None
        and not _is_of_a_name(passage, near)
    ):  # Cần Thơ
        return NONE
    if (_stands_before(passage, cue("past"), form) and not _is_of_reason(passage, form) and not is_now(passage, verb, cue("past"))) or (
        _AMONG_MANY.search(canonical, after, min(after + 300, passage.stop))
    ):
        return "past"
    return None


_RECORD = re.compile(r"kỷ\s+lục[\s\"']+$")  # phá kỷ lục 194 HCV
_DEEDS = re.compile(r"(?<!\w)(?:thành\s+tích|đóng\s+góp|cống\s+hiến|công\s+lao|nỗ\s+lực|phấn\s+đấu)(?!\w)[^,;.:]{0,120}$")


def _is_of_reason(passage: Passage, form: int) -> bool:
    """Return whether each word of an earlier time before the award belongs to the deed honoured: ``có thành tích trong quá
    trình công tác; tặng F``."""
    canonical = passage.views.canonical
    cues = [*cue("past").finditer(canonical, passage.start, form)]
    return all(_DEEDS.search(canonical, max(passage.start, match.start() - 160), match.start()) for match in cues)


def _is_promised(passage: Passage, form: int) -> bool:
    """Return whether the clause of the award promises a reward to future winners."""
    if not passage.holds("sẽ"):
        return False
    canonical = passage.views.canonical
    return _PROMISED.search(canonical, max(passage.start, canonical.rfind(";", passage.start, form)), form) is not None


#: A selection that is complete: qua bình xét có 3 đơn vị đạt F.
_CHOSEN = re.compile(r"(?<!\w)(?:(?<!thông )qua|sau|kết\s+quả)\s+(?:công\s+tác\s+|việc\s+)?$")
#: A body that weighs and decides itself: Ban tổ chức đã xem xét, quyết định trao giải.
_WEIGHED = re.compile(r"(?<!\w)(?:đã|vừa)\s+(?:họp,?\s+)?(?:bàn\s+bạc,\s+)?$")
_AND_DECIDED = re.compile(r"\s*(?:,|và|, và)?\s+quyết\s+định\s+(?:trao|tặng|khen)(?!\w)")


def _is_settled(canonical: str, start: int, cue: re.Match[str]) -> bool:
    """Return whether a word of proposing is part of a selection that is complete."""
    if _CHOSEN.search(canonical, start, cue.start()):
        return True
    return _WEIGHED.search(canonical, start, cue.start()) is not None and _AND_DECIDED.match(canonical, cue.end()) is not None


#: công bố quyết định số 12 về việc tặng F
_BY_DECISION = re.compile(r"(?<!\w)quyết\s+định(?!\w)[^.;]{0,80}\s(?:về\s+)?việc\s*$")
_CAUGHT = re.compile(r"(?<!\w)(?:bắt|giữ|khống\s+chế|phát\s+hiện|trấn\s+áp|truy\s+đuổi)\s+(?:được\s+)?(?:\S+\s+)?$")


def _is_target(passage: Passage, start: int, form: int) -> bool:
    """Return whether the words before an award set a target or a rule; ``đối tượng`` who are caught are not a target."""
    canonical = passage.views.canonical
    return any(
        match.group() != "đối tượng" or _CAUGHT.search(canonical, max(start, match.start() - 30), match.start()) is None
        for match in cue("target").finditer(canonical, start, form)
    )


#: Granted after death; tặng và truy tặng leaves open to whom.
_POSTHUMOUS = re.compile(
    r"(?<!\w)(?<!tặng, )(?<!tặng,  )(?<!trao, )(?<!trao,  )(?<!và )(?<!hoặc )(?<!tặng \()(?<!trao \()truy\s+(?:tặng|phong)(?!\w)"
)
_WAS_POSTHUMOUS = re.compile(r"[\s\"']*(?:được|đã\s+được|vừa\s+được)\s+truy\s+tặng(?!\w)")
_POSTHUMOUS_AFTER = re.compile(r"[\s\"']*\(\s*truy\s+tặng\s*\)")


def is_posthumous(passage: Passage, frame: Frame) -> bool:
    """Return whether the award is ``truy tặng``; an award in a row takes it from the award before."""
    canonical, at = passage.views.canonical, frame
    while at.mode == Mode.NOMINAL and at.follows is not None:
        at = at.follows
    if _POSTHUMOUS_AFTER.match(canonical, frame.form.end):
        return True
    if not passage.holds("truy"):
        return False
    if frame.form.words.startswith("truy tặng") or _WAS_POSTHUMOUS.match(canonical, frame.form.end, passage.stop):
        return True
    return _POSTHUMOUS.search(canonical, min(at.predicate, at.form.start), at.form.start) is not None


_DONE = re.compile(r"(?<!\w)(?:đã|vừa|quyết\s+định|dịp\s+này|cũng|còn|đồng\s+thời)(?!\w)")


def is_done(passage: Passage, start: int, stop: int) -> bool:
    """Return whether words between two acts separate the second from the proposal of the first."""
    return _DONE.search(passage.views.canonical, start, stop) is not None


def is_asked_too(passage: Passage, elements: list[Element], form: int, mode: str) -> bool:
    """Return whether a second body is asked like the first: ``đề nghị Tỉnh ủy tặng F cho A và Đảng ủy tặng F cho B``."""
    if mode != Mode.ACTIVE or form < 3:
        return False
    link, body, verb = elements[form - 3 : form]
    if (link.value, body.piece, verb.piece) != ("và", Piece.BODY, Piece.GIVE):
        return False
    between = passage.views.canonical[link.end : body.start] + passage.views.canonical[body.end : verb.start]
    return not between.strip()  # … và Đảng ủy đã tặng: an act of its own


_ASKS = re.compile(r"(?<!\w)(?:đề\s+nghị|đề\s+xuất|kiến\s+nghị|bỏ\s+phiếu|suy\s+tôn|bình\s+xét|giới\s+thiệu|tờ\s+trình)(?!\w)")


def _is_of_a_name(passage: Passage, word: re.Match[str]) -> bool:
    """Return whether a word is part of a name: ``Cần Thơ``, ``huyện Cần Giờ``, ``Tổng cục Hậu cần``."""
    text, start = passage.views.text, word.start()
    following = text[start : start + _LONGEST_NAME].split()[1:2]
    return text.endswith("ậu ", 0, start) or (
        text[start].isupper() and (text[start - 2 : start - 1].isalpha() or bool(following and following[0][0].isupper()))
    )


_LONGEST_NAME = 24  # code points


def only_proposes(passage: Passage, before: list[Element], form: int) -> bool:
    """Return whether the body before the award proposes it without naming whom it asks: ``Sở Y tế đề xuất tặng F cho A``."""
    bodies = [element for element in before if element.piece is Piece.BODY]
    return bool(bodies) and _ASKS.search(passage.views.canonical, bodies[-1].end, form) is not None


_LONGEST_CUE = 120  # code points


def _stands_before(passage: Passage, cue: re.Pattern[str] | Opened, at: int) -> bool:
    """Return whether ``cue`` matches anywhere in the passage before ``at``; its first match is remembered by passage."""
    memory, key = passage.views.memory, (_stands_before, cue, passage.start, passage.stop)
    if key not in memory:
        first = cue.search(passage.views.canonical, passage.start, passage.stop)
        memory[key] = passage.stop + 1 if first is None else first.end()
    return memory[key] <= at or cue.search(passage.views.canonical, max(passage.start, at - _LONGEST_CUE), at) is not None


@lru_cache(maxsize=1)
def _mandate_before() -> re.Pattern[str]:
    return re.compile(cue("mandate").pattern + r"(?:\s+(?:của|lãnh\s+đạo|ban\s+lãnh\s+đạo|tập\s+thể\s+lãnh\s+đạo)){0,2}\s*$")


def mandate(passage: Passage, scope: list[Element]) -> str | None:
    """Return the body in whose name a presenter hands over (``thừa ủy quyền của Chủ tịch nước, ông A trao …``)."""
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
