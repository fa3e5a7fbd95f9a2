"""The rows of :mod:`openings`: where an award's recipients begin behind it.

Each construction is one row of :data:`OPENINGS`, a pattern over the signs of :mod:`chunks` from the award type on; the first
row that matches counts. To add one, write its row: example and counter-example are run with those of the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.awards.acts.clause.frames import Mode
from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass

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
    its sentence. ``heads``: only if the verb opens the sentence. ``type``: only
    of this award type.

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
    type: str = ""


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
        "rewards whose success",
        r"_{2,18}B",
        Example("Sở Y tế [[khen thưởng]] thành tích vào chung kết của Đội tuyển bóng đá nữ tỉnh.", "Đội tuyển bóng đá nữ tỉnh"),
        "Sở Y tế khen thưởng theo đề nghị của Đội tuyển bóng đá nữ tỉnh.",
        of=_VERBS,
        modes=_ACTIVE,
        words=r"(?:những |các )?(?:thành tích|chiến công)(?: (?!(?:đã|được|tại|trong)(?!\w))[\w.]+){0,16} của",
        type="khen-thuong",
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
