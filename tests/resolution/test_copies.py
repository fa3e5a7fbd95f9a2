"""The same article twice is one; two yearly reports with one set of formulas are two."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Article
from generator.model.correction import Action, Correction
from generator.model.facts import Event, Facts
from generator.model.span import Span
from generator.resolution.assembly import assemble
from generator.resolution.events.copies import LEAST_WORDS, merge_copies, same_text, wording
from generator.text.normalization import archived
from tests.rendering.made import BYLINE, CAPTION, FURNITURE, PARAGRAPH, TITLE, article, award, host

BODY = (
    "Sáng 12/1/2024, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2023. Dự hội nghị có đồng chí "
    "Trần Thị Thủy, Bí thư Đảng ủy phường, cùng bí thư các chi bộ khu phố. Trong năm, các chi bộ giữ nền nếp sinh hoạt, làm tốt việc "
    "nắm dư luận và vận động nhân dân. Tại hội nghị, Đảng ủy phường tặng giấy khen cho hai chi bộ và 26 đảng viên hoàn thành xuất sắc "
    "nhiệm vụ. Phát biểu bế mạc, đồng chí Bí thư Đảng ủy đề nghị các chi bộ sớm khắc phục những hạn chế đã nêu trong báo cáo."
)


def of(body: str, path: str = "seeds/a.txt") -> Article:
    return article((TITLE, "Hội nghị tổng kết"), (PARAGRAPH, archived(body)), path=path)


def edited(*changes: tuple[str, str]) -> str:
    body = BODY
    for old, new in changes:
        assert old in body
        body = body.replace(old, new, 1)
    return body


@pytest.mark.parametrize(
    "other",
    [
        BODY,
        unicodedata.normalize("NFD", BODY),
        BODY.replace("ủy", "uỷ").replace("Thủy", "Thuỷ"),
        BODY.upper(),
        BODY.replace(" ", "\u00a0").replace("2023.", "2023 ."),
        edited(("12/1/2024", "12-01-2024")),
        edited(("nắm dư luận và ", "")),
        edited(("giữ nền nếp", "duy trì nền nếp"), ("sớm khắc phục", "khắc phục ngay")),
        edited(("Trần Thị Thủy", "Trần Thị Thúy")),  # a tone mistyped
        edited(("Bí thư Đảng ủy đề nghị", "Bí thư ĐU đề nghị")),
        edited(("Dự hội nghị có", "(HNM) Dự hội nghị có")),
        "(Báo Hoa) - Tin từ phường Hoa Mai, nơi vừa khép lại một năm nhiều việc. " + BODY,
        BODY + " Nguồn: Cổng thông tin điện tử phường.",
        edited(("26 đảng viên hoàn thành", "26 đảng viên đã hoàn thành")),
    ],
)
def test_copies(other: str) -> None:
    assert same_text(wording(of(BODY)), wording(of(other)))
    assert len(merge_copies([(of(BODY), Facts()), (of(other, "seeds/b.txt"), Facts())])) == 1


@pytest.mark.parametrize(
    "other",
    [
        edited(("26 đảng viên", "27 đảng viên")),
        edited(("12/1/2024", "11/1/2025"), ("2023", "2024")),
        edited(("năm 2023", "năm 2022")),
        edited(("hai chi bộ", "ba chi bộ")),
        edited(("hai chi bộ và 26", "26 chi bộ và hai")),
        edited(("Trần Thị Thủy", "Lê Văn Hạnh")),
        edited(("phường Hoa Mai", "phường Sen Hồng")),
        " ".join(BODY.split()[:60]),  # a shorter report
        BODY + " " + " ".join(f"việc-{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10]}" for n in range(80)),  # a round-up that holds it
        " ".join(reversed(BODY.split())),
    ],
)
def test_no_copies(other: str) -> None:
    assert not same_text(wording(of(BODY)), wording(of(other)))
    assert len(merge_copies([(of(BODY), Facts()), (of(other, "seeds/b.txt"), Facts())])) == 2


def test_another_signature_inside_the_text() -> None:
    one, two = (wording(of(BODY + signed)) for signed in (" Tin của Mai Lan, báo Hoa Sen.", " Tin của Đức Huy, đài Sao Mai."))
    assert same_text(one, two)


def test_short_texts_are_not_compared() -> None:
    short = " ".join(BODY.split()[: LEAST_WORDS - 8])
    assert len(merge_copies([(of(short), Facts()), (of(short, "seeds/b.txt"), Facts())])) == 2
    assert len(merge_copies([(article(path="seeds/a.txt"), Facts()), (article(path="seeds/b.txt"), Facts())])) == 2


def test_headline_caption_signature_and_furniture_may_differ() -> None:
    read_article = article((TITLE, "Một đầu đề"), (PARAGRAPH, BODY), (BYLINE, "Minh Khuê"), path="seeds/a.txt")
    two = article((FURNITURE, "Chia sẻ"), (TITLE, "Đầu đề khác hẳn"), (PARAGRAPH, BODY), (CAPTION, "Ảnh 3: đại biểu"), path="seeds/b.txt")
    (merged,) = merge_copies([(two, Facts()), (read_article, Facts())])
    assert [source.path for source in merged.copies] == ["seeds/b.txt"]


def test_the_one_with_most_facts_is_kept_and_a_corrected_one_before_it() -> None:
    here = (Span(0, 4),)
    rich, poor = Facts(awards=(award(here), award(here, count=3))), Facts(awards=(award(here),))
    correction = Correction(Action.CHANGE, "awards", "x", (), (), "An", "2024-01-01", "lỗi in", "seeds/corrections/c.yml", 1)
    corrected = Facts(awards=(award(here, corrections=(correction,)),))
    pairs = [(of(BODY, "seeds/a.txt"), poor), (of(BODY, "seeds/b.txt"), rich)]
    (kept,) = merge_copies(pairs)
    assert kept.article.source.path == "seeds/b.txt"
    assert kept.facts == rich
    assert [source.path for source in kept.copies] == ["seeds/a.txt"]
    (kept,) = merge_copies([*pairs, (of(BODY, "seeds/c.txt"), corrected)])
    assert kept.article.source.path == "seeds/c.txt"
    assert [source.path for source in kept.copies] == ["seeds/a.txt", "seeds/b.txt"]


def test_a_text_without_its_year_printed_again_a_year_later_is_another_article() -> None:
    body = edited(("12/1/2024", "12/1"), (" năm 2023", ""))
    facts = [Facts(event=Event(evidence=(Span(0, 4),), rule="e", name=None, date=date, part_of_day=None, place=None))
             for date in ("2023-01-12", "2024-01-12")]  # fmt: skip
    pairs = [(of(body, f"seeds/{number}.txt"), one) for number, one in enumerate(facts)]
    assert len(merge_copies(pairs)) == 2
    assert len(merge_copies([(pairs[0][0], facts[0]), (pairs[1][0], facts[0])])) == 1


def test_one_form_sent_in_by_two_units_is_two_articles() -> None:
    """Their names are in the first words only, where another outlet's lead may name anyone."""
    body = edited(("Sáng 12/1/2024, Đảng ủy phường Hoa Mai tổ chức", "đã tổ chức"))
    pairs = [(of(f"{name} {body}", f"seeds/{number}.txt"), Facts(units=(host(name),)))
             for number, name in enumerate(["Phường Hoa Mai", "Xã Sen Hồng"])]  # fmt: skip
    assert len(merge_copies(pairs)) == 2
    assert len(merge_copies([(one, Facts()) for one, _ in pairs])) == 1
    renamed = [
        (one, Facts(units=(host(name),))) for (one, _), name in zip(pairs, ["Phường Hoà Mai", "Đảng ủy PHƯỜNG HÒA MAI"], strict=True)
    ]
    assert len(merge_copies(renamed)) == 1


