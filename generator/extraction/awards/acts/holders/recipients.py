"""The kind, number and names of a recipient of a frame."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Frame, Item, Mode
from generator.extraction.awards.acts.holders.holders import office_of
from generator.extraction.awards.forms.form import Form
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import Group, kind_in_article
from generator.extraction.names.references.named import Named
from generator.lexicon.award_classes import AwardClass
from generator.lexicon.load import alternatives, lexicon
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.facts import AwardStatus
from generator.text.folding import canonical
from generator.text.sentences import UPPER

Recipient = tuple[str, int | None, tuple[str, ...]]

#: Prizes that several won together: 2.278 thí sinh đoạt giải với 93 giải Nhất.
WITH = re.compile(r"\svới\s+$")
#: An indefinite number with something in common: nhiều trường đạt F, các phòng đều đạt F.
_EVERYONE = re.compile(r"^nhiều\s|(?<!\w)đều\s")
_VAGUE = re.compile(r"một\s+số|nhiều")
#: Kinds that mean a single recipient without number or quantifier: tập thể được tặng …
_ONE = {"tập thể", "đơn vị", "tập thể đơn vị", "gia đình"}


#: Titles in plain words that every good pupil or teacher has: they are an award only if counted.
_SCHOOL_TITLES = ("học sinh ", "sinh viên ", "giáo viên ")


def recipient_of(passage: Passage, frame: Frame, item: Item) -> Recipient | None:
    """Return kind (an id of lexicon ``recipients``), number (None if not stated) and names; None if nobody is meant."""
    form, element = frame.form, item.element
    if element.piece is Piece.GROUP:
        found = _group(passage, frame, item)
    elif element.piece is Piece.PERSON and (_is_praise(frame) or form.words.startswith((*_SCHOOL_TITLES, "đơn vị anh hùng"))):
        found = None
    else:
        office = office_of(passage, element)
        if element.piece is Piece.BODY and office is None and is_of_persons(form):
            return None  # Bệnh viện đón nhận danh hiệu Thầy thuốc ưu tú: its people hold it
        name = element.value.name if isinstance(element.value, Named) else cast(str, element.value)
        name = name if office is None else " ".join(office.of(passage.views.text).split())
        found = (named_kind(passage, item, form), 1, (name, *item.names))
    if found is not None and form.type == "huy-hieu-dang":
        return "dang-vien", found[1], found[2]
    return found


def is_of_persons(form: Form) -> bool:
    """Return whether only a person can hold an award: ``Thầy thuốc ưu tú``."""
    return form.group == AwardClass.TITLE and lexicon("award-types").by_id[form.type].get("recipient") in PERSONS


def _is_praise(frame: Frame) -> bool:
    """Return whether a mention of a person is only praise: ``Bác khen cháu``, a show's winner ``được vinh danh``."""
    return frame.form.words in {"khen", "khen tặng"} or (frame.form.words == "vinh danh" and frame.granter is None)


def _listed(passage: Passage, item: Item) -> int | None:
    """Return how many a closed list behind a colon names (``các đơn vị: A, B và C``), posts apart (``A, Bí thư Chi bộ B; C``); None
    if it is open or cannot be counted."""
    text = passage.views.text[item.element.end : item.end].strip(" ,;.")
    if not text.startswith(":") or text.endswith(("…", "..")):
        return None
    pieces = [piece.strip() for piece in re.split(rf",|;|\svà\s(?=[{UPPER}])", text[1:])]
    if cast(Group, item.element.value).kind in PERSONS:
        pieces = [piece for piece in pieces if _post().match(canonical(piece)) is None]
    return len(pieces) if len(pieces) > 1 and all(piece[:1].isupper() and len(piece.split()) <= 12 for piece in pieces) else None


@lru_cache(maxsize=1)
def _post() -> re.Pattern[str]:
    return re.compile(alternatives(tuple(lexicon("roles").by_variant)))


