"""The constructions that state ratings, each with texts in which it must find a rating and texts in which it must not.

To add one, write its example here and let the test fail; then find the phase that misses it:

- a word for a level: ``lexicon/data/rating-levels.yml``; a kind of subject: ``recipients.yml``;
- a word between a number and its level: ``rating-cues.yml``, groups ``link`` (level, then number) and ``appraise`` (number,
  then level);
- a new shape of number: ``pieces.numbers_in``, or ``composites`` for a count with its percentage;
- a cost, if the wrong number is assigned: ``assignment``; sums: ``arithmetic``;
- target or result, norms, reasons of awards: ``scopes``; the subject of 'đồng chí' or of an omitted word: ``register``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.extraction.clauses import text_of_lines
from generator.extraction.engine import Example, Finding, Passage, rule
from generator.extraction.ratings.article import ratings
from generator.extraction.ratings.levels import levels_in
from generator.model.span import Span


@rule(
    "rating.level",
    examples=[
        Example("13 tập thể [[hoàn thành xuất sắc nhiệm vụ]]", ("hoan-thanh-xuat-sac", False)),
        Example("đảng viên [[hoàn thành tốt nhiệm vụ trở lên]] là 98%", ("hoan-thanh-tot", True)),
        Example("1 chi bộ [[không hoàn thành nhiệm vụ]]", ("khong-hoan-thanh", False)),
        Example("24 chi bộ đạt [[trong sạch vững mạnh]]", ("trong-sach-vung-manh", False)),
        Example("21 [[hoàn thành tốt]], 2 hoàn thành nhiệm vụ", ("hoan-thanh-tot", False)),
    ],
    counterexamples=["hoàn thành tốt nhiệm vụ được giao", "xây dựng lực lượng trong sạch, vững mạnh toàn diện", "hoàn thành kế hoạch"],
    source="lexicons rating-levels and rating-cues",
)
def rating_levels(passage: Passage) -> Iterator[Finding]:
    """Yield levels of the yearly appraisal; the value is (level, at least)."""
    for level in levels_in(passage):
        yield Finding(Span(level.start, level.end), (level.level, level.at_least))


def _by(id: str) -> Callable[[Passage], Iterator[Finding]]:
    def find(passage: Passage) -> Iterator[Finding]:
        for rating in ratings(text_of_lines(passage)):
            if rating.rule == id:
                for span in rating.evidence:
                    yield Finding(span, (rating.subject, rating.level, rating.count, rating.percent, rating.kind))

    return find


def _construction(id: str, examples: list[Example], counterexamples: list[str], source: str) -> None:
    rule(id, examples=examples, counterexamples=counterexamples, source=source)(_by(id))


_construction(
    "rating.number_before",
    [
        Example("Có [[8 chi bộ hoàn thành xuất sắc nhiệm vụ]].", ("chi-bo", "hoan-thanh-xuat-sac", 8, None, "result")),
        Example("Phấn đấu [[90% đảng viên hoàn thành tốt nhiệm vụ]].", ("dang-vien", "hoan-thanh-tot", None, 90, "target")),
        Example("[[21 trong tổng số 24 chi bộ hoàn thành tốt nhiệm vụ]].", ("chi-bo", "hoan-thanh-tot", 21, None, "result")),
        Example(
            "Có 8 chi bộ hoàn thành xuất sắc nhiệm vụ, [[21 hoàn thành tốt]] và 2 hoàn thành nhiệm vụ.",
            ("chi-bo", "hoan-thanh-tot", 21, None, "result"),
        ),
        Example("Có [[8 chi bộ hoàn thành xuất sắc nhiệm vụ (17,4%]]).", ("chi-bo", "hoan-thanh-xuat-sac", 8, 17.4, "result")),
    ],
    [
        "Các chi bộ hoàn thành tốt nhiệm vụ được giao.",
        "Công ty hoàn thành 105% kế hoạch.",
        "Luật quy định một người lính bị trục xuất nếu không đủ tư cách hoàn thành nhiệm vụ.",
        "Huyện ủy khen thưởng 6 đảng bộ và 9 đảng viên hoàn thành xuất sắc nhiệm vụ.",
    ],
    "grammar.md §6 patterns 13, 15, 16; read in articles",
)
_construction(
    "rating.number_behind",
    [
        Example("[[Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ có 41]].", ("to-chuc-co-so-dang", "hoan-thanh-tot", 41, None, "result")),
        Example(
            "Có 23/23 chi bộ được đánh giá: [[hoàn thành xuất sắc nhiệm vụ 04 chi bộ]], hoàn thành tốt nhiệm vụ 19 chi bộ.",
            ("chi-bo", "hoan-thanh-xuat-sac", 4, None, "result"),
        ),
        Example(
            "Trong 1.250 đảng viên, số [[hoàn thành xuất sắc nhiệm vụ là 190 đồng chí, chiếm 15,2%]].",
            ("dang-vien", "hoan-thanh-xuat-sac", 190, 15.2, "result"),
        ),
    ],
    ["Đảng bộ hoàn thành tốt nhiệm vụ; 12 chi bộ mới được thành lập."],
    "grammar.md §6 pattern 13; read in articles",
)
_construction(
    "rating.none",
    [
        Example(
            "Năm 2022, [[không có chi, đảng bộ trực thuộc nào không hoàn thành nhiệm vụ]].",
            ("chi-dang-bo", "khong-hoan-thanh", 0, None, "result"),
        )
    ],
    ["Đơn vị không có khả năng hoàn thành tốt nhiệm vụ."],
    "grammar.md §7.11; read in articles",
)
_construction(
    "rating.named_unit",
    [
        Example("Năm 2022, [[Chi bộ Kho vận được xếp loại hoàn thành tốt nhiệm vụ]].", ("chi-bo", "hoan-thanh-tot", 1, None, "result")),
        Example("[[Chi bộ Viện: Hoàn thành tốt nhiệm vụ]].", ("chi-bo", "hoan-thanh-tot", 1, None, "result")),
    ],
    ["Chi bộ Kho vận hoàn thành tốt nhiệm vụ."],
    "read in articles",
)
_construction(
    "rating.norm",
    [
        Example(
            "Tỷ lệ [[đảng viên hoàn thành tốt nhiệm vụ là 97% (Nghị quyết đề ra ít nhất 95%]]).",
            ("dang-vien", "hoan-thanh-tot", None, 95, "target"),
        ),
        Example(
            "Tỷ lệ [[đảng viên hoàn thành tốt nhiệm vụ đạt 97%, vượt chỉ tiêu 95%]] đề ra.",
            ("dang-vien", "hoan-thanh-tot", None, 95, "target"),
        ),
    ],
    ["Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ là 97%."],
    "grammar.md §6 pattern 14, §7.3; read in articles",
)
_construction(
    "rating.other_year",
    [
        Example(
            "Năm 2023, [[đảng viên hoàn thành tốt nhiệm vụ chiếm 90% (năm 2022 là 88%]]).",
            ("dang-vien", "hoan-thanh-tot", None, 88, "result"),
        )
    ],
    ["Năm 2023, đảng viên hoàn thành tốt nhiệm vụ chiếm 90% (năm 2022 đại hội)."],
    "grammar.md §7.3",
)
_construction(
    "rating.brief_list",
    [
        Example("Kết quả [[xếp loại chi bộ năm 2022:]] xuất sắc 12, tốt 25.", ("chi-bo", "hoan-thanh-xuat-sac", 12, None, "result")),
        Example("Kết quả đánh giá đảng viên: xuất sắc 40 (16%), [[tốt 210 (84%)]].", ("dang-vien", "hoan-thanh-tot", 210, 84, "result")),
    ],
    ["Xếp loại học lực học sinh: xuất sắc 12, tốt 25.", "Xếp loại chi bộ: tốt 25.", "Đề tài được đánh giá: xuất sắc 2, tốt 3."],
    "architecture/grammar.md §6 pattern 13",
)
_construction(
    "rating.graded_list",
    [
        Example("Loại [[xuất sắc: 5 tập thể]], 40 cá nhân. Loại tốt: 12 tập thể.", ("tap-the", "hoan-thanh-xuat-sac", 5, None, "result")),
        Example("Mức xuất sắc: 4 chi bộ (20%); mức [[tốt: 16 chi bộ (80%)]].", ("chi-bo", "hoan-thanh-tot", 16, 80, "result")),
    ],
    [
        "Loại tốt: 12 tập thể.",
        "Xếp loại rèn luyện: Loại xuất sắc: 5 cá nhân. Loại tốt: 12 cá nhân.",
        "Loại tốt: 2 công trình. Loại xuất sắc: 1 công trình.",
    ],
    "architecture/grammar.md §6 pattern 13",
)
_construction(
    "rating.table",
    [
        Example("| Đối tượng | HTXSNV | HTTNV |\n| [[Chi bộ]] | 3 | 8 |", ("chi-bo", "hoan-thanh-xuat-sac", 3, None, "result")),
        Example("Đối tượng\nHTXSNV\nHTTNV\nChi bộ\n[[3]]\n8", ("chi-bo", "hoan-thanh-xuat-sac", 3, None, "result")),
    ],
    ["HTXSNV\nHTTNV\nChi bộ họp ba lần.", "| Đối tượng | HTXSNV | HTTNV |\n| Đề tài | tốt | khá |"],
    "read in articles",
)
_construction(
    "rating.roll",
    [
        Example(
            "| 1 | [[Chi bộ Khối 1 | Hoàn thành tốt nhiệm vụ]] |\n| 2 | Chi bộ Khối 2 | Hoàn thành tốt nhiệm vụ |",
            ("chi-bo", "hoan-thanh-tot", 2, None, "result"),
        ),
    ],
    ["| 1 | Chi bộ Khối 1 | Hoàn thành tốt nhiệm vụ |", "| 1 | Đề tài Khối 1 | HTTNV |\n| 2 | Đề tài Khối 2 | HTTNV |"],
    "read in articles",
)
_construction(
    "rating.attained",
    [
        Example(
            "Nghị quyết đề ra chỉ tiêu có [[85% chi bộ hoàn thành tốt nhiệm vụ trở lên, kết quả năm 2022 đạt 91,3%]].",
            ("chi-bo", "hoan-thanh-tot", None, 91.3, "result"),
        )
    ],
    ["Có 85% chi bộ hoàn thành tốt nhiệm vụ trở lên, kết quả thu ngân sách đạt 91,3%."],
    "grammar.md §6 pattern 14",
)
_construction(
    "rating.referred",
    [
        Example(
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ là 77,8%. [[Tỷ lệ này ở đảng viên là 80,1%]].",
            ("dang-vien", "hoan-thanh-tot", None, 80.1, "result"),
        )
    ],
    ["Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ là 77,8%. Tỷ lệ hộ nghèo còn 2,1%."],
    "architecture/grammar.md §6 pattern 13",
)
