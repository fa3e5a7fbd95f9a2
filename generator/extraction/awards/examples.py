"""The rules of awards by construction, each with texts in which it must find an award and texts in which it must not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extraction.awards.drafts import drafts
from generator.extraction.clauses import text_of_lines
from generator.extraction.engine import Example, Finding, Passage, rule

_SOURCE = "grammar.md §6"


def _by(mode: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        for draft in drafts(text_of_lines(passage), []).drafts:
            if draft.rule == f"award.{mode}":
                yield Finding(draft.span, (draft.type, draft.kind, draft.count))

    return find


rule(
    "award.active",
    examples=[
        Example("Tại lễ, [[Đảng ủy phường trao giấy khen cho 12 đảng viên hoàn thành xuất sắc nhiệm vụ]].", ("giay-khen", "dang-vien", 12)),
        Example("Sở trao giấy khen cho 3 tập thể và [[5 cá nhân có thành tích]].", ("giay-khen", "ca-nhan", 5)),
        Example("[[Công đoàn ngành tuyên dương 40 nữ công nhân tiêu biểu]].", ("bieu-duong", "nguoi-lao-dong", 40)),
        Example("[[UBND xã trao Huy hiệu 40 năm tuổi Đảng tặng đồng chí Lê Văn Bình]].", ("huy-hieu-dang", "dang-vien", 1)),
    ],
    counterexamples=[
        "Bí thư biểu dương những kết quả Đảng bộ đạt được.",
        "Năm tới, chi bộ phấn đấu tặng giấy khen cho 5 đảng viên.",
        "Huyện sẽ tặng bằng khen cho 3 tập thể.",
        "Nếu gian dối, UBND tỉnh sẽ thu hồi bằng khen của 2 cá nhân.",
    ],
    source=f"{_SOURCE} patterns 1-4, 7-9, 24-28",
)(_by("active"))

rule(
    "award.passive",
    examples=[
        Example("[[7 tập thể được Bộ Y tế tặng Bằng khen]].", ("bang-khen", "tap-the", 7)),
        Example("Có [[15 cá nhân được tuyên dương vì có thành tích xuất sắc]].", ("bieu-duong", "ca-nhan", 15)),
        Example("[[2 đơn vị được đề nghị Thủ tướng Chính phủ tặng Cờ thi đua]].", ("co-thi-dua", "don-vi", 2)),
        Example("Yên Bái có 31 học sinh được tặng giấy khen, Lào Cai có [[26 học sinh]], Sơn La 19 em.", ("giay-khen", "hoc-sinh", 26)),
        Example("[[4 tập thể thuộc khối trường; 9 cá nhân được Sở tặng giấy khen]].", ("giay-khen", "tap-the", 4)),
    ],
    counterexamples=[
        "Không có tập thể nào được tặng Cờ thi đua.",
        "Các em được tặng nhiều phần quà.",
        "Quy chế nêu ai được xét tặng bằng khen.",
    ],
    source=f"{_SOURCE} patterns 5, 18-22",
)(_by("passive"))

rule(
    "award.receive",
    examples=[
        Example("[[9 đảng viên nhận Huy hiệu 30 năm tuổi Đảng]].", ("huy-hieu-dang", "dang-vien", 9)),
        Example("[[Sở Tư pháp công nhận 20 cá nhân đạt danh hiệu Lao động tiên tiến]].", ("lao-dong-tien-tien", "ca-nhan", 20)),
    ],
    counterexamples=["Xã nhận nhiều phần quà.", "Đơn vị đạt nhiều kết quả."],
    source=f"{_SOURCE} patterns 6, 11, 12",
)(_by("receive"))

rule(
    "award.nominal",
    examples=[
        Example("Gồm: Bằng khen cho 3 tập thể; [[Giấy khen cho 8 cá nhân]].", ("giay-khen", "ca-nhan", 8)),
        Example("[[Huy chương vàng thuộc về Trần Thị Mai Hoa]].", ("giai-thuong", "ca-nhan", 1)),
    ],
    counterexamples=["Giấy khen là hình thức khen thưởng.", "Mẫu giấy khen dành cho học sinh"],
    source=f"{_SOURCE} patterns 9, 10, 23, 30",
)(_by("nominal"))

rule(
    "award.counted_form",
    examples=[Example("[[Huyện ủy trao 31 Huy hiệu Đảng]].", ("huy-hieu-dang", "dang-vien", 31))],
    counterexamples=["Anh nhận 3 Bằng khen.", "Lễ trao Huy hiệu Đảng"],
    source=f"{_SOURCE} patterns 10, 28",
)(_by("counted_form"))

rule(
    "award.list",
    examples=[
        Example("[[Một số cá nhân được khen thưởng, gồm]]:\n- Lê Văn Bình (năm 2020)\n", ("khen-thuong", "ca-nhan", 1)),
        Example("[[Sở đã khen thưởng]]:\n- 4 tập thể có thành tích;\n", ("khen-thuong", "tap-the", 4)),
        Example("- [[Lao động tiên tiến]]: 45 cá nhân\n", ("lao-dong-tien-tien", "ca-nhan", 45)),
    ],
    counterexamples=["Dự lễ có:\n- Lê Văn Bình\n"],
    source="read in articles: lists after the sentence",
)(_by("list"))
