"""Names of heroes, which streets and schools bear too: decides whether a living person is meant.

Source: lexicon ``namesakes``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.extraction.names.persons.addresses import Address
from generator.extraction.names.words import SentenceWords
from generator.lexicon.load import lexicon

_TODAY = frozenset({"ông", "bà", "đồng", "đ/c", "anh", "chị"})
POSITION = re.compile(
    r"(?:,|-|\() (?:nguyên )?(?:phó|bí thư|chủ tịch|chủ nhiệm|giám đốc|tổng giám đốc|trưởng|ủy viên|hiệu trưởng|thứ trưởng|bộ trưởng|chánh"
    r"|già làng|cục trưởng|vụ trưởng|ct|pct|bt|pbt)(?!\w)"
)
LONGEST_SCENE = 15  # words before a name that may describe the scene
#: Words of a scene of today, and words about the dead.
_SCENE = re.compile(r"(?<!\w)(?:dự|có mặt|trao|tặng|chúc mừng|khen thưởng|tuyên dương|biểu dương|theo|chủ trì|phát biểu|cho biết)(?!\w)")
_MEMORY = re.compile(
    r"(?<!\w)(?:tượng|đền|mộ|dâng hương|tưởng niệm|tưởng nhớ|tấm gương|anh hùng|ngày sinh|năm mất|chí sĩ|khởi nghĩa|sự nghiệp|mang tên"
    r"|thời|trường|đường|phố|phường|giải thưởng|học bổng|quỹ)(?!\w)"
)


@lru_cache(maxsize=1)
def _namesakes() -> dict[str, bool]:
    return {variant: bool(entry.get("never")) for entry in lexicon("namesakes").entries for variant in entry.variants}


def namesake(name: str) -> bool | None:
    """Return True for a name that is never a person of the event, False for one that may also be a street's, None for others."""
    return _namesakes().get(name)


@lru_cache(maxsize=1)
def _old_names() -> frozenset[str]:
    return frozenset(name for name, entry in lexicon("namesakes").by_variant.items() if entry.id == "anh-hung-lich-su")


def is_living(words: SentenceWords, name: str, first: int, after: int, address: Address | None) -> bool:
    """Return whether a hero's name is that of a living person: with an honorific, and a position behind it or a scene of today
    around it."""
    if name not in _old_names():
        return False
    addressed = address is not None and (address.plural or words.low[address.start] in _TODAY)
    if addressed and POSITION.match(" ".join(words.low[after : after + 4])) is not None:
        return True
    before = " ".join(words.low[max(0, first - LONGEST_SCENE) : first])
    scene = " ".join((before, *words.low[after : after + 3]))
    return addressed and _SCENE.search(scene) is not None and _MEMORY.search(before) is None