def _group(passage: Passage, frame: Frame, item: Item) -> Recipient | None:
    form, element, group = frame.form, item.element, cast(Group, item.element.value)
    words, names = passage.views.canonical[element.start : element.end], tuple(item.names) or group.names
    if group.name is not None:
        return group.kind, 1, (group.name,)
    count = group.count
    if count is None and form.count is not None and not (frame.mode in RECIPIENT_FIRST and words == group.words and words in _ONE):
        count = form.count  # 23 Bằng khen cho các tập thể và cá nhân
    elif form.group == AwardClass.PRIZE and form.count is not None and WITH.search(passage.views.canonical, passage.start, form.start):
        count = form.count  # 2.278 thí sinh đoạt giải với 93 giải Nhất
    if count is None and group.several and names:
        count = _listed(passage, item)
    if form.group == AwardClass.VERB and count is None and not names:
        return None  # praise of nobody in particular
    if group.count is None and len(frame.items) > 1 and _VAGUE.match(words):
        return None  # … và một số cá nhân khác: nobody in particular
    if count is None and words == group.words and words in _ONE:
        count = max(1, len(names))  # cho mỗi tập thể, gồm A, B
    if (
        count is None
        and not names
        and _is_nobody(frame, group.kind, everyone=_EVERYONE.search(passage.views.canonical[element.start : frame.form.start]) is not None)
    ):
        return None
    return group.kind, count, names


def _is_nobody(frame: Frame, kind: str, *, everyone: bool) -> bool:
    """Return whether a kind without number or names refers to nobody: ``mẫu giấy khen cho học sinh`` is a thing, not an act."""
    return (
        (frame.form.group == AwardClass.TITLE and not everyone)
        or (frame.mode == Mode.NOMINAL and frame.follows is None)
        or frame.status == AwardStatus.PROPOSED
        or frame.form.type == "bang-cong-nhan"
        or kind == "khac"
    )


#: Kinds that the text's own word before a name, or behind its comma, states of the person.
_SAID = {"hoc-sinh", "giao-vien", "nguoi-lao-dong", "dang-vien", "doan-vien", "hoi-vien", "can-bo"}


#: A household named by its head, or by whom it lost: hộ ông A, gia đình liệt sĩ B.
_HOUSEHOLD = re.compile(
    r"(?<!\w)(?:hộ|gia\s+đình|hộ\s+gia\s+đình)\s+(?:(?:các\s+)?(?:liệt\s+s[ĩỹ]|thương\s+binh|bệnh\s+binh|cựu\s+chiến\s+binh)\s+)?"
    r"(?:(?:các\s+)?(?:ông|bà|anh|chị|cụ|đồng\s+chí)\s+)?$"
)
_CLASS = re.compile(r"\s*[,(]?\s*lớp\s+\d")


