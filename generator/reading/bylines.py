"""Who signs an article: a name, a pen name, initials or an office, on the last line or stuck to the last sentence.

Photographers (``Ảnh: X``) sign no article. Forms: the seeds, newspapers and portals (``Tin, ảnh: L.Nguyễn``,
``2012.Nguyễn Huế``, ``./.C.H``, ``Theo VFF``, ``Hồng Giang (TTXVN)``, ``Khánh Hiền – Thanh Tiến``).
"""

from __future__ import annotations

import re

from generator.model.span import Span
from generator.text.sentences import LOWER, UPPER

_WORD = rf"(?!(?:Theo|THEO|Tin|TIN|BÀI|Ảnh|ẢNH)(?!\w))(?:[{UPPER}][{LOWER}]{{1,7}}|[{UPPER}]{{2,8}}|[{UPPER}]\.?)"
_INITIALS = rf"(?:[{UPPER}]{{1,2}}[{LOWER}]?\.){{1,3}}\s?(?:[{UPPER}][{UPPER}{LOWER}]{{0,7}})?"
_NAME = rf"(?:{_INITIALS}|{_WORD}(?:\s{{1,2}}{_WORD}){{0,4}})(?:\s{{1,2}}{_INITIALS})?"
_PLACE = rf"(?:/[{UPPER}][\w \-]{{1,20}})?"
_NOTE = (
    r"(?:\s?\((?:TTXVN|Vietnam\+|VietnamPlus|VOV|TTTĐ|[tT]hực hiện|[tT]ổng hợp|[gG]hi|[lL]ược ghi|[tT]heo [^()\n]{2,40}"
    rf"|[{UPPER}][^()\n]{{1,50}}|[a-z0-9.\-]{{3,30}})\)|\s(?:thực hiện|tổng hợp|lược ghi))"
)
_AND = r"\s{0,2}(?:[-–—,&+;/]|và)\s{0,2}"
_NAMES = rf"{_NAME}{_PLACE}(?:{_AND}{_NAME}{_PLACE}){{0,3}}{_NOTE}?"
_LABEL = (
    r"(?P<label>(?:Tin|Bài|TIN|BÀI)(?:\s?(?:,|và|&|-|–|/|\s)\s?(?:bài|ảnh|ành|hình|clip|video|BÀI|ẢNH))*\s?(?::\s?|\s)"
    r"|(?:Tác giả|Người viết|Người thực hiện|Thực hiện|Biên tập|Nội dung|Bài viết|CTV|Phóng viên|PV)\s?:\s?"
    r"|(?:Nguồn|Nguồn tin|NGUỒN)\s?:\s?|\(?(?:Theo|THEO)\s)"
)
# An office signs with its name; such a line is an office only when every other word could be one of a name.
_OFFICE = re.compile(
    r"(?:Sở|Ban|Phòng|Văn phòng|Trung tâm|Đài|Báo|Cục|Chi cục|Tổng cục|Vụ|Viện|UBND|HĐND|UBMTTQ|Ủy ban|Uỷ ban|Hội|Đoàn|Công đoàn"
    r"|LĐLĐ|Liên đoàn|Trường|Chi bộ|Đảng bộ|Đảng ủy|Đảng uỷ|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|BTV|BBT|Ban Biên tập|Bộ phận|Tổ|Nhóm|Chi đoàn"
    r"|Công ty|Bệnh viện|Bộ|Cổng|Trang|Tạp chí|Thông tấn)\s[^.:;!?\n]{2,70}"
)
_NAMES_ONLY = re.compile(rf"(?:{_NAMES})(?:\s?[-–,]\s?(?:{_OFFICE.pattern}))?")
_LABELLED = re.compile(rf"{_LABEL}(?P<who>[^\n]{{1,80}})")
_CREDIT = re.compile(
    r"\(?(?:Ảnh|ảnh|ẢNH|Hình|Photo|Ảnh minh họa|Ảnh minh hoạ)(?:\s?(?:tư liệu|minh họa|minh hoạ|internet))?\s?[:;]?\s?[^\n]{0,60}"
)
_CREDIT_BEFORE = re.compile(r"(?:Ảnh|ảnh|ẢNH|Photo|Clip|Video|Đồ họa)\s?:\s?(?:[^.!?…\n]|(?<=[A-ZĐ])\.){0,40}$")
_REPORTERS = re.compile(rf"(?:Nhóm |NHÓM )?(?:PV|P\.V|CTV|BTV|BT|TTXVN|PHÓNG VIÊN|Phóng viên)(?:\s[{UPPER}{LOWER}]{{1,12}}){{0,4}}{_NOTE}?")
_VERBS = re.compile(
    r"(?<!\w)(?:tổ chức|trao|tặng|nhận|phát biểu|tại|tham dự|dự|khai mạc|họp|triển khai|tổng kết|chúc mừng|chụp|được|đã|kỷ niệm|năm|là|có"
    r"|của|các|những|cho|với|trong|về|báo cáo|kết luận|chỉ đạo|chủ trì|thăm|ra mắt)(?!\w)",
    re.IGNORECASE,
)
# The end of the last sentence, then the signature with or without a space.
_GLUED = re.compile(
    rf"(?P<stop>[.!?…][\"”»)]?(?:\s?/\s?\.?)?|[\"”»)](?=\s?[{UPPER}])|/-|(?<=[{LOWER}])(?=(?:Theo|Tin|Bài)\s)"
    rf"|(?<=[{LOWER}])(?=[{UPPER}]{{2,8}}(?:\s[{UPPER}]{{2,8}}){{1,3}}\s*$)|\./\.)\s{{0,3}}"
    rf"(?P<signature>(?:{_LABEL})?(?P<who>{_REPORTERS.pattern}|{_NAMES}|(?!TIN\b"
    rf"|BÀI\b)[{UPPER}][\w&]{{1,14}}(?:\s[{UPPER}][\w&]{{0,14}}){{0,3}}"
    r"|(?<=/\.)\((?:TTXVN|Vietnam\+)\))"
    rf"(?:\s?(?:\((?:[Tt]heo)\s[^()\n]{{2,40}}\)|(?:Theo|theo)\s[^.\n]{{2,40}}))?)\s*$"
)
_MARKER = re.compile(r"\s*[\w]{1,3}")  # 2. Lê Văn A: the last row of a list, not a signature
_TAIL = 130  # characters of a paragraph's end in which a signature may be


