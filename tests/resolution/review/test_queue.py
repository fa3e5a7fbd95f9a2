"""Inferred values, ambiguous names and contradictions; and the queue of all items in one order."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib import import_module

import pytest

from generator.model.archive import Citation, Entry, LedgerRow
from generator.model.correction import Action, Correction
from generator.model.facts import Inference
from generator.model.unit import Resolution, Standing, Unit
from generator.rendering.words.labels import labels
from generator.rendering.words.statements import sentence
from generator.resolution.review.ambiguous import ambiguous
from generator.resolution.review.contradictions import contradictions
from generator.resolution.review.inferred import inferred
from generator.resolution.review.queue import review
from tests.rendering.made import FULL, FULL_FACTS, host
from tests.resolution.review.made import at, award, entry, rating, read

TEXT = "Sáng 5/3, Quận ủy tặng giấy khen cho 12 đảng viên và 3 đảng viên."


def test_an_inferred_value_tells_its_basis_and_values_of_one_basis_are_one_item() -> None:
    basis = (Inference("standard", "nhan đề của bài"),)
    awards = [award(at(TEXT, words), standard="Hoàn thành tốt", inferred=basis) for words in ("12 đảng viên", "3 đảng viên")]
    (item,) = inferred(entry(TEXT, awards=tuple(awards)))
    assert (item.kind, item.words) == ("inferred", "12 đảng viên")
    assert sentence(item.why) == "Thành tích “Hoàn thành tốt” là suy ra: nhan đề của bài (cho 2 dữ kiện)"


def test_a_date_without_its_year_is_an_item() -> None:
    (item,) = inferred(Entry("bai", FULL, FULL_FACTS, ()))
    assert sentence(item.why) == "Ngày “15/01/2022” là suy ra: bài chỉ ghi 15/1; năm 2022 là máy đoán theo ngày đăng 16/01/2022"


def test_what_is_stated_or_was_corrected_is_no_item() -> None:
    done = Correction(Action.CHANGE, "awards", "x", (), (("standard", "Đúng"),), "A", "2026-01-01", "vì sao", "x.yml", 1)
    fact = award(at(TEXT, "12 đảng viên"), standard="Đúng", inferred=(Inference("standard", "nhan đề"),), corrections=(done,))
    assert list(inferred(entry(TEXT, awards=(fact, award(at(TEXT, "3 đảng viên")))))) == []


QUAN_UY = Resolution("Quận ủy", Standing.AMBIGUOUS, candidates=("quan-uy-a", "quan-uy-b"))
UNITS = {"quan-uy-a": Unit("quan-uy-a", "Quận ủy A")}


@pytest.mark.parametrize(
    ("resolution", "why", "fix"),
    [
        (
            QUAN_UY,
            "“Quận ủy” có thể là Quận ủy A (quan-uy-a) hoặc quan-uy-b",
            "Thêm vào seeds/units.yml, ở đúng một trong các đơn vị ấy: variants: [Quận ủy]",
        ),
        (
            Resolution("Quận ủy", Standing.AMBIGUOUS),
            "“Quận ủy” không nói rõ là đơn vị nào",
            "Thêm vào seeds/units.yml một đơn vị với tên đầy đủ và variants: [Quận ủy]",
        ),
    ],
)
def test_an_ambiguous_name_tells_what_to_write(resolution: Resolution, why: str, fix: str) -> None:
    one = replace(entry(TEXT, units=(host("Quận ủy", at(TEXT, "Quận ủy")),)), names={"Quận ủy": resolution})
    (found,) = ambiguous(one, UNITS)
    assert (found.kind, found.words, sentence(found.why), sentence(found.fix or "")) == ("ambiguous-unit", "Quận ủy", why, fix)
    assert [item.span for item in ambiguous(replace(one, facts=entry(TEXT).facts), UNITS)] == [found.span]


@pytest.mark.parametrize("standing", [Standing.LISTED, Standing.UNLISTED, Standing.NO_UNIT])
def test_a_name_that_is_resolved_is_no_item(standing: Standing) -> None:
    assert list(ambiguous(replace(entry(TEXT), names={"Quận ủy": Resolution("Quận ủy", standing, "x")}), {})) == []


def row(*disagrees: tuple[str, object]) -> LedgerRow:
    first = award(at(TEXT, "12 đảng viên"), count=12)
    return LedgerRow(
        "r1",
        first,
        None,
        (),
        (),
        None,
        (),
        "12 đảng viên",
        (Citation("a", first.evidence),),
        tuple(disagrees),  # type: ignore[arg-type]
    )


def test_articles_that_contradict_each_other() -> None:
    entries = {slug: replace(entry(TEXT), slug=slug) for slug in ("a", "b")}
    other = award(at(TEXT, "3 đảng viên"), count=3)
    (item,) = contradictions([row(("b", other))], entries)
    assert (item.kind, item.slug, item.words) == ("contradiction", "b", "3 đảng viên")
    assert sentence(item.why).startswith("Giấy khen: số lượng 3 và 12, khác với bài “Sáng 5/3")
    assert sentence(item.fix or "") == "Nếu sai, sửa ở seeds/corrections/b.yml hoặc seeds/corrections/a.yml"
    assert list(contradictions([row()], entries)) == []
    assert list(contradictions([row(("b", replace(other, count=None)))], entries)) == [], "telling less is no contradiction"


def test_the_queue_is_in_the_order_of_articles_and_words_whatever_the_order_of_facts() -> None:
    ratings = [
        rating("hoan-thanh-tot", percent=96, evidence=at(TEXT, "12")),
        rating("hoan-thanh-xuat-sac", percent=20, evidence=at(TEXT, "3")),
    ]
    awards = [award(at(TEXT, "12 đảng viên"), type="huy-hieu-dang", rank=35), award(at(TEXT, "3 đảng viên"), type="huy-hieu-dang", rank=95)]
    first = review([replace(entry(TEXT, ratings=tuple(ratings), awards=tuple(awards)), slug=slug) for slug in ("b", "a")])
    assert [item.slug for item in first] == sorted((item.slug or "" for item in first), reverse=True)
    assert {item.kind for item in first} == {"sums", "anachronism", "unexplained"}
    for seed in range(4):
        random.Random(seed).shuffle(ratings)
        random.Random(seed).shuffle(awards)
        again = review([replace(entry(TEXT, ratings=tuple(ratings), awards=tuple(awards)), slug=slug) for slug in ("b", "a")])
        assert [(one.slug, one.kind, one.span) for one in again] == [(one.slug, one.kind, one.span) for one in first]


def test_every_kind_has_its_words() -> None:
    names = (
        "ambiguous",
        "award_sums",
        "contradictions",
        "doubtful",
        "hidden",
        "inferred",
        "left_out",
        "levels",
        "rating_sums",
        "times",
        "unseen",
    )
    kinds = {import_module(f"generator.resolution.review.{name}").KIND for name in names}
    assert kinds == {review.key for review in labels().reviews}


def test_every_item_of_an_article_quotes_its_words() -> None:
    read_article = read(
        "Hoa Mai tổng kết\n\nToàn tỉnh có 245 tập thể lao động tiên tiến.\n\nToàn ngành có 1.361 tập thể lao động xuất sắc.\n"
    )
    found = review([read_article])
    assert len(found) == 2
    for item in found:
        assert item.span is not None
        assert item.span.of(read_article.article.text) == item.words
