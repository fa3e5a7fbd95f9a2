"""Recipients whose head no lexicon lists, by their position: ``kíp trực số 2, gồm 7 y bác sĩ, được …``, ``tặng cờ cho Hải đội 2``.

Such a name has a proper part (a capital or a number) and none of the words that only occur between phrases. It is read only where
nothing else of the sentence is the recipient (architecture/grammar.md §6.47).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.holders.festivals import winner_in_row
from generator.extraction.awards.acts.holders.winners import winner_behind
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.names.adverbs import ADVERBS
from generator.extraction.names.groups.recipients import Group
from generator.extraction.names.words import is_brand
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.model.span import Span
from generator.text.sentences import LOWER, UPPER

_FARTHEST = 260  # code points before a verb
_MOST_WORDS = 12
_RECEIVES = re.compile(ADVERBS + r"\s+(?:được|nhận|đón|đạt|đoạt|giành|có)(?!\w)")
_TAIL = re.compile(ADVERBS + r"\s*$")
#: Words that never belong to a body's name.
_NO_WORD = re.compile(
    r"(?<!\w)(?:được|bị|có|đã|là|sẽ|đang|mà|thì|nên|tại|trong|ở|từ|theo|cho|vì|để|khi|do|bởi|không|chưa|này|đó|ấy|những|các|nhiều|mọi"
    r"|mỗi|nhằm|rằng|nếu|cùng|lên|vào|ra|đến|với|về|trên|dưới|sau|trước|qua|của|tặng|trao|nhận"
    r"|đạt|đoạt|giành|đón|khen|biểu dương|tuyên dương|tổ chức|và)(?!\w)"
)
#: Words of a reason or of another clause behind a name.
_PREDICATE = re.compile(
    r"(?<!\w)(?:thực hiện|hoàn thành|tiêu biểu|xuất sắc|dẫn đầu|tích cực|nhân|thay|ngay|kèm|trị giá|lần|thứ|năm|giai đoạn|hạng|loại"
    r"|số tiền|đại diện|tham gia|tiếp|làm|đứng|đều|nói|cũng|còn|luôn|vừa|chia sẻ|phát biểu|nói trên|khác|nhờ|vượt|lập|đảm nhiệm"
    r"|thuộc|cấp|thành tích|điển hình|gương|giỏi)(?!\w)"
)
_PROPER_END = re.compile(rf"(?:[{UPPER}][\w’'.&-]*|\d{{1,4}}[A-Za-z]{{0,2}}|ngày \d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{4}})?)$")
_PROPER_NEAR_END = re.compile(rf"\s(?:[{UPPER}][\w’'.&-]*|\d{{1,4}}[A-Z]?)(?:\s[{LOWER}]+){{1,3}}$")
#: What may precede the subject in its clause: a conjunction, a time or an occasion without a comma.
_LEAD = re.compile(
    r"\s*(?:[*+•-]\s+)?(?:(?:và|còn|riêng|nhưng|trong đó|đặc biệt)\s+(?:có\s+)?)?"
    r"(?:(?:dịp|đợt|lần)\s+này\s+|năm\s+(?:học\s+)?\d{4}(?:\s*-\s*\d{4})?\s+)?"
)
#: Words that open an apposition: who or what the subject is.
_APPOSED = re.compile(
    r"\s*(?:là\s+)?(?:người|gồm|bao\s+gồm|đơn\s+vị|nơi|vốn|hiện|nguyên|một\s+trong|chủ\s+nhân|tác\s+giả|con\s+(?:trai|gái)|vợ|chồng"
    r"|quê|sinh\s+năm|trú|ngụ|thuộc|cán\s+bộ|xã|phường|huyện|quận|thị\s+(?:xã|trấn)|thôn|xóm|ấp|bản|tổ"
    r"|khu|tỉnh|thành\s+phố|tp|\d{1,2}\s+tuổi)(?!\w)"
)


@lru_cache(maxsize=1)
def _heads() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the heads of bodies in any case, those with a capital, and the words with which none begins."""
    small = (word for entry in lexicon("organisation-heads").entries for word in entry.get("small", ()))
    known = (*lexicon("collective-heads").by_variant, *small)
    lists = (
        "not-bodies", "award-types", "document-kinds", "works", "pronouns", "honorifics", "occupations", "roles", "ranks-and-degrees",
        "countries", "event-types", "measures",
    )  # fmt: skip
    others = [word for name in lists for word in lexicon(name).by_variant]
    return re.compile(alternatives(known)), re.compile(lexicon("organisation-heads").alternatives), re.compile(alternatives(others))


