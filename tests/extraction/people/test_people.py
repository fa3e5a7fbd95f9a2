"""People and their positions: what is found, what is none, and that evidence is the words that say so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extraction.clauses import ArticleText
from generator.extraction.engine import Passage
from generator.extraction.extract import extract
from generator.extraction.names.persons import persons as names
from generator.extraction.names.persons.addresses import address_before
from generator.extraction.names.words import Phrases, is_syllable, words_of
from generator.extraction.people import article as people
from generator.extraction.people import roles
from generator.model.article import Article, Block, BlockKind, Source
from generator.model.facts import Person, Role
from generator.model.span import Span
from generator.text.normalization import archived
from generator.text.views import Views
from tests.extraction.table import article_of_lines

Roles = list[tuple[str, str | None]]


def article(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """Return an article whose lines are blocks of one kind."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return Article(Source("thu.txt", "", "text"), text, tuple(blocks), "Thử", Span(0, 0), False)


def found(text: str) -> tuple[Person, ...]:
    return people.people(ArticleText(article(text)))


def given_roles(text: str) -> list[tuple[str, Roles]]:
    return [(person.name, [(role.title, role.unit) for role in person.roles]) for person in found(text)]


AFTER_THE_NAME: list[tuple[str, list[tuple[str, Roles]]]] = [
    ("Dự có ông Nguyễn Thái Học - Phó Bí thư Huyện ủy.", [("Nguyễn Thái Học", [("Phó Bí thư", "Huyện ủy")])]),
    ("Dự có đồng chí Trần Phú - Tổng Bí thư.", []),
    ("Chung kết cuộc thi Hoa hậu Các Dân tộc Việt Nam diễn ra tối qua.", []),
    ("Vòng loại Hoa hậu Các Miền biển khai mạc tối qua.", []),
    ("Đêm nhạc của ca sĩ Những Miền xa diễn ra tối qua.", []),
    ("Dự có ông K’Brôih - CT. hội CCB tỉnh.", [("K’Brôih", [("Chủ tịch", "hội CCB tỉnh")])]),
    ("Theo ông Lê Văn Cả, kiều bào Pháp, Chủ tịch Hội Doanh nhân", [("Lê Văn Cả", [("Chủ tịch", "Hội Doanh nhân")])]),
    ("Chị Ngô Thị Lý là tiếp viên trưởng của đoàn", [("Ngô Thị Lý", [("tiếp viên trưởng", None)])]),
    ("Anh Đinh Văn Tú bí thư đoàn xã Hòa An kể", [("Đinh Văn Tú", [("bí thư", "đoàn xã Hòa An")])]),
    ("Ông Đinh Văn Tú Giám đốc Sở Y tế Lê Văn Cả kể", [("Đinh Văn Tú", []), ("Lê Văn Cả", [("Giám đốc", "Sở Y tế")])]),
    ("anh Đinh Văn Tú, công nhân Cty Cơ khí 3/2 kể", [("Đinh Văn Tú", [("công nhân", "Cty Cơ khí 3/2")])]),
    ("Ông Đinh Văn Tú - PCT. UBND huyện dự.", [("Đinh Văn Tú", [("Phó Chủ tịch", "UBND huyện")])]),
    ("Đồng chí Trịnh Văn Lực, Bí thư Huyện ủy dự lễ.", [("Trịnh Văn Lực", [("Bí thư", "Huyện ủy")])]),
    (
        "Đồng chí Hà Thị Sâm - Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh phát biểu.",
        [("Hà Thị Sâm", [("Phó Bí thư Thường trực", "Tỉnh ủy"), ("Chủ tịch", "HĐND tỉnh")])],
    ),
    ("Đ/c Lưu Đức Cảnh – Trưởng Ban Dân vận Thành ủy kết luận", [("Lưu Đức Cảnh", [("Trưởng Ban Dân vận", "Thành ủy")])]),
    ("đ/c. Tạ Thị Ngân, Phó Chủ tịch LĐLĐ quận 6, trao quà", [("Tạ Thị Ngân", [("Phó Chủ tịch", "LĐLĐ quận 6")])]),
    ("Ông Đàm Quốc Khánh, Giám đốc Sở Nội vụ, cho biết", [("Đàm Quốc Khánh", [("Giám đốc", "Sở Nội vụ")])]),
    ("bà Châu Ngọc Ánh (Hiệu trưởng Trường Mầm non Hoa Sen) nhận giải", [("Châu Ngọc Ánh", [("Hiệu trưởng", "Trường Mầm non Hoa Sen")])]),
    ("Ông Cao Tiến Đạt là Chủ tịch UBND xã Phú Lộc.", [("Cao Tiến Đạt", [("Chủ tịch", "UBND xã Phú Lộc")])]),
    ("Ông Mạc Văn Tư hiện là Trưởng phòng Nội vụ huyện.", [("Mạc Văn Tư", [("Trưởng phòng Nội vụ", "huyện")])]),
    ("bà Vi Thị Lan được bầu giữ chức Chủ tịch Hội Nông dân tỉnh", [("Vi Thị Lan", [("Chủ tịch", "Hội Nông dân tỉnh")])]),
    ("Ông Bế Văn Hưng, 52 tuổi, Trưởng thôn Nà Pài, kể", [("Bế Văn Hưng", [("Trưởng thôn", "Nà Pài")])]),
    (
        "em Tô Minh Thư (sinh năm 2008), học sinh lớp 11B2, Trường THPT Kim Liên",
        [("Tô Minh Thư", [("học sinh lớp 11B2", "Trường THPT Kim Liên")])],
    ),
    ("em Tô Minh Thư (15 tuổi, học lớp 9A, Trường THCS Tân Mai) vui mừng", [("Tô Minh Thư", [("học sinh lớp 9A", "Trường THCS Tân Mai")])]),
    ("Đồng chí Doãn Hữu Phúc, nguyên Phó Giám đốc Công an tỉnh nói", [("Doãn Hữu Phúc", [("nguyên Phó Giám đốc", "Công an tỉnh")])]),
    (
        "ông Quách Văn Mười, Trưởng Phòng Tổng hợp, Văn phòng Tỉnh ủy đọc",
        [("Quách Văn Mười", [("Trưởng Phòng Tổng hợp", "Văn phòng Tỉnh ủy")])],
    ),
    ("bà Phùng Thị Na, chuyên viên Văn phòng Sở Y tế, được khen", [("Phùng Thị Na", [("chuyên viên", "Văn phòng Sở Y tế")])]),
    (
        "Thượng tá Kiều Văn Bình, Trưởng Công an huyện báo cáo",
        [("Kiều Văn Bình", [("Thượng tá", None), ("Trưởng Công an", "huyện")])],
    ),
    ("PGS.TS Từ Quang Vinh, Trưởng khoa Ngoại trình bày", [("Từ Quang Vinh", [("Trưởng khoa Ngoại", None)])]),
    ("Ông Lại Thế Hùng - Đại tá, Giám đốc Công ty Sông Lô", [("Lại Thế Hùng", [("Đại tá", None), ("Giám đốc", "Công ty Sông Lô")])]),
    ("ông Ninh Văn Tới, Giám đốc Công ty may Thiên Long nói", [("Ninh Văn Tới", [("Giám đốc", "Công ty may Thiên Long")])]),
    ("ông Khổng Văn Ba, Bí thư Tỉnh ủy Thái Nguyên dự", [("Khổng Văn Ba", [("Bí thư", "Tỉnh ủy Thái Nguyên")])]),
    ("Ông Hồ Hữu Lễ, Giám đốc Công ty Địa ốc Lê Thành nói", [("Hồ Hữu Lễ", [("Giám đốc", "Công ty Địa ốc Lê Thành")])]),
    (
        "ông Ninh Văn Tới, Trưởng phòng Tổng hợp bệnh viện Hoàn Hảo nói",
        [("Ninh Văn Tới", [("Trưởng phòng Tổng hợp", "bệnh viện Hoàn Hảo")])],
    ),
    ("bà Ngô Thị Bưởi, Phó Chủ tịch UBND TP Cần Thơ dự", [("Ngô Thị Bưởi", [("Phó Chủ tịch", "UBND TP Cần Thơ")])]),
    ("ông Ung Văn Sáu, Phó trưởng phòng PC06, nhận hoa", [("Ung Văn Sáu", [("Phó trưởng phòng PC06", None)])]),
]

