"""Constructions of an act of granting up to its award type: who acts, who receives, and where the verb is.

Each is one row of :data:`CONSTRUCTIONS`, a pattern over the signs of :mod:`chunks`; the first row that matches is the
construction of the clause. To add one, write its row before those that would take its example: example and counter-example are
run with those of the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.extraction.awards.acts.clause.chunks import Clause
from generator.extraction.awards.acts.clause.element import Element, Piece
from generator.extraction.awards.acts.clause.frames import Mode, is_counted
from generator.extraction.engine import Example


@dataclass(frozen=True, slots=True)
class Construction:
    """A construction of an act of granting.

    ``signs``: a pattern that ends at the award type. Its group ``verb`` is the verb (the award type itself without this group),
    ``cut`` is where the words before the predicate end (at the verb without this group), ``objects`` are the recipients between
    verb and award type. ``mode``: in ``active`` and ``nominal`` the granter precedes the cut; in ``passive`` and ``receive``
    the recipient precedes the cut and the granter follows it. ``of``: the award types to which it applies. ``one_predicate``:
    from the cut to the verb is a single predicate. ``words``: a pattern of all words between the last piece and the award type.

    In ``example`` brackets mark the award type; its value is the granter and the recipients, as far as they precede it.
    """

    id: str
    mode: Mode
    signs: str
    example: Example
    counterexample: str
    of: Literal["verb", "noun", "any"] = "any"
    one_predicate: bool = False
    words: str = ""


#: The words of a place in the final table, up to the prizes that gave it.
RANKS_WITH = (
    r"(?:\s+(?:đã|tạm|vươn\s+lên|xuất\s+sắc|tiếp\s+tục|đang)){0,2}\s+(?:dẫn\s+đầu|về\s+nhất|(?:xếp|đứng|giành|đạt)\s+(?:hạng\s+|vị\s+trí\s+|ngôi\s+)?(?:thứ\s+)?"
    r"(?:nhất|nhì|hai|ba|tư|\d)|nhất)(?:\s+toàn\s+đoàn)?(?:\s+[^\W\d]+){0,4}\s+với"
)

CONSTRUCTIONS = (
    Construction(
        "is praised",
        Mode.PASSIVE,
        r"(?P<cut>P)(?:[^PGR;:TFV]*|[^P;:TFV]*R[^PGR;:TFV]*)",
        Example("Dịp này, 12 hộ gia đình được UBND xã [[biểu dương]].", ("UBND xã", ("12 hộ gia đình",))),
        "Dịp này, UBND xã biểu dương 12 hộ gia đình.",
        of="verb",
        one_predicate=True,
    ),
    Construction(
        "is given",
        Mode.PASSIVE,
        r"(?P<cut>P)[^P;:TFV]*(?P<verb>G)[^GRP]*",
        Example("Dịp này, 7 tập thể được Sở Y tế tặng [[giấy khen]].", ("Sở Y tế", ("7 tập thể",))),
        "Sau khi dự án được duyệt và công trình hoàn thành, Sở Y tế tặng giấy khen cho 7 tập thể.",
        one_predicate=True,
    ),
    Construction(
        "gives praise",
        Mode.ACTIVE,
        r"P[^P]*(?P<verb>G)[^GRP]*",
        Example("Tỉnh được chọn làm điểm; Sở Y tế trao quyết định [[khen thưởng]] 3 tập thể.", ("Sở Y tế", ())),
        "Sở Y tế khen thưởng 3 tập thể.",
        of="verb",
    ),
    Construction(
        "praises",
        Mode.ACTIVE,
        r"",
        Example("Dịp này, UBND xã [[biểu dương]] 12 hộ gia đình.", ("UBND xã", ())),
        "Dịp này, 12 hộ gia đình được UBND xã biểu dương.",
        of="verb",
    ),
    Construction(
        "is brought",
        Mode.ACTIVE,
        r"(?P<verb>R)_{0,3}T(?P<objects>[HB])",
        Example("Vai diễn này mang về cho ông Lê Văn Bình [[giải Nam diễn viên xuất sắc]].", (None, ("Lê Văn Bình",))),
        "Ông Lê Văn Bình mang về cho tỉnh giải Nam diễn viên xuất sắc.",
        of="noun",
        words=r"\s*(?:tấm\s+|chiếc\s+|một\s+)?[\s\"'“]*",
    ),
    Construction(
        "is honoured to receive",
        Mode.RECEIVE,
        r"(?P<cut>P)[^P;:TFVN]*(?P<verb>R)[^GRP]*",
        Example("Dịp này, 5 cá nhân vinh dự được nhận [[bằng khen]].", (None, ("5 cá nhân",))),
        "Hội thi chọn được 3 tác phẩm đạt giải A.",
        of="noun",
        one_predicate=True,
    ),
    Construction(
        "receives",
        Mode.RECEIVE,
        r"(?P<verb>R)[^GR]*",
        Example("9 đảng viên đón nhận [[Huy hiệu 30 năm tuổi Đảng]].", (None, ("9 đảng viên",))),
        "Đảng ủy xã trao Huy hiệu 30 năm tuổi Đảng cho 9 đảng viên.",
        of="noun",
    ),
    Construction(
        "gives one who is named",
        Mode.ACTIVE,
        r"(?P<verb>G)(?P<objects>[HB])",
        Example("Dịp này, UBND tỉnh tặng ông Lê Văn Bình [[bằng khen]].", ("UBND tỉnh", ("Lê Văn Bình",))),
        "Dịp này, UBND tỉnh tặng bằng khen cho ông Lê Văn Bình.",
        of="noun",
    ),
    Construction(
        "gives a title to one who is named",
        Mode.ACTIVE,
        r"(?P<verb>G)(?P<objects>[HB])_{2,4}",
        Example("Chủ tịch nước tặng ông Lê Văn Bình danh hiệu [[Anh hùng Lao động]].", ("Chủ tịch nước", ("Lê Văn Bình",))),
        "Chủ tịch nước tặng danh hiệu Anh hùng Lao động cho ông Lê Văn Bình.",
        of="noun",
        words=r"\s*danh hiệu(?:\s+cao quý)?[\s\"'“]*",
    ),
    Construction(
        "recognises as",
        Mode.ACTIVE,
        r"(?P<verb>G)_{0,2}(?P<objects>(?:[NMKHB][,;&]{0,2}){1,8})_{1,3}",
        Example("Dịp này, Sở Y tế công nhận Khoa Nhi là [[Tập thể lao động xuất sắc]].", ("Sở Y tế", ("Khoa Nhi",))),
        "Dịp này, Sở Y tế tặng Khoa Nhi là tập thể có nhiều cố gắng Bằng khen.",
        of="noun",
        words=r"\s*là(?:\s+danh\s+hiệu)?[\s\"'“]*",
    ),
    Construction(
        "gives a number",
        Mode.ACTIVE,
        r"(?P<verb>G)(?P<objects>[^GR]*N)",
        Example("Sở Y tế trao tặng 12 tập thể, 20 cá nhân [[Bằng khen]].", ("Sở Y tế", ("12 tập thể", "20 cá nhân"))),
        "Sở Y tế trao tặng Bằng khen cho 12 tập thể, 20 cá nhân.",
        of="noun",
    ),
    Construction(
        "gives",
        Mode.ACTIVE,
        r"(?P<verb>G)[^GR]*",
        Example("Đảng ủy xã trao [[giấy khen]] cho 12 đảng viên.", ("Đảng ủy xã", ())),
        "12 đảng viên được Đảng ủy xã trao giấy khen.",
        of="noun",
    ),
    Construction(
        "ranks with",
        Mode.RECEIVE,
        r"_{2,14}",
        Example("Kết thúc giải, Đoàn thể thao Hà Nam dẫn đầu với [[12 HCV]].", (None, ("Đoàn thể thao Hà Nam",))),
        "Kết thúc giải, Đoàn thể thao Hà Nam ra quân với 12 HCV.",
        of="noun",
        words=RANKS_WITH + r"\s+",
    ),
    Construction(
        "has had",
        Mode.RECEIVE,
        r"(?P<cut>P)_{0,5}",
        Example("Năm ngoái, ông Lê Văn Bình được [[bằng khen]] của Bộ Y tế.", (None, ("Lê Văn Bình",))),
        "Danh sách được công bố gồm bằng khen của Bộ Y tế cho ông Lê Văn Bình.",
        of="noun",
        words=r"\s*(?:một\s+|tấm\s+|\d+\s+|nhiều\s+)?(?:tấm\s+)?[\s\"'“]*",
    ),
    Construction(
        "has had by somebody",
        Mode.PASSIVE,
        r"(?P<cut>P)B",
        Example("Năm ngoái, ông Lê Văn Bình được Sở Y tế [[bằng khen]].", ("Sở Y tế", ("Lê Văn Bình",))),
        "Năm ngoái, ông Lê Văn Bình được Sở Y tế mời nhận bằng khen.",
        of="noun",
        words=r"\s*",
    ),
    Construction(
        "names the form",
        Mode.NOMINAL,
        r"",
        Example("Kết quả: [[Bằng khen]] cho 3 tập thể.", (None, ())),
        "Sở Y tế trao Bằng khen cho 3 tập thể.",
        of="noun",
    ),
)


def _of_row(inside: tuple[Element, ...]) -> tuple[Element, ...]:
    """Return the recipients of a row between verb and award type: the counted ones, else the named ones."""
    counted = tuple(element for element in inside if is_counted(element))
    return counted or tuple(element for element in inside if element.piece in {Piece.BODY, Piece.PERSON})


@dataclass(frozen=True, slots=True)
class Parse:
    """A clause read by a construction.

    ``cut`` is the index of the first element of the predicate, ``verb`` the offset where its verb begins, ``objects`` the
    recipients between verb and award type.
    """

    construction: Construction
    clause: Clause
    cut: int
    verb: int
    objects: tuple[Element, ...] = ()


@lru_cache(maxsize=2)
def _patterns(*, verb: bool) -> tuple[tuple[Construction, re.Pattern[str], re.Pattern[str] | None], ...]:
    return tuple(
        (construction, re.compile(construction.signs + "$"), re.compile(construction.words) if construction.words else None)
        for construction in CONSTRUCTIONS
        if construction.of in ("any", "verb" if verb else "noun")
    )


def parse(clause: Clause) -> Parse:
    """Return the construction of a clause and the places of its parts; the last row for each class of award type always matches."""
    for construction, pattern, words in _patterns(verb=clause.is_verb):
        match = pattern.search(clause.signs)
        if match is None or (words is not None and words.fullmatch(clause.last_words) is None):
            continue
        groups = match.groupdict()
        verb = clause.places[match.start("verb") if "verb" in groups else -1]
        cut = clause.places[match.start("cut")] if "cut" in groups else verb
        if construction.one_predicate and not _is_one_predicate(clause, cut, verb):
            continue
        objects: tuple[Element, ...] = ()
        if "objects" in groups:
            inside = clause.elements[clause.places[match.start("objects")] : clause.places[match.end("objects")]]
            objects = inside if len(inside) == 1 else _of_row(inside)
        return Parse(construction, clause, cut, clause.start_of(verb), objects)
    raise AssertionError  # unreachable: the last rows always match


_PRAISE_TOO = re.compile(
    r"(?:biểu\s+dương|tuyên\s+dương|vinh\s+danh|tôn\s+vinh|khen\s+ngợi|ghi\s+nhận|đánh\s+giá\s+cao|chúc\s+mừng|khen)\s*(?:và|,)$"
)
_LONGEST = 7  # unread words in a predicate


def _is_one_predicate(clause: Clause, passive: int, verb: int) -> bool:
    """Return whether ``được`` and the verb form a single predicate: between them are at most the granter and a few words."""
    passage, canonical = clause.passage, clause.passage.views.canonical
    between, begins = clause.elements[passive + 1 : verb], clause.elements[passive].end
    loose = canonical[begins : clause.start_of(verb)]
    for element in between:
        loose = loose.replace(canonical[element.start : element.end], " ", 1)
    named = _is_row_of_names(passage.views.text[begins : clause.start_of(verb)])
    for index, element in enumerate(() if named or "đề nghị" in loose else between):
        opening = passage.views.text[begins : element.start].strip()
        if _PRAISE_TOO.search(canonical, begins, element.end):
            continue  # được G biểu dương và tặng F
        if element.piece is Piece.COMMA and not _joins_bodies(between, index) and not (opening.isalpha() and opening[:1].isupper()):
            return False  # được Đảng, Nhà nước tặng: two granters; được chọn, UBND tặng: another clause
    words = loose.split()
    return len(words) <= _LONGEST and words[:1] not in (["sự"], ["biết"])


def _is_row_of_names(words: str) -> bool:
    """Return whether all parts of a row are names in capitals: ``được Đảng, Nhà nước, TP Hà Nội tặng``."""
    parts = [part.strip() for part in re.split(r",|\svà\s", words)]
    return len(parts) > 1 and all(part[:1].isupper() and len(part.split()) <= _LONGEST for part in parts)


def _joins_bodies(elements: tuple[Element, ...], index: int) -> bool:
    """Return whether a comma or 'và' joins two granters: ``được Tổng cục Chính trị và Trung ương Đoàn tặng``."""
    around = elements[index - 1 : index] + elements[index + 1 : index + 2]
    return len(around) == 2 and all(element.piece is Piece.BODY for element in around)
