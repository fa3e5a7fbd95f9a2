"""Prizes of a contest that are stated by number: who won them (``trao 6 giải khuyến khích cho các bệnh viện``, ``đội tuyển học
sinh giành 2 huy chương vàng``), and which numbers are not of prizes won.

Each construction that states the winners is a row of :data:`CONSTRUCTIONS`. To add one, write its row: its example and
counter-example are run with those of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Mode
from generator.extraction.awards.acts.holders.recipients import WITH, Recipient, named_kind
from generator.extraction.awards.acts.sides.constructions import RANKS_WITH
from generator.extraction.awards.forms.form import Form, forms_in
from generator.extraction.engine import REACH, Example, Finding, Passage, rule
from generator.extraction.names.groups.recipients import Group, kind_in_article
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.span import Span
from generator.text.folding import canonical

_NUMBER = r"\d[\d.]*\s+"
_WIN = r"(?:đoạt|đạt|giành|mang\s+về)(?:\s+được)?"
#: The winners' kind, or a body referred to by its common noun.
_WHO = r"(?:(?P<kind>{kinds})|(?P<body>{bodies}))(?!\w)"
_PERSON = r"(?P<kind>{kinds})(?!\w)"


@dataclass(frozen=True, slots=True)
class WinnerConstruction:
    """A construction that states who won prizes.

    ``words``: a pattern for the canonical view that ends where the prizes begin, or, if ``behind`` is set, begins where they
    end. In it ``{who}`` is any recipient, ``{person}`` a kind of person. ``team``: it states of whom a team consists, which
    takes precedence over the subject. In ``example`` brackets mark the prizes; the value is the winners' kind.
    """

    id: str
    words: str
    example: Example
    counterexample: str
    behind: bool = False
    team: bool = False


CONSTRUCTIONS = (
    WinnerConstruction(
        "for",
        r"(?:(?:,|\s+và)\s[^.;:]{0,120}?)?\s+(?:cho|thuộc\s+về|về\s+tay)\s+(?:các\s+|những\s+)?{who}",
        Example("trao [[6 giải khuyến khích]] cho các bệnh viện khác trên địa bàn.", "tap-the"),
        "trao 6 giải khuyến khích; tặng quà cho các bệnh viện.",
        behind=True,
    ),
    WinnerConstruction(
        "share",
        rf"{_NUMBER}giải(?:\s+thưởng)?\s+(?:trong|trên)\s+(?:tổng\s+số\s+)?{_NUMBER}{{who}}[^.;]{{0,160}}",
        Example("có 50 giải trong tổng số 76 học sinh dự thi, trong đó có [[2 giải nhất]].", "hoc-sinh"),
        "có 50 giải trong tổng số 76 học sinh dự thi. Hội thi trao 2 giải nhất.",
    ),
    WinnerConstruction(
        "team",
        rf"(?:đội\s+tuyển|đội|đoàn)\s+(?:các\s+)?{{person}}(?:\s+[^\s.;:]+){{0,12}}?\s+{_WIN}[^.;]{{0,160}}",
        Example("Đội tuyển học sinh giỏi của trường giành [[2 huy chương vàng]].", "hoc-sinh"),
        "Đội tuyển của trường giành 2 huy chương vàng.",
        team=True,
    ),
    WinnerConstruction(
        "bracket",
        rf"{_NUMBER}{{person}}(?:\s+[^\s.,;:()]+){{0,3}}\s*\([^().;]{{0,160}}",
        Example("Nghệ An có 69 học sinh ([[31 giải Nhì]]).", "hoc-sinh"),
        "Nghệ An có 69 học sinh dự thi; hội thi có 31 giải Nhì.",
        team=True,
    ),
    WinnerConstruction(
        "winners",
        rf"{{person}}(?:\s+(?:đã|đều|của|khối|lớp))?(?:\s+[^\s.,;:\d]+){{0,4}}?\s+{_WIN}\s+(?:giải|huy\s+chương|thành\s+tích|[^.;]{{0,20}}giải)"
        r"[^.;]{0,60}?(?:gồm|trong\s+đó|với|:)[^.;]{0,160}",
        Example("Đoàn có 5/10 học sinh đoạt giải, trong đó có [[1 huy chương vàng]].", "hoc-sinh"),
        "Đoàn có 10 học sinh dự thi và về nước với 1 huy chương vàng.",
        team=True,
    ),
    WinnerConstruction(
        "given",
        r"(?:trao|tặng|phát)(?!\w)[^.;:]{0,120}?\s(?:cho|tới)\s+(?:các\s+|những\s+)?{who}(?:\s+[^\s.;:,\d]+){0,8}?(?:\s*:|,)?[^.;:]{0,160}",
        Example("trao giải Hội thi Báo cáo viên giỏi cho các giáo viên: [[1 giải nhất]].", "giao-vien"),
        "trao quà cho các giáo viên; hội thi có 1 giải nhất.",
    ),
    WinnerConstruction(
        "series",
        r"giải\s+(?:a|nhất|vàng)\s+(?:cho|tặng)\s+(?:các\s+|những\s+)?{who}[^.;:]{0,60}(?::[^.;]{0,200})?;\s+"
        rf"(?:{_NUMBER}giải\s+(?:b|c|nhì|ba|bạc|đồng)\s*(?:,|;|và|, và)\s+){{0,3}}",
        Example("trao giải A cho các đoàn: Sở Y tế và Tỉnh đoàn; [[5 giải B]].", "don-vi"),
        "trao giải A cho các đoàn; tặng hoa các đoàn và 5 giải phụ.",
    ),
    WinnerConstruction(
        "contest",
        r"(?:thi|giảng|kỳ|giải)\s+(?:[^\s.,;:]+\s+){0,4}?{person}(?:\s+[^\s.,;:]+){0,3}?\s+giỏi(?!\w)(?:[^.;\d]|\d+\s+(?:giải|huy|hc)){0,160}",
        Example("Tại kỳ thi học sinh giỏi cấp tỉnh, trường có [[9 giải nhì]].", "hoc-sinh"),
        "Tại kỳ thi học sinh viết chữ đẹp, trường có 9 giải nhì.",
        team=True,
    ),
    WinnerConstruction(
        "contest behind",
        r"(?:(?:,|\s+và)\s[^.;:]{0,120}?)?\s+(?:(?:tại|ở|trong)\s+)?(?:(?:kỳ|hội|cuộc)\s+thi\s+)?(?:chọn\s+)?{person}(?:\s+[^\s.,;:]+){0,3}?\s+giỏi(?!\w)",
        Example("trường có [[9 giải nhì]] học sinh giỏi cấp tỉnh.", "hoc-sinh"),
        "trường có 9 giải nhì; 20 học sinh giỏi cấp tỉnh.",
        behind=True,
        team=True,
    ),
)


_EACH = re.compile(r"(?<!\w)(?:mỗi|từng)\s+(?:một\s+|tấm\s+|chiếc\s+)?$")
_AMOUNT = re.compile(r"\s+(?:là\s+|được\s+|thưởng\s+)?\d[\d.,]{0,12}\s*(?:triệu|đồng|nghìn|ngàn|tỷ|tỉ|usd)(?!\w)")


def is_rate(passage: Passage, frame: Frame) -> bool:
    """Return whether the words only state what is paid for each prize: ``thưởng mỗi HCV 10 triệu đồng, HCB 6 triệu đồng``."""
    if frame.form.group != AwardClass.PRIZE:
        return False
    canonical, start = passage.views.canonical, frame.form.start
    each = _EACH.search(canonical, max(passage.start, start - 20), start) is not None
    return each or _AMOUNT.match(canonical, frame.form.end, passage.stop) is not None


#: A row of prizes with recipients of its own.
_TO = re.compile(r"(?:(?:,|\s+và)\s[^.;:]{0,120}?)?\s+(?:cho|thuộc\s+về|về\s+tay)\s")


@lru_cache(maxsize=1)
def patterns() -> tuple[tuple[WinnerConstruction, re.Pattern[str]], ...]:
    """Return the constructions with their compiled patterns."""
    kinds, heads = lexicon("recipients"), lexicon("organisation-heads")
    who = _WHO.format(kinds=kinds.alternatives, bodies=alternatives(heads.by_variant))
    person = _PERSON.format(kinds=alternatives([word for word, entry in kinds.by_variant.items() if entry.id in PERSONS]))
    return tuple(
        (
            construction,
            re.compile(construction.words.replace("{who}", who).replace("{person}", person) + ("" if construction.behind else "$")),
        )
        for construction in CONSTRUCTIONS
    )


def winners_kind(passage: Passage, form: Form, *, team: bool = False) -> str | None:
    """Return the kind of the winners of a number of prizes, if a construction states it; None otherwise.

    ``team``: use only constructions that state of whom a team consists.
    """
    if form.group != AwardClass.PRIZE:
        return None
    canonical = passage.views.canonical
    others = _TO.match(canonical, form.end, passage.stop) is not None
    for construction, pattern in patterns():
        if (team and not construction.team) or (others and not construction.behind):
            continue  # 2 giải nhất cho A và 3 giải nhì cho B: each prize has its own recipients
        match = (
            pattern.match(canonical, form.end, passage.stop)
            if construction.behind
            else pattern.search(canonical, max(passage.start, form.start - REACH), form.start)
        )
        if match is not None:
            words = match.groupdict().get("kind")
            kind = "tap-the" if words is None else lexicon("recipients").entry_of(words).id
            return kind_in_article(passage.views, kind, words or "")
    return None


def counted_kind(passage: Passage, form: Form) -> str:
    """Return the kind of those who hold a number of awards (``208 Huy hiệu Đảng``, ``2 giải nhất``), ``khac`` if unknown."""
    return str(lexicon("award-types").by_id[form.type].get("recipient") or winners_kind(passage, form) or _kind_of_title(form) or "khac")


def _kind_of_title(form: Form) -> str | None:
    """Return the kind that opens a title named by who has it: ``liên đội mạnh cấp tỉnh``; None if it does not."""
    words = canonical(form.title or "").split() if form.type == "danh-hieu" else []
    for length in (3, 2, 1) if len(words) > 1 else ():
        head = " ".join(words[:length])
        if (entry := lexicon("recipients").by_variant.get(head)) is not None:
            return entry.id
        if (entry := lexicon("noun-classes").by_variant.get(head)) is not None and entry.id == "collective":
            return "tap-the"
    return None


#: Words between two prizes of a row; a total precedes its parts.
_ROW = {",", "và", ", và", ";", ", gồm", "gồm", ", trong đó có", ", trong đó", ", cùng", "cùng"}


def _in_row(passage: Passage, frame: Frame, other: Frame) -> bool:
    return passage.views.canonical[frame.form.end : other.form.start].strip() in _ROW


_RANKED = re.compile(RANKS_WITH + r"\s+$")


def winners_of(passage: Passage, frame: Frame) -> Recipient | None:
    """Return who holds a number of prizes (``3 giải Nhất``): the kind from those stated to win or receive them, the number from the prizes.

    None if the prizes are not counted, or if a single person won several.
    """
    if (
        frame.form.group != AwardClass.PRIZE
        or frame.form.count is None
        or (
            WITH.search(passage.views.canonical, passage.start, frame.form.start)
            and _RANKED.search(passage.views.canonical, passage.start, frame.form.start) is None
        )
    ):
        return None
    source = frame
    while (
        not source.items
        and source.follows is not None
        and source.follows.form.group == AwardClass.PRIZE
        and _in_row(passage, source.follows, source)
    ):
        source = source.follows
    if len(source.items) != 1 or (source is frame and frame.mode not in RECIPIENT_FIRST):
        return None
    element = source.items[0].element
    if isinstance(element.value, Named):
        return None
    if (members := winners_kind(passage, source.form, team=True)) is not None:
        return members, frame.form.count, ()
    if isinstance(element.value, Group):
        return element.value.kind, frame.form.count, ()
    return named_kind(passage, source.items[0], frame.form), frame.form.count, (cast(str, element.value),)


def number_won(frame: Frame, count: int | None, names: tuple[str, ...]) -> int | None:
    """Return the recipients' number: the number of prizes given, if fewer names are read (``trao 4 giải A cho các đoàn: A, B và C``)."""
    stated = frame.form.count
    if frame.form.group != AwardClass.PRIZE or frame.mode != Mode.ACTIVE or not names or stated is None or count is None:
        return count
    return max(count, stated)


