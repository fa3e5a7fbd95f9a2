"""Numbers that contradict each other, beside numbers that look so and do not."""

from __future__ import annotations

import pytest

from generator.model.correction import Action, Correction
from generator.model.facts import Award, Rating
from generator.model.statement import Statement
from generator.rendering.words.statements import sentence, written
from generator.resolution.review.award_sums import award_sums, figure_sums
from generator.resolution.review.rating_sums import rating_sums
from generator.resolution.review.reasons import added, either
from generator.resolution.review.shares import agree, tolerance
from tests.conftest import ROOT
from tests.resolution.review.made import at, award, entry, figure, rating, read

TOP, GOOD, DONE, NOT = "hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh", "khong-hoan-thanh"
RATINGS: list[tuple[list[Rating], str | None]] = [
    ([rating(TOP, percent=20), rating(GOOD, percent=96)], "20% + 96% = 116%"),
    ([rating(TOP, percent=15.5), rating(GOOD, percent=80.2), rating(DONE, percent=4.4)], None),  # 100,1: rounded
    ([rating(TOP, percent=20), rating(GOOD, percent=96, at_least=True)], None),  # "trở lên"
    ([rating(TOP, percent=20), rating(GOOD, percent=96, kind="target")], None),
    ([rating(TOP, percent=20), rating(GOOD, percent=96, year=2021)], None),
    ([rating(TOP, percent=20), rating(GOOD, percent=83, subject="dang-vien")], None),
    ([rating(TOP, 10), rating(GOOD, 60), rating(DONE, 3), rating(GOOD, percent=96)], "60/73 = 82,2%"),
    ([rating(TOP, 14), rating(GOOD, 56), rating(DONE, 3), rating(GOOD, percent=76.7)], None),
    ([rating(TOP, 14), rating(GOOD, 56), rating(DONE, 30), rating(TOP, percent=20)], None),  # 14 of the 70 rated good or better
    ([rating(TOP, 14), rating(GOOD, 70), rating(DONE, 9), rating(TOP, percent=20)], None),  # 14 of the 70 rated good
    ([rating(GOOD, 90, 90.0), rating(DONE, 5, 10.0)], "90 là 90% (tổng khoảng 100) và 5 là 10% (tổng khoảng 50)"),
    ([rating(GOOD, 604, 91.2), rating(DONE, 58, 8.8)], None),
    ([rating(TOP, 30), rating(GOOD, 40)], "42,9%, vượt mức trần 20%"),
    ([rating(TOP, 14), rating(GOOD, 56)], None),  # 14 of 70: just a fifth
    ([rating(TOP, 2), rating(GOOD, 5)], None),  # few: rounding leaves room
    ([rating(TOP, 30, year=2015, subject="dang-vien"), rating(GOOD, 40, year=2015, subject="dang-vien")], None),  # before the ceiling
    ([rating(TOP, 24, year=2025), rating(GOOD, 76, year=2025)], None),  # a fourth since 2025
    ([rating(TOP, 30, subject="hoi-co-so"), rating(GOOD, 40, subject="hoi-co-so")], None),  # no scale of the Party
    ([rating(TOP, percent=30), rating(GOOD, percent=60)], "33,3% số hoàn thành tốt trở lên, vượt mức trần 20%"),
    ([rating(TOP, percent=16), rating(GOOD, percent=83)], None),
    ([rating(TOP, 5), rating(TOP, 5)], None),  # said twice
]


@pytest.mark.parametrize(("ratings", "why"), RATINGS)
def test_ratings(ratings: list[Rating], why: str | None) -> None:
    found = list(rating_sums(entry("Có 5 chi bộ xếp loại.", ratings=tuple(ratings))))
    if why is None:
        assert found == []
    else:
        (one,) = found
        assert one.kind == "sums"
        assert why in sentence(one.why)


def test_a_rating_put_right_is_no_item_again() -> None:
    done = Correction(Action.CHANGE, "ratings", "x", (), (), "A", "2026-01-01", "vì sao", "seeds/corrections/bai.yml", 1)
    ratings = (rating(TOP, percent=20, corrections=(done,)), rating(GOOD, percent=96))
    assert list(rating_sums(entry("Có 5 chi bộ xếp loại.", ratings=ratings))) == []


@pytest.mark.parametrize(
    ("text", "value", "of", "percent", "why"),
    [
        ("126/106 tin", 126, 106, 84, "126/106 là 118,9%, nhưng bài ghi 84%; 106/126 mới là 84%"),
        ("531/338 hộ", 531, 338, 156, "531/338 là 157,1%, nhưng bài ghi 156%"),
        ("23/15 đồng chí", 23, 15, 153, None),  # 153,3
        ("31/66 trường", 31, 66, 47, None),  # 46,97
        ("2/3 chi bộ", 2, 3, 66.6, None),  # cut, not rounded
        ("hơn 31/66 trường", 31, 66, 50, None),  # not exact
        ("9 xã", 9, None, 93, None),
        ("0/5 xã", 0, 5, 0, None),
        ("5/0 xã", 5, 0, 100, "5/0"),
    ],
)
def test_figures(text: str, value: float, of: float | None, percent: float, why: str | None) -> None:
    found = list(figure_sums(entry(text, figures=(figure(value, of, percent, at(text, text)),))))
    assert [sentence(finding.why) for finding in found] == ([] if why is None else [why]) or (why == "5/0" and len(found) == 1)


