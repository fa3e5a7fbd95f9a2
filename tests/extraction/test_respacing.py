"""Spaces that markup took away are put back for the rules, and spans are carried back to the archived text."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.extract import extract
from generator.extraction.respacing import respaced
from generator.model.article import Source
from generator.reading.text import article_from_text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chi bộBan Dân vận họp.", "Chi bộ Ban Dân vận họp."),
        ("Xã tổ chứcĐại hội nhiệm kỳ mới.", "Xã tổ chức Đại hội nhiệm kỳ mới."),
        ("Có 12 cán bộTrong đó có 3 nữ.", "Có 12 cán bộTrong đó có 3 nữ."),
        ("Ban do xã tổ chứcTại đây, ông nói.", "Ban do xã tổ chứcTại đây, ông nói."),
    ],
)
def test_spaces(line: str, expected: str) -> None:
    article, _ = respaced(article_from_text(f"Tin trong ngày\n{line}", Source("a.txt", "0", "text")))
    assert article.text.endswith(expected)


def test_spans_are_those_of_the_archived_text() -> None:
    article = article_from_text(
        "Tin trong ngày\nNgày 2/6/2021, Chi bộBan Dân vận tổ chứcĐại hội nhiệm kỳ mới.", Source("a.txt", "0", "text")
    )
    facts = extract(article)
    assert facts.event is not None
    assert [span.of(article.text) for span in facts.event.evidence] == ["Ngày 2/6/2021", "Đại hội nhiệm kỳ mới"]
    assert [(unit.name, unit.evidence[0].of(article.text)) for unit in facts.units if unit.role == "host"] == [
        ("Chi bộ Ban Dân vận", "Chi bộBan Dân vận")
    ]


def with_spaces(line: str) -> str:
    return respaced(article_from_text(f"Tin trong ngày\n{line}", Source("a.txt", "0", "text")))[0].text[15:]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Được Chủ tịch nước tặngHuân chương.", "Được Chủ tịch nước tặng Huân chương."),
        ("Chi bộ đượcĐảng ủy khen.", "Chi bộ được Đảng ủy khen."),
        ("Cờ thi đua củaThủ tướng.", "Cờ thi đua của Thủ tướng."),
    ],
)
def test_a_space_is_put_back_beside_a_word_that_wants_another(line: str, expected: str) -> None:
    assert with_spaces(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Theo VietNamNet, MobiFone và YouTube, cầu thủ Nando ra sân.",
        "UBND, HĐND, LĐLĐ, CNVCLĐ, TTXVN, ThS, PGS.TS, NSƯT, BTVTU, ĐBQH họp.",
        "Đội đoạt giảiĐược biết, đội có 5 người.",  # two sentences: not ours
        "Anh H’Yim và chị Y Nghiêng ở Buôn Ma Thuột, Đắk Lắk.",
        "HỘI NGHỊ TỔNG KẾT CÔNG TÁC XÂY DỰNG ĐẢNG",
    ],
)
def test_clean_words_are_left(line: str) -> None:
    article = article_from_text(f"Tin trong ngày\n{line}", Source("a.txt", "0", "text"))
    assert respaced(article) == (article, None)


NEWS = [
    "ngày",
    "chi",
    "bộ",
    "được",
    "Đảng",
    "ủy",
    "xã",
    "tặng",
    "giấy",
    "khen",
    "cho",
    "12",
    "đảng",
    "viên",
    "của",
    "Khối",
    "và",
    "UBND",
    "tại",
    "Nghiêng",
    "trường",
    "theo",
    "khuyết",
]


@given(st.lists(st.sampled_from(NEWS), min_size=1, max_size=20))
def test_property_clean_text_stays_as_it_is(words: list[str]) -> None:
    article = article_from_text("Tin trong ngày\n" + " ".join(words), Source("a.txt", "0", "text"))
    assert respaced(article) == (article, None)


@given(st.lists(st.tuples(st.sampled_from(NEWS), st.sampled_from(["", " ", "\n"])), min_size=1, max_size=20))
def test_property_only_spaces_are_added_and_every_offset_leads_back(words: list[tuple[str, str]]) -> None:
    article = article_from_text("Tin trong ngày\n" + "".join(word + gap for word, gap in words), Source("a.txt", "0", "text"))
    copy, back = respaced(article)
    if back is None:
        assert copy is article
        return
    assert len(back) == len(copy.text) + 1
    assert (back[0], back[-1]) == (0, len(article.text))
    assert back == sorted(back)
    kept = [at for at in range(len(copy.text)) if back[at] != back[at + 1]]
    assert "".join(copy.text[at] for at in kept) == article.text
    assert {copy.text[at] for at in range(len(copy.text)) if back[at] == back[at + 1]} == {" "}
    for block, moved in zip(article.blocks, copy.blocks, strict=True):
        assert (back[moved.span.start], back[moved.span.end]) == (block.span.start, block.span.end)


@given(st.lists(st.tuples(st.sampled_from(NEWS), st.sampled_from(["", " "])), min_size=1, max_size=20))
def test_property_evidence_stands_in_the_archived_text(words: list[tuple[str, str]]) -> None:
    article = article_from_text("Tin trong ngày\n" + "".join(word + gap for word, gap in words), Source("a.txt", "0", "text"))
    facts = extract(article)
    for _, one in facts.walk():
        assert all(span.of(article.text).strip() for span in one.evidence)


@pytest.mark.parametrize("letters", ["anâ", "ânang", "aoángt", "uyênh"])
def test_letters_without_end_are_split_in_time(letters: str) -> None:
    chance = random.Random(0)
    text = " ".join("".join(chance.choice(letters) for _ in range(40)) for _ in range(500))
    article = article_from_text(f"Tin trong ngày\n{text}", Source("a.txt", "0", "text"))
    start = time.process_time()
    respaced(article)
    assert time.process_time() - start < 3  # trying every way took more than ten
