"""Where an award's recipients begin behind it: ``bằng khen cho …``, ``tuyên dương 3 tập thể``, ``Huy hiệu 40 năm: 2 đồng chí``.

Each construction is one row of :data:`OPENINGS`, a pattern over the signs of :mod:`chunks` from the award type on; the first
row that matches counts. To add one, write its row: example and counter-example are run with those of the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.acts.chunks import UNREAD, Sequel
from generator.extraction.awards.acts.elements import Piece
from generator.extraction.awards.acts.frames import RECIPIENT_FIRST, Mode
from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass

_LONGEST = 12  # unread words between an award type and its recipients
_VERBS, _NOUNS = frozenset({AwardClass.VERB}), frozenset({AwardClass.FORM, AwardClass.TITLE, AwardClass.PRIZE})
_FORMS = _VERBS | _NOUNS
_MODES: frozenset[Mode] = frozenset(Mode)
_ACTIVE: frozenset[Mode] = frozenset({Mode.ACTIVE})


@dataclass(frozen=True, slots=True)
class Opening:
    """A construction that begins the recipients of an award.

    ``signs``: a pattern from the award type on, behind what may be skipped; the last sign is a recipient, or the link to the
    first. ``of``: classes of award type, in ``modes``. ``words``: a pattern of the unread words before the recipient.
    ``names``: not behind a mere ``khen``, which is only a kind word. ``then``: a pattern of words that follow the award type in
    its sentence. ``heads``: only if the verb opens the sentence.

    In ``example`` brackets mark the award type; its value is the words with which the recipients begin.
    """

    id: str
    signs: str
    example: Example
    counterexample: str
    of: frozenset[str] = _FORMS
    modes: frozenset[Mode] = _MODES
    words: str = ""
    names: bool = False
    then: str = ""
    heads: bool = False


OPENINGS = (
    Opening(
        "for",
        r"(?:_*T|KT)",
        Example("UBND xã tặng [[giấy khen]] cho 3 tập thể.", "3 tập thể"),
        "UBND xã tặng giấy khen; Huyện đoàn tặng quà cho 3 tập thể.",
    ),
    Opening(
        "handed to",
        r"_{0,2}G(?=[NMKHB])",
        Example("UBND xã trao [[Huy hiệu 40 năm tuổi Đảng]] tặng đồng chí Lê Văn Bình.", "đồng chí Lê Văn Bình"),
        "UBND xã trao Huy hiệu 40 năm tuổi Đảng và tặng quà đồng chí Lê Văn Bình.",
    ),
    Opening(
        "behind a colon",
        r"(?<=:)_*N",
        Example("Kết quả: [[Huy hiệu 70 năm tuổi Đảng]]: 2 đồng chí.", "2 đồng chí"),
        "Kết quả: Huy hiệu 70 năm tuổi Đảng; 2 đồng chí vắng mặt.",
        of=_NOUNS,
        modes=frozenset({Mode.NOMINAL}),
    ),
    Opening(
        "prize, and who has it behind a colon",
        r"(?<=:)[BH]",
        Example("Kết quả, giải nhất thuộc về Công an tỉnh; [[giải nhì]]: Sở Y tế.", "Sở Y tế"),
        "Kết quả, giải nhất thuộc về Công an tỉnh; giải nhì; Sở Y tế tham gia.",
        of=frozenset({AwardClass.PRIZE}),
        modes=frozenset({Mode.NOMINAL}),
    ),
    Opening(
        "prize, and who has it behind a dash",
        r"_[BH]",
        Example("Kết quả: [[giải Nhất]] - Công an tỉnh; giải Nhì - Sở Y tế.", "Công an tỉnh"),
        "Kết quả: giải Nhất và Công an tỉnh.",
        of=frozenset({AwardClass.PRIZE}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"[-–]",
    ),
    Opening(
        "number right behind",
        r"N",
        Example("Trong đó: [[Huân chương Lao động hạng Ba]] 2 cá nhân; Bằng khen 3 tập thể.", "2 cá nhân"),
        "Trong đó: Huân chương Lao động hạng Ba; 2 cá nhân nhận quà.",
        of=frozenset({AwardClass.FORM}),
        modes=frozenset({Mode.NOMINAL}),
    ),
    Opening(
        "badge that a number has",
        r"_N",
        Example("Theo đó, [[Huy hiệu 65 năm tuổi Đảng]] có 2 đồng chí.", "2 đồng chí"),
        "Theo đó, Huy hiệu 65 năm tuổi Đảng gồm 2 đồng chí.",
        of=frozenset({"badge"}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"có|là",
    ),
    Opening(
        "received, and a number",
        r"_{1,2}N",
        Example("Nhận [[bằng khen]] còn có 4 cá nhân.", "4 cá nhân"),
        "Nhận bằng khen tiêu biểu là 4 cá nhân.",
        modes=frozenset({Mode.RECEIVE}),
        words=r"(?:còn )?có",
    ),
    Opening(
        "received, and by whom",
        r"_{1,4}[BH]",
        Example("Được tặng [[Huân chương Chiến công hạng Ba]] lần này có ông Lê Văn Bình.", "ông Lê Văn Bình"),
        "Được tặng Huân chương Chiến công hạng Ba lần này do ông Lê Văn Bình trao.",
        of=_NOUNS,
        modes=frozenset({Mode.PASSIVE, Mode.RECEIVE}),
        words=r"(?:lần|đợt|dịp|năm) này (?:còn )?(?:có|là)",
    ),
    Opening(
        "praised, and a number",
        r"_{0,8}N",
        Example("Được [[biểu dương]] tại hội nghị còn có 4 cá nhân.", "4 cá nhân"),
        "Được biểu dương tại hội nghị, 4 cá nhân phát biểu.",
        of=_VERBS,
        modes=frozenset({Mode.PASSIVE}),
        words=r"(?:(?:tại|trong|ở) (?:\w+ ){1,4})?(?:lần này |dịp này |đợt này )?(?:còn có|gồm có|còn|có|gồm|là)",
    ),
    Opening(
        "given a number",
        r"_{0,2}N",
        Example("UBND xã tặng [[bằng khen]] 20 cá nhân.", "20 cá nhân"),
        "UBND xã tặng bằng khen tại hội nghị tổng kết 20 cá nhân.",
        modes=_ACTIVE,
    ),
    Opening(
        "praises somebody and a number",
        r"_{1,4}&N",
        Example("UBND xã [[khen thưởng]] tổ công tác và 2 người dân.", "2 người"),
        "UBND xã khen thưởng kịp thời; 2 tổ công tác đã nhận quà.",
        of=_VERBS,
        modes=_ACTIVE,
    ),
    Opening(
        "given one who is named",
        r"(?<![:,&])[HB]",
        Example("UBND xã tặng [[bằng khen]] ông Lê Văn Bình.", "ông Lê Văn Bình"),
        "UBND xã có bằng khen của ông Lê Văn Bình.",
        of=frozenset({AwardClass.FORM}),
        modes=_ACTIVE,
    ),
    Opening(
        "praises several",
        r"M",
        Example("UBND xã [[tuyên dương]] các cá nhân tiêu biểu.", "các cá nhân"),
        "UBND xã trao bằng khen các cá nhân tiêu biểu.",
        of=_VERBS,
        modes=_ACTIVE,
    ),
    Opening(
        "praises one",
        r"(?:_?H|B)",
        Example("UBND xã [[tuyên dương]] ông Lê Văn Bình.", "ông Lê Văn Bình"),
        "UBND xã khen ông Lê Văn Bình.",
        of=_VERBS,
        modes=_ACTIVE,
        names=True,
    ),
    Opening(
        "praises whose deed",
        r"_{2,12}H",
        Example("Công an xã [[khen thưởng]] việc làm đẹp của anh Lê Văn Bình.", "anh Lê Văn Bình"),
        "Công an xã khen thưởng theo đề nghị của anh Lê Văn Bình.",
        of=_VERBS,
        modes=_ACTIVE,
        words=r"(?:những |các )?(?:hành động|hành vi|việc làm|nghĩa cử|chiến công)(?: [^\W\d]+){0,9} của",
        names=True,
    ),
    Opening(
        "won at the head, and by whom",
        r"_{0,10},_{0,2}[HB]",
        Example("Đạt [[giải Nhất]] cuộc thi, em Lê Văn Bình được chọn vào đội tuyển.", "em Lê Văn Bình"),
        "Đội đạt giải Nhất cuộc thi, ông Lê Văn Bình cho biết.",
        of=_NOUNS,
        modes=frozenset({Mode.RECEIVE, Mode.PASSIVE}),
        words=r"(?:cô |cậu |chàng |nữ sinh |nam sinh |tay vợt |cô gái |chàng trai )?",
        heads=True,
    ),
    Opening(
        "won by",
        r"_{1,6}H",
        Example("[[Ba HCV]] còn lại do Lê Văn Bình (đối kháng) và Trần Thị Hoa mang về.", "Lê Văn Bình"),
        "Ba HCV do ông Lê Văn Bình trao.",
        of=frozenset({AwardClass.PRIZE}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"(?:còn lại |này |đó |khác )?(?:lần lượt )?(?:do(?: công của)?|là của|là công của)",
        names=True,
        then=r"(?<!\w)(?:mang\s+về|đem\s+về|giành|đoạt|đạt|lập\s+công)(?!\w)|(?<!\w)là\s+của(?!\w)",
    ),
    Opening(
        "that one won",
        r"_{1,6}H",
        Example("Đây là tấm [[HCV]] thứ hai mà Lê Văn Bình giành được ở giải này.", "Lê Văn Bình"),
        "Đây là tấm HCV thứ hai mà Lê Văn Bình hướng tới ở giải này.",
        of=frozenset({AwardClass.PRIZE}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"(?:thứ [^\W\d]+ |đầu tiên |duy nhất |liên tiếp ){0,3}mà",
        names=True,
        then=r"(?<!\w)(?:giành|đoạt|có)\s+được(?!\w)",
    ),
    Opening(
        "crown is whose",
        r"_H",
        Example("Quán quân cuộc thi là Lê Văn Bình; [[Á hậu 1]] là Trần Thị Hoa.", "Trần Thị Hoa"),
        "Trần Thị Hoa đăng quang Hoa hậu, không phải Lê Thị Sáu.",
        of=frozenset({AwardClass.TITLE}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"là",
        names=True,
    ),
    Opening(
        "prize is whose",
        r"_{1,2}[HB]",
        Example("Kết quả: [[giải Nhất]] là em Lê Văn Bình; giải Nhì là đội Hoa Sen.", "em Lê Văn Bình"),
        "Giải Nhất là nỗ lực của em Lê Văn Bình.",
        of=frozenset({AwardClass.PRIZE}),
        modes=frozenset({Mode.NOMINAL}),
        words=r"là(?: của)?",
    ),
    Opening(
        "prize of one",
        r"H",
        Example("Kết quả: [[giải Nhất]] Lê Văn Bình.", "Lê Văn Bình"),
        "Kết quả: giải Nhất của ông Lê Văn Bình.",
        of=frozenset({AwardClass.PRIZE}),
        names=True,
    ),
)

#: What may come first: a colon, an aside up to the link (``và phần thưởng cho``, ``, phần thưởng cao quý của Nhà nước, cho``), another verb
#: if nobody has received yet.
_ASIDE = r"_*[,&]_{0,5}(?:[,&]_{0,4})?(?=T)|,_{3,8}B?,(?=T)"


#: A verb of receiving that opens the sentence, up to the award type.
_HEADS = re.compile(
    r"[\s\"'*+-]*(?:(?:vừa|mới|từng|xuất\s+sắc|vinh\s+dự|liên\s+tục|liên\s+tiếp)\s+){0,2}"
    r"(?:đạt|đoạt|giành|nhận|đón\s+nhận|được\s+(?:[^\s,;:.]+\s+){0,6}?(?:trao|tặng|trao\s+tặng|phong\s+tặng|nhận))(?:\s+được)?\s+(?:danh\s+hiệu\s+)?[\"']?"
)


@dataclass(frozen=True, slots=True)
class Begins:
    """Where recipients begin: ``at`` is the first element to read, ``object`` the offset behind ``cho``, if there is one."""

    opening: Opening
    at: int
    object: int | None


@lru_cache(maxsize=32)
def _patterns(group: str, mode: Mode, *, badge: bool, held: bool) -> tuple[tuple[Opening, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Return the rows for a class of award type; ``held``: a recipient already precedes it, so a further verb begins another clause."""
    skipped = [r"_*:", _ASIDE]
    if not held:
        skipped.append(r"_{0,6}K?[GP](?!(?<=G)[NMKHB])")  # HCB cá nhân được trao cho
    if group == AwardClass.VERB:
        skipped.append(r"_*,")
    if mode == Mode.ACTIVE:
        skipped.append("V")
    rows = []
    for opening in OPENINGS:
        fits = group in opening.of or (badge and "badge" in opening.of)
        if fits and mode in opening.modes and not (held and opening.id != "handed to" and opening.id != "behind a colon"):
            signs = rf"(?:{'|'.join(skipped)}){{0,4}}(?P<begins>{opening.signs})"
            rows.append((opening, re.compile(signs), re.compile(opening.words) if opening.words else None))
    return tuple(rows)


