"""Bodies and offices that grant: an organisation, or an office with its organisation (``Chủ tịch UBND tỉnh``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.extraction.engine import Example, Finding, Passage, remembered, rule
from generator.extraction.names.bodies.offices import nouns_in, offices_in, verb_of_granting
from generator.extraction.names.bodies.organisations import organisations
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import DisjointSpans, Span
from generator.text.folding import canonical
from generator.text.sentences import LOWER, UPPER

_STATE = re.compile(
    r"(?<!phó )(?<!\w)(?:chủ\s+tịch\s+nước(?:\s+chxhcn\s+việt\s+nam)?|thủ\s+tướng(?:\s+chính\s+phủ)?"
    r"|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội|(?<!thanh tra )(?<!văn phòng )(?<!đảng ủy )(?<!đảng bộ )chính\s+phủ"
    r"|(?<!ủy ban )(?<!kho bạc )(?<!ngân hàng )(?<!kiểm toán )(?<!doanh nghiệp )nhà\s+nước"
    r"|đảng\s+và\s+nhà\s+nước)(?!\w)"
)
# A body named by its rank alone, where it grants: được tỉnh khen, Bằng khen của tỉnh, Trung ương tặng.
_RANK = re.compile(
    r"(?:của|được|do) (?P<rank>tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|trung\s+ương"
    r"|nhà\s+nước|bộ|ngành|cấp\s+trên"
    r"|(?<!của )các\s+cấp(?:(?:,|\s+và)?\s+(?:các\s+)?(?:ngành|chính\s+quyền|đoàn\s+thể)){0,3}"
    r"|nhà\s+trường|(?:tổng\s+)?công\s+ty|tập\s+đoàn)"
    r"(?=\s+(?:tặng|trao|khen|công\s+nhận|tuyên\s+dương|biểu\s+dương|truy\s+tặng|phong\s+tặng)(?!\w)|\s*(?:cho|vì|và\s+\d|[.,;]))"
)


# An office written without any capital: giám đốc công an tỉnh, chủ tịch ubnd huyện.
_SMALL_OFFICE = re.compile(
    alternatives(("giám đốc", "chủ tịch", "chỉ huy trưởng", "trưởng"), behind=("phó",)) + r"\s+"
    r"(?:công\s+an|ubnd|ủy\s+ban\s+nhân\s+dân|bộ\s+chỉ\s+huy\s+quân\s+sự|liên\s+đoàn\s+lao\s+động)\s+"
    r"(?:tỉnh|thành\s+phố|huyện|quận|thị\s+xã|xã|phường|thị\s+trấn)(?!\w)"
)


@lru_cache(maxsize=1)
def _by_position() -> re.Pattern[str]:
    """Match the words between ``được`` and the verb of giving, if it begins with a capital: ``được Viettel Nghệ An tặng``."""
    return re.compile(
        rf"(?<=được )(?P<body>[{UPPER}][\w&’'-]*(?:\s(?!{_NO_NAME})[\w&’'-]+){{0,8}}?)"
        rf"(?={verb_of_granting().pattern})"
    )


_NO_NAME = r"(?:được|đã|vừa|cũng|ký|có|do|và|với|trong|tại|cho|để|khi|quyết|là|vì|của|các)(?!\w)"
_TAIL = re.compile(rf"(?:\s[{LOWER}]+){{0,2}}(?:\s[{UPPER}]\w*){{1,3}}")


def _is_person(words: str) -> bool:
    """Return whether a family name leads to the end of ``words`` in capitals, behind nothing, a rank or a post: ``Đại tá Lê Văn Tám``."""
    names = words.split()
    for at, name in enumerate(names[:-1]):
        if name.lower() in lexicon("family-names").by_variant and all(word[0].isupper() for word in names[at:]):
            before = canonical(" ".join(names[:at]))
            known = any(before in lexicon(which).by_variant for which in ("ranks-and-degrees", "roles", "honorifics"))
            return not before or known or len(names) - at > 2
    return False


def _positioned(passage: Passage, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the granters that no lexicon has, by their position, and the rest of a name of which ``known`` has the beginning."""
    if not passage.holds("được "):
        return
    for match in _by_position().finditer(passage.views.text, passage.start, passage.stop):
        start, end = match.span("body")
        inside = [span for span in known if span[0] < end and start < span[1]]
        begun = len(inside) == 1 and inside[0][0] == start and _TAIL.fullmatch(passage.views.text, inside[0][1], end) is not None
        if (not inside or begun) and not _is_person(match["body"]):
            yield start, end


