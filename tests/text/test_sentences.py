"""Sentence boundaries: in clean news, in news that lost its spaces, and in text that nobody wrote for readers."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentence_spans

# Sentences stand between bars.
CASES = [
    "Hội nghị kết thúc lúc 11 giờ.| Các đại biểu ra về.",
    "Chi bộ có 12 đảng viên.| 3 đảng viên được khen.",
    "Ông nói: “Tốt lắm.”| Rồi ông cười.",
    "Được không?| Được!| Vậy thì…| Ta làm.",
    "Dòng một\n|Dòng hai\n\n|Dòng ba",
    "TP. Hồ Chí Minh có 24 quận.| TX. Sơn Tây thuộc Hà Nội.",
    "PGS.TS. Lê Văn Bình và ThS. Trần Thị Hoa dự lễ.| GS. Nam vắng mặt.",
    "Ủy viên T.Ư Đảng dự lễ.| Đảng ủy T.Ư. Hội họp.",
    "Bà Nguyễn Thị B. Hoa ở P. Bến Nghé, Q. 1 nhận quà.| Bà cảm ơn.",
    "Xem trang ubnd.gov.vn để biết giá 12.500 đồng.| Giá tăng 1,5 lần.",
    # the space was lost
    "Đội đoạt giải|Được biết, đội có 5 người.",
    "Thành lập năm 2012.|Tới dự lễ có ông Nam.",
    "Có 3 giải B, 2 giải C.| Trong đó có anh Nam.",
    "Chi bộ xếp loại A.| Anh G. Bình được khen.",
    "Đội ở bảng B.| Đội Hoa Mai thắng.",
    "Công an xã vào cuộc./.|Tin ảnh của bạn đọc",
    "Ảnh: THANH NGA|Trước đó, đoàn đến thăm trường.",
    "Ảnh: LÊ VĂN BA|Theo kế hoạch, lễ khởi công vào mai.",
    "Ông làm việc ở VFF.|Đ/c Lê Nam trao quà.",
    "Giá trị là 5 tỷ USD.|Trong số đó có vốn vay.",
    "Tin của VnExpress|Theo đó, giá vàng giảm.",
    # it only looks lost
    "Bạn đọc gửi thư đến VietNamNet và YouTube để hỏi.",
    "Thuê bao MobiFone, VinaPhone được hưởng.",
    "Anh được trao tặngHuân chương Lao động.",
    "Chủ tịch HĐQT ABBank phát biểu.",
    "TSKH.Nguyễn Văn Nam và NSND.Lê Hoa ở KCN.Tân Bình.",
    "Các báo của TTXVN và VTVcab đưa tin.",
    "HộI NGHị TổNG KếT NăM",
]


@pytest.mark.parametrize("marked", CASES)
def test_ends_where_a_reader_would_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in sentence_spans(text)] == [piece.strip() for piece in marked.split("|")]


def test_reads_only_the_part_asked_for() -> None:
    text = "Một câu. Hai câu. Ba câu."
    assert [text[start:end] for start, end in sentence_spans(text, 9, 17)] == ["Hai câu."]
    assert sentence_spans("  \n ") == []


NEWS = st.text(alphabet='aảĐHTPSệ1 .…!?,;:"”“()/\n\u00a0', max_size=120)


@given(st.one_of(st.text(max_size=80), NEWS))
def test_property_all_words_are_covered_once_and_in_order(text: str) -> None:
    spans = sentence_spans(text)
    covered = 0
    for start, end in spans:
        assert covered <= start < end
        assert not text[covered:start].strip()
        assert text[start:end] == text[start:end].strip()
        covered = end
    assert not text[covered:].strip()


@given(NEWS, st.integers(0, 40), st.integers(0, 40))
def test_property_a_part_is_read_within_its_bounds(text: str, first: int, size: int) -> None:
    start, end = min(first, len(text)), min(first + size, len(text))
    assert all(start <= left < right <= end for left, right in sentence_spans(text, start, end))


HOSTILE = [".", "…!", "a.", ". ", ".)", '. "', "aA", "aaAa ", "AA", "AAA.", "AB CD", "TP. ", "1.", "Aaaa", " ", "\n", "“", "\u0301"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_time_is_in_proportion_to_the_length(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    start = time.process_time()
    sentence_spans(text)
    assert time.process_time() - start < 3  # a quadratic one takes minutes