BEFORE_THE_NAME: list[tuple[str, list[tuple[str, Roles]]]] = [
    (
        "Phó Bí thư Tỉnh ủy Lê Văn Sen, Trưởng ban Dân vận Huyện ủy Trà Thị Búp cùng dự.",
        [("Lê Văn Sen", [("Phó Bí thư", "Tỉnh ủy")]), ("Trà Thị Búp", [("Trưởng ban Dân vận", "Huyện ủy")])],
    ),
    (
        "Bí thư chi bộ kiêm Hiệu trưởng nhà trường Ngô Thị Lý cho biết",
        [("Ngô Thị Lý", [("Bí thư", "chi bộ"), ("Hiệu trưởng", "nhà trường")])],
    ),
    ("Là Chủ tịch LĐLĐ huyện Hòa An, ông Lê Văn Cả chia sẻ", [("Lê Văn Cả", [("Chủ tịch", "LĐLĐ huyện Hòa An")])]),
    ("Theo lời Giám đốc Sở Y tế, ông Lê Văn Cả cần nghỉ", [("Lê Văn Cả", [])]),
    ("Trường Lê Thị Thanh họp, Hiệu trưởng nói", []),
    ("Dự lễ có Thứ trưởng Bộ Nội vụ Trương Hải Đăng.", [("Trương Hải Đăng", [("Thứ trưởng", "Bộ Nội vụ")])]),
    ("Thứ trưởng Đặng Quỳnh Mai cảm ơn", [("Đặng Quỳnh Mai", [("Thứ trưởng", None)])]),
    (
        "Bí thư Thành ủy, Chủ tịch HĐND TP. Huế Phan Đình Tuệ phát biểu",
        [("Phan Đình Tuệ", [("Bí thư", "Thành ủy"), ("Chủ tịch", "HĐND TP. Huế")])],
    ),
    ("đồng chí Phó Bí thư Quận ủy Lý Thị Hòa trao giấy khen", [("Lý Thị Hòa", [("Phó Bí thư", "Quận ủy")])]),
    ("Chủ tịch LĐLĐ tỉnh Dương Văn Đông khẳng định", [("Dương Văn Đông", [("Chủ tịch", "LĐLĐ tỉnh")])]),
    ("Chủ tịch Hội Sinh viên tỉnh Mai Đức Lợi dự", [("Mai Đức Lợi", [("Chủ tịch", "Hội Sinh viên tỉnh")])]),
    ("Bí thư Thành đoàn Hà Nội - Nguyễn Bích Thảo tái đắc cử", [("Nguyễn Bích Thảo", [("Bí thư", "Thành đoàn Hà Nội")])]),
    (
        "Bộ trưởng Lao động, Thương binh và Xã hội Tạ Văn Quyến nói",
        [("Tạ Văn Quyến", [("Bộ trưởng", "Lao động, Thương binh và Xã hội")])],
    ),
    ("Chủ tịch VFA Lưu Trọng Nghĩa nhận huy hiệu", [("Lưu Trọng Nghĩa", [("Chủ tịch", "VFA")])]),
    ("Giám đốc Sở Y tế Hà Nội Tống Văn Thạch trả lời", [("Tống Văn Thạch", [("Giám đốc", "Sở Y tế Hà Nội")])]),
    ("Bí thư Huyện ủy Mai Sơn Lò Văn Hặc tiếp đoàn", [("Lò Văn Hặc", [("Bí thư", "Huyện ủy Mai Sơn")])]),
    (
        "Chủ tịch UBND tỉnh Ngô Gia Bảo, Phó Bí thư Thường trực Đảng ủy, phụ trách Đảng bộ Khối Võ Thị Sương tặng hoa",
        [
            ("Ngô Gia Bảo", [("Chủ tịch", "UBND tỉnh")]),
            ("Võ Thị Sương", [("Phó Bí thư Thường trực", "Đảng ủy"), ("phụ trách", "Đảng bộ Khối")]),
        ],
    ),
    ("Bộ trưởng Tô Hữu Lộc, Ủy viên Trung ương Đảng đã trao", [("Tô Hữu Lộc", [("Bộ trưởng", None), ("Ủy viên Trung ương Đảng", None)])]),
    ("Thừa ủy quyền của Chủ tịch nước, Phó Chủ tịch UBND tỉnh Hồ Văn Mừng trao", [("Hồ Văn Mừng", [("Phó Chủ tịch", "UBND tỉnh")])]),
    (
        "Thừa ủy quyền của Chủ tịch nước và Thủ tướng Chính phủ, Phó Chủ tịch UBND tỉnh Lò Minh Quyền trao",
        [("Lò Minh Quyền", [("Phó Chủ tịch", "UBND tỉnh")])],
    ),
    (
        "Đại diện người lao động - bà Thái Thị Cúc ký thỏa ước",
        [("Thái Thị Cúc", [("Đại diện người lao động", None)])],
    ),
    (
        "Tới dự có Chủ tịch Hội đồng - ông La Văn Thịnh, Bí thư Đoàn trường - ông Cù Huy Hà cùng thầy trò",
        [("La Văn Thịnh", [("Chủ tịch", "Hội đồng")]), ("Cù Huy Hà", [("Bí thư", "Đoàn trường")])],
    ),
    ("Cán bộ, công nhân viên Nhà máy, Chủ tịch Công đoàn Tiêu Thị Mơ cùng dự", [("Tiêu Thị Mơ", [("Chủ tịch", "Công đoàn")])]),
]