_PRIZED = re.compile(
    r"(?:trao|lựa\s+chọn|chọn\s+ra|đoạt|đạt|giành)(?!\w)[^.;]{0,60}"
    r"(?:giải|tác\s+phẩm|bài|huy\s+chương|sản\s+phẩm|mô\s+hình)|kết\s+quả|(?:chọn\s+ra|lựa\s+chọn|xét\s+chọn)(?:\s+được)?\s+$"
)
_PLANNED = re.compile(r"cơ\s+cấu|thể\s+lệ|(?<!\w)sẽ(?!\w)|mỗi\s+giải|trị\s+giá|dự\s+kiến|số\s+lượng\s+giải")


def opens_prizes(passage: Passage, frame: Frame, start: int, end: int) -> bool:
    """Return whether a counted prize is stated as won (``57 tác phẩm được chọn, trong đó có 5 giải A, 10 giải B``), not planned.

    The block begins at ``start``, the sentence ends at ``end``.
    """
    if frame.mode != Mode.NOMINAL or frame.form.group != AwardClass.PRIZE:
        return False
    canonical = passage.views.canonical
    if _PLANNED.search(canonical, max(start, frame.form.start - 400), min(frame.form.end + 200, end)):
        return False
    return _PRIZED.search(canonical, max(start, frame.form.start - 400), frame.form.start) is not None


