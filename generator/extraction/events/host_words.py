"""Patterns that distinguish a holder from an organisation that is merely named: its place in the sentence, its verb, its partners.

They run on the canonical view and never extend over more than a sentence. Source: articles of the genre.
"""

from __future__ import annotations

import re

from generator.extraction.events.words import HOLDS

# What may come between a holder's name and its verb: a gloss in brackets or dashes, a superior place, adverbs.
_GLOSS = (
    r"(?:\s?\([^()\n]{1,80}\)|\s?[-–]\s[^-–,;.\n]{1,60}\s[-–](?=\s)"
    r"|,\s(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|bộ|trực thuộc|thuộc)\s[^,;.\n]{1,40},?)"
)
_ADVERB = (
    r"(?:đã|vừa|cũng|cùng|vừa qua|mới|sẽ|đang|tiếp tục|long trọng|trọng thể|trang trọng|chính thức|tưng bừng|phối hợp|đồng loạt|vinh dự"
    r"|chủ động|tập trung"
    r"|nghiêm túc|vui mừng|kịp thời|trực tiếp|thường xuyên|tích cực|luôn)"
)
_BEHIND = rf"{_GLOSS}{{0,2}},?(?:\s{{1,2}}{_ADVERB}){{0,4}}\s{{1,2}}"
#: Behind a name: the verb that makes it the holder.
HOLDING = re.compile(rf"{_BEHIND}{HOLDS}(?!\w)")
#: The same after a lost space (``Trung ươngtổ chức``).
GLUED = re.compile(rf"{_GLOSS}{{0,2}}\s?(?:đã\s)?tổ chức")
#: Verbs that make a holder only of the name that opens the sentence.
ACTING = re.compile(rf"{_BEHIND}(?:lãnh đạo|phát huy|đẩy mạnh|thực hiện|có|hoàn thành|xây dựng|đạt|kết nạp)(?!\w)")
#: Before a name that is only a place; without an event, ``ở`` introduces the subject (``nét mới ở Sở Y tế``).
VENUE = re.compile(r"(?<!\w)(?:tại|ở)(?: trụ sở)?\s{1,2}$")
AT = re.compile(r"(?<!\w)tại(?: trụ sở)?\s{1,2}$")
#: Before ``tại``: a body's work or change, which shows that the body is the subject. A Party organisation is not a place either.
ITS_WORK = re.compile(
    r"(?<!\w)(?:đổi mới|chuyển biến|cải cách|phong trào|công tác|nét mới|kết quả|chất lượng|sinh hoạt)"
    r"(?: \w+){0,4} tại\s{1,2}$"
)
#: Before the partner of a conversation, and a medium that is quoted: ``trả lời Báo A``, ``theo Báo A``.
SPOKEN_TO = re.compile(
    r"(?<!\w)(?:trao đổi|chia sẻ|trả lời|trò chuyện|nói|tâm sự)(?: phỏng vấn)?(?: (?:với|cùng|trên|của))?(?: (?:phóng viên|pv))?\s{1,2}$"
)
MEDIUM = re.compile(r"(?:báo|tạp chí|tờ|thông tấn xã|trang tin|đài (?:truyền hình|phát thanh))(?!\w)")
PARTY = re.compile(r"(?:đảng bộ|đảng ủy|chi bộ)(?!\w)")
#: Between two holders of an event; a gloss may follow the first.
PARTNER = re.compile(r"(?:\s?\([^()\n]{1,80}\))?\s?[,;]?\s?(?:và|cùng với|cùng|(?:đã )?phối hợp (?:với|cùng)|phối hợp|kết hợp với)?\s{1,2}")
#: Before a name that is not the subject: it belongs to another noun, to a person's role, or receives.
NOT_SUBJECT = re.compile(
    r"(?:(?<!\w)(?:của|thuộc|trực thuộc|cho|với|tại|trong|ở|về|từ|theo|đến|gồm|là|sang|vào|tặng|trên|ủy quyền|phân công|kiểm tra|thăm"
    r"|gặp|quyết định"
    r"|ý kiến|chỉ đạo|đồng ý|sự|đề nghị|thành lập|tướng|đại|bí thư|chủ tịch|trưởng|phó|giám đốc|ủy viên|uv|viên|thư ký|chủ nhiệm|nguyên"
    r"|cục trưởng"
    r"|vụ trưởng|hiệu trưởng|quyền|ban hành)|(?:chủ tịch|trưởng|bí thư|phó|giám đốc|ủy viên)[\w ]{0,20}),?\s{1,2}$"
)
#: Before a name that belongs to a person or another thing.
BELONGS = re.compile(
    r"(?:(?<!\w)(?:tướng|bí thư|chủ tịch|trưởng|phó|giám đốc|ủy viên|đại|thành lập|nghị định|cờ thi đua|bằng khen|giấy khen|hiệu|cựu)"
    r"|(?<!\w)của)\s{1,2}$"
)
#: Before a name that may be a subject: the sentence's start, a comma, a date, a partner.
SUBJECT_PLACE = re.compile(
    r"(?:^[\W_]*|[,:;)\]\"]\s{0,2}|[-–]\s|\d[/.\-]\d{1,4}\)?\s|(?<!\w)(?:nay|qua|và|cùng|với|thì|khi|lãnh đạo|tập thể|đồng thời|này"
    r"|nhân dịp|sự kiện"
    r"|phối hợp|đại diện|đó|hà nội|tphcm)\s{1,2})$"
)
#: Before a name in a list of members.
LISTED = re.compile(r"(?<!\w)(?:bao gồm|gồm)(?!\w)|:\s[^.]{0,300}$")
#: A part with its whole, as a single name: ``Phòng Tham mưu, Công an tỉnh``.
PART_OF = re.compile(
    r"(?:phòng|đội|khoa|cục|tổng cục|vụ|trung đoàn|tiểu đoàn|đại đội|chi bộ|công đoàn|trung tâm)\s[^,]{1,80}?(?:,| -) (?:công an|bộ|sở|cục"
    r"|trường"
    r"|tổng cục|sư đoàn"
    r"|quân khu|ubnd|đại học|bệnh viện)[^,]{0,60}(?:, (?:công an|bộ)[^,]{0,40})?"
)
#: A place's name is the host of an event only as its subject.
PLACE = re.compile(r"(?:tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|thôn|khu)[\s.](?!ủy|đoàn|hội)")
#: A gloss inside a name: ``Hội Cựu chiến binh (CCB) huyện …``.
BRACKETS = re.compile(r"\s?\([^()\n]{2,20}\)\s")
#: What may open a sentence before its subject: ``Mới đây, ``, ``(HNM) - ``, ``Năm 2019, ``.
OPENING = re.compile(
    r"[\W_]*(?:\([^()\n]{2,25}\)\s?[-–.]*\s?)?(?:(?:mới đây|vừa qua|[\w ]{0,12}(?:năm|tháng|ngày|thời gian"
    r"|qua)[\w /.\-]{0,25}),\s)?[\W_]*"
)
BY = re.compile(r"(?<!\w)(?:do|được)\s{1,2}$")
HELD_BY = re.compile(
    rf"{_GLOSS}{{0,2}}[^.;\n]{{0,90}}?\s(?:tổ chức|đăng cai|chủ trì|phát động|khen thưởng|quyết định (?:khen|tặng|tuyên))(?!\w)"
)
#: Before and behind the body whose congress takes place.
CONGRESS = re.compile(
    r"(?:^\W{0,3}|\)\s?-?\s?|[,:-]\s|(?<!\w)tại\s)(?:lễ khai mạc )?(?:đại hội|hội nghị)(?: đại biểu| thành lập| điểm"
    r"| ban chấp hành)?\s{1,2}$"
)
TAKES_PLACE = re.compile(r",?\s(?:lần thứ|nhiệm kỳ)(?!\w)|[^.;\n]{0,160}?(?<!\w)(?:diễn ra|khai mạc|tổ chức|xác định|bầu|thành công)(?!\w)")
#: A delegation and the verb of its visit.
VISIT = re.compile(
    r"(?<!\w)(?P<of>đoàn (?:công tác|kiểm tra|giám sát|thẩm định)(?: số \d{1,3})? (?:của )?)[^.;\n]{4,300}?(?<!\w)(?:kiểm tra|giám sát"
    r"|làm việc với|thăm"
    r"|thẩm định)\s"
)
SOURCE_BEFORE = re.compile(r"(?<!\w)(?:tin từ|thông tin từ|theo|theo tin từ)\s{1,2}$")
ANNOUNCES = re.compile(r"(?:\s?\([^()\n]{1,40}\))?\s(?:vừa\s)?(?:cho biết|thông tin|thông báo|xác nhận)(?!\w)")
#: The head of state as a granting institution.
OFFICE = re.compile(
    r"(?<!\w)chủ tịch nước(?!\w)(?=(?:\s\w+){0,4}?(?:\s(?:đã|vừa|cũng|vừa qua)){0,2}"
    r"\s(?:trao|tặng|phong tặng|truy tặng|ký|quyết định|có quyết định)(?!\w))"
)
#: Before and behind the body whose head acts for it: ``Bí thư Huyện đoàn A (Lê Văn Ba) vừa trao …``.
HEAD_OF = re.compile(
    r"(?<!\w)(?:bí thư|chủ tịch|giám đốc|tổng giám đốc|trưởng|trưởng ban|hiệu trưởng|chủ nhiệm|viện trưởng|cục trưởng|chánh văn phòng)"
    r"(?: thường trực)?(?: ban thường vụ)?\s{1,2}$"
)
ACTS_FOR = re.compile(
    r"(?:,?\s(?:đồng chí\s|ông\s|bà\s)?(?:\w+\s){1,5}?)?,?\s?(?:đã|vừa|cũng|trực tiếp|vừa trực tiếp|đã trực tiếp|đã vừa)?\s{0,2}"
    r"(?:trao|tặng|(?:ký )?ban hành quyết định|ký quyết định|có quyết định|quyết định (?:khen|tặng)|khen thưởng|biểu dương|tuyên dương"
    r"|khen ngợi|thưởng|tổ chức"
    r"|chủ trì)(?!\w)"
)
#: Before the body that opens a sentence: a place and a colon, its people; not the opening of a list (``đi đầu là các đơn vị: A, B``).
OPENS_WITH = re.compile(
    r"[^:]{2,45}(?<! là)(?<! gồm)(?<! như)(?<! sau)(?<!đơn vị)(?<!tập thể):\s{1,2}|(?:lãnh đạo|tập thể|đảng viên|cán bộ)\s{1,2}"
)
#: Before and behind the body for which somebody acts: ``Ông Ba, thay mặt lãnh đạo A, đã trao …``.
ON_BEHALF = re.compile(
    r"(?<!\w)(?:thay mặt|đại diện cho|thừa ủy quyền(?: của)?)(?: (?:ban giám đốc|ban lãnh đạo|lãnh đạo|tập thể lãnh đạo|ban giám hiệu"
    r"|hội đồng quản trị|ban chấp hành))?\s{1,2}$"
)
GIVES = re.compile(
    r"(?:\s?\([^()\n]{1,60}\))?(?:\s-|,)?\s{1,2}(?:(?:đã|vừa|cũng|trực tiếp|tới)\s){0,3}"
    r"(?:trao(?! đổi)|tặng|thưởng|khen thưởng|biểu dương|tuyên dương|ký quyết định)(?!\w)"
)
#: Before the recipient of an honour.
TO_WHOM = re.compile(r"(?<!\w)cho(?: (?:tập thể|cán bộ|các|chiến sĩ|đội|lãnh đạo))?\s{1,2}$")
#: An honour withdrawn, and the link to the body from which it is withdrawn.
WITHDRAWN = re.compile(r"(?<!\w)(?:thu hồi|hủy bỏ|hủy|tước|tước bỏ|rút)(?!\w)[^.;\n]{0,140}$")
FROM_WHOM = re.compile(r"(?<!\w)(?:đối với|của|từ|cho)\s{1,2}$")
#: Before the holders of an event that are listed behind the verb: ``các đơn vị phối hợp tổ chức là A, B …``.
LISTED_HOLDERS = re.compile(r"(?<!\w)(?:đơn vị|cơ quan|ban ngành)[\w ]{0,24}\stổ chức\s?(?::|(?:là|gồm|bao gồm)(?: các)?:?)\s{1,2}")
BRANCH = re.compile(r"(?<!\w)(?:ngành|lực lượng)\s(?P<name>[^,;:()\n]{3,60}?)(?=\s(?:có|đã|vừa|tổ chức|được|luôn|đón|nhận)(?!\w))")
#: Names too common to identify the holder of an event.
COMMON = re.compile(
    r"(?:đơn vị[\w ]{0,30}|cđcs|công đoàn cơ sở|ban tổ chức|ban giám khảo|hội đồng thi đua|đoàn chủ tịch|ban giám hiệu|trung ương"
    r"|nhà nước|chính phủ|quốc hội|đảng)$"
)
#: The two bodies that are named everywhere and hold only their own sittings, right behind the day.
SITS = re.compile(
    r"(?:quốc hội|chính phủ)(?: khóa \w{1,6})?(?: (?:đã|vừa|tiếp tục|chính thức|sẽ)){0,2}"
    r" (?:họp|thảo luận|chất vấn|biểu quyết|bỏ phiếu|khai mạc|bế mạc|tổ chức (?:phiên|kỳ|lễ))(?!\w)"
)
DAY_BEFORE = re.compile(r"(?:\d[/.\-]\d{1,4}\)?|(?<!\w)(?:nay|qua)),?\s{1,2}$")
#: Bare names that are a host only in a row of partners, on the text itself.
BARE = re.compile(
    r"(?<!\w)(?:HĐND|UBND|UBMTTQ|UBMTTQVN|MTTQ|Hội đồng [Nn]hân dân|(?:Ủy|Uỷ) ban [Nn]hân dân|(?:Ủy|Uỷ) ban MTTQ)(?=,| và | [-–] )"
)
#: A sentence that lists the guests.
GUESTS = re.compile(r"\W{0,3}(?:cùng dự|cùng tham dự|tham dự|đến dự|tới dự|về dự|dự (?:lễ|buổi|hội|và))(?!\w)")
#: Before a school that only places a person: ``em Lê Thị Mơ, học sinh lớp 5, Trường A``.
OF_PERSON = re.compile(r"(?<!\w)(?:học sinh|sinh viên|học viên|thí sinh|em|cháu|lớp)(?!\w)[^.;:\n]{0,50}$")
#: Before a granter that is not the subject of the article; GRANTS follows its name.
GRANTED_BY = re.compile(r"(?<!\w)(?:được|do)\s[^.;:]{0,80}$")
#: Before the last of several granters: ``được Bộ trưởng Bộ A, Chủ tịch B khen``.
AMONG_GRANTERS = re.compile(r"(?<!\w)(?:được|do)\s[^.;:,]{3,70},\s[^.;:]{0,70}$")
#: Before the body that honours a person, which is host if there is no other.
PERSON_GRANTED = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|em|cháu|bé|thầy|cô|đồng chí)\s[^.;\n]{3,120}?(?<!\w)(?:được|do)\s{1,2}$")
GRANTS = re.compile(
    r"(?:,?\s(?:và\s)?[^.;,]{3,70}?)?\s(?:đã )?(?:trao tặng|trao|tặng|khen|công nhận|truy tặng|phong tặng|biểu dương|tuyên dương)(?!\w)"
)
#: Before and behind the unit that an article without an event is about: ``chất lượng của Trường X … ngày càng``.
ABOUT = re.compile(r"(?<!\w)của\s$")
GROWS = re.compile(
    r"(?:,\s(?:phường|xã|huyện|quận|tỉnh|tp|thành phố)[^,.;]{2,40})?,?\s(?:ngày càng|không ngừng|luôn|đã đạt|có nhiều)(?!\w)"
)
#: A jubilee in the headline, before the body that celebrates it.
JUBILEE = re.compile(r"(?<!\w)(?:kỷ niệm|chào mừng)\s[^.;:\n]{0,30}(?:thành lập|truyền thống|tái lập)\s$")
#: A committee that acts for its own organisation.
COMMITTEE = re.compile(r"(?:ban thường vụ|ban chấp hành|btv|bch|thường trực|ban tv)\s(?=đảng ủy|tỉnh ủy|thành ủy|quận ủy|huyện ủy|thị ủy)")
#: A name that does not identify its body.
BARE_LEVEL = re.compile(
    r"(?:đảng ủy|đảng bộ|ubnd|hđnd|chi bộ|công an|hội nông dân|phòng[\w &-]{0,30})(?: (?:xã|phường|huyện|quận|tỉnh|thị trấn|thị xã|tp))?$"
)
#: The opening of a further bulletin in a paragraph of its own.
BULLETIN = re.compile(r"[*•]{1,2}\s{0,2}(?:cùng ngày|tại|sáng|chiều|tối|trước đó|ngày|trong khi đó)(?!\w)")