LISTS: list[tuple[str, list[tuple[str, Roles]]]] = [
    (
        "Có các đồng chí: Âu Văn Tám, Chánh Văn phòng Huyện ủy; Sầm Thị Chín, Trưởng Ban Tuyên giáo Huyện ủy.",
        [("Âu Văn Tám", [("Chánh Văn phòng", "Huyện ủy")]), ("Sầm Thị Chín", [("Trưởng Ban Tuyên giáo", "Huyện ủy")])],
    ),
    (
        "Các đồng chí Phó Chủ tịch UBND tỉnh: Lê Bá Tòng, Đỗ Thị Lam và Nguyễn Kim Tước cùng dự.",
        [(name, [("Phó Chủ tịch", "UBND tỉnh")]) for name in ("Lê Bá Tòng", "Đỗ Thị Lam", "Nguyễn Kim Tước")],
    ),
    (
        "Khen các anh Lê Bá Tòng, Nguyễn Kim Tước, Trần Văn Giáp",
        [("Lê Bá Tòng", []), ("Nguyễn Kim Tước", []), ("Trần Văn Giáp", [])],
    ),
    (
        "Huy chương bạc thuộc về Phạm Gia Khiêm; huy chương đồng: Đinh Thị Tuyết",
        [("Phạm Gia Khiêm", []), ("Đinh Thị Tuyết", [])],
    ),
    (
        "1. Đồng chí Ngạc Văn Tiến, Bí thư chi bộ 1.\n2. Đồng chí Công Thành, Bí thư chi bộ 2.",
        [("Ngạc Văn Tiến", [("Bí thư", "chi bộ 1")]), ("Công Thành", [("Bí thư", "chi bộ 2")])],
    ),
    (
        "Đồng chí Bạch Thị Liễu, Trưởng Ban Tuyên giáo cùng đồng chí Lục Văn Sơn, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy Khối trao quà",
        [("Bạch Thị Liễu", [("Trưởng Ban Tuyên giáo", "Đảng ủy Khối")]), ("Lục Văn Sơn", [("Chủ nhiệm Ủy ban Kiểm tra", "Đảng ủy Khối")])],
    ),
    (
        "Tặng giấy khen cho 3 đảng viên tiêu biểu: Lê Bá Tòng, Nguyễn Kim Tước và Trần Văn Giáp.",
        [("Lê Bá Tòng", []), ("Nguyễn Kim Tước", []), ("Trần Văn Giáp", [])],
    ),
    (
        "Dự có Chủ tịch nước Đào Công Tráng; Thứ trưởng Bộ Tài chính Hứa Văn Điềm",
        [("Đào Công Tráng", [("Chủ tịch nước", None)]), ("Hứa Văn Điềm", [("Thứ trưởng", "Bộ Tài chính")])],
    ),
]

