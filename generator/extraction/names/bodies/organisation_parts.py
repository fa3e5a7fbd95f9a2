"""Words that belong to an organisation's name though they look like something else: places whose syllables are verbs (``xã Tân
Lập``), numbers (``Công ty Licogi 27``), capitals of a field (``Báo chí và Tuyên truyền``)."""

from __future__ import annotations

import re

from generator.text.sentences import LOWER, UPPER
from generator.text.views import Views

LEVELS = frozenset({"huyện", "xã", "phường", "quận", "tỉnh", "phố", "trấn", "tp", "tp.", "thôn", "ấp", "buôn", "xóm"})
_SENTENCE_OPENERS = frozenset({"ông", "bà", "tại", "trong", "theo", "sau", "ngày", "sáng", "chiều", "tối", "đến", "các", "từ", "trên"})
_TWO_CAPITALS = re.compile(rf"(?P<first>[{UPPER}][{LOWER}]+)\s[{UPPER}][{LOWER}]+(?!\w|\s[{UPPER}])")
#: A place's first syllable after its level: xã Tân | Lập.
_IN_PLACE = re.compile(
    r"[HhXxPpQqTt](?<!\w.)(?:(?<=[Hh])uyện|(?<=[Xx])ã|(?<=[Pp])h(?:ường|ố)|(?<=[Qq])uận|(?<=[Tt])(?:ỉnh|rấn|hôn)|(?<=T)P\.?)"
    rf"\s[{UPPER}][{LOWER}]+\s$"
)
_NUMBERED_FORCES = re.compile(r"(?<!\w)(?:lữ|trung|sư|tiểu|quân|binh|hải) đoàn [\w ]{0,25}$")
#: A predicate, which shows that the number before it is part of a name: Công ty Licogi 27 | đã được.
_PREDICATE = re.compile(r"\s+(?:đã|được|vừa|vinh dự|cũng|là|và|tổ chức|đón|nhận)(?!\w)")
_NUMBERED = {
    "quận", "phường", "số", "khu", "đội", "đoàn", "tổ", "bộ", "khoa", "thôn", "ấp", "xóm", "cấp", "điểm",
    "cơ", "khóm", "vùng", "trạm", "đồn", "lớp", "viện", "xưởng", "nghiệp", "máy",
}  # fmt: skip
_CAPITAL_PARTS = {
    "cần", "bình", "hợp", "trung", "việt", "vinh", "sóc", "trà", "đầu", "tiên", "ra", "mở", "mừng", "thêm", "dân", "trên", "trước", "đến",
    "kiểm", "tổ", "tổng", "chỉ", "xây", "lãnh", "dự", "thanh", "quyết", "tự", "tiến", "đoàn", "công", "đồng", "tân", "khóa", "quý", "hoàn",
    "nhân", "thống", "giao", "bảo", "phát", "thực", "hòa", "đông", "năm", "thăm", "chủ", "chọn", "qua", "thông", "thuộc",
    "triển", "tạo", "quán", "nguyên", "song",
}  # fmt: skip


def is_place(text: str, at: int, stop: int, before: str) -> bool:
    """Return whether ``at`` begins or continues a place of two syllables, though its words have other meanings: ``huyện Anh Sơn``."""
    if before in LEVELS:
        place = _TWO_CAPITALS.match(text, at, stop)
        return place is not None and place["first"].lower() not in _SENTENCE_OPENERS
    return text[at].isupper() and _IN_PLACE.search(text, max(0, at - 24), at) is not None


def is_number_of_unit(views: Views, match: re.Match[str], stop: int, before: str, *, heads: bool) -> bool:
    """Return whether digits belong to the name (``quận 8``, ``Sư đoàn 330``, ``THPT Đô Lương 1``) rather than count what follows.

    ``heads``: the capitalised head of another name follows.
    """
    if not re.fullmatch(r"\d{1,4}\.?", match.group()):
        return False
    if heads:
        return True  # Phòng 2 Cục …, Phân xưởng Khai thác 3 Công ty …
    if _NUMBERED_FORCES.search(views.canonical, max(0, match.start() - 36), match.start()):
        return True  # Lữ đoàn Công binh 550 anh hùng
    if before in _NUMBERED or not re.match(r"\s+[^\W\d_]", views.canonical[match.end() : min(stop, match.end() + 4)]):
        return True
    return _PREDICATE.match(views.canonical, match.end(), stop) is not None


def is_name_part(word: str, *, joined: bool, known: bool) -> bool:
    """Return whether a capitalised word only looks like the end of a name: ``Ban Kiểm tra``, ``Bộ Xây dựng``.

    ``joined``: linked by ``và`` or a dash to the name before it; ``known``: a word of a field (``Thi đua - Khen thưởng``).
    """
    if not (word[0].isupper() and word[1:].islower()):
        return False
    return word.lower().rstrip(".") in _CAPITAL_PARTS or (joined and known)