@remembered
def granters_in(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield bodies and offices in reading order: start, end, name as written (single spaces). They never overlap."""
    state = passage.matches(_STATE) if passage.holds("tướng", "phủ", "nước", "quốc") else ()
    found = [match.span() for match in state if passage.views.text[match.start()].isupper() or match.group()[0] in "tc"]
    found += offices_in(passage)
    taken = DisjointSpans()
    for start, end in found:
        taken.add(start, end)
    found += [
        (finding.span.start, finding.span.end) for finding in organisations(passage) if taken.add(finding.span.start, finding.span.end)
    ]
    found += [match.span("rank") for match in passage.matches(_RANK) if taken.add(*match.span("rank"))]
    found += [match.span() for match in passage.matches(_SMALL_OFFICE) if taken.add(*match.span())]
    found += [span for span in nouns_in(passage) if taken.add(*span)]
    for start, end in list(_positioned(passage, found)):
        found = [span for span in found if span[0] != start]
        found.append((start, end))
    found.sort()
    for start, end in found:
        yield start, end, " ".join(passage.views.text[start:end].split())


def is_office_of_state(name: str) -> bool:
    """Return whether a name is a state office or institution that grants, such as ``Chủ tịch nước``."""
    return _STATE.fullmatch(canonical(name)) is not None


@rule(
    "granter.body",
    examples=[
        Example("được [[Chủ tịch UBND tỉnh Thái Nguyên]] tặng Bằng khen", "Chủ tịch UBND tỉnh Thái Nguyên"),
        Example("Bằng khen của [[Thủ tướng Chính phủ]]", "Thủ tướng Chính phủ"),
        Example("[[Giám đốc Công an Khánh Hòa]] tặng giấy khen", "Giám đốc Công an Khánh Hòa"),
        Example("được [[giám đốc công an tỉnh]] khen", "giám đốc công an tỉnh"),
        Example("[[Viện trưởng]] tặng giấy khen", "Viện trưởng"),
        Example("được [[Giám đốc Sở]] khen thưởng", "Giám đốc Sở"),
        Example("Giấy khen của [[Tổng Giám đốc VNPT]] cho 3 cá nhân", "Tổng Giám đốc VNPT"),
        Example("[[Ban Giám đốc Công an tỉnh]] biểu dương", "Ban Giám đốc Công an tỉnh"),
        Example("Dịp này, [[Sở]] tặng giấy khen", "Sở"),
        Example("Anh được [[Viettel Hoa Mai]] tặng Giấy khen", "Viettel Hoa Mai"),
        Example("Chị được [[Quỹ Hạt giống Xanh]] trao tặng Bằng khen", "Quỹ Hạt giống Xanh"),
        Example("5 cá nhân được [[Bộ Tư lệnh]] quyết định tặng Bằng khen", "Bộ Tư lệnh"),
    ],
    counterexamples=[
        "Em được Đại tá Lê Văn Tám trao giấy khen",
        "Em được Nguyễn Thị Lan tặng hoa",
        "Phó Chủ tịch nước dự lễ",
        "một giám đốc trẻ",
        "Viện trưởng dự lễ",
        "Sở dự lễ",
        "Giám đốc Lê Văn Tám trao giấy khen",
    ],
    source="lexicon granter-levels",
)
def granting_bodies(passage: Passage) -> Iterator[Finding]:
    """Yield bodies and offices that may grant; the value is the name as written."""
    for start, end, name in granters_in(passage):
        yield Finding(Span(start, end), name)