def _is_name(passage: Passage, start: int, end: int) -> bool:
    """Return whether the words are a body's name by their shape: a head, a proper part, no word between phrases."""
    written, words = passage.views.text[start:end], passage.views.canonical[start:end]
    parts = written.split()
    if not 2 <= len(parts) <= _MOST_WORDS or any(mark in written for mark in ',;:()"“”!?') or written.isupper():
        return False
    if " ".join(words.split()) in lexicon("recipients").by_variant:
        return False
    known, cased, others = _heads()
    listed = known.match(words) is not None or (written[0].isupper() and cased.match(words) is not None)
    if not listed and (others.match(words) is not None or not written[0].isupper() or _opens_sentence(passage, start)):
        return False
    if not listed and all(part[:1].isupper() for part in parts) and not any(map(is_brand, parts)):
        return False  # a person, a place
    if _NO_WORD.search(words) is not None:
        return False
    return _PROPER_END.search(written) is not None or (_PROPER_NEAR_END.search(written) is not None and _PREDICATE.search(words) is None)


def _opens_sentence(passage: Passage, start: int) -> bool:
    return not passage.views.text[passage.start : start].strip(" \n\t-+*•–\"'“")


def open_subject(passage: Passage, elements: Sequence[Element], predicate: int) -> Element | None:
    """Return the body that is the subject of the verb at ``predicate`` by its position; None if there is none, or another recipient is
    in its words."""
    low = max(passage.start, predicate - _FARTHEST)
    text, words = passage.views.text, passage.views.canonical[low:predicate]
    tail = _TAIL.search(words)
    end = low + (len(words.rstrip()) if tail is None else tail.start())
    end = low + len(text[low:end].rstrip())
    if text[low:end].endswith((",", ")")):
        end = _before_apposition(passage, low, end)
    start = max([text.rfind(mark, low, end) for mark in (", ", "; ", ": ", ". ")], default=-1)
    start = passage.start if start < low and low == passage.start else start + 2 if start >= low else -1
    if start < 0:
        return None
    lead = _LEAD.match(passage.views.canonical, start, end)
    start = start if lead is None else lead.end()
    if not _is_free(elements, start, end) or not _is_name(passage, start, end):
        return None
    return Element(Piece.BODY, start, end, " ".join(text[start:end].split()))


_AND = re.compile(r"\s*(?:,|và|cùng|cùng với)\s+$")
_AND_AHEAD = re.compile(r"\s*(?:và|cùng|cùng với)\s+")


def with_partners(passage: Passage, elements: Sequence[Element], subjects: Sequence[Element], predicate: int) -> list[Element]:
    """Return the subjects of a verb with those joined to them by ``và`` that only their position shows: ``Tổ 4 và | Tổ Văn phòng``."""
    result, text, canonical = list(subjects), passage.views.text, passage.views.canonical
    link = _AND.search(canonical, max(passage.start, result[0].start - 12), result[0].start)
    if link is not None and (len(result) > 1 or "," not in link.group()):
        start = max([text.rfind(mark, passage.start, link.start()) + 2 for mark in (", ", "; ", ": ", ". ")] + [passage.start])
        lead = _LEAD.match(canonical, start, link.start())
        start = start if lead is None else lead.end()
        if _is_free(elements, start, link.start()) and _is_name(passage, start, link.start()):
            result.insert(0, Element(Piece.BODY, start, link.start(), " ".join(text[start : link.start()].split())))
    link = _AND_AHEAD.match(canonical, result[-1].end, predicate)
    tail = _TAIL.search(canonical, result[-1].end, predicate)
    if link is not None and tail is not None:
        start, end = link.end(), link.end() + len(text[link.end() : tail.start()].rstrip())
        if _is_free(elements, start, end) and _is_name(passage, start, end):
            result.append(Element(Piece.BODY, start, end, " ".join(text[start:end].split())))
    return result


