"""Positions in which a name is that of a prize, an order or a title: ``giành giải Cánh diều vàng``, ``danh hiệu Quả bóng vàng
thuộc về``. Each is one row of :data:`CONSTRUCTIONS`; its example and counter-example are run with those of the rules. To add one,
write its row.
"""

from __future__ import annotations

from generator.extraction.awards.forms.name_patterns import ENDS, GOES, METAL, OF, ROW, SMALL, SMALL_ENDED, WON, WORD
from generator.extraction.awards.forms.name_position import NamePosition
from generator.extraction.awards.forms.title_positions import TITLE_POSITIONS
from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass
from generator.text.sentences import LOWER, UPPER

CONSTRUCTIONS = (
    NamePosition(
        "won",
        rf"(?:{WON}|(?<=\wvà )|(?<=\s[Vv]à )|(?<=, ))(?P<form>(?i:giải(?: thưởng)?) (?P<title>{{name}}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("Anh giành [[giải Đạo diễn xuất sắc]] tại Liên hoan phim.", "giai-thuong"),
        "Đội bóng giành giải Nhất; câu lạc bộ rời giải Ngoại hạng Anh.",
    ),
    NamePosition(
        "goes to",
        rf"(?P<form>(?i:giải(?: thưởng)?) (?P<title>{{name}}){OF}){GOES}",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("[[Giải Nam diễn viên chính xuất sắc]] thuộc về Lê Văn Sáu.", "giai-thuong"),
        "Giải Vô địch quốc gia thuộc về lịch sử.",
    ),
    NamePosition(
        "won, in small letters",
        rf"{WON}(?P<form>giải(?: thưởng)? (?P<title>{SMALL_ENDED}))(?!\w)",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("Đạo diễn Lê Văn Sáu nhận [[giải đạo diễn xuất sắc]].", "giai-thuong"),
        "Đội nhận giải bóng đá trẻ xuất sắc.",
    ),
    NamePosition(
        "for whom, goes to",
        rf"(?P<form>(?i:giải(?: thưởng)?) dành cho (?P<title>[^.,;:()“”]{{4,60}}?)){GOES}",
        "giai-thuong",
        AwardClass.PRIZE,
        ("dành cho",),
        Example("[[Giải thưởng dành cho Nam diễn viên chính xuất sắc nhất]] thuộc về Lê Văn Sáu.", "giai-thuong"),
        "Giải thưởng dành cho người thắng gồm 3 phần quà.",
    ),
    NamePosition(
        "goes to, in small letters",
        rf"(?<!\w)(?P<form>(?i:giải) (?P<title>{SMALL})){GOES}",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("[[Giải phong cách]] thuộc về đội Sở Tài chính.", "giai-thuong"),
        "Quyền tổ chức giải bóng đá trẻ thuộc về tỉnh.",
    ),
    NamePosition(
        "among many",
        r"(?<!\w)(?:nhiều|những|các|một số) (?:giải thưởng|giải)(?!\w)(?: (?!(?:như|gồm)(?!\w))\w+){0,8}"
        r"(?:,? trong đó có|,? như|:| gồm)(?: các)? (?P<form>giải(?: thưởng)? (?P<title>{name}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("nhiều giải", "những giải", "các giải", "một số giải"),
        Example("Bà từng nhận nhiều giải thưởng trong nước, trong đó có [[giải thưởng Cánh Én]] năm 2004.", "giai-thuong"),
        "Bà viết về nhiều giải thưởng; giải thưởng Cánh Én trao hai năm một lần.",
    ),
    NamePosition(
        "row",
        r"(?m:^[\s*+•-]{0,4})"
        r"(?P<form>Giải (?P<title>(?!(?:nhất|nhì|ba|tư|khuyến|đặc|vàng|bạc|đồng|a|b|c|thưởng)(?!\w))[^\W\d][^:.;\n]{3,60}))(?=: )",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("[[Giải thí sinh nhỏ tuổi nhất]]: Lê Văn Sáu.", "giai-thuong"),
        "Giải thưởng: gồm 3 phần quà.",
    ),
    NamePosition(
        "row of a prize",
        rf"{ROW}(?P<form>(?P<title>Giải thưởng [^\W\d][^:.;\n]{{2,50}}))(?=: [{UPPER}“\"])",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải thưởng ",),
        Example("- [[Giải thưởng lớn]]: Gió Ngàn (Mỹ).", "giai-thuong"),
        "Giải thưởng: Gồm 3 phần quà; giải thưởng lớn: Gió Ngàn.",
    ),
    NamePosition(
        "row of a festival",
        rf"{ROW}(?P<form>(?P<title>(?i:(?:(?:nam|nữ) )?diễn viên|đạo diễn|kịch bản|phim|quay phim|âm nhạc|hóa trang)"
        r"(?: [^:.;,\n]{1,30}?)? xuất sắc(?: nhất)?))"
        r"(?=: [^\W\d_a-zà-ỹ])",
        "giai-thuong",
        AwardClass.PRIZE,
        ("xuất sắc:", "xuất sắc nhất:"),
        Example("- [[Nữ diễn viên chính xuất sắc nhất]]: Lê Thị Sáu (phim Bến Vắng).", "giai-thuong"),
        "Học sinh xuất sắc: Lê Thị Sáu; phim xuất sắc: chưa chọn.",
    ),
    NamePosition(
        "placed by a crown",
        rf"{WON}(?P<form>giải (?P<title>(?i:á quân|quán quân|hoa khôi|á khôi|hoa hậu|á hậu|nam vương)"
        rf"(?: (?!{ENDS})(?:[{UPPER}\d]{WORD}|\d)){{0,8}}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải á", "giải quán", "giải hoa", "giải nam v"),
        Example("Cô từng đoạt [[giải Á quân]] chương trình Tiếng hát Biển.", "giai-thuong"),
        "Cô dự giải á quân quốc gia; cô là á quân.",
    ),
    NamePosition(
        "metal in a row",
        rf"{ROW}(?P<form>(?P<title>{METAL}))(?=: [{UPPER}“\"])",
        "giai-thuong",
        AwardClass.PRIZE,
        ("vàng: ", "bạc: ", "đồng: "),
        Example("- [[Cành cọ vàng]]: Bến Vắng (Pháp).", "giai-thuong"),
        "- Giá vàng: tăng; quả bóng vàng là Lê Văn Sáu.",
    ),
    NamePosition(
        "won in a category",
        r"(?<!\w)thắng(?: (?!hạng mục)[^\W\d]+){0,3} (?:tại|ở|trong|với) "
        r"(?P<form>(?:hạng mục|giải|giải thưởng) (?P<title>{name}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("thắng",),
        Example("Lê Văn Sáu cũng chiến thắng ở [[hạng mục Đạo diễn xuất sắc]].", "giai-thuong"),
        "Đội thắng 3-0 trong giải Ngoại hạng Anh.",
    ),
    NamePosition(
        "won, with an epithet",
        rf"{WON}(?P<form>(?i:giải(?: thưởng)?) (?:cao quý|danh giá|cao nhất|uy tín|danh dự) (?P<title>[“\"][^”\"]{{2,90}}[”\"]))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("Anh từng đoạt [[giải cao quý “Nhà thiết kế của năm”]].", "giai-thuong"),
        "Anh từng đoạt nhiều giải cao quý trong nước.",
    ),
    NamePosition(
        "prize is whose",
        r"(?P<form>[Gg](?:(?<=[.;,:] .)|(?<=còn .)|(?<=và .)|(?m:(?<=^.)))iải(?: thưởng)? (?P<title>{name}(?: nhất)?))"
        rf"(?= (?:do [^.,;:]{{3,40}} bình chọn )?là (?:[{LOWER}]+ ){{0,3}}[{UPPER}“\"])",
        "giai-thuong",
        AwardClass.PRIZE,
        ("giải",),
        Example("[[Giải Cầu thủ trẻ triển vọng]] là Lê Văn Sáu.", "giai-thuong"),
        "Giải Ngoại hạng là nơi Lê Văn Sáu thi đấu.",
    ),
    NamePosition(
        "brought to whom",
        r"(?<!\w)(?:mang|đem) (?:về|lại|đến) cho [^,.;:()]{2,40}? (?P<form>(?i:giải(?: thưởng)?) (?P<title>{name}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("cho ",),
        Example("Vai diễn mang về cho anh [[giải Nam diễn viên xuất sắc]].", "giai-thuong"),
        "Trận thắng mang về cho đội ngôi đầu giải Ngoại hạng Anh.",
    ),
    NamePosition(
        "won by its name alone",
        rf"{WON}(?P<form>(?i:(?:giải )?(?P<title>{{famous}})))(?!\w)",
        "giai-thuong",
        AwardClass.PRIZE,
        (
            "oscar",
            "nobel",
            "nô-ben",
            "grammy",
            "césar",
            "emmy",
            "bafta",
            "quả cầu vàng",
            "fields",
            "pulitzer",
            "booker",
            "magsaysay",
            "palme",
        ),
        Example("Đạo diễn Lê Văn Sáu từng đoạt [[Oscar]] năm 2012.", "giai-thuong"),
        "Cầu thủ Oscar đoạt bóng; ông được đề cử Oscar.",
    ),
    NamePosition(
        "metal won",
        rf"{WON}(?P<form>(?P<title>{METAL}))",
        "giai-thuong",
        AwardClass.PRIZE,
        ("vàng", "bạc", "đồng"),
        Example("Phim đoạt [[Bông sen vàng]] năm 2019.", "giai-thuong"),
        "Tuần lễ Cánh diều vàng khai mạc; ông bán con vàng.",
    ),
    NamePosition(
        "metal goes to",
        rf"(?P<form>(?P<title>{METAL}){OF}){GOES}",
        "giai-thuong",
        AwardClass.PRIZE,
        ("vàng", "bạc", "đồng"),
        Example("[[Quả bóng bạc]] được trao cho Lê Văn Sáu.", "giai-thuong"),
        "Quả bóng vàng Lê Văn Sáu ký hợp đồng.",
    ),
    *TITLE_POSITIONS,
)
