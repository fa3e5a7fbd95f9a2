"""Whose name a row of capitals is in an article: a person's, a work's or a place's, by how the article introduces it elsewhere."""

from __future__ import annotations

import re

from generator.extraction.engine import Passage
from generator.extraction.names.references.named import named_persons
from generator.extraction.names.words import is_syllable
from generator.lexicon.load import lexicon
from generator.text.sentences import LOWER, UPPER

#: A name of one to five capitalised words.
PROPER = rf"[{UPPER}][\w’'.-]*(?: (?:(?:de|von|van|del|bin|al|el) )?[{UPPER}][\w’'.-]*){{0,4}}"


_NO_NAME = re.compile(
    r"(?:đội|clb|fc|câu|đoàn|tuyển|công|tập|trường|hãng|nhà|ban|bộ|sở|ubnd|tỉnh|huyện|xã|phường|thành|tp|hội|trung|viện|báo|đài|quỹ)(?!\w)",
    re.IGNORECASE,
)


def is_persons_name(name: str) -> bool:
    """Return whether capitals are shaped like a person's name: no body's head, no acronym."""
    return _NO_NAME.match(name) is None and not any(len(word) > 1 and word.isupper() for word in name.split())


_LONGEST_NAME, _FIRST = 90, 4  # code points, of a name and of its beginning by which it is found
_INTRODUCES = re.compile(r"(?<!\w)(?:phim|vở|vở diễn|tác phẩm|tiểu thuyết|album|ca khúc|có tên|mang tên|tựa đề) [“\"]?(?=[^\W\d_a-z])")


def is_a_work(passage: Passage, name: str) -> bool:
    """Return whether the article calls a work by the name: ``bộ phim mới có tên Gió Ngàn``."""
    memory, text = passage.views.memory, passage.views.text
    if is_a_work not in memory:
        found: dict[str, set[str]] = {}
        for hit in _INTRODUCES.finditer(text):
            words = text[hit.end() : hit.end() + _LONGEST_NAME]
            found.setdefault(words[:_FIRST], set()).add(words)
        memory[is_a_work] = found
    introduced: dict[str, set[str]] = memory[is_a_work]
    return any(words.startswith(name) and not words[len(name) : len(name) + 1].isalnum() for words in introduced.get(name[:_FIRST], ()))


def is_place(name: str) -> bool:
    """Return whether capitals are the name of a place or a country."""
    return name.lower() in lexicon("name-like-places").by_variant or name.lower() in lexicon("countries").by_variant


def in_full(passage: Passage, name: str) -> str | None:
    """Return the full name of the only person of the article who has this name, in full or as its last word, or, in Trần Bảo Hân
    Emma, as its Vietnamese ones; None if nobody or several have."""
    known = persons_of(passage)
    if name in known:
        return name
    full = {person for person in known if person.endswith(f" {name}")}
    full = full or {person for person in known if f" {name} " in person and not is_syllable(person.split()[-1].lower())}
    return next(iter(full)) if len(full) == 1 else None


#: What only persons have: a birth (Lý Hải Vân (sinh năm 1995)), a life, kin, a calling of the arts.
_LIVES = (
    re.compile(rf"(?P<name>{PROPER})(?:,| là|\s\()? ?[Ss]inh (?:năm|ngày) "),
    re.compile(
        rf"(?P<name>{PROPER}) (?:tâm sự|sinh ra|lớn lên|qua đời|từ trần|chào đời|kết hôn|học lớp|năm nay \d\d tuổi|\(\d\d tuổi\))(?!\w)"
    ),
    re.compile(
        r"(?<!\w)(?<!công ty )(?<!ngân hàng )(?i:mẹ|bố|cha|vợ|chồng|(?:con|anh|em) trai|(?:con|chị|em) gái)"
        rf" (?:của )?(?P<name>{PROPER})(?=\s[{LOWER}(-]|[,.;])"
    ),
    re.compile(
        r"(?<!\w)(?i:nhà văn|nhà thơ|tiểu thuyết gia|nhạc sĩ|ca sĩ|đạo diễn|diễn viên|họa sĩ|kỳ thủ)"
        rf" (?P<name>{PROPER})(?<=\w)(?=\s[{LOWER}(-]|[,.;])"
    ),
)


def persons_of(passage: Passage) -> frozenset[str]:
    """Return the names of the persons whom the article calls by honorific, calling or post, or whose life or kin it states; read once."""
    memory = passage.views.memory
    if persons_of not in memory:
        whole = passage.within(0, len(passage.views.text))
        memory[persons_of] = frozenset(
            [
                *(person.name for person in named_persons(whole)),
                *(
                    match["name"]
                    for pattern in _LIVES
                    for match in pattern.finditer(passage.views.text)
                    if " " in match["name"] and is_persons_name(match["name"]) and not is_place(match["name"])
                ),
            ]
        )
    names: frozenset[str] = memory[persons_of]
    return names
