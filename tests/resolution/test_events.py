"""Which articles report one event, and what it is called."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.archive import Entry
from generator.model.unit import Unit
from generator.resolution.events.groups import event_types, group_events, with_events
from tests.resolution.telling import HOST, award, report

OTHER = Unit("dang-uy-xa-sen", "Đảng ủy xã Sen")


def groups(*entries: Entry) -> list[set[str]]:
    return sorted((set(event.slugs) for event in group_events(entries)), key=sorted)


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("Hội nghị tổng kết công tác xây dựng Đảng năm 2022", ["hoi-nghi-tong-ket"]),
        ("HỘI NGHỊ TỔNG KẾT CÔNG TÁC ĐẢNG", ["hoi-nghi-tong-ket"]),
        ("hội nghị trực tuyến sơ kết 6 tháng đầu năm", ["so-ket"]),
        ("Lễ trao Huy hiệu 65 năm tuổi Đảng", ["le-trao-huy-hieu-dang"]),
        ("Lễ công bố quyết định tặng Huy hiệu Đảng đợt 19/5", ["le-trao-huy-hieu-dang"]),
        ("Đại hội Chi bộ khu phố 3 nhiệm kỳ 2025 - 2027", ["dai-hoi"]),
        ("lễ kỉ niệm 88 năm ngày thành lập Đảng", ["le-ky-niem"]),
        ("lễ kỷ niệm 20 năm thành lập và đón nhận Huân chương Lao động", ["le-ky-niem", "don-nhan"]),
        ("lễ đón nhận Huân chương Lao động và kỷ niệm 20 năm thành lập", ["le-ky-niem", "don-nhan"]),
        ("hội nghị kiểm điểm, đánh giá, xếp loại chất lượng đảng viên", ["kiem-diem"]),
        ("Hội nghị tuyên dương điển hình tiên tiến", ["bieu-duong"]),
        ("hội thi Bí thư chi bộ giỏi", ["hoi-thi"]),
        # what an event is about is not what it is
        ("Hội nghị quán triệt Nghị quyết Đại hội XIII của Đảng", ["quan-triet"]),
        ("hội nghị giao ban chuyên đề công tác khen thưởng", ["giao-ban"]),
        ("hội nghị báo cáo viên tháng 8", []),
        (None, []),
    ],
)
def test_types(name: str | None, types: list[str]) -> None:
    assert list(event_types(name)) == types


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [
        (report("a"), report("b"), True),
        (report("a"), report("b", name="Lễ tổng kết phong trào thi đua"), True),
        (report("a"), report("b", date="2022-01-16"), False),
        (report("a", date="2022-01"), report("b", date="2022-01"), False),
        (report("a", date=None), report("b", date=None), False),
        (report("a"), report("b", hosts=(OTHER,)), False),
        (report("a"), report("b", hosts=(OTHER, HOST)), True),
        (report("a", hosts=()), report("b", hosts=()), False),
        (report("a"), report("b", name="đại hội chi bộ"), False),
        # another type, but the same award
        (report("a", award(count=26)), report("b", award(count=26), name="lễ trao Huy hiệu Đảng"), True),
        (report("a", award(count=26)), report("b", award(count=27), name="lễ trao Huy hiệu Đảng"), False),
        (report("a", award(count=1)), report("b", award(count=1), name="lễ trao Huy hiệu Đảng"), False),
        (report("a", award(count=1, names=("Lê Hoa",))), report("b", award(count=1, names=("LÊ HOA",)), name="đại hội"), True),
        (report("a", award(type="tang-qua")), report("b", award(type="tang-qua"), name="đại hội"), False),
        (report("a", award(status="past")), report("b", award(status="past"), name="đại hội"), False),
        # no name: an award or a person decides
        (report("a"), report("b", name=None), False),
        (report("a", award(count=26)), report("b", award(count=26), name=None), True),
        (report("a", people=("Lê Thị Lụa",)), report("b", name=None, people=("Lê Thị Lụa",)), True),
        (report("a", people=("Lê Thị Lụa",)), report("b", name=None, people=("Trần Văn Gấm",)), False),
        (report("a", people=("Lê Thị Lụa",), part="sáng"), report("b", name=None, people=("Lê Thị Lụa",), part="chiều"), False),
        (report("a", people=("Lê Thị Lụa",), part="sáng"), report("b", name=None, people=("Lê Thị Lụa",), part="sáng"), True),
        (report("a", name=None, people=("Lê Thị Lụa",)), report("b", name=None, people=("Lê Thị Lụa",)), True),
        (report("a", name="đại hội", people=("Lê Thị Lụa",)), report("b", people=("Lê Thị Lụa",)), False),
    ],
)
def test_two_articles(one: Entry, two: Entry, together: bool) -> None:
    assert groups(one, two) == ([{"a", "b"}] if together else [])
    assert groups(two, one) == groups(one, two)


def test_what_may_belong_to_two_events_belongs_to_none() -> None:
    """A secretary who speaks in the morning and in the afternoon; an article that names only the secretary."""
    congress = [report(slug, name="đại hội", people=("Lê Thị Lụa",)) for slug in ("a", "b")]
    review = [report(slug, people=("Lê Thị Lụa",)) for slug in ("c", "d")]
    nameless = report("e", name=None, people=("Lê Thị Lụa",))
    assert groups(*congress, *review, nameless) == [{"a", "b"}, {"c", "d"}]
    assert groups(*congress, nameless) == [{"a", "b", "e"}]


def test_an_event_has_an_address_a_name_and_its_articles_by_time() -> None:
    entries = [
        report("a", name="hội nghị tổng kết công tác Đảng năm 2021", published="2022-01-17T08:00"),
        report("b", name="hội nghị tổng kết", published="2022-01-15T17:00"),
        report("c", name="hội nghị tổng kết công tác Đảng năm 2021", hosts=(OTHER, HOST)),
    ]
    (event,) = group_events(entries)
    assert event.id == "b", "of the article published first"
    assert event.plain == "2022-01-15-dang-uy-xa-hoa-hoi-nghi-tong-ket"
    assert event.name == "hội nghị tổng kết công tác Đảng năm 2021"
    assert event.date == "2022-01-15"
    assert event.unit == HOST.id
    assert event.slugs == ("b", "a", "c")
    assert [entry.event for entry in with_events([*entries, report("d", date=None)], [event])] == [event.id] * 3 + [None]


def test_two_events_of_one_description_have_addresses_of_their_own() -> None:
    first = [report(slug, award(count=26), name=None) for slug in ("a", "b")]
    second = [report(slug, award(count=31), name=None) for slug in ("c", "d")]
    assert [(event.id, event.plain) for event in group_events([*second, *first])] == [
        ("a", "2022-01-15-dang-uy-xa-hoa"),
        ("c", "2022-01-15-dang-uy-xa-hoa"),
    ]


entries = st.builds(
    lambda number, name, date, hosts, count, person, part: report(
        f"bai-{number}", award(count=count), name=name, date=date, hosts=hosts, people=person, part=part
    ),
    st.integers(0, 10_000),
    st.sampled_from(["hội nghị tổng kết", "đại hội", "lễ tổng kết và tuyên dương", None]),
    st.sampled_from(["2022-01-15", "2022-01-16", "2022-01", None]),
    st.sampled_from([(HOST,), (OTHER,), (HOST, OTHER), ()]),
    st.sampled_from([None, 1, 26, 31]),
    st.sampled_from([(), ("Lê Thị Lụa",), ("Trần Văn Gấm", "Lê Thị Lụa")]),
    st.sampled_from(["sáng", "chiều", None]),
)


@given(st.lists(entries, max_size=9, unique_by=lambda entry: entry.slug), st.randoms(use_true_random=False))
def test_the_order_of_articles_is_indifferent(found: list[Entry], chance: random.Random) -> None:
    events = group_events(found)
    shuffled = found[:]
    chance.shuffle(shuffled)
    assert group_events(shuffled) == events
    slugs = [slug for event in events for slug in event.slugs]
    assert len(slugs) == len(set(slugs))
    assert all(len(event.slugs) > 1 for event in events)
    assert len({event.id for event in events}) == len(events)
    by_slug = {entry.slug: entry for entry in found}
    for event in events:
        told = [by_slug[slug].facts.event for slug in event.slugs]
        assert {event.date for event in told if event} == {event.date}
