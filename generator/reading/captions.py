"""Captions of pictures and items of lists, recognised by the shape of their lines (``architecture/grammar.md`` §7.9)."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model.span import Span
from generator.reading.openers import openers
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

_ITEM = re.compile(
    r"(?:[-–—•+●▪■✓✔►⁃]\s?(?=\S)|\*\s?(?=[^\s*])|\d{1,2}[.)/]\s?(?=\D)|\d{1,2}\.\d{1,2}\.?\s|[a-zđ][).]\s|\(\d{1,2}\)\s"
    r"|[IVX]{1,4}[.)]\s)"
)
_OPENING = re.compile(
    r"(?:(?:các )?(?:đồng chí|đ/c|đại biểu|đại diện|thành viên|cá nhân|tập thể|đơn vị|đảng viên|học sinh|gia đình|nhà giáo|đoàn viên"
    r"|chiến sĩ|cán bộ)|ông|bà|anh|chị|em|thầy|cô|quang cảnh|toàn cảnh|khung cảnh|một góc|không khí|lãnh đạo|ban chấp hành|ban thường vụ"
    r"|đoàn chủ tịch|đoàn chủ toạ|chủ tọa|tiết mục|một tiết mục|hình ảnh|ảnh|hình|lễ|buổi lễ|phó|bí thư|chủ tịch|trưởng|giám đốc|thứ trưởng"
    r"|bộ trưởng|thủ tướng|thiếu tướng|trung tướng|thượng tướng|đại tướng|đại tá|thượng tá|trung tá|thiếu tá|pgs|gs|ts|ths)(?!\w)"
)
_SCENE = re.compile(
    r"(?<!\w)(?:phát biểu|trao|tặng|nhận (?:bằng|giấy|cờ|huy)|chụp ảnh|lưu niệm|chúc mừng|tham quan|thăm|ra mắt|biểu quyết|bỏ phiếu|dự"
    r"|chủ trì|điều hành"
    r"|trình bày|kết luận|chỉ đạo|khai mạc|tại (?:hội nghị|đại hội|buổi lễ|lễ|chương trình|buổi|hội thảo)|luyện tập|hành quân"
    r"|giải lao|biểu diễn|dâng hương|làm nhiệm vụ|quang cảnh|toàn cảnh|cắt băng|ký kết|kết nạp|trước giờ|trong giờ|đọc quyết định)(?!\w)"
)
_CREDIT = re.compile(
    r"[(\[]?\s?(?:Ảnh|ảnh|ẢNH|Nguồn ảnh|Ảnh minh họa|Ảnh minh hoạ)\s?[:;]?\s?[^.\n]{0,50}(?:\.[^.\n]{0,12}){0,3}[)\]]?\.?$"
)
_STOPS = (".", "!", "?", ":", ";", "…", ",")
LONGEST = 240  # characters
_VIEWS = ("quang cảnh", "toàn cảnh", "khung cảnh", "ảnh:")
_SPEECH = re.compile(r"(?<!\w)(?:tin tưởng|cho biết|cho rằng|khẳng định|nhấn mạnh|bày tỏ|đề nghị|yêu cầu|ghi nhận|đánh giá cao)(?!\w)")
_CREDIT_STUCK = re.compile(
    rf"(?:Ảnh|ẢNH|ảnh)\s?:\s?(?P<who>(?:[{UPPER}]\.){{1,3}}[{UPPER}]?(?=[{UPPER}][{LOWER}])"
    rf"|[{UPPER}]{{2,6}}(?=[{UPPER}][{LOWER}])"
    rf"|(?:[{UPPER}][{LOWER}]{{1,7}}\s){{0,3}}[{UPPER}][{LOWER}]{{1,7}}(?=[{UPPER}][{LOWER}]))"
)


@lru_cache(maxsize=1)
def _stuck() -> re.Pattern[str]:
    """Return a caption that lost its line end: no full stop, then words that begin a sentence (``đoạt giảiĐược biết``).

    Other capitals inside a word are names that lost their space (``của`` + ``Ban Bí thư``).
    """
    return re.compile(rf"[{LOWER}\d)”](?=(?:{openers('glued', 'spaced', 'dated')})\s)")


_NEAR = 320  # characters from a paragraph's start in which a caption may end


def is_list_item(line: str) -> bool:
    """Return whether a line begins with a bullet, a number or a letter of a list."""
    return _ITEM.match(line) is not None


def is_caption(line: str) -> bool:
    """Return whether a whole line is a caption: no final full stop, and a person, a scene or a photographer."""
    if len(line) > LONGEST:
        return False
    credit = _CREDIT.search(line)
    if credit is not None and (credit.start() == 0 or not credit.group().startswith("ảnh") or line[credit.start() - 1] in "(. "):
        return True
    view = canonical(line)
    if _SPEECH.search(view):
        return False
    words = len(view.split())
    if line.endswith(_STOPS):
        return line.endswith(".") and words <= 20 and view.count(".") == 1 and view.startswith(_VIEWS)
    if view.startswith(_VIEWS):
        return True
    return (_OPENING.match(view) is not None and words >= 3) or (words > 5 and _SCENE.search(view) is not None)


def shows_scene(words: str) -> bool:
    """Return whether words without a full stop say what a picture shows: people and what they do there."""
    view = canonical(words)
    return len(words) <= LONGEST and not _SPEECH.search(view) and not words.endswith(_STOPS) and _SCENE.search(view) is not None


def caption_end(text: str, block: Span) -> int | None:
    """Return where a caption ends that is stuck to the start of a paragraph, or None."""
    stop = min(block.end, block.start + _NEAR)
    credit = _CREDIT_STUCK.search(text, block.start, stop)
    if credit is not None:
        return credit.end() if text.count(". ", block.start, credit.start()) <= 1 else None
    stuck = _stuck().search(text, block.start + 14, stop)
    if stuck is None or re.search(r"[.!?…:;]\s", text[block.start : stuck.end()]):
        return None
    view = canonical(text[block.start : stuck.end()])
    if len(view) > LONGEST or _SPEECH.search(view):
        return None
    return stuck.end() if _OPENING.match(view) or _SCENE.search(view) else None
