"""Where an award's recipients begin behind it: ``bằng khen cho …``, ``tuyên dương 3 tập thể``, ``Huy hiệu 40 năm: 2 đồng chí``.

The constructions are rows of :mod:`opening_rows`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.extraction.awards.acts.clause.chunks import UNREAD, Sequel
from generator.extraction.awards.acts.clause.element import Piece
from generator.extraction.awards.acts.clause.frames import RECIPIENT_FIRST, Mode
from generator.extraction.awards.acts.sides.opening_rows import OPENINGS, Opening
from generator.lexicon.award_classes import AwardClass

_LONGEST = 12  # unread words between an award type and its recipients
_LONGEST_SUCCESS = 18  # the same where they state a success of the recipients

#: What may come first: a colon, an aside up to the link (``và phần thưởng cho``, ``, phần thưởng cao quý của Nhà nước, cho``), another verb
#: if nobody has received yet.
_ASIDE = r"_*[,&]_{0,5}(?:[,&]_{0,4})?(?=T)|,_{3,8}B?,(?=T)"


#: A verb of receiving that opens the sentence, up to the award type.
_HEADS = re.compile(
    r"[\s\"'*+-]*(?:(?:vừa|mới|từng|xuất\s+sắc|vinh\s+dự|liên\s+tục|liên\s+tiếp)\s+){0,2}"
    r"(?:đạt|đoạt|giành|nhận|đón\s+nhận|được\s+(?:[^\s,;:.]+\s+){0,6}?(?:trao|tặng|trao\s+tặng|phong\s+tặng|nhận))(?:\s+được)?\s+(?:danh\s+hiệu\s+)?[\"']?"
)


@dataclass(frozen=True, slots=True)
class Begins:
    """Where recipients begin: ``at`` is the first element to read, ``object`` the offset behind ``cho``, if there is one."""

    opening: Opening
    at: int
    object: int | None


@lru_cache(maxsize=32)
def _patterns(group: str, mode: Mode, *, badge: bool, held: bool) -> tuple[tuple[Opening, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Return the rows for a class of award type; ``held``: a recipient already precedes it, so a further verb begins another clause."""
    skipped = [r"_*:", _ASIDE]
    if not held:
        skipped.append(r"_{0,6}K?[GP](?!(?<=G)[NMKHB])")  # HCB cá nhân được trao cho
    if group == AwardClass.VERB:
        skipped.append(r"_*,")
    if mode == Mode.ACTIVE:
        skipped.append("V")
    rows = []
    for opening in OPENINGS:
        fits = group in opening.of or (badge and "badge" in opening.of)
        if fits and mode in opening.modes and not (held and opening.id != "handed to" and opening.id != "behind a colon"):
            signs = rf"(?:{'|'.join(skipped)}){{0,4}}(?P<begins>{opening.signs})"
            rows.append((opening, re.compile(signs), re.compile(opening.words) if opening.words else None))
    return tuple(rows)


def begins_behind(sequel: Sequel, mode: Mode, *, held: bool) -> Begins | None:
    """Return where an award's recipients begin; None if none follow. ``held``: a recipient precedes it."""
    form = sequel.form
    badge = form.type == "huy-hieu-dang" and form.rank is not None
    for opening, pattern, words in _patterns(form.group, mode, badge=badge, held=held and mode in RECIPIENT_FIRST):
        match = pattern.match(sequel.signs)
        if (
            match is None
            or sequel.signs.count(UNREAD, 0, match.end()) > (_LONGEST_SUCCESS if opening.type else _LONGEST)
            or (opening.names and form.words == "khen")
        ):
            continue
        last = sequel.places[match.end() - 1]
        if words is not None and words.fullmatch(_words_before(sequel, last)) is None:
            continue
        if opening.type and opening.type != form.type:
            continue
        if opening.heads and _HEADS.fullmatch(sequel.passage.views.canonical, sequel.passage.start, form.start) is None:
            continue
        if opening.then and re.search(opening.then, sequel.passage.views.canonical[form.end : sequel.passage.stop]) is None:
            continue
        element = sequel.elements[last]
        if element.piece in {Piece.TO, Piece.GIVE}:
            return Begins(opening, last + 1, element.end if element.piece is Piece.TO else None)
        return Begins(opening, last, None)
    return None


def _words_before(sequel: Sequel, index: int) -> str:
    canonical = sequel.passage.views.canonical
    return " ".join(canonical[sequel.elements[index - 1].end : sequel.elements[index].start].split())