#: Whoever has a title already: Tới dự có 3 Chiến sĩ thi đua toàn quốc.
_BEARERS = re.compile(
    r"(?<!\w)(?:dự|mời|bầu|gặp\s+mặt|thăm|tọa\s+đàm|ủng\s+hộ|phấn\s+đấu|chỉ\s+tiêu|mục\s+tiêu|đăng\s+ký|quy\s+định)(?!\w)"
)


def opens_titles(passage: Passage, frame: Frame, following: Frame | None) -> bool:
    """Return whether a number of titles opens a row of such, as a result: ``năm 2022 có 389 Lao động tiên tiến, 41 Chiến sĩ thi đua``."""
    if frame.mode != Mode.NOMINAL or frame.form.group != AwardClass.TITLE or frame.form.count is None or following is None:
        return False
    row = following.form.group == AwardClass.TITLE and following.form.count is not None
    canonical, entry = passage.views.canonical, lexicon("award-types").by_id[frame.form.type]
    if (
        not row
        or entry.get("recipient") is None
        or entry.get("grade") == "state"
        or not canonical.endswith((" có ", ": "), passage.start, frame.form.start)
    ):
        return False
    return _BEARERS.search(canonical, passage.start, frame.form.start) is None


@rule(
    "award.prize_winners",
    examples=[construction.example for construction in CONSTRUCTIONS],
    counterexamples=[construction.counterexample for construction in CONSTRUCTIONS],
    source="architecture/facts.md kinds; read in articles",
)
def prize_winners(passage: Passage) -> Iterator[Finding]:
    """Yield the prizes stated by number whose winners' kind is stated; the value is that kind."""
    for form in forms_in(passage):
        kind = winners_kind(passage, form) if form.count is not None else None
        if kind is not None:
            yield Finding(Span(form.start, form.end), kind)
