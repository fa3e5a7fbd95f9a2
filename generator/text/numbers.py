"""Numbers as Vietnamese writes them: dot for thousands, comma for decimals, words for small counts.

Source: architecture/grammar.md §2.
"""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
_LAST = {**_UNITS, "mốt": 1, "lăm": 5}

#: A number in digits, not a date, a share, a code or a part of one. The first digit precedes its lookbehinds, as in all of these.
DIGITS = r"\d(?:(?<![\w/.,-].)\d{0,2}(?:\.\d{3})+(?![\d/]|[.,]\d)|(?<![\w/.,].)(?<!\d-.)\d*(?:,\d+)?(?![\d/%]|[.,-]\d))"
#: A number in words up to 99, on the canonical view.
WORDS = (
    r"(?:(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi(?: (?:mốt|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?"
    r"|mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín)"
)


#: A number in digits with the words that scale it: ``1,3 tỷ``, ``394 tỷ 581 triệu``, ``2,8 triệu tỷ``; canonical view. The first digit
#: precedes its lookbehinds, so that the search jumps from digit to digit.
QUANTITY = (
    r"\d(?<![\w/.,].)(?<!\d-.)(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d*(?:[,.]\d{1,2})?|\d*,\d+)(?![\d/]|[.,]\d)"
    r"(?:\s+(?:nghìn|ngàn|vạn|triệu|tỷ)(?!\w)(?:\s+tỷ(?!\w))?(?:\s+\d{1,3}\s+(?:nghìn|ngàn|triệu)(?!\w))?)?"
)
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


def quantity(text: str) -> int | float:
    """Return the value of a quantity (canonical view): ``14 triệu`` is 14000000, ``394 tỷ 581 triệu`` 394581000000; whole values are int.

    Raises ValueError on anything else.
    """
    total: Decimal = Decimal(0)
    words = text.split()
    if not words:
        raise ValueError(f"not a quantity: {text!r}")
    while words:
        part = Decimal(str(number_in_digits(words.pop(0))))
        while words and words[0] in _SCALES:
            part *= _SCALES[words.pop(0)]
        total += part
    return int(total) if total == int(total) else float(total)


def number_in_digits(text: str) -> int | float:
    """Return the value of a number in digits: ``5.645`` is 5645, ``98,45`` is 98.45, ``02`` is 2. Raises ValueError on anything else."""
    if text.isdecimal():
        return int(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return int(text.replace(".", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d+|\d+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return float(text)
    return int(text)


def written(value: float) -> str:
    """Return ``value`` as Vietnamese writes it: 5.645 and 98,45; at most four decimals."""
    whole, _, part = f"{value:,.4f}".rstrip("0").rstrip(".").partition(".")
    return whole.replace(",", ".") + ("," + part if part else "")


def number_in_words(text: str) -> int:
    """Return the value of a number in words (canonical view): ``mười lăm`` is 15, ``hai mươi mốt`` 21. Raises ValueError on
    anything else."""
    words = text.split()
    if len(words) == 1 and words[0] in _UNITS:
        return _UNITS[words[0]]
    if words and words[0] == "mười" and len(words) <= 2:
        return 10 + (_LAST[words[1]] if len(words) == 2 else 0)
    if len(words) in (2, 3) and words[1] == "mươi" and words[0] in _UNITS:
        return 10 * _UNITS[words[0]] + (_LAST[words[2]] if len(words) == 3 else 0)
    raise ValueError(f"not a number: {text!r}")
