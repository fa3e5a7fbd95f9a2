"""The rules of hosts that hold no event in the sentence, one a way to tell them, each with what it must find and leave."""

from __future__ import annotations

from generator.extraction.engine import Example, rule
from generator.extraction.events.host_mentions import anywhere, branches, jubilees, office_holders, opening, sources, told_of, visits

_SOURCE = "facts.md units; learnt on the articles of the genre"

rule(
    "host.opening",
    examples=[
        Example("[[Đảng ủy xã Tân Phú]] quan tâm công tác cán bộ", "Đảng ủy xã Tân Phú"),
        Example("Hà Giang: [[Sở Tư pháp]] khen thưởng 5 cá nhân", "Sở Tư pháp"),
    ],
    counterexamples=["Quan tâm công tác cán bộ ở Đảng ủy xã Tân Phú", "Khen thưởng 5 cá nhân"],
    source=_SOURCE,
)(opening)

rule(
    "host.visit",
    examples=[
        Example("Đoàn công tác của Sở Tư pháp đến thăm [[Đảng ủy xã Tân Phú]].", "Đảng ủy xã Tân Phú"),
        Example("Đoàn công tác của [[Sở Tư pháp]] đã kiểm tra Đảng ủy xã Tân Phú.", "Sở Tư pháp"),
    ],
    counterexamples=["Sở Tư pháp gửi văn bản đến Đảng ủy xã Tân Phú.", "Đoàn công tác ra về."],
    source=_SOURCE,
)(visits)

rule(
    "host.source",
    examples=[
        Example("Tin từ [[Sở Tư pháp]], 5 cá nhân được khen.", "Sở Tư pháp"),
        Example("Ngày 2/6, [[Sở Y tế]] cho biết đã khen 5 cá nhân.", "Sở Y tế"),
    ],
    counterexamples=["Sở Tư pháp khen 5 cá nhân.", "Ông Lê Văn Bình cho biết đã nhận quà."],
    source=_SOURCE,
)(sources)

rule(
    "host.branch",
    examples=[Example("[[Ngành Giáo dục]] vừa tổng kết năm học.", "Ngành Giáo dục")],
    counterexamples=["Ngành này tổng kết năm học.", "Sở Tư pháp tổng kết năm."],
    source=_SOURCE,
)(branches)

rule(
    "host.office",
    examples=[Example("[[Chủ tịch nước]] trao Huân chương Lao động cho 3 tập thể.", "Chủ tịch nước")],
    counterexamples=["Chủ tịch nước tiếp đoàn đại biểu.", "Huyện ủy trao Huy hiệu Đảng."],
    source=_SOURCE,
)(office_holders)

rule(
    "host.named",
    examples=[
        Example("Nâng chất lượng sinh hoạt ở [[Đảng ủy xã Tân Phú]]", "Đảng ủy xã Tân Phú"),
        Example("Nhiều đổi mới tại [[Sở Tư pháp]] trong năm qua", "Sở Tư pháp"),
    ],
    counterexamples=["12 cá nhân được Sở Tư pháp trao tặng giấy khen.", "Nhiều đổi mới trong năm qua"],
    source=_SOURCE,
)(anywhere)

rule(
    "host.jubilee",
    examples=[Example("Kỷ niệm 20 năm thành lập [[Hội Luật gia tỉnh Lai Châu]]", "Hội Luật gia tỉnh Lai Châu")],
    counterexamples=["Hội Luật gia tỉnh Lai Châu họp.", "Kỷ niệm 20 năm ngày cưới"],
    source=_SOURCE,
)(jubilees)

rule(
    "host.told_of",
    examples=[Example("Chất lượng giáo dục của [[Trường THPT Lê Quý Đôn]] ngày càng được nâng cao.", "Trường THPT Lê Quý Đôn")],
    counterexamples=["Trường THPT Lê Quý Đôn khai giảng.", "Chất lượng giáo dục ngày càng được nâng cao."],
    source=_SOURCE,
)(told_of)