NAMES = ("Chi bộ Một", "Chi bộ Hai")
AWARDS: list[tuple[str, list[dict[str, object]], str | None]] = [
    ("tặng giấy khen cho 1 chi bộ: Chi bộ Một, Chi bộ Hai", [{"count": 1, "names": NAMES}], "Số lượng là 1 nhưng nêu 2 tên"),
    (
        "tặng giấy khen cho 3 chi bộ gồm: Chi bộ Một, Chi bộ Hai.",
        [{"count": 3, "names": NAMES}],
        "Số lượng là 3 nhưng danh sách chỉ có 2 tên",
    ),
    ("tặng giấy khen cho 3 chi bộ, trong đó có Chi bộ Một, Chi bộ Hai", [{"count": 3, "names": NAMES}], None),
    ("tặng giấy khen cho 3 chi bộ: Chi bộ Một, Chi bộ Hai…", [{"count": 3, "names": NAMES}], None),
    ("tặng giấy khen cho 2 chi bộ: Chi bộ Một, Chi bộ Hai", [{"count": 2, "names": NAMES}], None),
    ("tặng giấy khen cho Chi bộ Một, Chi bộ Hai", [{"names": NAMES}], None),
    (
        "tặng 30 giấy khen, gồm 12 tập thể và 17 cá nhân",
        [{"kind": "tap-the-va-ca-nhan", "count": 30}, {"kind": "tap-the", "count": 12}, {"kind": "ca-nhan", "count": 17}],
        "tổng ghi 30, các phần cộng lại 12 + 17 = 29",
    ),
    (
        "tặng 30 giấy khen, gồm 12 tập thể và 18 cá nhân",
        [{"kind": "tap-the-va-ca-nhan", "count": 30}, {"kind": "tap-the", "count": 12}, {"kind": "ca-nhan", "count": 18}],
        None,
    ),
    (
        "tặng 30 giấy khen, trong đó có 2 tập thể và 3 cá nhân",
        [{"kind": "tap-the-va-ca-nhan", "count": 30}, {"kind": "tap-the", "count": 2}, {"kind": "ca-nhan", "count": 3}],
        None,
    ),
    (
        "tặng 30 giấy khen. Cũng gồm 2 tập thể và 3 cá nhân",
        [{"kind": "tap-the-va-ca-nhan", "count": 30}, {"kind": "tap-the", "count": 2}, {"kind": "ca-nhan", "count": 3}],
        None,
    ),
]


@pytest.mark.parametrize(("text", "values", "why"), AWARDS)
def test_awards(text: str, values: list[dict[str, object]], why: str | None) -> None:
    def made(one: dict[str, object]) -> Award:
        whole = "names" in one
        start = 0 if whole else text.index(f"{one['count']} ")
        return award(at(text, text.rstrip(".…") if whole else text[start:]), **one)

    found = list(award_sums(entry(text, awards=tuple(map(made, values)))))
    if why is None:
        assert found == []
    else:
        assert [why in sentence(finding.why) for finding in found] == [True]


@pytest.mark.parametrize(("percent", "most"), [(47, 1.01), (46.9, 0.101), (46.97, 0.0101)])
def test_a_share_is_as_exact_as_it_is_written(percent: float, most: float) -> None:
    assert tolerance(percent) == pytest.approx(most)
    assert agree(percent, 31, 66)


def test_the_seed_whose_shares_pass_100_percent() -> None:
    text = (ROOT / "seeds" / "001_882af54aea8de29e.txt").read_text(encoding="utf-8")
    assert [sentence(total.why) for total in rating_sums(read(text))] == [
        "Các mức xếp loại của tổ chức cơ sở đảng năm 2022 cộng lại 96% + 20% = 116%, vượt 100%; có thể một tỉ lệ là “trở lên”",
        "Tổ chức cơ sở đảng năm 2022: 96% “hoàn thành tốt nhiệm vụ”, nhưng theo số đếm là 56/73 = 76,7%",
    ]


def test_the_other_seeds_add_up() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        if not path.name.startswith("001"):
            read_article = read(path.read_text(encoding="utf-8"))
            assert [*rating_sums(read_article), *award_sums(read_article), *figure_sums(read_article)] == [], path.name


def test_a_sum_of_thousands_is_written_out() -> None:
    total, choice = added([1] * 5000), either(["a", "b", "c"])
    assert isinstance(total, Statement)
    assert isinstance(choice, Statement)
    assert written(total) == " + ".join("1" * 5000)
    assert written(choice) == "a hoặc b hoặc c"
