"""The adverbs between a subject and its verb of receiving: ``Công ty | lần lượt vinh dự | được tặng``."""

from __future__ import annotations

_TIMES = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều)"
#: One adverb, on the canonical view.
ADVERB = (
    r"(?:đã|đang|còn|cũng|vinh\s+dự|vinh\s+hạnh|tự\s+hào|từng|liên\s+tục|liên\s+tiếp|lại|vừa|vẫn|đều|luôn|tiếp\s+tục|mới|lần\s+lượt|bất\s+ngờ"
    rf"|xuất\s+sắc|cùng|riêng|đồng\s+loạt|chính\s+thức|lần\s+đầu(?:\s+tiên)?|{_TIMES}\s+lần|{_TIMES}\s+năm\s+(?:liền|liên\s+tục|liên\s+tiếp)|trước\s+đó|sau\s+đó"
    r"|năm\s+nay|lần\s+này|đợt\s+này|mới\s+đây)"
)
#: Up to four of them, each with the space before it.
ADVERBS = rf"(?:\s+{ADVERB}){{0,4}}"