WORDS = sorted({word for word in wording(of(BODY)).words if not word.isdigit()})


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=60, max_size=90), min_size=1, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_order_of_articles_is_indifferent(bodies: list[list[str]], chance: random.Random) -> None:
    pairs = [
        (of(" ".join(body if kind == 0 else body[: -2 * kind]), f"seeds/{number}-{kind}.txt"), Facts())
        for number, body in enumerate(bodies)
        for kind in range(3)
    ]
    expected = merge_copies(pairs)
    shuffled = pairs[:]
    chance.shuffle(shuffled)
    assert merge_copies(shuffled) == expected
    sources = [source for one in expected for source in (one.article.source, *one.copies)]
    assert sorted(source.path for source in sources) == sorted(pair[0].source.path for pair in pairs)


def test_many_articles_with_one_formula_are_all_kept() -> None:
    pairs = [(of(edited(("26 đảng viên", f"{number} đảng viên")), f"seeds/{number:03}.txt"), Facts()) for number in range(100, 160)]
    assert len(merge_copies(pairs)) == 60
    copies = [(replace(one, source=replace(one.source, path=f"seeds/copy-{n}.txt")), facts) for n, (one, facts) in enumerate(pairs[:9])]
    assert len(merge_copies([*pairs, *copies])) == 60


def test_what_was_put_right_in_a_copy_that_is_not_kept_is_told() -> None:
    removal = Correction(Action.REMOVE, "awards", "x", (), (), "An", "2024-01-01", "lỗi in", "seeds/corrections/b.yml", 1)
    pairs = [(of(BODY, "seeds/a.txt"), Facts(awards=(award((Span(0, 4),)),))), (of(BODY, "seeds/b.txt"), Facts())]
    archive = assemble(pairs, corrections={"seeds/b.txt": (removal,)})
    assert [entry.article.source.path for entry in archive.entries] == ["seeds/a.txt"]
    (error,) = archive.errors
    assert str(error) == (
        "seeds/b.txt: this is a copy of seeds/a.txt, whose facts are shown, so corrections here have no effect "
        "(move the corrections to those of seeds/a.txt, or remove this file)"
    )
    assert assemble(pairs, corrections={"seeds/a.txt": (removal,)}).errors == ()