@lru_cache(maxsize=1)
def _said() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return three patterns of a kind's word near a name: at its beginning (``công nhân Xí nghiệp B Lê Văn A``), before it
    (``công nhân Lê Văn A``) and behind it (``anh Lê Văn A, tài xế taxi``). Positions are not kinds."""
    known = lexicon("recipients").by_variant
    words = [
        word for word, entry in known.items() if (entry.id in _SAID and "bí thư" not in word and "tịch" not in word) or word == "thí sinh"
    ]
    kind = rf"(?P<kind>{alternatives(words)})"
    alone = rf"(?P<kind>{alternatives([word for word in words if known[word].id != 'can-bo'])})"
    return (
        re.compile(kind),
        re.compile(rf"{kind}(?:\s+(?:ông|bà|anh|chị|em|cô|thầy|nam|nữ|trẻ|nghèo|giỏi|tiêu\s+biểu))?\s*$"),
        re.compile(rf"\s*[,(]\s*(?:(?:là|nguyên)\s+)?{alone}(?!\s*(?:,|và\s))"),
    )


def _person_kind(passage: Passage, element: Element, person: Named) -> str | None:
    if person.pupil:
        return "hoc-sinh"
    opening, before, behind = _said()
    canonical = passage.views.canonical
    if _HOUSEHOLD.search(canonical, max(passage.start, person.first - 48), person.first):
        return "ho-gia-dinh"
    match = before.search(canonical, max(passage.start, person.first - 60), person.first)
    match = match or opening.match(canonical, element.start, person.first) or behind.match(canonical, person.end, passage.stop)
    if match is None:
        return "hoc-sinh" if _CLASS.match(canonical, person.end, passage.stop) else None
    words = " ".join(match["kind"].split())
    return kind_in_article(passage.views, lexicon("recipients").entry_of(words).id, words)


def is_bare_name(element: Element) -> bool:
    """Return whether a person is referred to by name alone, so that the word before a row applies to each."""
    return isinstance(element.value, Named) and element.start == element.value.first


def named_kind(passage: Passage, item: Item, form: Form) -> str:
    """Return the kind of a named recipient, by the words around the name."""
    if isinstance(item.element.value, Named):
        return _person_kind(passage, item.element, item.element.value) or ("dang-vien" if form.type == "huy-hieu-dang" else "ca-nhan")
    if office_of(passage, item.element) is not None:
        return "ca-nhan"
    words = passage.views.canonical[item.element.start : item.element.end]
    if words.startswith(("cđcs ", "công đoàn cơ sở ")):
        return "cong-doan-co-so"
    return "dang-bo" if words.startswith("đảng bộ") and "," not in words else "chi-bo" if words.startswith("chi bộ") else "tap-the"


def is_mere_share(frame: Frame, item: Item) -> bool:
    """Return whether an item is only part of a whole of the same kind: ``30 cán bộ, trong đó có 17 cán bộ cấp tỉnh, còn lại …``."""
    whole = cast(Item, item.part_of).element.value
    parts = [recipient.element.value for recipient in frame.items if recipient.part_of is item.part_of]
    if not isinstance(whole, Group) or whole.count is None or len(parts) != 1 or not isinstance(parts[0], Group):
        return False
    return parts[0].kind == whole.kind and (parts[0].count or 0) < whole.count


def only_part_of(passage: Passage, frame: Frame, whole: Frame) -> bool:
    """Return whether a frame only states a part of the recipients of the act before it: ``244 cá nhân. Trong đó có 61 nữ công nhân``."""
    parts, wholes = ([item.element.value for item in act.items] for act in (frame, whole))
    if len(parts) != 1 or len(wholes) != 1 or not isinstance(parts[0], Group) or not isinstance(wholes[0], Group):
        return False
    part, all_of_them = parts[0], wholes[0]
    if part.names or frame.items[0].names or ":" in passage.views.canonical[frame.items[0].element.end : passage.stop]:
        return False  # trong đó có 4 người của tỉnh: A, B, C và D
    alike = part.kind == all_of_them.kind or {part.kind, all_of_them.kind} <= PERSONS
    return frame.form is whole.form and alike and 0 < (part.count or 0) < (all_of_them.count or 0)


def is_counted_form(passage: Passage, frame: Frame, *, follows: bool) -> bool:
    """Return whether the number counts the award itself: ``208 Huy hiệu Đảng``, ``500 chiến sĩ thi đua``."""
    if frame.mode == Mode.NOMINAL:
        return frame.form.group == AwardClass.FORM or (frame.form.group in {AwardClass.PRIZE, AwardClass.TITLE} and follows)
    if frame.mode in RECIPIENT_FIRST and frame.form.group in {AwardClass.FORM, AwardClass.PRIZE}:
        return False  # one receiver of three prizes
    if frame.form.group == AwardClass.TITLE and frame.mode == Mode.ACTIVE:
        return _RECOGNISES.match(passage.views.canonical, frame.predicate, frame.form.start) is not None
    return frame.form.group in {AwardClass.FORM, AwardClass.PRIZE} or (frame.form.group == AwardClass.TITLE and frame.mode == Mode.RECEIVE)


#: công nhận 5 Chiến sĩ thi đua cơ sở
_RECOGNISES = re.compile(r"(?:công\s+nhận|phong\s+tặng|trao\s+danh\s+hiệu)\s+$")