def byline_line(text: str, line: Span) -> Span | None:
    """Return the words that name the author when the whole ``line`` is a signature, else None."""
    written = line.of(text)
    if len(written) > 100 or is_credit(written):
        return None
    labelled = _LABELLED.fullmatch(written)
    if labelled is not None:
        who = _balanced(labelled["who"].rstrip(" ./"))
        if not _VERBS.search(who) and (_names(who) or _OFFICE.fullmatch(who) or (len(who.split()) <= 6 and who[:1].isupper())):
            return Span(line.start + labelled.start("who"), line.start + labelled.start("who") + len(who))
        return None
    bare = _balanced(written.rstrip("./ "))
    if written.rstrip().endswith((":", ";", "!", "?")) or not bare:
        return None
    if _names(bare) or (_OFFICE.fullmatch(bare) and len(bare.split()) <= 9 and not _VERBS.search(bare)):
        start = line.start + written.index(bare)
        return Span(start, start + len(written if _is_initials(written) else bare))
    return None


def glued_byline(text: str, block: Span) -> tuple[Span, Span] | None:
    """Return a signature stuck to the end of a paragraph: where it is and the author's name in it; else None."""
    begin = max(block.start, block.end - _TAIL)
    match = _GLUED.search(text, begin, block.end)
    if match is None or match.start("signature") <= block.start or _MARKER.fullmatch(text, block.start, match.start("stop")):
        return None
    signature = Span(match.start("signature"), match.end("signature"))
    written = signature.of(text)
    if is_credit(written) or _CREDIT_BEFORE.search(text, max(block.start, signature.start - 45), signature.start):
        return None
    if match["label"] is None and text[match.start("stop")] in ".!?" and not match["stop"].endswith(("/", ".")) and len(written) < 2:
        return None
    glued = text[signature.start - 1] not in " \u00a0\t"
    if match["label"] is None and not glued and not _apart(written):
        return None
    who = Span(match.start("who"), match.end("who"))
    return signature, Span(who.start + 1, who.end - 1) if who.of(text).startswith("(") else who


def is_credit(written: str) -> bool:
    """Return whether ``written`` names a photographer only."""
    return _CREDIT.fullmatch(written.strip()) is not None


def _balanced(written: str) -> str:
    """``(Theo VFF)`` without its brackets; brackets that belong to the words stay."""
    if written.startswith("(") and written.endswith(")"):
        return written[1:-1].strip()
    return written.rstrip(") ") if written.count(")") > written.count("(") else written.removeprefix("(")


def _names(written: str) -> bool:
    return (
        (_NAMES_ONLY.fullmatch(written) is not None or _is_initials(written) or _REPORTERS.fullmatch(written) is not None)
        and not written.isdigit()
        and len(written) > 1
    )


def _is_initials(written: str) -> bool:
    return re.fullmatch(_INITIALS, written) is not None


def _apart(written: str) -> bool:
    """After a full stop and a space only a signature that no sentence could be: capitals, initials or a name with a note."""
    return written.isupper() or _is_initials(written) or (len(written.split()) >= 2 and _names(written))
