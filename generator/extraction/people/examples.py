"""The rules of people, by the reason to accept a name as a person of the event, each with what it must find and what it must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.people.article import ADDRESS, AFTER, BEFORE, HONOURED, LIST, SPEAKER, mentions

_SOURCE = "lexicons roles and honorifics; architecture/facts.md people"


def _by(id: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        for finding in mentions(passage):
            if finding.value.rule == id:
                yield Finding(finding.span, finding.value.name)

    return find


rule(
    AFTER,
    examples=[
        Example("Dự lễ có [[Lý Văn Tài, Phó Bí thư Huyện ủy]].", "Lý Văn Tài"),
        Example("Đồng chí [[Trần Thị Mai – Chủ tịch UBND xã]] chủ trì.", "Trần Thị Mai"),
    ],
    counterexamples=["Học sinh Trường THPT Nguyễn Trãi dự lễ.", "Ông Bùi Văn Khải nói."],
    source=_SOURCE,
)(_by(AFTER))

rule(
    BEFORE,
    examples=[
        Example("Dự lễ có [[Thứ trưởng Bộ Y tế Tạ Văn Hòa]].", "Tạ Văn Hòa"),
        Example("[[Bí thư Huyện ủy Lê Thị Hồng]] trao giấy khen.", "Lê Thị Hồng"),
    ],
    counterexamples=["Bí thư Huyện ủy Mai Sơn phát biểu.", "Học tập tấm gương Chủ tịch Hồ Chí Minh."],
    source=_SOURCE,
)(_by(BEFORE))

rule(
    ADDRESS,
    examples=[
        Example("Theo ông [[Bùi Văn Khải]], kết quả khá.", "Bùi Văn Khải"),
        Example("Đồng chí [[Ngô Thị Lan]] kết luận hội nghị.", "Ngô Thị Lan"),
    ],
    counterexamples=["Ảnh: Trần Văn Ba", "Đường Bà Triệu vừa thông xe.", "Các đồng chí đảng viên ra về."],
    source=_SOURCE,
)(_by(ADDRESS))

rule(
    HONOURED,
    examples=[
        Example("Huy chương vàng thuộc về [[Ngô Thị Hải Yến]].", "Ngô Thị Hải Yến"),
        Example("Tuyên dương 2 cá nhân: [[Lê Văn Bình]].", "Lê Văn Bình"),
    ],
    counterexamples=["Giải nhất thuộc về Trường THPT Lê Quý Đôn.", "Tên các đường: Nguyễn Văn Cừ."],
    source=f"{_SOURCE}; architecture/grammar.md §6 pattern 23",
)(_by(HONOURED))

rule(
    LIST,
    examples=[
        Example("Tặng giấy khen cho các đồng chí Lê Văn Bình, [[Trần Thị Hoa]].", "Trần Thị Hoa"),
        Example("Huy chương vàng thuộc về Ngô Thị Hải Yến và [[Trần Thị Hoa]].", "Trần Thị Hoa"),
    ],
    counterexamples=["Dự lễ có đồng chí Lê Văn Bình.", "Các xã Tân Phú, Tân Lập dự lễ."],
    source=_SOURCE,
)(_by(LIST))

rule(
    SPEAKER,
    examples=[
        Example("[[Lê Văn Bình]] chia sẻ: “Tôi rất vui.”", "Lê Văn Bình"),
        Example("[[Trần Thị Mai Hoa]] thay mặt các bạn cảm ơn thầy cô.", "Trần Thị Mai Hoa"),
    ],
    counterexamples=["Bị cáo Lê Văn Bình nói lời sau cùng.", "Phố Nguyễn Văn Cừ đã thông xe."],
    source=_SOURCE,
)(_by(SPEAKER))