ADDRESSED: list[tuple[str, list[tuple[str, Roles]]]] = [
    ("Theo ông Viên Đình Khoa, năm nay được mùa", [("Viên Đình Khoa", [])]),
    ("chị H’Duyên Êban kể chuyện", [("H’Duyên Êban", [])]),
    ("anh Y Bion Niê chăm làm", [("Y Bion Niê", [])]),
    ("già làng A Thút vui mừng", []),
    ("ông A Thút vui mừng", [("A Thút", [])]),
    ("anh K'Brèm trồng cà phê", []),
    ("ông Giàng A Lềnh nhận quà", [("Giàng A Lềnh", [])]),
    ("bà Thạch Sa Ranh nhận quà", [("Thạch Sa Ranh", [])]),
    ("ÔNG BÙI VĂN TOẢN NHẬN BẰNG KHEN", [("Bùi Văn Toản", [])]),
    ("chúc mừng đồng chí Đậu Thị HảiLãnh đạo xã tặng hoa", [("Đậu Thị Hải", [])]),
    ("GS. TS. Nghiêm Xuân Hoạt thuyết trình", [("Nghiêm Xuân Hoạt", [])]),
    ("BSCKII Nguyễn Trà Giang được phong tặng danh hiệu", [("Nguyễn Trà Giang", [])]),
    ("tặng bà Nguyễn thị Hoan một tấm bằng khen", [("Nguyễn Thị Hoan", [])]),
]