def _is_free(elements: Sequence[Element], start: int, end: int) -> bool:
    """Return whether no piece but a mark is in the words; bare kinds may be among them: ``tổ | tàu thuyền số 9``."""
    for element in elements:
        if element.end <= start or end <= element.start or element.piece is Piece.COMMA:
            continue
        if element.piece is Piece.BODY and element.start == start and element.end < end:
            continue  # cut: Tổ Chuyên | môn 4
        group = element.value
        if not isinstance(group, Group) or group.counted or group.several:
            return False
    return True


def _before_apposition(passage: Passage, low: int, end: int) -> int:
    """Return where the subject before an apposition between commas or brackets ends; ``end`` if none opens there."""
    text, canonical = passage.views.text, passage.views.canonical
    if text[end - 1] == ")":
        opening = text.rfind("(", low, end)
        return end if opening < 0 else low + len(text[low:opening].rstrip())
    at = end - 1
    while (comma := text.rfind(", ", low, at)) >= low:
        if _APPOSED.match(canonical, comma + 1) is not None:
            return comma
        at = comma
    return end


#: Behind an open object: its clause ends, another recipient or a reason follows.
_NAME = re.compile(r"(?P<name>[^,;:.()\n]{3,90}?)(?=\s*(?:[,;.)]|$)|\s+(?:và|vì|do|đã|có|về|với|nhờ|trong|nhân|kèm|cùng)\s)")


def open_object(passage: Passage, elements: Sequence[Element], start: int) -> Element | None:
    """Return the body that begins at ``start``, behind the words that introduce a recipient; None if it is not built like a name."""
    start += len(passage.views.text[start : start + 2]) - len(passage.views.text[start : start + 2].lstrip())
    match = _NAME.match(passage.views.text, start, passage.stop)
    if match is not None and _RECEIVES.match(passage.views.canonical, match.end("name"), passage.stop) is not None:
        return None  # …, Hải đội 2 được tặng F: the subject of another act
    if match is None or not _is_name(passage, start, match.end("name")):
        return None
    end = match.end("name")
    return Element(Piece.BODY, start, end, " ".join(passage.views.text[start:end].split())) if _is_free(elements, start, end) else None


_JOINS = re.compile(r"\s*(?:,|;|và|,\s*và|cùng)\s+")
#: The rest of a name up to the mark that ends it: Phòng Chọn tạo | giống và 3 cá nhân.
_REST = re.compile(rf"(?P<rest>(?:\s[{LOWER}]+){{1,6}})(?=\s*(?:[,;.)]|$)|\svà\s(?:[{UPPER}\d]|các\s))")


def with_open_recipients(passage: Passage, elements: list[Element]) -> list[Element]:
    """Return the pieces of a sentence with those recipients that only their position shows, behind ``cho`` or what an act gives, and with
    the names in such a row as long as they are."""
    result, before = elements, None
    for opening in tuple(elements):
        if opening.piece is Piece.TO or (before is not None and opening.piece in _OPENS_ROW and _is_given(before, opening)):
            result = _read_row(passage, result, opening)
        before = opening
    return result


_OPENS_ROW = frozenset({Piece.FORM, Piece.GIVE, Piece.COLON})


def _is_given(before: Element, opening: Element) -> bool:
    """Return whether recipients may follow a piece: a form behind a verb of giving (``tặng Giấy khen | Chi hội 3``), a verb behind a form
    (``trao Giấy khen tặng | nhóm 85``), the colon behind a prize (``giải Nhất: | Agribank Gia Lai``)."""
    if isinstance(opening.value, Form):
        return before.piece is Piece.GIVE and opening.value.group == AwardClass.FORM
    if not isinstance(before.value, Form):
        return False
    return opening.piece is Piece.GIVE or (opening.piece is Piece.COLON and before.value.group == AwardClass.PRIZE)


