"""Decides which names of a sentence are people of the event: those with an honorific, with a position, or honoured.

A name that is only mentioned is not accepted: it may be a suspect's or a street's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.names.persons.foreign import Name
from generator.extraction.names.words import SentenceWords
from generator.extraction.people.attachment import SEPARATOR, PersonGroup, attached_groups, between
from generator.extraction.people.bracketed import in_row, is_winner
from generator.extraction.people.rows import heads_row

_SAME_RANK = re.compile(r"(?:^| )(?:,|;|và|cùng)(?: (?:huy chương|hc|các huy chương|giải) [^\W\d_]{2,6})?(?: :)?$")
_MEDAL = re.compile(r"(?:(?:huy chương|hc|hcv|hcb) (?:vàng|bạc|đồng)|thuộc về|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt))(?: :)?$")
_HONOURED = re.compile(
    r"(?:cá nhân|đồng chí|đảng viên|đoàn viên|hội viên|học sinh|sinh viên|giáo viên|nhà giáo|gương|em|nhân viên|cán bộ|chiến sĩ|công nhân"
    r"|người lao động|nông dân|bác sĩ|điều dưỡng|y sĩ|thầy thuốc|nghệ sĩ|nghệ nhân|vận động viên|viên chức|công chức"
    r"|(?:\d+|các) (?:bà )?mẹ)"
    r"(?: [^\W\d_]+){0,8}$"
)
_AWARD = re.compile(
    r"khen|tuyên dương|biểu dương|vinh danh|tôn vinh|danh hiệu|huy hiệu|huy chương|huân chương|kỷ niệm chương|trao giải|đoạt giải"
    r"|giải thưởng|học bổng"
)

#: The predicate of a person who is named first and honoured, and an age in brackets behind a name.
_RECEIVES = re.compile(
    r"(?:(?:vừa|đã|cũng) )?(?:nhận|đoạt|giành|đạt|được (?:nhận|tặng|trao|tặng thưởng|vinh danh|tôn vinh|tuyên dương|biểu dương"
    r"|khen thưởng))"
    r" [^.;]{0,60}?(?:giải|huy chương|huân chương|huy hiệu|bằng khen|giấy khen|danh hiệu|kỷ niệm chương)(?!\w)"
)
_AGED = re.compile(r"\( (?:\d{1,3} tuổi|(?:sn|sinh năm|sinh) \d{4})(?: [,;.-]| \))")
_GIVEN = re.compile(r"(?<!\w)(?:khen|khen thưởng|tặng|trao|trao quà|tuyên dương|biểu dương|tôn vinh|vinh danh)(?!\w)")
#: Words for persons in other news: suspects, victims, accused.
_OTHERS = re.compile(
    r"(?<!\w)(?:nghi phạm|nghi can|bị can|bị cáo|đối tượng|nạn nhân|hung thủ|kẻ|tên cướp|bị bắt|khởi tố|tạm giữ|tử vong"
    r"|thiệt mạng|tội)(?!\w)"
)

#: Verbs of speaking or acting in the news, right behind a name.
_SPEAKS = re.compile(
    r"(?:(?:cũng|đã|vui mừng|xúc động|phấn khởi|tự hào|hồ hởi) )?(?:cho biết|cho hay|chia sẻ|bày tỏ|tâm sự|bộc bạch|phát biểu|khẳng định"
    r"|nhấn mạnh|kể|kể lại|nói|nhận định|cho rằng|đại diện|thay mặt|trao|báo cáo|trình bày|chủ trì|điều hành|dẫn đầu)(?!\w)"
)
_RECEIVER = re.compile(r"(?<!dành )(?:cho|tặng|tuyên dương|biểu dương|vinh danh|tôn vinh|khen thưởng|gồm|đó là)(?: :)?$")
_PRIZED = re.compile(r"(?:hcv|hcb|hcđ|huy chương|giải (?:nhất|nhì|ba|khuyến khích|đặc biệt))(?!\w)[^()]{0,60} \($")
_GIFT = re.compile(
    r"(?<!\w)(?:bằng khen|giấy khen|huy hiệu|huân chương|kỷ niệm chương|danh hiệu|cờ thi đua|giải thưởng|học bổng"
    r"|khen thưởng|tuyên dương)(?!\w)"
)
_ITEM = re.compile(r"\n\s*\d{1,3}[.)]\s*$")
_MARKER = 12  # letters before an item that may contain its number
_QUOTES = frozenset({'"', "”", "»"})
_OPENERS = frozenset({".", ";", "-"}) | _QUOTES
FULL = 3  # syllables of a full name
_MARKS = frozenset({"(", ",", ".", ";", ":"})
LONGEST_DEED = 16  # words behind a name that may name its award
LONGEST_LEAD = 60  # words before a list of honoured people that may name the award


def groups_in(words: SentenceWords) -> list[PersonGroup]:
    """Return the names of a sentence with their positions and the rule that accepts them, in reading order."""
    groups = attached_groups(words)
    for index in range(len(groups)):
        _accept(words, groups, index)
    return groups


def _accept(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> None:
    group = groups[index]
    name, address = group.name, group.name.address
    if (address is not None and address.dead) or (
        group.before and group.before[0].first > 0 and words.low[group.before[0].first - 1] == "cố"
    ):
        return  # cố Tổng Bí thư …
    if _is_calling_of_other_news(words, group):
        return
    if group.before and not _is_place_of_a_post(words, groups, index):
        group.accepted = "person.role_before"
    elif name.after_admin and address is None:
        return
    elif group.after:
        group.accepted = "person.role_after"
    elif group.shared:
        group.accepted = "person.list"
    elif address is not None:
        group.accepted = "person.address"
    else:
        _accept_without_position(words, groups, index)
    if address is not None and address.plural:
        group.lists = True


def _is_place_of_a_post(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> bool:
    """Return whether a name behind a kind of place only says where the person named before has the post: ``Ông A - Chủ tịch UBND xã B``."""
    group = groups[index]
    if index == 0 or not group.name.after_admin or group.name.address is not None or _is_of_committee(words, group):
        return False
    between_names = words.low[groups[index - 1].name.after : group.before[0].first]
    return bool(between_names) and all(mark in {"-", "–"} for mark in between_names)


def _is_of_committee(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether the word before a name ends a committee (``Huyện ủy``), behind which a person is named, not its place."""
    return group.name.first > 0 and words.low[group.name.first - 1] == "ủy"