NOBODY = [
    "Học sinh Trường THPT Nguyễn Gia Thiều dự lễ.",
    "Trường Đại học Tôn Đức Thắng trao bằng.",
    "Chuyến xe rẽ vào đường Lê Thanh Nghị lúc sáu giờ.",
    "Chị nhận giải thưởng Nguyễn Đức Cảnh.",
    "Làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.",
    "Bức ảnh Chủ tịch Hồ Chí Minh được treo trang trọng.",
    "Đồng chí Hồ Chí Minh sống mãi.",
    "Cố Tổng Bí thư Nguyễn Văn Linh quê ở Hưng Yên.",
    "Phường Lý Thường Kiệt và phường Trần Hưng Đạo cùng họp.",
    "Bí thư Huyện ủy Mai Sơn phát biểu.",
    "Ban Thường vụ Tỉnh ủy Lâm Đồng họp.",
    "Phó Bí thư Đoàn Thanh niên xã báo cáo.",
    "Phó Bí thư Đoàn Trường Đại học Y dự.",
    "Ảnh: Trần Văn Ba",
    "Tin, ảnh: Lê Thị Nụ",
    "Đồng chí Bí thư Đảng ủy đã trình bày báo cáo.",
    "Đồng chí Tổng Bí thư nhấn mạnh.",
    "Các đồng chí là Trưởng các Ban Xây dựng Đảng Quận ủy.",
    "Vụ trưởng Vụ Châu Mỹ vắng mặt.",
    "Công ty Nguyễn Kim khai trương.",
    "Ca khúc của Trịnh Công Sơn vang lên.",
    "Nguyễn Văn Bảy (SN 1990) bị bắt quả tang.",
    "Bà mẹ Việt Nam anh hùng được phụng dưỡng.",
    "HLV Becamex họp đội.",
    "Đại biểu thuộc ĐBQH Đoàn Bình Định góp ý.",
    "Chị Nguyễn Thị Ng. kể lại sự việc.",
    "Văn phòng Luật sư Nguyễn Anh mở cửa.",
    "Công an TP. Buôn Ma Thuột vào cuộc.",
    "Hoa hậu Quý bà Việt Nam Hoàng Lan đăng quang.",
]

CASES = [*AFTER_THE_NAME, *BEFORE_THE_NAME, *LISTS, *ADDRESSED, *((text, []) for text in NOBODY)]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_people_and_their_positions(text: str, expected: list[tuple[str, Roles]]) -> None:
    assert given_roles(archived(text)) == expected