def _read_row(passage: Passage, elements: list[Element], opening: Element) -> list[Element]:
    """Read the row of recipients behind ``opening``, and return the pieces with those that were missing."""
    result, at = elements, opening.end
    while True:
        known = next((piece for piece in result if piece.start >= at and piece.piece is not Piece.COMMA), None)
        follows = known is not None and known.piece in _ROW and not passage.views.text[at : known.start].strip()
        bare = known is not None and isinstance(known.value, Group) and not (known.value.counted or known.value.several)
        element = None if follows and not bare else _won_by(passage, result, opening, at) or open_object(passage, result, at)
        if element is not None and (known is None or element.start <= known.start):
            result = sorted((*(piece for piece in result if piece.start != element.start), element), key=lambda piece: piece.start)
        elif known is not None and follows:
            element = _whole(passage, result, known)
            result = [element if piece is known else piece for piece in result] if element is not known else result
        else:
            return result
        at = element.end
        join = _JOINS.match(passage.views.canonical, at, passage.stop)
        if join is None or (element.piece is Piece.PERSON and "và" not in join.group()):
            return result  # ông A, Tổ trưởng tổ 5: where he belongs
        at = join.end()


def _won_by(passage: Passage, elements: Sequence[Element], opening: Element, at: int) -> Element | None:
    """Return the winner at ``at``, if ``opening`` introduces who has a prize: ``giải Đạo diễn xuất sắc thuộc về | Ana Torres``."""
    if opening.piece not in {Piece.TO, Piece.COLON} or at != opening.end:
        return None
    before = next((element for element in reversed(elements) if element.end <= opening.start), None)
    if before is not None and before.piece is Piece.RECEIVE:  # mang về cho | Ana Torres giải Nữ diễn viên xuất sắc
        form = next((element.value for element in elements if element.start >= at and element.piece is Piece.FORM), None)
    else:
        form = next((element.value for element in reversed(elements) if element.end <= opening.start and element.piece is Piece.FORM), None)
    if not isinstance(form, Form) or not (form.group == AwardClass.PRIZE or form.type == "danh-hieu"):
        return None
    return winner_in_row(passage, at, form.title) if opening.piece is Piece.COLON else winner_behind(passage, at, form.title)


_ROW = {Piece.BODY, Piece.GROUP, Piece.PERSON}


def _whole(passage: Passage, elements: Sequence[Element], body: Element) -> Element:
    """Return a body with the last words of its name, from which it was cut, if only words of a name follow up to a mark."""
    if body.piece is not Piece.BODY or body.value != passage.views.text[body.start : body.end]:
        return body
    match = _REST.match(passage.views.text, body.end, passage.stop)
    if match is None or _NO_WORD.search(passage.views.canonical, body.end, match.end("rest")):
        return body
    end = match.end("rest")
    if _PREDICATE.search(passage.views.canonical, body.end, end) or any(body.end < element.start < end for element in elements):
        return body
    return replace(body, end=end, value=passage.views.text[body.start : end])


@rule(
    "award.open_recipient",
    examples=[
        Example("[[Kíp trực số 2]], gồm 7 y, bác sĩ, được Sở Y tế tặng Bằng khen.", "Kíp trực số 2"),
        Example("Năm nay, [[khu dân cư Mỹ Lộc]] được nhận Bằng khen.", "khu dân cư Mỹ Lộc"),
        Example("Nhân dịp này, [[bản Nà Ún]] (xã Mường Lai) vinh dự đón nhận Bằng khen.", "bản Nà Ún"),
    ],
    counterexamples=[
        "Sáng kiến số 2 được Sở Y tế trao giải.",
        "Tháng 9 được chọn để trao giải.",
        "Việc của khu dân cư được xã khen.",
        "Ông Ba được tặng Bằng khen.",
    ],
    source="architecture/grammar.md §6.47",
)
def open_subjects(passage: Passage) -> Iterator[Finding]:
    """Yield the recipients before a verb of receiving that only their position shows; the value is the name."""
    for match in passage.matches(_VERB):
        element = open_subject(passage, (), match.start())
        if element is not None:
            yield Finding(Span(element.start, element.end), element.value)
            return


_VERB = re.compile(r"(?<!\w)(?:được|đón\s+nhận)(?!\w)")