def _is_calling_of_other_news(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether only an occupation makes a person of somebody mentioned as suspect or victim: ``tài xế A bị khởi tố``."""
    positions = (*group.before, *group.after)
    alone = bool(positions) and group.name.address is None and all(position.entry.get("calling") for position in positions)
    return alone and _OTHERS.search(" ".join(words.low)) is not None


def _is_unknown_name(words: SentenceWords, start: int, stop: int) -> bool:
    """Return whether an unrecognised name comes between two recognised names of a list: ``các anh A, Khấu Phong Anh, B``."""
    return (
        4 <= stop - start <= 6
        and words.low[start] == ","
        and words.low[stop - 1] in {",", "và"}
        and all(shape == "C" for shape in words.shape[start + 1 : stop - 1])
    )


def _is_item(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether a numbered item of a list consists of a full name: ``3. Hoàng Trọng Nghĩa``."""
    name = group.name
    if not name.strong or name.first != 0 or any(shape != "p" for shape in words.shape[name.after :]):
        return False
    return _ITEM.search(words.views.canonical, max(0, words.start - _MARKER), words.start) is not None


def _is_honoured(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether the sentence gives something to the person named: as its subject, or with an age in brackets."""
    name = group.name
    if not name.strong and words.low[name.first + 1] not in {"văn", "thị"}:
        return False
    behind = " ".join(words.low[name.after : name.after + LONGEST_DEED])
    sentence = " ".join(words.low)
    if _RECEIVES.match(behind) and (name.first == 0 or (words.shape[name.first - 1] == "l" and _OTHERS.search(sentence) is None)):
        return True
    return _AGED.match(behind) is not None and _GIVEN.search(sentence) is not None and _OTHERS.search(sentence) is None


def _is_aged(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether an age or a year of birth in brackets follows the name."""
    return _AGED.match(" ".join(words.low[group.name.after : group.name.after + 6])) is not None


def _speaks(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether the person named opens the clause and says or does what people of the event do: ``Lê Văn B chia sẻ: …``."""
    first = group.name.first
    opens = (
        first == 0 or words.low[first - 1] in _OPENERS or (words.low[first - 1] == "," and first > 1 and words.low[first - 2] in _QUOTES)
    )
    if not opens or _SPEAKS.match(" ".join(words.low[group.name.after : group.name.after + 4])) is None:
        return False
    return _OTHERS.search(" ".join(words.low)) is None


def _receives(words: SentenceWords, group: PersonGroup) -> bool:
    """Return whether the person named is given an honour: ``tặng bằng khen cho Lê Văn B``, ``HCV ở nội dung 400 m (Lê Thị B)``."""
    first = group.name.first
    lead = " ".join(words.low[max(0, first - LONGEST_LEAD) : first])
    if _PRIZED.search(lead) is not None:
        return True
    return _RECEIVER.search(lead[-20:]) is not None and _GIFT.search(lead) is not None and _OTHERS.search(" ".join(words.low)) is None


def _stands_alone(words: SentenceWords, name: Name) -> bool:
    """Return whether a mark follows a name of three syllables and more, and ends it: ``thuộc về Lương Thảo Chi (…)``."""
    return name.after - name.first >= FULL and (name.after >= len(words) or words.low[name.after] in _MARKS)


def _accept_without_position(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> None:
    group, name = groups[index], groups[index].name
    if name.after - name.first < 3:
        return
    if _is_item(words, group) or _is_honoured(words, group):
        group.accepted, group.honoured = "person.honoured", True
        return
    if name.strong and _speaks(words, group):
        group.accepted = "person.speaker"
        return
    if name.strong and _receives(words, group):
        group.accepted, group.honoured, group.lists = "person.honoured", True, True
        return
    lead = " ".join(words.low[max(0, name.first - 4) : name.first])
    if (name.strong or _stands_alone(words, name)) and _MEDAL.search(lead):
        group.accepted, group.honoured = "person.honoured", True
        return
    if (name.strong or _stands_alone(words, name)) and words.low[name.first - 1] == ":" and name.first > 1:
        lead = " ".join(words.low[max(0, name.first - 12) : name.first - 1])
        if _HONOURED.search(lead) and _AWARD.search(" ".join(words.low[max(0, name.first - LONGEST_LEAD) : name.first])):
            group.accepted, group.lists = "person.honoured", True
            return
    if name.strong and heads_row(words, name.first) and _OTHERS.search(" ".join(words.low)) is None:
        group.accepted, group.lists = "person.list", True
        return
    if not _accept_in_brackets(words, groups, index) and index > 0 and groups[index - 1].accepted is not None:
        _accept_beside(words, groups, index)


def _accept_in_brackets(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> bool:
    """Accept a name with a bracket behind, or in one, as a winner's or as the next of a row; return whether it is."""
    group, name = groups[index], groups[index].name
    if "(" not in words.low or not (name.strong or _stands_alone(words, name)) or _OTHERS.search(" ".join(words.low)) is not None:
        return False
    if is_winner(words, groups, index):
        group.accepted, group.honoured = "person.honoured", True
    elif index > 0 and groups[index - 1].accepted is not None and in_row(words, groups, index):
        group.accepted, group.honoured = "person.list", groups[index - 1].honoured
    return group.accepted is not None


def _accept_beside(words: SentenceWords, groups: Sequence[PersonGroup], index: int) -> None:
    """Accept a name that a mark or a link joins to the accepted one before it."""
    group, name = groups[index], groups[index].name
    previous = groups[index - 1]
    end = previous.after[-1].after if previous.after else previous.name.after
    gap = between(words, end, name.first)
    if gap is None:
        return
    if previous.lists and not previous.after and (SEPARATOR.match(gap) or _is_unknown_name(words, end, name.first)):
        group.accepted, group.lists = "person.list", True
    elif name.strong and SEPARATOR.match(gap) and _is_aged(words, group) and _is_aged(words, previous):
        group.accepted, group.lists = "person.list", previous.lists  # hai em A (4 tuổi) và B (8 tuổi)
    elif previous.honoured and _SAME_RANK.search(gap):
        group.accepted, group.honoured = "person.list", True
