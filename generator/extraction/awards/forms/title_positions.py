"""Positions in which a name is that of a title, an order, a flag or a certificate: rows as in :mod:`name_positions`."""

from __future__ import annotations

from generator.extraction.awards.forms.name_patterns import ENDS, GOES, WORD
from generator.extraction.awards.forms.name_position import NamePosition
from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives
from generator.text.sentences import LOWER, UPPER

TITLE_POSITIONS = (
    NamePosition(
        AwardClass.TITLE,
        alternatives(("đoạt", "giành", "đạt", "nhận", "trao", "tặng", "phong", "với", "công nhận", "là"), space=" ")
        + r"(?: (?:được|tặng))? (?P<form>danh hiệu "
        r"(?P<title>{name}))",
        "danh-hieu",
        AwardClass.TITLE,
        ("danh hiệu",),
        Example("Cô giành [[danh hiệu Hoa hậu Biển Việt Nam 2022]].", "danh-hieu"),
        "Đội giành danh hiệu Vô địch mùa này.",
    ),
    NamePosition(
        "recognised as, in quotes",
        r"(?<!\w)(?:công nhận|suy tôn)(?: là| đạt danh hiệu)? "
        r"(?P<form>[“\"](?P<title>(?!(?i:hoàn thành|trong sạch|đạt|chuẩn|vững|yếu))[^”\"]{3,90})[”\"])",
        "danh-hieu",
        AwardClass.TITLE,
        ('công nhận "', 'công nhận là "', 'suy tôn "', 'suy tôn là "'),
        Example("Có 12 thôn được công nhận là [[“Cộng đồng học tập”]].", "danh-hieu"),
        "Có 12 chi bộ được công nhận “Hoàn thành xuất sắc nhiệm vụ”.",
    ),
    NamePosition(
        "title goes to",
        rf"(?P<form>[Dd]anh hiệu (?P<title>{{name}})){GOES}",
        "danh-hieu",
        AwardClass.TITLE,
        ("danh hiệu",),
        Example("[[Danh hiệu Á hậu 1]] thuộc về Lê Thị Sáu.", "danh-hieu"),
        "Danh hiệu Vô địch thuộc về đội khách.",
    ),
    NamePosition(
        "crown",
        r"(?:đăng quang|g(?<!\w.)iành(?: được)?|đ(?<!\w.)oạt(?: được)?|n(?<!\w.)hận(?: được)?) "
        r"(?:ngôi (?:vị )?|danh hiệu |vương miện |chức )?"
        r"(?P<form>(?P<title>(?i:hoa hậu|á hậu|hoa khôi|á khôi|nam vương|người đẹp|quán quân|á quân|nữ hoàng)"
        rf"(?: (?!{ENDS})(?:[{UPPER}\d]{WORD}|\d)){{0,8}}))",
        "danh-hieu",
        AwardClass.TITLE,
        ("đăng quang", "giành", "đoạt", "nhận"),
        Example("Thí sinh Lê Thị Sáu đăng quang [[Hoa hậu Biển Việt Nam 2022]].", "danh-hieu"),
        "Hoa hậu Lê Thị Sáu dự lễ đăng quang.",
    ),
    NamePosition(
        "crown is whose",
        r"(?m:^|(?<=[.;,] )|(?<=[Dd]anh hiệu )|(?<=[Nn]gôi vị )|(?<=[Nn]gôi )|(?<=[Vv]ương miện )|(?<=còn ))"
        r"(?P<form>(?P<title>(?i:hoa hậu|á hậu|hoa khôi|á khôi|nam vương|á vương|quán quân|á quân|vua phá lưới)(?: \d)?"
        r"(?: (?:(?:của )?(?:cuộc thi|chương trình|giải)|mùa này|năm nay)){0,2}))"
        r"(?= (?:là|thuộc về|gọi tên)(?: (?:người đẹp|cô gái|chàng trai|thí sinh|ca sĩ|diễn viên|người mẫu)"
        rf"(?: [{LOWER}\d]\w*){{0,4}})? [{UPPER}]\w*\s[{UPPER}])",
        "danh-hieu",
        AwardClass.TITLE,
        ("hoa hậu", "á hậu", "khôi", "vương", "quân ", "vua phá lưới"),
        Example("[[Á hậu 1]] là Lê Thị Sáu.", "danh-hieu"),
        "Hoa hậu là người đại diện; ông là quán quân.",
    ),
    NamePosition(
        "order",
        r"(?<!\w)(?P<form>(?P<title>(?i:huân chương) {name}|Bắc [Đđ]ẩu [Bb]ội [Tt]inh))",
        "danh-hieu",
        AwardClass.FORM,
        ("huân chương", "bắc đẩu"),
        Example("Đại sứ trao [[Huân chương Bắc Đẩu Bội tinh]] cho ông Lê Văn Sáu.", "danh-hieu"),
        "Chủ tịch nước trao Huân chương Lao động hạng Ba.",
    ),
    NamePosition(
        "knighted",
        r"(?<!\w)phong tước (?:vị |hiệu )?(?P<form>(?P<title>(?i:hiệp sĩ|công tước|hầu tước|nam tước)(?: (?:Huân chương )?{name})?))",
        "danh-hieu",
        AwardClass.FORM,
        ("tước ",),
        Example("Nữ hoàng phong tước [[Hiệp sĩ]] cho ông.", "danh-hieu"),
        "Tỉnh tước danh hiệu của xã.",
    ),
    NamePosition(
        "honorary",
        r"(?<!\w)(?P<form>(?:(?:bằng|học vị|danh hiệu|chức danh|tước hiệu) )(?P<title>(?i:tiến s[ĩỹ]|giáo sư|công dân|viện sĩ) danh dự))",
        "danh-hieu",
        AwardClass.TITLE,
        ("danh dự",),
        Example("Trường trao [[bằng Tiến sĩ danh dự]] cho GS Lê Văn Sáu.", "danh-hieu"),
        "Ông là giáo sư danh dự của trường.",
    ),
    NamePosition(
        "flag",
        r"(?<!\w)(?:trao|tặng|nhận|đón nhận|giành|đoạt)(?: (?:tặng|được))?(?: \d{1,3})? (?P<form>[Cc]ờ (?P<title>[“\"][^”\"]{2,90}[”\"]))",
        "co-thi-dua",
        AwardClass.FORM,
        ('cờ "', "cờ “"),
        Example("UBND huyện trao [[Cờ “Đơn vị dẫn đầu”]] cho Phòng Tổ chức.", "co-thi-dua"),
        "Lá cờ “Quyết chiến” được lưu giữ.",
    ),
    NamePosition(
        "certificate",
        r"(?<!\w)(?P<form>(?P<title>[Bb]ằng (?:khen )?[Ll]ao động [Ss]áng tạo|[Bb]ằng [“\"]?[Ll]ao động [Ss]áng tạo[”\"]))",
        "danh-hieu",
        AwardClass.FORM,
        ("sáng tạo",),
        Example("Anh được Tổng Liên đoàn tặng [[Bằng Lao động sáng tạo]].", "danh-hieu"),
        "Phong trào lao động sáng tạo lan rộng.",
    ),
)
