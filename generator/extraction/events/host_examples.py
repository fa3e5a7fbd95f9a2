"""The rules of hosts that hold no event in the sentence, each with texts in which it must find a host and texts in which it must not."""

from __future__ import annotations

from generator.extraction.engine import Example, rule
from generator.extraction.events.host_mentions import (
    acting_heads,
    anywhere,
    branches,
    described,
    honouring,
    jubilees,
    office_holders,
    on_behalf,
    opening,
    sources,
    visits,
    withdrawn,
)

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
    counterexamples=["Theo Báo Sông Lam, 5 cá nhân được khen.", "Sở Tư pháp khen 5 cá nhân.", "Ông Lê Văn Bình cho biết đã nhận quà."],
    source=_SOURCE,
)(sources)

rule(
    "host.branch",
    examples=[Example("[[Ngành Giáo dục]] vừa tổng kết năm học.", "Ngành Giáo dục")],
    counterexamples=["Ngành này tổng kết năm học.", "Sở Tư pháp tổng kết năm."],
    source=_SOURCE,
)(branches)

rule(
    "host.acting_head",
    examples=[
        Example("Ông Lê Văn Ba, Bí thư [[Huyện đoàn Nam Sơn]] vừa trực tiếp trao giấy khen cho em Mơ.", "Huyện đoàn Nam Sơn"),
        Example("Chủ tịch [[UBND tỉnh Hà Giang]] Lê Văn Ba đã trao Bằng khen cho 3 tập thể.", "UBND tỉnh Hà Giang"),
        Example("Giám đốc [[Sở Y tế]] khen thưởng 3 bác sĩ.", "Sở Y tế"),
    ],
    counterexamples=[
        "Chủ tịch nước trao Huân chương Lao động cho 3 tập thể.",
        "Ông Lê Văn Ba, Bí thư Huyện đoàn Nam Sơn đến dự và phát biểu.",
        "Phó Chủ tịch UBND tỉnh Lai Châu dự hội nghị.",
    ],
    source=_SOURCE,
)(acting_heads)

rule(
    "host.honouring",
    examples=[
        Example("Ông Lê Văn Ba (45 tuổi) được [[UBND huyện Mai Sơn]] tặng giấy khen vì cứu người.", "UBND huyện Mai Sơn"),
        Example("Em Lê Thị Mơ vừa được [[Sở Y tế]] khen thưởng.", "Sở Y tế"),
    ],
    counterexamples=[
        "12 tập thể được Sở Y tế khen thưởng.",
        "Ông Lê Văn Ba được Sở Y tế mời họp.",
        "Ông Ba được Nhà nước tặng Huân chương.",
    ],
    source=_SOURCE,
)(honouring)

rule(
    "host.office",
    examples=[Example("[[Chủ tịch nước]] vừa ký quyết định phong tặng danh hiệu cho 3 bác sĩ.", "Chủ tịch nước")],
    counterexamples=[
        "Chủ tịch nước tiếp đoàn đại biểu.",
        "Huyện ủy trao Huy hiệu Đảng.",
        "Thủ tướng Chính phủ dự lễ trao Huy hiệu Đảng.",
    ],
    source=_SOURCE,
)(office_holders)

rule(
    "host.withdrawn",
    examples=[
        Example("Thu hồi danh hiệu của [[Công ty Cổ phần Minh Tiến]]", "Công ty Cổ phần Minh Tiến"),
        Example("Chủ tịch nước hủy bỏ Huân chương đã tặng đối với [[Công ty Hoa Mai]].", "Công ty Hoa Mai"),
        Example("Tước danh hiệu của [[Trường THPT Hoa Sen]] vì gian dối", "Trường THPT Hoa Sen"),
    ],
    counterexamples=["Thủ tướng Chính phủ tặng Bằng khen cho Công ty Hoa Mai.", "Thu hồi Bằng khen đã trao."],
    source=_SOURCE,
)(withdrawn)

rule(
    "host.named",
    examples=[
        Example("Nâng chất lượng sinh hoạt ở [[Đảng ủy xã Tân Phú]]", "Đảng ủy xã Tân Phú"),
        Example("Nhiều đổi mới tại [[Sở Tư pháp]] trong năm qua", "Sở Tư pháp"),
    ],
    counterexamples=[
        "12 cá nhân được Sở Tư pháp trao tặng giấy khen.",
        "Nhiều đổi mới trong năm qua",
        "Cô giáo Lê Thị Mơ dạy tại Trường Tiểu học Nam Tân.",
        "Ba nhà nghiên cứu tại Viện Khoa học Sao Mai vừa tìm ra một loài cá.",
        "Phần thưởng dành cho Công an huyện Sông Lam là 5 triệu đồng.",
        "Em Lê Thị Mơ, học sinh lớp 4B, Trường Tiểu học Nam Tân nhảy xuống cứu bạn.",
        "Cuộc thi “Tìm hiểu lịch sử Đảng bộ tỉnh Lai Châu” thu hút đông người.",
    ],
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
)(described)

rule(
    "host.on_behalf",
    examples=[
        Example("Đại tá Lê Văn Ba thay mặt lãnh đạo [[Công an tỉnh Sơn La]] đã trao thưởng.", "Công an tỉnh Sơn La"),
        Example("Bà Hà - Phó Giám đốc - thay mặt ban giám đốc [[Sở Y tế tỉnh Hà Giang]] - đã tặng 5 suất quà.", "Sở Y tế tỉnh Hà Giang"),
        Example("Ông Bình, đại diện cho [[Hội Nông dân tỉnh Lai Châu]], trao giấy khen cho 3 hộ.", "Hội Nông dân tỉnh Lai Châu"),
    ],
    counterexamples=[
        "Ông Bình thay mặt Công an tỉnh Sơn La cảm ơn các nhà tài trợ.",
        "Ông Bình thay mặt Sở Y tế trao đổi với báo chí.",
        "Sở Y tế đã trao thưởng.",
    ],
    source=_SOURCE,
)(on_behalf)