def begins_behind(sequel: Sequel, mode: Mode, *, held: bool) -> Begins | None:
    """Return where an award's recipients begin; None if none follow. ``held``: a recipient precedes it."""
    form = sequel.form
    badge = form.type == "huy-hieu-dang" and form.rank is not None
    for opening, pattern, words in _patterns(form.group, mode, badge=badge, held=held and mode in RECIPIENT_FIRST):
        match = pattern.match(sequel.signs)
        if match is None or sequel.signs.count(UNREAD, 0, match.end()) > _LONGEST or (opening.names and form.words == "khen"):
            continue
        last = sequel.places[match.end() - 1]
        if words is not None and words.fullmatch(_words_before(sequel, last)) is None:
            continue
        if opening.heads and _HEADS.fullmatch(sequel.passage.views.canonical, sequel.passage.start, form.start) is None:
            continue
        if opening.then and re.search(opening.then, sequel.passage.views.canonical[form.end : sequel.passage.stop]) is None:
            continue
        element = sequel.elements[last]
        if element.piece in {Piece.TO, Piece.GIVE}:
            return Begins(opening, last + 1, element.end if element.piece is Piece.TO else None)
        return Begins(opening, last, None)
    return None


def _words_before(sequel: Sequel, index: int) -> str:
    canonical = sequel.passage.views.canonical
    return " ".join(canonical[sequel.elements[index - 1].end : sequel.elements[index].start].split())
