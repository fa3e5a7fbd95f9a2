"""Who won prizes stated by number only: by the contest, by those named elsewhere; works keep a kind of their own."""

from __future__ import annotations

import pytest

from generator.extraction.extract import extract
from generator.model.facts import Award
from tests.extraction.table import article_of_lines


def awards(text: str) -> tuple[Award, ...]:
    return extract(article_of_lines(text)).awards


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Olympic Tin học châu Á.\nBan tổ chức đã trao 2 huy chương bạc.", "hoc-sinh"),
        ("Kỳ thi HSG cấp tỉnh.\nBan tổ chức đã trao 9 giải nhì.", "hoc-sinh"),
        ("Kỳ thi Olympic Vật lý Hoa Mai.\nBan tổ chức đã trao 3 huy chương đồng.", "hoc-sinh"),
        ("Hội thi giáo viên dạy giỏi huyện Hoa Mai.\nBan tổ chức đã trao 5 giải nhì.", "giao-vien"),
        ("SEA Games 31.\nBan tổ chức đã trao 12 huy chương vàng.", "ca-nhan"),
        ("Giải điền kinh trẻ.\nBan tổ chức đã trao 4 HCV.", "ca-nhan"),
        ("Liên hoan nghệ thuật quần chúng Hoa Mai.\nBan tổ chức đã trao 12 huy chương vàng.", "khac"),
        ("Giải bóng đá Hoa Mai.\nBan tổ chức đã trao 2 giải nhì.", "khac"),
        ("SEA Games 31.\nBan tổ chức đã trao 2 giải nhì.", "khac"),
    ],
)
def test_the_contest_states_who_won(text: str, kind: str) -> None:
    (award,) = awards(text)
    assert award.kind == kind
    assert [inference.field for inference in award.inferred if inference.field == "kind"] == ([] if kind == "khac" else ["kind"])


def test_the_last_contest_named_counts() -> None:
    given = "Ban tổ chức đã trao"
    won = awards(f"Kỳ thi HSG cấp tỉnh.\n{given} 9 giải nhì.\nTại SEA Games 31, {given} 12 huy chương vàng.")
    assert [award.kind for award in won] == ["hoc-sinh", "ca-nhan"]


def test_prizes_of_works_are_not_their_authors() -> None:
    won = awards(
        "Lễ trao giải báo chí tỉnh.\nĐối với tác phẩm báo in, Ban Tổ chức đã trao 1 giải A, 3 giải C. "
        "Trong đó, tác phẩm “Mùa nước nổi” của tác giả Lê Văn Bình đạt giải A."
    )
    assert [(award.kind, award.count, award.names) for award in won] == [("ca-nhan", 1, ("Lê Văn Bình",)), ("khac", 3, ())]


@pytest.mark.parametrize("again", ["Hội thi năm nay", "Hội thi lần này", "Hội thi"])
def test_a_contest_pointed_at_is_the_one_named(again: str) -> None:
    won = awards(
        "Hội thi Sáng tạo Kỹ thuật tỉnh Hoa Mai có 4 giải Nhất, 8 giải Nhì.\n"
        f"Ban tổ chức {again} đã trao giải cho 12 giải pháp, trong đó có 4 giải Nhất, 8 giải Nhì."
    )
    assert [award.count for award in won] == [4, 8]
    assert not any("nay" in (award.standard or "") or "lần này" in (award.standard or "") for award in won)


@pytest.mark.parametrize(
    "text",
    [
        "Giải Bài hát hay nhất thuộc về Lê Thị Hoa; giải Bài hát triển vọng: Trần Văn Sen.",
        "Giải Nhất thuộc về Lê Thị Hoa; Bài hát triển vọng: Trần Văn Sen.",
        "Giải Nữ diễn viên chính xuất sắc nhất thuộc về Lê Thị Hoa trong phim “Bến vắng”; Đạo diễn xuất sắc: Trần Văn Sen.",
    ],
)
def test_who_stands_behind_the_name_of_another_prize_did_not_win_the_first(text: str) -> None:
    assert next(award.names for award in awards(f"Bế mạc.\n{text}")) == ("Lê Thị Hoa",)
    assert all(award.names != ("Lê Thị Hoa", "Trần Văn Sen") for award in awards(f"Bế mạc.\n{text}"))