@pytest.mark.parametrize("rule", [names.names, roles.roles, people.mentions], ids=lambda rule: rule.id)
def test_the_rules_keep_their_examples(rule: object) -> None:
    for example in rule.examples:  # type: ignore[attr-defined]
        text, span = example.parts()
        findings = [(one.span, one.value) for one in rule(Passage(Views(text)))]  # type: ignore[operator]
        assert (span, example.value) in findings
    for text in rule.counterexamples:  # type: ignore[attr-defined]
        assert not rule(Passage(Views(text)))  # type: ignore[operator]


def test_an_abbreviated_position_is_expanded_and_kept_as_written() -> None:
    (person,) = found("Đồng chí Chu Thị Vân - QUV, PBT Đảng ủy Khối chủ trì.")
    assert [(role.title, role.unit, role.written) for role in person.roles] == [
        ("Quận ủy viên", None, "QUV"),
        ("Phó Bí thư", "Đảng ủy Khối", "PBT"),
    ]


def test_an_inferred_unit_says_where_it_comes_from() -> None:
    first, second = found("Đồng chí Lã Thị Tơ, Trưởng Ban Tổ chức cùng đồng chí Vũ Văn Tẻo, Chánh Văn phòng Quận ủy trao quà")
    assert [inference.field for inference in first.inferred] == ["roles"]
    assert not second.inferred


def test_a_person_named_twice_is_one_with_all_roles_and_evidence() -> None:
    text = "Đồng chí Bùi Văn Lợi, Bí thư Đảng ủy dự.\nÔng Bùi Văn Lợi, Giám đốc Sở Xây dựng nói.\nSau đó Bùi Văn Lợi ra về."
    (person,) = found(text)
    assert [role.title for role in person.roles] == ["Bí thư", "Giám đốc"]
    assert [span.of(text) for span in person.evidence] == [
        "Bùi Văn Lợi, Bí thư Đảng ủy",
        "Bùi Văn Lợi, Giám đốc Sở Xây dựng",
        "Bùi Văn Lợi",
    ]


def test_a_fuller_unit_replaces_the_shorter_one() -> None:
    (person,) = found("Bộ trưởng Lê Văn Tín dự.\nÔng Lê Văn Tín, Bộ trưởng Bộ Y tế, phát biểu.")
    assert [(role.title, role.unit) for role in person.roles] == [("Bộ trưởng", "Bộ Y tế")]


def test_a_misprinted_tone_makes_no_second_person() -> None:
    text = "Đồng chí Phạm Mạnh Cầm, nguyên Thứ trưởng, nhận Huy hiệu.\nĐồng chí Phạm Mạnh Cẩm cảm ơn."
    assert [person.name for person in found(text)] == ["Phạm Mạnh Cầm"]


def test_two_of_a_list_whose_names_differ_in_a_tone_are_two() -> None:
    text = "Ông Lê Văn Tấn, Giám đốc, phát biểu.\nBiểu dương các anh Lê Văn Tân, Lê Văn Tần"
    assert [person.name for person in found(text)] == ["Lê Văn Tấn", "Lê Văn Tân", "Lê Văn Tần"]


def test_a_byline_is_no_person() -> None:
    assert people.people(ArticleText(article("Đồng chí Lê Văn Tín", BlockKind.BYLINE))) == ()


def test_an_address_runs_over_ranks_and_degrees() -> None:
    words = words_of(Views("đồng chí Đại tá, PGS. TS. Lê Văn Tín"), 0, 36)
    address = address_before(words, words.low.index("lê"))
    assert address is not None
    assert (address.start, address.rank, address.honorific) == (0, "Đại tá", True)


