"""Words that show that an event is held: its verbs, its nouns, and words that show the contrary.

They are patterns for the canonical view. Source: architecture/grammar.md §1.1.
"""

from __future__ import annotations

import re

#: Nouns of an event, which begin its name.
NOUNS = (
    r"(?:hội nghị|đại hội|hội thảo|hội thi|hội thao|hội diễn|lễ(?! phép| nghi| hội hè)|buổi lễ|buổi (?!sáng|trưa|chiều|tối)[\w]+|tọa đàm"
    r"|gặp mặt|cuộc họp|phiên họp|kỳ họp|cuộc thi"
    r"|chương trình|giao ban|họp mặt|liên hoan|ngày hội|đêm|khóa học|lớp(?! \d)|đợt)"
)
#: Verbs with which a body holds an event or does something that an article of the genre reports.
HOLDS = (
    r"(?:tổ chức|diễn ra|khai mạc|bế mạc|kết thúc|tiến hành|làm lễ|họp|triệu tập|trao(?! đổi)|tặng|phong tặng|truy tặng|công nhận"
    r"|tổng kết|sơ kết|tuyên dương|biểu dương|vinh danh"
    r"|tôn vinh|khen thưởng|kỷ niệm|khai giảng|bế giảng|phát động|ra mắt|khánh thành|khởi công|đón nhận|gặp mặt|giao ban|ra quân|kết nạp"
    r"|kiểm điểm|kiểm tra"
    r"|làm việc|công bố (?:quyết định|kết quả|danh sách|và trao)|ký (?:ban hành )?quyết định|(?:ra|có|ban hành) quyết định"
    r"|quyết định (?:khen|tặng|tuyên|công nhận)"
    r"|tiếp nhận|đánh giá|xếp loại|bình xét|bầu|thăm(?! (?:dò|quan))|chúc mừng|chủ trì|tham dự"
    r"|dự(?! (?:thi|án|thảo|báo|toán|kiến|phòng|trữ|tuyển|định|bị|tính)(?!\w))|phối hợp|đăng cai"
    r"|nhận(?! (?:định|xét|thấy|thức|được tin|diện|ra|rõ)(?!\w))|ký kết|bàn giao|tập huấn|thưởng nóng|có buổi (?:gặp|giao lưu|làm việc)"
    r"|quán triệt|triển khai|hiệp thương|thảo luận|chất vấn|biểu quyết|bỏ phiếu"
    r"|nghiệm thu|tọa đàm|hội thảo|đối thoại|tiếp xúc|mít tinh|dâng hương|viếng)"
)
HELD = re.compile(rf"(?<!\w){HOLDS}(?!\w)|tổ chức(?! đảng| cơ sở| thành viên| đoàn| chính trị| công đoàn| hội)")  # also after lost spaces
#: Words that make a dated sentence news of another kind: a statement, a new rule, a plan.
OTHER = re.compile(
    r"(?<!\w)(?:cho biết|tin từ|thông tin từ|thông tin (?:trên|về)|theo (?:tin|nguồn tin)|nguồn tin|ban hành(?! quyết định)|có hiệu lực"
    r"|dự kiến|xảy ra|phát hiện|bị bắt|bắt giữ"
    r"|khởi tố|xét xử|tử vong|qua đời|từ trần|hy sinh|trả lời|xác nhận|khẳng định|tuyên bố|cho hay|đưa tin|đăng tải|thông báo|cảnh báo"
    # A plan, a proposal: nothing takes place on that day.
    r"|(?:triển khai|xây dựng|thông qua|công bố|đề ra|lên) (?:\w+ ){0,2}kế hoạch|đề xuất|kiến nghị|hoàn tất hồ sơ"
    r"|(?:có|gửi) (?:văn bản|tờ trình|công văn))(?!\w)"
)
#: The words right before a date that is not the event's.
NOT_ITS_DAY = re.compile(
    r"(?:sinh|từ|đến|hết|trước|sau|kể từ|tính đến|hiệu lực(?: thi hành)?(?: từ| kể từ)?|thành lập|thời hạn|hạn|trước đó,|mất|qua đời"
    r"|hy sinh|tái lập|nhập ngũ|vào đảng"
    r"|gần nhất|ra đời|giải phóng|ban hành|ký|dự kiến(?: vào)?|khoảng|hạn[\w ]{0,30} (?:là|vào))\s(?:vào )?$"
)
#: Openings of a sentence about what happened before or will happen.
ANOTHER_TIME = re.compile(
    r"\W{0,3}(?:trước đó|trước đây|cách đây|sắp tới|thời gian tới|theo kế hoạch|dự kiến|sau đó|đến nay|tính đến|năm ngoái"
    r"|như (?:\w+ ){0,4}đã (?:đưa|đăng|thông tin|phản ánh))(?!\w)"
)
#: Right before a date: a verb of holding or an event's own name that leads to it: ``… tổ chức tại Hà Nội chiều 27/5``, ``phát biểu tại
#: Đại hội …, vào sáng 17/9``.
LEADS_TO_DAY = re.compile(
    rf"(?<!\w)(?:(?:tổ chức|diễn ra|khai mạc|bế mạc)(?:\s(?:tại|ở)\s(?P<place>[^,.;:\n]{{2,50}}?))?"
    rf"|(?:tại|dự|trong) {NOUNS}(?!\w)[^.;:\n]{{8,170}})"
    r"[,\s]{1,3}(?:vào\s)?$"
)
#: Before such a verb: participation elsewhere, on another day: ``đoạt giải kỳ thi tổ chức ngày 11/5``.
TOOK_PART = re.compile(
    r"(?<!\w)(?:tham dự|tham gia|dự thi|đoạt|đạt|giành)(?!\w)[^.;:,\n]{0,80}(?<!\w)(?:cuộc thi|kỳ thi|hội thi|giải|olympic|vòng)(?!\w)"
    r"[^.;:,\n]{0,90}$"
)
#: Ceremonies that accompany an event and are not the one reported, if there is another.
BESIDE = re.compile(r"(?:buổi )?lễ (?:dâng (?:hoa|hương)|đặt vòng hoa|viếng|vào lăng viếng|chào cờ|báo công)(?!\w)")
#: Before and behind a name without a day: the words that show that the event was held.
HAS_HELD = re.compile(
    r"(?:(?<!\w)(?:đã|vừa|vừa mới|mới|long trọng|trọng thể|trang trọng|tưng bừng|phối hợp) (?:[\w]+ ){0,2}tổ chức"
    r"|^[^,;:.]{4,90} tổ chức|khai mạc)"
    r" (?:thành công |trọng thể |long trọng |trang trọng )?$"
)
WAS_HELD = re.compile(r"[\s,]{0,2}(?:(?:đã|vừa|được|chính thức|long trọng|trọng thể) ){0,3}(?:tổ chức|diễn ra|khai mạc|tiến hành)(?!\w)")
#: A name that refers to events in general.
GENERIC = re.compile(r"(?<!\w)hoặc(?!\w)|^\w+(?: \w+)? (?:đạt|này|đó|nào|khác|trên)(?!\w)")
#: Before a name: several events, or a document of the event.
SEVERAL = re.compile(
    r"(?:\d|(?<!\w)(?:các|những|nhiều|một số|mỗi|mọi|từng|nghị quyết|chỉ thị|kết luận|văn kiện|đại biểu dự|đại biểu đi dự))\s$"
)
#: Before a name in headline or lead that is the event's own: ``X: ``, ``… tổ chức ``, ``Phát biểu tại ``.
NAMED_AFTER = re.compile(r"(?:^\W*|^[^:\n]{2,60}: |(?<!\w)(?:tổ chức|khai mạc|phát biểu (?:chỉ đạo )?tại|tham dự|dự) )$")
