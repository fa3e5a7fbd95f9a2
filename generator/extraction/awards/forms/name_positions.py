"""Positions in which a name is that of a prize, an order or a title: ``giành giải Cánh diều vàng``, ``danh hiệu Quả bóng vàng
thuộc về``. Each is one row of :data:`CONSTRUCTIONS`; its example and counter-example are run with those of the rules. To add one,
write its row.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.awards.forms.name_patterns import ENDS, GOES, METAL, OF, ROW, SMALL, SMALL_ENDED, WON, WORD
from generator.extraction.engine import Example
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives
from generator.text.sentences import LOWER, UPPER


@dataclass(frozen=True, slots=True)
class NamePosition:
    """A position in which a name is that of a prize or title.

    ``words``: a pattern for the text; its group ``form`` is the award type, ``{name}`` in it is replaced by a name's pattern.
    ``type`` and ``group`` are the award type's id and class. In ``example`` brackets mark the award type.
    """

    id: str
    words: str
    type: str
    group: AwardClass
    cues: tuple[str, ...]
    example: Example
    counterexample: str


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