@pytest.mark.parametrize(
    ("word", "expected"), [("nguyễn", True), ("hỷ", True), ("kđăm", True), ("ubnd", False), ("lđlđ", False), ("smith", False)]
)
def test_syllables(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected


def test_phrases_prefer_the_longest() -> None:
    phrases = Phrases({"phó": 1, "phó bí thư": 2})
    assert phrases.at(["phó", "bí", "thư"], 0) == (3, 2)
    assert phrases.before(["phó", "bí", "thư"], 3) == (0, 2)
    assert phrases.at(["phó", "ban"], 0) == (1, 1)


PIECES = st.sampled_from(
    [
        *("đồng chí", "Đ/c", "ông", "các", "Nguyễn", "Văn", "A", "Lê", "Bí thư", "Chủ tịch", "UVTV", "Huyện ủy", "UBND", "xã", "TP."),
        *("Hà Nội", ",", ";", "-", "–", "(", ")", ":", "và", "là", "Đại tá", "PGS.TS", "H’", "K'", "\n", "Trường", "5", "ủy"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", "", "\u00a0"]))
def test_evidence_holds_the_name_whatever_the_text(pieces: list[str], joint: str) -> None:
    text = archived(joint.join(pieces))
    persons = found(text)
    assert persons == found(text)
    assert len({person.name for person in persons}) == len(persons)
    for person in persons:
        assert person.evidence == tuple(sorted(set(person.evidence)))
        for span in person.evidence:
            assert person.name.casefold() in " ".join(span.of(text).split()).casefold()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found(archived(text))


@pytest.mark.parametrize(
    "piece",
    [
        "Nguyễn ",
        "đồng chí ",
        "Bí thư ",
        "Sở - UBND - ",
        "TS. ",
        "Nguyễn Văn A, ",
        "A A ",
        "(",
        "Chủ tịch UBND xã ",
        "phó ",
        "Trưởng ban Ban ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    found(piece * (60_000 // len(piece)))
    assert time.process_time() - started < 5


#: No listed position, namesakes of heroes, foreign names, places and bare units before a name (issue 13, C15, C16, C18, C31).
PLACED: list[tuple[str, list[str]]] = [
    ("Hai nữ thực tập sinh Lưu Thị Hoa (25 tuổi), Cao Thị Mến (22 tuổi) đã được khen.", ["Lưu Thị Hoa", "Cao Thị Mến"]),
    ("Nam tài xế Mai Văn Trung (34 tuổi) được tuyên dương.", ["Mai Văn Trung"]),
    (
        "Huyện ủy trao quà cho hai lão thành cách mạng Phùng Văn Cung (92 tuổi, phường 3) và Lại Thị Sáu (88 tuổi).",
        ["Phùng Văn Cung", "Lại Thị Sáu"],
    ),
    ('Nguyễn Đăng Khôi nhận giải thưởng "Công chức trẻ giỏi" ngày 9-9-2018.', ["Nguyễn Đăng Khôi"]),
    ("Trần Thị Mơ vừa được tặng bằng khen.", ["Trần Thị Mơ"]),
    ("Danh sách khen thưởng\n1. Hoàng Trọng Nghĩa\n2. Nguyễn Thị Thùy Dương", ["Hoàng Trọng Nghĩa", "Nguyễn Thị Thùy Dương"]),
    ("Dự lễ có ThS. Đàm Thị Hoa.", ["Đàm Thị Hoa"]),
    ("Dự lễ có các đồng chí Phan Đình Phùng, Lương Mạnh Giang, Đỗ Văn Hào.", ["Phan Đình Phùng", "Lương Mạnh Giang", "Đỗ Văn Hào"]),
    ("Huyện ủy trao Huy hiệu Đảng cho các ông Trần Bình Trọng, Cao Văn Mến.", ["Trần Bình Trọng", "Cao Văn Mến"]),
    ("Dự lễ có ông Nguyễn Thái Học và bà Lê Chân.", ["Nguyễn Thái Học", "Lê Chân"]),
    ("Theo ông Phan Đình Phùng, phong trào phát triển.", ["Phan Đình Phùng"]),
    (
        "Dự lễ có Chủ tịch Quốc hội Lào Saysomphone Phomvihane; Đại sứ Lào tại Việt Nam Sengphet Houngboungnuang.",
        ["Saysomphone Phomvihane", "Sengphet Houngboungnuang"],
    ),
    ("Dự lễ có Đại sứ Việt Nam tại Campuchia Vũ Quang Minh.", ["Vũ Quang Minh"]),
    ("Dự lễ có Đại sứ Việt Nam tại Lào Nguyễn Bá Hùng.", ["Nguyễn Bá Hùng"]),
    ("Đồng chí Khăm-phủi Kẹo-vi-lay, Bí thư Tỉnh ủy phát biểu.", ["Khăm-phủi Kẹo-vi-lay"]),
    ("Tổng thống Nga Vladimir Petrov thăm trường.", ["Vladimir Petrov"]),
    ("Ông Kim Dae-jung từng thăm nước ta.", ["Kim Dae-jung"]),
    ("Giám đốc Bệnh viện Phùng Văn Tuyến báo cáo.", ["Phùng Văn Tuyến"]),
    ("Giám đốc Trung tâm Lương Đình Khoa trình bày.", ["Lương Đình Khoa"]),
    ("Chủ tịch Hội đồng trường Đặng Văn Lâm phát biểu.", ["Đặng Văn Lâm"]),
    ("Theo Chủ tịch LĐLĐ huyện Đoàn Thị Phượng, kết quả khá.", ["Đoàn Thị Phượng"]),
    ("Chị Nguyễn Thị Kim Tuyết, Giám đốc Trung tâm Y tế. Chị Kim Tuyết luôn tận tụy.", ["Nguyễn Thị Kim Tuyết"]),
    # none of the event
    ("Đến dự có Phó Chủ tịch Công đoàn Công Thương Việt Nam.", []),
    ("Bệnh viện Phùng Văn Tuyến báo cáo.", []),
    ("Giám đốc Bệnh viện Nguyễn Tri Phương phát biểu.", []),
    ("Học sinh Trường THPT Phan Đình Phùng dự lễ.", []),
    ("Các đại biểu dâng hương tưởng niệm ông Nguyễn Thái Học.", []),
    ("Nghi phạm Trần Văn Chỉ (25 tuổi) bị bắt, chiến sĩ được khen.", []),
    ("Theo trang mạng Anh Mobile Insurance, máy bán chạy.", []),
    ("Bà dùng công cụ Internet Banking.", []),
    ("Tổng thống Nga Putin phát biểu.", []),
    ("Tại tỉnh Bà Rịa-Vũng Tàu, hội nghị khai mạc.", []),
    ("Ông Lê Ngọc Minh-Chủ tịch xã phát biểu.", ["Lê Ngọc Minh"]),
]


@pytest.mark.parametrize(("text", "names"), PLACED, ids=[text[:60] for text, _ in PLACED])
def test_people_are_recognised_by_their_place(text: str, names: list[str]) -> None:
    read_article = article_of_lines("Đảng bộ tổng kết năm.\n" + text)
    assert [person.name for person in people.people(ArticleText(read_article))] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế tặng Bằng khen cho 2 bác sĩ: Lê Thị Hoa Mai và Trần Công Danh.", ["Lê Thị Hoa Mai", "Trần Công Danh"]),
        ("Nhà nước truy tặng danh hiệu cho 3 mẹ: Lò Thị Inh, Cà Thị Póm, Cà Thị Dong.", ["Lò Thị Inh", "Cà Thị Póm", "Cà Thị Dong"]),
        ("Công đoàn tuyên dương 2 công nhân tiêu biểu: Lê Văn Hai, Trần Thị Mười.", ["Lê Văn Hai", "Trần Thị Mười"]),
    ],
)
def test_named_out_of_a_counted_group(text: str, expected: list[str]) -> None:
    assert [person.name for person in people.people(ArticleText(article_of_lines(text)))] == expected


def test_a_place_of_a_post_is_no_person() -> None:
    [chair] = extract(article_of_lines("Dự lễ có ông Lê Văn Ba - Chủ tịch UBND xã Nguyễn Huệ.")).people
    assert (chair.name, chair.roles) == ("Lê Văn Ba", (Role("Chủ tịch", "UBND xã Nguyễn Huệ"),))
    secretary = extract(article_of_lines("Dự lễ có ông Lê Văn Ba – Bí thư Huyện ủy Trần Văn Bảy.")).people
    assert [(person.name, person.roles) for person in secretary] == [("Lê Văn Ba", ()), ("Trần Văn Bảy", (Role("Bí thư", "Huyện ủy"),))]
