"""Groups of recipients in no lexicon. Recipients are an open class, recognised by position behind a verb of giving or ``cho``
(``trao giấy khen cho ba ngư dân``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Passage, remembered
from generator.extraction.names.groups.recipients import Group, groups_in
from generator.lexicon.award_classes import AwardClass, award_words
from generator.lexicon.load import alternatives, lexicon
from generator.text.numbers import WORDS, number_in_digits, number_in_words
from generator.text.opened import Opened, first_words
from generator.text.sentences import LOWER

#: Number words with other meanings (một số, năm sau), and years.
_NO_NUMBERS = {"một", "năm"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = r"(?<![\w/.,%])(?:\d{1,3}(?:\.\d{3})+|\d{1,5})(?![\d/%]|[.,]\d)"


_GROUP = (
    rf"(?P<all>(?:hơn\s+|gần\s+|trên\s+|khoảng\s+)?(?:(?P<digits>{_DIGITS})|(?P<words>{WORDS}(?![-\w])))"
    rf"\s+(?:nam\s+|nữ\s+|anh\s+|chị\s+|vị\s+)?[\"'“]?(?P<noun>[{LOWER}]{{2,}}(?:\s+[{LOWER}]{{2,}})?)[\"'”]?)"
)


@lru_cache(maxsize=1)
def _pattern() -> Opened:
    give = (*lexicon("award-cues").by_id["give"].variants, *(word for word in award_words(AwardClass.VERB) if word != "khen"))
    return Opened(rf"(?<!đại diện )(?:cho|{alternatives(give)})\s+(?:cho\s+)?{_GROUP}", f"cho|{first_words(give)}")


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    """Match a further number of a list, right after a group."""
    return re.compile(rf"\s*(?:,|;|và|cùng|cùng\s+với)\s+(?:và\s+)?{_GROUP}")


@lru_cache(maxsize=1)
def _receiving() -> re.Pattern[str]:
    """Match a number of receivers as the subject of an honour: ``235 dòng họ đạt danh hiệu``, ``80 nhân tố mới được … tặng F``."""
    titles = award_words(AwardClass.TITLE, of_state=False)
    honours = alternatives(
        (*award_words(AwardClass.FORM), *award_words(AwardClass.VERB), *titles, "danh hiệu", "công nhận là", 'công nhận "')
    )
    return re.compile(
        rf"{_GROUP}(?:\s+(?!được\s|đạt\s|nhận\s)[{LOWER}]{{2,}})?(?:\s+(?:này|trên|tiêu\s+biểu|xuất\s+sắc|đã|vừa|cũng|đều|vinh\s+dự))*\s+(?:được|đạt|nhận|đón\s+nhận)\s"
        rf"(?:(?!(?:đạt|vì|để|có|cho|đề\s+nghị|xét)\s)[^\s.,;:()\d]+\s+(?:và\s+)?){{0,9}}?{honours}"
    )


@lru_cache(maxsize=1)
def _listed() -> re.Pattern[str]:
    """Match a number with its members by name: ``cùng 3 “hiệp sĩ” gồm: A, B và C``."""
    return re.compile(rf"(?:cùng|và|cho|,)\s+{_GROUP}\s+(?:gồm|là|gồm có)\s*:?\s+")


#: What may precede a number that is a subject; it is no name's: Chi bộ 4 vinh dự được.
_BEFORE = re.compile(r"(?:^\s*|[,;:.(/]\s*|(?<!\w)(?:có|với|cả|và|cùng|là|gồm|đó|còn|này|thêm|nay|qua)\s+)$")
_ORDINAL = re.compile(r"(?<!\w)(?:thứ|lần|hạng|lớp|số|tầng|ngày|tháng)\s+$")
_KINDS = {"collective": "tap-the", "thing": "khac"}


@remembered
def open_groups(passage: Passage) -> Iterator[Group]:
    """Yield the counted groups after a verb of giving or ``cho``, and those of a list they open, whose noun is not in the lexicon.

    The kind is persons unless lexicon ``noun-classes`` gives another.
    """
    ends = [group.end for group in groups_in(passage) if group.counted]
    for match in passage.matches(_receiving()) if passage.holds(" được ", " đạt ", " nhận ") else ():
        before = passage.views.canonical[max(passage.start, match.start() - 12) : match.start()]
        if _BEFORE.search(before) and passage.views.text[match.start() : match.end("all")].islower() and (group := _group(passage, match)):
            yield group
    for match in passage.matches(_listed()) if passage.holds(" gồm", " là ") else ():
        named = passage.views.text[match.end() : match.end() + 1].isupper()
        if named and (group := _group(passage, match)) is not None and group.kind != "khac":
            yield group
    for match in _pattern().finditer(passage.views.canonical, passage.start, passage.stop):
        if (group := _group(passage, match)) is not None:
            yield group
            ends.append(group.end)
    while ends:
        end = ends.pop()
        joined = _joined().match(passage.views.canonical, end, passage.stop)
        if joined is not None and (group := _group(passage, joined)) is not None:
            yield group
            ends.append(group.end)


def _group(passage: Passage, match: re.Match[str]) -> Group | None:
    if not passage.views.text[match.start("noun") : match.end("noun")].islower():
        return None  # 6 TT, 3 Hội
    listed, classes = lexicon("recipients").by_variant, lexicon("noun-classes").by_variant
    first, _, second = " ".join(match["noun"].split()).partition(" ")
    if first in listed or f"{first} {second}" in listed:
        return None
    entry = classes.get(f"{first} {second}") or classes.get(first)
    kind = "" if entry is None else entry.id
    number = match["digits"] or " ".join(match["words"].split())
    if _ORDINAL.search(passage.views.canonical, passage.start, match.start("all")):
        return None  # mỗi sáng thứ Hai
    if kind in {"none", "attribute"} or number in _NO_NUMBERS or _YEAR.fullmatch(number):
        return None
    count = int(number_in_digits(number)) if match["digits"] else number_in_words(number)
    after = classes.get(second)
    end = match.start("noun") + len(first) if after is not None and after.id == "attribute" else match.end("all")
    return Group(match.start("all"), end, _KINDS.get(kind, "ca-nhan"), count, True, False, match["noun"])
