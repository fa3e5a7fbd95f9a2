"""Patterns of the names of prizes and of the words beside them, on the text as written."""

from __future__ import annotations

from generator.lexicon.load import alternatives
from generator.text.sentences import LOWER, UPPER

#: Words at which a name ends; ``được`` only where something is done with it (``Thí sinh được yêu thích nhất``).
ENDS = (
    r"(?:tại|ở|cho|của(?! năm(?!\w))|do|với|trong|(?<!của )năm|vào|thuộc|và|cùng|dành|về|từ|khi|là|nhờ|lần|hạng\s+mục|trị\s+giá"
    r"|sau|trước|ngày|đã|vì|này|kèm|tới|thì|mà|còn"
    r"|bởi|trên|để|như|vừa|cũng|qua|đợt|sẽ|không|có|nhưng|hay\s+nhất\s+là|gọi\s+tên|lọt|được\s+(?:trao|tặng|công|nhận|vinh|xướng|gọi|phát)|lần\s+lượt"
    r"|tối|sáng|chiều|trao|xứng\s+đáng|theo|bên\s+cạnh|giai\s+đoạn|mùa|nhân\s+dịp)(?!\w)"
)
WORD = r"[\w&’'+-]*\w"
#: A name in capitals, at least by its first letter, on the text; or one in quotes.
NAME = rf"(?:[“\"][^”\"]{{2,90}}[”\"]|(?=[{UPPER}])(?!(?:{{others}})(?!\w)){WORD}(?: (?!{ENDS}|[“\"(]){WORD}){{0,9}})"
#: The words behind a prize's name that introduce its winner.
OF = r"(?: (?:cho|ở|của) (?:thể loại|hạng mục|nội dung|phim) [^.,;:()]{2,40}?)?"
GOES = (
    r"(?= (?:(?:năm|lần|đợt) [\w-]+ )?"
    r"(?:đã |vừa |lần lượt )?(?:thuộc về|được trao|trao cho|về tay|gọi tên))"
)
WON = (
    alternatives(
        (
            "đoạt",
            "giành",
            "thắng",
            "ẵm",
            "đạt",
            "nhận",
            "trao",
            "tặng",
            "rinh",
            "lĩnh",
            "được",
            "chủ nhân",
            "người chiến thắng",
            "người thắng",
        )
    )
    + r"(?: (?:được|tặng|về|luôn|của))? (?:(?:\d{1,2}|một|hai) )?"
)
#: The beginning of a row of a list, also inside a paragraph: ….- Giải thưởng lớn: …
ROW = r"(?:(?<![^\n])[-–•*+ ]{0,3}|(?<=[-–•*+] )|(?<=[.;:])\s?[-–•*+]\s?)"
#: A thing of metal: Cánh diều vàng, Quả bóng bạc nữ.
METAL = (
    alternatives(("Quả", "Cánh", "Bông", "Cành", "Ngôi", "Chiếc", "Mai", "Chim", "Con", "Gấu", "Sư", "Búa", "Đôi"))
    + rf"(?: (?!{ENDS})\w+){{0,3}}"
    r" (?:[Vv]àng|[Bb]ạc|[Đđ]ồng)(?: (?:nam|nữ|futsal|Việt Nam))?"
)
#: A name in small letters: giải phong cách; one that ends like a name: giải đạo diễn xuất sắc, giải khán giả bình chọn.
SMALL = (
    r"(?!(?:nhất|nhì|ba|tư|khuyến|đặc|vàng|bạc|đồng|a|b|c|thưởng|đấu|này|vô|bóng|cao|cấp|những|các|nào)(?!\w))"
    rf"(?!{ENDS})[{LOWER}]+(?: (?!{ENDS})[{LOWER}]+){{0,6}}"
)
SMALL_ENDED = (
    rf"{SMALL}(?:(?<= xuất sắc)|(?<= nhất)|(?<= ấn tượng)|(?<= triển vọng)|(?<= yêu thích)|(?<= bình chọn)|(?<= cống hiến)|(?<= sáng tạo)"
    r"|(?<= giám khảo)|(?<= danh dự)|(?<= trọn đời)|(?<= ăn ảnh)|(?<= phong cách)|(?<= thân thiện))"
)
