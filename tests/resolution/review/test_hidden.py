"""Sentences that may hide a fact are listed; those that merely speak of awards are not."""

from __future__ import annotations

import pytest

from generator.model.archive import Entry
from generator.model.facts import Facts
from generator.rendering.words.statements import sentence
from generator.resolution.review.hidden import MOST, hidden
from tests.conftest import ROOT
from tests.resolution.review.made import award, entry, read

HIDDEN = [
    # words, what the reason names
    ("Trong đó có ba Huy chương đồng.", "3"),
    ("Toàn ngành có 1.361 tập thể lao động xuất sắc.", "1.361"),
    ("Ban tổ chức đã trao Kỷ niệm chương 10 tác giả có bài viết hay.", "10"),
    ("Có 38 đồng chí được tuyên dương.", "38"),
    ("Hội nghị biểu dương 80 công nhân.", "80"),
    ("Năm 2009, công ty đã được trao tặng Huân chương Độc lập hạng Nhì.", "Huân chương Độc lập"),
    ("Nhiều năm qua, chị đạt danh hiệu Chiến sĩ thi đua cơ sở.", "Chiến sĩ thi đua cơ sở"),
    ("Sở đã trao tặng Bằng khen cho em Lương Văn Minh.", "Lương Văn Minh"),
    ("Kết quả, 14 chi bộ được xếp loại hoàn thành tốt nhiệm vụ.", "14"),
    ("Có 98,5% đảng viên hoàn thành tốt nhiệm vụ.", "98,5%"),
]
NOTHING = [
    "Phấn đấu có 14 chi bộ hoàn thành tốt nhiệm vụ.",  # a target
    "Tiêu chuẩn tặng Bằng khen cho 2 cá nhân được quy định rõ.",  # a regulation
    "Sẽ trao Giấy khen cho 12 đảng viên vào cuối năm.",  # to come
    "Công tác thi đua, khen thưởng năm 2022 có nhiều chuyển biến.",  # a year is no count
    "Thu hồi Bằng khen của 2 cá nhân.",  # withdrawn
    "Nghị quyết số 18 đã đi vào cuộc sống.",  # a document
    "Đại diện nhận Bằng khen phát biểu.",  # no number, nobody named
    "Đoàn đến thăm 254 bà mẹ Việt Nam anh hùng.",  # the mothers, not the title
    "Cuối năm tổ bộ môn xét khen thưởng cho tập thể.",  # năm: year
    "Cán bộ hoàn thành tốt nhiệm vụ được giao trong 12 tháng.",  # a task, no level
    "Đồng chí phát biểu, biểu dương những kết quả đã đạt được của 12 chi bộ.",  # praise for results
    "Trong số những người được tôn vinh có 61 công nhân.",  # some of a stated number
    "Tấm Huân chương Lao động hạng Ba cá nhân ông trao lại cho bảo tàng.",  # a class
    "Danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng” có lịch sử lâu đời.",
]


@pytest.mark.parametrize(("text", "named"), HIDDEN)
def test_what_may_hide_a_fact_is_listed(text: str, named: str) -> None:
    (item,) = hidden(entry(text))
    assert item.kind == "unexplained"
    assert named in sentence(item.why)
    assert item.words == text
    assert sentence(item.fix or "") == "Nếu là dữ kiện, thêm ở seeds/corrections/bai.yml"


@pytest.mark.parametrize("text", NOTHING)
def test_what_merely_speaks_of_awards_is_not(text: str) -> None:
    assert list(hidden(entry(text))) == []


def test_what_a_fact_tells_is_not_hidden() -> None:
    text = "Hội nghị biểu dương 80 công nhân. Sau đó, lễ tuyên dương 80 công nhân kết thúc."
    start = text.index("biểu dương")
    told = award((type(entry(text).article.blocks[0].span)(start, text.index(".")),), type="bieu-duong", kind="nguoi-lao-dong", count=80)
    assert list(hidden(entry(text, awards=(told,)))) == []
    assert len(list(hidden(entry(text)))) == 2


def test_a_headline_repeats_what_the_body_tells() -> None:
    read_article = read("Khen 29 tập thể và 45 cá nhân\n\nNgày 5/3/2022, hội nghị diễn ra tại Hà Nội.\n")
    assert [item.words for item in hidden(Entry("bai", read_article.article, Facts(), ()))] == []


def test_the_seeds_hide_nothing() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        assert list(hidden(read(path.read_text(encoding="utf-8")))) == [], path.name


@pytest.mark.parametrize("more", [0, 1])
def test_an_article_of_more_such_sentences_than_anyone_reads_is_cut_and_says_so(more: int) -> None:
    text = " ".join(f"Có {number} đồng chí được tuyên dương." for number in range(1000, 1000 + MOST + more))
    found = list(hidden(entry(text)))
    assert [item.kind for item in found] == ["unexplained"] * MOST + ["left-out"] * more
    if more:
        assert sentence(found[-1].why).startswith(f"Bài có hơn {MOST} câu nói đến khen thưởng")
        assert found[-1].words == f"Có {1000 + MOST} đồng chí được tuyên dương."
