"""Titles in plain words, without quotes: ``công nhận thợ giỏi``, ``đạt danh hiệu hộ nông dân sản xuất, kinh doanh giỏi các
cấp``, ``4 giáo viên dạy giỏi cấp quận``. The class is open: titles are recognised by position."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.model.span import Span

#: The last word of a title of emulation.
_PRAISED = r"(?:giỏi|tiêu\s+biểu|xuất\s+sắc|ưu\s+tú|tài\s+năng|văn\s+hóa|tiên\s+tiến|chuẩn\s+quốc\s+gia|kiểu\s+mẫu|gương\s+mẫu|hiếu\s+học)"
_LEVEL = r"(?:\s+(?:(?:các\s+cấp|cấp\s+(?:trường|cơ\s+sở|xã|huyện|quận|tỉnh|thành\s+phố|bộ|ngành|quốc\s+gia|trung\s+ương))|toàn\s+quốc))?"
#: Positions in which words are a title.
_RECOGNISED = re.compile(
    r"(?<=công nhận )(?:là\s+|danh\s+hiệu\s+|đạt\s+)?(?P<title>(?!(?:đạt|hoàn|xã|huyện|di|quyền|kết|việc|chuẩn)(?!\w))[^\W\d_]+"
    r"(?:\s+[^\W\d_]+){0,4}?\s+(?:giỏi|tiêu\s+biểu|xuất\s+sắc|ưu\s+tú|tài\s+năng))(?!\w)"
)
#: A number of those who have a title, which is named by what they are: công nhận 117 liên đội mạnh cấp tỉnh.
_OF_A_NUMBER = re.compile(
    r"(?<=công nhận )\d[\d.]*\s+(?P<title>(?!(?:đảng|chi|tổ|trường\s+hợp|sáng|đề)(?!\w))[^\W\d_]+(?:\s+[^\W\d_]+){0,3}?\s+"
    r"(?:giỏi|tiêu\s+biểu|xuất\s+sắc|văn\s+hóa|kiểu\s+mẫu|(?<!sạch )(?:vững\s+)?mạnh|tiên\s+tiến|hiếu\s+học)"
    rf"{_LEVEL})(?=\s*(?:[.,;:()]|và\s|năm\s|$))"
)
_NAMED = re.compile(
    r"(?<!\w)danh\s+hiệu\s+(?P<title>(?!(?:trong|đảng|chi|tổ|hoàn|cao|vinh|này|đó|thi\s+đua|cho|của|là)(?!\w))[^\W\d_]+"
    rf"(?:,?\s+[^\W\d_]+){{0,8}}?\s+{_PRAISED}(?!\w)"
    rf"(?:(?:\s+[^\W\d_]+){{1,6}}?(?<!\scủa)(?=\s+(?:cho|năm|giai|thuộc|được)\s|\s*(?:[.,;:()]|$))|{_LEVEL}))"
)
#: Words before a title that is the reason for an award: được tặng F vì đạt danh hiệu D.
_REASON = re.compile(
    r"(?<!\w)(?:vì|do|bởi)\s+(?:đã\s+|luôn\s+)?(?:đạt|giành|được\s+công\s+nhận)\s+(?:được\s+)?(?:các\s+)?(?:danh\s+hiệu\s+)?[\"']?$"
)

#: A person chosen as one of a number: được bầu chọn là 1 trong 10 gương mặt trẻ tiêu biểu của tỉnh.
_CHOSEN = re.compile(
    r"(?<=chọn là )(?P<title>(?:(?:một|1)\s+trong\s+(?:số\s+)?(?:những\s+|các\s+)?(?:\d{1,3}\s+)?)?"
    rf"(?:gương\s+mặt|công\s+dân|thanh\s+niên|đoàn\s+viên|nông\s+dân|doanh\s+nhân|sinh\s+viên|học\s+sinh|điển\s+hình)"
    rf"(?:\s+[^\W\d_]+){{0,4}}?\s+{_PRAISED}(?!\w)(?:\s+(?!(?:năm|do|và|được|cho|khi|vì|tại|trong|giai)(?!\w))[^\W\d_]+){{0,8}})"
)
_OF_TEACHERS = re.compile(
    r"(?<=giáo viên )(?P<title>(?:dạy\s+|chủ\s+nhiệm\s+(?:lớp\s+)?)?giỏi"
    r"\s+cấp\s+(?:trường|huyện|quận|tỉnh|thành\s+phố|cơ\s+sở|quốc\s+gia))(?!\w)"
)
#: The next title of a row: 412 học sinh đạt danh hiệu Học sinh giỏi, 380 học sinh tiên tiến.
_OF_PUPILS = re.compile(r"(?<=\d học sinh )(?P<title>(?:giỏi|xuất\s+sắc|tiên\s+tiến|khá)(?:\s+toàn\s+diện)?)(?=\s*(?:[,;.]|và\s|$))")
#: A mass organisation's own title, which needs no word for it: 12 công đoàn cơ sở đạt vững mạnh.
_STRONG = re.compile(
    r"(?<!\w)(?:công\s+đoàn(?:\s+cơ\s+sở)?|cđcs|đoàn\s+cơ\s+sở|chi\s+đoàn|chi\s+hội|hội\s+cơ\s+sở|cơ\s+sở\s+(?:đoàn|hội))(?:\s+[^\W\d_]+){0,4}?\s+"
    r"(?:đạt|nhận)\s+(?:loại\s+|danh\s+hiệu\s+|tiêu\s+chuẩn\s+)?(?P<title>(?:(?:công\s+đoàn(?:\s+cơ\s+sở)?|đoàn|hội|chi\s+đoàn|chi\s+hội)\s+)?"
    r"(?<!sạch )vững\s+mạnh(?:,?\s+(?:xuất\s+sắc|tiêu\s+biểu))?)(?!\w)"
)

_CUED = (
    ("công nhận ", _RECOGNISED), ("công nhận ", _OF_A_NUMBER),
    ("danh hiệu", _NAMED), ("giỏi cấp", _OF_TEACHERS), ("chọn là ", _CHOSEN), ("vững mạnh", _STRONG),
    ("danh hiệu học sinh ", _OF_PUPILS), ('danh hiệu "học sinh ', _OF_PUPILS),
)  # fmt: skip


def is_reason(passage: Passage, start: int) -> bool:
    """Return whether the title at ``start`` is the reason for another honour."""
    return _REASON.search(passage.views.canonical, max(passage.start, start - 48), start) is not None


@rule(
    "award.title",
    examples=[
        Example("gần 1.400 công nhân được công nhận [[thợ giỏi]] năm 2013", "thợ giỏi"),
        Example(
            "31.000 hộ đạt danh hiệu [[hộ nông dân sản xuất, kinh doanh giỏi các cấp]].", "hộ nông dân sản xuất, kinh doanh giỏi các cấp"
        ),
        Example("tặng danh hiệu [[thanh niên tiên tiến làm theo lời Bác]] cho 5 người", "thanh niên tiên tiến làm theo lời Bác"),
        Example(
            "được Thành đoàn bầu chọn là [[1 trong 9 gương mặt tiêu biểu của thành phố]].",
            "1 trong 9 gương mặt tiêu biểu của thành phố",
        ),
        Example("đón nhận danh hiệu [[trường mầm non chuẩn quốc gia]] năm 2013", "trường mầm non chuẩn quốc gia"),
        Example("có 12 công đoàn cơ sở đạt [[vững mạnh xuất sắc]]", "vững mạnh xuất sắc"),
        Example("công nhận 117 [[liên đội mạnh cấp tỉnh]].", "liên đội mạnh cấp tỉnh"),
        Example("trường có 4 giáo viên [[dạy giỏi cấp quận]];", "dạy giỏi cấp quận"),
    ],
    counterexamples=[
        "chi bộ đạt trong sạch, vững mạnh",
        "xã được công nhận đạt chuẩn nông thôn mới",
        "danh hiệu cao quý của những người lao động giỏi",
        "Chelsea giành danh hiệu vô địch mùa này",
        "các giáo viên dạy giỏi, tận tâm",
    ],
    source="architecture/facts.md danh-hieu; read in articles",
)
@remembered
def titles(passage: Passage) -> Iterator[Finding]:
    """Yield titles in plain words; the value is the title as written."""
    for cue, pattern in _CUED:
        for match in passage.matches(pattern) if passage.holds(cue) else ():
            span = Span(*match.span("title"))
            yield Finding(span, span.of(passage.views.text))
