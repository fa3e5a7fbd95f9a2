"""One row for each award, however many articles report it; if they disagree, both values are kept."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.archive import Entry, LedgerRow
from generator.model.facts import GIFTS, Award
from generator.model.unit import Resolution, Standing
from generator.resolution.addresses import mark
from generator.resolution.events.agreement import Agreement, agreement
from generator.resolution.events.groups import group_events
from generator.resolution.events.ledger import ledger
from generator.resolution.events.totals import Totals, totals, totals_by, years_of
from tests.resolution.telling import award, report

LEVEL = "Hoàn thành xuất sắc nhiệm vụ"


def rows(*entries: Entry) -> tuple[LedgerRow, ...]:
    return ledger(entries, group_events(entries))


def tellings(*entries: Entry) -> list[tuple[int | None, list[str], list[int | None]]]:
    """Return of each row: the number that counts, the articles that report it, the other numbers."""
    return [
        (row.award.count, [citation.slug for citation in row.citations], [other.count for _, other in row.disagrees])
        for row in rows(*entries)
    ]


SAME, COUNT, PART, MISSING, NONE = (
    Agreement.SAME_COUNT, Agreement.DIFFERENT_COUNT, Agreement.PART, Agreement.SAME, Agreement.NONE,
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (award(), award(), SAME),
        (award(), award(standard=None, years=()), SAME),
        (award(), award(standard=LEVEL.upper() + " năm 2021"), SAME),
        (award(), award(standard="HTXSNV"), SAME),
        (award(count=3, standard="lao động xuất sắc"), award(count=3, standard="LĐXS"), SAME),
        (award(granted_by="BTV Đảng ủy Khối"), award(granted_by="Ban Thường vụ Đảng ủy Khối Doanh nghiệp"), SAME),
        (award(count=26, standard="thành tích trong phong trào"), award(count=26, standard="gương sáng thôn xóm"), SAME),
        (award(count=1, names=("Lê Thị Lụa",), granted_by="Nhà nước"), award(count=1, names=("Lê Thị Lụa",), granted_by="Chính phủ"), SAME),
        (award(kind="tap-the", count=5), award(kind="chi-bo", count=5), SAME),
        (award(), award(count=None), MISSING),
        (award(count=None), award(count=None), MISSING),
        (award(), award(count=15), COUNT),
        (award(count=30), award(count=1, names=("Lê Thị Lụa",)), PART),
        (award(), award(type="bang-khen"), NONE),
        (award(), award(status="proposed"), NONE),
        (award(), award(kind="chi-bo"), NONE),
        (award(), award(years=(2020,)), NONE),
        (award(), award(standard="Hoàn thành tốt nhiệm vụ"), NONE),
        (award(count=3), award(count=3, standard="thành tích trong phong trào hiến đất"), NONE),
        (award(count=3, granted_by="Huyện ủy Hoa"), award(count=3, granted_by="Công đoàn ngành"), NONE),
        (award(), award(consecutive_years=5), SAME),
        (award(count=None), award(consecutive_years=5), NONE),
        (award(consecutive_years=3), award(consecutive_years=5), NONE),
        (award(period=(2016, 2020)), award(period=(2017, 2021)), NONE),
        (award(count=1, names=("Lê Thị Lụa",)), award(count=1, names=("Trần Văn Gấm",)), NONE),
        (award(kind="tap-the", count=1), award(kind="chi-bo", count=1), NONE),
        (award(type="huy-hieu-dang", rank=30), award(type="huy-hieu-dang", rank=40), NONE),
        (award(type="huy-hieu-dang", rank=30), award(type="huy-hieu-dang", rank=None), SAME),
        (award(type="huy-hieu-dang", rank=30), award(type="huy-hieu-dang", rank=None, count=9), NONE),
    ],
)
def test_agreement(one: Award, two: Award, expected: Agreement) -> None:
    assert agreement(one, two) is expected
    assert agreement(two, one) is expected


def test_granters_that_are_one_unit_agree_and_two_units_do_not() -> None:
    one, two = award(count=3, granted_by="Đảng ủy Khối"), award(count=3, granted_by="Ban Thường vụ Đảng ủy các cơ quan")
    khoi, other = (Resolution("x", Standing.LISTED, unit) for unit in ("khoi", "khac"))
    assert agreement(one, two, (khoi, khoi)) is SAME
    assert agreement(one, two, (khoi, other)) is NONE
    assert agreement(one, one, (khoi, other)) is NONE


def test_within_an_article_two_facts_are_two_awards() -> None:
    assert tellings(report("a", award(), award())) == [(12, ["a"], []), (12, ["a"], [])]


def test_an_award_of_two_articles_is_one_row_with_both_their_words() -> None:
    assert tellings(report("a", award()), report("b", award())) == [(12, ["a", "b"], [])]


def test_articles_of_two_events_share_nothing() -> None:
    found = tellings(report("a", award()), report("b", award(), date="2023-01-15"))
    assert found == [(12, ["b"], []), (12, ["a"], [])]


def test_of_two_numbers_that_of_the_article_with_more_detail_counts() -> None:
    short, long = report("a", award(count=15)), report("b", award(count=12), award(kind="chi-bo", count=3))
    assert tellings(short, long) == [(12, ["b"], [15]), (3, ["b"], [])]
    assert totals(rows(short, long)) == Totals(15, 0, 0)
    assert rows(short, long)[0].disagrees[0][0] == "a"


def test_a_number_is_taken_from_whoever_names_it() -> None:
    assert tellings(report("a", award(count=None), award(kind="chi-bo", count=3)), report("b", award(count=12))) == [
        (12, ["b", "a"], []),
        (3, ["a"], []),
    ]


def test_a_sum_is_no_award_of_its_own() -> None:
    split = report("a", award(kind="tap-the", count=2), award(kind="ca-nhan", count=11))
    whole = report("b", award(kind="tap-the-va-ca-nhan", count=13))
    assert tellings(split, whole) == [(2, ["a", "b"], []), (11, ["a", "b"], [])]
    badges = report("a", *(award(type="huy-hieu-dang", rank=rank, count=count) for rank, count in ((30, 9), (40, 4))))
    assert tellings(badges, report("b", award(type="huy-hieu-dang", rank=None, count=13))) == [(9, ["a", "b"], []), (4, ["a", "b"], [])]


def test_a_sum_that_is_not_right_is_a_disagreement() -> None:
    split = report("a", award(kind="tap-the", count=2), award(kind="ca-nhan", count=11))
    whole = report("b", award(kind="tap-the-va-ca-nhan", count=15, standard=None))
    assert tellings(split, whole) == [(2, ["a"], [15]), (11, ["a"], [15])]


def test_parts_of_what_the_longer_article_sums_up() -> None:
    whole = report("a", award(kind="tap-the-va-ca-nhan", count=13), award(type="bang-khen"), award(type="co-thi-dua", count=1))
    split = report("b", award(kind="tap-the", count=2), award(kind="ca-nhan", count=11))
    assert tellings(whole, split) == [(13, ["a", "b"], []), (12, ["a"], []), (1, ["a"], [])]


def test_a_recipient_named_in_one_article_is_one_of_those_counted_in_the_other() -> None:
    many = report("a", award(count=30))
    one = report("b", award(count=1, names=("Lê Thị Lụa",)), award(kind="chi-bo", count=2))
    assert tellings(many, one) == [(30, ["a", "b"], []), (2, ["b"], [])]


def test_without_a_standard_a_number_disagrees_only_where_one_award_can_be_meant() -> None:
    two = report("a", award(count=67, standard=LEVEL), award(count=12, standard="thành tích xuất sắc trong phong trào"))
    assert tellings(two, report("b", award(count=70, standard=None))) == [(67, ["a"], [70]), (12, ["a"], [70])]
    assert tellings(report("a", award(count=67), award(kind="chi-bo", count=1)), report("b", award(count=70, standard=None))) == [
        (67, ["a"], [70]),
        (1, ["a"], []),
    ]


def test_the_same_number_goes_before_a_sum() -> None:
    two = report("a", award(count=12), award(count=5, standard="thành tích xuất sắc trong phong trào"))
    assert tellings(two, report("b", award(count=12, standard=None))) == [(12, ["a", "b"], []), (5, ["a"], [])]


def test_what_a_row_says() -> None:
    names = {
        "Đảng ủy Hoa": Resolution("Đảng ủy Hoa", Standing.LISTED, "dang-bo-hoa"),
        "Chi bộ 1": Resolution("Chi bộ 1", Standing.UNLISTED, "chi-bo-1"),
        "Chi bộ": Resolution("Chi bộ", Standing.AMBIGUOUS, None, ("chi-bo-1", "chi-bo-2")),
    }
    (row,) = rows(report("a", award("chi-bo", 2, granted_by="Đảng ủy Hoa", names=("Chi bộ 1", "Chi bộ", "Chi bộ lạ")), names=names))
    assert (row.granter, row.recipients, row.hosts) == ("dang-bo-hoa", ("chi-bo-1",), ("dang-uy-xa-hoa",))
    assert (row.date, row.quote, row.slug) == ("2022-01-15", "Bài", "a")
    (unknown,) = rows(report("a", award(granted_by="Không rõ")))
    assert (unknown.granter, unknown.recipients) == (None, ())
    assert unknown.hosts == ("dang-uy-xa-hoa",)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (report("a", award(years=(2019, 2018)), years=(2021,)), (2018, 2019)),
        (report("a", award(years=(), period=(2016, 2020)), years=(2021,)), (2020,)),
        (report("a", award(years=()), years=(2021, 2020)), (2020, 2021)),
        (report("a", award(years=()), years=()), (2022,)),
        (report("a", award(years=()), years=(), date=None, published="2023-05-01T08:00"), (2023,)),
        (report("a", award(years=()), years=(), date=None), ()),
    ],
)
def test_years(one: Entry, expected: tuple[int, ...]) -> None:
    assert rows(one)[0].years == expected


def test_ids_are_readable_and_stay_when_later_articles_come() -> None:
    first = report("a", award(), award(standard="khác"), award("chi-bo", 3), award(type="huy-hieu-dang", rank=40), published="2022-01-15")
    ids = [row.id for row in rows(first)]
    words = mark("bài", length=6)  # the evidence of each
    assert ids == [
        f"a--giay-khen-dang-vien--{words}",
        f"a--giay-khen-dang-vien--{words}-2",
        f"a--giay-khen-chi-bo--{words}",
        f"a--huy-hieu-dang-40-dang-vien--{words}",
    ]
    later = report("0", *first.facts.awards, award(type="bang-khen"), published="2022-01-16")
    unrelated = report("x", award(), date="2021-01-01", published="2021-01-01")
    found = rows(first, later, unrelated)
    assert set(ids) < {row.id for row in found}
    assert len(found) == 6


def test_gifts_the_past_and_proposals_are_rows_and_in_no_total_of_what_was_granted() -> None:
    one = report(
        "a",
        award(count=5),
        award(count=None),
        award(count=3, status="proposed"),
        award(count=None, status="proposed"),
        award(count=7, status="past"),
        *(award(count=11, type=gift) for gift in sorted(GIFTS)),
    )
    assert len(rows(one)) == 8
    assert totals(rows(one)) == Totals(granted=5, proposed=3, uncounted=1)
    assert set(totals_by(rows(one), _types)) == {"giay-khen"}


def _types(row: LedgerRow) -> tuple[str, ...]:
    return (row.award.type,)


def test_totals_by() -> None:
    found = rows(report("a", award(count=5, years=(2020, 2021)), award("chi-bo", 2, years=(2021,)), award(type="bang-khen", status="past")))
    assert totals_by(found, years_of) == {2020: Totals(5), 2021: Totals(7)}
    assert set(totals_by(found, _types)) == {"giay-khen"}
    assert totals_by(found, lambda row: (row.award.kind,)) == {"dang-vien": Totals(5), "chi-bo": Totals(2)}
    assert totals_by(found, lambda row: row.hosts) == {"dang-uy-xa-hoa": Totals(7)}


awards = st.builds(
    award,
    st.sampled_from(["dang-vien", "chi-bo", "tap-the-va-ca-nhan"]),
    st.sampled_from([None, 1, 2, 12, 14]),
    type=st.sampled_from(["giay-khen", "bang-khen", "tang-qua"]),
    standard=st.sampled_from([None, LEVEL, "thành tích trong phong trào"]),
    status=st.sampled_from(["granted", "proposed", "past"]),
)
articles = st.builds(
    lambda number, found, date, published: report(f"bai-{number}", *found, date=date, published=published),
    st.integers(0, 10_000),
    st.lists(awards, max_size=4),
    st.sampled_from(["2022-01-15", "2022-02-20", None]),
    st.sampled_from(["2022-01-16", "2022-03-01", None]),
)
archives = st.lists(articles, max_size=5, unique_by=lambda entry: entry.slug)


@given(archives, st.randoms(use_true_random=False))
def test_the_order_of_articles_is_indifferent(found: list[Entry], chance: random.Random) -> None:
    shuffled = found[:]
    chance.shuffle(shuffled)
    assert rows(*shuffled) == rows(*found)


@given(archives)
def test_every_award_is_told_in_the_ledger_and_none_is_made_up(found: list[Entry]) -> None:
    made = rows(*found)
    assert len({row.id for row in made}) == len(made)
    told = {(one.slug, row.award.type, row.award.status) for row in made for one in row.citations}
    told |= {(slug, other.type, other.status) for row in made for slug, other in row.disagrees}
    assert told == {(entry.slug, award.type, award.status) for entry in found for award in entry.facts.awards}
    for row in made:
        (entry,) = [finding for finding in found if finding.slug == row.slug]
        assert row.award in entry.facts.awards


@given(archives)
def test_totals_equal_an_independent_sum(found: list[Entry]) -> None:
    """Of articles without events, every award counts once; reports by several articles never increase the count."""
    expected: Counter[str] = Counter()
    for entry in found:
        for fact in entry.facts.awards:
            if fact.type != "tang-qua" and fact.status != "past":
                expected[fact.status] += fact.count or 0
                expected["uncounted"] += fact.count is None and fact.status == "granted"
    whole = totals(rows(*found))
    alone = totals(ledger(found, ()))
    assert alone == Totals(expected["granted"], expected["proposed"], expected["uncounted"])
    assert whole.granted <= alone.granted
    assert whole.proposed <= alone.proposed
